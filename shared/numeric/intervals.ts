import { normalQuantile } from './special-functions.ts';

/** A closed interval, `[low, high]`. */
export type Interval = readonly [low: number, high: number];

/**
 * Wilson's score interval for a proportion, without continuity correction (Wilson 1927, J. Am. Stat. Assoc. 22, 209–212).
 * Unlike p ± z·√(p(1−p)/n) it keeps its coverage near 0 and 1 and in small samples. `confidence` is in (0, 1).
 */
export function wilsonInterval(successes: number, total: number, confidence: number): Interval {
  if (!(total > 0 && successes >= 0 && successes <= total)) {
    throw new RangeError(`${successes} of ${total} is no proportion`);
  }
  const z = twoSidedQuantile(confidence);
  const share = successes / total;
  const centre = share + (z * z) / (2 * total);
  const reach = z * Math.sqrt((share * (1 - share) + (z * z) / (4 * total)) / total);
  const scale = 1 + (z * z) / total;
  // At the ends the formula gives 0 and 1 but for rounding.
  return [
    successes === 0 ? 0 : (centre - reach) / scale,
    successes === total ? 1 : (centre + reach) / scale,
  ];
}

/** The z that a standard normal variable stays within, on both sides, with probability `confidence`. */
export function twoSidedQuantile(confidence: number): number {
  return normalQuantile((1 + confidence) / 2);
}

/**
 * Percentile interval of a bootstrap distribution (Efron 1979): the middle `confidence` of `sorted`, which is ascending
 * and not empty.
 */
export function percentileInterval(sorted: Float64Array, confidence: number): Interval {
  return [
    quantileOfSorted(sorted, (1 - confidence) / 2),
    quantileOfSorted(sorted, (1 + confidence) / 2),
  ];
}

/** The `q`-quantile, 0 ≤ q ≤ 1, by linear interpolation between order statistics (NumPy's default). */
export function quantileOfSorted(sorted: Float64Array, q: number): number {
  if (sorted.length === 0) throw new RangeError('no numbers have no quantile');
  const place = q * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (high - low) * (place - below);
}
