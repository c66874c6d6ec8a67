import { type Problem, UserError } from '../../shared/errors/index.ts';
import {
  PLAIN_FILE_NAME,
  PREDICTIONS_FILE,
  RESERVED_NAMES,
} from '../../shared/model-directory/index.ts';
import type { FilesPort, FileToWrite } from '../../shared/platform/index.ts';
import { formatBytes } from '../../shared/report/index.ts';
import type { TrainerFolder } from './trainer-files.ts';

/** What a command has left, before its predictions are looked into. */
export interface TrainerOutput {
  readonly predictions: Uint8Array;
  /** Where they lie now, for messages. */
  readonly predictionsPath: string;
  /** By plain name, sorted. */
  readonly model: readonly FileToWrite[];
  /** What the command says of its own model; shown and not judged. */
  readonly metrics: Readonly<Record<string, number>>;
}

/** They are held in memory; a release takes files of less than 2 GB. */
const LARGEST_MODEL = 1_000_000_000;
const LARGEST_PREDICTIONS = 500_000_000;
const LARGEST_METRICS = 1_000_000;
/** A release takes 1,000 files, an attestation 1,024. */
const MOST_FILES = 500;
const MOST_METRICS = 100;

/**
 * Reads what a command has left in its output folder. Throws a `UserError` for what is missing, is a link or leads
 * nowhere, has a name that no target takes, or is too large.
 */
export async function readTrainerOutput(
  folder: TrainerFolder,
  files: FilesPort,
): Promise<TrainerOutput> {
  const special = await files.listSpecial(folder.root);
  if (special.length > 0) {
    throw new UserError(
      special.slice(0, 20).map((path) => ({
        what: `The command left ${nameIn(folder, path)}, which is a link or no ordinary file`,
        remedy: 'Copy the file itself into MLOPS_OUTPUT',
      })),
    );
  }
  const predictionsPath = `${folder.output}/${PREDICTIONS_FILE}`;
  if (!(await files.exists(predictionsPath)) || (await files.isDirectory(predictionsPath))) {
    throw new UserError({
      what: `The command left no ${PREDICTIONS_FILE} in MLOPS_OUTPUT`,
      remedy: `Predict every row of MLOPS_EVALUATION and write $MLOPS_OUTPUT/${PREDICTIONS_FILE}; docs/training.md shows its columns`,
    });
  }
  await limitSize(files, predictionsPath, PREDICTIONS_FILE, LARGEST_PREDICTIONS);
  return {
    predictions: await files.read(predictionsPath),
    predictionsPath,
    model: await readModel(folder, files),
    metrics: await readMetrics(folder, files),
  };
}

async function readModel(folder: TrainerFolder, files: FilesPort): Promise<FileToWrite[]> {
  const paths = await files.walk(folder.model);
  if (paths.length === 0) {
    throw new UserError({
      what: 'The command left no file in $MLOPS_OUTPUT/model',
      remedy: 'Save the model there, in any format',
    });
  }
  const problems = paths.flatMap((path) => findFault(path.slice(folder.model.length + 1)) ?? []);
  if (paths.length > MOST_FILES) {
    problems.push({
      what: `The command left ${paths.length} files in $MLOPS_OUTPUT/model; at most ${MOST_FILES} are taken`,
      remedy: 'Put them into one archive',
    });
  }
  if (problems.length > 0) throw new UserError(problems.slice(0, 20));
  let total = 0;
  for (const path of paths) total += await files.size(path);
  if (total > LARGEST_MODEL) throw tooLarge('The model', total, LARGEST_MODEL);
  const model: FileToWrite[] = [];
  for (const path of paths) {
    model.push({ path: path.slice(folder.model.length + 1), content: await files.read(path) });
  }
  return model.sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** Null for a name that every place takes that a model goes to. */
function findFault(name: string): Problem | null {
  if (name.includes('/')) {
    return {
      what: `The command left a folder in $MLOPS_OUTPUT/model: ${name}`,
      remedy: 'Put it into one archive, e.g. model.tar.gz or model.zip: releases have no folders',
    };
  }
  if (!PLAIN_FILE_NAME.test(name)) {
    return {
      what: `The command left "${name}" in $MLOPS_OUTPUT/model`,
      remedy:
        'Name model files with letters, digits, ".", "_" and "-", the first a letter or digit',
    };
  }
  if (!RESERVED_NAMES.has(name.toLowerCase())) return null;
  return {
    what: `The command left "${name}" in $MLOPS_OUTPUT/model, a name that the suite uses itself`,
    remedy: 'Give the file another name',
  };
}

/** Empty when there is none: it is the command's own business. */
async function readMetrics(
  folder: TrainerFolder,
  files: FilesPort,
): Promise<Readonly<Record<string, number>>> {
  const path = `${folder.output}/metrics.json`;
  if (!(await files.exists(path)) || (await files.isDirectory(path))) return {};
  await limitSize(files, path, 'metrics.json', LARGEST_METRICS);
  const refuse = (what: string, cause?: unknown) =>
    new UserError(
      {
        what: `metrics.json ${what}`,
        remedy: 'Write one object with a finite number for each name, e.g. {"accuracy": 0.97}',
      },
      { cause },
    );
  let value: unknown;
  try {
    value = JSON.parse(await files.readText(path));
  } catch (cause) {
    throw refuse('is not JSON', cause);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refuse('is no object');
  }
  const entries = Object.entries(value);
  if (entries.length > MOST_METRICS) throw refuse(`has more than ${MOST_METRICS} names`);
  const wrong = entries.find(
    ([, metric]) => typeof metric !== 'number' || !Number.isFinite(metric),
  );
  if (wrong !== undefined) throw refuse(`has no finite number for "${wrong[0]}"`);
  return value as Record<string, number>;
}

async function limitSize(files: FilesPort, path: string, name: string, most: number) {
  const size = await files.size(path);
  if (size > most) throw tooLarge(name, size, most);
}

function tooLarge(what: string, size: number, most: number): UserError {
  return new UserError({
    what: `${what} has ${formatBytes(size)}; at most ${formatBytes(most)} are taken`,
    remedy: 'Leave less, or keep large files elsewhere and leave their address',
  });
}

/** A path as the command knows it. */
function nameIn({ output }: TrainerFolder, path: string): string {
  return path.startsWith(output) ? `$MLOPS_OUTPUT${path.slice(output.length)}` : path;
}
