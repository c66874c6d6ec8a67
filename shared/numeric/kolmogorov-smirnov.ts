import { kolmogorovSurvival } from './special-functions.ts';

/**
 * Up to this product of the sample sizes the p-value is exact: about 0.1 s of work. Covers every case in which SciPy's
 * `ks_2samp` is exact by default (both samples up to 10,000) when one of them has at most 1,000 values.
 */
const EXACT_PATHS_LIMIT = 10_000_000;

export interface KolmogorovSmirnovResult {
  /** D, the largest distance between the two empirical distribution functions, 0 … 1. */
  readonly statistic: number;
  readonly pValue: number;
  readonly exact: boolean;
}

/**
 * Two-sided two-sample Kolmogorov–Smirnov test of samples sorted ascending, without NaN, neither empty.
 * As in SciPy, ties count as if there were none, which makes the p-value larger than it need be, never smaller.
 */
export function testKolmogorovSmirnov(
  first: Float64Array,
  second: Float64Array,
): KolmogorovSmirnovResult {
  const m = first.length;
  const n = second.length;
  if (m === 0 || n === 0) throw new RangeError('A Kolmogorov–Smirnov test needs two samples');
  const steps = largestGap(first, second);
  const statistic = steps / (m * n);
  if (m * n <= EXACT_PATHS_LIMIT)
    return { statistic, pValue: pathsOutside(m, n, steps), exact: true };
  const effective = Math.sqrt(m / (m + n)) * Math.sqrt(n);
  return { statistic, pValue: kolmogorovSurvival(effective * statistic), exact: false };
}

/** D · m · n, a whole number. */
function largestGap(first: Float64Array, second: Float64Array): number {
  const m = first.length;
  const n = second.length;
  let i = 0;
  let j = 0;
  let largest = 0;
  while (i < m && j < n) {
    const value = Math.min(first[i] as number, second[j] as number);
    while (i < m && (first[i] as number) <= value) i++;
    while (j < n && (second[j] as number) <= value) j++;
    largest = Math.max(largest, Math.abs(i * n - j * m));
  }
  return largest;
}

/**
 * The share of lattice paths from (0, 0) to (m, n) that reach |i·n − j·m| ≥ `steps`. All orders of the pooled sample
 * are equally likely, so the last step of a path to (i, j) comes from (i − 1, j) with probability i / (i + j). Only sums
 * of positive numbers: the far tail keeps its digits, down to the smallest number there is.
 */
function pathsOutside(m: number, n: number, steps: number): number {
  if (steps === 0) return 1;
  // outside[j] is the share for (i, j) below the cell at work, for (i − 1, j) from it on.
  const outside = new Float64Array(n + 1).fill(1);
  outside.fill(0, 0, Math.min(n, Math.ceil(steps / m) - 1) + 1);
  for (let i = 1; i <= m; i++) {
    // The cells strictly inside the band, |i·n − j·m| < steps; everything beside them is 1.
    const low = Math.max(0, Math.floor((i * n - steps) / m) + 1);
    const high = Math.min(n, Math.ceil((i * n + steps) / m) - 1);
    let below = 1;
    for (let j = low; j <= high; j++) {
      below = (i * (outside[j] as number) + j * below) / (i + j);
      outside[j] = below;
    }
  }
  return outside[n] as number;
}
