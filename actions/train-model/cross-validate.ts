import type { Configuration, MetricName, NetworkTraining } from '../../shared/config/index.ts';
import {
  cellText,
  crossValidationFolds,
  type Fold,
  findColumn,
  type Table,
} from '../../shared/data/index.ts';
import { isUserError, UserError } from '../../shared/errors/index.ts';
import { computeMetrics, metricsOf, predictRows } from '../../shared/evaluation/index.ts';
import type {
  CrossValidationReport,
  CrossValidationRound,
  TrainingReport,
} from '../../shared/model/index.ts';
import { encodeInMemory } from './prepare-training.ts';
import { type TrainingMeans, type TrainingProduct, train } from './train.ts';
import type { TrainingData } from './training-data.ts';

/** Fewer rows can't train, stop or judge a round. */
const FEWEST_ROWS = { train: 5, validation: 2, judged: 2 } as const;

type NetworkConfiguration = Configuration & { readonly training: NetworkTraining };

/**
 * The folds of the rows that are not kept for the evaluation; null where the configuration asks for none. Throws a
 * `UserError` where the rows do not suffice.
 */
export function planFolds(
  configuration: NetworkConfiguration,
  { table, splits, task }: TrainingData,
): readonly Fold[] | null {
  const { training, data } = configuration;
  if (training.crossValidation === undefined || data.split.by === 'file') return null;
  const { folds } = training.crossValidation;
  const parts = crossValidationFolds(table, splits, data.split, folds);
  refuseSmallFolds(parts, configuration);
  if (task !== 'regression') refuseMissingClasses(parts, table, configuration);
  return parts;
}

/** Trains one model for each fold, with a transform of its own, and judges it by the rows that it has not seen. */
export async function crossValidate(
  configuration: NetworkConfiguration,
  data: TrainingData,
  folds: readonly Fold[],
  means: TrainingMeans,
): Promise<CrossValidationReport> {
  const rounds: CrossValidationRound[] = [];
  for (const [index, fold] of folds.entries()) {
    const label = `fold ${index + 1} of ${folds.length}`;
    rounds.push(await tryRound(configuration, data, fold, { ...means, label }));
  }
  return { folds: folds.length, rounds, metrics: summarizeRounds(rounds, data.task) };
}

/** That other rows train no model is a finding: it must not cost the model that the rows as they are split have trained. */
async function tryRound(
  configuration: NetworkConfiguration,
  data: TrainingData,
  fold: Fold,
  means: TrainingMeans & { readonly label: string },
): Promise<CrossValidationRound> {
  try {
    return await runRound(configuration, data, fold, means);
  } catch (error) {
    if (!isUserError(error)) throw error;
    const failure = error.problems[0].what;
    means.log.warning(`${means.label} of the cross-validation gave no model: ${failure}`);
    const { train: learned, validation, judged } = fold;
    return {
      train: learned.length,
      validation: validation.length,
      judged: judged.length,
      epochs: 0,
      bestEpoch: 0,
      failure,
      metrics: {},
    };
  }
}

async function runRound(
  configuration: NetworkConfiguration,
  { table, task, digests }: TrainingData,
  { train: learned, validation, judged }: Fold,
  means: TrainingMeans,
): Promise<CrossValidationRound> {
  // The judged rows are encoded when the model is asked for them.
  const splits = { train: learned, validation, evaluation: new Int32Array() };
  const data = { table, task, digests, splits };
  const prepared = encodeInMemory(configuration, data);
  const product = await train(configuration.training, prepared, data, means);
  const report = JSON.parse(product.trainingJson) as TrainingReport;
  return {
    train: learned.length,
    validation: validation.length,
    judged: judged.length,
    epochs: report.history.length,
    bestEpoch: report.bestEpoch,
    metrics: await judge(product, prepared.transform, table, judged, means),
  };
}

async function judge(
  { modelJson, weights }: TrainingProduct,
  transform: ReturnType<typeof encodeInMemory>['transform'],
  table: TrainingData['table'],
  judged: Int32Array,
  { engine }: TrainingMeans,
): Promise<CrossValidationRound['metrics']> {
  const model = { modelJson, weights, transform, path: 'model' };
  const predictions = await predictRows(model, transform, table, judged, engine.name);
  return Object.fromEntries(
    computeMetrics(predictions).map(({ metric, value }) => [metric, value] as const),
  );
}

function summarizeRounds(
  rounds: readonly CrossValidationRound[],
  task: TrainingData['task'],
): CrossValidationReport['metrics'] {
  return metricsOf(task).flatMap((metric: MetricName) => {
    const values = rounds
      .map(({ metrics }) => metrics[metric])
      .filter((value) => typeof value === 'number');
    if (values.length < 2) return [];
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return [
      {
        metric,
        rounds: values.length,
        mean,
        deviation: Math.sqrt(squares / (values.length - 1)),
        lowest: Math.min(...values),
        highest: Math.max(...values),
      },
    ];
  });
}

function refuseSmallFolds(folds: readonly Fold[], { file }: Configuration): void {
  for (const [index, fold] of folds.entries()) {
    for (const part of ['train', 'validation', 'judged'] as const) {
      if (fold[part].length >= FEWEST_ROWS[part]) continue;
      throw new UserError({
        what: `Fold ${index + 1} of ${folds.length} of the cross-validation has ${fold[part].length} of the at least ${FEWEST_ROWS[part]} rows that ${PURPOSE[part]}`,
        where: { file },
        remedy: 'Ask for fewer folds (training.cross-validation.folds), or add rows or keys',
      });
    }
  }
}

/** A model can't learn what a fold keeps from it. */
function refuseMissingClasses(
  folds: readonly Fold[],
  table: Table,
  { file, data: { label } }: Configuration,
): void {
  const column = findColumn(table, label);
  if (column === undefined) return;
  const classesOf = (rows: Int32Array) => new Set(Array.from(rows, (row) => cellText(column, row)));
  for (const [index, { train, validation, judged }] of folds.entries()) {
    const learned = classesOf(train);
    const missed = [...classesOf(validation), ...classesOf(judged)].find(
      (one) => !learned.has(one),
    );
    if (missed === undefined || missed === null) continue;
    throw new UserError({
      what: `Fold ${index + 1} of ${folds.length} of the cross-validation has no example of the class ${JSON.stringify(missed)} to learn from`,
      where: { file },
      remedy:
        'Split by the label (data.split: { by: stratified }), ask for other folds, or add examples of the class',
    });
  }
}

const PURPOSE = {
  train: 'a model learns from',
  validation: 'a training is stopped by',
  judged: 'a model is judged by',
} as const;
