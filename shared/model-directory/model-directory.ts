import { formatLocation, UserError } from '../errors/index.ts';
import { parseTransform, type Transform } from '../features/index.ts';
import { type DigestedFile, digestContent, sha256 } from '../lineage/index.ts';
import { MODEL_FILES, type ModelFiles } from '../network/index.ts';
import type { FilesPort, FileToWrite } from '../platform/index.ts';
import {
  COMMAND_MODEL_FILE,
  type CommandModel,
  readCommandModel,
  readCommandModelFiles,
} from './command-model.ts';

/** A model as it lies in a folder. Its network is not parsed yet: see `parseModel`. */
export interface ModelDirectory extends ModelFiles {
  readonly kind: 'network';
  readonly path: string;
  readonly transform: Transform;
  readonly transformJson: string;
  /** The identity of the model: see `digestModel`. */
  readonly digest: string;
}

/** A model of the suite's own engine, or one that a command made. */
export type AnyModel = ModelDirectory | CommandModel;

/**
 * Throws a `UserError` that names the file when one is missing or can't be read, and where a command made the model.
 */
export async function readModelDirectory(files: FilesPort, path: string): Promise<ModelDirectory> {
  if (await files.exists(`${path}/${COMMAND_MODEL_FILE}`)) {
    throw new UserError({
      what: `The model in ${path} was trained by a command: only its maker knows what its files mean`,
      where: { file: `${path}/${COMMAND_MODEL_FILE}` },
      remedy: 'Train with architecture kind linear or mlp, or leave this step out',
    });
  }
  for (const name of Object.values(MODEL_FILES)) {
    if (await files.exists(`${path}/${name}`)) continue;
    throw new UserError({
      what: `There is no trained model in ${path}: ${name} is missing`,
      remedy: 'Run train-model first, or name the folder of a model',
    });
  }
  const modelJson = await files.readText(`${path}/${MODEL_FILES.model}`);
  const weights = await files.read(`${path}/${MODEL_FILES.weights}`);
  const transformPath = `${path}/${MODEL_FILES.transform}`;
  const transformJson = await files.readText(transformPath);
  return {
    kind: 'network',
    path,
    modelJson,
    weights,
    transformJson,
    transform: parseTransform(transformJson, formatLocation({ file: transformPath })),
    digest: digestModel({ modelJson, weights, transformJson }),
  };
}

/** Reads a model whoever trained it: `readModelDirectory` or `readCommandModel`. */
export async function readAnyModel(files: FilesPort, path: string): Promise<AnyModel> {
  return (await readCommandModel(files, path)) ?? (await readModelDirectory(files, path));
}

/** The files of a model by their names, as they are deployed. */
export async function readModelFiles(files: FilesPort, model: AnyModel): Promise<FileToWrite[]> {
  if (model.kind === 'command') return readCommandModelFiles(files, model);
  return [
    { path: MODEL_FILES.model, content: model.modelJson },
    { path: MODEL_FILES.weights, content: model.weights },
    { path: MODEL_FILES.transform, content: model.transformJson },
  ];
}

/** One digest over the three files, each with its name: changing a single byte of any gives another model. */
export function digestModel(model: {
  readonly modelJson: string;
  readonly weights: Uint8Array;
  readonly transformJson: string;
}): string {
  return sha256(
    digestModelFiles(model)
      .map((file) => `${file.sha256}  ${file.path}\n`)
      .join(''),
  );
}

export function digestModelFiles(model: {
  readonly modelJson: string;
  readonly weights: Uint8Array;
  readonly transformJson: string;
}): DigestedFile[] {
  return [
    digestContent(MODEL_FILES.model, model.modelJson),
    digestContent(MODEL_FILES.weights, model.weights),
    digestContent(MODEL_FILES.transform, model.transformJson),
  ];
}
