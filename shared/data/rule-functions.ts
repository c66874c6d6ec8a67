import type { ColumnStatistics } from './reports.ts';

/** What rules can ask of a column. */
export interface RuleColumn {
  readonly statistics: ColumnStatistics;
  /** Cells that hold the value; null where values were too many to be counted one by one. */
  countOf(value: string): number | null;
  /** Of the finite numbers, by linear interpolation; null where there are none. */
  quantile(q: number): number | null;
}

export interface RuleFunction {
  /** What stands between the brackets, the column's name first. */
  readonly argument: 'none' | 'text' | 'quantile';
  /** For the docs. */
  readonly says: string;
  /** Null where the column has no such figure. */
  readonly compute: (column: RuleColumn, argument: string | number) => number | null;
}

const simple = (
  says: string,
  compute: (statistics: ColumnStatistics) => number | null | undefined,
): RuleFunction => ({
  argument: 'none',
  says,
  compute: ({ statistics }) => compute(statistics) ?? null,
});

/** Of one column; its name is the first argument. */
export const RULE_FUNCTIONS: Readonly<Record<string, RuleFunction>> = {
  present: simple('cells that are not missing', ({ present }) => present),
  missing: simple('missing cells', ({ missing }) => missing),
  'missing-fraction': simple('share of missing cells, 0 to 1', ({ missing, present }) =>
    share(missing, missing + present),
  ),
  distinct: simple('different values', ({ distinct }) => distinct),
  'top-fraction': simple(
    'share of the most frequent value among present cells, 0 to 1',
    ({ top, present }) => (top[0] === undefined ? null : share(top[0].count, present)),
  ),
  min: simple('smallest number', ({ numeric }) => numeric?.min),
  max: simple('largest number', ({ numeric }) => numeric?.max),
  mean: simple('mean of the numbers', ({ numeric }) => numeric?.mean),
  deviation: simple('population standard deviation', ({ numeric }) => numeric?.deviation),
  zeros: simple('cells that are 0', ({ numeric }) => numeric?.zeros),
  nan: simple('cells that say nan', ({ numeric }) =>
    numeric === undefined ? null : (numeric.notANumber ?? 0),
  ),
  infinite: simple('infinite cells', ({ numeric }) =>
    numeric === undefined ? null : (numeric.infinite ?? 0),
  ),
  median: {
    argument: 'none',
    says: 'median of the numbers',
    compute: (column) => column.quantile(0.5),
  },
  quantile: {
    argument: 'quantile',
    says: 'quantile of the numbers, by linear interpolation: `quantile("age", 0.95)`',
    compute: (column, q) => column.quantile(Number(q)),
  },
  count: {
    argument: 'text',
    says: 'cells that hold a value: `count("sex", "MALE")`',
    compute: (column, value) => column.countOf(String(value)),
  },
  fraction: {
    argument: 'text',
    says: 'share of present cells that hold a value, 0 to 1: `fraction("sex", "MALE")`',
    compute: (column, value) => {
      const count = column.countOf(String(value));
      return count === null ? null : share(count, column.statistics.present);
    },
  },
  'min-length': simple('characters of the shortest text', ({ text }) => text?.minLength),
  'max-length': simple('characters of the longest text', ({ text }) => text?.maxLength),
  'mean-length': simple('mean number of characters', ({ text }) => text?.meanLength),
};

/** Of the whole data set, without brackets. */
export const RULE_CONSTANTS: Readonly<Record<string, string>> = {
  examples: 'rows',
  columns: 'columns',
};

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
