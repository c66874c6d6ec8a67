import type { Task } from '../config/index.ts';
import type { Matrix } from '../model/index.ts';
import { SeededRandom, twoSidedQuantile } from '../numeric/index.ts';

/** Probabilities below this count as this: the smallest step of single precision at 1, as scikit-learn's log_loss takes it. */
const SMALLEST_PROBABILITY = 2 ** -23;

const Z95 = twoSidedQuantile(0.95);

/** Numbers of one feature in the input vector. */
export interface FeaturePlace {
  readonly name: string;
  readonly offset: number;
  readonly width: number;
}

export interface Importance {
  readonly feature: string;
  /** By how much the mean loss rises when the feature tells nothing. */
  readonly increase: number;
  /** Of `increase`, 95 %: how much it depends on which examples were looked at. */
  readonly interval: readonly [low: number, high: number];
}

export interface ImportanceRequest {
  readonly features: Matrix;
  readonly places: readonly FeaturePlace[];
  /** How much each example counts; left out: all alike. */
  readonly weights?: Float64Array;
  /** The loss of each example of a matrix like `features`. */
  readonly lossesOf: (features: Matrix) => Float64Array;
  /** Permutations of each feature, at least 1. */
  readonly repeats: number;
  readonly seed: number;
}

/**
 * Permutation importance (Breiman 2001; Fisher, Rudin and Dominici 2019): the rise of the mean loss when a feature's values are dealt
 * anew to the examples, so that it tells nothing of them, averaged over the permutations. The interval is mean ± 1.96 standard
 * errors over the examples, each with the mean of its rises. The most important feature first, equal ones by name.
 */
export function permutationImportance({
  features,
  places,
  weights,
  lossesOf,
  repeats,
  seed,
}: ImportanceRequest): Importance[] {
  const { rows, columns } = features;
  const before = lossesOf(features);
  const permuted = { ...features, data: features.data.slice() };
  const found = places.map(({ name, offset, width }): Importance => {
    const rises = new Float64Array(rows);
    const random = new SeededRandom(seed, `importance of ${name}`);
    const order = Uint32Array.from(rises, (_, row) => row);
    for (let repeat = 0; repeat < repeats; repeat++) {
      random.shuffle(order);
      for (const [row, from] of order.entries()) {
        const start = from * columns + offset;
        permuted.data.set(features.data.subarray(start, start + width), row * columns + offset);
      }
      for (const [row, loss] of lossesOf(permuted).entries()) {
        rises[row] = (rises[row] as number) + (loss - (before[row] as number)) / repeats;
      }
    }
    for (let row = 0; row < rows; row++) {
      const start = row * columns + offset;
      permuted.data.set(features.data.subarray(start, start + width), start);
    }
    const { mean, error } = weightedMean(rises, weights);
    return { feature: name, increase: mean, interval: [mean - Z95 * error, mean + Z95 * error] };
  });
  return found.sort((a, b) => b.increase - a.increase || (a.feature < b.feature ? -1 : 1));
}

/** Cross-entropy of the true class, or the squared difference of the standardised label. `scores`: of a `Predictor`. */
export function exampleLosses(task: Task, scores: Matrix, labels: Float32Array): Float64Array {
  const { data, columns } = scores;
  return Float64Array.from(labels, (label, row) => {
    if (task === 'regression') return ((data[row] as number) - label) ** 2;
    const probability =
      task === 'multiclass-classification'
        ? (data[row * columns + label] as number)
        : label === 1
          ? (data[row] as number)
          : 1 - (data[row] as number);
    return -Math.log(Math.max(SMALLEST_PROBABILITY, probability));
  });
}

/** Weighted mean and its standard error (linearised, with n − 1). */
export function weightedMean(
  values: Float64Array,
  weights?: Float64Array,
): { readonly mean: number; readonly error: number } {
  const weightAt = (row: number) => weights?.[row] ?? 1;
  let [total, sum] = [0, 0];
  for (const [row, value] of values.entries()) {
    total += weightAt(row);
    sum += weightAt(row) * value;
  }
  const mean = total === 0 ? 0 : sum / total;
  const squares = values.reduce(
    (all, value, row) => all + (weightAt(row) * (value - mean)) ** 2,
    0,
  );
  const count = values.length;
  const error = total === 0 || count < 2 ? 0 : Math.sqrt((squares * count) / (count - 1)) / total;
  return { mean, error };
}
