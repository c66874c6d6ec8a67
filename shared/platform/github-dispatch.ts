import type { Octokit, Repository } from './github-port.ts';
import type { GitHubPort } from './ports.ts';

/** Sends a `repository_dispatch`; GitHub answers with nothing but that it has taken it. */
export async function sendDispatch(
  octokit: Octokit,
  place: Repository,
  { type, payload }: Parameters<GitHubPort['dispatch']>[0],
): Promise<void> {
  await octokit.rest.repos.createDispatchEvent({
    ...place,
    event_type: type,
    client_payload: { ...payload },
  });
}
