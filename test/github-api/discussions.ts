import type { Actor, IssueRecord, PullRecord, Repository } from './records.ts';
import type { World } from './world.ts';

export interface GivenIssue {
  readonly title: string;
  readonly body?: string | null;
  readonly user: Actor;
  readonly labels?: readonly string[];
  readonly number?: number | undefined;
}

/** Issues and pull requests, which have their numbers, labels and comments in common, oldest first. */
export function discussionsOf({ issues, pulls }: Repository): (IssueRecord | PullRecord)[] {
  return [...issues, ...pulls].sort((a, b) => a.number - b.number);
}

export function isPull(discussion: IssueRecord | PullRecord): discussion is PullRecord {
  return 'headBranch' in discussion;
}

/** What issues and pull requests have in common, with the next number. */
export function makeDiscussion(
  world: World,
  repository: Repository,
  given: GivenIssue,
): IssueRecord {
  const now = world.now();
  return {
    id: world.nextId(),
    number: given.number ?? world.nextNumber(repository),
    title: given.title,
    body: given.body ?? null,
    state: 'open',
    stateReason: null,
    labels: [...(given.labels ?? [])],
    user: given.user,
    createdAt: now,
    updatedAt: now,
    closedAt: null,
  };
}

export function addIssue(world: World, repository: Repository, given: GivenIssue): IssueRecord {
  const issue = makeDiscussion(world, repository, given);
  repository.issues.push(issue);
  return issue;
}
