import type { EnvironmentReport } from './github-deployment.ts';

/** `deployment.json`: what was put where. */
export interface DeploymentReport {
  readonly version: 1;
  readonly model: string;
  readonly modelDigest: string;
  readonly action: 'deploy' | 'rollback';
  readonly forced?: string;
  /** Why the model was not deployed, one sentence each; then there are no targets. */
  readonly refused?: readonly string[];
  readonly targets: readonly DeploymentResult[];
  /** Environment of GitHub. */
  readonly environment?: EnvironmentReport;
}

export interface DeploymentResult {
  readonly target: 'directory' | 'release' | 'pull-request';
  readonly location: string;
  readonly version: string;
  /**
   * `unchanged`: this very model is current there already, or proposed in the pull request; `proposed`: a pull request
   * asks for it.
   */
  readonly status: 'deployed' | 'proposed' | 'unchanged' | 'rolled-back';
  readonly previousVersion?: string;
  readonly files: readonly string[];
  /** SHA-256 of each file, by its name, where it is known. */
  readonly digests: Readonly<Record<string, string>>;
  /** What a person should know or do. */
  readonly note?: string;
  /** Versions removed because of `keep`. */
  readonly removed: readonly string[];
}
