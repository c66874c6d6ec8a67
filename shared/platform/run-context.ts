import { readFileSync } from 'node:fs';
import type { RunContext } from './ports.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the runner tells of itself in variables and in the event's payload. */
export function readRunContext(environment: Environment): RunContext {
  const repository = environment.GITHUB_REPOSITORY;
  const runId = environment.GITHUB_RUN_ID;
  const server = environment.GITHUB_SERVER_URL ?? 'https://github.com';
  const event = readEvent(environment.GITHUB_EVENT_PATH);
  const pullRequest = event.pull_request?.number ?? event.issue?.number;
  const head = event.pull_request?.head?.repo?.full_name;
  return {
    platform: 'actions',
    ...optional('repository', repository),
    // On a pull request GITHUB_SHA is a merge commit that nobody ever pushed.
    ...optional('commit', event.pull_request?.head?.sha ?? environment.GITHUB_SHA),
    ...optional('ref', environment.GITHUB_HEAD_REF || environment.GITHUB_REF_NAME),
    ...optional('eventName', environment.GITHUB_EVENT_NAME),
    ...optional('runId', runId ? Number(runId) : undefined),
    ...optional('attempt', Number(environment.GITHUB_RUN_ATTEMPT) || undefined),
    ...optional('actor', environment.GITHUB_ACTOR),
    ...optional('job', environment.GITHUB_JOB),
    ...optional('jobFolder', environment.RUNNER_TEMP?.replaceAll('\\', '/')),
    ...optional(
      'runUrl',
      repository && runId ? `${server}/${repository}/actions/runs/${runId}` : undefined,
    ),
    ...optional('pullRequest', pullRequest),
    ...optional('baseBranch', baseBranchOf(environment, event)),
    ...(event.pull_request === undefined ? {} : { fromFork: head !== repository }),
  };
}

function baseBranchOf(environment: Environment, event: EventPayload): string | undefined {
  const merged = event.merge_group?.base_ref?.replace(/^refs\/heads\//, '');
  const base = event.pull_request?.base?.ref ?? merged ?? environment.GITHUB_BASE_REF;
  if (base) return base;
  // The ref of a pull request is a merge that belongs to no branch.
  const onBranch = event.pull_request === undefined && !environment.GITHUB_HEAD_REF;
  return onBranch && environment.GITHUB_REF_TYPE !== 'tag'
    ? environment.GITHUB_REF_NAME
    : undefined;
}

interface EventPayload {
  readonly merge_group?: { readonly base_ref?: string };
  readonly pull_request?: {
    readonly number?: number;
    readonly base?: { readonly ref?: string };
    readonly head?: { readonly sha?: string; readonly repo?: { readonly full_name?: string } };
  };
  readonly issue?: { readonly number?: number };
}

function readEvent(path: string | undefined): EventPayload {
  if (path === undefined || path === '') return {};
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as EventPayload;
  } catch {
    // Without a payload there is only less to tell: no pull request to comment on.
    return {};
  }
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined || value === '' ? {} : ({ [key]: value } as { [P in K]: V });
}
