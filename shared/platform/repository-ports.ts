import type { FileToWrite } from './ports.ts';

/**
 * Changes to the repository that people decide on: commits through GitHub's API, without git and without credentials on
 * disk, and the pull requests that ask for them. A refusal is a `UserError` that names the missing permission.
 */
export interface ProposalsPort {
  /** Left out: the default branch. Null when there is none of this name. Lists the regular files below `folder`. */
  readBranch(name: string | undefined, folder: string): Promise<Branch | null>;
  readFile(file: BranchFile): Promise<Uint8Array>;
  /** Whether everything that `commit` stands for is in `branch` already. */
  contains(branch: string, commit: string): Promise<boolean>;
  /** Pull requests from this branch of this repository, open or not, newest first; the newest hundred. */
  pullRequestsOf(branch: string): Promise<ProposedPullRequest[]>;
  /** Makes a commit that no branch holds yet: nobody sees it. */
  commit(change: ProposedChange): Promise<MadeCommit>;
  /**
   * Makes a branch, or moves it from `expected` to another commit; `expected` null: there must be none yet. Throws a
   * `UserError` when the branch is another one by now.
   */
  pointBranch(branch: { name: string; commit: string; expected: string | null }): Promise<void>;
  openPullRequest(request: {
    branch: string;
    base: string;
    title: string;
    body: string;
  }): Promise<ProposedPullRequest>;
  updatePullRequest(request: {
    number: number;
    base: string;
    title: string;
    body: string;
  }): Promise<ProposedPullRequest>;
}

export interface Branch {
  readonly name: string;
  readonly isDefault: boolean;
  /** By a rule of the repository. */
  readonly isProtected: boolean;
  readonly commit: { readonly sha: string; readonly tree: string; readonly message: string };
  readonly files: readonly BranchFile[];
}

export interface BranchFile {
  /** From the root of the repository. */
  readonly path: string;
  /** Git's name of the content. */
  readonly sha: string;
  readonly bytes: number;
}

export interface ProposedChange {
  readonly parent: { readonly sha: string; readonly tree: string };
  /** Paths from the root of the repository. */
  readonly files: readonly FileToWrite[];
  /** Paths of files that the parent has. */
  readonly removed: readonly string[];
  /** The commit's message, given the tree that the change makes. */
  readonly message: (tree: string) => string;
}

export interface MadeCommit {
  readonly sha: string;
  /** Name of the token's owner, as GitHub wrote it into the commit. */
  readonly author: string;
}

export interface ProposedPullRequest {
  readonly number: number;
  readonly url: string;
  readonly state: 'open' | 'merged' | 'closed';
  readonly base: string;
  readonly body: string;
  /** Login of who opened it. */
  readonly author: string;
}

/** Deployments of GitHub: which commit is, was or is being put into an environment. */
export interface DeploymentsPort {
  /** The newest one of this commit and model whose end nobody has told, such as a run that was cut off left; or null. */
  findUnfinished(deployment: PlannedDeployment): Promise<number | null>;
  create(deployment: PlannedDeployment): Promise<number>;
  setStatus(id: number, status: DeploymentStatus): Promise<void>;
}

export interface PlannedDeployment {
  readonly environment: string;
  readonly commit: string;
  readonly description: string;
  readonly payload: {
    readonly model: string;
    readonly version: string;
    readonly modelDigest: string;
  };
}

export interface DeploymentStatus {
  readonly state: 'in_progress' | 'success' | 'failure' | 'error';
  readonly description: string;
  readonly logUrl?: string;
  readonly environmentUrl?: string;
}
