import { isCancelledError } from '../errors/index.ts';
import { sha256 } from '../lineage/index.ts';
import type { Ports, TrackingPort } from '../platform/index.ts';
import { batchesOf, fitTags, type NamedValue, type RunContent } from './run-content.ts';
import type { TrackedPage } from './tracked-result.ts';
import {
  createRun,
  endRun,
  ensureExperiment,
  findRun,
  logBatch,
  type MlflowRun,
  pageOf,
} from './tracking-client.ts';

/** Which training a run of MLflow tells of: its model, and all that training.json says of it. */
export interface TrainingIdentity {
  /** Lower-case hexadecimal SHA-256, as all digests here. */
  readonly modelDigest: string;
  /** Left out: that of any. */
  readonly trainingDigest?: string;
}

export interface RunToLog {
  readonly model: string;
  readonly identity: TrainingIdentity;
  readonly content: RunContent;
  /** Paths in the output directory, under which the run has them too. */
  readonly files: readonly string[];
  readonly outputDirectory: string;
  readonly startedAt: Date;
  /** The training is an earlier one, which may have been logged. */
  readonly fromCache: boolean;
  /** Of mlops-actions. */
  readonly version: string;
}

const MODEL_TAG = 'mlops.model-digest';
const TRAINING_TAG = 'mlops.training-digest';
/** Names one attempt to make a run. */
const REQUEST_TAG = 'mlops.request';

/** Characters of a digest that tell one model from another for a person. */
const SHORT_DIGEST = 8;

/**
 * Logs a training to MLflow as a run of its own. A run that is `FINISHED` is complete, and one of the same training that
 * was taken from the cache is not logged again. Null where nothing is logged: a server that fails costs a warning and
 * never the training. Throws the reason of a cancellation alone.
 */
export async function trackTraining(run: RunToLog, ports: Ports): Promise<TrackedPage | null> {
  return await orWarn(ports, async (port) => {
    const experiment = await ensureExperiment(port, port.experiment ?? run.model);
    if (run.fromCache) {
      const found = await findRun(port, experiment, tagsOf(run.identity), 'FINISHED');
      if (found !== null) {
        return { url: pageOf(port, found), text: 'the run that has this training already' };
      }
    }
    const created = await createRun(port, {
      experiment,
      name: `${run.model} ${run.identity.modelDigest.slice(0, SHORT_DIGEST)}`,
      start: run.startedAt.getTime(),
      ...(ports.run.actor === undefined ? {} : { user: ports.run.actor }),
      tags: tagsOf(run.identity),
      unique: { key: REQUEST_TAG, value: requestOf(run, ports) },
    });
    return await fillRun(port, created, run, ports);
  });
}

async function fillRun(
  port: TrackingPort,
  created: MlflowRun,
  run: RunToLog,
  ports: Ports,
): Promise<TrackedPage> {
  const now = () => ports.clock.now().getTime();
  const forget = ports.cancellation.onCancel(async ({ tracking }) => {
    if (tracking !== null) await endRun(tracking, created, 'KILLED', now());
  });
  try {
    const content = { ...run.content, tags: [...describeSource(run, ports), ...run.content.tags] };
    for (const batch of batchesOf(content, now())) await logBatch(port, created, batch);
    const lacks = await uploadFiles(port, created, run, ports);
    await endRun(port, created, 'FINISHED', now());
    return {
      url: pageOf(port, created),
      text: 'the run of this training',
      ...(lacks === null ? {} : { lacks }),
    };
  } catch (error) {
    if (!isCancelledError(error)) {
      await endRun(port, created, 'FAILED', now()).catch((second: Error) =>
        ports.log.debug(`The run in MLflow is left open: ${second.message}`),
      );
    }
    throw error;
  } finally {
    if (!ports.cancellation.signal.aborted) forget();
  }
}

/** Puts the files there that there are. Null when they are, else why not. */
export async function uploadFiles(
  port: TrackingPort,
  { artifacts }: MlflowRun,
  { files, outputDirectory }: Pick<RunToLog, 'files' | 'outputDirectory'>,
  ports: Ports,
): Promise<string | null> {
  if (artifacts.kind === 'direct') {
    return `its files: the server keeps those in "${artifacts.scheme}:", which takes credentials of its own; start it with --serve-artifacts`;
  }
  for (const path of files) {
    const place = `${outputDirectory}/${path}`;
    // The report is left out where it can't be made.
    if (!(await ports.files.exists(place))) continue;
    const content = await ports.files.read(place);
    await port.upload(`${artifacts.path}/${path}`, content);
  }
  return null;
}

/**
 * What `work` gives; null where the environment names no server, or where logging fails, which is a warning. Throws the
 * reason of a cancellation alone.
 */
export async function orWarn<T>(
  ports: Ports,
  work: (port: TrackingPort) => Promise<T>,
): Promise<T | null> {
  if (ports.tracking === null) return null;
  try {
    return await work(ports.tracking);
  } catch (error) {
    ports.cancellation.signal.throwIfAborted();
    if (isCancelledError(error)) throw error;
    ports.annotations.add({
      level: 'warning',
      title: 'Not logged to MLflow',
      message: `${(error as Error).message} Nothing else depends on it: the step goes on.`,
    });
    ports.log.debug((error as Error).stack ?? '');
    return null;
  }
}

/** By which a run is found again. */
export function tagsOf({ modelDigest, trainingDigest }: TrainingIdentity): NamedValue[] {
  return [
    { key: MODEL_TAG, value: modelDigest },
    ...(trainingDigest === undefined ? [] : [{ key: TRAINING_TAG, value: trainingDigest }]),
  ];
}

/** Another one for each step that logs. */
function requestOf({ identity }: RunToLog, { run, clock }: Ports): string {
  const { repository, runId, attempt, job } = run;
  const parts = [identity.modelDigest, repository, runId, attempt, job, clock.now().toISOString()];
  return sha256(parts.join('\n'));
}

/** Tags by which MLflow's pages show where a run comes from, and those of the suite. */
function describeSource({ model, version }: RunToLog, { run }: Ports): NamedValue[] {
  const server = run.runUrl === undefined ? undefined : new URL(run.runUrl).origin;
  const repository =
    server === undefined || run.repository === undefined
      ? undefined
      : `${server}/${run.repository}`;
  const tags = {
    'mlflow.user': run.actor,
    'mlflow.source.type': run.platform === 'actions' ? 'JOB' : 'LOCAL',
    'mlflow.source.name': run.repository ?? model,
    'mlflow.source.git.commit': run.commit,
    'mlflow.source.git.branch': run.ref,
    'mlflow.source.git.repoURL': repository,
    'mlops.model': model,
    'mlops.run-url': run.runUrl,
    'mlops.pull-request': run.pullRequest?.toString(),
    'mlops.version': version,
  };
  return fitTags(tags);
}
