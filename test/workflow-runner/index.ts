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

/** Runs a workflow of the platform's repository; see {@link runOnOwnRunner} for what it throws. */
export async function runWorkflow(
  platform: Platform,
  options: WorkflowOptions,
): Promise<WorkflowRun> {
  return await runOnOwnRunner(platform, options);
}
