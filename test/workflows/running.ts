import { expect } from '@jest/globals';
import {
  type JobResult,
  type LegResult,
  type Platform,
  runWorkflow,
  type WorkflowOptions,
  type WorkflowRun,
} from '../workflow-runner/index.ts';
import { findSecrets } from './traces.ts';

/** Runs a workflow that is to succeed; throws with its whole log where it does not. */
export async function succeed(platform: Platform, options: WorkflowOptions): Promise<WorkflowRun> {
  const run = await runWorkflow(platform, options);
  if (run.conclusion !== 'success') throw new Error(`${run.name}: ${run.conclusion}\n${run.log}`);
  return run;
}

/** What act has no notion of, or keeps to itself; test/workflow-runner/README.md compares the runners. */
type OwnRunnersKnowledge =
  /** Runs that are cancelled half-way. */
  | 'cancellation'
  /** A token for each job, with that job's permissions. */
  | 'permissions'
  /** How each leg of a matrix ended: act has one result for all of them. */
  | 'results of legs'
  /** Jobs of a called workflow, one by one. */
  | 'jobs of called workflows';

/**
 * Whether the runner of these tests can tell; guards the one assertion that needs it. The own runner can tell all of
 * it, so that nothing is left out there.
 */
export function runnerKnows(_what: OwnRunnersKnowledge): boolean {
  return process.env.MLOPS_RUNNER !== 'act';
}

/** Every leg of every job, those of called workflows included. */
export function legsOf({ jobs }: Pick<WorkflowRun, 'jobs'>): LegResult[] {
  return Object.values(jobs).flatMap((job: JobResult) => [...job.legs, ...legsOf(job)]);
}

/** `level title: message` of what the runs told people in annotations, in order of the text. */
export function annotationsOf(...runs: readonly WorkflowRun[]): string[] {
  return runs
    .flatMap(({ annotations }) => annotations)
    .map(({ level, title, message }) => `${level} ${title ?? ''}: ${message}`)
    .sort();
}

/**
 * What holds after any set of runs: the services were asked nothing wrong (by GitHub's description of its API and the
 * toolkit's own messages), and no secret can be read anywhere.
 */
export async function expectCleanTraces(
  platform: Platform,
  ...runs: readonly WorkflowRun[]
): Promise<void> {
  expect(platform.api.violations).toEqual([]);
  expect(platform.results.refusals).toEqual([]);
  expect(await findSecrets(platform, runs)).toEqual([]);
}
