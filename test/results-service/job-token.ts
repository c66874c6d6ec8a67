import { createHmac } from 'node:crypto';
import { Refusal } from './twirp.ts';

/** Bits of a cache permission in a token. */
export const READ = 1;
export const WRITE = 2;

/** A ref whose caches a job may use, and how; the order is the order of the search. */
export interface CacheScope {
  readonly ref: string;
  /** Sum of `READ` and `WRITE`. */
  readonly permission: number;
}

/** Who asks: what the token says that the runner gave the job. */
export interface Caller {
  /** Backend ids; nothing but the service knows which run and job they stand for. */
  readonly run: string;
  readonly job: string;
  readonly caches: readonly CacheScope[];
}

const LIFETIME_S = 6 * 3600;

/**
 * A JSON Web Token like the runner's `ACTIONS_RUNTIME_TOKEN`: the backend ids stand in the scope
 * `Actions.Results:<run>:<job>`, the refs of the caches in the claim `ac`.
 */
export function signToken({ run, job, caches }: Caller, secret: Buffer): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = {
    scp: `Actions.GenericRead:00000000 Actions.Results:${run}:${job}`,
    ac: JSON.stringify(
      caches.map(({ ref, permission }) => ({ Scope: ref, Permission: permission })),
    ),
    exp: Math.floor(Date.now() / 1000) + LIFETIME_S,
  };
  const signed = `${part({ typ: 'JWT', alg: 'HS256' })}.${part(claims)}`;
  return `${signed}.${signature(signed, secret)}`;
}

/** Throws `Refusal` for a token that this service has not signed, that is too old or has no scope for results. */
export function authenticate(header: string | undefined, secret: Buffer): Caller {
  const [, signed, claims, given] = /^Bearer ([^.]+\.([^.]+))\.([^.]+)$/.exec(header ?? '') ?? [];
  if (signed === undefined || claims === undefined) {
    throw new Refusal(401, 'unauthenticated', 'no token');
  }
  if (signature(signed, secret) !== given) {
    throw new Refusal(401, 'unauthenticated', 'the token is not signed by this service');
  }
  const { scp, ac, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as {
    scp: string;
    ac: string;
    exp: number;
  };
  if (exp * 1000 < Date.now()) throw new Refusal(401, 'unauthenticated', 'the token is too old');
  const [, run, job] = /(?:^| )Actions\.Results:([^: ]+):([^: ]+)(?: |$)/.exec(scp) ?? [];
  if (run === undefined || job === undefined) {
    throw new Refusal(403, 'permission_denied', 'the token has no scope Actions.Results');
  }
  const caches = (JSON.parse(ac) as { Scope: string; Permission: number }[]).map(
    ({ Scope, Permission }) => ({ ref: Scope, permission: Permission }),
  );
  return { run, job, caches };
}

function signature(signed: string, secret: Buffer): string {
  return createHmac('sha256', secret).update(signed).digest('base64url');
}
