import type { GitStore } from './git-store.ts';

/** The state of the double; tests read it, and may put things in beforehand. Times are ISO 8601. */
export interface Repository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly fullName: string;
  readonly private: boolean;
  readonly defaultBranch: string;
  /** The repository that this one is a fork of. */
  readonly parent: Repository | null;
  readonly settings: RepositorySettings;
  /** The bare repository behind it. */
  readonly git: GitStore;
  readonly issues: IssueRecord[];
  readonly comments: CommentRecord[];
  /** Names in order of their making. */
  readonly labels: LabelRecord[];
  readonly pulls: PullRecord[];
  readonly releases: ReleaseRecord[];
  readonly deployments: DeploymentRecord[];
  readonly environments: string[];
  readonly statuses: StatusRecord[];
  readonly checkRuns: CheckRunRecord[];
  readonly runs: RunRecord[];
  readonly attestations: AttestationRecord[];
}

export interface RepositorySettings {
  /** "Allow GitHub Actions to create and approve pull requests". */
  actionsMayOpenPullRequests: boolean;
  /** Branches that change by pull requests only. */
  readonly protectedBranches: Set<string>;
}

export interface Actor {
  readonly login: string;
  readonly id: number;
  readonly type: 'Bot' | 'User';
}

export interface IssueRecord {
  readonly id: number;
  readonly number: number;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  stateReason: string | null;
  readonly labels: string[];
  readonly user: Actor;
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
}

export interface CommentRecord {
  readonly id: number;
  /** Number of the issue or pull request. */
  readonly issue: number;
  body: string;
  readonly user: Actor;
  readonly createdAt: string;
  updatedAt: string;
}

export interface LabelRecord {
  readonly id: number;
  readonly name: string;
  readonly color: string;
  readonly description: string | null;
}

export interface PullRecord extends IssueRecord {
  readonly head: Repository;
  readonly headBranch: string;
  base: string;
  draft: boolean;
  /** The merge commit. */
  merged: string | null;
  mergedAt: string | null;
  mergedBy: Actor | null;
}

export interface ReleaseRecord {
  readonly id: number;
  tag: string;
  name: string | null;
  body: string | null;
  draft: boolean;
  prerelease: boolean;
  target: string;
  readonly author: Actor;
  readonly createdAt: string;
  publishedAt: string | null;
  readonly assets: AssetRecord[];
}

export interface AssetRecord {
  readonly id: number;
  name: string;
  label: string | null;
  readonly contentType: string;
  readonly bytes: Buffer;
  /** Its upload broke off: it holds its name, and nothing can be downloaded. */
  readonly broken?: boolean;
  /** `sha256:…` */
  readonly digest: string;
  readonly uploader: Actor;
  readonly createdAt: string;
}

export interface DeploymentRecord {
  readonly id: number;
  readonly sha: string;
  readonly ref: string;
  readonly task: string;
  readonly environment: string;
  readonly description: string | null;
  readonly payload: unknown;
  readonly transient: boolean;
  readonly production: boolean;
  readonly creator: Actor;
  readonly createdAt: string;
  readonly statuses: DeploymentStatusRecord[];
}

export interface DeploymentStatusRecord {
  readonly id: number;
  readonly state: string;
  readonly description: string;
  readonly logUrl: string;
  readonly environmentUrl: string;
  readonly environment: string;
  readonly creator: Actor;
  readonly createdAt: string;
}

export interface StatusRecord {
  readonly id: number;
  readonly sha: string;
  readonly state: 'error' | 'failure' | 'pending' | 'success';
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: Actor;
  readonly createdAt: string;
}

export interface CheckRunRecord {
  readonly id: number;
  readonly sha: string;
  name: string;
  status: string;
  conclusion: string | null;
  detailsUrl: string | null;
  output: { title: string | null; summary: string | null; text: string | null };
  annotations: number;
  readonly startedAt: string;
  completedAt: string | null;
}

/** A run of a workflow; tests and the workflow runner put them in. */
export interface RunRecord {
  readonly id: number;
  readonly number: number;
  readonly name: string;
  /** Of the workflow file. */
  readonly path: string;
  readonly event: string;
  readonly headBranch: string;
  readonly headSha: string;
  /** A fork, for a pull request from there. */
  readonly headRepository: Repository;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: string | null;
  readonly pullRequests: readonly number[];
  readonly actor: Actor;
  readonly createdAt: string;
}

export interface AttestationRecord {
  readonly id: number;
  readonly bundle: unknown;
  /** `sha256:…` of each subject. */
  readonly subjects: readonly string[];
  readonly predicateType: string;
}

/** A workflow that GitHub would start now. */
export interface StartedWorkflow {
  readonly event: string;
  readonly action?: string;
  readonly repository: string;
  readonly ref?: string;
  readonly sha?: string;
  readonly actor: string;
  /** Of a pull request or issue. */
  readonly number?: number;
  /** File name of the workflow; only `workflow_dispatch` names one. */
  readonly workflow?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly clientPayload?: Readonly<Record<string, unknown>>;
}
