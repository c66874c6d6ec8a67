import { runOnAct } from './act.ts';
import type { Platform } from './platform.ts';
import { runOnOwnRunner, type WorkflowOptions, type WorkflowRun } from './run-workflow.ts';

export * from './events.ts';
export type { Trigger } from './host.ts';
export type { JobResult, LegResult } from './jobs.ts';
export type { Annotation } from './log-commands.ts';
export { Platform, type PlatformOptions, startPlatform } from './platform.ts';
export type { Files } from './repository-files.ts';
export type { WorkflowOptions, WorkflowRun } from './run-workflow.ts';
export { WorkflowRefused } from './workflow-file.ts';

/**
 * Runs a workflow of the platform's repository, on the runner of the tests or on act; see {@link runOnOwnRunner} for
 * what it throws.
 */
export async function runWorkflow(
  platform: Platform,
  options: WorkflowOptions,
): Promise<WorkflowRun> {
  const runner = options.runner ?? (process.env.MLOPS_RUNNER || 'own');
  if (runner === 'act') return await runOnAct(platform, options);
  if (runner !== 'own') throw new Error(`MLOPS_RUNNER is ${runner}, neither own nor act`);
  return await runOnOwnRunner(platform, options);
}
