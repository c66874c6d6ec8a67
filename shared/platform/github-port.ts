import { getOctokit } from '@actions/github';
import { retry } from '@octokit/plugin-retry';
import { UserError } from '../errors/index.ts';
import { runsPort } from './github-artifacts.ts';
import { deploymentsPort } from './github-deployments.ts';
import { sendDispatch } from './github-dispatch.ts';
import { proposalsPort } from './github-pull-request.ts';
import { isReleased, publishRelease } from './github-release.ts';
import type { GitHubPort, PublishedItem } from './ports.ts';

export type Octokit = ReturnType<typeof getOctokit>;

/** The repository that a call is about. */
export interface Repository {
  readonly owner: string;
  readonly repo: string;
}

const LABEL_COLOUR = 'd4a72c';

/**
 * GitHub's API with a token of a workflow, an app or a person. `repository` is `owner/name`.
 * Server errors and cut connections are tried again three times, after 1, 4 and 9 seconds.
 */
export function githubPort(token: string, repository: string, apiUrl: string): GitHubPort {
  const octokit = getOctokit(token, { baseUrl: apiUrl }, retry);
  const [owner = '', repo = ''] = repository.split('/');
  const place: Repository = { owner, repo };
  return {
    publishComment: (comment) =>
      permitted('pull-requests: write', 'comment on the pull request', () =>
        publishComment(octokit, place, comment),
      ),
    publishIssue: (issue) =>
      permitted('issues: write', 'open or update an issue', () =>
        publishIssue(octokit, place, issue),
      ),
    closeIssue: (issue) =>
      permitted('issues: write', 'close an issue', () => closeIssue(octokit, place, issue)),
    publishRelease: (release) =>
      permitted('contents: write', 'make a release', () => publishRelease(octokit, place, release)),
    isReleased: (release) =>
      permitted('contents: write', 'list the releases', () => isReleased(octokit, place, release)),
    dispatch: (event) =>
      permitted('contents: write', 'start a workflow', () => sendDispatch(octokit, place, event)),
    runs: runsPort(octokit, place),
    proposals: proposalsPort(octokit, place, permitted),
    deployments: deploymentsPort(octokit, place, permitted),
  };
}

async function publishComment(
  octokit: Octokit,
  place: Repository,
  { pullRequest, marker, body }: Parameters<GitHubPort['publishComment']>[0],
): Promise<PublishedItem> {
  const comments = await octokit.paginate(octokit.rest.issues.listComments, {
    ...place,
    issue_number: pullRequest,
    per_page: 100,
  });
  const marked = comments.filter((comment) => comment.body?.startsWith(marker));
  // A person who quotes the report must not receive the next one in their comment.
  const mine = marked.find(({ user }) => user?.type === 'Bot') ?? marked[0];
  const text = `${marker}\n${body}`;
  if (mine === undefined) {
    const { data } = await octokit.rest.issues.createComment({
      ...place,
      issue_number: pullRequest,
      body: text,
    });
    return { url: data.html_url, action: 'created' };
  }
  if (mine.body === text) return { url: mine.html_url, action: 'unchanged' };
  const { data } = await octokit.rest.issues.updateComment({
    ...place,
    comment_id: mine.id,
    body: text,
  });
  return { url: data.html_url, action: 'updated' };
}

async function findIssue(octokit: Octokit, place: Repository, label: string, marker: string) {
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

async function publishIssue(
  octokit: Octokit,
  place: Repository,
  { marker, label, title, body }: Parameters<GitHubPort['publishIssue']>[0],
): Promise<PublishedItem> {
  const text = `${marker}\n${body}`;
  const known = await findIssue(octokit, place, label, marker);
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
  await ensureLabel(octokit, place, label);
  const { data } = await octokit.rest.issues.create({
    ...place,
    title,
    body: text,
    labels: [label],
  });
  return { url: data.html_url, action: 'created' };
}

async function ensureLabel(octokit: Octokit, place: Repository, name: string): Promise<void> {
  try {
    await octokit.rest.issues.createLabel({
      ...place,
      name,
      color: LABEL_COLOUR,
      description: 'Opened by mlops-actions',
    });
  } catch (error) {
    const alreadyThere = statusOf(error) === 422;
    if (!alreadyThere) throw error;
  }
}

async function closeIssue(
  octokit: Octokit,
  place: Repository,
  { marker, label, comment }: Parameters<GitHubPort['closeIssue']>[0],
): Promise<PublishedItem | null> {
  const known = await findIssue(octokit, place, label, marker);
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

export type Permitted = typeof permitted;

/** Runs `work`; a refusal becomes an error that names the permission that the job lacks. */
async function permitted<T>(permission: string, what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const status = statusOf(cause);
    if (status === undefined) throw cause;
    const refusedToken = status === 401;
    const lacksPermission = status === 403 || status === 404;
    throw new UserError(
      {
        what: `GitHub ${status < 500 ? 'refused' : 'was not able'} to ${what} (${status}: ${(cause as Error).message})`,
        remedy: refusedToken
          ? 'Give a valid token in the input "token"'
          : lacksPermission
            ? `Add "${permission}" to the permissions of the job; a pull request from a fork never has it`
            : 'Run the job again; if it fails again, look at the status of GitHub',
      },
      { cause },
    );
  }
}

export function statusOf(error: unknown): number | undefined {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' ? status : undefined;
}
