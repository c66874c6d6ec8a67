import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  type ColumnStatistics,
  examineData,
  type StatisticsReport,
} from '../../../shared/data/index.ts';
import { memoryPorts } from '../../../shared/platform/index.ts';
import { dataConfiguration } from '../data-support.ts';
import { hardCsv } from './hard-columns.ts';

/** What `make_slices.py` has written. */
interface ExpectedWeighted {
  readonly rows: number;
  readonly quantiles: readonly number[];
  readonly weighted: readonly {
    readonly weight: string;
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
  }[];
}

const EXPECTED = JSON.parse(
  readFileSync(join(import.meta.dirname, 'weighted-5000.json'), 'utf8'),
) as ExpectedWeighted;

async function reportOf(rows: number, weight: string): Promise<StatisticsReport> {
  const { files } = memoryPorts({ 'data.csv': hardCsv(rows) });
  const configuration = dataConfiguration({ label: 'category' });
  return (await examineData(files, configuration, null, { requested: { weight } })).statistics;
}

function weightedOf(report: StatisticsReport, name: string) {
  const found = report.columns.find((one: ColumnStatistics) => one.name === name)?.weighted;
  if (found === undefined) throw new Error(`${name} has no weighted figures`);
  return found;
}

function expectClose(actual: number | undefined, expected: number, relative = 1e-12): void {
  const error = Math.abs((actual ?? Number.NaN) - expected);
  if (!(error <= relative * Math.abs(expected))) expect(actual).toBe(expected);
}

describe.each(EXPECTED.weighted)(
  '5,000 rows weighted by $weight equal NumPy and pandas',
  (table) => {
    test('every column', async () => {
      const report = await reportOf(EXPECTED.rows, table.weight);
      expect(report.weight).toEqual({ column: table.weight, total: table.total });
      for (const [name, expected] of Object.entries(table.numbers)) {
        const { present, missing, numeric } = weightedOf(report, name);
        expectClose(present, expected.present);
        expectClose(present + missing, table.total);
        expectClose(numeric?.mean, expected.mean);
        expectClose(numeric?.deviation, expected.deviation);
        expect(numeric?.quantiles).toEqual(
          EXPECTED.quantiles.map((q, index) => ({ q, value: expected.quantiles[index] })),
        );
      }
      for (const [name, { top }] of Object.entries(table.texts)) {
        const found = weightedOf(report, name).top ?? [];
        expect(found.map(({ value }) => value)).toEqual(top.map(([value]) => value));
        for (const [index, { weight }] of found.entries())
          expectClose(weight, top[index]?.[1] ?? 0);
      }
    });
  },
);

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
});
