import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluateText, type Scope } from './expressions.ts';
import type { RemoteAction } from './host.ts';
import type { Leg, StepState } from './leg.ts';
import type { StepLog } from './run-log.ts';
import { StepFiles } from './step-files.ts';
import { type ActionDefinition, readAction, type Templates } from './workflow-file.ts';

/** Node 20 is no longer on the runner: what asks for it gets the same Node as everything else. */
const NODE_RUNTIMES = ['node20', 'node24'];

export interface LoadedAction extends RemoteAction {
  /** As the workflow names it. */
  readonly uses: string;
  readonly definition: ActionDefinition;
}

/** Reads the action.yml of a folder. */
export function loadAction(uses: string, action: RemoteAction): LoadedAction {
  const path = ['action.yml', 'action.yaml']
    .map((name) => join(action.folder, name))
    .find((candidate) => existsSync(candidate));
  if (path === undefined) {
    throw new Error(
      `Can't find 'action.yml' or 'action.yaml' under '${action.folder}'. Did you forget to run actions/checkout before running your local action?`,
    );
  }
  return { ...action, uses, definition: readAction(path, readFileSync(path, 'utf8')) };
}

/** The action's inputs, with their defaults. An input that it does not declare is a warning, as on GitHub. */
export function readInputs(
  { definition }: LoadedAction,
  given: Templates | undefined,
  scope: Scope,
  log: StepLog,
): Record<string, string> {
  const declared = Object.entries(definition.inputs ?? {});
  const names = new Map(declared.map(([name]) => [name.toLowerCase(), name]));
  const inputs: Record<string, string> = {};
  for (const [name, input] of declared) {
    if (input?.default !== undefined) inputs[name] = evaluateText(input.default, scope);
  }
  const unexpected: string[] = [];
  for (const [name, value] of Object.entries(given ?? {})) {
    const known = names.get(name.toLowerCase());
    if (known === undefined) unexpected.push(name);
    inputs[known ?? name] = evaluateText(value, scope);
  }
  if (unexpected.length > 0) {
    const list = (items: readonly string[]) => items.map((item) => `'${item}'`).join(', ');
    log.annotate(
      'warning',
      `Unexpected input(s) ${list(unexpected)}, valid inputs are [${list([...names.values()])}]`,
    );
  }
  return inputs;
}

/** One use of a JavaScript action: its processes share inputs and saved state. */
export class JavaScriptAction {
  readonly #leg: Leg;
  readonly #action: LoadedAction;
  readonly #log: StepLog;
  readonly #id: string;
  readonly #state: Record<string, string> = {};

  constructor(leg: Leg, action: LoadedAction, log: StepLog, id: string) {
    this.#leg = leg;
    this.#action = action;
    this.#log = log;
    this.#id = id;
    const { using } = action.definition.runs;
    if (!NODE_RUNTIMES.includes(using)) {
      throw new Error(`runs.using: ${using} is not to be had here (${action.uses})`);
    }
  }

  /** Runs the file of a phase to its end. Throws when it can't be run; gives its exit code otherwise. */
  async run(
    phase: 'pre' | 'main' | 'post',
    inputs: Readonly<Record<string, string>>,
    environment: Readonly<Record<string, string>>,
    step: StepState,
    stop: AbortSignal,
  ): Promise<number> {
    const leg = this.#leg;
    const { folder, repository, ref, definition } = this.#action;
    const file = join(folder, definition.runs[phase] ?? '');
    if (!existsSync(file)) throw new Error(`File not found: '${file}'`);
    const files = await StepFiles.make(leg.temp);
    const prefixed = (prefix: string, values: Readonly<Record<string, string>>) =>
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [`${prefix}${name}`, value] as const),
      );
    const inputVariables = Object.entries(inputs).map(
      ([name, value]) => [name.replaceAll(' ', '_').toUpperCase(), value] as const,
    );
    try {
      return await leg.processes.run({
        command: process.execPath,
        words: [file],
        cwd: leg.workspace,
        environment: {
          ...leg.processEnvironment(environment),
          ...leg.grant.actionEnvironment,
          ...prefixed('INPUT_', Object.fromEntries(inputVariables)),
          ...prefixed('STATE_', this.#state),
          ...files.variables,
          GITHUB_ACTION: this.#id,
          GITHUB_ACTION_PATH: folder,
          GITHUB_ACTION_REPOSITORY: repository,
          GITHUB_ACTION_REF: ref,
        },
        onLine: (line) => this.#log.take(line),
        stop,
        grace: leg.grace,
      });
    } finally {
      await files.absorb(leg, this.#log, step, this.#state);
    }
  }
}
