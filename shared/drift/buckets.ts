import { shorten, visible } from '../report/index.ts';
import type { ColumnDrift } from './drift-report.ts';
import type { NumberSample, ValueCounts } from './samples.ts';

type Bucket = ColumnDrift['buckets'][number];

/** Intervals of a numeric column, and single values of a categorical one before the rest is put together. */
const MOST_BUCKETS = 10;
/** How much of the reference rounding the edges may move from one bar to another, all bars together. */
const MOST_MOVED = 0.02;
/** Longest label, in characters: it stands below a bar. */
const LONGEST_LABEL = 40;

/**
 * Shares of the examples in tenths of the reference: edges are its deciles, so that each bar of the reference is about
 * one tenth, as far as equal values allow, and an outlier can't squeeze all others into one bar. The first and the last
 * interval are open.
 */
export function numberBuckets(reference: NumberSample, current: NumberSample): Bucket[] {
  const source = reference.values.length > 0 ? reference.values : current.values;
  const edges = readableDeciles(source);
  const referenceCounts = countByEdge(reference.values, edges);
  const currentCounts = countByEdge(current.values, edges);
  const referenceRows = reference.values.length + reference.missing;
  const currentRows = current.values.length + current.missing;
  const buckets = referenceCounts.map((count, index) => ({
    label: intervalLabel(edges[index - 1], edges[index]),
    reference: share(count, referenceRows),
    current: share(currentCounts[index] ?? 0, currentRows),
  }));
  if (source.length === 0) buckets.length = 0;
  if (reference.missing + current.missing > 0) {
    buckets.push({
      label: 'missing',
      reference: share(reference.missing, referenceRows),
      current: share(current.missing, currentRows),
    });
  }
  return buckets;
}

/** Shares of the most frequent values, of all others together, and of missing ones. */
export function valueBuckets(counts: ValueCounts): Bucket[] {
  let rows: readonly [number, number] = [0, 0];
  for (const [r, c] of counts.values()) rows = [rows[0] + r, rows[1] + c];
  const bucket = (label: string, [r, c]: readonly [number, number]): Bucket => ({
    label,
    reference: share(r, rows[0]),
    current: share(c, rows[1]),
  });
  const weight = ([r, c]: readonly [number, number]) => share(r, rows[0]) + share(c, rows[1]);
  const values = [...counts]
    .filter((entry): entry is [string, [number, number]] => entry[0] !== null)
    .sort((a, b) => weight(b[1]) - weight(a[1]) || (a[0] < b[0] ? -1 : 1));
  const shown = values.length > MOST_BUCKETS + 1 ? values.slice(0, MOST_BUCKETS) : values;
  const rest = values.slice(shown.length);
  const buckets = shown.map(([value, count]) => bucket(quoteValue(value), count));
  if (rest.length > 0) {
    const together = rest.reduce<[number, number]>(
      (sum, [, [r, c]]) => [sum[0] + r, sum[1] + c],
      [0, 0],
    );
    buckets.push(bucket(`${rest.length} other values`, together));
  }
  const missing = counts.get(null);
  if (missing !== undefined) buckets.push(bucket('missing', missing));
  return buckets;
}

/** A value as plain text for a label or a sentence: visible, on one line, not long. */
export function quoteValue(value: string): string {
  return value.trim() === '' ? `"${value.slice(0, 3)}"` : shorten(visible(value), LONGEST_LABEL);
}

/** The inner deciles, with as few digits as keep them apart and the bars as high as they are; equal ones count once. */
function readableDeciles(sorted: Float64Array): number[] {
  const deciles = new Set<number>();
  for (let tenth = 1; tenth < MOST_BUCKETS; tenth++) {
    deciles.add(sorted[Math.floor((tenth * sorted.length) / MOST_BUCKETS)] ?? Number.NaN);
  }
  deciles.delete(Number.NaN);
  const exact = [...deciles];
  const counts = countByEdge(sorted, exact);
  for (let digits = 3; digits < 17; digits++) {
    const rounded = exact.map((value) => Number(value.toPrecision(digits)));
    if (new Set(rounded).size < exact.length || !rounded.every(Number.isFinite)) continue;
    const moved = countByEdge(sorted, rounded).reduce(
      (sum, count, bar) => sum + Math.abs(count - (counts[bar] ?? 0)) / 2,
      0,
    );
    if (moved <= MOST_MOVED * sorted.length) return rounded;
  }
  return exact;
}

/** `edges.length + 1` counts: below the first edge, from each edge to the next, from the last edge on. */
function countByEdge(sorted: Float64Array, edges: readonly number[]): number[] {
  const counts: number[] = [];
  let from = 0;
  for (const edge of edges) {
    const start = from;
    while (from < sorted.length && (sorted[from] as number) < edge) from++;
    counts.push(from - start);
  }
  counts.push(sorted.length - from);
  return counts;
}

function intervalLabel(low: number | undefined, high: number | undefined): string {
  const text = (value: number) => String(value).replace(/^-/, '−');
  if (low === undefined) return high === undefined ? 'all values' : `< ${text(high)}`;
  return high === undefined ? `≥ ${text(low)}` : `${text(low)} … ${text(high)}`;
}

function share(count: number, rows: number): number {
  return rows === 0 ? 0 : count / rows;
}
