import { type Call, created, type Need, type Operations, ok } from '../call.ts';
import { paged } from '../pages.ts';
import type { LabelRecord, Repository } from '../records.ts';
import { invalid, notFound } from '../refusal.ts';
import { showLabel } from '../show.ts';
import type { World } from '../world.ts';
import { requireIssue } from './issues.ts';

const READ: readonly Need[] = [{ issues: 'read' }, { 'pull-requests': 'read' }];
const WRITE: readonly Need[] = [{ issues: 'write' }, { 'pull-requests': 'write' }];

export const labelOperations: Operations = {
  'issues/list-labels-for-repo': {
    needs: READ,
    handle: (call) => paged(call, call.repository.labels, (label) => show(call, label)),
  },
  'issues/get-label': {
    needs: READ,
    handle: (call) => {
      const found = call.repository.labels.find(({ name }) => isSame(name, call.params.name ?? ''));
      if (found === undefined) throw notFound();
      return ok(show(call, found));
    },
  },
  'issues/create-label': {
    needs: WRITE,
    handle: (call) => {
      const { name, color, description } = call.body as {
        name: string;
        color?: string;
        description?: string;
      };
      if (call.repository.labels.some((label) => isSame(label.name, name))) {
        throw invalid({ resource: 'Label', code: 'already_exists', field: 'name' });
      }
      if (color !== undefined && !/^[0-9a-f]{6}$/i.test(color)) {
        throw invalid({ resource: 'Label', code: 'invalid', field: 'color' });
      }
      return created(show(call, addLabel(call.world, call.repository, name, color, description)));
    },
  },
  'issues/list-labels-on-issue': {
    needs: READ,
    handle: (call) => paged(call, ofIssue(call), (label) => show(call, label)),
  },
  'issues/add-labels': {
    needs: WRITE,
    handle: (call) => {
      const issue = requireIssue(call);
      const { labels } = call.body as { labels: readonly (string | { name: string })[] };
      for (const label of labels) {
        const name = typeof label === 'string' ? label : label.name;
        // Unlike at the making of an issue, a label that is not there yet is made.
        if (!call.repository.labels.some((known) => isSame(known.name, name))) {
          addLabel(call.world, call.repository, name);
        }
        if (!issue.labels.some((known) => isSame(known, name))) issue.labels.push(name);
      }
      return ok(ofIssue(call).map((label) => show(call, label)));
    },
  },
  'issues/remove-label': {
    needs: WRITE,
    handle: (call) => {
      const issue = requireIssue(call);
      const at = issue.labels.findIndex((name) => isSame(name, call.params.name ?? ''));
      if (at < 0) throw notFound();
      issue.labels.splice(at, 1);
      return ok(ofIssue(call).map((label) => show(call, label)));
    },
  },
};

export function addLabel(
  world: World,
  repository: Repository,
  name: string,
  color = 'ededed',
  description: string | null = null,
): LabelRecord {
  const label = { id: world.nextId(), name, color, description };
  repository.labels.push(label);
  return label;
}

function ofIssue(call: Call): LabelRecord[] {
  const issue = requireIssue(call);
  return call.repository.labels.filter(({ name }) => issue.labels.includes(name));
}

function show({ world, repository }: Call, label: LabelRecord) {
  return showLabel(world, repository, label);
}

/** Names of labels differ by more than their case. */
function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
