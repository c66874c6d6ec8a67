import { type Octokit, type Permitted, type Repository, statusOf } from './github-port.ts';
import type { DeploymentsPort, PlannedDeployment } from './repository-ports.ts';

/** What the deployments of this suite are called among those of others. */
const TASK = 'deploy:model';

/** States after which nothing more is told of a deployment. */
const FINAL: ReadonlySet<string> = new Set(['success', 'failure', 'error', 'inactive']);

/** Deployments and their statuses over GitHub's REST API. */
export function deploymentsPort(
  octokit: Octokit,
  place: Repository,
  permitted: Permitted,
): DeploymentsPort {
  const write = <T>(what: string, work: () => Promise<T>) =>
    permitted('deployments: write', what, work);
  return {
    findUnfinished: (planned) =>
      write('list the deployments', () => findUnfinished(octokit, place, planned)),
    create: (planned) => write('make a deployment', () => createOnce(octokit, place, planned)),
    setStatus: (id, { state, description, logUrl, environmentUrl }) =>
      write('set the status of a deployment', async () => {
        await octokit.rest.repos.createDeploymentStatus({
          ...place,
          deployment_id: id,
          state,
          description,
          ...(logUrl === undefined ? {} : { log_url: logUrl }),
          ...(environmentUrl === undefined ? {} : { environment_url: environmentUrl }),
        });
      }),
  };
}

/**
 * A Deployment that GitHub made although its answer was lost is found and not made twice: tried again by hand, since
 * trying again blindly would double it.
 */
async function createOnce(
  octokit: Octokit,
  place: Repository,
  planned: PlannedDeployment,
): Promise<number> {
  try {
    return await create(octokit, place, planned);
  } catch (error) {
    const status = statusOf(error);
    if (status !== undefined && status < 500) throw error;
    const made = await findUnfinished(octokit, place, planned);
    return made ?? (await create(octokit, place, planned));
  }
}

async function create(
  octokit: Octokit,
  place: Repository,
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
    request: { retries: 0 },
  });
  if ('id' in data) return data.id;
  throw new Error(`GitHub made no deployment: ${data.message ?? 'it did not say why'}`);
}

async function findUnfinished(
  octokit: Octokit,
  place: Repository,
  { environment, commit, payload }: PlannedDeployment,
): Promise<number | null> {
  const { data } = await octokit.rest.repos.listDeployments({
    ...place,
    sha: commit,
    task: TASK,
    environment,
    per_page: 30,
  });
  const newest = data.find(({ payload: known }) => digestOf(known) === payload.modelDigest);
  if (newest === undefined) return null;
  const { data: statuses } = await octokit.rest.repos.listDeploymentStatuses({
    ...place,
    deployment_id: newest.id,
    per_page: 1,
  });
  const [latest] = statuses;
  return latest !== undefined && FINAL.has(latest.state) ? null : newest.id;
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
