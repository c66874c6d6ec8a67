import type { RunIdentity, RunnerHost, WorkflowEvent } from './host.ts';
import type { StepState } from './leg.ts';
import type { Permissions } from './permissions.ts';
import type { Grace } from './processes.ts';
import type { RunLog } from './run-log.ts';
import type { Slots } from './slots.ts';
import type { WorkflowDefinition } from './workflow-file.ts';

export type JobConclusion = 'success' | 'failure' | 'cancelled' | 'skipped';

/** One leg of a job's matrix; a job without a matrix has one. */
export interface LegResult {
  readonly name: string;
  readonly matrix: Readonly<Record<string, unknown>>;
  readonly result: JobConclusion;
  readonly outputs: Readonly<Record<string, string>>;
  /** Steps that have an id. */
  readonly steps: Readonly<Record<string, StepState>>;
  readonly permissions: Permissions;
  /**
   * Folder of the job: `workspace/`, `temp/`, `home/`; there until the platform goes. null for a leg that was never
   * started, and with act, which removes it.
   */
  readonly folder: string | null;
}

export interface JobResult {
  readonly result: JobConclusion;
  readonly outputs: Readonly<Record<string, string>>;
  readonly legs: readonly LegResult[];
  /** Jobs of the reusable workflow that the job calls. */
  readonly jobs: Readonly<Record<string, JobResult>>;
  /** Name of the deployment environment. */
  readonly environment: string | null;
  /** Group of `concurrency`; runs of one test never meet, so it is only read. */
  readonly concurrency: string | null;
}

/** What all jobs of a run share. */
export interface RunState {
  readonly host: RunnerHost;
  readonly identity: RunIdentity;
  readonly event: WorkflowEvent;
  readonly ref: string;
  readonly sha: string;
  /** The workflow that was started: jobs of reusable ones run in its name. */
  readonly workflow: WorkflowDefinition;
  /** The context `github`, but for what differs from job to job. */
  readonly github: Readonly<Record<string, unknown>>;
  readonly vars: Readonly<Record<string, string>>;
  readonly environments: Readonly<
    Record<
      string,
      {
        readonly secrets?: Readonly<Record<string, string>>;
        readonly vars?: Readonly<Record<string, string>>;
      }
    >
  >;
  /** A pull request from a fork: a token that can only read, and no secrets. */
  readonly fromFork: boolean;
  readonly log: RunLog;
  readonly slots: Slots;
  readonly grace: Grace;
  readonly cancel: AbortController;
  readonly folder: string;
  /** Every token and secret that the run was given. */
  readonly confidential: Set<string>;
}

/** A workflow that is being run: the one that was started, or one that a job calls. */
export interface WorkflowInstance {
  readonly run: RunState;
  readonly definition: WorkflowDefinition;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** What the calling job may do; null for the workflow that was started. */
  readonly limit: Permissions | null;
  /** Names of the calling jobs, each with ` / ` after it. */
  readonly prefix: string;
  /** How many workflows called one another up to here. */
  readonly depth: number;
}
