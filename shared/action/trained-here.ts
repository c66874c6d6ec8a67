import { digestValue } from '../lineage/index.ts';
import type { Ports } from '../platform/index.ts';

/**
 * Whether the model in an output directory was trained by an earlier step of this very job. Then an artifact of the run
 * can only be older: "Re-run jobs" keeps the artifacts of the attempts before, and jobs may share a name by mistake.
 *
 * The mark lies in the job's own temporary folder, which the runner empties before each job: a file in the output
 * directory would also be found by a later job on a machine that is used again.
 */
export async function isTrainedHere(ports: Ports, outputDirectory: string): Promise<boolean> {
  const mark = markOf(ports, outputDirectory);
  return mark !== null && (await ports.files.exists(mark));
}

export async function markTrainedHere(ports: Ports, outputDirectory: string): Promise<void> {
  const mark = markOf(ports, outputDirectory);
  if (mark !== null) await ports.files.writeAll([{ path: mark, content: '' }]);
}

/** Null where there is no job. */
function markOf({ run, files }: Ports, outputDirectory: string): string | null {
  const { jobFolder, job, runId, attempt } = run;
  if (jobFolder === undefined) return null;
  const key = digestValue([files.absolute(outputDirectory), job, runId, attempt].map(String));
  return `${jobFolder}/mlops-actions-trained-${key}`;
}
