import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import schema from '../../schemas/command-model.schema.json' with { type: 'json' };
import type { DataConfiguration, Task } from '../config/index.ts';
import { UserError } from '../errors/index.ts';
import type { Transform } from '../features/index.ts';
import {
  type DigestedFile,
  digestContent,
  digestFile,
  digestValue,
  identifyFiles,
  prettyJson,
  sha256,
} from '../lineage/index.ts';
import type { FilesPort, FileToWrite } from '../platform/index.ts';

/** Says what a command left: which files make the model, and what its predictions are of. */
export const COMMAND_MODEL_FILE = 'command-model.json';
/** What the model said of the evaluation split; one of the model's files. */
export const PREDICTIONS_FILE = 'predictions.csv';

/**
 * Names of a model's files: plain, so that none leads out of a folder and every target takes them. Folders of deployed
 * versions hold files of these names besides the model's own.
 */
export const PLAIN_FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/;
export const RESERVED_NAMES: ReadonlySet<string> = new Set([
  COMMAND_MODEL_FILE,
  PREDICTIONS_FILE,
  'checksums.txt',
  'current.json',
  'model-card.json',
  'model-card.md',
  'provenance.json',
  'run.json',
  'subjects.txt',
  'ready',
]);

/** A description of 1,000 files has 200 kB. */
const LARGEST_DESCRIPTION = 4_000_000;

/** `command-model.json` */
export interface CommandModelDescription {
  readonly version: 1;
  readonly task: Task;
  /** `classes` of a classification: sorted by code point, as the columns of the predictions name them. */
  readonly label: { readonly column: string; readonly classes?: readonly string[] };
  /** What the predictions are of. */
  readonly evaluation: { readonly digest: string; readonly examples: number };
  /** All files of the model but this one, by name. */
  readonly files: readonly DigestedFile[];
}

/** A model that a command of the user's made. Nobody but its maker knows how it predicts: its predictions stand for it. */
export interface CommandModel {
  readonly kind: 'command';
  readonly path: string;
  /** The identity of the model: see `digestCommandModel`. */
  readonly digest: string;
  readonly description: CommandModelDescription;
  /** Says how labels are encoded; it reads no feature. */
  readonly transform: Transform;
  readonly predictions: Uint8Array;
}

let validate: ValidateFunction | undefined;

/**
 * Reads a command's model and makes sure that every file is the one that was described; `predictions`: that file alone,
 * where the others need not be there. Null where no command made the model.
 * Throws a `UserError` that names the file when one is missing, changed or is no description.
 */
export async function readCommandModel(
  files: FilesPort,
  path: string,
  parts: 'all' | 'predictions' = 'all',
): Promise<CommandModel | null> {
  const description = await readDescription(files, path);
  if (description === null) return null;
  for (const { path: name, bytes, sha256: digest } of description.files) {
    if (parts === 'predictions' && name !== PREDICTIONS_FILE) continue;
    const place = `${path}/${name}`;
    if (!(await files.exists(place))) throw damaged(place, 'it is missing');
    if ((await files.size(place)) !== bytes || (await digestFile(files, place)).sha256 !== digest) {
      throw damaged(place, `it is not the file that ${COMMAND_MODEL_FILE} describes`);
    }
  }
  return {
    kind: 'command',
    path,
    digest: digestCommandModel(description),
    description,
    transform: labelTransform(description),
    predictions: await files.read(`${path}/${PREDICTIONS_FILE}`),
  };
}

/** Null where no command made the model. Throws a `UserError` when the file is no description. */
export async function readDescription(
  files: Pick<FilesPort, 'exists' | 'size' | 'readText'>,
  path: string,
): Promise<CommandModelDescription | null> {
  const file = `${path}/${COMMAND_MODEL_FILE}`;
  if (!(await files.exists(file))) return null;
  if ((await files.size(file)) > LARGEST_DESCRIPTION) throw damaged(file, 'it is too large');
  const text = await files.readText(file);
  const description = parseDescription(text, file);
  // The digest of the model is that of the file as it was written.
  if (prettyJson(description) !== text) throw damaged(file, 'it was rewritten');
  return description;
}

function parseDescription(text: string, file: string): CommandModelDescription {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw damaged(file, 'it is not JSON', cause);
  }
  validate ??= new Ajv2020({ strictTypes: false }).compile(schema);
  if (!validate(value)) {
    const [error] = validate.errors ?? [];
    throw damaged(file, `${error?.message ?? 'it has another form'} at ${error?.instancePath}`);
  }
  const description = value as CommandModelDescription;
  const names = description.files.map(({ path }) => path);
  if (!names.includes(PREDICTIONS_FILE)) throw damaged(file, `it lacks ${PREDICTIONS_FILE}`);
  if (new Set(names).size !== names.length) throw damaged(file, 'it names a file twice');
  if ((description.task === 'regression') !== (description.label.classes === undefined)) {
    throw damaged(file, 'its task and its label do not belong together');
  }
  return description;
}

/** All files of the model, its description included, as they are deployed. */
export async function readCommandModelFiles(
  files: FilesPort,
  { path, description }: CommandModel,
): Promise<FileToWrite[]> {
  const content: FileToWrite[] = [{ path: COMMAND_MODEL_FILE, content: prettyJson(description) }];
  for (const { path: name, sha256: digest } of description.files) {
    const bytes = await files.read(`${path}/${name}`);
    if (sha256(bytes) !== digest) throw damaged(`${path}/${name}`, 'it has changed meanwhile');
    content.push({ path: name, content: bytes });
  }
  return content;
}

/** One digest over all files, each with its name, the description first: see `digestModel`. */
export function digestCommandModel(description: CommandModelDescription): string {
  return sha256(
    commandModelFiles(description)
      .map((file) => `${file.sha256}  ${file.path}\n`)
      .join(''),
  );
}

export function commandModelFiles(description: CommandModelDescription): DigestedFile[] {
  return [digestContent(COMMAND_MODEL_FILE, prettyJson(description)), ...description.files];
}

/**
 * Identity of the examples that predictions are of: the data files, how rows are read from them and how they are split.
 * Equal digests have the same evaluation rows under the same numbers.
 */
export function digestEvaluationData(
  data: DataConfiguration,
  digests: readonly DigestedFile[],
): string {
  const { format, delimiter, missingValues, split } = data;
  return digestValue({
    files: identifyFiles(digests, split),
    reading: { format, ...(delimiter === undefined ? {} : { delimiter }), missingValues },
    split,
  });
}

function labelTransform({ label }: CommandModelDescription): Transform {
  const { column, classes } = label;
  return {
    version: 1,
    features: [],
    width: 0,
    label:
      classes === undefined
        ? { kind: 'number', column, mean: 0, deviation: 1 }
        : { kind: 'classes', column, classes },
  };
}

function damaged(file: string, why: string, cause?: unknown): UserError {
  return new UserError(
    {
      what: `The model is damaged at ${file}: ${why}`,
      where: { file },
      remedy: 'Restore all files of the model from the run that trained it, or train again',
    },
    { cause },
  );
}
