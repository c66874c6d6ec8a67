import { evaluateTemplate, evaluateText, holds, type Scope, type Status } from './expressions.ts';
import { readWorkflowInputs } from './inputs.ts';
import type { JobConclusion, JobResult, LegResult, WorkflowInstance } from './jobs.ts';
import { expandMatrix } from './matrix.ts';
import {
  DEFAULT_PERMISSIONS,
  type Permissions,
  readOnly,
  readPermissions,
  requireWithin,
} from './permissions.ts';
import { runLeg } from './run-leg.ts';
import { Slots } from './slots.ts';
import {
  type CallDefinition,
  type JobDefinition,
  readWorkflow,
  WorkflowRefused,
} from './workflow-file.ts';

/** How deep GitHub lets workflows call one another. */
const MAXIMUM_DEPTH = 10;

type Results = Readonly<Record<string, JobResult>>;

/** Runs the jobs of a workflow, each as soon as those that it needs have ended. */
export async function runJobs(instance: WorkflowInstance): Promise<Results> {
  const { jobs } = instance.definition;
  const started = new Map<string, Promise<JobResult>>();
  const finished: Record<string, JobResult> = {};
  const start = (id: string): Promise<JobResult> => {
    const known = started.get(id);
    if (known !== undefined) return known;
    const running = (async () => {
      await Promise.all(needsOf(jobs[id]).map(start));
      const result = await runJob(instance, id, finished);
      finished[id] = result;
      return result;
    })();
    started.set(id, running);
    return running;
  };
  // All of them, so that nothing still runs when a workflow is refused half-way.
  const settled = await Promise.allSettled(Object.keys(jobs).map(start));
  const refused = settled.find((outcome) => outcome.status === 'rejected');
  if (refused !== undefined) throw refused.reason;
  return Object.fromEntries(Object.keys(jobs).map((id) => [id, finished[id] as JobResult]));
}

async function runJob(
  instance: WorkflowInstance,
  id: string,
  finished: Results,
): Promise<JobResult> {
  const { run, definition: workflow } = instance;
  const definition = workflow.jobs[id] ?? {};
  const needs = Object.fromEntries(
    needsOf(definition).map((name) => {
      const { result, outputs } = finished[name] as JobResult;
      return [name, { result, outputs }];
    }),
  );
  const contexts = { github: run.github, needs, vars: run.vars, inputs: instance.inputs };
  const scope: Scope = { contexts, status: statusOf(instance, id, finished) };
  const name = instance.prefix + id;
  if (!holds(definition.if, scope)) {
    run.log.write(name, 'skipped');
    return { ...ended('skipped'), concurrency: null };
  }
  const concurrency = groupOf(definition.concurrency, scope);
  const permissions = permissionsOf(instance, id, definition);
  if (definition.uses !== undefined) {
    return {
      ...(await callWorkflow(instance, id, definition, scope, permissions, needs)),
      concurrency,
    };
  }
  return {
    ...(await runLegs(instance, id, definition, scope, permissions, needs)),
    concurrency,
  };
}

async function runLegs(
  instance: WorkflowInstance,
  id: string,
  definition: JobDefinition,
  scope: Scope,
  permissions: Permissions,
  needs: unknown,
): Promise<Omit<JobResult, 'concurrency'>> {
  const { run } = instance;
  const { strategy } = definition;
  const matrices = expandMatrix(evaluateTemplate(strategy?.matrix, scope));
  const failFast = evaluateTemplate(strategy?.['fail-fast'], scope) ?? true;
  const parallel = Number(evaluateTemplate(strategy?.['max-parallel'], scope) ?? matrices.length);
  const ownSlots = new Slots(parallel);
  const stop = new AbortController();
  let environment: string | null = null;
  const legs = await Promise.all(
    matrices.map((matrix, index) => {
      const counts = { 'job-index': index, 'job-total': matrices.length };
      const context = { 'fail-fast': failFast, 'max-parallel': parallel, ...counts };
      const legScope = {
        ...scope,
        contexts: { ...scope.contexts, matrix, strategy: context, secrets: instance.secrets },
      };
      const name = instance.prefix + id + suffixOf(matrix);
      environment = environmentOf(definition, legScope);
      const mayFail = evaluateTemplate(definition['continue-on-error'], legScope) === true;
      const task = async (): Promise<LegResult> => {
        const request = { instance, id, name, definition, needs, matrix, permissions, environment };
        if (run.cancel.signal.aborted ? !asksAlways(definition, scope) : stop.signal.aborted) {
          const nothing = { outputs: {}, steps: {}, folder: null };
          return { name, matrix, result: 'cancelled', permissions, ...nothing };
        }
        const leg = await runLeg({ ...request, strategy: context, stop: stop.signal });
        if (leg.result === 'failure' && mayFail) return { ...leg, result: 'success' };
        if (leg.result === 'failure' && failFast === true) stop.abort();
        return leg;
      };
      return ownSlots.run(() => run.slots.run(task));
    }),
  );
  const outputs: Record<string, string> = {};
  for (const leg of legs) {
    // Of several legs the last one that has a value decides.
    for (const [name, value] of Object.entries(leg.outputs)) {
      if (value !== '' || !(name in outputs)) outputs[name] = value;
    }
  }
  return { result: worst(legs.map(({ result }) => result)), outputs, legs, jobs: {}, environment };
}

async function callWorkflow(
  instance: WorkflowInstance,
  id: string,
  definition: JobDefinition,
  scope: Scope,
  permissions: Permissions,
  needs: unknown,
): Promise<Omit<JobResult, 'concurrency'>> {
  const { run } = instance;
  const uses = definition.uses ?? '';
  if (instance.depth >= MAXIMUM_DEPTH) throw new WorkflowRefused(`${uses} is called too deep`);
  const content = uses.startsWith('./')
    ? await run.host.readFile(run.sha, uses.slice(2))
    : await run.host.readRemoteWorkflow(uses);
  if (content === null) throw new WorkflowRefused(`workflow was not found: ${uses}`);
  const called = await readWorkflow(uses.replace(/^\.\//, '').replace(/@.*$/, ''), content);
  if (!('workflow_call' in called.on)) {
    throw new WorkflowRefused(`${uses} has no "on: workflow_call"`);
  }
  const call = (called.on.workflow_call ?? {}) as CallDefinition;
  const withSecrets = {
    ...scope,
    contexts: { ...scope.contexts, secrets: instance.secrets, needs },
  };
  const given = evaluateTemplate(definition.with ?? {}, withSecrets) as Record<string, unknown>;
  const inputs = readWorkflowInputs(call.inputs ?? {}, given, (initial) =>
    evaluateTemplate(initial, scope),
  );
  const jobs = await runJobs({
    run,
    definition: called,
    inputs,
    secrets: passSecrets(definition, call, instance.secrets, withSecrets),
    limit: permissions,
    prefix: `${instance.prefix}${id} / `,
    depth: instance.depth + 1,
  });
  const outputs: Record<string, string> = {};
  const outputScope = { ...scope, contexts: { ...scope.contexts, inputs, jobs } };
  for (const [name, { value }] of Object.entries(call.outputs ?? {})) {
    outputs[name] = evaluateText(value, outputScope);
  }
  const result = worst(Object.values(jobs).map((job) => job.result));
  return { result, outputs, legs: [], jobs, environment: null };
}

function passSecrets(
  definition: JobDefinition,
  call: CallDefinition,
  own: Readonly<Record<string, string>>,
  scope: Scope,
): Record<string, string> {
  if (definition.secrets === 'inherit') return { ...own };
  const given = evaluateTemplate(definition.secrets ?? {}, scope) as Record<string, string>;
  const declared = call.secrets ?? {};
  for (const name of Object.keys(given)) {
    if (!(name in declared)) throw new WorkflowRefused(`Invalid secret, ${name} is not defined`);
  }
  for (const [name, secret] of Object.entries(declared)) {
    if (secret?.required === true && !(name in given)) {
      throw new WorkflowRefused(`Secret ${name} is required, but not provided while calling.`);
    }
  }
  return given;
}

/** What `success()` and `failure()` say before a job: all jobs before it count, not only those that it names. */
function statusOf({ run, definition }: WorkflowInstance, id: string, finished: Results): Status {
  const before = new Set<string>();
  const visit = (name: string) => {
    for (const need of needsOf(definition.jobs[name])) {
      if (before.has(need)) continue;
      before.add(need);
      visit(need);
    }
  };
  visit(id);
  const results = [...before].map((name) => finished[name]?.result);
  const cancelled = run.cancel.signal.aborted;
  return {
    success: !cancelled && results.every((result) => result === 'success'),
    failure: !cancelled && results.includes('failure'),
    cancelled,
  };
}

function asksAlways(definition: JobDefinition, scope: Scope): boolean {
  return holds(definition.if, {
    ...scope,
    status: { success: false, failure: false, cancelled: true },
  });
}

function permissionsOf(
  { run, definition: workflow, limit }: WorkflowInstance,
  id: string,
  definition: JobDefinition,
): Permissions {
  const written = definition.permissions ?? workflow.permissions;
  const asked = written === undefined ? null : readPermissions(written);
  if (limit === null) {
    const permissions = asked ?? DEFAULT_PERMISSIONS;
    return run.fromFork ? readOnly(permissions) : permissions;
  }
  if (asked === null) return limit;
  // A fork's token is cut down, not refused.
  return run.fromFork ? readOnly(asked) : requireWithin(asked, limit, id);
}

export function environmentOf({ environment }: JobDefinition, scope: Scope): string | null {
  if (environment === undefined || environment === null) return null;
  const name =
    typeof environment === 'object' ? (environment as { name: unknown }).name : environment;
  return evaluateText(name, scope);
}

export function groupOf(concurrency: unknown, scope: Scope): string | null {
  if (concurrency === undefined || concurrency === null) return null;
  const group =
    typeof concurrency === 'object' ? (concurrency as { group: unknown }).group : concurrency;
  return evaluateText(group, scope);
}

function suffixOf(matrix: Readonly<Record<string, unknown>>): string {
  const values = Object.values(matrix).map((value) =>
    typeof value === 'object' ? JSON.stringify(value) : String(value),
  );
  return values.length === 0 ? '' : ` (${values.join(', ')})`;
}

export function worst(results: readonly JobConclusion[]): JobConclusion {
  for (const result of ['failure', 'cancelled', 'success'] as const) {
    if (results.includes(result)) return result;
  }
  return 'skipped';
}

function ended(result: JobConclusion): Omit<JobResult, 'concurrency'> {
  return { result, outputs: {}, legs: [], jobs: {}, environment: null };
}

function needsOf(definition: JobDefinition | undefined): readonly string[] {
  const { needs = [] } = definition ?? {};
  return typeof needs === 'string' ? [needs] : needs;
}
