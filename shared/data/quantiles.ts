/**
 * Quantile `q` (0 … 1) of ascending numbers, at least one, by linear interpolation between the two nearest: NumPy's
 * default, type 7 of Hyndman and Fan (1996).
 */
export function quantile(sorted: Float64Array, q: number): number {
  const place = q * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
  const share = place - below;
  const step = high - low;
  // The difference of two doubles may be infinite.
  return Number.isFinite(step) ? low + step * share : low * (1 - share) + high * share;
}

export interface Bucket {
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

/**
 * Buckets of equal width from the smallest to the largest of ascending numbers; each holds its lower edge, the last one
 * its upper edge, too. One bucket when all numbers are equal.
 */
export function equalWidthHistogram(sorted: Float64Array, bucketCount: number): Bucket[] {
  const min = sorted[0];
  const max = sorted.at(-1);
  if (min === undefined || max === undefined) return [];
  if (min === max) return [{ low: min, high: max, count: sorted.length }];
  const step = (max - min) / bucketCount;
  const edge = (index: number) => {
    if (index === bucketCount) return max;
    // The difference of two doubles may be infinite.
    if (Number.isFinite(step)) return min + index * step;
    return min * (1 - index / bucketCount) + max * (index / bucketCount);
  };
  const buckets: Bucket[] = [];
  let from = 0;
  for (let index = 0; index < bucketCount; index++) {
    const high = edge(index + 1);
    let to = from;
    if (index === bucketCount - 1) to = sorted.length;
    else while (to < sorted.length && (sorted[to] ?? 0) < high) to++;
    buckets.push({ low: edge(index), high, count: to - from });
    from = to;
  }
  return buckets;
}

/** A bucket for each whole number from the smallest to the largest of ascending ones: both its edges are that number. */
export function wholeNumberHistogram(sorted: Float64Array): Bucket[] {
  const min = sorted[0] ?? 0;
  const counts = new Array<number>((sorted.at(-1) ?? min) - min + 1).fill(0);
  for (const value of sorted) counts[value - min] = (counts[value - min] ?? 0) + 1;
  return counts.map((count, index) => ({ low: min + index, high: min + index, count }));
}
