import type {
  Configuration,
  FeatureConfiguration,
  NetworkTraining,
  TrainingConfiguration,
} from '../../shared/config/index.ts';
import type { RowSplits } from '../../shared/data/index.ts';
import {
  applyTransform,
  type DroppedColumn,
  encodeLabels,
  fitTransform,
  listBlocks,
  nameOfFeature,
  requireWeightColumn,
  type Transform,
  weighExamples,
} from '../../shared/features/index.ts';
import { prettyJson } from '../../shared/lineage/index.ts';
import type {
  Checkpointing,
  EngineDescription,
  LabelledMatrix,
  TrainingReport,
} from '../../shared/model/index.ts';
import type { ClockPort, LogPort } from '../../shared/platform/index.ts';
import { followTraining } from '../../shared/report/index.ts';
import type { TrainingData } from './training-data.ts';
import type { Parent } from './warm-start.ts';

const MINUTE = 60_000;

/** What a training leaves, ready to be written. */
export interface TrainingProduct {
  readonly modelJson: string;
  readonly weights: Uint8Array;
  readonly transformJson: string;
  readonly trainingJson: string;
}

/** What a training starts from, fitted once for any number of trainings on the same rows. */
export interface PreparedTraining {
  readonly transform: Transform;
  readonly dropped: readonly DroppedColumn[];
  readonly train: LabelledMatrix;
  readonly validation: LabelledMatrix;
  /** Of the classes, where they don't count alike. */
  readonly classWeights?: Readonly<Record<string, number>>;
}

export interface TrainingMeans {
  readonly engine: EngineDescription;
  readonly log: LogPort;
  readonly clock: ClockPort;
  /** Left out: no checkpoints. */
  readonly checkpoints?: Checkpointing;
  /** The model to begin with; the training is prepared by its transform. */
  readonly parent?: Parent;
  /** Epochs at which the training ends, whatever `training.timeBudget` says. */
  readonly stopAfter?: number;
  /** Names the work in the log. */
  readonly label?: string;
}

/** Fits the transform on the training rows, or takes the one that is given, and encodes the rows to learn from. */
export function prepareTraining(
  { data: { label, features, ignore }, features: kinds, training }: Configuration,
  { table, splits, task }: TrainingData,
  inherited?: Transform,
): PreparedTraining {
  requireWeightColumn(table, training);
  const { transform: fitted, dropped } = fitTransform(table, splits.train, {
    label,
    task,
    ignore,
    kinds,
    ...(features === undefined ? {} : { features }),
  });
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

/** Trains the model. Loads the engine. */
export async function train(
  training: NetworkTraining,
  { transform, dropped, train, validation, classWeights }: PreparedTraining,
  { splits, task }: TrainingData,
  { engine, log, clock, checkpoints, parent, stopAfter, label = 'training' }: TrainingMeans,
): Promise<TrainingProduct> {
  const { trainModel } = await import('../../shared/model/index.ts');
  const { timeBudget } = training;
  const begin = clock.milliseconds();
  const trained = await trainModel({
    train,
    validation,
    task,
    training,
    engine,
    architecture: training.architecture,
    outputs: countOutputs(task, transform),
    blocks: listBlocks(transform),
    ...(checkpoints === undefined ? {} : { checkpoints }),
    ...(parent === undefined ? {} : { initialWeights: parent.weights }),
    ...(stopAfter === undefined ? {} : { stopAfter }),
    ...(timeBudget === undefined || stopAfter !== undefined
      ? {}
      : { isTimeUp: () => clock.milliseconds() - begin >= timeBudget * MINUTE }),
    onEpoch: followTraining(
      {
        label,
        epochs: training.epochs,
        examples: train.labels.length,
        before: checkpoints?.from?.history.length ?? 0,
      },
      { log, clock },
    ),
  });
  const { history, bestEpoch, stoppedEarly, isCutOff } = trained;
  log.progress({
    label,
    fraction: 1,
    detail: `${history.length} of ${training.epochs} epochs${isCutOff ? ', out of time' : stoppedEarly ? ', stopped early' : ''}, best epoch ${bestEpoch}`,
    done: true,
  });
  const report: TrainingReport = {
    version: 1,
    task,
    architecture: training.architecture,
    seed: training.seed,
    engine: trained.engine,
    examples: countExamples(splits),
    features: transform.features.map(nameOfFeature),
    dropped,
    inputs: transform.width,
    parameters: trained.parameters,
    loss: task === 'regression' ? 'mean squared error' : 'cross-entropy',
    ...(train.weights === undefined ? {} : { weights: reportWeights(training, classWeights) }),
    epochsConfigured: training.epochs,
    ...(parent === undefined ? {} : { parent: parent.digest }),
    history,
    bestEpoch,
    stoppedEarly,
    ...(isCutOff ? { stoppedBy: 'time-budget' } : {}),
  };
  return {
    ...trained.files,
    transformJson: prettyJson(transform),
    trainingJson: prettyJson(report),
  };
}

function reportWeights(
  { exampleWeight }: NetworkTraining,
  classes: PreparedTraining['classWeights'],
): NonNullable<TrainingReport['weights']> {
  return {
    ...(exampleWeight === undefined ? {} : { column: exampleWeight }),
    ...(classes === undefined ? {} : { classes }),
  };
}

/**
 * What of `training` decides the bytes of a model: the engine is known by what it is, not by what was asked for. A model
 * that time has cut off has other bytes and is never stored.
 */
export function decidingSettings({
  cache: _cache,
  checkpointMinutes: _checkpoints,
  timeBudget: _time,
  warmStart: _start,
  engine: _asked,
  classWeight,
  ...settings
}: TrainingConfiguration): object {
  return classWeight === undefined ? settings : { ...settings, classWeight: classWeight.weights };
}

/** What `features` asks for, in an order of its own: where and in which order it stands in the file decides nothing. */
export function withoutPlaces(features: readonly FeatureConfiguration[]): object {
  return Object.fromEntries(
    features.map(({ where: _where, ...feature }) => {
      if ('name' in feature) return [`${feature.kind} ${feature.name}`, feature];
      const { column, ...settings } = feature;
      return [`column ${column}`, settings];
    }),
  );
}

export function countExamples({ train, validation, evaluation }: RowSplits) {
  return { train: train.length, validation: validation.length, evaluation: evaluation.length };
}

export function countOutputs(task: TrainingReport['task'], { label }: Transform): number {
  return task === 'multiclass-classification' && label.kind === 'classes'
    ? label.classes.length
    : 1;
}
