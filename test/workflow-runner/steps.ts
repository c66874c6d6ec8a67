import { join } from 'node:path';
import { JavaScriptAction, type LoadedAction, loadAction, readInputs } from './action-step.ts';
import { evaluateTemplate, evaluateText, evaluateTexts, holds } from './expressions.ts';
import type { Leg, StepFrame, StepState } from './leg.ts';
import { StepLog } from './run-log.ts';
import { runScript } from './script-step.ts';
import type { StepDefinition } from './workflow-file.ts';

type Environment = Readonly<Record<string, string>>;

/** A step while it runs. */
interface RunningStep {
  readonly leg: Leg;
  readonly frame: StepFrame;
  readonly definition: StepDefinition;
  readonly state: StepState;
  readonly log: StepLog;
  /** The step's own variables. */
  readonly environment: Environment;
  readonly stop: AbortSignal;
}

/** Runs the steps of a job: the phases `pre`, then the steps in order, then what they left for the end. */
export async function runJobSteps(leg: Leg, steps: readonly StepDefinition[]): Promise<void> {
  const prepared = await prepareActions(leg, steps);
  await runSteps(leg, leg.frame, steps, prepared);
  for (const post of leg.posts.toReversed()) {
    if (holds(post.condition, leg.scope(post.frame, leg.environment))) await post.run();
  }
}

/**
 * Finds every action of other repositories before the first step, as the runner does, and runs its `pre`. Throws an
 * Error when one is not to be had.
 */
async function prepareActions(
  leg: Leg,
  steps: readonly StepDefinition[],
): Promise<Map<StepDefinition, JavaScriptAction>> {
  const prepared = new Map<StepDefinition, JavaScriptAction>();
  for (const step of steps) {
    if (step.uses === undefined || step.uses.startsWith('./')) continue;
    const action = await findAction(leg, step.uses);
    const { pre, 'pre-if': condition } = action.definition.runs;
    if (pre === undefined) continue;
    const log = new StepLog(leg.log, leg.masks, leg.name, `Pre ${nameOf(step, '')}`);
    const environment = evaluateTexts(step.env, leg.scope(leg.frame, leg.environment));
    const scope = leg.scope(leg.frame, { ...leg.environment, ...environment });
    if (!holds(condition ?? 'always()', scope)) continue;
    const instance = new JavaScriptAction(leg, action, log, step.id ?? '__pre');
    prepared.set(step, instance);
    const inputs = readInputs(action, step.with, scope, log);
    const state: StepState = { outputs: {}, outcome: 'success', conclusion: 'success' };
    if ((await instance.run('pre', inputs, environment, state, leg.stop)) !== 0) {
      leg.frame.failed = true;
    }
  }
  return prepared;
}

async function runSteps(
  leg: Leg,
  frame: StepFrame,
  steps: readonly StepDefinition[],
  prepared: ReadonlyMap<StepDefinition, JavaScriptAction>,
): Promise<void> {
  for (const [index, definition] of steps.entries()) {
    const state: StepState = { outputs: {}, outcome: 'skipped', conclusion: 'skipped' };
    if (definition.id !== undefined) frame.steps[definition.id] = state;
    const outer = leg.scope(frame, { ...leg.environment, ...frame.environment });
    const name = nameOf(definition, evaluateText(definition.name, outer));
    const log = new StepLog(leg.log, leg.masks, leg.name, name);
    await runStep(leg, frame, definition, state, log, prepared.get(definition), index);
    if (log.refused && state.outcome === 'success') state.outcome = state.conclusion = 'failure';
    if (state.conclusion === 'failure') frame.failed = true;
    log.say(`${name}: ${state.outcome}`);
  }
}

async function runStep(
  leg: Leg,
  frame: StepFrame,
  definition: StepDefinition,
  state: StepState,
  log: StepLog,
  prepared: JavaScriptAction | undefined,
  index: number,
): Promise<void> {
  const stop = new AbortController();
  let onCancel = () => {};
  let timer: NodeJS.Timeout | undefined;
  try {
    const inherited = { ...leg.environment, ...frame.environment };
    const own = evaluateTexts(definition.env, leg.scope(frame, inherited));
    const environment = { ...frame.environment, ...own };
    const scope = () => leg.scope(frame, { ...leg.environment, ...environment });
    if (!holds(definition.if, scope())) return;
    // A step that was meant to run after a cancellation, too, is not stopped by one.
    onCancel = () => {
      if (!holds(definition.if, scope())) stop.abort('cancelled');
    };
    if (!leg.stop.aborted) leg.stop.addEventListener('abort', onCancel, { once: true });
    const minutes = Number(evaluateTemplate(definition['timeout-minutes'], scope()) ?? 0);
    if (minutes > 0) timer = setTimeout(() => stop.abort('timeout'), minutes * 60_000);
    log.say(`##[group]Run ${definition.uses ?? String(definition.run).split('\n')[0]}`);
    const running = { leg, frame, definition, state, log, environment, stop: stop.signal };
    const exitCode =
      definition.uses === undefined
        ? await runScript(leg, definition, scope(), environment, state, log, stop.signal)
        : await runAction(running, definition.uses, prepared, index);
    if (exitCode !== 0 && !stop.signal.aborted && definition.run !== undefined) {
      log.annotate('error', `Process completed with exit code ${exitCode}.`);
    }
    if (stop.signal.reason === 'timeout') {
      log.annotate('error', `The action '${log.step}' has timed out after ${minutes} minutes.`);
    }
    state.outcome = exitCode === 0 && !stop.signal.aborted ? 'success' : 'failure';
    if (stop.signal.reason === 'cancelled') {
      log.annotate('error', 'The operation was canceled.');
      state.outcome = 'cancelled';
    }
    state.conclusion = state.outcome;
    const mayFail = evaluateTemplate(definition['continue-on-error'], scope()) === true;
    if (state.outcome === 'failure' && mayFail) state.conclusion = 'success';
  } catch (error) {
    log.annotate('error', (error as Error).message);
    state.outcome = state.conclusion = 'failure';
  } finally {
    clearTimeout(timer);
    leg.stop.removeEventListener('abort', onCancel);
  }
}

async function runAction(
  step: RunningStep,
  uses: string,
  prepared: JavaScriptAction | undefined,
  index: number,
): Promise<number> {
  const { leg, frame, definition, state, log, environment, stop } = step;
  const action = await findAction(leg, uses);
  const scope = leg.scope(frame, { ...leg.environment, ...environment });
  const inputs = readInputs(action, definition.with, scope, log);
  const id = definition.id ?? `__step_${index}`;
  if (action.definition.runs.using === 'composite') {
    return await runComposite(step, action, inputs, id);
  }
  const instance = prepared ?? new JavaScriptAction(leg, action, log, id);
  const { post, 'post-if': condition } = action.definition.runs;
  if (post !== undefined) {
    leg.posts.push({
      name: log.step,
      condition: condition ?? 'always()',
      frame,
      run: async () => {
        const state: StepState = { outputs: {}, outcome: 'success', conclusion: 'success' };
        const exitCode = await instance.run(
          'post',
          inputs,
          environment,
          state,
          new AbortController().signal,
        );
        log.say(`Post ${log.step}: ${exitCode === 0 ? 'success' : 'failure'}`);
        if (exitCode !== 0) leg.frame.failed = true;
      },
    });
  }
  return await instance.run('main', inputs, environment, state, stop);
}

async function runComposite(
  { leg, environment, state }: RunningStep,
  action: LoadedAction,
  inputs: Readonly<Record<string, string>>,
  id: string,
): Promise<number> {
  const frame: StepFrame = {
    steps: {},
    actionInputs: inputs,
    environment,
    action: { ...action, name: id },
    failed: false,
  };
  await runSteps(leg, frame, action.definition.runs.steps ?? [], new Map());
  const scope = leg.scope(frame, { ...leg.environment, ...environment });
  for (const [name, output] of Object.entries(action.definition.outputs ?? {})) {
    state.outputs[name] = evaluateText(output?.value, scope);
  }
  return frame.failed ? 1 : 0;
}

async function findAction(leg: Leg, uses: string): Promise<LoadedAction> {
  if (uses.startsWith('docker://')) throw new Error(`containers are not to be had here (${uses})`);
  if (uses.startsWith('./')) {
    const { repository, sha } = leg.contexts.github as { repository: string; sha: string };
    return loadAction(uses, { folder: join(leg.workspace, uses), repository, ref: sha });
  }
  const action = await leg.host.findAction(uses);
  if (action === null) throw new Error(`Unable to resolve action \`${uses}\`, not found`);
  return loadAction(uses, action);
}

function nameOf({ uses, run }: StepDefinition, name: string): string {
  return name || `Run ${uses ?? String(run).trim().split('\n')[0]}`;
}
