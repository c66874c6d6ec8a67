import { type ActionResult, VERSION } from '../../shared/action/index.ts';
import type { Configuration } from '../../shared/config/index.ts';
import { sha256 } from '../../shared/lineage/index.ts';
import { type TrackedRun, trackTraining, trainingContent } from '../../shared/mlflow/index.ts';
import type { CommandTrainingReport, TrainingReport } from '../../shared/model/index.ts';
import type { Ports } from '../../shared/platform/index.ts';
import { joinBlocks, md, webLink } from '../../shared/report/index.ts';
import { decidingSettings } from './train.ts';

/** Output with the page of the run; empty where nothing was logged. */
const OUTPUT = 'mlflow-run';

/** A result of which nothing is logged. */
export function untracked(result: ActionResult): ActionResult {
  return { ...result, outputs: { ...result.outputs, [OUTPUT]: '' } };
}

/**
 * The result of a training, which is logged to MLflow once its files are written, where the environment names a server.
 * No byte of the files depends on it.
 */
export function tracked(
  result: ActionResult,
  { model, training }: Configuration,
  startedAt: Date,
  ports: Ports,
): ActionResult {
  if (ports.tracking === null) return untracked(result);
  return {
    ...result,
    publish: async () => {
      const { training: entry } = result.record({ version: 1, model, actions: {} });
      const report = result.files.find(({ path }) => path === 'training.json')?.content;
      if (entry === undefined || typeof report !== 'string') {
        throw new Error('a training has a record and a report');
      }
      const run = await trackTraining(
        {
          model,
          identity: { modelDigest: entry.modelDigest, trainingDigest: sha256(report) },
          content: trainingContent({
            model,
            settings: decidingSettings(training),
            entry,
            report: JSON.parse(report) as TrainingReport | CommandTrainingReport,
          }),
          files: [...result.files.map(({ path }) => path), 'run.json', 'report.html'],
          outputDirectory: result.outputDirectory,
          startedAt,
          fromCache: entry.fromCache,
          version: VERSION,
        },
        ports,
      );
      if (run !== null) await tell(run, ports);
      return { ...(await result.publish?.()), [OUTPUT]: run?.url ?? '' };
    },
  };
}

async function tell({ url, found, lacks }: TrackedRun, { log, summary }: Ports): Promise<void> {
  const without = lacks === undefined ? '' : ` without ${lacks}`;
  log.info(`MLflow: ${found ? 'the run that has this training' : 'logged'}${without}: ${url}`);
  await summary.add(
    joinBlocks([
      md`**MLflow:** ${webLink(url, found ? 'the run that has this training already' : 'the run of this training')}${without}`,
    ]).source,
  );
}
