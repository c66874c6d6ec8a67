import type {
  FeatureConfiguration,
  NetworkTraining,
  TrainingConfiguration,
} from '../../shared/config/index.ts';
import { listBlocks, nameOfFeature, type Transform } from '../../shared/features/index.ts';
import { prettyJson } from '../../shared/lineage/index.ts';
import type { Checkpointing, EngineDescription, TrainingReport } from '../../shared/model/index.ts';
import type { ClockPort, LogPort } from '../../shared/platform/index.ts';
import { followTraining } from '../../shared/report/index.ts';
import type { PreparedTraining } from './fit-data.ts';
import type { MakeModuleModel } from './module-models.ts';
import { countExamples, type TrainingData } from './training-data.ts';
import type { Parent } from './warm-start.ts';

const MINUTE = 60_000;

/** What a training leaves, ready to be written. */
export interface TrainingProduct {
  readonly modelJson: string;
  readonly weights: Uint8Array;
  readonly transformJson: string;
  readonly trainingJson: string;
}

export interface TrainingMeans {
  readonly engine: EngineDescription;
  readonly log: LogPort;
  readonly clock: ClockPort;
  readonly moduleModel: MakeModuleModel;
  /** Left out: no checkpoints. */
  readonly checkpoints?: Checkpointing;
  /** The model to begin with; the training is prepared by its transform. */
  readonly parent?: Parent;
  /** Epochs at which the training ends, whatever `training.timeBudget` says. */
  readonly stopAfter?: number;
  /** Names the work in the log. */
  readonly label?: string;
}

/** Trains the model. Loads the engine. */
export async function train(
  training: NetworkTraining,
  { transform, dropped, train, validation, classWeights, sources }: PreparedTraining,
  data: TrainingData,
  {
    engine,
    log,
    clock,
    moduleModel,
    checkpoints,
    parent,
    stopAfter,
    label = 'training',
  }: TrainingMeans,
): Promise<TrainingProduct> {
  const { trainModel } = await import('../../shared/model/index.ts');
  const { timeBudget } = training;
  const { task } = data;
  const made = await moduleModel(training, task, transform);
  const initialWeights = parent?.weights ?? made?.weights;
  const examples = countExamples(data);
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
    ...(sources === undefined ? {} : { sources }),
    ...(checkpoints === undefined ? {} : { checkpoints }),
    ...(made === null ? {} : { network: made.network }),
    ...(initialWeights === undefined ? {} : { initialWeights }),
    ...(stopAfter === undefined ? {} : { stopAfter }),
    ...(timeBudget === undefined || stopAfter !== undefined
      ? {}
      : { isTimeUp: () => clock.milliseconds() - begin >= timeBudget * MINUTE }),
    onEpoch: followTraining(
      {
        label,
        epochs: training.epochs,
        examples: examples.train,
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
    examples,
    ...(data.table.rowCount < examples.train ? { fittedOn: data.table.rowCount } : {}),
    features: transform.features.map(nameOfFeature),
    dropped,
    inputs: transform.width,
    parameters: trained.parameters,
    loss: task === 'regression' ? 'mean squared error' : 'cross-entropy',
    ...(train.weights === undefined ? {} : { weights: reportWeights(training, classWeights) }),
    epochsConfigured: training.epochs,
    ...(made === null ? {} : { module: made.digests }),
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

export function countOutputs(task: TrainingReport['task'], { label }: Transform): number {
  return task === 'multiclass-classification' && label.kind === 'classes'
    ? label.classes.length
    : 1;
}
