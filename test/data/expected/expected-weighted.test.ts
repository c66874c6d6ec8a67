import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  type ColumnStatistics,
  examineData,
  type StatisticsReport,
} from '../../../shared/data/index.ts';
import { weightOf } from '../../../shared/data/weighted-statistics.ts';
import { SeededRandom } from '../../../shared/numeric/index.ts';
import { memoryPorts } from '../../../shared/platform/index.ts';
import { dataConfiguration } from '../data-support.ts';
import { HARD_COLUMNS, hardCsv } from './hard-columns.ts';

/** What `make_slices.py` has written. */
interface ExpectedWeighted {
  readonly rows: number;
  readonly quantiles: readonly number[];
  readonly weighted: readonly (ExpectedFigures & {
    readonly weight: string;
    readonly slices: readonly (ExpectedFigures & {
      readonly slice: Readonly<Record<string, string>>;
    })[];
  })[];
}

interface ExpectedFigures {
  readonly total: number;
  readonly numbers: Readonly<
    Record<
      string,
      {
        readonly present: number;
        readonly mean: number;
        readonly deviation: number;
        readonly quantiles: readonly number[];
      }
    >
  >;
  readonly texts: Readonly<
    Record<string, { readonly top: readonly (readonly [string, number])[] }>
  >;
}

const EXPECTED = JSON.parse(
  readFileSync(join(import.meta.dirname, 'weighted-5000.json'), 'utf8'),
) as ExpectedWeighted;

async function reportOf(rows: number, weight: string): Promise<StatisticsReport> {
  const { files } = memoryPorts({ 'data.csv': hardCsv(rows) });
  const configuration = dataConfiguration({ label: 'category' });
  const requested = { weight, slices: [{ flag: '*' }, { category: 'c3' }] };
  return (await examineData(files, configuration, null, { requested })).statistics;
}

function weightedOf(
  { columns }: { readonly columns: readonly Pick<ColumnStatistics, 'name' | 'weighted'>[] },
  name: string,
) {
  const found = columns.find((one) => one.name === name)?.weighted;
  if (found === undefined) throw new Error(`${name} has no weighted figures`);
  return found;
}

function expectClose(actual: number | undefined, expected: number, relative = 1e-12): void {
  const error = Math.abs((actual ?? Number.NaN) - expected);
  if (!(error <= relative * Math.abs(expected))) expect(actual).toBe(expected);
}

function expectFigures(
  report: Parameters<typeof weightedOf>[0],
  { total, numbers, texts }: ExpectedFigures,
): void {
  for (const [name, expected] of Object.entries(numbers)) {
    const { present, missing, numeric } = weightedOf(report, name);
    expectClose(present, expected.present);
    expectClose(present + missing, total);
    expectClose(numeric?.mean, expected.mean);
    expectClose(numeric?.deviation, expected.deviation);
    expect(numeric?.quantiles).toEqual(
      EXPECTED.quantiles.map((q, index) => ({ q, value: expected.quantiles[index] })),
    );
  }
  for (const [name, { top }] of Object.entries(texts)) {
    const found = weightedOf(report, name).top ?? [];
    expect(found.map(({ value }) => value)).toEqual(top.map(([value]) => value));
    for (const [index, { weight }] of found.entries()) expectClose(weight, top[index]?.[1] ?? 0);
  }
}

describe.each(EXPECTED.weighted)(
  '5,000 rows weighted by $weight equal NumPy and pandas',
  (table) => {
    test('every column, of all rows and of slices', async () => {
      const report = await reportOf(EXPECTED.rows, table.weight);
      expect(report.weight).toEqual({ column: table.weight, total: table.total });
      expectFigures(report, table);
      expect(report.slices).toHaveLength(table.slices.length);
      for (const expected of table.slices) {
        const slice = report.slices?.find((one) => isSame(one.slice, expected.slice));
        if (slice === undefined) throw new Error(`no slice ${JSON.stringify(expected.slice)}`);
        expect(Object.keys(slice.weight ?? {})).toEqual(['total']);
        expectClose(slice.weight?.total, expected.total);
        expectFigures(slice, expected);
      }
    });
  },
);

function isSame(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

test('110,000 rows: weighted figures err no more than the sample may', async () => {
  const rows = 110_000;
  const report = await reportOf(rows, 'sorted');
  // Weights are row / 8, and the values of `reversed` are (rows − row) / 8: exact sums of squares.
  const total = (rows * (rows - 1)) / 16;
  const mean = (rows - (2 * rows - 1) / 3) / 8;
  expectClose(report.weight?.total, total);
  const { numeric, present } = weightedOf(report, 'reversed');
  expectClose(present, total);
  // The population deviation of a triangle of width w is w / √18; four standard errors of the rows that the sample is worth.
  const worth = report.weight?.approximate?.rows ?? 0;
  expect(worth).toBeGreaterThan(50_000);
  expect(worth).toBeLessThan(report.sample?.rows ?? 0);
  expect(Math.abs((numeric?.mean ?? 0) - mean)).toBeLessThan(
    (4 * rows) / 8 / Math.sqrt(18 * worth),
  );
  // The share of weight in rows from r on is 1 − (r / rows)².
  const { rankError = 0 } = report.weight?.approximate ?? {};
  for (const { q, value } of numeric?.quantiles ?? []) {
    const share = 1 - ((rows - 8 * value) / rows) ** 2;
    expect(Math.abs(share - q)).toBeLessThan(rankError);
  }
  // What the slices weigh: `flag` is counted from all rows.
  const flags = HARD_COLUMNS.find(({ name }) => name === 'flag');
  for (const { slice, weight } of report.slices ?? []) {
    if (slice.flag === undefined) continue;
    let own = 0;
    for (let row = 0; row < rows; row++) {
      if (String(flags?.cell(row, rows)) === slice.flag) own += row / 8;
    }
    const { total: estimated = 0, standardError = 0, approximate } = weight ?? {};
    expect(standardError).toBeGreaterThan(0);
    expect(Math.abs(estimated - own)).toBeLessThan(4 * standardError);
    expect(approximate?.rows).toBeLessThan(worth);
  }
});

test('the standard error of the weight of a slice is that of many samples', () => {
  // Samples of 400 of 1,000 rows, drawn with a fixed seed; a row weighs 1 … 8, a third of the rows are in the slice.
  const ofAll = Float64Array.from({ length: 1000 }, (_, row) => 1 + (row % 8));
  const isIn = (row: number) => (row * 7919) % 1000 < 333;
  const total = ofAll.reduce((sum, weight) => sum + weight, 0);
  const random = new SeededRandom(5);
  const estimates: number[] = [];
  let squares = 0;
  for (let draw = 0; draw < 2000; draw++) {
    const order = [...ofAll.keys()];
    random.shuffle(order);
    const drawn = order.slice(0, 400);
    const ofRows = Float64Array.from(drawn, (row) => ofAll[row] ?? 0);
    const rows = [...drawn.keys()].filter((place) => isIn(drawn[place] ?? 0));
    const inSample = ofRows.reduce((sum, weight) => sum + weight, 0);
    const weights = { column: 'w', ofRows, total, inSample, isWhole: false };
    const { total: estimated, standardError = 0 } = weightOf(rows, weights, 1000);
    estimates.push(estimated);
    squares += standardError ** 2;
  }
  const mean = estimates.reduce((sum, one) => sum + one, 0) / estimates.length;
  const variance = estimates.reduce((sum, one) => sum + (one - mean) ** 2, 0) / estimates.length;
  // The deviation of 2,000 draws is known to 1/√4000, 1.6 %.
  expect(Math.sqrt(squares / estimates.length / variance)).toBeCloseTo(1, 1);
});
