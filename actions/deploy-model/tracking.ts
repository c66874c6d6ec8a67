import type { ActionResult } from '../../shared/action/index.ts';
import type { Configuration } from '../../shared/config/index.ts';
import type { DeploymentReport } from '../../shared/deploy/index.ts';
import { readIdentity, registerModel, trackedResult } from '../../shared/mlflow/index.ts';
import type { Ports } from '../../shared/platform/index.ts';

/** Output with the page of the version; empty where nothing was registered. */
export const VERSION_OUTPUT = 'mlflow-model';

/** Where no environment is named. */
const ALIAS = 'deployed';

/**
 * The result of a deployment, after which the model is a version of the registered model in MLflow, and the alias stands at
 * it once it is deployed: a pull request only proposes.
 */
export function tracked(
  result: ActionResult,
  { model, deployment }: Configuration,
  report: DeploymentReport,
  isProposal: boolean,
  ports: Ports,
): ActionResult {
  return trackedResult(result, VERSION_OUTPUT, ports, async () => {
    const { outputDirectory } = result;
    const [first] = report.targets;
    return await registerModel(
      {
        model,
        // What is rolled back to is not the training whose report lies here.
        identity:
          report.action === 'rollback'
            ? { modelDigest: report.modelDigest }
            : await readIdentity(ports.files, outputDirectory, report.modelDigest),
        alias: isProposal ? null : (deployment.environment ?? ALIAS),
        tags: {
          'mlops.version': first?.version,
          'mlops.location': first?.location,
          'mlops.forced': report.forced,
          'mlops.run-url': ports.run.runUrl,
        },
        files:
          report.action === 'rollback'
            ? []
            : [...result.files.map(({ path }) => path), 'run.json', 'report.html'],
        outputDirectory,
      },
      ports,
    );
  });
}
