import { compareCodePoints, MOST_COUNTED_TEXTS } from '../scan/index.ts';
import { type ColumnRules, type ComparatorRules, MEASURES, type Measure } from './data-schema.ts';
import {
  alignHistograms,
  type Bucket,
  bucketsOfPoints,
  type CountPair,
  infinityNorm,
  jensenShannonDivergence,
  normalizedAbsoluteDifference,
} from './distribution-difference.ts';
import type {
  ColumnComparison,
  ColumnStatistics,
  Comparison,
  ControlColumn,
  MeasuredDifference,
  NumericStatistics,
  StatisticsReport,
} from './reports.ts';

/** Statistics of the data that the data is compared with. */
export interface ControlStatistics {
  /** Data files, or the file that the statistics come from. */
  readonly files: readonly string[];
  readonly statistics: Pick<StatisticsReport, 'examples' | 'columns'>;
}

/** What there is to compare with. */
export type Controls = Readonly<Partial<Record<Comparison['with'], ControlStatistics>>>;

/** Which rule of a column speaks of which comparison. */
const COMPARATORS: Readonly<
  Record<Comparison['with'], 'drift-comparator' | 'skew-comparator' | null>
> = {
  reference: 'drift-comparator',
  serving: 'skew-comparator',
  'previous-version': null,
};

/** The thresholds that a column's rules set for a comparison. */
export function thresholdsOf(
  rules: ColumnRules | undefined,
  against: Comparison['with'],
): ComparatorRules {
  const comparator = COMPARATORS[against];
  return (comparator === null ? undefined : rules?.[comparator]) ?? {};
}

/**
 * Every figure of every column that can be compared; those with a threshold are judged. Only statistics are looked at, so
 * that committed ones do as well as data.
 */
export function compareStatistics(
  current: Pick<StatisticsReport, 'examples' | 'columns'>,
  { files, statistics: control }: ControlStatistics,
  against: Comparison['with'],
  rules: ReadonlyMap<string, ColumnRules>,
): Comparison {
  const known = new Map(control.columns.map((column) => [column.name, column]));
  const own = new Set(current.columns.map(({ name }) => name));
  return {
    with: against,
    files,
    examples: {
      current: current.examples,
      control: control.examples,
      ratio: control.examples === 0 ? null : current.examples / control.examples,
    },
    columns: [
      ...current.columns.map((column) =>
        compareColumn(
          column,
          known.get(column.name),
          thresholdsOf(rules.get(column.name), against),
        ),
      ),
      ...control.columns
        .filter(({ name }) => !own.has(name))
        .map(({ name }) => incomparable(name, 'the column is not in the data')),
    ],
  };
}

function compareColumn(
  current: ColumnStatistics,
  control: ColumnStatistics | undefined,
  thresholds: ComparatorRules,
): ColumnComparison {
  const { name } = current;
  if (control === undefined) return incomparable(name, 'the column is not in the other data');
  if (current.present === 0) return incomparable(name, 'the column has no values');
  if (control.present === 0)
    return incomparable(name, 'the column has no values in the other data');
  const numeric = current.numeric !== undefined && control.numeric !== undefined;
  if (!numeric && (current.numeric ?? control.numeric) !== undefined) {
    return incomparable(
      name,
      `the column is ${current.type} here and ${control.type} in the other data`,
    );
  }
  if (isIncomplete(current) || isIncomplete(control)) {
    if (!numeric) return incomparable(name, 'the column has too many different values');
  }
  const pairs = numeric
    ? pairNumbers(current.numeric as NumericStatistics, control.numeric as NumericStatistics)
    : pairValues(current, control);
  return {
    column: name,
    kind: numeric ? 'numeric' : 'categorical',
    control: controlOf(control),
    measures: MEASURES.flatMap((measure) => {
      // Buckets are no categories: L∞ of numbers would depend on where their edges are.
      if (measure === 'infinity-norm' && numeric) return [];
      return judge(measure, pairs, thresholds[measure]);
    }),
  };
}

function controlOf({ present, missing, numeric, top }: ColumnStatistics): ControlColumn {
  if (numeric === undefined) return { present, missing, top };
  const { mean, deviation, histogram } = numeric;
  return { present, missing, mean, deviation, histogram };
}

function incomparable(column: string, reason: string): ColumnComparison {
  return { column, kind: null, reason, measures: [] };
}

function judge(
  measure: Measure,
  pairs: readonly CountPair[],
  threshold: number | undefined,
): MeasuredDifference[] {
  const measured = measureDifference(measure, pairs);
  if (measured === null) return [];
  return [
    {
      measure,
      ...measured,
      ...(threshold === undefined ? {} : { threshold, exceeded: measured.value > threshold }),
    },
  ];
}

function measureDifference(
  measure: Measure,
  pairs: readonly CountPair[],
): { readonly value: number; readonly at?: string } | null {
  switch (measure) {
    case 'infinity-norm':
      return infinityNorm(pairs);
    case 'normalized-absolute-difference':
      return normalizedAbsoluteDifference(pairs);
    case 'jensen-shannon-divergence': {
      const value = jensenShannonDivergence(pairs);
      return value === null ? null : { value };
    }
  }
}

/**
 * Whole numbers with a bucket each are compared number by number; TFDV puts them into ten buckets first, in which two
 * data sets with other extremes look different where they are not. `nan` is a bucket of its own.
 */
function pairNumbers(current: NumericStatistics, control: NumericStatistics): CountPair[] {
  const bothPoints = isOfPoints(current.histogram) && isOfPoints(control.histogram);
  const buckets = ({ histogram }: NumericStatistics) =>
    isOfPoints(histogram) && !bothPoints ? bucketsOfPoints(histogram) : histogram;
  const pairs = alignHistograms(buckets(current), buckets(control));
  const [currentNan, controlNan] = [current.notANumber ?? 0, control.notANumber ?? 0];
  return currentNan + controlNan === 0
    ? pairs
    : [...pairs, { label: 'nan', current: currentNan, control: controlNan }];
}

function isOfPoints(histogram: readonly Bucket[]): boolean {
  return histogram.every(({ low, high }) => low === high);
}

/** A value that one of the two does not list counts 0 there, as in TFDV. */
function pairValues(current: ColumnStatistics, control: ColumnStatistics): CountPair[] {
  const own = countsOf(current);
  const other = countsOf(control);
  return [...new Set([...own.keys(), ...other.keys()])].sort(compareCodePoints).map((label) => ({
    label,
    current: own.get(label) ?? 0,
    control: other.get(label) ?? 0,
  }));
}

function countsOf({ frequencies, top, type }: ColumnStatistics): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { value, count } of frequencies ?? top) {
    // `True` and `true` are one value in one data set, under the text met first.
    const key = type === 'boolean' ? value.toLowerCase() : value;
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return counts;
}

/** Whether the column had too many values to be counted one by one: what is listed are frequent ones of a sample. */
function isIncomplete({ distinct, distinctError }: ColumnStatistics): boolean {
  return distinctError !== undefined || distinct > MOST_COUNTED_TEXTS;
}
