import { TrackingError, type TrackingPort } from '../platform/index.ts';
import type { Batch, NamedValue } from './run-content.ts';

/** Ids as MLflow makes them; they stand in addresses. */
const ID = /^[A-Za-z0-9][\w-]{0,255}$/;

/** Where the files of a run go. */
export type ArtifactPlace =
  /** Below the server's proxy. */
  | { readonly kind: 'proxy'; readonly path: string }
  /** A storage that the server does not pass files on to; `scheme`: e.g. `s3`. */
  | { readonly kind: 'direct'; readonly scheme: string };

export interface MlflowRun {
  readonly id: string;
  readonly experiment: string;
  readonly artifacts: ArtifactPlace;
  /** As the server says it, for versions of models. */
  readonly artifactUri: string;
}

export type RunStatus = 'FINISHED' | 'FAILED' | 'KILLED';

/** Id of the experiment of this name, which is made where there is none. */
export async function ensureExperiment(port: TrackingPort, name: string): Promise<string> {
  const found = await findExperiment(port, name);
  if (found !== null) return found;
  try {
    const fields = { name };
    const { experiment_id } = await port.call({
      method: 'POST',
      path: 'experiments/create',
      fields,
    });
    return idOf(experiment_id, 'experiment');
  } catch (error) {
    // Another job, or an own call whose answer was lost, has made it in the meantime.
    if (codeOf(error) !== 'RESOURCE_ALREADY_EXISTS') throw error;
    const made = await findExperiment(port, name);
    if (made === null) throw error;
    return made;
  }
}

/** Null where there is none. */
export async function findExperiment(port: TrackingPort, name: string): Promise<string | null> {
  const answer = await orNull('RESOURCE_DOES_NOT_EXIST', () =>
    port.call({
      method: 'GET',
      path: 'experiments/get-by-name',
      fields: { experiment_name: name },
    }),
  );
  if (answer === null) return null;
  const experiment = objectOf(answer.experiment, 'experiment');
  if (experiment.lifecycle_stage === 'deleted') {
    throw new TrackingError('refused', {
      what: 'The experiment has been deleted in MLflow',
      remedy: 'Restore it there, or name another one in MLFLOW_EXPERIMENT_NAME',
    });
  }
  return idOf(experiment.experiment_id, 'experiment');
}

/** The newest run with all these tags and this status; null where there is none. */
export async function findRun(
  port: TrackingPort,
  experiment: string,
  tags: readonly NamedValue[],
  status?: RunStatus,
): Promise<MlflowRun | null> {
  const filter = [
    ...tags.map(({ key, value }) => `tags.\`${key}\` = '${value}'`),
    ...(status === undefined ? [] : [`attributes.status = '${status}'`]),
  ].join(' and ');
  const answer = await port.call({
    method: 'POST',
    path: 'runs/search',
    fields: {
      experiment_ids: [experiment],
      filter,
      max_results: 1,
      order_by: ['attributes.start_time DESC'],
    },
  });
  // A field that would be an empty list is left out.
  const [found] = Array.isArray(answer.runs) ? (answer.runs as unknown[]) : [];
  return found === undefined ? null : parseRun(found);
}

export interface NewRun {
  readonly experiment: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly user?: string;
  /** Tags of the run; `unique` is one that no other run has, so that a lost answer doubles nothing. */
  readonly tags: readonly NamedValue[];
  readonly unique: NamedValue;
}

/** A run that has begun. */
export async function createRun(port: TrackingPort, run: NewRun): Promise<MlflowRun> {
  const create = async () => {
    const answer = await port.call({
      method: 'POST',
      path: 'runs/create',
      fields: {
        experiment_id: run.experiment,
        run_name: run.name,
        start_time: run.start,
        ...(run.user === undefined ? {} : { user_id: run.user }),
        tags: [...run.tags, run.unique],
      },
      once: true,
    });
    return parseRun(answer.run);
  };
  try {
    return await create();
  } catch (error) {
    if (!(error instanceof TrackingError) || error.kind !== 'unknown-outcome') throw error;
    return (await findRun(port, run.experiment, [run.unique])) ?? (await create());
  }
}

export async function logBatch(port: TrackingPort, run: MlflowRun, batch: Batch): Promise<void> {
  await port.call({
    method: 'POST',
    path: 'runs/log-batch',
    fields: { run_id: run.id, ...batch },
  });
}

/** `end`: milliseconds since 1970. */
export async function endRun(
  port: TrackingPort,
  run: MlflowRun,
  status: RunStatus,
  end: number,
): Promise<void> {
  await port.call({
    method: 'POST',
    path: 'runs/update',
    fields: { run_id: run.id, status, end_time: end },
  });
}

/** Page of a run, for a person. */
export function pageOf(port: TrackingPort, { experiment, id }: MlflowRun): string {
  return `${port.address}/#/experiments/${experiment}/runs/${id}`;
}

function parseRun(value: unknown): MlflowRun {
  const info = objectOf(objectOf(value, 'run').info, 'run');
  const uri = info.artifact_uri;
  const artifactUri = typeof uri === 'string' ? uri : '';
  return {
    id: idOf(info.run_id ?? info.run_uuid, 'run'),
    experiment: idOf(info.experiment_id, 'experiment'),
    artifacts: placeOf(artifactUri),
    artifactUri,
  };
}

/**
 * `mlflow-artifacts:/1/abc/artifacts` → `1/abc/artifacts` below the proxy. Of an address with a host the same: the one
 * server that is asked is the one that the user has named.
 */
function placeOf(uri: string): ArtifactPlace {
  const match = /^mlflow-artifacts:(?:\/\/[^/]*)?\/*(.*)$/.exec(uri);
  const path = match?.[1]?.replace(/\/+$/, '') ?? '';
  const isPlain = path.split('/').every((part) => !/^\.{0,2}$/.test(part));
  if (match !== null && isPlain) return { kind: 'proxy', path };
  const scheme = /^([a-z][a-z0-9+.-]{0,40}):/i.exec(uri)?.[1]?.toLowerCase();
  return { kind: 'direct', scheme: scheme ?? 'file' };
}

export function objectOf(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  throw new TrackingError('not-understood', { what: `The MLflow server names no ${what}` });
}

function idOf(value: unknown, what: string): string {
  if (typeof value === 'string' && ID.test(value)) return value;
  throw new TrackingError('not-understood', { what: `The MLflow server names no ${what}` });
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof TrackingError ? error.code : undefined;
}

export async function orNull<T>(code: string, call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    if (codeOf(error) === code) return null;
    throw error;
  }
}
