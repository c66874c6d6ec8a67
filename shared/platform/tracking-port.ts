import { formatProblem, type Problem } from '../errors/index.ts';

/**
 * A tracking server that speaks MLflow's REST API 2.0. Both methods reject with a `TrackingError`, or with the reason of a
 * cancellation, and wait for the server within limits.
 */
export interface TrackingPort {
  /** Address of the server without credentials and without a slash at its end. */
  readonly address: string;
  /** Name of the experiment, where the environment gives one. */
  readonly experiment?: string;
  /** The object that the server answers with. */
  call(call: TrackingCall): Promise<Readonly<Record<string, unknown>>>;
  /** Puts a file under a path of the server's proxy for artifacts, in place of one that is there. */
  upload(path: string, content: Uint8Array): Promise<void>;
}

export interface TrackingCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below `api/2.0/mlflow/`, e.g. `runs/create`. */
  readonly path: string;
  /** The body, or of GET the query. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** True where a second call would make a second thing: then a lost answer is an error of the kind `unknown-outcome`. */
  readonly once?: boolean;
}

/**
 * - `setup`: the variables of the environment name no server that can be used
 * - `refused`: the server says no; `code` is MLflow's, e.g. `RESOURCE_DOES_NOT_EXIST`
 * - `unknown-outcome`: the call was sent, and no answer says whether it was carried out
 * - `unreachable`: no answer within the time
 * - `not-understood`: what answers does not speak as MLflow does
 */
export type TrackingFailure =
  | 'setup'
  | 'refused'
  | 'unknown-outcome'
  | 'unreachable'
  | 'not-understood';

export class TrackingError extends Error {
  readonly kind: TrackingFailure;
  readonly code?: string;

  constructor(
    kind: TrackingFailure,
    problem: Problem,
    { code, ...options }: ErrorOptions & { readonly code?: string | undefined } = {},
  ) {
    super(formatProblem(problem), options);
    this.name = 'TrackingError';
    this.kind = kind;
    if (code !== undefined) this.code = code;
  }
}
