import { createOnce, type GitHubClient } from './github-client.ts';
import { REPEATABLE, statusOf } from './github-patience.ts';
import type { GitHubPort, PublishedItem } from './ports.ts';

type Issue = Parameters<GitHubPort['publishIssue']>[0];
type ClosedIssue = Parameters<GitHubPort['closeIssue']>[0];

const LABEL_COLOUR = 'd4a72c';

/** Updates the open issue whose first line is the marker, or opens one. */
export async function publishIssue(
  client: GitHubClient,
  { marker, label, title, body }: Issue,
): Promise<PublishedItem> {
  const { octokit, place } = client;
  const text = `${marker}\n${body}`;
  const find = () => findIssue(client, label, marker);
  const known = await find();
  if (known !== undefined) {
    if (known.body === text && known.title === title) {
      return { url: known.html_url, action: 'unchanged' };
    }
    const { data } = await octokit.rest.issues.update({
      ...place,
      issue_number: known.number,
      title,
      body: text,
    });
    return { url: data.html_url, action: 'updated' };
  }
  // The issue is found by its label next time, and GitHub drops a label silently that does not exist.
  await ensureLabel(client, label);
  const made = await createOnce<{ html_url: string }>(client, {
    find,
    create: async () => {
      const issue = { ...place, title, body: text, labels: [label] };
      return (await octokit.rest.issues.create(issue)).data;
    },
  });
  return { url: made.html_url, action: 'created' };
}

/** Closes the open issue with the marker, with a comment; null when there is none. */
export async function closeIssue(
  client: GitHubClient,
  { marker, label, comment }: ClosedIssue,
): Promise<PublishedItem | null> {
  const { octokit, place } = client;
  const known = await findIssue(client, label, marker);
  if (known === undefined) return null;
  await octokit.rest.issues.createComment({ ...place, issue_number: known.number, body: comment });
  await octokit.rest.issues.update({
    ...place,
    issue_number: known.number,
    state: 'closed',
    state_reason: 'completed',
  });
  return { url: known.html_url, action: 'closed' };
}

async function findIssue({ octokit, place }: GitHubClient, label: string, marker: string) {
  const issues = await octokit.paginate(octokit.rest.issues.listForRepo, {
    ...place,
    labels: label,
    state: 'open',
    per_page: 100,
  });
  return issues.find(
    (issue) => issue.pull_request === undefined && issue.body?.startsWith(marker) === true,
  );
}

async function ensureLabel({ octokit, place }: GitHubClient, name: string): Promise<void> {
  try {
    await octokit.rest.issues.createLabel({
      ...place,
      name,
      color: LABEL_COLOUR,
      description: 'Opened by mlops-actions',
      ...REPEATABLE,
    });
  } catch (error) {
    const alreadyThere = statusOf(error) === 422;
    if (!alreadyThere) throw error;
  }
}
