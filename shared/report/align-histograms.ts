import type { Bucket } from '../data/index.ts';

/** Buckets of a picture over two ranges: ten of each are spread over at most these. */
const BUCKETS = 12;

/** Counts of two histograms over the same buckets, and the range that these cover. */
export interface AlignedHistograms {
  readonly low: number;
  readonly high: number;
  readonly current: readonly number[];
  readonly reference: readonly number[];
}

/**
 * Two histograms in one picture. With equal edges they stay as they are; otherwise both are spread over buckets of equal
 * width from the lower end to the upper one, values taken as even within a bucket. A bucket of one whole number (equal
 * edges) reaches half a unit to both sides. Null when there is nothing to draw or an edge is no finite number.
 */
export function alignForPicture(
  current: readonly Bucket[],
  reference: readonly Bucket[],
): AlignedHistograms | null {
  const all = [...current, ...reference];
  const isSound = all.every(({ low, high }) => Number.isFinite(low) && Number.isFinite(high));
  if (!isSound || current.length === 0 || reference.length === 0) return null;
  const own = current.map(widen);
  const other = reference.map(widen);
  const low = Math.min(...own.map((bucket) => bucket.low), ...other.map((bucket) => bucket.low));
  const high = Math.max(...own.map((bucket) => bucket.high), ...other.map((bucket) => bucket.high));
  if (!(low < high)) return null;
  const isSame =
    own.length === other.length &&
    own.every(
      (bucket, index) => bucket.low === other[index]?.low && bucket.high === other[index]?.high,
    );
  return {
    low,
    high,
    current: isSame ? counts(own) : spread(own, low, high),
    reference: isSame ? counts(other) : spread(other, low, high),
  };
}

function widen({ low, high, count }: Bucket): Bucket {
  return low === high ? { low: low - 0.5, high: high + 0.5, count } : { low, high, count };
}

function counts(buckets: readonly Bucket[]): number[] {
  return buckets.map(({ count }) => count);
}

/** Places are halved, since the distance between the largest numbers overflows. */
function spread(buckets: readonly Bucket[], low: number, high: number): number[] {
  const sums = new Array<number>(BUCKETS).fill(0);
  const width = (high / 2 - low / 2) / BUCKETS;
  // Rounding can lead a hair beyond the ends.
  const place = (edge: number) => Math.min(BUCKETS, Math.max(0, (edge / 2 - low / 2) / width));
  for (const bucket of buckets) {
    const [from, to] = [place(bucket.low), place(bucket.high)];
    if (!(from < to)) {
      // Half a unit is nothing beside numbers this large: the bucket has no width.
      const index = Math.min(BUCKETS - 1, Math.floor(from));
      sums[index] = (sums[index] ?? 0) + bucket.count;
      continue;
    }
    for (let index = Math.floor(from); index < Math.min(BUCKETS, to); index++) {
      const inside = Math.min(to, index + 1) - Math.max(from, index);
      sums[index] = (sums[index] ?? 0) + (inside / (to - from)) * bucket.count;
    }
  }
  return sums;
}
