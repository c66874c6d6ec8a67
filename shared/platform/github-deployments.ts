import { createOnce, type GitHubClient } from './github-client.ts';
import { permitted } from './github-permission.ts';
import type { DeploymentsPort, PlannedDeployment } from './repository-ports.ts';

/** What the deployments of this suite are called among those of others. */
const TASK = 'deploy:model';

/** States after which nothing more is told of a deployment. */
const FINAL: ReadonlySet<string> = new Set(['success', 'failure', 'error', 'inactive']);

/** Deployments and their statuses over GitHub's REST API. */
export function deploymentsPort(client: GitHubClient): DeploymentsPort {
  const write = <T>(what: string, work: () => Promise<T>) =>
    permitted('deployments: write', what, work);
  return {
    findUnfinished: (planned) =>
      write('list the deployments', () => findUnfinished(client, planned)),
    create: (planned) =>
      write('make a deployment', () =>
        createOnce(client, {
          find: async () => (await findUnfinished(client, planned)) ?? undefined,
          create: () => create(client, planned),
        }),
      ),
    setStatus: (id, status) =>
      write('set the status of a deployment', () => setStatus(client, id, status)),
  };
}

async function setStatus(
  client: GitHubClient,
  id: number,
  { state, description, logUrl, environmentUrl }: Parameters<DeploymentsPort['setStatus']>[1],
): Promise<void> {
  const { octokit, place } = client;
  const deployment = { ...place, deployment_id: id };
  await createOnce<string>(client, {
    find: async () => ((await latestState(client, id)) === state ? state : undefined),
    create: async () => {
      const { data } = await octokit.rest.repos.createDeploymentStatus({
        ...deployment,
        state,
        description,
        ...(logUrl === undefined ? {} : { log_url: logUrl }),
        ...(environmentUrl === undefined ? {} : { environment_url: environmentUrl }),
      });
      return data.state;
    },
  });
}

async function latestState(
  { octokit, place }: GitHubClient,
  id: number,
): Promise<string | undefined> {
  const { data } = await octokit.rest.repos.listDeploymentStatuses({
    ...place,
    deployment_id: id,
    per_page: 1,
  });
  return data[0]?.state;
}

async function create(
  { octokit, place }: GitHubClient,
  { environment, commit, description, payload }: PlannedDeployment,
): Promise<number> {
  const { data } = await octokit.rest.repos.createDeployment({
    ...place,
    ref: commit,
    task: TASK,
    environment,
    description,
    payload: { ...payload },
    // The gates of the model decide, and the branch is deployed as it is.
    required_contexts: [],
    auto_merge: false,
    production_environment: environment === 'production',
  });
  if ('id' in data) return data.id;
  throw new Error(`GitHub made no deployment: ${data.message ?? 'it did not say why'}`);
}

async function findUnfinished(
  client: GitHubClient,
  { environment, commit, payload }: PlannedDeployment,
): Promise<number | null> {
  const { octokit, place } = client;
  const { data } = await octokit.rest.repos.listDeployments({
    ...place,
    sha: commit,
    task: TASK,
    environment,
    per_page: 30,
  });
  const newest = data.find(({ payload: known }) => digestOf(known) === payload.modelDigest);
  if (newest === undefined) return null;
  const latest = await latestState(client, newest.id);
  return latest !== undefined && FINAL.has(latest) ? null : newest.id;
}

/** Older versions of GitHub give the payload as text. */
function digestOf(payload: unknown): unknown {
  try {
    const value = typeof payload === 'string' ? (JSON.parse(payload) as unknown) : payload;
    return (value as { modelDigest?: unknown } | null)?.modelDigest;
  } catch {
    return undefined;
  }
}
