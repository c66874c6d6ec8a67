import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunIdentity, RunnerHost, Trigger, WorkflowEvent } from './host.ts';
import { readWorkflowInputs } from './inputs.ts';
import type { JobConclusion, JobResult, RunState } from './jobs.ts';
import type { Annotation } from './log-commands.ts';
import { GITHUB_GRACE, type Grace } from './processes.ts';
import { groupOf, runJobs, worst } from './run-jobs.ts';
import { RunLog } from './run-log.ts';
import { Slots } from './slots.ts';
import { requireTrigger } from './triggers.ts';
import {
  type InputDefinition,
  readWorkflow,
  type WorkflowDefinition,
  WorkflowRefused,
} from './workflow-file.ts';

/** Jobs that run at once; the machine that tests run on has two cores. */
const PARALLEL_JOBS = 2;

export interface WorkflowOptions extends Trigger {
  /** File name in `.github/workflows`. */
  readonly workflow: string;
  /** `own` unless the variable MLOPS_RUNNER says `act`; see {@link runOnAct} for what that can't do. */
  readonly runner?: 'own' | 'act';
  readonly secrets?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  /** Secrets and variables of deployment environments. */
  readonly environments?: RunState['environments'];
  readonly actor?: string;
  /** Cancels the run when a step writes a line that matches. */
  readonly cancelAfter?: RegExp;
  /** How long a cancelled step has; GitHub's times when left out. */
  readonly grace?: Grace;
}

export interface WorkflowRun extends RunIdentity {
  readonly name: string;
  /** Path of the workflow in the repository. */
  readonly path: string;
  readonly trigger: Trigger;
  readonly conclusion: JobConclusion;
  readonly jobs: Readonly<Record<string, JobResult>>;
  readonly concurrency: string | null;
  /** All lines of all jobs, masked; each begins with the job's name and ` | `. */
  readonly log: string;
  readonly summaries: RunLog['summaries'];
  readonly annotations: readonly Annotation[];
  /** Lines in which a mask had to hide something: a step showed a secret. */
  readonly masked: readonly string[];
  /** Tokens and secrets that the run was given, to search its traces for. */
  readonly confidential: readonly string[];
}

/**
 * Runs a workflow of the repository to its end. Throws {@link WorkflowRefused} where GitHub would not start it: a
 * fault in the file, an event that does not trigger it, a reusable workflow that asks for too much.
 */
export async function runOnOwnRunner(
  host: RunnerHost,
  options: WorkflowOptions,
): Promise<WorkflowRun> {
  const { event, ref, sha, secrets = {}, vars = {} } = options;
  const { path, workflow } = await readTriggered(host, options);
  const fromFork = isFromFork(event);
  const trigger = { event, ref, sha };
  const identity = await host.begin({ workflow, trigger });
  const folder = await mkdtemp(join(host.folder, 'run-'));
  const eventPath = join(folder, 'event.json');
  await writeFile(eventPath, JSON.stringify(event.payload));
  const log = new RunLog();
  const cancel = new AbortController();
  const { cancelAfter } = options;
  if (cancelAfter !== undefined) {
    log.listen((line) => {
      if (cancelAfter.test(line)) cancel.abort();
    });
  }
  const github = githubContext(host, identity, options, workflow.name, path);
  const run: RunState = {
    host,
    identity,
    event,
    ref,
    sha,
    workflow,
    github: { ...github, event_path: eventPath },
    vars,
    environments: options.environments ?? {},
    fromFork,
    log,
    slots: new Slots(PARALLEL_JOBS),
    grace: options.grace ?? GITHUB_GRACE,
    cancel,
    folder,
    confidential: new Set(),
  };
  const inputs = dispatchInputs(workflow.on.workflow_dispatch, event);
  const jobs = await runJobs({
    run,
    definition: workflow,
    inputs,
    secrets: fromFork ? {} : secrets,
    limit: null,
    prefix: '',
    depth: 1,
  });
  const results = Object.values(jobs).map(({ result }) => result);
  const conclusion = cancel.signal.aborted ? 'cancelled' : worst(results);
  await host.finish(identity, conclusion);
  const scope = {
    contexts: { github, inputs, vars },
    status: { success: true, failure: false, cancelled: false },
  };
  return {
    ...identity,
    name: workflow.name,
    path,
    trigger,
    conclusion,
    jobs,
    concurrency: groupOf(workflow.concurrency, scope),
    log: log.lines.join('\n'),
    summaries: log.summaries,
    annotations: log.annotations,
    masked: log.masked,
    confidential: [...run.confidential],
  };
}

/** The workflow that the event starts, read and checked; throws {@link WorkflowRefused} where it starts none. */
export async function readTriggered(
  host: Pick<RunnerHost, 'readFile'>,
  { workflow: name, event, ref, sha }: WorkflowOptions,
): Promise<{ path: string; content: string; workflow: WorkflowDefinition }> {
  const path = `.github/workflows/${name}`;
  const content = await host.readFile(sha, path);
  if (content === null) throw new WorkflowRefused(`${path} is not in the commit ${sha}`);
  const workflow = await readWorkflow(path, content);
  requireTrigger(workflow.on, event, ref);
  return { path, content, workflow };
}

function dispatchInputs(definition: unknown, event: WorkflowEvent): Record<string, unknown> {
  if (event.name !== 'workflow_dispatch') return {};
  const { inputs = {} } = (definition ?? {}) as { inputs?: Record<string, InputDefinition> };
  return readWorkflowInputs(inputs, (event.payload.inputs ?? {}) as Record<string, unknown>);
}

export function isFromFork({ name, payload }: WorkflowEvent): boolean {
  if (name !== 'pull_request') return false;
  const { head, base } = payload.pull_request as Record<'head' | 'base', { repo: { id: number } }>;
  return head.repo.id !== base.repo.id;
}

function githubContext(
  host: RunnerHost,
  { id, number, attempt }: RunIdentity,
  { event, ref, sha, actor = 'octocat' }: WorkflowOptions,
  workflow: string,
  path: string,
): Record<string, unknown> {
  const pull = event.payload.pull_request as
    | Record<'head' | 'base', { readonly ref: string }>
    | undefined;
  const [, kind, shortRef = ref] = /^refs\/(heads|tags|pull)\/(.*)$/.exec(ref) ?? [];
  const [owner = ''] = host.repository.split('/');
  return {
    actor,
    actor_id: '583231',
    api_url: host.apiUrl,
    base_ref: pull?.base.ref ?? '',
    event: event.payload,
    event_name: event.name,
    graphql_url: host.graphqlUrl,
    head_ref: pull?.head.ref ?? '',
    ref,
    ref_name: shortRef,
    ref_protected: 'false',
    ref_type: kind === 'tags' ? 'tag' : 'branch',
    repository: host.repository,
    repository_id: '1296269',
    repository_owner: owner,
    repository_owner_id: '9919',
    repositoryUrl: `git://github.com/${host.repository}.git`,
    retention_days: '90',
    run_attempt: String(attempt),
    run_id: String(id),
    run_number: String(number),
    secret_source: 'Actions',
    // Another address would make the toolkit believe that it is on an Enterprise Server.
    server_url: 'https://github.com',
    sha,
    triggering_actor: actor,
    workflow,
    workflow_ref: `${host.repository}/${path}@${ref}`,
    workflow_sha: sha,
  };
}
