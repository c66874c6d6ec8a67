import {
  convertWorkflowTemplate,
  NoOperationTraceWriter,
  parseWorkflow,
} from '@actions/workflow-parser';
import { parseAction } from '@actions/workflow-parser/actions/action-parser';
import { parse } from 'yaml';

/** What GitHub would refuse before a single job starts; the message is for whoever wrote the workflow. */
export class WorkflowRefused extends Error {}

/** A value that may hold `${{ … }}`; what it is, is known after evaluation. */
export type Template = unknown;
export type Templates = Readonly<Record<string, Template>>;

export interface StepDefinition {
  readonly id?: string;
  readonly name?: Template;
  readonly if?: string | boolean;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Templates;
  readonly env?: Templates;
  readonly shell?: string;
  readonly 'working-directory'?: Template;
  readonly 'continue-on-error'?: Template;
  readonly 'timeout-minutes'?: Template;
}

export interface RunDefaults {
  readonly run?: { readonly shell?: string; readonly 'working-directory'?: Template };
}

export type PermissionsDefinition = string | Readonly<Record<string, string>>;

export interface JobDefinition {
  readonly name?: Template;
  readonly needs?: string | readonly string[];
  readonly if?: string | boolean;
  readonly permissions?: PermissionsDefinition;
  readonly strategy?: {
    readonly matrix?: Template;
    readonly 'fail-fast'?: Template;
    readonly 'max-parallel'?: Template;
  };
  readonly environment?: Template | { readonly name: Template; readonly deployment?: Template };
  readonly concurrency?: Template | { readonly group: Template };
  readonly outputs?: Templates;
  readonly env?: Templates;
  readonly defaults?: RunDefaults;
  readonly 'timeout-minutes'?: Template;
  readonly 'continue-on-error'?: Template;
  readonly steps?: readonly StepDefinition[];
  /** A reusable workflow instead of steps. */
  readonly uses?: string;
  readonly with?: Templates;
  readonly secrets?: 'inherit' | Templates;
}

export interface InputDefinition {
  readonly type?: 'string' | 'number' | 'boolean' | 'choice' | 'environment';
  readonly required?: boolean;
  readonly default?: Template;
  readonly options?: readonly string[];
}

export interface CallDefinition {
  readonly inputs?: Readonly<Record<string, InputDefinition>>;
  readonly secrets?: Readonly<Record<string, { readonly required?: boolean } | null>>;
  readonly outputs?: Readonly<Record<string, { readonly value: Template }>>;
}

/** Events that start a workflow, by name, each with its filters. */
export type Triggers = Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;

export interface WorkflowDefinition {
  /** Path in its repository, e.g. `.github/workflows/model.yml`. */
  readonly path: string;
  readonly name: string;
  readonly on: Triggers;
  readonly permissions?: PermissionsDefinition;
  readonly env?: Templates;
  readonly defaults?: RunDefaults;
  readonly concurrency?: Template | { readonly group: Template };
  readonly jobs: Readonly<Record<string, JobDefinition>>;
}

/** Reads a workflow and holds it against GitHub's own schema. Throws {@link WorkflowRefused} with every fault. */
export async function readWorkflow(path: string, content: string): Promise<WorkflowDefinition> {
  const { context, value } = parseWorkflow({ name: path, content }, new NoOperationTraceWriter());
  if (value !== undefined) await convertWorkflowTemplate(context, value);
  refuseFaults(context.errors.getErrors());
  const read = parse(content) as Omit<WorkflowDefinition, 'path' | 'name' | 'on'> & {
    name?: string;
    on: string | readonly string[] | Triggers;
  };
  return { ...read, path, name: read.name ?? path, on: namedTriggers(read.on) };
}

export interface ActionDefinition {
  readonly inputs?: Readonly<Record<string, { readonly default?: Template } | null>>;
  readonly outputs?: Readonly<Record<string, { readonly value?: Template } | null>>;
  readonly runs: {
    readonly using: string;
    readonly pre?: string;
    readonly 'pre-if'?: string;
    readonly main?: string;
    readonly post?: string;
    readonly 'post-if'?: string;
    readonly steps?: readonly StepDefinition[];
  };
}

/** Reads an action.yml and holds it against GitHub's own schema. */
export function readAction(path: string, content: string): ActionDefinition {
  const { context } = parseAction({ name: path, content }, new NoOperationTraceWriter());
  refuseFaults(context.errors.getErrors());
  return parse(content) as ActionDefinition;
}

function refuseFaults(faults: readonly { readonly message: string }[]): void {
  if (faults.length > 0) throw new WorkflowRefused(faults.map(({ message }) => message).join('\n'));
}

function namedTriggers(on: string | readonly string[] | Triggers): Triggers {
  if (typeof on === 'string') return { [on]: null };
  if (Array.isArray(on)) return Object.fromEntries(on.map((name: string) => [name, null]));
  return on as Triggers;
}
