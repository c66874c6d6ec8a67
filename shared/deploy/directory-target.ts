import { UserError } from '../errors/index.ts';
import type { DeploymentResult } from './deployment-report.ts';
import type { DeploymentPlan, DeploymentTarget } from './target.ts';
import {
  type CurrentVersion,
  digestFiles,
  listVersions,
  READY_FILE,
  readCurrent,
  type VersionFiles,
  verifyVersion,
  writeCurrent,
} from './version-folder.ts';

/** Folders that no reader looks into: a model that is being written, a version that is being removed. */
const INCOMING = '.incoming-';
const REMOVED = '.removed-';

/**
 * Versioned folders `<path>/<model>/1`, `2`, … and `current.json`. A reader who goes by `current.json` sees one whole
 * version at any instant: a version is written aside, its READY file last, and appears by one rename; then
 * `current.json` is replaced. One deployment at a time.
 */
export function directoryTarget(
  files: VersionFiles,
  configuration: { readonly path: string; readonly keep: number },
): DeploymentTarget {
  return {
    plan: async ({ name, digest }) => {
      const folder = `${configuration.path}/${name}`;
      const current = await readCurrent(files, folder);
      if (current?.modelDigest === digest) {
        const unchanged = await planUnchanged(files, folder, current);
        if (unchanged !== null) return unchanged;
      }
      const versions = await listVersions(files, folder);
      const version = Math.max(0, Number(current?.version ?? 0), ...versions) + 1;
      return planVersion(files, { folder, version, current, keep: configuration.keep });
    },
  };
}

/** Null when the current version is damaged, so that the model is to be deployed once more. */
async function planUnchanged(
  files: VersionFiles,
  folder: string,
  current: CurrentVersion,
): Promise<DeploymentPlan | null> {
  const location = `${folder}/${current.version}`;
  const state = await verifyVersion(files, location);
  if (!state.intact || state.modelDigest !== current.modelDigest) return null;
  const { version } = current;
  return {
    target: 'directory',
    version,
    location,
    unchanged: true,
    stage: async () => undefined,
    apply: async () => ({
      target: 'directory',
      location,
      version,
      status: 'unchanged',
      files: state.files,
      digests: state.digests,
      removed: [],
    }),
  };
}

function planVersion(
  files: VersionFiles,
  {
    folder,
    version,
    current,
    keep,
  }: {
    readonly folder: string;
    readonly version: number;
    readonly current: CurrentVersion | null;
    readonly keep: number;
  },
): DeploymentPlan {
  const incoming = `${folder}/${INCOMING}${version}`;
  const location = `${folder}/${version}`;
  return {
    target: 'directory',
    version: String(version),
    location,
    unchanged: false,
    stage: async (bundle) => {
      await removeLeftovers(files, folder);
      await files.writeAll(
        bundle.files.map(({ path, content }) => ({ path: `${incoming}/${path}`, content })),
      );
      await files.writeAll([
        { path: `${incoming}/${READY_FILE}`, content: `${bundle.modelDigest}\n` },
      ]);
    },
    apply: async (bundle) => {
      await files.rename(incoming, location);
      await writeCurrent(files, folder, {
        version: String(version),
        modelDigest: bundle.modelDigest,
      });
      const removed = keep === 0 ? [] : await removeOldVersions(files, folder, version, keep);
      return {
        target: 'directory',
        location,
        version: String(version),
        status: 'deployed',
        ...(current === null ? {} : { previousVersion: current.version }),
        files: [...bundle.files.map(({ path }) => path), READY_FILE],
        digests: digestFiles(bundle.files),
        removed,
      };
    },
  };
}

/** What a run that was cut off left behind. */
async function removeLeftovers(files: VersionFiles, folder: string): Promise<void> {
  for (const name of await files.list(folder)) {
    if (name.startsWith(INCOMING) || name.startsWith(REMOVED)) {
      await files.remove(`${folder}/${name}`);
    }
  }
}

/** Keeps the newest `keep` versions, the current one being the newest. */
async function removeOldVersions(
  files: VersionFiles,
  folder: string,
  current: number,
  keep: number,
): Promise<string[]> {
  const versions = await listVersions(files, folder);
  const old = versions.slice(0, Math.max(0, versions.length - keep));
  const removed = old.filter((version) => version !== current).map(String);
  for (const version of removed) {
    // Out of sight at once, since removing a folder takes many steps.
    await files.rename(`${folder}/${version}`, `${folder}/${REMOVED}${version}`);
    await files.remove(`${folder}/${REMOVED}${version}`);
  }
  return removed;
}

export interface RollbackPlan {
  readonly modelDigest: string;
  /** The version's folder. */
  readonly location: string;
  readonly version: string;
  readonly unchanged: boolean;
  apply(): Promise<DeploymentResult>;
}

/**
 * Plans to make another version current. `wanted` is its number, or `previous` for the newest one before the current.
 * Throws a `UserError` when there is no such version, or its files are not the ones that were deployed.
 */
export async function planRollback(
  files: VersionFiles,
  folder: string,
  wanted: string,
): Promise<RollbackPlan> {
  const versions = await listVersions(files, folder);
  const current = await readCurrent(files, folder);
  const version = wanted === 'previous' ? findPrevious(folder, versions, current) : wanted;
  if (!versions.includes(Number(version))) {
    throw new UserError({
      what: `${folder} has no version ${version}`,
      remedy:
        versions.length === 0
          ? 'Deploy a model first'
          : `Name one of the versions that are there: ${versions.join(', ')}`,
    });
  }
  const location = `${folder}/${version}`;
  const state = await verifyVersion(files, location);
  if (!state.intact) {
    throw new UserError({
      what: `${location} is damaged: ${state.reason}`,
      remedy: 'Roll back to another version, or deploy the model again',
    });
  }
  const { modelDigest } = state;
  const unchanged = current?.version === version && current.modelDigest === modelDigest;
  return {
    modelDigest,
    location,
    version,
    unchanged,
    apply: async () => {
      if (!unchanged) await writeCurrent(files, folder, { version, modelDigest });
      return {
        target: 'directory',
        location,
        version,
        status: unchanged ? 'unchanged' : 'rolled-back',
        ...(current === null || unchanged ? {} : { previousVersion: current.version }),
        files: state.files,
        digests: state.digests,
        removed: [],
      };
    },
  };
}

function findPrevious(
  folder: string,
  versions: readonly number[],
  current: CurrentVersion | null,
): string {
  if (current === null) {
    throw new UserError({
      what: `${folder}/current.json does not say which version is current`,
      remedy:
        versions.length === 0
          ? 'Deploy a model first'
          : `Name the version to go to: ${versions.join(', ')}`,
    });
  }
  const previous = versions.filter((version) => version < Number(current.version)).at(-1);
  if (previous !== undefined) return String(previous);
  throw new UserError({
    what: `There is no version before the current one, ${current.version}, in ${folder}`,
    remedy: 'Deploy another model, or set "keep" higher so that earlier versions stay',
  });
}
