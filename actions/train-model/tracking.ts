import { type ActionResult, VERSION } from '../../shared/action/index.ts';
import type { Configuration } from '../../shared/config/index.ts';
import { sha256 } from '../../shared/lineage/index.ts';
import { trackedResult, trackTraining, trainingContent } from '../../shared/mlflow/index.ts';
import type { CommandTrainingReport, TrainingReport } from '../../shared/model/index.ts';
import type { Ports } from '../../shared/platform/index.ts';
import { decidingSettings } from './train.ts';

/** Output with the page of the run; empty where nothing was logged. */
export const RUN_OUTPUT = 'mlflow-run';

/** The result of a training, which is logged as a run of MLflow. */
export function tracked(
  result: ActionResult,
  { model, training }: Configuration,
  startedAt: Date,
  ports: Ports,
): ActionResult {
  return trackedResult(result, RUN_OUTPUT, ports, async () => {
    const { training: entry } = result.record({ version: 1, model, actions: {} });
    const report = result.files.find(({ path }) => path === 'training.json')?.content;
    if (entry === undefined || typeof report !== 'string') {
      throw new Error('a training has a record and a report');
    }
    return await trackTraining(
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
  });
}
