import type { ClassPredictions, NumberPredictions, Predictions } from './predictions.ts';
import { type Ranking, rankPositives } from './ranking.ts';

/**
 * Predictions of some examples, prepared so that a metric of any reweighting of them costs one pass: a resample of the
 * bootstrap is such a reweighting, with whole-numbered weights.
 */
export type Sample = ClassSample | NumberSample;

export interface ClassSample {
  readonly kind: 'classes';
  readonly size: number;
  readonly classes: readonly string[];
  readonly actual: Int32Array;
  /** The most probable class; of equally probable ones the first. */
  readonly predicted: Int32Array;
  /** Cross-entropy of each example, in nats. */
  readonly losses: Float64Array;
  /** What the areas under curves are made from: the positive class of a binary task, else one for each class. */
  readonly rankings: readonly { readonly className: string; readonly ranking: Ranking }[];
  /** Examples with a probability that is not a finite number. */
  readonly broken: number;
}

export interface NumberSample {
  readonly kind: 'numbers';
  readonly size: number;
  readonly actual: Float64Array;
  readonly errors: Float64Array;
  readonly broken: number;
}

/** One weight for each example. */
export type Weights = Int32Array;

export function unitWeights(sample: Sample): Weights {
  return new Int32Array(sample.size).fill(1);
}

/** `rows`: places in `predictions`; left out: all. */
export function prepareSample(predictions: Predictions, rows?: Int32Array): Sample {
  const chosen = rows ?? Int32Array.from(predictions.actual.keys());
  return predictions.task === 'regression'
    ? prepareNumbers(predictions, chosen)
    : prepareClasses(predictions, chosen);
}

/**
 * scikit-learn clips probabilities to [ε, 1 − ε] before the logarithm, ε being the machine precision of their type: here
 * double precision.
 */
const CLIP = Number.EPSILON;

function prepareClasses(predictions: ClassPredictions, rows: Int32Array): ClassSample {
  const { task, classes, probabilities } = predictions;
  const width = classes.length;
  const size = rows.length;
  const actual = Int32Array.from(rows, (row) => predictions.actual[row] as number);
  const predicted = new Int32Array(size);
  const losses = new Float64Array(size);
  let broken = 0;
  for (let example = 0; example < size; example++) {
    const start = (rows[example] as number) * width;
    const row = probabilities.subarray(start, start + width);
    if (!row.every(Number.isFinite)) broken++;
    predicted[example] = indexOfLargest(row);
    const probability = row[actual[example] as number] ?? Number.NaN;
    losses[example] = -Math.log(Math.min(Math.max(probability, CLIP), 1 - CLIP));
  }
  const ranked = task === 'binary-classification' ? [1] : classes.map((_, index) => index);
  const rankings = ranked.map((positive) => {
    const scores = Float64Array.from(
      rows,
      (row) => probabilities[row * width + positive] ?? Number.NaN,
    );
    const isPositive = Uint8Array.from(actual, (value) => (value === positive ? 1 : 0));
    return { className: classes[positive] ?? '', ranking: rankPositives(scores, isPositive) };
  });
  return { kind: 'classes', size, classes, actual, predicted, losses, rankings, broken };
}

function prepareNumbers(predictions: NumberPredictions, rows: Int32Array): NumberSample {
  const actual = Float64Array.from(rows, (row) => predictions.actual[row] ?? Number.NaN);
  const errors = Float64Array.from(
    rows,
    (row, example) => (predictions.predicted[row] ?? Number.NaN) - (actual[example] as number),
  );
  const broken = errors.reduce((count, error) => count + (Number.isFinite(error) ? 0 : 1), 0);
  return { kind: 'numbers', size: rows.length, actual, errors, broken };
}

function indexOfLargest(values: Float64Array): number {
  let best = 0;
  for (let index = 1; index < values.length; index++) {
    if ((values[index] as number) > (values[best] as number)) best = index;
  }
  return best;
}
