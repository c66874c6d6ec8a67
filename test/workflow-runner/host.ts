import type { Permissions } from './permissions.ts';

/** One execution of a workflow. */
export interface RunIdentity {
  readonly id: number;
  readonly number: number;
  readonly attempt: number;
}

export interface WorkflowEvent {
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What happened in the repository, and which commit the workflow is read from. */
export interface Trigger {
  readonly event: WorkflowEvent;
  /** e.g. `refs/heads/main`, `refs/pull/7/merge`. */
  readonly ref: string;
  readonly sha: string;
}

export interface StartedRun {
  readonly workflow: { readonly name: string; readonly path: string };
  readonly trigger: Trigger;
}

/** The job that asks for its token and its variables. */
export interface JobRequest {
  readonly run: RunIdentity;
  /** Unique in the run, also among the legs of a matrix and the jobs of reusable workflows. */
  readonly job: string;
  readonly permissions: Permissions;
  readonly event: WorkflowEvent;
  readonly ref: string;
  readonly sha: string;
  /** The workflow that was started: its name, and its path such as `.github/workflows/model.yml`. */
  readonly workflow: { readonly name: string; readonly path: string };
  /** Name of the deployment environment that the job runs in. */
  readonly environment: string | null;
}

export interface JobGrant {
  readonly token: string;
  /** Variables that every step of the job sees. */
  readonly environment: Readonly<Record<string, string>>;
  /** Variables that only actions see: where artifacts and caches are kept, and the token for it. */
  readonly actionEnvironment: Readonly<Record<string, string>>;
}

/** An action of another repository, in a folder of this machine. */
export interface RemoteAction {
  readonly folder: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly ref: string;
}

/** Everything outside of the runner: the services of GitHub and the repositories that workflows name. */
export interface RunnerHost {
  readonly repository: string;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  /** Where runs put their files; it goes with the host. */
  readonly folder: string;
  grant(request: JobRequest): Promise<JobGrant>;
  /** A file of the repository at a commit; null when it is not there. */
  readFile(commit: string, path: string): Promise<string | null>;
  /** A workflow of another repository, `owner/name/.github/workflows/file.yml@ref`; null when it is unknown. */
  readRemoteWorkflow(reference: string): Promise<string | null>;
  /** An action of another repository, `owner/name/path@ref`; null when it is unknown. */
  findAction(reference: string): Promise<RemoteAction | null>;
  /** A workflow has been started; gives its numbers. */
  begin(run: StartedRun): Promise<RunIdentity>;
  /** The run has ended with `conclusion`. */
  finish(run: RunIdentity, conclusion: string): Promise<void>;
}
