import type { MetricName } from '../config/index.ts';
import { percentileInterval, wilsonInterval } from '../numeric/index.ts';
import { affordableResamples, bootstrapMetrics, visitsOf } from './bootstrap.ts';
import type { MetricValue } from './evaluation-report.ts';
import { describeMetrics } from './metrics.ts';
import type { Predictions } from './predictions.ts';
import { prepareSample } from './sample.ts';

/** Confidence of every interval in a report; a gate may ask for another one of its change. */
export const REPORT_CONFIDENCE = 0.95;

/** How good a model is on some examples, and how it differs from the baseline on the same ones. */
export interface Measurement {
  readonly examples: number;
  readonly metrics: readonly MetricValue[];
  readonly baseline?: readonly MetricValue[];
  /** Bootstrap distribution of candidate − baseline, ascending; lacks metrics that have no interval. */
  readonly changes: ReadonlyMap<MetricName, Float64Array>;
}

export interface MeasurementOptions {
  readonly seed: number;
  readonly resamples: number;
  /** Names the examples, so that equal names draw equal resamples. */
  readonly stream: string;
}

/** `places`: examples to measure on; left out: all. `baseline` speaks of the same examples in the same order. */
export function measureModels(
  candidate: Predictions,
  baseline: Predictions | null,
  places: Int32Array | undefined,
  options: MeasurementOptions,
): Measurement {
  const sample = prepareSample(candidate, places);
  const baselineSample = baseline === null ? null : prepareSample(baseline, places);
  const bootstrap = bootstrapMetrics(sample, baselineSample, options);
  const withIntervals = (
    metrics: readonly MetricValue[],
    distributions: ReadonlyMap<MetricName, Float64Array>,
  ) => metrics.map((metric) => addInterval(metric, sample.size, distributions.get(metric.metric)));
  return {
    examples: sample.size,
    metrics: withIntervals(describeMetrics(sample), bootstrap.values),
    ...(baselineSample === null
      ? {}
      : { baseline: withIntervals(describeMetrics(baselineSample), bootstrap.baselineValues) }),
    changes: bootstrap.changes,
  };
}

function addInterval(
  metric: MetricValue,
  examples: number,
  distribution: Float64Array | undefined,
): MetricValue {
  if (metric.value === null) return metric;
  if (metric.metric === 'accuracy') {
    const hits = Math.round(metric.value * examples);
    return { ...metric, interval: wilsonInterval(hits, examples, REPORT_CONFIDENCE) };
  }
  // A model without a fault on these examples is perfect on every resample of them, too. That says nothing about the
  // examples that were not drawn, so an interval without width would claim what is not known.
  if (distribution === undefined || distribution[0] === distribution.at(-1)) return metric;
  return { ...metric, interval: percentileInterval(distribution, REPORT_CONFIDENCE) };
}

/**
 * Resamples for a whole evaluation: `sliceLists` lists of columns, each of which cuts all examples into slices and so
 * costs as much as all examples do.
 */
export function planResamples(
  candidate: Predictions,
  baseline: Predictions | null,
  sliceLists: number,
): number {
  const models = baseline === null ? 1 : 2;
  return affordableResamples(visitsOf(candidate) * models * (1 + sliceLists));
}
