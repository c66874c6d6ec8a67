import type { MetricName } from '../config/index.ts';
import type { Table } from '../data/index.ts';
import { UserError } from '../errors/index.ts';
import { percentileInterval } from '../numeric/index.ts';
import { formatCount } from '../report/index.ts';
import { affordableResamples, FEWEST_EXAMPLES, visitsOf } from './bootstrap.ts';
import { measureModels, REPORT_CONFIDENCE } from './measurement.ts';
import type { Predictions } from './predictions.ts';
import { distinctLists, findMissingColumns, findSlices, type Slice } from './slices.ts';

/** A metric of two models on the same examples. */
export interface MetricChange {
  readonly metric: MetricName;
  readonly before: number;
  readonly after: number;
  /** 95 % interval of after − before; lacks where too few examples or resamples define it. */
  readonly interval?: readonly [low: number, high: number];
}

/** Which examples are compared with which resamples: the same for every pair of models. */
export interface ComparisonPlan {
  /** Each list of columns cut into its slices, in the order of the configuration. */
  readonly slices: readonly Slice[];
  readonly resamples: number;
  readonly seed: number;
}

export interface ComparisonPlanRequest {
  readonly table: Table;
  /** `rows[i]` is the row of the `i`-th prediction. */
  readonly rows: Int32Array;
  /** Lists of columns, as `evaluation.slices`. */
  readonly sliceColumns: readonly (readonly string[])[];
  /** Of one of the models: the effort depends on the number of examples and classes. */
  readonly predictions: Predictions;
  /** How many models will be compared with the same one. */
  readonly models: number;
  readonly seed: number;
  /** The configuration's file, for messages. */
  readonly configurationFile: string;
}

/** Throws a `UserError` with every slice column that the data lacks. */
export function planComparison(request: ComparisonPlanRequest): ComparisonPlan {
  const { table, rows, sliceColumns, predictions, models, seed, configurationFile } = request;
  const problems = findMissingColumns(table, [...new Set(sliceColumns.flat())], {
    file: configurationFile,
  });
  if (problems.length > 0) throw new UserError(problems);
  const lists = distinctLists(sliceColumns);
  const visits = visitsOf(predictions) * 2 * models * (1 + lists.length);
  return {
    slices: lists.flatMap((columns) => findSlices(table, rows, columns)),
    resamples: affordableResamples(visits),
    seed,
  };
}

/**
 * How the metrics change when `after` takes the place of `before`, over the examples at `slice.places` (left out: all).
 * Both are measured on the same resamples, as `evaluate` does it with a baseline; metrics without a value for one of them
 * are left out.
 */
export function compareMetrics(
  before: Predictions,
  after: Predictions,
  { resamples, seed }: ComparisonPlan,
  slice?: Slice,
): MetricChange[] {
  const stream = slice === undefined ? '' : JSON.stringify(slice.slice);
  const options = { resamples, seed, stream };
  const measured = measureModels(after, before, slice?.places, options);
  return measured.metrics.flatMap(({ metric, value }, index) => {
    const old = measured.baseline?.[index]?.value ?? null;
    if (value === null || old === null) return [];
    const distribution = measured.changes.get(metric);
    const change = { metric, before: old, after: value };
    return distribution === undefined
      ? [change]
      : [{ ...change, interval: percentileInterval(distribution, REPORT_CONFIDENCE) }];
  });
}

/** How the intervals were made, for a report. */
export function describeComparison({ resamples, seed }: ComparisonPlan): string {
  return `95 % intervals of a change: the same resamples for both (paired bootstrap), percentiles, ${formatCount(resamples)} resamples, seed ${seed}, from ${FEWEST_EXAMPLES} examples on.`;
}
