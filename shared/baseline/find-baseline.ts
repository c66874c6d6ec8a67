import type { Configuration } from '../config/index.ts';
import {
  CHECKSUMS_FILE,
  CURRENT_FILE,
  listVersions,
  READY_FILE,
  readCurrent,
  verifyVersion,
} from '../deploy/index.ts';
import { UserError } from '../errors/index.ts';
import { type ArtifactEntry, parseRunRecord } from '../lineage/index.ts';
import { type AnyModel, COMMAND_MODEL_FILE, readAnyModel } from '../model-directory/index.ts';
import { MODEL_FILES } from '../network/index.ts';
import type { FilesPort } from '../platform/index.ts';

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
  return baseline === undefined ? null : findModelIn(files, baseline, model);
}

/** As `findBaseline`, in any folder; `model`: its name in mlops.yml. */
export async function findModelIn(
  files: FilesPort,
  baseline: string,
  model: string,
): Promise<BaselineModel | null> {
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
