import { updatePullRefs } from './branch-changes.ts';
import { type GivenIssue, makeDiscussion } from './discussions.ts';
import { fill } from './fill.ts';
import type { CommitInfo } from './git-store.ts';
import type { PullRecord, Repository } from './records.ts';
import { apiAddress, repositoryFields, showActor, webAddress } from './show.ts';
import type { World } from './world.ts';

export type ShownPull = Record<string, unknown>;

export async function openPull(
  world: World,
  repository: Repository,
  given: GivenIssue & Pick<PullRecord, 'head' | 'headBranch' | 'base' | 'draft'>,
): Promise<PullRecord> {
  const { head, headBranch, base, draft } = given;
  const pull: PullRecord = {
    ...makeDiscussion(world, repository, given),
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
    title: pull.title,
    body: pull.body,
    state: pull.state,
    draft,
    user: showActor(pull.user),
    labels: pull.labels.map((name) => ({ name })),
    head: branch(head, headBranch, headSha),
    base: branch(repository, base, await git.text('rev-parse', `refs/heads/${base}`)),
    url: api(`/pulls/${number}`),
    html_url: page,
    issue_url: api(`/issues/${number}`),
    comments_url: api(`/issues/${number}/comments`),
    statuses_url: api(`/statuses/${headSha}`),
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: mergeCommit,
    author_association: 'NONE',
  };
  if (schema === 'pull-request-simple') return fill(schema, fields);
  const commits = await listPullCommits(repository, pull);
  return fill(schema, {
    ...fields,
    merged: merged !== null,
    mergeable: pull.state === 'open' ? mergeCommit !== null : null,
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
