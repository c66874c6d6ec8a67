import {
  type ExportConfiguration,
  type ExportVariant,
  isLessBetter,
  type MetricName,
  type Task,
} from '../config/index.ts';
import { computeMetrics, type Predictions, toPredictions } from '../evaluation/index.ts';
import type { Transform } from '../features/index.ts';
import { countOf, formatPercent, formatQuantity } from '../report/index.ts';
import type { VariantReport } from './export-report.ts';
import type { ExecutionResult } from './runtime/session.ts';

/** How far the answers of a file are from those of the trained model. */
export type Comparison = Pick<
  VariantReport,
  'maxDifference' | 'meanDifference' | 'agreement' | 'disagreements' | 'metrics'
> & {
  readonly examples: number;
  /** Answers of the file that are no finite numbers; they count as disagreements. */
  readonly broken: number;
};

/**
 * Largest difference of a single-precision file from TensorFlow.js, as a share of the output's unit: 1 for
 * probabilities, the label's deviation for a regression. Both compute in single precision (6e-8) and sum in different
 * orders; a hundred roundings stay below this, any wrong weight or operator is far above it.
 */
export const FLOAT32_TOLERANCE = 1e-5;

/** Numbers of a regression agree within this share of the label's range. */
export const REGRESSION_AGREEMENT = 0.01;

/** A unit in the last place of single precision, twice: what the output itself can be off by. */
const OUTPUT_ROUNDING = 2 ** -22;

/** Metrics are quotients: 0.98 − 0.97 is a little more than 0.01. */
const ROUNDING = 1e-9;

/** The answers of a file as predictions: like the model's own, but already in the label's units. */
export function toFilePredictions(
  task: Task,
  transform: Pick<Transform, 'label'>,
  answers: ExecutionResult,
  labels: Float32Array,
): Predictions {
  const predictions = toPredictions(task, transform, answers, labels);
  if (predictions.task !== 'regression') return predictions;
  return { ...predictions, predicted: Float64Array.from(answers.data) };
}

/** Compares a file with the trained model, example by example; both have the same examples in the same order. */
export function comparePredictions(model: Predictions, file: Predictions): Comparison {
  const expected = valuesOf(model);
  const actual = valuesOf(file);
  if (expected.length !== actual.length)
    throw new Error('the answers are not of the same examples');
  const examples = model.actual.length;
  const width = expected.length / examples;
  const slack = model.task === 'regression' ? REGRESSION_AGREEMENT * rangeOf(model.actual) : 0;
  let max = 0;
  let sum = 0;
  let finite = 0;
  let broken = 0;
  let disagreements = 0;
  for (let example = 0; example < examples; example++) {
    const start = example * width;
    const wanted = expected.subarray(start, start + width);
    const given = actual.subarray(start, start + width);
    if (!given.every(Number.isFinite)) {
      broken++;
      disagreements++;
      continue;
    }
    for (const [index, value] of given.entries()) {
      const difference = Math.abs(value - (wanted[index] as number));
      max = Math.max(max, difference);
      sum += difference;
      finite++;
    }
    const agrees =
      model.task === 'regression'
        ? Math.abs((given[0] as number) - (wanted[0] as number)) <= slack
        : indexOfLargest(given) === indexOfLargest(wanted);
    if (!agrees) disagreements++;
  }
  return {
    examples,
    broken,
    maxDifference: max,
    meanDifference: finite === 0 ? 0 : sum / finite,
    agreement: (examples - disagreements) / examples,
    disagreements,
    metrics: pairMetrics(model, file),
  };
}

/**
 * Whether a file may take the model's place: enough examples agree, no metric of `may-drop` gets worse by more, and a
 * single-precision file computes the same numbers. A metric that is named and can't be computed fails.
 */
export function judgeComparison(
  comparison: Comparison,
  variant: ExportVariant,
  limits: ExportConfiguration,
  tolerance: number,
): Pick<VariantReport, 'status' | 'reason'> {
  const { agreement, disagreements, examples, broken, maxDifference } = comparison;
  const reasons: string[] = [];
  if (broken > 0) reasons.push(`${countOf(broken, 'answer')} of the file is no finite number`);
  if (agreement < limits.minAgreement) {
    reasons.push(
      `it agrees with the trained model on ${formatPercent(agreement)} of the examples, ` +
        `${formatPercent(limits.minAgreement)} is asked for`,
    );
  }
  for (const [metric, mayDrop] of Object.entries(limits.mayDrop) as [MetricName, number][]) {
    const pair = comparison.metrics.find((entry) => entry.metric === metric);
    if (pair === undefined) {
      reasons.push(`${metric} can't be computed on these examples`);
      continue;
    }
    const drop = isLessBetter(metric) ? pair.file - pair.model : pair.model - pair.file;
    if (drop > mayDrop + ROUNDING) {
      reasons.push(
        `${metric} goes from ${formatQuantity(pair.model)} to ${formatQuantity(pair.file)}, ` +
          `by more than ${formatQuantity(mayDrop)}`,
      );
    }
  }
  if (variant === 'float32' && maxDifference > tolerance) {
    reasons.push(
      `an output differs from the trained model by ${formatQuantity(maxDifference)}, ` +
        `more than the ${formatQuantity(tolerance)} that rounding explains`,
    );
  }
  return reasons.length > 0
    ? { status: 'fail', reason: reasons.join('; ') }
    : {
        status: 'pass',
        reason: `it agrees with the trained model on ${examples - disagreements} of ${countOf(examples, 'example')}`,
      };
}

/** Largest difference that a single-precision file may show, in the units of the output. */
export function float32Tolerance(transform: Pick<Transform, 'label'>, model: Predictions): number {
  if (model.task !== 'regression' || transform.label.kind !== 'number') return FLOAT32_TOLERANCE;
  const largest = model.predicted.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return FLOAT32_TOLERANCE * transform.label.deviation + OUTPUT_ROUNDING * largest;
}

function pairMetrics(model: Predictions, file: Predictions): VariantReport['metrics'] {
  const ofFile = new Map(computeMetrics(file).map(({ metric, value }) => [metric, value]));
  return computeMetrics(model).flatMap(({ metric, value }) => {
    const other = ofFile.get(metric) ?? null;
    return value === null || other === null ? [] : [{ metric, model: value, file: other }];
  });
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
