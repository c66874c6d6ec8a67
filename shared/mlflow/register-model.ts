import type { Ports } from '../platform/index.ts';
import { findTrainingRun } from './extend-run.ts';
import {
  createVersion,
  ensureRegisteredModel,
  findVersion,
  fitAlias,
  pageOfVersion,
  setAlias,
  tagVersion,
} from './model-registry.ts';
import { fitTags } from './run-content.ts';
import { orWarn, type RunToLog, uploadFiles } from './track-run.ts';
import type { TrackedPage } from './tracked-result.ts';

export interface ModelToRegister
  extends Pick<RunToLog, 'model' | 'identity' | 'files' | 'outputDirectory'> {
  /** Moved to the version; null: none. */
  readonly alias: string | null;
  /** Of the version; those that are undefined are left out. */
  readonly tags: Readonly<Record<string, string | undefined>>;
}

/**
 * Makes the model of a training a version of the registered model, or finds the one that it is, and moves the alias there.
 * Null where MLflow has no run of the training, which the log tells, and where it fails, which is a warning.
 */
export async function registerModel(
  { model: name, identity, alias, tags, files, outputDirectory }: ModelToRegister,
  ports: Ports,
): Promise<TrackedPage | null> {
  return await orWarn(ports, async (port) => {
    const run = await findTrainingRun(port, { model: name, identity }, ports);
    if (run === null) return null;
    if (run.artifacts.kind === 'direct') {
      ports.log.info('Not registered in MLflow: its run has no files of the model');
      return null;
    }
    await uploadFiles(port, run, { files, outputDirectory }, ports);
    await ensureRegisteredModel(port, name);
    const version = (await findVersion(port, name, run)) ?? (await createVersion(port, name, run));
    for (const tag of fitTags(tags)) await tagVersion(port, name, version, tag);
    const moved = alias === null ? null : fitAlias(alias);
    if (moved !== null) await setAlias(port, name, version, moved);
    return {
      url: pageOfVersion(port, name, version),
      text: `version ${version} of ${name}${moved === null ? '' : ` (${moved})`}`,
    };
  });
}
