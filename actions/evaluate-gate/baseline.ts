import type { Configuration } from '../../shared/config/index.ts';
import type { Table } from '../../shared/data/index.ts';
import { isUserError, UserError } from '../../shared/errors/index.ts';
import type { Predictions } from '../../shared/evaluation/index.ts';
import type { LabelTransform, Transform } from '../../shared/features/index.ts';
import {
  MODEL_FILES,
  type ModelDirectory,
  readModelDirectory,
} from '../../shared/lineage/index.ts';
import type { FilesPort } from '../../shared/platform/index.ts';
import { predictRows } from './predict.ts';

/** The pointer that deploy-model keeps beside the versions of a model. */
const CURRENT_FILE = 'current.json';
/** A folder of deploy-model's; anything else in the pointer could lead out of the baseline's folder. */
const VERSION = /^[1-9]\d{0,8}$/;
/** The pointer holds one line. */
const LARGEST_POINTER = 100_000;

export interface BaselineModel {
  readonly path: string;
  readonly model: ModelDirectory;
}

/**
 * The model that `evaluation.baseline` names: a folder with a model in it, or one with versions that deploy-model keeps
 * (`<baseline>/current.json`, or `<baseline>/<model>/current.json` where the target's own path is named). Null where
 * none is configured or the folder holds nothing of the kind; a damaged one is a `UserError`, so that it is not taken
 * for none.
 */
export async function findBaseline(
  files: FilesPort,
  { evaluation, model }: Configuration,
): Promise<BaselineModel | null> {
  const { baseline } = evaluation;
  if (baseline === undefined) return null;
  const read = async (path: string) => ({ path, model: await readModelDirectory(files, path) });
  if (await files.exists(`${baseline}/${MODEL_FILES.model}`)) return read(baseline);
  for (const folder of [baseline, `${baseline}/${model}`]) {
    const pointer = `${folder}/${CURRENT_FILE}`;
    if (await files.exists(pointer)) return read(`${folder}/${await readPointer(files, pointer)}`);
  }
  return null;
}

async function readPointer(files: FilesPort, pointer: string): Promise<string> {
  const damaged = (cause?: unknown) =>
    new UserError(
      {
        what: `${pointer} does not say which version is the current one`,
        where: { file: pointer },
        remedy: 'Deploy a model again, or name the folder of a version as evaluation.baseline',
      },
      { cause },
    );
  if ((await files.size(pointer)) > LARGEST_POINTER) throw damaged();
  let content: unknown;
  try {
    content = JSON.parse(await files.readText(pointer));
  } catch (cause) {
    throw damaged(cause);
  }
  const version =
    typeof content === 'object' && content !== null && 'version' in content
      ? content.version
      : null;
  if (typeof version === 'string' && VERSION.test(version)) return version;
  throw damaged();
}

/** What the baseline says of the same rows, by its own transform; labels are encoded as the candidate's are. */
export async function predictBaseline(
  baseline: BaselineModel,
  candidate: {
    readonly model: ModelDirectory;
    readonly labels: Transform;
    readonly task: Predictions['task'];
  },
  table: Table,
  rows: Int32Array,
): Promise<Predictions> {
  refuseOtherLabel(baseline, candidate.model.transform.label);
  const { label } = candidate.labels;
  const own = baseline.model.transform.label;
  // Classes are the same; the numbers of a regression are standardised as this model has learned them.
  const labels = { ...baseline.model.transform, label: own.kind === 'number' ? own : label };
  const predictions = await predictRows(baseline.model, labels, table, rows).catch(
    (error: unknown) => {
      if (!isUserError(error)) throw error;
      throw new UserError(
        error.problems.map((problem) => ({
          ...problem,
          what: `The baseline ${baseline.path} can't be applied to this data: ${problem.what}`,
        })),
        { cause: error },
      );
    },
  );
  if (predictions.task === candidate.task) return predictions;
  throw otherBaseline(
    baseline,
    `is a model for ${predictions.task}, this one is for ${candidate.task}`,
  );
}

function refuseOtherLabel(baseline: BaselineModel, label: LabelTransform): void {
  const own = baseline.model.transform.label;
  if (own.column !== label.column) {
    throw otherBaseline(
      baseline,
      `predicts "${own.column}", this model predicts "${label.column}"`,
    );
  }
  if (own.kind !== label.kind) {
    const what = { classes: 'a class', number: 'a number' };
    throw otherBaseline(
      baseline,
      `predicts ${what[own.kind]}, this model predicts ${what[label.kind]}`,
    );
  }
  if (own.kind === 'number' || label.kind === 'number') return;
  const missing = label.classes.filter((name) => !own.classes.includes(name));
  const extra = own.classes.filter((name) => !label.classes.includes(name));
  if (missing.length + extra.length === 0) return;
  const differences = [
    ...(missing.length > 0 ? [`does not know ${listNames(missing)}`] : []),
    ...(extra.length > 0 ? [`knows ${listNames(extra)} besides`] : []),
  ];
  throw otherBaseline(
    baseline,
    `has other classes than this model: it ${differences.join(' and ')}`,
  );
}

function otherBaseline({ path }: BaselineModel, what: string): UserError {
  return new UserError({
    what: `The baseline ${path} ${what}`,
    where: { file: `${path}/${MODEL_FILES.transform}` },
    remedy:
      'Name a baseline with the same label and classes, or remove evaluation.baseline until there is one',
  });
}

/** Names in a message. */
const MOST_NAMES = 10;

function listNames(names: readonly string[]): string {
  const shown = names
    .slice(0, MOST_NAMES)
    .map((name) => `"${name}"`)
    .join(', ');
  return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown;
}
