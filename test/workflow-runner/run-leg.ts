import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { evaluateTemplate, evaluateText, evaluateTexts } from './expressions.ts';
import type { LegResult, RunState, WorkflowInstance } from './jobs.ts';
import { Leg } from './leg.ts';
import type { Permissions } from './permissions.ts';
import { StepLog } from './run-log.ts';
import { runJobSteps } from './steps.ts';
import type { JobDefinition } from './workflow-file.ts';

export interface LegRequest {
  readonly instance: WorkflowInstance;
  readonly id: string;
  readonly name: string;
  readonly definition: JobDefinition;
  readonly needs: unknown;
  readonly matrix: Readonly<Record<string, unknown>>;
  readonly strategy: unknown;
  readonly permissions: Permissions;
  readonly environment: string | null;
  /** Fires when another leg's failure ends this one. */
  readonly stop: AbortSignal;
}

/** Runs one leg of a job from an empty workspace to its outputs. A fault of a step is a result, not an exception. */
export async function runLeg(request: LegRequest): Promise<LegResult> {
  const { instance, id, name, definition, matrix, permissions } = request;
  const { run } = instance;
  const timeout = new AbortController();
  const leg = await makeLeg(request, timeout.signal);
  const log = new StepLog(run.log, leg.masks, name, 'Set up job');
  let timer: NodeJS.Timeout | undefined;
  const outputs: Record<string, string> = {};
  try {
    await leg.makeFolders();
    const scope = leg.scope(leg.frame, {});
    for (const env of [instance.definition.env, definition.env]) {
      Object.assign(leg.environment, evaluateTexts(env, leg.scope(leg.frame, leg.environment)));
    }
    const minutes = Number(evaluateTemplate(definition['timeout-minutes'], scope) ?? 360);
    timer = setTimeout(() => {
      log.annotate('error', `The job has exceeded the maximum execution time of ${minutes}m0s`);
      timeout.abort();
    }, minutes * 60_000);
    await runJobSteps(leg, definition.steps ?? []);
    Object.assign(outputs, readOutputs(leg, definition, log));
  } catch (error) {
    log.annotate('error', (error as Error).message);
    leg.frame.failed = true;
  } finally {
    clearTimeout(timer);
    leg.processes.end();
  }
  log.say(`job ${id}: ${leg.result}`);
  const { result, folder } = leg;
  return { name, matrix, result, outputs, steps: leg.frame.steps, permissions, folder };
}

/** The job's outputs; one that holds a secret is left out, as on GitHub. */
function readOutputs(leg: Leg, definition: JobDefinition, log: StepLog): Record<string, string> {
  const outputs: Record<string, string> = {};
  for (const [name, template] of Object.entries(definition.outputs ?? {})) {
    const value = evaluateText(template, leg.scope(leg.frame, leg.environment));
    if (leg.masks.hides(value)) {
      log.annotate('warning', `Skip output '${name}' since it may contain secret.`);
    } else {
      outputs[name] = value;
    }
  }
  return outputs;
}

async function makeLeg(request: LegRequest, timeout: AbortSignal): Promise<Leg> {
  const { instance, id, name, definition, needs, matrix, strategy, permissions } = request;
  const { run } = instance;
  const grant = await run.host.grant({
    run: run.identity,
    job: name,
    permissions,
    event: run.event,
    ref: run.ref,
    sha: run.sha,
    workflow: run.workflow,
    environment: request.environment,
  });
  const settings = request.environment === null ? {} : run.environments[request.environment];
  const secrets = {
    ...instance.secrets,
    ...(run.fromFork ? {} : settings?.secrets),
    GITHUB_TOKEN: grant.token,
  };
  remember(run, [
    ...Object.values(secrets),
    grant.actionEnvironment.ACTIONS_RUNTIME_TOKEN,
    grant.environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN,
  ]);
  return new Leg({
    host: run.host,
    name,
    contexts: {
      github: { ...run.github, job: id },
      needs,
      inputs: instance.inputs,
      vars: { ...run.vars, ...settings?.vars },
      secrets,
      matrix,
      strategy,
    },
    grant,
    defaults: [definition.defaults, instance.definition.defaults],
    log: run.log,
    grace: run.grace,
    stop: AbortSignal.any([run.cancel.signal, request.stop, timeout]),
    folder: await mkdtemp(join(run.folder, 'job-')),
  });
}

function remember(run: RunState, values: readonly (string | undefined)[]): void {
  for (const value of values) if (value !== undefined && value !== '') run.confidential.add(value);
}
