import type { Column } from '../data/index.ts';
import { testKolmogorovSmirnov } from '../numeric/index.ts';
import { formatQuantity } from '../report/index.ts';
import { numberBuckets, quoteValue, valueBuckets } from './buckets.ts';
import {
  type Measure,
  measureDates,
  measureMissing,
  measureValues,
  sizes,
  type TestedMeasure,
} from './category-drift.ts';
import type { ColumnDrift } from './drift-report.ts';
import { type CategoryCount, meanOf, standardizedWasserstein } from './measures.ts';
import {
  countDistinct,
  countValues,
  type NumberSample,
  numberSample,
  presentCount,
} from './samples.ts';

/** Up to this many rows of the reference a column is judged by a test, above it by a distance (as Evidently does). */
const LARGEST_TESTED_REFERENCE = 1000;
/** A numeric column with at most this many distinct values is compared like a categorical one. */
const MOST_CATEGORICAL_NUMBERS = 5;

/** How one column differs, before the columns are judged together. */
export interface ColumnMeasurement
  extends Omit<ColumnDrift, 'pValue' | 'adjustedPValue' | 'threshold' | 'drifted' | 'reason'> {
  /**
   * Of the column's test. Where a distance decides, of the test that tells whether a difference of this size comes by
   * chance in samples of these sizes. Null where no test applies: the type has changed, or nothing can be compared.
   */
  readonly pValue: number | null;
  /** `nothing`: the values can't be compared. */
  readonly decidedBy: 'test' | 'distance' | 'type' | 'nothing';
  readonly reason?: string;
}

/** Both columns have the same name; each has at least one row. `holdsDates`: the model reads their texts as dates. */
export function measureColumn(
  reference: Column,
  current: Column,
  { holdsDates = false } = {},
): ColumnMeasurement {
  const rows: CategoryCount = [rowsOf(reference), rowsOf(current)];
  const present: CategoryCount = [presentCount(reference), presentCount(current)];
  const shared = {
    column: reference.name,
    kind: (present[0] > 0 ? reference : current).kind,
    referencePresent: present[0],
    currentPresent: present[1],
    referenceMissing: rows[0] - present[0],
    currentMissing: rows[1] - present[1],
  };
  const byTest = rows[0] <= LARGEST_TESTED_REFERENCE;
  const decidedBy = byTest ? ('test' as const) : ('distance' as const);
  if (present[0] > 0 && present[1] > 0 && reference.kind === 'numeric') {
    if (current.kind === 'categorical')
      return { ...shared, ...changedType(current, rows, present) };
  }
  if (shared.kind === 'numeric') {
    const samples = [numberSample(reference), numberSample(current)] as const;
    const pictures = { buckets: numberBuckets(...samples), ...meansOf(samples) };
    if (present[0] === 0 || present[1] === 0) {
      return { ...shared, ...pictures, decidedBy, ...measureMissing(rows, present, byTest) };
    }
    const limit = MOST_CATEGORICAL_NUMBERS + 1;
    if (countDistinct(samples, limit) === limit) {
      const measure = byTest ? testNumbers(samples) : numberDistance(samples);
      if (measure !== null) {
        const strongest = withMissing(measure, rows, present, byTest);
        return { ...shared, ...pictures, decidedBy, ...strongest };
      }
    }
    const counts = countValues(reference, current);
    return {
      ...shared,
      ...meansOf(samples),
      buckets: valueBuckets(counts),
      ...decide(measureValues(counts, rows, byTest), byTest),
    };
  }
  const counts = countValues(reference, current);
  return {
    ...shared,
    buckets: valueBuckets(counts),
    ...decide((holdsDates ? measureDates : measureValues)(counts, rows, byTest), byTest),
  };
}

function decide(measure: Measure, byTest: boolean): Measure & Pick<ColumnMeasurement, 'decidedBy'> {
  if (measure.pValue === null) return { ...measure, decidedBy: 'nothing' };
  return { ...measure, decidedBy: byTest ? 'test' : 'distance' };
}

function testNumbers([reference, current]: readonly [NumberSample, NumberSample]): TestedMeasure {
  const { statistic, pValue, exact } = testKolmogorovSmirnov(reference.values, current.values);
  return {
    method: 'kolmogorov-smirnov',
    statistic,
    pValue,
    formula: `D = max |F_reference − F_current| of the values present, ${sizes([reference.values.length, current.values.length])}; two-sided p-value, ${exact ? 'exact but for ties, which make it too large, never too small' : 'by the Kolmogorov distribution of D √(n₁ n₂ / (n₁ + n₂))'}`,
  };
}

/** Null when the reference doesn't vary: there is no spread to measure in. */
function numberDistance([reference, current]: readonly [
  NumberSample,
  NumberSample,
]): TestedMeasure | null {
  const statistic = standardizedWasserstein(reference.values, current.values);
  if (statistic === null) return null;
  return {
    method: 'wasserstein',
    statistic,
    pValue: testKolmogorovSmirnov(reference.values, current.values).pValue,
    formula: `W₁ / σ = ∫ |F_reference − F_current| dx over the standard deviation (n, not n − 1) of the reference, values present, ${sizes([reference.values.length, current.values.length])}`,
  };
}

/**
 * A numeric column may drift in its values or in how often it has one. Where anything is missing both are measured and
 * the stronger one stands for the column; two chances of a false alarm are paid for by doubling the p-value.
 */
function withMissing(
  values: TestedMeasure,
  rows: CategoryCount,
  present: CategoryCount,
  byTest: boolean,
): TestedMeasure {
  if (rows[0] === present[0] && rows[1] === present[1]) return values;
  const missing = measureMissing(rows, present, byTest);
  const stronger = byTest ? missing.pValue < values.pValue : missing.statistic > values.statistic;
  const [shown, other] = stronger ? [missing, values] : [values, missing];
  const others = stronger ? 'the values present' : 'the share of missing values';
  return {
    ...shown,
    pValue: Math.min(1, 2 * shown.pValue),
    formula: byTest
      ? `${shown.formula}; doubled, being the smaller one of two: that of ${others} is p = ${formatQuantity(other.pValue, 3)}`
      : `${shown.formula}; ${others} gave ${formatQuantity(other.statistic, 3)} (${other.method})`,
  };
}

/** Numbers became text: no measure compares them. */
function changedType(
  current: Column & { readonly kind: 'categorical' },
  rows: CategoryCount,
  present: CategoryCount,
): Omit<
  ColumnMeasurement,
  'column' | 'kind' | `${'reference' | 'current'}${'Present' | 'Missing'}`
> {
  const text = current.vocabulary.find((value) => !Number.isFinite(Number(value))) ?? '';
  const shares: readonly [string, CategoryCount][] = [
    ['numbers', [present[0], 0]],
    ['text', [0, present[1]]],
    ['missing', [rows[0] - present[0], rows[1] - present[1]]],
  ];
  return {
    method: 'jensen-shannon',
    statistic: Math.sqrt(Math.log(2)),
    pValue: null,
    decidedBy: 'type',
    formula: '√JSD = √ln 2, as numbers and text have nothing in common',
    reason: `All values of the reference are numbers, and the current data holds text, such as ${quoteValue(text)}`,
    buckets: shares.map(([label, [r, c]]) => ({
      label,
      reference: r / rows[0],
      current: c / rows[1],
    })),
  };
}

function meansOf([reference, current]: readonly [NumberSample, NumberSample]): Pick<
  ColumnDrift,
  'means'
> {
  if (reference.values.length === 0 || current.values.length === 0) return {};
  return { means: { reference: meanOf(reference.values), current: meanOf(current.values) } };
}

function rowsOf(column: Column): number {
  return column.kind === 'numeric' ? column.values.length : column.codes.length;
}
