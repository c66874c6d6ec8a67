import { distributionOf, type NumericColumn, quantileOf, type Table } from '../data/index.ts';
import { constant, type DroppedColumn, noValue } from './dropped.ts';
import { refuseInfinite } from './fit-number.ts';
import { tooLarge } from './labels.ts';
import type { BucketsTransform } from './transform.ts';

/**
 * Boundaries at the quantiles 1/n … (n − 1)/n of the present training values (NumPy's default, type 7). One that no
 * training value parts from the boundary before it is left out, so that no bucket is empty in training; there are then
 * fewer than `buckets`. Throws a `UserError` with the first places for an infinite value, and for numbers beyond single
 * precision.
 */
export function fitBuckets(
  table: Table,
  rows: Int32Array,
  column: NumericColumn,
  offset: number,
  buckets: number,
): BucketsTransform | DroppedColumn {
  const { name } = column;
  const values = Float64Array.from(rows, (row) => column.values[row] as number);
  refuseInfinite(table, rows, name, values);
  const distribution = distributionOf(
    values.filter((value) => !Number.isNaN(value)),
    null,
  );
  const [smallest] = distribution.values;
  if (smallest === undefined) return noValue(name);
  if (distribution.values.length === 1 && distribution.total === rows.length) {
    return constant(name, String(smallest));
  }
  const { values: sorted } = distribution;
  const boundaries: number[] = [];
  /** How many of the different values lie below the last boundary. */
  let below = 0;
  for (let bucket = 1; bucket < buckets; bucket++) {
    const boundary = quantileOf(distribution, bucket / buckets);
    const start = below;
    while (Math.fround(sorted[below] as number) < Math.fround(boundary)) below++;
    if (below > start) boundaries.push(boundary);
  }
  if (!Number.isFinite(Math.fround(boundaries.at(-1) ?? 0) - Math.fround(smallest))) {
    throw tooLarge(table, name);
  }
  if (boundaries.length === 0) {
    return {
      column: name,
      reason: `its quantiles in the training split are all ${smallest}, which gives one bucket`,
    };
  }
  return {
    kind: 'quantile-buckets',
    column: name,
    offset,
    width: boundaries.length + 2,
    boundaries,
  };
}

/**
 * The bucket of a number: how many boundaries it has reached. Compared in single precision, as the exported file does,
 * so that a number at a boundary is on the same side everywhere.
 */
export function bucketOf(boundaries: Float32Array, value: number): number {
  const single = Math.fround(value);
  let low = 0;
  let high = boundaries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((boundaries[middle] as number) <= single) low = middle + 1;
    else high = middle;
  }
  return low;
}
