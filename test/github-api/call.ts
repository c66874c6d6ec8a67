import type { IncomingHttpHeaders } from 'node:http';
import type { Repository } from './records.ts';
import type { Permission, Token } from './tokens.ts';
import type { World } from './world.ts';

/** A request that agrees with the description and comes with a token that is good. */
export interface Call {
  readonly address: URL;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** Held against the description before a handler sees it. */
  readonly body: unknown;
  readonly raw: Buffer;
  readonly headers: IncomingHttpHeaders;
  readonly token: Token;
  /** The one in the path; operations without one get the repository of the double. */
  readonly repository: Repository;
  readonly world: World;
  /** What is uploaded breaks off half-way. */
  readonly isCutShort: boolean;
}

export interface Answer {
  readonly status: number;
  /** Sent as JSON, text as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Permissions that belong together, e.g. `{ contents: 'write' }`. */
export type Need = Readonly<Partial<Record<Permission, 'read' | 'write'>>>;

/** How the double answers one operation. */
export interface Operation {
  /** Alternatives, each of which suffices. None: every good token may. */
  readonly needs: readonly Need[] | ((call: Call) => readonly Need[]);
  /** Of a public repository anyone may read, but some things only with the permission. */
  readonly evenIfPublic?: boolean;
  readonly handle: (call: Call) => Answer | Promise<Answer>;
}

/** By the operation's id in the description. */
export type Operations = Readonly<Record<string, Operation>>;

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function created(body: Readonly<Record<string, unknown>>): Answer {
  const headers = typeof body.url === 'string' ? { location: body.url } : {};
  return { status: 201, body, headers };
}

export const NO_CONTENT: Answer = { status: 204 };
