import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  type ColumnStatistics,
  examineData,
  type NumericStatistics,
  type StatisticsReport,
} from '../../../shared/data/index.ts';
import { memoryPorts } from '../../../shared/platform/index.ts';
import { dataConfiguration } from '../data-support.ts';
import { HARD_COLUMNS, hardCsv } from './hard-columns.ts';

/** What `make_tables.py` has written. */
interface ExpectedTable {
  readonly rows: number;
  readonly quantiles: readonly number[];
  readonly numbers: Readonly<Record<string, ExpectedNumbers>>;
  readonly texts: Readonly<Record<string, ExpectedTexts>>;
  readonly correlations: readonly {
    readonly columns: readonly [string, string];
    readonly pearson: number;
    readonly spearman: number;
  }[];
}

interface ExpectedNumbers {
  readonly present: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly deviation: number;
  readonly zeros: number;
  readonly quantiles: readonly number[];
  readonly histogram: readonly number[];
  readonly distinct: number;
}

interface ExpectedTexts {
  readonly present: number;
  readonly distinct: number;
  readonly top: readonly (readonly [string, number])[];
  readonly minLength: number;
  readonly maxLength: number;
  readonly meanLength: number;
}

function tableOf(rows: number): ExpectedTable {
  return JSON.parse(readFileSync(join(import.meta.dirname, `rows-${rows}.json`), 'utf8'));
}

const reports = new Map<number, Promise<StatisticsReport>>();

/** Of the whole table; read once. */
function reportOf(rows: number): Promise<StatisticsReport> {
  const known = reports.get(rows);
  if (known !== undefined) return known;
  const { files } = memoryPorts({ 'data.csv': hardCsv(rows) });
  const report = examineData(files, dataConfiguration({ label: 'category' }), null).then(
    ({ statistics }) => statistics,
  );
  reports.set(rows, report);
  return report;
}

function columnOf(report: StatisticsReport, name: string): ColumnStatistics {
  const column = report.columns.find((one) => one.name === name);
  if (column === undefined) throw new Error(`no column ${name}`);
  return column;
}

function numericOf(report: StatisticsReport, name: string): NumericStatistics {
  const { numeric } = columnOf(report, name);
  if (numeric === undefined) throw new Error(`no numbers in ${name}`);
  return numeric;
}

/** Equal to 1e-12 of the expected value. */
function expectClose(actual: number | undefined, expected: number, relative = 1e-12): void {
  const error = Math.abs((actual ?? Number.NaN) - expected);
  if (!(error <= relative * Math.abs(expected))) expect(actual).toBe(expected);
}

const numberNames = Object.keys(tableOf(5_000).numbers);
const textNames = Object.keys(tableOf(5_000).texts);

describe.each([5_000, 110_000])('%d rows: exact figures equal NumPy and pandas', (rows) => {
  const expected = tableOf(rows);
  let report: StatisticsReport;
  beforeAll(async () => {
    report = await reportOf(rows);
  });

  test('every column is in the table', () => {
    expect(report.examples).toBe(rows);
    const names = HARD_COLUMNS.map(({ name }) => name);
    expect([...numberNames, ...textNames].toSorted()).toEqual(names.toSorted());
  });

  test.each(numberNames)('%s', (name) => {
    const table = expected.numbers[name] as ExpectedNumbers;
    const numeric = numericOf(report, name);
    const { present, missing } = columnOf(report, name);
    expect([present, missing]).toEqual([table.present, rows - table.present]);
    expect([numeric.min, numeric.max]).toEqual([table.min, table.max]);
    expect(numeric.zeros).toBe(table.zeros);
    expectClose(numeric.mean, table.mean);
    expectClose(numeric.deviation, table.deviation);
  });

  test.each(textNames)('%s', (name) => {
    const table = expected.texts[name] as ExpectedTexts;
    const column = columnOf(report, name);
    expect([column.present, column.distinct]).toEqual([table.present, table.distinct]);
    expect(column.distinctError).toBeUndefined();
    expect(column.top.map(({ value, count }) => [value, count])).toEqual(table.top);
    if (column.type === 'string') {
      expect(column.text?.minLength).toBe(table.minLength);
      expect(column.text?.maxLength).toBe(table.maxLength);
      expectClose(column.text?.meanLength, table.meanLength);
    }
  });
});

describe('5,000 rows: what the sample gives is exact', () => {
  const expected = tableOf(5_000);
  let report: StatisticsReport;
  beforeAll(async () => {
    report = await reportOf(5_000);
  });

  test.each(numberNames)('quantiles of %s', (name) => {
    const { quantiles } = numericOf(report, name);
    expect(quantiles.map(({ q }) => q)).toEqual(expected.quantiles);
    for (const [index, { value }] of quantiles.entries()) {
      expectClose(value, expected.numbers[name]?.quantiles[index] ?? Number.NaN);
    }
    expect(columnOf(report, name).approximate).toBeUndefined();
  });

  // Whole numbers from n to n + 9 have a bucket each, and one value one bucket: NumPy has no such rule.
  test.each(numberNames.filter((name) => name !== 'constant'))('histogram of %s', (name) => {
    expect(numericOf(report, name).histogram.map(({ count }) => count)).toEqual(
      expected.numbers[name]?.histogram,
    );
  });

  test('correlations', () => {
    for (const { columns, pearson, spearman } of expected.correlations) {
      const found = report.correlations?.find(
        (one) => one.columns[0] === columns[0] && one.columns[1] === columns[1],
      );
      expectClose(found?.pearson, pearson, 1e-10);
      expectClose(found?.spearman, spearman, 1e-10);
    }
  });
});

describe('110,000 rows: sketches err no more than they state', () => {
  const ROWS = 110_000;
  const expected = tableOf(ROWS);
  let report: StatisticsReport;
  beforeAll(async () => {
    report = await reportOf(ROWS);
  });

  test.each(numberNames)('quantiles of %s', (name) => {
    const sorted = sortedNumbers(name, ROWS);
    const { approximate, missing } = columnOf(report, name);
    const error = approximate?.rankError ?? 0;
    // Fewer of the sampled rows have a value where cells are missing.
    expect(error).toBeLessThanOrEqual(missing === 0 ? 0.006 : 0.007);
    for (const { q, value } of numericOf(report, name).quantiles) {
      // The share of numbers below the quantile, and of those not above it: between them lies its rank.
      const below = countWhile(sorted, (number) => number < value) / sorted.length;
      const upTo = countWhile(sorted, (number) => number <= value) / sorted.length;
      // Between two numbers of the sample a quantile is interpolated.
      const step = 1 / sorted.length;
      expect(below).toBeLessThanOrEqual(q + error + step);
      expect(upTo).toBeGreaterThanOrEqual(q - error - step);
    }
  });

  test.each(numberNames)('histogram of %s', (name) => {
    if (name === 'constant') return;
    const { approximate } = columnOf(report, name);
    // A bucket is the difference of two ranks.
    const error = 2 * (approximate?.rankError ?? 0) * ROWS + 1;
    for (const [index, { count }] of numericOf(report, name).histogram.entries()) {
      const exact = expected.numbers[name]?.histogram[index] ?? Number.NaN;
      expect(Math.abs(count - exact)).toBeLessThanOrEqual(error);
    }
  });

  test.each(numberNames)('distinct values of %s', (name) => {
    const { distinct, distinctError } = columnOf(report, name);
    const exact = expected.numbers[name]?.distinct ?? Number.NaN;
    // Three times the standard error: one column in 370 would be farther off.
    expect(Math.abs(distinct / exact - 1)).toBeLessThanOrEqual(3 * (distinctError ?? 0));
  });

  test('correlations', () => {
    for (const { columns, pearson, spearman } of expected.correlations) {
      const found = report.correlations?.find(
        (one) => one.columns[0] === columns[0] && one.columns[1] === columns[1],
      );
      // Four standard errors of what the 20,000 rows give that are correlated; heavy tails have none.
      const error = 4 / Math.sqrt(found?.rows ?? 0);
      expect(Math.abs((found?.spearman ?? Number.NaN) - spearman)).toBeLessThanOrEqual(error);
      expect(Math.abs((found?.pearson ?? Number.NaN) - pearson)).toBeLessThanOrEqual(error);
    }
  });
});

function sortedNumbers(name: string, rows: number): Float64Array {
  const column = HARD_COLUMNS.find((one) => one.name === name);
  const cells = Array.from({ length: rows }, (_, row) => column?.cell(row, rows) ?? null);
  return Float64Array.from(cells.filter((cell) => typeof cell === 'number')).sort();
}

/** How many of sorted numbers come before the first that does not hold. */
function countWhile(sorted: Float64Array, holds: (number: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}
