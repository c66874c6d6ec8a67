import type { NetworkTraining } from '../../shared/config/index.ts';
import type { Fold } from '../../shared/data/index.ts';
import { isUserError, UserError } from '../../shared/errors/index.ts';
import {
  chooseSize,
  exampleLosses,
  meanOfFolds,
  permutationImportance,
  planSizes,
  rankFeatures,
  weightedMean,
} from '../../shared/evaluation/index.ts';
import {
  applyTransform,
  encodeLabels,
  nameOfFeature,
  selectFeatures,
} from '../../shared/features/index.ts';
import type { EliminationReport, LabelledMatrix, Matrix } from '../../shared/model/index.ts';
import { parseModel } from '../../shared/network/index.ts';
import { thinExamples } from './feature-importance.ts';
import type { NetworkConfiguration, PreparedTraining } from './fit-data.ts';
import { encodeInMemory } from './prepare-training.ts';
import { type TrainingMeans, train } from './train.ts';
import type { TrainingData } from './training-data.ts';

/** Each model is asked about so many examples at most, for each of its features again. */
const MOST_EXAMPLES = 5_000;
/** Fewer folds have no standard error. */
const FEWEST_FOLDS = 2;

/** Models of one recursive elimination on the same rows, from all features to the fewest. */
interface Path {
  readonly steps: readonly PathStep[];
  /** Why it ended before its last size. */
  readonly failure?: string;
}

interface PathStep {
  readonly size: number;
  readonly loss: number;
  readonly error: number;
  /** The features of the model, the most important first. */
  readonly ranked: readonly string[];
}

/** What is asked of the models of a path. */
interface PathRequest {
  readonly training: NetworkTraining;
  readonly prepared: PreparedTraining;
  readonly data: TrainingData;
  readonly sizes: readonly number[];
  /** What a model's loss is measured on; left out: the examples that stopped it. */
  readonly judged?: LabelledMatrix;
}

/** Sizes of the models that an elimination trains. Throws a `UserError` where fewer features are there than shall stay. */
export function planElimination(
  { training, file }: NetworkConfiguration,
  { transform }: PreparedTraining,
): number[] | null {
  const { featureElimination: asked, crossValidation } = training;
  if (asked === undefined) return null;
  const count = transform.features.length;
  if (asked.minFeatures > count) {
    throw new UserError({
      what: `training.feature-elimination.min-features is ${asked.minFeatures}, and the model has ${count} feature${count === 1 ? '' : 's'}`,
      where: { file },
      remedy: 'Write a smaller number there, or add features',
    });
  }
  const paths = 1 + (crossValidation?.folds ?? 0);
  return planSizes(count, asked.minFeatures, Math.floor(asked.maxTrainings / paths));
}

/**
 * Recursive feature elimination (Guyon et al. 2002) by permutation importance on the validation split: trains, drops the
 * least important features, trains again with those that are left, through all `sizes`. With folds, each goes through an
 * elimination of its own (scikit-learn's RFECV), and its models are judged by rows that took no part in it.
 */
export async function eliminateFeatures(
  configuration: NetworkConfiguration,
  data: TrainingData,
  prepared: PreparedTraining,
  { sizes, folds }: { readonly sizes: readonly number[]; readonly folds: readonly Fold[] | null },
  means: TrainingMeans,
): Promise<EliminationReport> {
  const { training } = configuration;
  const main = await followPath(
    { training, prepared, data, sizes },
    { ...means, label: 'elimination' },
  );
  const others: Path[] = [];
  for (const [index, fold] of (folds ?? []).entries()) {
    const label = `elimination, fold ${index + 1} of ${folds?.length}`;
    const path = await followFold(configuration, data, fold, sizes, { ...means, label });
    if (path.failure === undefined) others.push(path);
  }
  return report(main, others, training.featureElimination?.repeats ?? 1);
}

async function followFold(
  configuration: NetworkConfiguration,
  { table, task, digests }: TrainingData,
  fold: Fold,
  sizes: readonly number[],
  means: TrainingMeans,
): Promise<Path> {
  const splits = { train: fold.train, validation: fold.validation, evaluation: new Int32Array() };
  const data = { table, task, digests, splits };
  const prepared = encodeInMemory(configuration, data);
  const judged = {
    features: applyTransform(prepared.transform, table, fold.judged),
    labels: encodeLabels(prepared.transform, table, fold.judged),
  };
  return followPath({ training: configuration.training, prepared, data, sizes, judged }, means);
}

/** That fewer features train no model is a finding: it must not cost the model that all of them have trained. */
async function followPath(request: PathRequest, means: TrainingMeans): Promise<Path> {
  const steps: PathStep[] = [];
  let names = request.prepared.transform.features.map(nameOfFeature);
  try {
    for (const size of request.sizes) {
      // All of them at first, of which a fold may have more than the model: nothing has ranked them yet.
      if (steps.length > 0) names = names.slice(0, size);
      const label = `${means.label}, ${names.length} of ${request.prepared.transform.features.length} features`;
      const step = await takeStep(request, size, new Set(names), { ...means, label });
      steps.push(step);
      names = [...step.ranked];
    }
    return { steps };
  } catch (error) {
    if (!isUserError(error)) throw error;
    const failure = error.problems[0].what;
    means.log.warning(`${means.label} ended with ${names.length} features: ${failure}`);
    return { steps, failure };
  }
}

async function takeStep(
  { training, prepared, data, judged }: PathRequest,
  size: number,
  names: ReadonlySet<string>,
  means: TrainingMeans,
): Promise<PathStep> {
  const { transform, select } = selectFeatures(prepared.transform, names);
  const chosen = (examples: LabelledMatrix) => ({
    ...examples,
    features: select(examples.features),
  });
  const fewer = {
    ...prepared,
    transform,
    train: chosen(prepared.train),
    validation: chosen(prepared.validation),
  };
  const product = await train(training, fewer, data, means);
  const { loadPredictor } = await import('../../shared/model/index.ts');
  const predictor = await loadPredictor(parseModel(product, 'model'), means.engine.name);
  try {
    const lossesOf = (matrix: Matrix, labels: Float32Array) =>
      exampleLosses(data.task, predictor.predict(matrix), labels);
    const validation = thinExamples(fewer.validation, MOST_EXAMPLES);
    const judging = judged === undefined ? validation : thinExamples(chosen(judged), MOST_EXAMPLES);
    const { mean, error } = weightedMean(
      lossesOf(judging.features, judging.labels),
      judging.weights,
    );
    const ranked = permutationImportance({
      features: validation.features,
      places: transform.features.map((feature) => ({ ...feature, name: nameOfFeature(feature) })),
      ...(validation.weights === undefined ? {} : { weights: validation.weights }),
      lossesOf: (matrix) => lossesOf(matrix, validation.labels),
      repeats: training.featureElimination?.repeats ?? 1,
      seed: training.seed,
    });
    return { size, loss: mean, error, ranked: ranked.map(({ feature }) => feature) };
  } finally {
    predictor.dispose();
  }
}

function report(main: Path, folds: readonly Path[], repeats: number): EliminationReport {
  const isCrossValidated = folds.length >= FEWEST_FOLDS;
  const steps = main.steps.map(({ size, loss, error, ranked }, index) => {
    const next = main.steps[index + 1];
    const losses = folds.map(({ steps: all }) => all[index]?.loss ?? Number.NaN);
    return {
      features: size,
      ...(isCrossValidated ? meanOfFolds(losses) : { loss, error }),
      removed: next === undefined ? [] : ranked.slice(next.size),
    };
  });
  const kept = main.steps.at(-1)?.ranked ?? [];
  const rounds = steps.map(({ removed }) => removed).filter(({ length }) => length > 0);
  return {
    judgedBy: isCrossValidated ? 'cross-validation' : 'validation',
    ...(isCrossValidated ? { folds: folds.length } : {}),
    repeats,
    steps,
    ranking: rankFeatures(rounds, kept),
    ...(steps.length === 0 ? {} : chooseSize(steps)),
    ...(main.failure === undefined ? {} : { failure: main.failure }),
  };
}
