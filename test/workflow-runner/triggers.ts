import { matchesGlob } from 'node:path';
import type { WorkflowEvent } from './host.ts';
import { type Triggers, WorkflowRefused } from './workflow-file.ts';

/** Types of activity that start a workflow which names none. */
const DEFAULT_TYPES: Readonly<Record<string, readonly string[]>> = {
  pull_request: ['opened', 'synchronize', 'reopened'],
  pull_request_target: ['opened', 'synchronize', 'reopened'],
};

/** Throws {@link WorkflowRefused} with the reason when the event would not start a workflow with these triggers. */
export function requireTrigger(triggers: Triggers, event: WorkflowEvent, ref: string): void {
  const reason = whyNot(triggers, event, ref);
  if (reason !== null) throw new WorkflowRefused(`${event.name} does not start it: ${reason}`);
}

function whyNot(triggers: Triggers, { name, payload }: WorkflowEvent, ref: string): string | null {
  if (!(name in triggers)) return `"on" has ${Object.keys(triggers).join(', ')}`;
  const filters = triggers[name] ?? {};
  if (name === 'schedule') {
    const crons = (triggers.schedule as unknown as { cron: string }[]).map(({ cron }) => cron);
    return crons.includes(String(payload.schedule)) ? null : `no cron is ${payload.schedule}`;
  }
  const types = list(filters.types) ?? DEFAULT_TYPES[name];
  const { action } = payload;
  if (types !== undefined && !types.includes(String(action))) return `the type is ${action}`;
  if (name === 'workflow_run') {
    const { name: finished, head_branch: branch } = payload.workflow_run as Record<string, string>;
    if (!list(filters.workflows)?.includes(finished ?? '')) return `the workflow is ${finished}`;
    return filteredBy('branches', filters, branch ?? '');
  }
  if (name === 'push') {
    const [, kind, short = ''] = /^refs\/(heads|tags)\/(.*)$/.exec(ref) ?? [];
    const own = kind === 'heads' ? 'branches' : 'tags';
    const other = kind === 'heads' ? 'tags' : 'branches';
    if (has(filters, other) && !has(filters, own)) return `the ref is ${ref}`;
    return filteredBy(own, filters, short) ?? filteredByPaths(filters, payload);
  }
  if (name.startsWith('pull_request')) {
    const { base } = payload.pull_request as { base: { ref: string } };
    return filteredBy('branches', filters, base.ref);
  }
  return null;
}

function filteredByPaths(filters: Filters, payload: WorkflowEvent['payload']): string | null {
  const commits = (payload.commits ?? []) as { added?: string[]; modified?: string[] }[];
  const paths = commits.flatMap(({ added = [], modified = [] }) => [...added, ...modified]);
  const patterns = list(filters.paths);
  if (patterns === undefined || paths.some((path) => matches(path, patterns))) return null;
  return `no changed file matches ${patterns.join(', ')}`;
}

type Filters = Readonly<Record<string, unknown>>;

function has(filters: Filters, kind: string): boolean {
  return filters[kind] !== undefined || filters[`${kind}-ignore`] !== undefined;
}

function filteredBy(kind: string, filters: Filters, value: string): string | null {
  const wanted = list(filters[kind]);
  const ignored = list(filters[`${kind}-ignore`]);
  if (wanted !== undefined && !matches(value, wanted)) return `${value} is not in ${kind}`;
  if (ignored !== undefined && matches(value, ignored)) return `${value} is in ${kind}-ignore`;
  return null;
}

/** The last pattern that matches decides; one that begins with `!` takes away. */
function matches(value: string, patterns: readonly string[]): boolean {
  const last = patterns.findLast((pattern) => matchesGlob(value, pattern.replace(/^!/, '')));
  return last !== undefined && !last.startsWith('!');
}

function list(value: unknown): string[] | undefined {
  if (value === undefined || value === null) return undefined;
  return Array.isArray(value) ? value.map(String) : [String(value)];
}
