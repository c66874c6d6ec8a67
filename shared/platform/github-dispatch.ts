import type { GitHubClient } from './github-client.ts';
import type { GitHubPort } from './ports.ts';

/**
 * Sends a `repository_dispatch`; GitHub answers with nothing but that it has taken it. Nothing shows afterwards whether it
 * did, so a call whose answer is lost is not sent again: no retraining is better than two.
 */
export async function sendDispatch(
  { octokit, place }: GitHubClient,
  { type, payload }: Parameters<GitHubPort['dispatch']>[0],
): Promise<void> {
  await octokit.rest.repos.createDispatchEvent({
    ...place,
    event_type: type,
    client_payload: { ...payload },
  });
}
