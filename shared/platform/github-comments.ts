import { createOnce, type GitHubClient, type Octokit } from './github-client.ts';
import { statusOf } from './github-patience.ts';
import { isNewer, isSameText, newestText, stampOf, stampText } from './github-stamp.ts';
import type { GitHubPort, PublishedItem } from './ports.ts';

type Comment = Parameters<GitHubPort['publishComment']>[0];
type KnownComment = Awaited<ReturnType<Octokit['rest']['issues']['listComments']>>['data'][number];

/** People whose comments count as ours: a token of a person comments as that person. */
const MAY_WRITE: ReadonlySet<string> = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);

/** Writes again when an older run wrote over ours between two of our calls; GitHub has no conditional writing. */
const MOST_WRITES = 3;

/**
 * Comments on a pull request, or updates the comment whose first line is the marker. Runs that do so at once end with one
 * comment that has the text of the latest run: an older run leaves a newer text alone, and of several comments that were
 * made at the same moment the oldest stays.
 */
export async function publishComment(
  client: GitHubClient,
  { pullRequest, marker, body, run }: Comment,
): Promise<PublishedItem> {
  const { octokit, place } = client;
  const text = stampText(marker, run, body);
  const find = async () => (await findComments(client, pullRequest, marker))[0];
  const mine = await find();
  if (mine !== undefined) return await updateComment(client, mine, text);
  const made = await createOnce(client, {
    find,
    create: async (): Promise<KnownComment> => {
      const issue = { ...place, issue_number: pullRequest };
      return (await octokit.rest.issues.createComment({ ...issue, body: text })).data;
    },
  });
  const [kept = made, ...doubles] = await findComments(client, pullRequest, marker);
  const isOnlyOne = kept.id === made.id && doubles.length === 0;
  if (isOnlyOne && isSameText(kept.body, text)) return { url: made.html_url, action: 'created' };
  // Another run made one at the same moment, and may have deleted ours already.
  const texts = [text, kept.body ?? '', ...doubles.map((comment) => comment.body ?? '')];
  const newest = newestText(texts) ?? text;
  const { url, action } = await updateComment(client, kept, newest);
  for (const double of doubles) await deleteComment(client, double);
  return { url, action: newest === text ? action : 'outdated' };
}

async function updateComment(
  { octokit, place }: GitHubClient,
  { id, html_url: url }: KnownComment,
  text: string,
): Promise<PublishedItem> {
  const comment = { ...place, comment_id: id };
  for (let writes = 0; ; writes++) {
    const { body } = (await octokit.rest.issues.getComment(comment)).data;
    if (isNewer(stampOf(body ?? ''), stampOf(text))) return { url, action: 'outdated' };
    if (isSameText(body, text)) return { url, action: writes === 0 ? 'unchanged' : 'updated' };
    if (writes === MOST_WRITES) return { url, action: 'updated' };
    await octokit.rest.issues.updateComment({ ...comment, body: text });
  }
}

/** Ours with this marker, the oldest first. */
async function findComments(
  { octokit, place }: GitHubClient,
  pullRequest: number,
  marker: string,
): Promise<KnownComment[]> {
  const comments = await octokit.paginate(octokit.rest.issues.listComments, {
    ...place,
    issue_number: pullRequest,
    per_page: 100,
  });
  const marked = comments
    .filter((comment) => comment.body?.startsWith(marker))
    .sort((a, b) => a.id - b.id);
  // A person who quotes the report must not receive the next one in their comment, nor keep it from being written.
  const bots = marked.filter(({ user }) => user?.type === 'Bot');
  return bots.length > 0
    ? bots
    : marked.filter(({ author_association: role }) => MAY_WRITE.has(role ?? ''));
}

/** What was to be said stands already: a double that stays is a blemish, and no failure. */
async function deleteComment(
  { octokit, place, log }: GitHubClient,
  { id, html_url: url }: KnownComment,
): Promise<void> {
  try {
    await octokit.rest.issues.deleteComment({ ...place, comment_id: id });
  } catch (error) {
    const status = statusOf(error);
    // The other run has deleted it already.
    if (status === 404) return;
    if (status !== 403) throw error;
    log.info(
      `Another comment of the same evaluation stays, since GitHub refuses to delete it: ${url}`,
    );
  }
}
