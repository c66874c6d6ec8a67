import { isPull } from './discussions.ts';
import { fill } from './fill.ts';
import type {
  Actor,
  CommentRecord,
  IssueRecord,
  LabelRecord,
  PullRecord,
  Repository,
} from './records.ts';
import type { World } from './world.ts';

/** The records as GitHub shows them. */

export const WEB = 'https://github.com';

export function showActor({ login, id, type }: Actor) {
  const page = type === 'Bot' ? `apps/${login.replace('[bot]', '')}` : login;
  return { ...fill('simple-user', { login, id, type, html_url: `${WEB}/${page}` }) };
}

/** The API's address of something of the repository. */
export function apiAddress(world: World, repository: Repository, path: string): string {
  return `${world.url}/repos/${repository.fullName}${path}`;
}

export function webAddress(repository: Repository, path: string): string {
  return `${WEB}/${repository.fullName}${path}`;
}

export function repositoryFields(world: World, repository: Repository) {
  return {
    id: repository.id,
    name: repository.name,
    full_name: repository.fullName,
    private: repository.private,
    visibility: repository.private ? 'private' : 'public',
    owner: { login: repository.owner, type: 'Organization' },
    fork: repository.parent !== null,
    default_branch: repository.defaultBranch,
    html_url: webAddress(repository, ''),
    url: apiAddress(world, repository, ''),
    clone_url: webAddress(repository, '.git'),
    has_issues: true,
  };
}

export function showLabel(world: World, repository: Repository, label: LabelRecord) {
  const { id, name, color, description } = label;
  const url = apiAddress(world, repository, `/labels/${encodeURIComponent(name)}`);
  return fill('label', { id, name, color, description, url });
}

export function showIssue(world: World, repository: Repository, issue: IssueRecord | PullRecord) {
  const { id, number, title, body, state, stateReason, user } = issue;
  const pull = isPull(issue) ? issue : undefined;
  const page = webAddress(repository, `/${pull === undefined ? 'issues' : 'pull'}/${number}`);
  return fill('issue', {
    id,
    number,
    title,
    body,
    state,
    state_reason: stateReason,
    user: showActor(user),
    labels: issue.labels.map((name) => {
      const label = repository.labels.find((item) => item.name === name);
      return label === undefined ? { name } : showLabel(world, repository, label);
    }),
    comments: repository.comments.filter((comment) => comment.issue === number).length,
    url: apiAddress(world, repository, `/issues/${number}`),
    html_url: page,
    comments_url: apiAddress(world, repository, `/issues/${number}/comments`),
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    author_association: 'NONE',
    pull_request:
      pull === undefined
        ? undefined
        : {
            url: apiAddress(world, repository, `/pulls/${number}`),
            html_url: page,
            diff_url: `${page}.diff`,
            patch_url: `${page}.patch`,
            merged_at: pull.mergedAt,
          },
  });
}

export function showComment(world: World, repository: Repository, comment: CommentRecord) {
  const { id, issue, body, user } = comment;
  const kind = repository.pulls.some(({ number }) => number === issue) ? 'pull' : 'issues';
  return fill('issue-comment', {
    id,
    body,
    user: showActor(user),
    url: apiAddress(world, repository, `/issues/comments/${id}`),
    html_url: webAddress(repository, `/${kind}/${issue}#issuecomment-${id}`),
    issue_url: apiAddress(world, repository, `/issues/${issue}`),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: 'NONE',
  });
}
