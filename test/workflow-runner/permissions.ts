import { type PermissionsDefinition, WorkflowRefused } from './workflow-file.ts';

export type Access = 'none' | 'read' | 'write';

/** What a job's token may do, by the names of a workflow, e.g. `pull-requests`. */
export type Permissions = Readonly<Record<string, Access>>;

const SCOPES = [
  'actions',
  'artifact-metadata',
  'attestations',
  'checks',
  'contents',
  'deployments',
  'discussions',
  'id-token',
  'issues',
  'models',
  'packages',
  'pages',
  'pull-requests',
  'repository-projects',
  'security-events',
  'statuses',
];

const RANK: Readonly<Record<Access, number>> = { none: 0, read: 1, write: 2 };

/** What a token may do where the workflow says nothing; the setting of repositories that are made today. */
export const DEFAULT_PERMISSIONS: Permissions = all('none', { contents: 'read', packages: 'read' });

/** The permissions that a workflow or job writes down: whatever it leaves out is none. */
export function readPermissions(definition: PermissionsDefinition): Permissions {
  if (definition === 'read-all') return all('read', { 'id-token': 'none' });
  if (definition === 'write-all') return all('write');
  return all('none', definition as Permissions);
}

/** A fork's pull request gets a token that can only read, and none for other services. */
export function readOnly(permissions: Permissions): Permissions {
  return mapValues(permissions, (access, scope) =>
    scope === 'id-token' || access === 'none' ? 'none' : 'read',
  );
}

/**
 * The permissions of a job inside a reusable workflow. Throws where it asks for more than the calling job has, which
 * GitHub answers by not starting the run.
 */
export function requireWithin(asked: Permissions, caller: Permissions, job: string): Permissions {
  const beyond = Object.entries(asked).filter(
    ([scope, access]) => RANK[access] > RANK[caller[scope] ?? 'none'],
  );
  if (beyond.length === 0) return asked;
  const list = (permissions: readonly (readonly [string, Access])[]) =>
    permissions.map(([scope, access]) => `${scope}: ${access}`).join(', ');
  const allowed = beyond.map(([scope]) => [scope, caller[scope] ?? 'none'] as const);
  throw new WorkflowRefused(
    `The nested job '${job}' is requesting '${list(beyond)}', but is only allowed '${list(allowed)}'.`,
  );
}

/** Everything that any of them may do. */
export function union(each: readonly Permissions[]): Permissions {
  const highest = (scope: string) =>
    each
      .map((permissions) => permissions[scope] ?? 'none')
      .reduce((most, access) => (RANK[access] > RANK[most] ? access : most), 'none');
  return Object.fromEntries(SCOPES.map((scope) => [scope, highest(scope)]));
}

function all(access: Access, but: Permissions = {}): Permissions {
  return { ...Object.fromEntries(SCOPES.map((scope) => [scope, access])), ...but };
}

function mapValues(
  permissions: Permissions,
  change: (access: Access, scope: string) => Access,
): Permissions {
  return Object.fromEntries(
    Object.entries(permissions).map(([scope, access]) => [scope, change(access, scope)]),
  );
}
