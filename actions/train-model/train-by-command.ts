import type { ActionResult } from '../../shared/action/index.ts';
import type { CommandArchitecture, Configuration } from '../../shared/config/index.ts';
import { UserError } from '../../shared/errors/index.ts';
import { parsePredictions, ROW_COLUMN } from '../../shared/evaluation/index.ts';
import { fitLabel, type LabelTransform } from '../../shared/features/index.ts';
import { digestContent, digestValue, prettyJson } from '../../shared/lineage/index.ts';
import type { CommandTrainingReport } from '../../shared/model/index.ts';
import {
  COMMAND_MODEL_FILE,
  type CommandModelDescription,
  commandModelFiles,
  digestCommandModel,
  digestEvaluationData,
  PREDICTIONS_FILE,
} from '../../shared/model-directory/index.ts';
import type { Ports } from '../../shared/platform/index.ts';
import { countOf, formatBytes } from '../../shared/report/index.ts';
import { renderCommandSummary } from './command-summary.ts';
import { runTrainer } from './run-trainer.ts';
import { layOutTrainer, trainerEnvironment } from './trainer-files.ts';
import { readTrainerOutput, type TrainerOutput } from './trainer-output.ts';
import { countExamples, type TrainingData } from './training-data.ts';
import { extendRecord, findObsoleteFiles, MODEL_FOLDER } from './training-record.ts';

/** Where the command works; removed when it has ended. Its name keeps it out of artifacts. */
const STAGING_FOLDER = '.trainer';

/**
 * Splits the data, lets a command of the user's train on it, and takes over what it left: the files of its model and its
 * predictions for the evaluation split, whose labels it never gets. Nothing is taken from a cache: only the command
 * knows what decides its model.
 */
export async function trainByCommand(
  configuration: Configuration,
  architecture: CommandArchitecture,
  data: TrainingData,
  ports: Ports,
): Promise<ActionResult> {
  const { outputDirectory, training } = configuration;
  const { table, splits, task } = data;
  const label = fitLabel(table, splits.train, { label: configuration.data.label, task });
  refuseClassNames(label);
  const root = `${outputDirectory}/${STAGING_FOLDER}`;
  // A cancelled run ends the command, and is not over before its folder is gone.
  return await ports.cancellation.uninterrupted(async () => {
    try {
      const folder = await layOutTrainer(root, configuration, data, ports.files);
      const environment = trainerEnvironment(folder, configuration, task, ports.files);
      await runTrainer(architecture, configuration.directory, environment, ports);
      const output = await readTrainerOutput(folder, ports.files);
      parsePredictions(output.predictions, PREDICTIONS_FILE, {
        task,
        label,
        rows: splits.evaluation,
      });
      const description = describeModel(configuration, data, label, output);
      const report: CommandTrainingReport = {
        version: 1,
        task,
        architecture,
        seed: training.seed,
        engine: { name: 'command', run: architecture.run },
        examples: countExamples(data),
        features: folder.features,
        metrics: output.metrics,
      };
      return await toResult(configuration, data, { description, report, output }, ports);
    } finally {
      await ports.files.remove(root);
    }
  });
}

interface Trained {
  readonly description: CommandModelDescription;
  readonly report: CommandTrainingReport;
  readonly output: TrainerOutput;
}

function describeModel(
  { data }: Configuration,
  { digests, splits, task }: TrainingData,
  label: LabelTransform,
  { predictions, model }: TrainerOutput,
): CommandModelDescription {
  return {
    version: 1,
    task,
    label: {
      column: label.column,
      ...(label.kind === 'classes' ? { classes: label.classes } : {}),
    },
    evaluation: {
      digest: digestEvaluationData(data, digests),
      examples: splits.evaluation.length,
    },
    files: [
      digestContent(PREDICTIONS_FILE, predictions),
      ...model.map(({ path, content }) => digestContent(path, content)),
    ],
  };
}

async function toResult(
  configuration: Configuration,
  data: TrainingData,
  { description, report, output }: Trained,
  ports: Ports,
): Promise<ActionResult> {
  const { outputDirectory, model } = configuration;
  const modelDigest = digestCommandModel(description);
  const bytes = output.model.reduce((sum, { content }) => sum + content.length, 0);
  const files = [
    { path: `${MODEL_FOLDER}/${COMMAND_MODEL_FILE}`, content: prettyJson(description) },
    { path: `${MODEL_FOLDER}/${PREDICTIONS_FILE}`, content: output.predictions },
    ...output.model.map(({ path, content }) => ({ path: `${MODEL_FOLDER}/${path}`, content })),
    { path: 'training.json', content: prettyJson(report) },
  ];
  return {
    verdict: 'pass',
    outcome: 'pass',
    headline: `trained by a command on ${countOf(report.examples.train, 'example')}, ${countOf(output.model.length, 'model file')} (${formatBytes(bytes)}), ${countOf(description.evaluation.examples, 'prediction')}`,
    outputs: {
      model: `${outputDirectory}/${MODEL_FOLDER}`,
      'model-digest': modelDigest,
      epochs: '',
      'best-epoch': '',
      'validation-loss': '',
      'best-trial': '',
      'cache-hit': false,
    },
    summary: renderCommandSummary({ model, report, description, modelDigest }),
    outputDirectory,
    files,
    obsoleteFiles: await findObsoleteFiles(outputDirectory, files, ports.files),
    record: extendRecord(model, {
      task: report.task,
      seed: report.seed,
      engine: report.engine,
      splitDigest: digestValue(configuration.data.split),
      data: data.digests,
      examples: report.examples,
      features: report.features.length,
      modelDigest,
      files: commandModelFiles(description).map((file) => ({
        ...file,
        path: `${MODEL_FOLDER}/${file.path}`,
      })),
      fromCache: false,
    }),
  };
}

/** Columns of the predictions are named by the classes. */
function refuseClassNames(label: LabelTransform): void {
  if (label.kind !== 'classes' || !label.classes.includes(ROW_COLUMN)) return;
  throw new UserError({
    what: `The label "${label.column}" has a class "${ROW_COLUMN}", the name of the column that numbers the predictions`,
    remedy: 'Give the class another name',
  });
}
