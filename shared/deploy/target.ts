import type { RunRecord } from '../lineage/index.ts';
import type { FileToWrite } from '../platform/index.ts';
import type { DeploymentResult } from './deployment-report.ts';

/** What a target receives: the files of one model by plain names, `checksums.txt` among them. */
export interface DeploymentBundle {
  readonly model: string;
  readonly modelDigest: string;
  readonly files: readonly FileToWrite[];
  /** What `run.json` among the files says. */
  readonly record: RunRecord;
}

/** A place that models go to. Planning changes nothing and finds what would stop the deployment. */
export interface DeploymentTarget {
  /** Throws a `UserError` when the target can't be deployed to. */
  plan(model: { readonly name: string; readonly digest: string }): Promise<DeploymentPlan>;
}

export interface DeploymentPlan {
  readonly target: DeploymentResult['target'];
  readonly version: string;
  /** Folder or tag. */
  readonly location: string;
  /** True when this very model is there already, so that nothing will be done. */
  readonly unchanged: boolean;
  /** Writes aside what can be, so that a full disk or a missing permission shows before any reader sees a change. */
  stage(bundle: DeploymentBundle): Promise<void>;
  /** Makes the staged model the one that readers see. */
  apply(bundle: DeploymentBundle): Promise<DeploymentResult>;
}
