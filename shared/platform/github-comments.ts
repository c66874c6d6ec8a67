import { createOnce, type GitHubClient } from './github-client.ts';
import type { GitHubPort, PublishedItem } from './ports.ts';

type Comment = Parameters<GitHubPort['publishComment']>[0];

/** Comments on a pull request, or updates the comment whose first line is the marker. */
export async function publishComment(
  client: GitHubClient,
  { pullRequest, marker, body }: Comment,
): Promise<PublishedItem> {
  const { octokit, place } = client;
  const text = `${marker}\n${body}`;
  const find = () => findComment(client, pullRequest, marker);
  const mine = await find();
  if (mine === undefined) {
    const made = await createOnce(client, {
      find,
      create: async () => {
        const issue = { ...place, issue_number: pullRequest };
        return (await octokit.rest.issues.createComment({ ...issue, body: text })).data;
      },
    });
    return { url: made.html_url, action: 'created' };
  }
  if (mine.body === text) return { url: mine.html_url, action: 'unchanged' };
  const { data } = await octokit.rest.issues.updateComment({
    ...place,
    comment_id: mine.id,
    body: text,
  });
  return { url: data.html_url, action: 'updated' };
}

async function findComment({ octokit, place }: GitHubClient, pullRequest: number, marker: string) {
  const comments = await octokit.paginate(octokit.rest.issues.listComments, {
    ...place,
    issue_number: pullRequest,
    per_page: 100,
  });
  const marked = comments.filter((comment) => comment.body?.startsWith(marker));
  // A person who quotes the report must not receive the next one in their comment.
  return marked.find(({ user }) => user?.type === 'Bot') ?? marked[0];
}
