import { createOnce, type GitHubClient, type Octokit } from './github-client.ts';
import { REPEATABLE, statusOf } from './github-patience.ts';
import { isNewer, isSameText, newestText, stampOf, stampText } from './github-stamp.ts';
import type { GitHubPort, PublishedItem } from './ports.ts';

type Issue = Parameters<GitHubPort['publishIssue']>[0];
type ClosedIssue = Parameters<GitHubPort['closeIssue']>[0];
type KnownIssue = Awaited<ReturnType<Octokit['rest']['issues']['listForRepo']>>['data'][number];

const LABEL_COLOUR = 'd4a72c';

/** As for a comment: an older run may write between two of our calls. */
const MOST_WRITES = 3;

/**
 * Updates the open issue whose first line is the marker, or opens one. An older run leaves what a newer one wrote; of
 * several that runs opened at the same moment the oldest stays open.
 */
export async function publishIssue(
  client: GitHubClient,
  { marker, label, title, body, run }: Issue,
): Promise<PublishedItem> {
  const { octokit, place } = client;
  const text = stampText(marker, run, body);
  const find = async () => (await findIssues(client, label, marker))[0];
  const known = await find();
  if (known !== undefined) return await updateIssue(client, known, { title, text });
  // The issue is found by its label next time, and GitHub drops a label silently that does not exist.
  await ensureLabel(client, label);
  const made = await createOnce(client, {
    find,
    create: async (): Promise<KnownIssue> => {
      const issue = { ...place, title, body: text, labels: [label] };
      return (await octokit.rest.issues.create(issue)).data;
    },
  });
  const [kept = made, ...doubles] = await findIssues(client, label, marker);
  const isOnlyOne = kept.number === made.number && doubles.length === 0;
  if (isOnlyOne && isSameText(kept.body, text)) return { url: made.html_url, action: 'created' };
  // Another run opened one at the same moment. Issues can't be deleted: all but the oldest are closed.
  const texts = [text, kept.body ?? '', ...doubles.map((issue) => issue.body ?? '')];
  const newest = newestText(texts) ?? text;
  const { url, action } = await updateIssue(client, kept, { title, text: newest });
  for (const { number } of doubles) {
    await octokit.rest.issues.update({
      ...place,
      issue_number: number,
      state: 'closed',
      state_reason: 'not_planned',
    });
  }
  return { url, action: newest === text ? action : 'outdated' };
}

async function updateIssue(
  { octokit, place }: GitHubClient,
  { number, html_url: url }: KnownIssue,
  { title, text }: { title: string; text: string },
): Promise<PublishedItem> {
  const issue = { ...place, issue_number: number };
  for (let writes = 0; ; writes++) {
    const { body, title: known } = (await octokit.rest.issues.get(issue)).data;
    if (isNewer(stampOf(body ?? ''), stampOf(text))) return { url, action: 'outdated' };
    if (isSameText(body, text) && known === title) {
      return { url, action: writes === 0 ? 'unchanged' : 'updated' };
    }
    if (writes === MOST_WRITES) return { url, action: 'updated' };
    await octokit.rest.issues.update({ ...issue, title, body: text });
  }
}

/** Closes the open issue with the marker, with a comment; null when there is none. */
export async function closeIssue(
  client: GitHubClient,
  { marker, label, comment, run }: ClosedIssue,
): Promise<PublishedItem | null> {
  const { octokit, place } = client;
  const [known] = await findIssues(client, label, marker);
  if (known === undefined) return null;
  if (isNewer(stampOf(known.body ?? ''), run)) return { url: known.html_url, action: 'outdated' };
  const issue = { ...place, issue_number: known.number };
  await createOnce(client, {
    find: async () => {
      const all = await octokit.paginate(octokit.rest.issues.listComments, {
        ...issue,
        per_page: 100,
      });
      return all.find(({ body }) => isSameText(body, comment));
    },
    create: async () => (await octokit.rest.issues.createComment({ ...issue, body: comment })).data,
  });
  await octokit.rest.issues.update({ ...issue, state: 'closed', state_reason: 'completed' });
  return { url: known.html_url, action: 'closed' };
}

/** The open ones with this marker, the oldest first. */
async function findIssues(
  { octokit, place }: GitHubClient,
  label: string,
  marker: string,
): Promise<KnownIssue[]> {
  const issues = await octokit.paginate(octokit.rest.issues.listForRepo, {
    ...place,
    labels: label,
    state: 'open',
    per_page: 100,
  });
  return issues
    .filter((issue) => issue.pull_request === undefined && issue.body?.startsWith(marker) === true)
    .sort((a, b) => a.number - b.number);
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
