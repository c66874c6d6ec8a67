import { setTimeout as wait } from 'node:timers/promises';
import type { getOctokit } from '@actions/github';
import { UserError } from '../errors/index.ts';
import type { LogPort } from './ports.ts';

/** How long GitHub is waited for. Tests take shorter times. */
export interface Patience {
  /** Milliseconds before each further try after a server error or a lost connection. */
  readonly retryDelays: readonly number[];
  /** Milliseconds that a run waits for rate limits altogether; a job that waits costs money. */
  readonly rateLimitBudget: number;
  /** Milliseconds to wait where GitHub limits without saying how long; its documentation asks for a minute. */
  readonly unnamedLimit: number;
  /** Milliseconds for an answer to a call, and for one that carries a file. */
  readonly answerTimeout: number;
  readonly uploadTimeout: number;
}

export const PATIENCE: Patience = {
  retryDelays: [1000, 3000, 6000],
  rateLimitBudget: 120_000,
  unnamedLimit: 60_000,
  answerTimeout: 30_000,
  uploadTimeout: 600_000,
};

/** A limit that resets at once still gets a pause, so that no loop ever hammers GitHub. */
const SHORTEST_LIMIT_WAIT = 1000;

/** Calls of this kind may be sent again: the second one finds what the first one did, or does the same. */
const REPEATABLE_METHODS = ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE'];

/**
 * For a POST that may be sent again although its first answer was lost: git objects that are named by their content,
 * and names that exist once. `octokit.rest.git.createBlob({ …, ...REPEATABLE })`. Others go through `createOnce`.
 */
export const REPEATABLE = { request: { repeatable: true } } as const;

/** The call was sent and no answer came: GitHub may have done it or not. */
export class LostAnswerError extends Error {
  constructor(call: string, cause: unknown) {
    super(`no answer to ${call}: ${reasonOf(cause)}`, { cause });
    this.name = 'LostAnswerError';
  }
}

/** True when GitHub may have done what was asked although the call failed. */
export function isOutcomeUnknown(error: unknown): boolean {
  return error instanceof LostAnswerError || (statusOf(error) ?? 0) >= 500;
}

/** The status that GitHub answered with; undefined when there was no answer. */
export function statusOf(error: unknown): number | undefined {
  const { status, response } = (error ?? {}) as { status?: unknown; response?: unknown };
  return typeof status === 'number' && response !== undefined ? status : undefined;
}

type Octokit = ReturnType<typeof getOctokit>;
type Call = Required<Parameters<Octokit['request']['endpoint']['parse']>[0]>;
type Answer = Awaited<ReturnType<Octokit['request']>>;
type Send = (call: Call) => Promise<Answer> | Answer;

/**
 * The hook around every call: waits for rate limits within a budget, tries server errors and lost connections again
 * where nothing can be doubled by it, and gives each try a time limit.
 */
export function patientRequests(patience: Patience, log: LogPort, cancelled?: AbortSignal) {
  let waited = 0;

  async function waitForLimit(
    limit: RateLimit,
    call: string,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    if (waited + limit.milliseconds > patience.rateLimitBudget) throw limitReached(limit);
    waited += limit.milliseconds;
    log.info(
      `GitHub limits how often it is called (${limit.kind}): waiting ${Math.ceil(limit.milliseconds / 1000)} s before ${call}`,
    );
    await pause(limit.milliseconds, signal);
  }

  return async (send: Send, options: Call): Promise<Answer> => {
    const call = `${options.method} ${pathOf(options)}`;
    // What is still called after the end of a cancelled run cleans up behind it.
    const signal = cancelled?.aborted === true ? undefined : cancelled;
    let tries = 0;
    for (;;) {
      try {
        return await sendOnce(send, options, { call, patience, signal });
      } catch (error) {
        signal?.throwIfAborted();
        const limit = rateLimitOf(error, patience);
        if (limit !== null) {
          // A limited call was never carried out: whatever its method, it may be sent again.
          await waitForLimit(limit, call, signal);
          continue;
        }
        const delay = patience.retryDelays[tries++];
        if (delay === undefined || !isOutcomeUnknown(error) || !isRepeatable(options)) throw error;
        log.info(
          `GitHub: ${error instanceof LostAnswerError ? error.message : `${statusOf(error)} to ${call}`}; trying again in ${delay / 1000} s`,
        );
        await pause(delay, signal);
      }
    }
  };
}

async function sendOnce(
  send: Send,
  options: Call,
  { call, patience, signal }: { call: string; patience: Patience; signal: AbortSignal | undefined },
): Promise<Answer> {
  const either = new AbortController();
  const cancel = () => either.abort(signal?.reason);
  const timer = setTimeout(
    () => either.abort(new Error('it took too long')),
    isFile(options) ? patience.uploadTimeout : patience.answerTimeout,
  );
  signal?.addEventListener('abort', cancel, { once: true });
  let response: Answer;
  try {
    // Set and not copied: the hook that adds the token gets these very options, whatever is passed on.
    options.request.signal = either.signal;
    response = await send(options);
  } catch (error) {
    if (statusOf(error) !== undefined) throw error;
    throw new LostAnswerError(call, either.signal.aborted ? either.signal.reason : error);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
  }
  // The client gives an empty text where the connection is cut within a JSON body: as a list it would say "nothing there".
  const json = String(response.headers['content-type'] ?? '').includes('json');
  if (json && typeof response.data === 'string') {
    throw new LostAnswerError(call, new Error('the connection was cut'));
  }
  return response;
}

function isRepeatable({ method, request }: Call): boolean {
  return REPEATABLE_METHODS.includes(method) || request?.repeatable === true;
}

function isFile({ data }: Call & { readonly data?: unknown }): boolean {
  return data instanceof Uint8Array;
}

interface RateLimit {
  readonly kind: string;
  readonly milliseconds: number;
}

/** https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately */
function rateLimitOf(error: unknown, { unnamedLimit }: Patience): RateLimit | null {
  const status = statusOf(error);
  if (status !== 403 && status !== 429) return null;
  const { headers } = (error as { response: Answer }).response;
  const atLeast = (milliseconds: number) => Math.max(SHORTEST_LIMIT_WAIT, milliseconds);
  const spent = headers['x-ratelimit-remaining'] === '0';
  const kind = spent ? 'its hourly limit is used up' : 'too many calls in a short time';
  const after = secondsOf(headers['retry-after']);
  if (after !== undefined) return { kind, milliseconds: atLeast(after * 1000) };
  const reset = Number(headers['x-ratelimit-reset']);
  if (spent && reset > 0) {
    return { kind, milliseconds: atLeast(reset * 1000 - Date.now() + SHORTEST_LIMIT_WAIT) };
  }
  const said = /secondary rate limit|abuse detection/i.test((error as Error).message);
  return status === 429 || said ? { kind, milliseconds: unnamedLimit } : null;
}

/** `retry-after` holds seconds or a date. */
function secondsOf(header: string | number | undefined): number | undefined {
  if (header === undefined || header === '') return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return seconds;
  const date = Date.parse(String(header));
  return Number.isNaN(date) ? undefined : (date - Date.now()) / 1000;
}

function limitReached({ kind, milliseconds }: RateLimit): UserError {
  const again = new Date(Date.now() + milliseconds);
  return new UserError({
    what: `GitHub limits how often it is called (${kind}) until ${again.toISOString().slice(0, 19)}Z`,
    remedy:
      'Run the job again after that; let fewer jobs call GitHub at once (concurrency), or give the token of an app in the input "token"',
  });
}

/** Waits, or throws the reason of the cancellation as soon as there is one. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  try {
    await wait(milliseconds, undefined, signal === undefined ? {} : { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}

/** The address without its host and query; the client's templates (`/repos/{owner}/…`) are filled in. */
function pathOf(call: Call): string {
  const values = call as Readonly<Record<string, unknown>>;
  return call.url
    .replace(/^https?:\/\/[^/]+/, '')
    .replace(/\?.*$/s, '')
    .replace(/\{(\w+)\}/g, (template, name) => String(values[name] ?? template));
}

function reasonOf(error: unknown): string {
  const innermost = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return innermost instanceof Error ? innermost.message : String(innermost);
}
