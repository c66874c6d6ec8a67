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
}

export interface DeploymentResult {
  readonly target: 'directory' | 'release';
  readonly location: string;
  readonly version: string;
  /** `unchanged`: this very model is current there already. */
  readonly status: 'deployed' | 'unchanged' | 'rolled-back';
  readonly previousVersion?: string;
  readonly files: readonly string[];
  /** Versions removed because of `keep`. */
  readonly removed: readonly string[];
}
