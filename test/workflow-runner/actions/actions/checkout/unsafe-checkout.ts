interface PullRequestSide {
  readonly sha: string;
  readonly repo: { readonly full_name: string } | null;
}

/** The part of an event's payload that says whose code it is about. */
interface Payload {
  readonly repository: { readonly full_name: string };
  readonly pull_request?: {
    readonly head: PullRequestSide;
    readonly merge_commit_sha: string | null;
  };
  readonly workflow_run?: {
    readonly event: string;
    readonly head_sha: string;
    readonly head_repository: { readonly full_name: string };
  };
}

export interface WhatToFetch {
  readonly repository: string;
  readonly ref: string;
  readonly commit: string;
}

/**
 * Whether the checkout would bring a fork's code into a workflow that runs with the base repository's rights: the
 * fork itself, its head or merge commit, or a pull request's ref.
 */
export function isUnsafeCheckout(
  event: string,
  payload: Payload,
  { repository, ref, commit }: WhatToFetch,
): boolean {
  const fork = forkOf(event, payload);
  if (fork === null) return false;
  if (repository.toLowerCase() === fork.repository.toLowerCase()) return true;
  return /^refs\/(remotes\/)?pull\//.test(ref) || fork.commits.includes(commit || ref);
}

function forkOf(event: string, payload: Payload) {
  const own = payload.repository.full_name;
  if (event === 'pull_request_target' && payload.pull_request !== undefined) {
    const { head, merge_commit_sha: merge } = payload.pull_request;
    const repository = head.repo?.full_name ?? '';
    return repository === own ? null : { repository, commits: [head.sha, merge ?? ''] };
  }
  if (event === 'workflow_run' && payload.workflow_run !== undefined) {
    const { event: cause, head_sha: sha, head_repository: head } = payload.workflow_run;
    const foreign = cause.startsWith('pull_request') && head.full_name !== own;
    return foreign ? { repository: head.full_name, commits: [sha] } : null;
  }
  return null;
}
