import type { Configuration } from '../../shared/config/index.ts';
import {
  applyTransform,
  encodeLabels,
  fitTransform,
  type Transform,
} from '../../shared/features/index.ts';
import { prettyJson } from '../../shared/lineage/index.ts';
import type { LabelledMatrix, TrainingReport } from '../../shared/model/index.ts';
import type { LogPort } from '../../shared/platform/index.ts';
import { formatQuantity } from '../../shared/report/index.ts';
import type { TrainingData } from './training-data.ts';

/** What a training leaves, ready to be written. */
export interface TrainingProduct {
  readonly modelJson: string;
  readonly weights: Uint8Array;
  readonly transformJson: string;
  readonly trainingJson: string;
}

/** Fits the transform and trains the model. Loads the engine. */
export async function train(
  { data, training }: Configuration,
  { table, splits, task }: TrainingData,
  log: LogPort,
): Promise<TrainingProduct> {
  const { label, features, ignore } = data;
  const { transform, dropped } = fitTransform(table, splits.train, {
    label,
    task,
    ignore,
    ...(features === undefined ? {} : { features }),
  });
  const encode = (rows: Int32Array): LabelledMatrix => ({
    features: applyTransform(transform, table, rows),
    labels: encodeLabels(transform, table, rows),
  });
  const request = { train: encode(splits.train), validation: encode(splits.validation) };
  // Not used here: checked now, so that a bad cell does not first come to light in evaluate-gate.
  encode(splits.evaluation);
  const { trainModel } = await import('../../shared/model/index.ts');
  const trained = await trainModel({
    ...request,
    task,
    training,
    architecture: training.architecture,
    outputs: countOutputs(task, transform),
    onEpoch: ({ epoch, validationLoss }) =>
      log.progress({
        label: 'training',
        fraction: epoch / training.epochs,
        detail: `epoch ${epoch} of ${training.epochs}, validation loss ${formatQuantity(validationLoss)}`,
      }),
  });
  const { history, bestEpoch, stoppedEarly } = trained;
  log.progress({
    label: 'training',
    fraction: 1,
    detail: `${history.length} of ${training.epochs} epochs${stoppedEarly ? ', stopped early' : ''}, best epoch ${bestEpoch}`,
    done: true,
  });
  const report: TrainingReport = {
    version: 1,
    task,
    architecture: training.architecture,
    seed: training.seed,
    engine: trained.engine,
    examples: {
      train: splits.train.length,
      validation: splits.validation.length,
      evaluation: splits.evaluation.length,
    },
    features: transform.features.map(({ column }) => column),
    dropped,
    inputs: transform.width,
    parameters: trained.parameters,
    loss: task === 'regression' ? 'mean squared error' : 'cross-entropy',
    epochsConfigured: training.epochs,
    history,
    bestEpoch,
    stoppedEarly,
  };
  return {
    ...trained.files,
    transformJson: prettyJson(transform),
    trainingJson: prettyJson(report),
  };
}

function countOutputs(task: TrainingReport['task'], { label }: Transform): number {
  return task === 'multiclass-classification' && label.kind === 'classes'
    ? label.classes.length
    : 1;
}
