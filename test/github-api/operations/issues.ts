import { type Call, created, type Need, type Operations, ok } from '../call.ts';
import { addIssue, discussionsOf, isPull } from '../discussions.ts';
import { paged } from '../pages.ts';
import type { IssueRecord } from '../records.ts';
import { invalid, notFound, requireShortEnough, TITLE_LIMIT } from '../refusal.ts';
import { showIssue } from '../show.ts';

interface IssueBody {
  readonly title?: string | number | null;
  readonly body?: string | null;
  readonly state?: 'open' | 'closed';
  readonly state_reason?: string | null;
  readonly labels?: readonly (string | { readonly name?: string })[];
}

/** Some things of a pull request are reached as those of an issue, and then the other permission does as well. */
export function discussionNeeds(level: 'read' | 'write'): (call: Call) => readonly Need[] {
  return (call) => {
    const number = discussionNumber(call);
    // A comment that is gone belongs to neither: what it needs can't tell a token that it is gone.
    const isOfPull =
      number === undefined || call.repository.pulls.some((pull) => pull.number === number);
    const alternatives: Need[] = [{ issues: level }];
    if (isOfPull) alternatives.push({ 'pull-requests': level });
    return alternatives;
  };
}

export const issueOperations: Operations = {
  'issues/list-for-repo': {
    needs: [{ issues: 'read' }],
    handle: (call) => {
      const { state = 'open', labels = '', sort = 'created', direction = 'desc' } = call.query;
      const wanted = String(labels)
        .split(',')
        .filter((name) => name !== '');
      const found = discussionsOf(call.repository).filter(
        (issue) =>
          (state === 'all' || issue.state === state) &&
          wanted.every((name) =>
            issue.labels.some((label) => label.toLowerCase() === name.toLowerCase()),
          ),
      );
      const key = sort === 'updated' ? 'updatedAt' : 'number';
      found.sort((a, b) => (a[key] < b[key] ? -1 : 1));
      if (direction === 'desc') found.reverse();
      return paged(call, found, (issue) => show(call, issue));
    },
  },
  'issues/create': {
    needs: [{ issues: 'write' }],
    handle: (call) => {
      const { title, body = null, labels = [] } = call.body as IssueBody;
      requireShortEnough('Issue', body);
      requireShortEnough('Issue', String(title), TITLE_LIMIT, 'title');
      if (title === undefined || title === null || title === '') {
        throw invalid({ resource: 'Issue', field: 'title', code: 'missing_field' });
      }
      const issue = addIssue(call.world, call.repository, {
        title: String(title),
        body,
        user: call.token.actor,
        // Labels that are not there are left out without a word.
        labels: names(labels).filter((name) =>
          call.repository.labels.some((label) => label.name === name),
        ),
      });
      trigger(call, 'opened', issue);
      return created(show(call, issue));
    },
  },
  'issues/get': {
    needs: discussionNeeds('read'),
    handle: (call) => ok(show(call, requireIssue(call))),
  },
  'issues/update': {
    needs: discussionNeeds('write'),
    handle: (call) => {
      const issue = requireIssue(call);
      const change = call.body as IssueBody;
      requireShortEnough('Issue', change.body);
      requireShortEnough('Issue', String(change.title ?? ''), TITLE_LIMIT, 'title');
      if (change.title !== undefined && change.title !== null) issue.title = String(change.title);
      if (change.body !== undefined) issue.body = change.body;
      if (change.labels !== undefined) {
        issue.labels.splice(0, issue.labels.length, ...names(change.labels));
      }
      if (change.state !== undefined && change.state !== issue.state) {
        setState(call, issue, change.state);
      }
      if (change.state_reason !== undefined) issue.stateReason = change.state_reason;
      issue.updatedAt = call.world.now();
      return ok(show(call, issue));
    },
  },
};

export function setState(call: Call, issue: IssueRecord, state: 'open' | 'closed'): void {
  issue.state = state;
  issue.stateReason = state === 'closed' ? 'completed' : 'reopened';
  issue.closedAt = state === 'closed' ? call.world.now() : null;
  trigger(call, state === 'closed' ? 'closed' : 'reopened', issue);
}

/** The issue or pull request in the path. */
export function requireIssue(call: Call): IssueRecord {
  const number = discussionNumber(call);
  const found = discussionsOf(call.repository).find((item) => item.number === number);
  if (found === undefined) throw notFound();
  return found;
}

/** Of the issue or pull request that the path names, by itself or by one of its comments. */
function discussionNumber({ params, repository }: Call): number | undefined {
  const number = params.issue_number ?? params.pull_number;
  if (number !== undefined) return Number(number);
  return repository.comments.find(({ id }) => id === Number(params.comment_id))?.issue;
}

function trigger({ world, token, repository }: Call, action: string, issue: IssueRecord): void {
  world.trigger(token, {
    event: isPull(issue) ? 'pull_request' : 'issues',
    action,
    repository: repository.fullName,
    number: issue.number,
  });
}

function names(labels: NonNullable<IssueBody['labels']>): string[] {
  return labels.map((label) => (typeof label === 'string' ? label : (label.name ?? '')));
}

function show({ world, repository }: Call, issue: IssueRecord) {
  return showIssue(world, repository, issue);
}
