import { updatePullRefs } from './branch-changes.ts';
import { fill } from './fill.ts';
import type { CommitInfo } from './git-store.ts';
import { addIssue } from './operations/issues.ts';
import type { Actor, PullRecord, Repository } from './records.ts';
import { apiAddress, repositoryFields, showActor, webAddress } from './show.ts';
import type { World } from './world.ts';

export type ShownPull = Record<string, unknown>;

export async function openPull(
  world: World,
  repository: Repository,
  given: {
    readonly title: string;
    readonly body: string | null;
    readonly head: Repository;
    readonly headBranch: string;
    readonly base: string;
    readonly draft: boolean;
    readonly user: Actor;
    readonly number?: number;
  },
): Promise<PullRecord> {
  const { title, body, user, head, headBranch, base, draft, number } = given;
  const issue = addIssue(world, repository, {
    title,
    body,
    user,
    ...(number === undefined ? {} : { number }),
  });
  const pull: PullRecord = {
    id: world.nextId(),
    number: issue.number,
    head,
    headBranch,
    base,
    draft,
    merged: null,
    mergedAt: null,
    mergedBy: null,
  };
  repository.pulls.push(pull);
  await updatePullRefs(repository, pull);
  return pull;
}

export async function showPull(
  world: World,
  repository: Repository,
  pull: PullRecord,
  schema: 'pull-request' | 'pull-request-simple',
): Promise<ShownPull> {
  const { git } = repository;
  const { number, head, headBranch, base, draft, merged } = pull;
  const issue = repository.issues.find((item) => item.number === number);
  if (issue === undefined) throw new Error(`pull request ${number} has no issue`);
  const api = (path: string) => apiAddress(world, repository, path);
  const page = webAddress(repository, `/pull/${number}`);
  const headSha = await git.text('rev-parse', `refs/pull/${number}/head`);
  const mergeCommit = merged ?? (await git.object(`refs/pull/${number}/merge`));
  const branch = (place: Repository, name: string, sha: string) => ({
    label: `${place.owner}:${name}`,
    ref: name,
    sha,
    repo: repositoryFields(world, place),
    user: { login: place.owner, type: 'Organization' },
  });
  const fields = {
    id: pull.id,
    number,
    title: issue.title,
    body: issue.body,
    state: issue.state,
    draft,
    user: showActor(issue.user),
    labels: issue.labels.map((name) => ({ name })),
    head: branch(head, headBranch, headSha),
    base: branch(repository, base, await git.text('rev-parse', `refs/heads/${base}`)),
    url: api(`/pulls/${number}`),
    html_url: page,
    issue_url: api(`/issues/${number}`),
    comments_url: api(`/issues/${number}/comments`),
    statuses_url: api(`/statuses/${headSha}`),
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: mergeCommit,
    author_association: 'NONE',
  };
  if (schema === 'pull-request-simple') return fill(schema, fields);
  const commits = await listPullCommits(repository, pull);
  return fill(schema, {
    ...fields,
    merged: merged !== null,
    mergeable: issue.state === 'open' ? mergeCommit !== null : null,
    mergeable_state: mergeCommit === null ? 'dirty' : 'clean',
    merged_by: pull.mergedBy === null ? null : showActor(pull.mergedBy),
    commits: commits.length,
    comments: repository.comments.filter((comment) => comment.issue === number).length,
  });
}

/** Oldest first. */
export async function listPullCommits(
  { git }: Repository,
  { number, base, merged }: PullRecord,
): Promise<CommitInfo[]> {
  // After the merge the base holds all of them: what it was before is the merge commit's first parent.
  const from = merged === null ? `refs/heads/${base}` : `${merged}^1`;
  return (await git.log(`${from}..refs/pull/${number}/head`)).reverse();
}
