import { type SparseHomogeneity, testSparseHomogeneity } from '../numeric/index.ts';
import { countOf, formatCount, formatPercent, formatQuantity } from '../report/index.ts';
import { quoteValue } from './buckets.ts';
import type { DriftMethod } from './drift-report.ts';
import {
  type CategoryCount,
  type ChiSquareResult,
  jensenShannonDistance,
  poolRareCategories,
  testChiSquare,
  testTwoProportions,
  totals,
} from './measures.ts';
import type { ValueCounts } from './samples.ts';

/** Rare values that all together hold less of the rows than this are only compared as one category. */
const SMALLEST_RARE_SHARE = 0.05;
/** From this share of present cells with a value of their own, in each data set and in both together, values are names. */
const IDENTIFIER_SHARE = 0.9;

export interface Measure {
  readonly method: DriftMethod;
  readonly statistic: number;
  /** Null where the values can't be compared. */
  readonly pValue: number | null;
  readonly formula: string;
  readonly reason?: string;
}

export interface TestedMeasure extends Measure {
  readonly pValue: number;
}

/** Categories, missing being one of them. */
export function measureValues(counts: ValueCounts, rows: CategoryCount, byTest: boolean): Measure {
  if (isIdentifier(counts)) return measureIdentifier(counts, rows, byTest);
  const values = [...counts.values()];
  if (byTest && values.length <= 2) return testShare(counts, rows);
  const test = testCategories(values, rows);
  if (test === null) return measureIdentifier(counts, rows, byTest);
  const missing = counts.has(null) ? ', missing being one of them' : '';
  const among = `${countOf(values.length, 'value')}${missing}`;
  if (byTest) {
    return { ...test, method: 'chi-square', formula: test.formula(among) };
  }
  return {
    method: 'jensen-shannon',
    statistic: jensenShannonDistance(values),
    pValue: test.pValue,
    formula: `${jensenShannonOf(`shares of ${among}`)}, ${sizes(rows)}`,
  };
}

function testShare(counts: ValueCounts, rows: CategoryCount): TestedMeasure {
  const [value, hits] = [...counts].at(-1) ?? [null, [0, 0] as const];
  const name = value === null ? 'missing values' : quoteValue(value);
  const { statistic, pValue, exact } = testTwoProportions(hits, rows);
  return {
    statistic,
    pValue,
    method: 'two-proportion-z',
    formula: `z = (p_current − p_reference) / √(p (1 − p) (1/n₁ + 1/n₂)), p the share of ${name}, ${sizes(rows)}; ${pValueSource(exact)}`,
  };
}

interface CategoryTest {
  readonly statistic: number;
  readonly pValue: number;
  readonly formula: (among: string) => string;
}

/**
 * Two looks at one table: how often each common value stands there, the rare ones being put together, and how the rare
 * ones are spread among themselves. Each is blind to what the other sees. The stronger one stands for the column; two
 * chances of a false alarm are paid for by doubling the p-value. Null where neither can tell two data sets apart.
 */
function testCategories(
  values: readonly CategoryCount[],
  rows: CategoryCount,
): CategoryTest | null {
  const { counts: pooled, rare } = poolRareCategories(values);
  const [rareReference, rareCurrent] = totals(rare);
  const enough = rareReference + rareCurrent >= SMALLEST_RARE_SHARE * (rows[0] + rows[1]);
  const spread = enough ? testSparseHomogeneity(rare) : null;
  const common = testChiSquare(pooled);
  const commonTest: CategoryTest = {
    statistic: common.statistic,
    pValue: common.pValue,
    formula: (among) => commonFormula(common, among, rare.length, rows),
  };
  // One value that fills both data sets is the same in both.
  if (spread === null) return common.degrees > 0 || values.length < 2 ? commonTest : null;
  const rareTest: CategoryTest = {
    statistic: testChiSquare(rare).statistic,
    pValue: spread.pValue,
    formula: (among) => rareFormula(spread, among, rare),
  };
  if (common.degrees === 0) return rareTest;
  const rareIsStronger = spread.pValue < common.pValue;
  const [shown, other] = rareIsStronger ? [rareTest, commonTest] : [commonTest, rareTest];
  const others = rareIsStronger ? 'the common values' : 'the rare values among themselves';
  return {
    statistic: shown.statistic,
    pValue: Math.min(1, 2 * shown.pValue),
    formula: (among) =>
      `${shown.formula(among)}; doubled, being the smaller one of two: that of ${others} is p = ${formatQuantity(other.pValue, 3)}`,
  };
}

function commonFormula(
  { degrees, exact }: ChiSquareResult,
  among: string,
  rare: number,
  rows: CategoryCount,
): string {
  const together =
    rare === 0
      ? ''
      : `, the ${formatCount(rare)} rarest put together, as their expected counts are below 5`;
  return `χ² = Σ (observed − expected)² / expected over ${among}${together}; ${countOf(degrees, 'degree')} of freedom, ${sizes(rows)}${exact ? `; ${pValueSource(true)}` : ''}`;
}

function rareFormula(
  { source }: SparseHomogeneity,
  among: string,
  rare: readonly CategoryCount[],
): string {
  const origin =
    source.kind === 'permutations'
      ? `p-value by ${formatCount(source.permutations)} seeded permutations of the rows`
      : `p-value at most 1 / (1 + z²), z = ${formatQuantity(source.deviations)} standard deviations above the exact mean of random splits (Cantelli)`;
  return `χ² = Σ (observed − expected)² / expected over the ${formatCount(rare.length)} rarest of ${among}, among themselves, as their expected counts are below 5, in ${sizes(totals(rare))}; ${origin}`;
}

/** Whether nearly every cell has a value of its own, in each data set and in both together. */
function isIdentifier(counts: ValueCounts): boolean {
  const distinct = [0, 0, 0];
  const cells = [0, 0, 0];
  for (const [value, [reference, current]] of counts) {
    if (value === null) continue;
    [reference, current, reference + current].forEach((count, place) => {
      if (count > 0) distinct[place] = (distinct[place] ?? 0) + 1;
      cells[place] = (cells[place] ?? 0) + count;
    });
  }
  return distinct.every((count, place) => {
    const present = cells[place] ?? 0;
    return present > 0 && count >= IDENTIFIER_SHARE * present;
  });
}

/** Names of rows, such as order numbers, are new in every sample: only how often one is missing can be compared. */
function measureIdentifier(counts: ValueCounts, rows: CategoryCount, byTest: boolean): Measure {
  return measureIncomparable(counts, rows, byTest, {
    why: 'Nearly every row has a value of its own, as an identifier has',
    therefore: 'so that two samples always differ. Name such columns in data.ignore',
  });
}

/** Dates move on by themselves: those of this month are never those of the training, and that is no drift. */
export function measureDates(counts: ValueCounts, rows: CategoryCount, byTest: boolean): Measure {
  return measureIncomparable(counts, rows, byTest, {
    why: 'Dates move on with time',
    therefore:
      'so that later data always differs. Name the column in monitoring.columns to compare it all the same',
  });
}

/** Only whether values are missing can be compared. */
function measureIncomparable(
  counts: ValueCounts,
  rows: CategoryCount,
  byTest: boolean,
  { why, therefore }: { readonly why: string; readonly therefore: string },
): Measure {
  const [missingReference, missingCurrent] = counts.get(null) ?? [0, 0];
  const present: CategoryCount = [rows[0] - missingReference, rows[1] - missingCurrent];
  if (missingReference + missingCurrent > 0) {
    return {
      ...measureMissing(rows, present, byTest),
      reason: `${why}: only the share of missing values can be compared`,
    };
  }
  return {
    method: 'jensen-shannon',
    statistic: jensenShannonDistance([...counts.values()]),
    pValue: null,
    formula: `${jensenShannonOf(`shares of ${countOf(counts.size, 'value')}`)}, ${sizes(rows)}`,
    reason: `Not comparable: ${why.toLowerCase()}, ${therefore}`,
  };
}

/** Whether the share of missing values changed. */
export function measureMissing(
  rows: CategoryCount,
  present: CategoryCount,
  byTest: boolean,
): TestedMeasure {
  const missing: CategoryCount = [rows[0] - present[0], rows[1] - present[1]];
  const test = testTwoProportions(missing, rows);
  const shares = `missing: ${formatPercent(missing[0] / rows[0])} of ${formatCount(rows[0])} reference rows, ${formatPercent(missing[1] / rows[1])} of ${formatCount(rows[1])} current rows`;
  if (byTest) {
    return {
      statistic: test.statistic,
      pValue: test.pValue,
      method: 'two-proportion-z',
      formula: `z = (p_current − p_reference) / √(p (1 − p) (1/n₁ + 1/n₂)), p the share of missing values (${shares}); ${pValueSource(test.exact)}`,
    };
  }
  return {
    method: 'jensen-shannon',
    statistic: jensenShannonDistance([missing, present]),
    pValue: test.pValue,
    formula: `${jensenShannonOf('shares of missing values')} (${shares})`,
  };
}

function jensenShannonOf(what: string): string {
  return `√JSD with natural logarithms (0 … 0.833) between the ${what}`;
}

function pValueSource(exact: boolean): string {
  return exact
    ? "two-sided p-value of Fisher's exact test, as an expected count is below 5"
    : 'two-sided p-value';
}

export function sizes([reference, current]: CategoryCount): string {
  return `n₁ = ${formatCount(reference)} (reference), n₂ = ${formatCount(current)} (current)`;
}
