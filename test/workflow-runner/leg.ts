import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Scope } from './expressions.ts';
import type { JobGrant, RemoteAction, RunnerHost } from './host.ts';
import { type Grace, Processes } from './processes.ts';
import { Masks, type RunLog } from './run-log.ts';
import type { RunDefaults } from './workflow-file.ts';

export type StepResult = 'success' | 'failure' | 'cancelled' | 'skipped';

/** What the context `steps` tells of a step. */
export interface StepState {
  outputs: Record<string, string>;
  outcome: StepResult;
  conclusion: StepResult;
}

/** What the contexts of a leg hold that do not change while it runs. */
export interface LegContexts {
  readonly github: Readonly<Record<string, unknown>>;
  readonly needs: unknown;
  readonly inputs: unknown;
  readonly vars: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly matrix: unknown;
  readonly strategy: unknown;
}

/** The step's own surroundings: those of the job, or of the composite action that it is part of. */
export interface StepFrame {
  readonly steps: Record<string, StepState>;
  /** Inputs of the composite action; null in the job itself. */
  readonly actionInputs: Readonly<Record<string, string>> | null;
  /** Environment of the step that uses the composite action. */
  readonly environment: Readonly<Record<string, string>>;
  readonly action: (RemoteAction & { readonly name: string }) | null;
  failed: boolean;
}

/** What a finished step wants done at the end of the job. */
export interface PostStep {
  readonly name: string;
  readonly condition: string;
  readonly frame: StepFrame;
  run(): Promise<void>;
}

/** One job on one machine of its own: empty folders, its own token, variables that its steps set. */
export class Leg {
  readonly host: RunnerHost;
  /** As the log names it. */
  readonly name: string;
  readonly contexts: LegContexts;
  readonly grant: JobGrant;
  readonly defaults: readonly (RunDefaults | undefined)[];
  readonly log: RunLog;
  readonly masks: Masks;
  readonly grace: Grace;
  /** Fires when the run, the leg or its time is over. */
  readonly stop: AbortSignal;
  readonly folder: string;
  readonly processes = new Processes();
  readonly posts: PostStep[] = [];
  /** The context `env` without the step's own part. */
  readonly environment: Record<string, string> = {};
  /** What steps put before PATH. */
  paths: readonly string[] = [];
  readonly frame: StepFrame = {
    steps: {},
    actionInputs: null,
    environment: {},
    action: null,
    failed: false,
  };

  constructor(
    settings: Pick<
      Leg,
      'host' | 'name' | 'contexts' | 'grant' | 'defaults' | 'log' | 'grace' | 'stop' | 'folder'
    >,
  ) {
    this.host = settings.host;
    this.name = settings.name;
    this.contexts = settings.contexts;
    this.grant = settings.grant;
    this.defaults = settings.defaults;
    this.log = settings.log;
    this.grace = settings.grace;
    this.stop = settings.stop;
    this.folder = settings.folder;
    const hidden = [settings.grant.token, ...Object.values(settings.contexts.secrets)];
    const runtime = settings.grant.actionEnvironment.ACTIONS_RUNTIME_TOKEN;
    const oidc = settings.grant.environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN;
    this.masks = new Masks([...hidden, runtime ?? '', oidc ?? '']);
  }

  get workspace(): string {
    return join(this.folder, 'workspace');
  }

  get temp(): string {
    return join(this.folder, 'temp');
  }

  get toolCache(): string {
    return join(this.folder, 'tools');
  }

  get home(): string {
    return join(this.folder, 'home');
  }

  async makeFolders(): Promise<void> {
    for (const path of [this.workspace, this.temp, this.toolCache, this.home]) {
      await mkdir(path, { recursive: true });
    }
  }

  get result(): 'success' | 'failure' | 'cancelled' {
    if (this.stop.aborted) return 'cancelled';
    return this.frame.failed ? 'failure' : 'success';
  }

  /** What an expression of a step sees; `env` is the step's whole environment. */
  scope(frame: StepFrame, env: Readonly<Record<string, string>>): Scope {
    const { github, needs, inputs, vars, secrets, matrix, strategy } = this.contexts;
    const { action } = frame;
    const contexts = {
      github: {
        ...github,
        workspace: this.workspace,
        token: this.grant.token,
        ...(action === null ? {} : { action_path: action.folder, action: action.name }),
      },
      env,
      needs,
      matrix,
      strategy,
      inputs: frame.actionInputs ?? inputs,
      job: { status: this.result },
      runner: {
        os: 'Linux',
        arch: 'X64',
        name: 'workflow-runner',
        temp: this.temp,
        tool_cache: this.toolCache,
        environment: 'github-hosted',
      },
      steps: frame.steps,
    };
    return {
      // A composite action sees no secrets and no variables of the repository.
      contexts: frame.actionInputs === null ? { ...contexts, secrets, vars } : contexts,
      status: {
        success: !this.stop.aborted && !frame.failed,
        failure: !this.stop.aborted && frame.failed,
        cancelled: this.stop.aborted,
      },
      workspace: this.workspace,
    };
  }

  /** Variables of a process of a step, without those that belong to one step only. */
  processEnvironment(own: Readonly<Record<string, string>>): Record<string, string> {
    const github = Object.entries(this.contexts.github).flatMap(([name, value]) =>
      typeof value === 'string' && name !== 'token'
        ? [[`GITHUB_${name.toUpperCase()}`, value] as const]
        : [],
    );
    return {
      LANG: 'C.UTF-8',
      HOME: this.home,
      CI: 'true',
      ...this.environment,
      ...own,
      PATH: [...this.paths, own.PATH ?? process.env.PATH ?? ''].join(':'),
      ...Object.fromEntries(github),
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: this.workspace,
      RUNNER_OS: 'Linux',
      RUNNER_ARCH: 'X64',
      RUNNER_NAME: 'workflow-runner',
      RUNNER_ENVIRONMENT: 'github-hosted',
      RUNNER_TEMP: this.temp,
      RUNNER_TOOL_CACHE: this.toolCache,
      ...this.grant.environment,
    };
  }
}
