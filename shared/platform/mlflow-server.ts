import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { HttpClient } from '@actions/http-client';
import type { Problem } from '../errors/index.ts';
import { shorten } from '../report/index.ts';
import { pause } from './github-patience.ts';
import type { MlflowSettings } from './mlflow-settings.ts';
import type { LogPort } from './ports.ts';
import { redactor } from './redaction.ts';
import { type TrackingCall, TrackingError, type TrackingPort } from './tracking-port.ts';

/** How long a tracking server is waited for, in milliseconds. Tests take shorter times. */
export interface TrackingPatience {
  /** Before each further try after a server error or a lost connection. */
  readonly retryDelays: readonly number[];
  /** For an answer to a call. */
  readonly answerTimeout: number;
  /** Without a byte in either direction, a connection that carries a file counts as cut. */
  readonly silence: number;
  /** For tries that fail and the pauses after them, in a step altogether. */
  readonly failureBudget: number;
  /** For all that a step logs. */
  readonly totalBudget: number;
}

const PATIENCE: TrackingPatience = {
  retryDelays: [1_000, 2_000, 5_000, 10_000],
  answerTimeout: 20_000,
  silence: 30_000,
  failureBudget: 60_000,
  totalBudget: 600_000,
};

/** Answers to searches have some kilobytes. */
const LONGEST_ANSWER = 4_000_000;
/** Characters of a server's own words in a message. */
const LONGEST_REASON = 300;

/** Share of the time for an answer that a try has when the budget for failures is used up. */
const SHORTEST_TRY = 0.05;

/** Failures before anything was sent. */
const NOT_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'];
/** Codes of errors of TLS, which no further try mends. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL/;

interface TrackingOptions {
  readonly log: LogPort;
  readonly signal: AbortSignal;
  readonly patience?: Partial<TrackingPatience>;
}

/** Null where nothing is to be logged. Settings that can't be used make a port that says why at the first call. */
export function openTracking(
  settings: MlflowSettings | null,
  options: TrackingOptions,
): TrackingPort | null {
  return settings === null ? null : new MlflowServer(settings, options);
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly location: string | undefined;
  readonly text: string;
}

interface Shipment {
  readonly method: string;
  readonly url: string;
  /** For messages: the method and the path below the server's address. */
  readonly name: string;
  readonly body: string | Uint8Array | null;
  readonly once: boolean;
}

class MlflowServer implements TrackingPort {
  readonly address: string;
  readonly experiment?: string;
  readonly #settings: MlflowSettings;
  readonly #options: TrackingOptions;
  readonly #patience: TrackingPatience;
  readonly #redact: (text: string) => string;
  #began: number | null = null;
  #failing = 0;

  constructor(settings: MlflowSettings, options: TrackingOptions) {
    this.address = settings.address;
    if (settings.experiment !== undefined) this.experiment = settings.experiment;
    this.#settings = settings;
    this.#options = options;
    this.#patience = { ...PATIENCE, ...options.patience };
    this.#redact = redactor(settings.secrets);
  }

  async call({ method, path, fields, once = false }: TrackingCall) {
    const name = `${method} ${path}`;
    const inQuery = method === 'GET';
    const query = inQuery ? `?${new URLSearchParams(fields as Record<string, string>)}` : '';
    const text = await this.#deliver({
      method,
      url: `${this.address}/api/2.0/mlflow/${path}${query}`,
      name,
      body: inQuery ? null : JSON.stringify(fields),
      once,
    });
    const value = parseObject(text);
    if (value !== null) return value;
    throw new TrackingError('not-understood', notMlflow(`the answer to ${name} is no JSON object`));
  }

  async upload(path: string, content: Uint8Array): Promise<void> {
    const address = path.split('/').map(encodeURIComponent).join('/');
    await this.#deliver({
      method: 'PUT',
      url: `${this.address}/api/2.0/mlflow-artifacts/artifacts/${address}`,
      name: `PUT ${path}`,
      body: content,
      once: false,
    });
  }

  /** Sends until there is an answer that stands, within the limits of time. */
  async #deliver(shipment: Shipment): Promise<string> {
    const { problem } = this.#settings;
    if (problem !== undefined) throw new TrackingError('setup', problem);
    const { log, signal } = this.#options;
    const cancelled = signal.aborted ? undefined : signal;
    for (let tries = 0; ; tries++) {
      const start = performance.now();
      this.#began ??= start;
      const outcome = await this.#send(shipment, cancelled);
      if (outcome instanceof TrackingError) cancelled?.throwIfAborted();
      else if (outcome.status >= 200 && outcome.status < 300) return outcome.text;
      const error = outcome instanceof TrackingError ? outcome : this.#refusal(shipment, outcome);
      this.#failing += performance.now() - start;
      const delay = this.#patience.retryDelays[tries];
      if (error.kind !== 'unreachable' || delay === undefined) throw error;
      const wait = Math.max(delay, retryAfter(outcome));
      if (!this.#hasTimeFor(wait)) throw error;
      this.#failing += wait;
      log.info(`${error.message} Trying again in ${wait / 1000} s`);
      await pause(wait, cancelled);
    }
  }

  #hasTimeFor(wait: number): boolean {
    const { failureBudget } = this.#patience;
    return this.#failing + wait <= failureBudget && wait < this.#left();
  }

  /** Milliseconds of the whole that are left. */
  #left(): number {
    return this.#patience.totalBudget - (performance.now() - (this.#began ?? performance.now()));
  }

  async #send(shipment: Shipment, cancelled?: AbortSignal): Promise<Answer | TrackingError> {
    const { answerTimeout, silence, failureBudget } = this.#patience;
    const isFile = shipment.body instanceof Uint8Array;
    // A last try is short, not left out: it may close the run.
    const answer = Math.min(
      answerTimeout,
      Math.max(failureBudget - this.#failing, SHORTEST_TRY * answerTimeout),
    );
    const limit = Math.max(1, Math.min(this.#left(), isFile ? Number.POSITIVE_INFINITY : answer));
    // Loaded with the first call: most steps log nothing, and a terminal needs no toolkit else.
    const { HttpClient } = await import('@actions/http-client');
    const client = new HttpClient('mlops-actions', [], {
      allowRedirects: false,
      socketTimeout: isFile ? silence : answerTimeout,
    });
    const over = new AbortController();
    const timer = setTimeout(() => over.abort(new Error('it took too long')), limit);
    const cancel = () => over.abort(cancelled?.reason);
    cancelled?.addEventListener('abort', cancel, { once: true });
    try {
      return await Promise.race([this.#exchange(client, shipment), rejectWhenAborted(over.signal)]);
    } catch (error) {
      return error instanceof TrackingError ? error : this.#lost(shipment, error as Error);
    } finally {
      clearTimeout(timer);
      cancelled?.removeEventListener('abort', cancel);
      client.dispose();
    }
  }

  async #exchange(client: HttpClient, { method, url, body }: Shipment): Promise<Answer> {
    const { authorization } = this.#settings;
    const isFile = body instanceof Uint8Array;
    const { message } = await client.request(
      method,
      url,
      isFile ? Readable.from([body], { objectMode: false }) : body,
      {
        accept: 'application/json',
        ...(body === null
          ? {}
          : { 'content-type': isFile ? 'application/octet-stream' : 'application/json' }),
        ...(isFile ? { 'content-length': body.byteLength } : {}),
        ...(authorization === undefined ? {} : { authorization }),
      },
    );
    return {
      status: message.statusCode ?? 0,
      retryAfter: message.headers['retry-after'],
      location: message.headers.location,
      text: await readBounded(message),
    };
  }

  #lost({ name, once }: Shipment, error: Error): TrackingError {
    const { code = '' } = error as NodeJS.ErrnoException;
    const reason = this.#redact(shorten(error.message || code, LONGEST_REASON));
    if (CERTIFICATE.test(code)) {
      return new TrackingError(
        'setup',
        {
          what: `The certificate of the MLflow server is not accepted (${reason})`,
          remedy: 'Name the file of its authority in NODE_EXTRA_CA_CERTS',
        },
        { cause: error },
      );
    }
    return new TrackingError(
      once && !NOT_SENT.includes(code) ? 'unknown-outcome' : 'unreachable',
      {
        what: `The MLflow server gives no answer to ${name} (${reason})`,
        remedy: 'Look whether it runs and can be reached from this runner',
      },
      { cause: error, code },
    );
  }

  #refusal({ name, once }: Shipment, { status, location, text }: Answer): TrackingError {
    const said = parseObject(text);
    const code = typeof said?.error_code === 'string' ? said.error_code : undefined;
    const message = typeof said?.message === 'string' ? said.message : '';
    const words = this.#redact(shorten([code, message].filter(Boolean).join(': '), LONGEST_REASON));
    const answered = `The MLflow server answers ${status} to ${name}${words === '' ? '' : ` (${words})`}`;
    if (status >= 300 && status < 400) {
      const host = URL.canParse(location ?? '') ? ` to ${new URL(location ?? '').host}` : '';
      return new TrackingError('not-understood', {
        what: `The MLflow server leads elsewhere${host}, which is not followed`,
        remedy:
          'Give the address itself in MLFLOW_TRACKING_URI, and credentials that need no page to sign in',
      });
    }
    if (status === 401) {
      const none = this.#settings.authorization === undefined;
      return new TrackingError('refused', {
        what: none
          ? 'The MLflow server wants credentials, and none are set'
          : 'The MLflow server does not accept the credentials',
        remedy: `Set MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, from the secrets${none ? '; a pull request from a fork is given none' : ''}`,
      });
    }
    if (status === 403) {
      return new TrackingError(
        'refused',
        {
          what: answered,
          remedy: 'Give its account the right to edit the experiment, and the registered model',
        },
        { code },
      );
    }
    if (status === 429 || status >= 500) {
      const unknown = once && status !== 429 && status !== 503;
      return new TrackingError(unknown ? 'unknown-outcome' : 'unreachable', { what: answered });
    }
    if (code === undefined) {
      return new TrackingError('not-understood', notMlflow(`${status} to ${name}`));
    }
    return new TrackingError('refused', { what: answered }, { code });
  }
}

/** Milliseconds; 0 where the server names none. It names seconds, or a date. */
function retryAfter(outcome: Answer | TrackingError): number {
  if (outcome instanceof TrackingError || outcome.retryAfter === undefined) return 0;
  const seconds = Number(outcome.retryAfter);
  const wait = Number.isFinite(seconds)
    ? seconds * 1000
    : Date.parse(outcome.retryAfter) - Date.now();
  return wait > 0 ? Math.ceil(wait) : 0;
}

class TooLong extends TrackingError {
  constructor() {
    super('not-understood', notMlflow(`it answers with more than ${LONGEST_ANSWER} bytes`));
  }
}

async function readBounded(message: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of message as AsyncIterable<Buffer>) {
    bytes += part.byteLength;
    if (bytes > LONGEST_ANSWER) {
      message.destroy();
      throw new TooLong();
    }
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function notMlflow(how: string): Problem {
  return {
    what: `What answers at MLFLOW_TRACKING_URI is no MLflow server (${how})`,
    remedy: 'Give the address at which its pages are seen, without what follows "#"',
  };
}

function rejectWhenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
