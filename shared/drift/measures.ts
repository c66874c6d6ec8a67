import { chiSquareSurvival, normalSurvival, testFisherExact } from '../numeric/index.ts';

/** Counts of one category in the two data sets. */
export type CategoryCount = readonly [reference: number, current: number];

/** Below this expected count the chi-square distribution is a poor picture of the statistic (Cochran 1954). */
const SMALLEST_EXPECTED_COUNT = 5;

/** One category may be as rare as this among several that are not (Cochran 1954). */
const SMALLEST_POOLED_COUNT = 1;

export interface TestResult {
  readonly statistic: number;
  /** Two-sided. */
  readonly pValue: number;
  /** True when the p-value comes from Fisher's exact test, as counts are too small for the statistic's distribution. */
  readonly exact: boolean;
}

export interface ChiSquareResult extends TestResult {
  readonly degrees: number;
}

/**
 * Pearson's test of homogeneity: Σ (observed − expected)² / expected over both rows, without continuity correction.
 * Categories that neither data set holds don't count; one category alone gives p = 1.
 */
export function testChiSquare(counts: readonly CategoryCount[]): ChiSquareResult {
  const sizes = totals(counts);
  const all = sizes[0] + sizes[1];
  const held = counts.filter(([r, c]) => r + c > 0);
  const [first] = held;
  if (first === undefined || held.length < 2 || sizes[0] === 0 || sizes[1] === 0) {
    return { statistic: 0, degrees: 0, pValue: 1, exact: false };
  }
  let statistic = 0;
  for (const [r, c] of held) {
    const expected = ((r + c) / all) * sizes[0];
    // Both cells of a category are off by the same amount.
    statistic += (r - expected) ** 2 / expected + (r - expected) ** 2 / (r + c - expected);
  }
  const degrees = held.length - 1;
  if (degrees === 1 && needsExactTest(first, sizes)) {
    return { statistic, degrees, pValue: exactPValue(first, sizes), exact: true };
  }
  return { statistic, degrees, pValue: chiSquareSurvival(statistic, degrees), exact: false };
}

/**
 * Puts the categories whose expected count in the smaller data set is below 5 together, and with them the next rarest
 * one where even that is below 1. Only the counts of both data sets together decide, so that the test stays fair.
 */
export function poolRareCategories(counts: readonly CategoryCount[]): {
  readonly counts: readonly CategoryCount[];
  /** The categories that were put into one, rarest first. */
  readonly rare: readonly CategoryCount[];
} {
  const sizes = totals(counts);
  const share = Math.min(...sizes) / (sizes[0] + sizes[1]);
  const expected = ([r, c]: CategoryCount) => (r + c) * share;
  const ascending = counts
    .filter(([r, c]) => r + c > 0)
    .sort((a, b) => a[0] + a[1] - (b[0] + b[1]));
  const common = ascending.findIndex((count) => expected(count) >= SMALLEST_EXPECTED_COUNT);
  let pooled = common < 0 ? ascending.length : common;
  let rest = totals(ascending.slice(0, pooled));
  if (pooled > 0 && pooled < ascending.length - 1 && expected(rest) < SMALLEST_POOLED_COUNT) {
    rest = totals(ascending.slice(0, ++pooled));
  }
  if (pooled < 2) return { counts: ascending, rare: [] };
  return { counts: [rest, ...ascending.slice(pooled)], rare: ascending.slice(0, pooled) };
}

/**
 * Whether a share is the same in both data sets, `hits` of `sizes`:
 * z = (share in current − share in reference) / √(p (1 − p) (1/n₁ + 1/n₂)) with the pooled share p.
 */
export function testTwoProportions(hits: CategoryCount, sizes: CategoryCount): TestResult {
  const pooled = (hits[0] + hits[1]) / (sizes[0] + sizes[1]);
  const variance = pooled * (1 - pooled) * (1 / sizes[0] + 1 / sizes[1]);
  if (!(variance > 0)) return { statistic: 0, pValue: 1, exact: false };
  const statistic = (hits[1] / sizes[1] - hits[0] / sizes[0]) / Math.sqrt(variance);
  if (needsExactTest(hits, sizes)) {
    return { statistic, pValue: exactPValue(hits, sizes), exact: true };
  }
  return { statistic, pValue: Math.min(1, 2 * normalSurvival(Math.abs(statistic))), exact: false };
}

/** Whether one of the four expected counts is below 5. */
function needsExactTest(hits: CategoryCount, sizes: CategoryCount): boolean {
  const total = hits[0] + hits[1];
  const rarer = Math.min(total, sizes[0] + sizes[1] - total);
  return (rarer * Math.min(...sizes)) / (sizes[0] + sizes[1]) < SMALLEST_EXPECTED_COUNT;
}

function exactPValue(hits: CategoryCount, sizes: CategoryCount): number {
  return testFisherExact(hits[0], sizes[0], hits[1], sizes[1]);
}

/**
 * √JSD with natural logarithms between two distributions given by counts: 0 (equal) … √ln 2 ≈ 0.833 (nothing in
 * common). As SciPy's `jensenshannon`.
 */
export function jensenShannonDistance(counts: readonly CategoryCount[]): number {
  const [reference, current] = totals(counts);
  let divergence = 0;
  for (const [r, c] of counts) {
    const p = r / reference;
    const q = c / current;
    const middle = (p + q) / 2;
    if (p > 0) divergence += (p * Math.log(p / middle)) / 2;
    if (q > 0) divergence += (q * Math.log(q / middle)) / 2;
  }
  // Rounding can leave equal distributions a hair below 0.
  return Math.sqrt(Math.max(0, divergence));
}

/**
 * ∫ |F − G| dx over the population standard deviation of the first sample: how far values moved on average, in units of
 * the reference's spread. Both sorted ascending, finite, not empty. Null when the reference doesn't vary.
 */
export function standardizedWasserstein(
  reference: Float64Array,
  current: Float64Array,
): number | null {
  // The measure has no unit, so that huge values are scaled down before their squares overflow.
  const scale = Math.max(largestSize(reference), largestSize(current));
  if (reference[0] === reference.at(-1)) return null;
  const deviation = populationDeviation(reference, scale);
  return deviation > 0 ? wassersteinDistance(reference, current, scale) / deviation : null;
}

/** ∫ |F − G| dx / `scale`, of samples sorted ascending. */
function wassersteinDistance(first: Float64Array, second: Float64Array, scale: number): number {
  let i = 0;
  let j = 0;
  let previous = Math.min(first[0] as number, second[0] as number) / scale;
  let distance = 0;
  while (i < first.length || j < second.length) {
    const a = i < first.length ? (first[i] as number) : Number.POSITIVE_INFINITY;
    const b = j < second.length ? (second[j] as number) : Number.POSITIVE_INFINITY;
    const next = Math.min(a, b) / scale;
    distance += Math.abs(i / first.length - j / second.length) * (next - previous);
    previous = next;
    if (a <= b) i++;
    else j++;
  }
  return distance;
}

/** Mean of finite values; 0 of none. Divides before it adds, so that no sum overflows. */
export function meanOf(values: Float64Array): number {
  const scale = largestSize(values);
  if (scale === 0) return 0;
  return (values.reduce((sum, value) => sum + value / scale, 0) / values.length) * scale;
}

/** √(Σ (x − mean)² / n) / `scale`. */
function populationDeviation(values: Float64Array, scale: number): number {
  const mean = values.reduce((sum, value) => sum + value / scale, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value / scale - mean) ** 2, 0);
  return Math.sqrt(squares / values.length);
}

/** The largest absolute value. */
function largestSize(values: Float64Array): number {
  return values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}

/** Rows of both data sets. */
export function totals(counts: readonly CategoryCount[]): CategoryCount {
  return counts.reduce<CategoryCount>((sum, [r, c]) => [sum[0] + r, sum[1] + c], [0, 0]);
}
