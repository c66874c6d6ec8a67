import {
  type GitHubApi,
  type GitHubApiOptions,
  type Permissions,
  startGitHubApi,
} from '../github-api/index.ts';

export interface GitHubWithToken extends GitHubApi {
  /** Of a job with the permissions that were asked for. */
  readonly token: string;
}

/**
 * GitHub with the repository octo/models, its pull request 5, and a token of a job that has these permissions. The end
 * of its use fails when anything that was asked or answered disagrees with GitHub's description of its API.
 */
export async function startGitHub(
  permissions: Permissions,
  options: GitHubApiOptions = {},
): Promise<GitHubWithToken> {
  const api = await startGitHubApi(options);
  await api.addPullRequest({ number: 5 });
  return {
    ...api,
    token: api.mintToken({ permissions }),
    [Symbol.asyncDispose]: async () => {
      await api[Symbol.asyncDispose]();
      if (api.violations.length > 0) throw new Error(JSON.stringify(api.violations, null, 2));
    },
  };
}
