import { sha256 } from '../lineage/index.ts';
import type { FilesPort, Ports, TrackingPort } from '../platform/index.ts';
import { batchesOf } from './run-content.ts';
import { orWarn, type RunToLog, type TrainingIdentity, tagsOf, uploadFiles } from './track-run.ts';
import type { TrackedPage } from './tracked-result.ts';
import { findExperiment, findRun, logBatch, type MlflowRun, pageOf } from './tracking-client.ts';

/** What is found out about a model after its training. */
export type RunExtension = Pick<
  RunToLog,
  'model' | 'identity' | 'content' | 'files' | 'outputDirectory'
>;

/** Adds to the run of a training. Null where there is none, which the log tells, and where logging fails, which is a warning. */
export async function extendTrainingRun(
  extension: RunExtension,
  ports: Ports,
): Promise<TrackedPage | null> {
  return await orWarn(ports, async (port) => {
    const run = await findTrainingRun(port, extension, ports);
    if (run === null) return null;
    for (const batch of batchesOf(extension.content, ports.clock.now().getTime())) {
      await logBatch(port, run, batch);
    }
    const lacks = await uploadFiles(port, run, extension, ports);
    return {
      url: pageOf(port, run),
      text: 'this evaluation, in the run of its training',
      ...(lacks === null ? {} : { lacks }),
    };
  });
}

/** The newest complete run of a training; null where there is none, which the log tells. */
export async function findTrainingRun(
  port: TrackingPort,
  { model, identity }: Pick<RunToLog, 'model' | 'identity'>,
  { log }: Ports,
): Promise<MlflowRun | null> {
  const experiment = await findExperiment(port, port.experiment ?? model);
  const run =
    experiment === null ? null : await findRun(port, experiment, tagsOf(identity), 'FINISHED');
  if (run === null) {
    log.info(
      'MLflow has no complete run of this training: train-model makes it where MLFLOW_TRACKING_URI is set for it, too',
    );
  }
  return run;
}

/** Of the model in an output directory, with its training report if that is there. */
export async function readIdentity(
  files: FilesPort,
  outputDirectory: string,
  modelDigest: string,
): Promise<TrainingIdentity> {
  const path = `${outputDirectory}/training.json`;
  if (!(await files.exists(path))) return { modelDigest };
  return { modelDigest, trainingDigest: sha256(await files.read(path)) };
}
