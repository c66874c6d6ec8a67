import { refChanged } from '../branch-changes.ts';
import { type Call, created, type Operations, ok } from '../call.ts';
import { fill } from '../fill.ts';
import { paged } from '../pages.ts';
import type { DeploymentRecord, DeploymentStatusRecord } from '../records.ts';
import { invalid, notFound, Refusal, requireShortEnough } from '../refusal.ts';
import { apiAddress, showActor, webAddress } from '../show.ts';
import { authorOf } from './git-data.ts';

/** In characters. */
const LONGEST_DESCRIPTION = 140;

const READ = [{ deployments: 'read' }] as const;
const WRITE = [{ deployments: 'write' }] as const;

interface DeploymentBody {
  readonly ref: string;
  readonly task?: string;
  readonly auto_merge?: boolean;
  readonly required_contexts?: readonly string[] | null;
  readonly payload?: unknown;
  readonly environment?: string;
  readonly description?: string | null;
  readonly transient_environment?: boolean;
  readonly production_environment?: boolean;
}

interface StatusBody {
  readonly state: string;
  readonly description?: string;
  readonly log_url?: string;
  readonly target_url?: string;
  readonly environment_url?: string;
  readonly environment?: string;
  readonly auto_inactive?: boolean;
}

export const deploymentOperations: Operations = {
  'repos/list-deployments': {
    needs: READ,
    handle: (call) => {
      const { sha, ref, task, environment } = call.query;
      const found = call.repository.deployments.filter(
        (item) =>
          (sha === undefined || item.sha === sha) &&
          (ref === undefined || item.ref === ref) &&
          (task === undefined || item.task === task) &&
          (environment === undefined || item.environment === environment),
      );
      return paged(call, found.reverse(), (item) => show(call, item));
    },
  },
  'repos/create-deployment': {
    needs: WRITE,
    handle: async (call) => {
      const { repository, token, world } = call;
      const given = call.body as DeploymentBody;
      const sha = await repository.git.commit(given.ref);
      if (sha === null) throw new Refusal(422, `No ref found for: ${given.ref}`);
      if (given.auto_merge !== false && (await mergeDefault(call, given.ref, sha))) {
        const message = `Auto-merged ${repository.defaultBranch} into ${given.ref} on deployment.`;
        return { status: 202, body: { message } };
      }
      requireChecks(call, given, sha);
      const environment = given.environment ?? 'production';
      const deployment: DeploymentRecord = {
        id: world.nextId(),
        sha,
        ref: given.ref,
        task: given.task ?? 'deploy',
        environment,
        description: given.description ?? null,
        payload: given.payload ?? {},
        transient: given.transient_environment ?? false,
        production: given.production_environment ?? environment === 'production',
        creator: token.actor,
        createdAt: world.now(),
        statuses: [],
      };
      repository.deployments.push(deployment);
      if (!repository.environments.includes(environment)) repository.environments.push(environment);
      world.trigger(token, {
        event: 'deployment',
        action: 'created',
        repository: repository.fullName,
        sha,
      });
      return created(show(call, deployment));
    },
  },
  'repos/get-deployment': {
    needs: READ,
    handle: (call) => ok(show(call, requireDeployment(call))),
  },
  'repos/list-deployment-statuses': {
    needs: READ,
    handle: (call) => {
      const deployment = requireDeployment(call);
      return paged(call, deployment.statuses.toReversed(), (status) =>
        showStatus(call, deployment, status),
      );
    },
  },
  'repos/create-deployment-status': {
    needs: WRITE,
    handle: (call) => {
      const { repository, world } = call;
      const deployment = requireDeployment(call);
      const given = call.body as StatusBody;
      requireShortEnough('DeploymentStatus', given.description, LONGEST_DESCRIPTION, 'description');
      for (const field of ['log_url', 'target_url', 'environment_url'] as const) {
        const address = given[field];
        if (address !== undefined && address !== '' && !/^https?:\/\/\S+$/.test(address)) {
          throw invalid({
            resource: 'DeploymentStatus',
            code: 'custom',
            field,
            message: `${field} must use http(s) scheme`,
          });
        }
      }
      const status = addStatus(call, deployment, given);
      if (given.state === 'success' && given.auto_inactive !== false) {
        for (const earlier of repository.deployments) {
          if (isReplacedBy(earlier, deployment)) addStatus(call, earlier, { state: 'inactive' });
        }
      }
      world.trigger(call.token, {
        event: 'deployment_status',
        action: 'created',
        repository: repository.fullName,
        sha: deployment.sha,
      });
      return created(showStatus(call, deployment, status));
    },
  },
  'repos/get-all-environments': {
    // Part of what `actions: read` is for.
    needs: [{ actions: 'read' }],
    handle: (call) =>
      paged(
        call,
        call.repository.environments,
        (name) => showEnvironment(call, name),
        (environments, total) => ({ total_count: total, environments }),
      ),
  },
  'repos/get-environment': {
    needs: [{ actions: 'read' }],
    handle: (call) => {
      const name = call.params.environment_name ?? '';
      if (!call.repository.environments.includes(name)) throw notFound();
      return ok(showEnvironment(call, name));
    },
  },
};

/** Other deployments of the same environment that were a success, unless they are transient or production. */
function isReplacedBy(earlier: DeploymentRecord, deployment: DeploymentRecord): boolean {
  return (
    earlier !== deployment &&
    earlier.environment === deployment.environment &&
    !earlier.transient &&
    !earlier.production &&
    earlier.statuses.at(-1)?.state === 'success'
  );
}

/** A branch that lacks commits of the default branch gets them first, and the deployment has to be asked for again. */
async function mergeDefault(call: Call, ref: string, sha: string): Promise<boolean> {
  const { repository, world, token } = call;
  const { git, defaultBranch } = repository;
  if (ref === defaultBranch || (await git.branch(ref)) === null) return false;
  const base = await git.branch(defaultBranch);
  if (base === null || (await git.isAncestor(base, sha))) return false;
  const merged = await git.merge(sha, base, `Merge ${defaultBranch} into ${ref}`, authorOf(token));
  if (merged === null) throw new Refusal(409, `Conflict merging ${defaultBranch} into ${ref}.`);
  await git.update(`refs/heads/${ref}`, merged);
  await refChanged(world, repository, `refs/heads/${ref}`, merged, token);
  return true;
}

/** Every status and check of the commit must be a success, but where the caller lists which (none, for example). */
function requireChecks({ repository }: Call, given: DeploymentBody, sha: string): void {
  const states = new Map<string, boolean>();
  for (const status of repository.statuses) {
    if (status.sha === sha) states.set(status.context, status.state === 'success');
  }
  for (const check of repository.checkRuns) {
    if (check.sha === sha) states.set(check.name, check.conclusion === 'success');
  }
  const required = given.required_contexts ?? [...states.keys()];
  const missing = required.filter((context) => states.get(context) !== true);
  if (missing.length === 0) return;
  throw new Refusal(409, `Conflict: Commit status checks failed for ${given.ref}.`, {
    errors: [
      { field: 'required_contexts', code: 'invalid', resource: 'Deployment', contexts: missing },
    ],
  });
}

function addStatus(
  call: Call,
  deployment: DeploymentRecord,
  given: StatusBody,
): DeploymentStatusRecord {
  const status: DeploymentStatusRecord = {
    id: call.world.nextId(),
    state: given.state,
    description: given.description ?? '',
    logUrl: given.log_url ?? given.target_url ?? '',
    environmentUrl: given.environment_url ?? '',
    environment: given.environment ?? deployment.environment,
    creator: call.token.actor,
    createdAt: call.world.now(),
  };
  deployment.statuses.push(status);
  return status;
}

function requireDeployment({ params, repository }: Call): DeploymentRecord {
  const found = repository.deployments.find(({ id }) => id === Number(params.deployment_id));
  if (found === undefined) throw notFound();
  return found;
}

function show({ world, repository }: Call, deployment: DeploymentRecord) {
  const { id, sha, ref, task, environment, description, payload, transient, production } =
    deployment;
  const url = apiAddress(world, repository, `/deployments/${id}`);
  return fill('deployment', {
    id,
    sha,
    ref,
    task,
    environment,
    original_environment: environment,
    description,
    payload,
    transient_environment: transient,
    production_environment: production,
    creator: showActor(deployment.creator),
    url,
    statuses_url: `${url}/statuses`,
    repository_url: apiAddress(world, repository, ''),
    created_at: deployment.createdAt,
    updated_at: deployment.createdAt,
  });
}

function showStatus(call: Call, { id }: DeploymentRecord, status: DeploymentStatusRecord) {
  const deployment = apiAddress(call.world, call.repository, `/deployments/${id}`);
  return fill('deployment-status', {
    id: status.id,
    state: status.state,
    description: status.description,
    environment: status.environment,
    environment_url: status.environmentUrl || undefined,
    log_url: status.logUrl || undefined,
    target_url: status.logUrl || undefined,
    creator: showActor(status.creator),
    url: `${deployment}/statuses/${status.id}`,
    deployment_url: deployment,
    repository_url: apiAddress(call.world, call.repository, ''),
    created_at: status.createdAt,
    updated_at: status.createdAt,
  });
}

function showEnvironment({ world, repository }: Call, name: string) {
  const encoded = encodeURIComponent(name);
  return fill('environment', {
    name,
    url: apiAddress(world, repository, `/environments/${encoded}`),
    html_url: webAddress(repository, `/deployments/activity_log?environments_filter=${encoded}`),
  });
}
