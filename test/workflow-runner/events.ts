import type { WorkflowEvent } from './host.ts';

/** What payloads say about a repository. */
export interface RepositoryFacts {
  readonly id: number;
  readonly fullName: string;
  readonly private: boolean;
  readonly fork: boolean;
}

export interface PullRequestFacts {
  readonly number: number;
  readonly title: string;
  readonly base: { readonly branch: string; readonly sha: string };
  readonly head: {
    readonly branch: string;
    readonly sha: string;
    readonly repository: RepositoryFacts;
  };
  readonly mergeSha: string;
}

export interface FinishedRunFacts {
  readonly id: number;
  readonly number: number;
  readonly name: string;
  readonly path: string;
  readonly event: string;
  readonly conclusion: string;
  readonly branch: string;
  readonly sha: string;
  /** The fork's, for a pull request from there. */
  readonly headRepository: RepositoryFacts;
  /** Numbers; GitHub names none for a fork's. */
  readonly pullRequests: readonly number[];
}

const SENDER = { login: 'octocat', id: 583231, type: 'User', site_admin: false };

export function repositoryPayload({ id, fullName, private: hidden, fork }: RepositoryFacts) {
  const [owner = '', name = ''] = fullName.split('/');
  return {
    id,
    node_id: `R_${id}`,
    name,
    full_name: fullName,
    private: hidden,
    fork,
    owner: { login: owner, id: 9919, type: 'Organization' },
    html_url: `https://github.com/${fullName}`,
    clone_url: `https://github.com/${fullName}.git`,
    default_branch: 'main',
    visibility: hidden ? 'private' : 'public',
  };
}

export interface CommitFacts {
  readonly sha: string;
  readonly message: string;
  readonly timestamp: string;
  readonly added: readonly string[];
  readonly modified: readonly string[];
  readonly removed: readonly string[];
}

export function pushEvent(
  repository: RepositoryFacts,
  ref: string,
  before: string,
  commits: readonly CommitFacts[],
): WorkflowEvent {
  const after = commits.at(-1)?.sha ?? before;
  const author = { name: 'octo', email: 'octo@users.noreply.github.com' };
  const list = commits.map(({ sha, ...commit }) => ({ id: sha, ...commit, author }));
  return {
    name: 'push',
    payload: {
      ref,
      before,
      after,
      created: /^0+$/.test(before),
      deleted: false,
      forced: false,
      base_ref: null,
      compare: `https://github.com/${repository.fullName}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
      commits: list,
      head_commit: list.at(-1) ?? null,
      repository: repositoryPayload(repository),
      pusher: author,
      sender: SENDER,
    },
  };
}

export function pullRequestEvent(
  repository: RepositoryFacts,
  { number, title, base, head, mergeSha }: PullRequestFacts,
  action: 'opened' | 'synchronize' | 'reopened' | 'closed' = 'opened',
): WorkflowEvent {
  const [headOwner = ''] = head.repository.fullName.split('/');
  const [baseOwner = ''] = repository.fullName.split('/');
  const side = (of: RepositoryFacts, owner: string, branch: string, sha: string) => ({
    label: `${owner}:${branch}`,
    ref: branch,
    sha,
    user: { login: owner },
    repo: repositoryPayload(of),
  });
  return {
    name: 'pull_request',
    payload: {
      action,
      number,
      pull_request: {
        id: 1_000_000 + number,
        number,
        title,
        state: action === 'closed' ? 'closed' : 'open',
        draft: false,
        merged: false,
        mergeable: null,
        html_url: `https://github.com/${repository.fullName}/pull/${number}`,
        user: head.repository.fork ? { login: headOwner, id: 77, type: 'User' } : SENDER,
        author_association: head.repository.fork ? 'FIRST_TIME_CONTRIBUTOR' : 'MEMBER',
        merge_commit_sha: mergeSha,
        head: side(head.repository, headOwner, head.branch, head.sha),
        base: side(repository, baseOwner, base.branch, base.sha),
      },
      repository: repositoryPayload(repository),
      sender: SENDER,
    },
  };
}

export function workflowRunEvent(
  repository: RepositoryFacts,
  run: FinishedRunFacts,
): WorkflowEvent {
  return {
    name: 'workflow_run',
    payload: {
      action: 'completed',
      workflow_run: {
        id: run.id,
        name: run.name,
        path: run.path,
        run_number: run.number,
        run_attempt: 1,
        event: run.event,
        status: 'completed',
        conclusion: run.conclusion,
        head_branch: run.branch,
        head_sha: run.sha,
        head_repository: repositoryPayload(run.headRepository),
        repository: repositoryPayload(repository),
        pull_requests: run.pullRequests.map((number) => ({ number })),
        html_url: `https://github.com/${repository.fullName}/actions/runs/${run.id}`,
        actor: SENDER,
        triggering_actor: SENDER,
      },
      workflow: { name: run.name, path: run.path, state: 'active' },
      repository: repositoryPayload(repository),
      sender: SENDER,
    },
  };
}

export function scheduleEvent(repository: RepositoryFacts, cron: string): WorkflowEvent {
  return {
    name: 'schedule',
    payload: { schedule: cron, repository: repositoryPayload(repository) },
  };
}

export function workflowDispatchEvent(
  repository: RepositoryFacts,
  workflow: string,
  ref: string,
  inputs: Readonly<Record<string, string>> = {},
): WorkflowEvent {
  return {
    name: 'workflow_dispatch',
    payload: {
      inputs,
      ref,
      workflow: `.github/workflows/${workflow}`,
      repository: repositoryPayload(repository),
      sender: SENDER,
    },
  };
}

export function repositoryDispatchEvent(
  repository: RepositoryFacts,
  type: string,
  clientPayload: Readonly<Record<string, unknown>> = {},
): WorkflowEvent {
  return {
    name: 'repository_dispatch',
    payload: {
      action: type,
      branch: 'main',
      client_payload: clientPayload,
      repository: repositoryPayload(repository),
      sender: SENDER,
    },
  };
}
