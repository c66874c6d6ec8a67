import type { Configuration } from '../../shared/config/index.ts';
import {
  applyTransform,
  encodeLabels,
  requireWeightColumn,
  type Transform,
  weighExamples,
} from '../../shared/features/index.ts';
import type { LabelledMatrix } from '../../shared/model/index.ts';
import type { Ports } from '../../shared/platform/index.ts';
import { fitData, type NetworkConfiguration, type PreparedTraining } from './fit-data.ts';
import { streamTraining } from './stream-training.ts';
import type { TrainingData } from './training-data.ts';

/** Fits the transform, or takes the one that is given, and encodes the rows to learn from. */
export async function prepareTraining(
  configuration: NetworkConfiguration,
  data: TrainingData,
  ports: Pick<Ports, 'files' | 'log' | 'clock'>,
  inherited?: Transform,
): Promise<PreparedTraining> {
  return data.streamed === undefined
    ? encodeInMemory(configuration, data, inherited)
    : await streamTraining(configuration, data, data.streamed, inherited, ports);
}

/** The same where all rows are in memory. */
export function encodeInMemory(
  configuration: Configuration,
  data: TrainingData,
  inherited?: Transform,
): PreparedTraining {
  const { training } = configuration;
  const { table, splits } = data;
  requireWeightColumn(table, training);
  const { transform: fitted, dropped } = fitData(configuration, data);
  const transform = inherited ?? fitted;
  const encode = (rows: Int32Array): LabelledMatrix => ({
    features: applyTransform(transform, table, rows),
    labels: encodeLabels(transform, table, rows),
  });
  const [train, validation] = [encode(splits.train), encode(splits.validation)];
  // Not used here: checked now, so that a bad cell does not first come to light in evaluate-gate.
  encode(splits.evaluation);
  const weights = weighExamples(table, {
    training,
    label: transform.label,
    train: { rows: splits.train, labels: train.labels },
    validation: { rows: splits.validation, labels: validation.labels },
  });
  if (weights === null) return { transform, dropped, train, validation };
  return {
    transform,
    dropped,
    train: { ...train, weights: weights.train },
    validation: { ...validation, weights: weights.validation },
    ...(weights.classes === undefined ? {} : { classWeights: weights.classes }),
  };
}
