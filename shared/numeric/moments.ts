export interface Moments {
  readonly count: number;
  readonly mean: number;
  /** Population standard deviation (n, not n − 1). Exactly 0 when all values are equal. */
  readonly deviation: number;
  readonly min: number;
  readonly max: number;
}

/**
 * Moments of the numbers in `values`; NaN stands for a missing value and is left out. Without a value all fields but
 * `count` are NaN.
 *
 * Two passes with a correction for what the mean lost to rounding (Chan, Golub & LeVeque 1983, eq. 1.7): accurate where
 * the textbook formula Σx² − (Σx)²/n cancels, as for times in milliseconds. The result is not finite when squares of the
 * deviations overflow (values around 10¹⁵⁴ and above).
 */
export function computeMoments(values: Float64Array): Moments {
  let count = 0;
  let sum = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    count++;
    sum += value;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (count === 0) {
    return { count, mean: Number.NaN, deviation: Number.NaN, min: Number.NaN, max: Number.NaN };
  }
  // Rounding of the sum must not make equal values vary.
  if (min === max) return { count, mean: min, deviation: 0, min, max };
  const estimate = sum / count;
  let squares = 0;
  let rest = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    const difference = value - estimate;
    squares += difference * difference;
    rest += difference;
  }
  const variance = Math.max(0, squares - (rest * rest) / count) / count;
  return { count, mean: estimate + rest / count, deviation: Math.sqrt(variance), min, max };
}
