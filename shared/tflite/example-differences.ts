import type { Predictions } from '../evaluation/index.ts';

/** Numbers of a regression agree within this share of the label's range. */
export const REGRESSION_AGREEMENT = 0.01;

/** How far the answer of a file is from that of the trained model, for each example. */
export interface ExampleDifferences {
  /** Largest absolute difference of a number of the answer; NaN where the file's answer is no finite number. */
  readonly largest: Float64Array;
  /** Mean absolute difference of the numbers of the answer; NaN as above. */
  readonly mean: Float64Array;
  /** 1 where both choose the same class, or numbers that are close enough. */
  readonly agrees: Uint8Array;
}

export interface DifferenceSummary {
  readonly examples: number;
  /** Answers of the file that are no finite numbers; they count as disagreements. */
  readonly broken: number;
  readonly maxDifference: number;
  readonly meanDifference: number;
  readonly agreement: number;
  readonly disagreements: number;
}

/** Compares a file with the trained model; both have the same examples in the same order. */
export function compareExamples(model: Predictions, file: Predictions): ExampleDifferences {
  const expected = valuesOf(model);
  const actual = valuesOf(file);
  if (expected.length !== actual.length) {
    throw new Error('the answers are not of the same examples');
  }
  const examples = model.actual.length;
  const width = expected.length / examples;
  const slack = model.task === 'regression' ? REGRESSION_AGREEMENT * rangeOf(model.actual) : 0;
  const largest = new Float64Array(examples).fill(Number.NaN);
  const mean = new Float64Array(examples).fill(Number.NaN);
  const agrees = new Uint8Array(examples);
  for (let example = 0; example < examples; example++) {
    const start = example * width;
    const wanted = expected.subarray(start, start + width);
    const given = actual.subarray(start, start + width);
    if (!given.every(Number.isFinite)) continue;
    const differences = given.map((value, index) => Math.abs(value - (wanted[index] as number)));
    largest[example] = differences.reduce((most, one) => Math.max(most, one), 0);
    mean[example] = differences.reduce((sum, one) => sum + one, 0) / width;
    const same =
      model.task === 'regression'
        ? (largest[example] as number) <= slack
        : indexOfLargest(given) === indexOfLargest(wanted);
    agrees[example] = same ? 1 : 0;
  }
  return { largest, mean, agrees };
}

/** Over the examples at `places`; left out: all. */
export function summarizeDifferences(
  { largest, mean, agrees }: ExampleDifferences,
  places?: Int32Array,
): DifferenceSummary {
  const examples = places?.length ?? largest.length;
  let max = 0;
  let sum = 0;
  let broken = 0;
  let disagreements = 0;
  for (let index = 0; index < examples; index++) {
    const example = places?.[index] ?? index;
    if (agrees[example] !== 1) disagreements++;
    const difference = largest[example] as number;
    if (Number.isNaN(difference)) broken++;
    else {
      max = Math.max(max, difference);
      sum += mean[example] as number;
    }
  }
  const finite = examples - broken;
  return {
    examples,
    broken,
    maxDifference: max,
    meanDifference: finite === 0 ? 0 : sum / finite,
    agreement: (examples - disagreements) / examples,
    disagreements,
  };
}

function valuesOf(predictions: Predictions): Float64Array {
  return predictions.task === 'regression' ? predictions.predicted : predictions.probabilities;
}

function rangeOf(values: Float64Array): number {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  return max - min;
}

/** The first of the largest, as `argmax` everywhere. */
function indexOfLargest(values: Float64Array): number {
  let best = 0;
  for (let index = 1; index < values.length; index++) {
    if ((values[index] as number) > (values[best] as number)) best = index;
  }
  return best;
}
