import type { ActionResult } from '../../shared/action/index.ts';
import type { Configuration } from '../../shared/config/index.ts';
import type { EvaluationReport } from '../../shared/evaluation/index.ts';
import {
  evaluationContent,
  extendTrainingRun,
  readIdentity,
  trackedResult,
} from '../../shared/mlflow/index.ts';
import type { Ports } from '../../shared/platform/index.ts';

/** Output with the page of the run; empty where nothing was logged. */
export const RUN_OUTPUT = 'mlflow-run';

/** Predictions stay: they hold a row for each evaluation example. */
const LOGGED_FILES = ['evaluation.json', 'comment.md', 'run.json', 'report.html'];

/** The result of an evaluation, which is added to the run of its training in MLflow. */
export function tracked(
  result: ActionResult,
  { model }: Configuration,
  report: EvaluationReport,
  ports: Ports,
): ActionResult {
  return trackedResult(result, RUN_OUTPUT, ports, async () => {
    const { outputDirectory } = result;
    return await extendTrainingRun(
      {
        model,
        identity: await readIdentity(ports.files, outputDirectory, report.modelDigest),
        content: evaluationContent(report),
        files: LOGGED_FILES,
        outputDirectory,
      },
      ports,
    );
  });
}
