import type { PlatformOptions, WorkflowOptions, WorkflowRun } from './index.ts';
import { type Platform, runWorkflow, startPlatform } from './index.ts';

export type TinyOptions = Partial<WorkflowOptions> & Pick<PlatformOptions, 'files'>;

/** A platform whose repository holds one workflow, tiny.yml, and some files. */
export function startTiny(
  workflow: string,
  { files = {}, ...options }: PlatformOptions = {},
): Promise<Platform> {
  return startPlatform({ ...options, files: { '.github/workflows/tiny.yml': workflow, ...files } });
}

/** Runs a workflow that is written in the test, by a push unless another event is given. */
export async function runTiny(workflow: string, options: TinyOptions = {}): Promise<WorkflowRun> {
  const { files, ...rest } = options;
  await using platform = await startTiny(workflow, files === undefined ? {} : { files });
  const trigger = await platform.push({ 'README.md': 'changed' });
  return await runWorkflow(platform, { workflow: 'tiny.yml', ...trigger, ...rest });
}

/** `id: result` of every job, for a short look. */
export function resultsOf({ jobs }: Pick<WorkflowRun, 'jobs'>): Record<string, string> {
  return Object.fromEntries(Object.entries(jobs).map(([id, { result }]) => [id, result]));
}

/** The lines that steps wrote, without what the runner says, in order. */
export function linesOf({ log }: WorkflowRun, job: string): string[] {
  return log
    .split('\n')
    .filter((line) => line.startsWith(`${job} | > `))
    .map((line) => line.slice(`${job} | > `.length));
}
