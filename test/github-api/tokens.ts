import { randomBytes } from 'node:crypto';
import type { Need } from './call.ts';
import type { Actor } from './records.ts';

/** As in `permissions:` of a workflow. */
export type Permission =
  | 'actions'
  | 'attestations'
  | 'checks'
  | 'contents'
  | 'deployments'
  | 'id-token'
  | 'issues'
  | 'packages'
  | 'pages'
  | 'pull-requests'
  | 'statuses'
  | 'workflows';

export type Permissions = Readonly<Partial<Record<Permission, 'read' | 'write' | 'none'>>>;

/**
 * `workflow`: GITHUB_TOKEN of a job, whose doings start no workflow. `app`: of an app's installation, whose doings do.
 * `user`: of a person.
 */
export type TokenKind = 'workflow' | 'app' | 'user';

export interface Token {
  readonly value: string;
  readonly kind: TokenKind;
  readonly actor: Actor;
  readonly permissions: Permissions;
  readonly expiresAt: number;
  /** Full names of the repositories that it is for. */
  readonly repositories: readonly string[];
  /** Requests left in this hour. */
  remaining: number;
  readonly limit: number;
  /** In milliseconds since 1970. */
  resetsAt: number;
}

export interface MintOptions {
  readonly permissions: Permissions;
  readonly kind?: TokenKind;
  /** The name of the app or person; an app acts as `NAME[bot]`. */
  readonly actor?: string;
  /** In milliseconds; negative for a token that has expired. */
  readonly expiresIn?: number;
  /** Default: the repository of the double. */
  readonly repositories?: readonly string[];
  /** Requests an hour. */
  readonly rateLimit?: number;
}

const HOUR = 3_600_000;
const ACTIONS_BOT: Actor = { login: 'github-actions[bot]', id: 41_898_282, type: 'Bot' };
const RATE_LIMITS = { workflow: 1_000, app: 5_000, user: 5_000 };
const PREFIXES = { workflow: 'ghs_', app: 'ghs_', user: 'ghp_' };

export function makeToken(options: MintOptions, repository: string): Token {
  const { permissions, kind = 'workflow', expiresIn = HOUR } = options;
  const limit = options.rateLimit ?? RATE_LIMITS[kind];
  return {
    value: PREFIXES[kind] + randomBytes(27).toString('base64').replaceAll(/[+/]/g, 'x'),
    kind,
    actor: kind === 'workflow' ? ACTIONS_BOT : makeActor(kind, options.actor),
    permissions,
    expiresAt: Date.now() + expiresIn,
    repositories: options.repositories ?? [repository],
    remaining: limit,
    limit,
    resetsAt: Date.now() + HOUR,
  };
}

/** Whether the token holds one of the alternatives. */
export function holds(token: Token, needs: readonly Need[]): boolean {
  if (needs.length === 0) return true;
  return needs.some((need) =>
    Object.entries(need).every(([permission, level]) => {
      const granted = token.permissions[permission as Permission];
      return granted === 'write' || granted === level;
    }),
  );
}

export function onlyReads(needs: readonly Need[]): boolean {
  return needs.every((need) => Object.values(need).every((level) => level === 'read'));
}

function makeActor(
  kind: 'app' | 'user',
  name: string = kind === 'app' ? 'mlops-app' : 'octo',
): Actor {
  return kind === 'app'
    ? { login: `${name}[bot]`, id: 2_000_001, type: 'Bot' }
    : { login: name, id: 1_000_001, type: 'User' };
}
