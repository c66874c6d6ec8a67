/** How much of a data set stands in one bucket, or at one point where both edges are equal. */
export interface Bucket {
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

/** Counts of one value, bucket or point in both data sets. */
export interface CountPair {
  readonly label: string;
  readonly current: number;
  readonly control: number;
}

/** What differs most, and by how much. */
export interface LargestDifference {
  readonly value: number;
  /** Left out where nothing differs. */
  readonly at?: string;
}

/**
 * L∞ of two distributions: the largest difference of the shares of one value, as TFDV's `LInftyDistance`. 0 … 1; null
 * where one of the two is empty.
 */
export function infinityNorm(pairs: readonly CountPair[]): LargestDifference | null {
  const [current, control] = totals(pairs);
  if (current === 0 || control === 0) return null;
  return largest(pairs, (pair) => Math.abs(pair.current / current - pair.control / control));
}

/**
 * The largest difference of the counts of one value over all counts of both, as TFDV's `NormalizedAbsoluteDifference`:
 * max |aᵢ − bᵢ| / (Σa + Σb). Unlike L∞ it grows when one data set is larger. 0 … 1; null where both are empty.
 */
export function normalizedAbsoluteDifference(
  pairs: readonly CountPair[],
): LargestDifference | null {
  const [current, control] = totals(pairs);
  if (current + control === 0) return null;
  return largest(pairs, (pair) => Math.abs(pair.current - pair.control) / (current + control));
}

/**
 * Jensen–Shannon divergence as TFDV has it: (KL(P ‖ M) + KL(Q ‖ M)) / 2 with M = (P + Q) / 2 and base-2 logarithms, not
 * rooted (SciPy's `jensenshannon(p, q, 2)` squared). 0 (equal) … 1 (nothing in common); null where one is empty.
 */
export function jensenShannonDivergence(pairs: readonly CountPair[]): number | null {
  const [current, control] = totals(pairs);
  if (current === 0 || control === 0) return null;
  let sum = 0;
  for (const pair of pairs) {
    const p = pair.current / current;
    const q = pair.control / control;
    const middle = (p + q) / 2;
    if (p > 0) sum += p * Math.log2(p / middle);
    if (q > 0) sum += q * Math.log2(q / middle);
  }
  // Rounding can leave equal distributions a hair below 0, and disjoint ones a hair above 1.
  return Math.min(1, Math.max(0, sum / 2));
}

/**
 * Two histograms over the union of their edges, as TFDV's `AlignHistograms`: within a bucket values are taken as evenly
 * spread; a bucket whose edges are equal is a point of its own.
 */
export function alignHistograms(
  current: readonly Bucket[],
  control: readonly Bucket[],
): CountPair[] {
  const all = [...current, ...control];
  const edges = [...new Set(all.flatMap(({ low, high }) => [low, high]))].sort((a, b) => a - b);
  const points = [...new Set(all.filter(isPoint).map(({ low }) => low))].sort((a, b) => a - b);
  const first = { points: new Map<number, number>(), spans: spread(current, edges) };
  const second = { points: new Map<number, number>(), spans: spread(control, edges) };
  for (const [buckets, sums] of [
    [current, first.points],
    [control, second.points],
  ] as const) {
    for (const bucket of buckets) {
      if (isPoint(bucket)) sums.set(bucket.low, (sums.get(bucket.low) ?? 0) + bucket.count);
    }
  }
  return [
    ...first.spans.map((count, index) => ({
      label: rangeText(edges[index] ?? 0, edges[index + 1] ?? 0),
      current: count,
      control: second.spans[index] ?? 0,
    })),
    ...points.map((point) => ({
      label: String(point),
      current: first.points.get(point) ?? 0,
      control: second.points.get(point) ?? 0,
    })),
  ];
}

/** Edges are computed: digits beyond the twelfth are noise of rounding (719.6360000000001), unless they tell edges apart. */
function rangeText(low: number, high: number): string {
  const [from, to] = [Number(low.toPrecision(12)), Number(high.toPrecision(12))];
  return from < to ? `${from} … ${to}` : `${low} … ${high}`;
}

function isPoint({ low, high }: Bucket): boolean {
  return low === high;
}

/** Counts between each edge and the next. */
function spread(buckets: readonly Bucket[], edges: readonly number[]): number[] {
  const place = new Map(edges.map((edge, index) => [edge, index]));
  const counts = edges.slice(1).map(() => 0);
  for (const { low, high, count } of buckets) {
    const from = place.get(low) ?? 0;
    const to = place.get(high) ?? 0;
    for (let index = from; index < to; index++) {
      // Halved, since the width of all numbers overflows.
      const part = ((edges[index + 1] ?? 0) / 2 - (edges[index] ?? 0) / 2) / (high / 2 - low / 2);
      counts[index] = (counts[index] ?? 0) + part * count;
    }
  }
  return counts;
}

/** Ten buckets of equal width from the smallest to the largest point, as a histogram of wider numbers has them. */
export function bucketsOfPoints(points: readonly Bucket[], buckets = 10): readonly Bucket[] {
  const min = points[0]?.low ?? 0;
  const max = points.at(-1)?.low ?? 0;
  if (min === max) return points;
  const width = (max - min) / buckets;
  const counts = Array.from({ length: buckets }, () => 0);
  for (const { low, count } of points) {
    const index = Math.min(buckets - 1, Math.floor(((low - min) / (max - min)) * buckets));
    counts[index] = (counts[index] ?? 0) + count;
  }
  return counts.map((count, index) => ({
    low: min + index * width,
    high: index === buckets - 1 ? max : min + (index + 1) * width,
    count,
  }));
}

function totals(pairs: readonly CountPair[]): [current: number, control: number] {
  return pairs.reduce<[number, number]>(
    ([current, control], pair) => [current + pair.current, control + pair.control],
    [0, 0],
  );
}

/** Of equal ones the first. */
function largest(
  pairs: readonly CountPair[],
  measure: (pair: CountPair) => number,
): LargestDifference {
  let found: LargestDifference = { value: 0 };
  for (const pair of pairs) {
    const value = measure(pair);
    if (value > found.value) found = { value, at: pair.label };
  }
  return found;
}
