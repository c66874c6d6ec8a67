import type { Configuration } from '../../shared/config/index.ts';
import {
  CHECKSUMS_FILE,
  CURRENT_FILE,
  listVersions,
  READY_FILE,
  readCurrent,
  verifyVersion,
} from '../../shared/deploy/index.ts';
import { isUserError, UserError } from '../../shared/errors/index.ts';
import type { Predictions } from '../../shared/evaluation/index.ts';
import type { LabelTransform, Transform } from '../../shared/features/index.ts';
import { type ArtifactEntry, parseRunRecord } from '../../shared/lineage/index.ts';
import {
  type AnyModel,
  COMMAND_MODEL_FILE,
  readAnyModel,
} from '../../shared/model-directory/index.ts';
import { MODEL_FILES } from '../../shared/network/index.ts';
import type { FilesPort } from '../../shared/platform/index.ts';
import { type EvaluationExamples, predictModel } from './predict-model.ts';

export interface BaselineModel {
  /** Its folder, or `branch@commit` of the run whose artifact held it. */
  readonly path: string;
  /** Absent for a folder. */
  readonly artifact?: ArtifactEntry;
  readonly model: AnyModel;
  /** Why it was deployed although it had not passed its gates. */
  readonly forced?: string;
}

/**
 * The model that `evaluation.baseline` names: a folder with versions that deploy-model keeps (`<baseline>/current.json`,
 * or `<baseline>/<model>/current.json` where the target's own path is named), one of these versions, or a plain folder
 * with a model's files. Null where none is configured or the folder holds nothing of the kind. What deploy-model
 * has written must still be what it wrote: a damaged baseline is a `UserError`, so that it is neither compared with nor
 * taken for none.
 */
export async function findBaseline(
  files: FilesPort,
  { evaluation, model }: Configuration,
): Promise<BaselineModel | null> {
  const { baseline } = evaluation;
  if (baseline === undefined) return null;
  if ((await files.exists(baseline)) && !(await files.isDirectory(baseline))) {
    throw new UserError({
      what: `The baseline ${baseline} is a file`,
      remedy: 'Name the folder of a model, or the one that deploy-model keeps its versions in',
    });
  }
  return (
    (await readCurrentVersion(files, baseline)) ??
    (await readModelFolder(files, baseline)) ??
    (await readCurrentVersion(files, `${baseline}/${model}`))
  );
}

async function readCurrentVersion(files: FilesPort, folder: string): Promise<BaselineModel | null> {
  const pointer = `${folder}/${CURRENT_FILE}`;
  if (!(await files.exists(pointer))) {
    if (await holdsVersions(files, folder)) {
      throw damagedPointer(pointer, 'is missing: nothing says which version is the current one');
    }
    return null;
  }
  const current = await readCurrent(files, folder);
  if (current === null) {
    throw damagedPointer(pointer, 'does not say which version is the current one');
  }
  const baseline = await readVersion(files, `${folder}/${current.version}`);
  if (baseline.model.digest === current.modelDigest) return baseline;
  throw damagedPointer(pointer, `speaks of another model than the one in ${baseline.path}`);
}

async function holdsVersions(files: FilesPort, folder: string): Promise<boolean> {
  for (const version of await listVersions(files, folder)) {
    if (await files.exists(`${folder}/${version}/${READY_FILE}`)) return true;
  }
  return false;
}

async function readVersion(files: FilesPort, path: string): Promise<BaselineModel> {
  const state = await verifyVersion(files, path);
  if (!state.intact) throw damagedVersion(path, state.reason);
  const model = await readAnyModel(files, path);
  if (model.digest === state.modelDigest) {
    const forced = await readForce(files, path);
    return { path, model, ...(forced === undefined ? {} : { forced }) };
  }
  throw damagedVersion(path, 'its files have changed while they were read');
}

/** The version's own record was written when it was deployed; its last deployment is this one. */
async function readForce(files: FilesPort, path: string): Promise<string | undefined> {
  const record = `${path}/run.json`;
  if (!(await files.exists(record))) return undefined;
  return parseRunRecord(await files.readText(record), record).deployments?.at(-1)?.forced;
}

async function readModelFolder(files: FilesPort, path: string): Promise<BaselineModel | null> {
  const holdsAny = async (names: readonly string[]) => {
    for (const name of names) if (await files.exists(`${path}/${name}`)) return true;
    return false;
  };
  if (await holdsAny([READY_FILE, CHECKSUMS_FILE])) return readVersion(files, path);
  if (!(await holdsAny([...Object.values(MODEL_FILES), COMMAND_MODEL_FILE]))) return null;
  return { path, model: await readAnyModel(files, path) };
}

function damagedPointer(pointer: string, what: string): UserError {
  return new UserError({
    what: `${pointer} ${what}`,
    where: { file: pointer },
    remedy: 'Deploy a model again, or name the folder of a version as evaluation.baseline',
  });
}

function damagedVersion(path: string, reason: string): UserError {
  return new UserError({
    what: `The baseline ${path} is damaged: ${reason}`,
    remedy:
      'Put the folder back as it was deployed, roll back to another version, or name another model as evaluation.baseline',
  });
}

/** What the baseline says of the same rows, by its own transform; labels are encoded as the candidate's are. */
export async function predictBaseline(
  baseline: BaselineModel,
  candidate: {
    readonly model: AnyModel;
    readonly labels: Transform;
    readonly task: Predictions['task'];
  },
  examples: EvaluationExamples,
): Promise<Predictions> {
  refuseOtherLabel(baseline, candidate.model.transform.label);
  const { label } = candidate.labels;
  const own = baseline.model.transform.label;
  // Classes are the same; the numbers of a regression are standardised as this model has learned them.
  const labels = { ...baseline.model.transform, label: own.kind === 'number' ? own : label };
  const predictions = await predictModel(baseline.model, labels, examples).catch(
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

function otherBaseline({ path, artifact, model }: BaselineModel, what: string): UserError {
  const labelFile = model.kind === 'command' ? COMMAND_MODEL_FILE : MODEL_FILES.transform;
  return new UserError({
    what: `The baseline ${path} ${what}`,
    ...(artifact === undefined ? { where: { file: `${path}/${labelFile}` } } : {}),
    remedy: `Name a baseline with the same label and classes, or remove evaluation.baseline${artifact === undefined ? '' : '-artifact'} until there is one`,
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
