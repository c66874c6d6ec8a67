import type { ExportConfiguration, ExportVariant, MetricName, Task } from '../config/index.ts';
import {
  type ComparisonPlan,
  compareMetrics,
  describeSlice,
  type Predictions,
  type Slice,
  toPredictions,
} from '../evaluation/index.ts';
import type { Transform } from '../features/index.ts';
import { countOf, formatPercent, formatQuantity } from '../report/index.ts';
import {
  compareExamples,
  type DifferenceSummary,
  summarizeDifferences,
} from './example-differences.ts';
import type { MetricPair, SliceParity, VariantReport } from './export-report.ts';
import type { ExecutionResult } from './runtime/session.ts';
import { describeLoss, exceeds, judgeSlice } from './slice-parity.ts';

/** How far the answers of a file are from those of the trained model, over all examples and by slice. */
export interface Comparison extends DifferenceSummary {
  readonly metrics: readonly MetricPair[];
  readonly slices: readonly Omit<SliceParity, 'status' | 'reason'>[];
}

/**
 * Largest difference of a single-precision file from TensorFlow.js, as a share of the output's unit: 1 for
 * probabilities, the label's deviation for a regression. Both compute in single precision (6e-8) and sum in different
 * orders; a hundred roundings stay below this, any wrong weight or operator is far above it.
 */
export const FLOAT32_TOLERANCE = 1e-5;

/** A unit in the last place of single precision, twice: what the output itself can be off by. */
const OUTPUT_ROUNDING = 2 ** -22;

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

/**
 * Compares a file with the trained model, example by example, and its metrics with intervals; both have the same examples
 * in the same order, those of the plan.
 */
export function comparePredictions(
  model: Predictions,
  file: Predictions,
  plan: ComparisonPlan,
): Comparison {
  const differences = compareExamples(model, file);
  const pairMetrics = (slice?: Slice): MetricPair[] =>
    compareMetrics(model, file, plan, slice).map(({ metric, before, after, interval }) => ({
      metric,
      model: before,
      file: after,
      ...(interval === undefined ? {} : { changeInterval: interval }),
    }));
  return {
    ...summarizeDifferences(differences),
    metrics: pairMetrics(),
    slices: plan.slices.map((slice) => {
      const { examples, maxDifference, agreement, disagreements } = summarizeDifferences(
        differences,
        slice.places,
      );
      const metrics = pairMetrics(slice);
      return { slice: slice.slice, examples, maxDifference, agreement, disagreements, metrics };
    }),
  };
}

/**
 * Whether a file may take the model's place: enough examples agree, no metric of `may-drop` gets worse by more, neither
 * does so in a slice beyond chance (`judgeSlice`), and a single-precision file computes the same numbers. A metric that
 * is named and can't be computed over all examples fails.
 */
export function judgeComparison(
  comparison: Comparison,
  variant: ExportVariant,
  limits: ExportConfiguration,
  tolerance: number,
): Pick<VariantReport, 'status' | 'reason' | 'slices'> {
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
    if (exceeds(pair, mayDrop)) reasons.push(describeLoss(pair, mayDrop));
  }
  if (variant === 'float32' && maxDifference > tolerance) {
    reasons.push(
      `an output differs from the trained model by ${formatQuantity(maxDifference)}, ` +
        `more than the ${formatQuantity(tolerance)} that rounding explains`,
    );
  }
  const judged = comparison.slices.map((slice) => judgeSlice(slice, limits));
  const failed = judged.filter(({ status }) => status === 'fail');
  if (failed.length > 0) reasons.push(describeSlices(failed));
  const slices = judged.length === 0 ? {} : { slices: judged };
  return reasons.length > 0
    ? { status: 'fail', reason: reasons.join('; '), ...slices }
    : {
        status: 'pass',
        ...slices,
        reason: `it agrees with the trained model on ${examples - disagreements} of ${countOf(examples, 'example')}`,
      };
}

/** Largest difference that a single-precision file may show, in the units of the output. */
export function float32Tolerance(transform: Pick<Transform, 'label'>, model: Predictions): number {
  if (model.task !== 'regression' || transform.label.kind !== 'number') return FLOAT32_TOLERANCE;
  const largest = model.predicted.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return FLOAT32_TOLERANCE * transform.label.deviation + OUTPUT_ROUNDING * largest;
}

/** `in the slice island = Dream it agrees on 80 % of 30, 95 % is asked for (and 2 more slices)`. */
function describeSlices([first, ...others]: readonly SliceParity[]): string {
  if (first === undefined) return '';
  const more = others.length === 0 ? '' : ` (and ${countOf(others.length, 'more slice')})`;
  return `in the slice ${describeSlice(first.slice)} ${first.reason}${more}`;
}
