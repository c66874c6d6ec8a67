import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { SliceRequest } from '../../../shared/config/index.ts';
import {
  examineData,
  type SliceColumn,
  type SliceStatistics,
  type StatisticsReport,
} from '../../../shared/data/index.ts';
import { memoryPorts } from '../../../shared/platform/index.ts';
import { dataConfiguration } from '../data-support.ts';
import { hardCsv } from './hard-columns.ts';

/** What `make_slices.py` has written. */
interface ExpectedSlices {
  readonly rows: number;
  readonly quantiles: readonly number[];
  readonly slices: readonly ExpectedSlice[];
}

interface ExpectedSlice {
  readonly slice: Readonly<Record<string, string>>;
  readonly examples: number;
  readonly numbers: Readonly<Record<string, ExpectedNumbers>>;
  readonly texts: Readonly<Record<string, ExpectedTexts>>;
}

interface ExpectedNumbers {
  readonly present: number;
  readonly min?: number;
  readonly max?: number;
  readonly mean?: number;
  readonly deviation?: number;
  readonly quantiles?: readonly number[];
  readonly histogram?: readonly number[];
  readonly distinct?: number;
}

interface ExpectedTexts {
  readonly present: number;
  readonly distinct: number;
  readonly top: readonly (readonly [string, number])[];
  readonly minLength: number;
  readonly maxLength: number;
  readonly meanLength: number;
}

const EXPECTED = JSON.parse(
  readFileSync(join(import.meta.dirname, 'slices-5000.json'), 'utf8'),
) as ExpectedSlices;

const REQUESTS: readonly SliceRequest[] = [
  { flag: '*' },
  { few_distinct: '*', flag: '*' },
  { category: 'c3' },
  { with_missing: '*' },
];

async function reportOf(rows: number): Promise<StatisticsReport> {
  const { files } = memoryPorts({ 'data.csv': hardCsv(rows) });
  const configuration = dataConfiguration({ label: 'category' });
  const options = { requested: { slices: REQUESTS } };
  return (await examineData(files, configuration, null, options)).statistics;
}

function sliceOf(report: StatisticsReport, slice: SliceStatistics['slice']): SliceStatistics {
  const key = JSON.stringify(slice);
  const found = report.slices?.find((one) => JSON.stringify(one.slice) === key);
  if (found === undefined) throw new Error(`no slice ${key}`);
  return found;
}

function columnOf({ columns }: SliceStatistics, name: string): SliceColumn {
  const column = columns.find((one) => one.name === name);
  if (column === undefined) throw new Error(`no column ${name}`);
  return column;
}

/** Equal to 1e-12 of the expected value. */
function expectClose(actual: number | undefined, expected: number | undefined): void {
  const wanted = expected ?? Number.NaN;
  const error = Math.abs((actual ?? Number.NaN) - wanted);
  if (!(error <= 1e-12 * Math.abs(wanted))) expect(actual).toBe(expected);
}

function nameOf({ slice }: { readonly slice: Readonly<Record<string, string>> }): string {
  return Object.entries(slice)
    .map(([column, value]) => `${column} ${value}`)
    .join(', ');
}

describe('5,000 rows: slices equal NumPy and pandas', () => {
  let report: StatisticsReport;
  beforeAll(async () => {
    report = await reportOf(EXPECTED.rows);
  });

  test('they are those of pandas, and no others', () => {
    const names = EXPECTED.slices.map(nameOf);
    expect(report.slices?.map(nameOf).toSorted()).toEqual(names.toSorted());
    expect(report.omittedSlices).toBeUndefined();
    const sizes = report.slices?.map(({ examples }) => examples) ?? [];
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });

  test.each(EXPECTED.slices.map((slice) => [nameOf(slice), slice] as const))('%s', (_, slice) => {
    const found = sliceOf(report, slice.slice);
    expect(found.examples).toBe(slice.examples);
    expect(found.approximate).toBeUndefined();
    for (const [name, numbers] of Object.entries(slice.numbers)) {
      const column = columnOf(found, name);
      expect([column.present, column.missing]).toEqual([
        numbers.present,
        slice.examples - numbers.present,
      ]);
      if (numbers.present === 0) {
        expect(column.numeric).toBeUndefined();
        continue;
      }
      // Whole numbers beyond 2⁵³ are not told apart.
      expect(column.distinct).toBe(name === 'huge' ? undefined : numbers.distinct);
      expect([column.numeric?.min, column.numeric?.max]).toEqual([numbers.min, numbers.max]);
      expectClose(column.numeric?.mean, numbers.mean);
      expectClose(column.numeric?.deviation, numbers.deviation);
      for (const [index, quantile] of (numbers.quantiles ?? []).entries()) {
        expectClose(column.numeric?.quantiles[index]?.value, quantile);
      }
      expect(column.numeric?.histogram.map(({ count }) => count)).toEqual(numbers.histogram);
    }
    for (const [name, texts] of Object.entries(slice.texts)) {
      const column = columnOf(found, name);
      expect([column.present, column.distinct]).toEqual([texts.present, texts.distinct]);
      expect(column.top?.map(({ value, count }) => [value, count])).toEqual(texts.top);
      if (column.type !== 'string') continue;
      expect(column.text?.minLength).toBe(texts.minLength);
      expect(column.text?.maxLength).toBe(texts.maxLength);
      expectClose(column.text?.meanLength, texts.meanLength);
    }
  });
});

test('110,000 rows: the sizes of slices err no more than they state', async () => {
  const rows = 110_000;
  const report = await reportOf(rows);
  // Exact: values of these columns are counted one by one.
  for (const name of ['flag', 'category'] as const) {
    const counted = report.columns.find((one) => one.name === name)?.top ?? [];
    for (const { slice, examples, standardError = 0, approximate } of report.slices ?? []) {
      const value = Object.keys(slice).length === 1 ? slice[name] : undefined;
      if (value === undefined) continue;
      const count = counted.find((one) => one.value === value)?.count ?? Number.NaN;
      expect(standardError).toBeGreaterThan(0);
      expect(Math.abs(examples - count)).toBeLessThanOrEqual(4 * standardError);
      const sampled = report.sample?.rows ?? 0;
      expect(approximate?.rows).toBe(Math.round((examples * sampled) / rows));
    }
  }
  const part = report.slices?.filter(({ slice }) => 'with_missing' in slice) ?? [];
  expect(part.map(({ examples }) => examples).reduce((sum, one) => sum + one, 0)).toBeCloseTo(
    rows,
    -1,
  );
});
