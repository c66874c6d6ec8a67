import { getOctokit } from '@actions/github';
import {
  isOutcomeUnknown,
  PATIENCE,
  type Patience,
  patientRequests,
  pause,
} from './github-patience.ts';
import type { LogPort } from './ports.ts';

export type Octokit = ReturnType<typeof getOctokit>;

/** The repository that a call is about. */
export interface Repository {
  readonly owner: string;
  readonly repo: string;
}

/** What every call to GitHub needs. */
export interface GitHubClient {
  readonly octokit: Octokit;
  readonly place: Repository;
  readonly log: LogPort;
  readonly patience: Patience;
  readonly signal?: AbortSignal;
}

export interface GitHubOptions {
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly apiUrl: string;
  readonly log: LogPort;
  /** Calls and waits that are under way when it is aborted end; later ones clean up and are let through. */
  readonly signal?: AbortSignal;
  readonly patience?: Partial<Patience>;
}

/** GitHub's API with a token of a workflow, an app or a person. What is tried again, and when: github-patience.ts. */
export function openGitHub(options: GitHubOptions): GitHubClient {
  const { token, repository, apiUrl, log, signal } = options;
  const patience = { ...PATIENCE, ...options.patience };
  const octokit = getOctokit(token, { baseUrl: apiUrl });
  octokit.hook.wrap('request', patientRequests(patience, log, signal));
  const [owner = '', repo = ''] = repository.split('/');
  return {
    octokit,
    place: { owner, repo },
    log,
    patience,
    ...(signal === undefined ? {} : { signal }),
  };
}

/**
 * Makes something that must not be there twice. When the answer to `create` is lost, or GitHub fails while it works on
 * it, `find` looks whether it was made all the same before it is tried again.
 */
export async function createOnce<T>(
  { patience, log, signal }: GitHubClient,
  { find, create }: { find: () => Promise<T | undefined>; create: () => Promise<T> },
): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await create();
    } catch (error) {
      const delay = patience.retryDelays[tries];
      if (delay === undefined || !isOutcomeUnknown(error)) throw error;
      log.info(
        `GitHub: ${(error as Error).message}; looking in ${delay / 1000} s whether it was done`,
      );
      await pause(delay, signal);
      const found = await find();
      if (found !== undefined) return found;
    }
  }
}
