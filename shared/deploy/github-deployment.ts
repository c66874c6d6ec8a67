import { isCancelledError, isUserError, UserError } from '../errors/index.ts';
import type {
  CancellationPort,
  DeploymentStatus,
  GitHubPort,
  PlannedDeployment,
} from '../platform/index.ts';
import type { DeploymentResult } from './deployment-report.ts';

/** What a Deployment of GitHub needs to know, but for what is deployed. */
export interface EnvironmentRequest {
  readonly name: string;
  readonly url?: string;
  readonly commit?: string;
  readonly runUrl?: string;
}

/** What is to be told of one GitHub Deployment. */
export interface EnvironmentReport {
  readonly name: string;
  /** Number of GitHub's Deployment; left out where nothing changed, so that none was made. */
  readonly deployment?: number;
  readonly note?: string;
}

/** Longer descriptions are refused. */
const LONGEST_DESCRIPTION = 140;

/**
 * Does `work` between the beginning and the end of a Deployment: `in_progress`, then `success` or how it failed. The
 * Deployment is made before anything is deployed, so that a missing permission stops all of it. Where nothing is going
 * to change there is none, but one that a run left unfinished is finished. GitHub itself ends older ones (`inactive`).
 */
export async function withinDeployment<T extends { readonly results: readonly DeploymentResult[] }>(
  github: GitHubPort | null,
  environment: EnvironmentRequest,
  what: PlannedDeployment['payload'] & { readonly unchanged: boolean; readonly done: string },
  work: () => Promise<T>,
  cancellation?: CancellationPort,
): Promise<{ readonly value: T; readonly environment: EnvironmentReport }> {
  const { name, commit, runUrl } = environment;
  const deployments = requireGitHub(github, name).deployments;
  const { unchanged, done, ...payload } = what;
  const planned: PlannedDeployment = {
    environment: name,
    commit: requireCommit(commit),
    description: `${payload.model} version ${payload.version}`.slice(0, LONGEST_DESCRIPTION),
    payload,
  };
  const unfinished = await deployments.findUnfinished(planned);
  if (unchanged && unfinished === null) {
    return { value: await work(), environment: { name } };
  }
  const id = unfinished ?? (await deployments.create(planned));
  const tell = (state: DeploymentStatus['state'], description: string, url?: string) =>
    deployments.setStatus(id, {
      state,
      description: description.slice(0, LONGEST_DESCRIPTION),
      ...(runUrl === undefined ? {} : { logUrl: runUrl }),
      ...(url === undefined ? {} : { environmentUrl: url }),
    });
  const forget = cancellation?.onCancel(async (ports) => {
    await ports.github?.deployments.setStatus(id, {
      state: 'error',
      description: 'The run was cancelled',
      ...(runUrl === undefined ? {} : { logUrl: runUrl }),
    });
  });
  await tell('in_progress', `Deploying ${planned.description}`);
  let value: T;
  try {
    value = await work();
  } catch (error) {
    // A cancelled run is told of by what was registered above.
    if (!isCancelledError(error)) forget?.();
    // What went wrong is what the user must read; a status that can't be set is only one more trace of it.
    await tell(isUserError(error) ? 'failure' : 'error', 'See the run').catch(() => undefined);
    throw error;
  }
  forget?.();
  const url = environment.url ?? addressOf(value.results);
  try {
    await tell('success', `${done} ${planned.description}`, url);
    return { value, environment: { name, deployment: id } };
  } catch (error) {
    // The model is deployed: a step that fails now would say the contrary.
    const note = `The model is deployed, and GitHub was not told that it is: ${(error as Error).message}`;
    return { value, environment: { name, deployment: id, note } };
  }
}

/** The page of what was made, where it has one. */
function addressOf(results: readonly DeploymentResult[]): string | undefined {
  return results.map(({ location }) => location).find((place) => /^https?:\/\//.test(place));
}

function requireGitHub(github: GitHubPort | null, environment: string): GitHubPort {
  if (github !== null) return github;
  throw new UserError({
    what: `The environment ${environment} needs GitHub, and there is no token for it`,
    remedy:
      'Run deploy-model in a workflow whose job has "permissions: deployments: write", or remove deployment.environment',
  });
}

function requireCommit(commit: string | undefined): string {
  if (commit !== undefined) return commit;
  throw new UserError({
    what: 'A Deployment of GitHub is of a commit, and none is known here',
    remedy: 'Run deploy-model in a workflow, or remove deployment.environment',
  });
}
