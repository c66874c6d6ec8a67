import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type ColumnStatistics,
  compareCodePoints,
  examineData,
  type NumericStatistics,
  type StatisticsReport,
} from '../../shared/data/index.ts';
import { memoryPorts } from '../../shared/platform/index.ts';
import { dataConfiguration } from './data-support.ts';

/** The first column is the label. */
async function statisticsOf(text: string): Promise<StatisticsReport> {
  const { files } = memoryPorts({ 'data.csv': text });
  const label = text.split(/[,\n]/)[0] ?? '';
  return (await examineData(files, dataConfiguration({ label }), null)).statistics;
}

function columnOf(report: StatisticsReport, name: string): ColumnStatistics {
  const column = report.columns.find((one) => one.name === name);
  if (column === undefined) throw new Error(`no column ${name}`);
  return column;
}

/** Equal to 1e-12 of the expected value. */
function expectClose(actual: number | undefined, expected: number): void {
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(
    1e-12 * Math.abs(expected),
  );
}

/** At 0.05, 0.25, 0.5, 0.75 and 0.95. */
function expectQuantiles(
  numeric: NumericStatistics | undefined,
  expected: readonly number[],
): void {
  for (const [index, q] of [0.05, 0.25, 0.5, 0.75, 0.95].entries()) {
    const found = numeric?.quantiles.find((one) => one.q === q);
    expectClose(found?.value, expected[index] ?? Number.NaN);
  }
}

// NumPy 2.4.6, pandas 3.1.1: s = pd.read_csv('penguins.csv')[name].dropna().to_numpy(); np.mean(s), np.std(s),
// np.quantile(s, [.05, .25, .5, .75, .95]), np.histogram(s, bins=10)[0], pd.Series(s).nunique()
const PENGUINS = [
  {
    name: 'bill_length_mm',
    type: 'number',
    min: 32.1,
    max: 59.6,
    mean: 43.9219298245614,
    deviation: 5.4515960231618195,
    quantiles: [35.7, 39.225, 44.45, 48.5, 51.995],
    counts: [9, 40, 57, 48, 49, 55, 61, 16, 5, 2],
    distinct: 164,
  },
  {
    name: 'bill_depth_mm',
    type: 'number',
    min: 13.1,
    max: 21.5,
    mean: 17.151169590643278,
    deviation: 1.9719039187562524,
    quantiles: [13.9, 15.6, 17.3, 18.7, 20],
    counts: [21, 35, 32, 34, 44, 55, 56, 39, 16, 10],
    distinct: 80,
  },
  {
    name: 'flipper_length_mm',
    type: 'integer',
    min: 172,
    max: 231,
    mean: 200.91520467836258,
    deviation: 14.0411405685891,
    quantiles: [181, 190, 197, 213, 225],
    counts: [3, 22, 52, 79, 44, 15, 42, 42, 28, 15],
    distinct: 55,
  },
  {
    name: 'body_mass_g',
    type: 'integer',
    min: 2700,
    max: 6300,
    mean: 4201.754385964912,
    deviation: 800.781229238452,
    quantiles: [3150, 3550, 4050, 4750, 5650],
    counts: [15, 43, 71, 53, 42, 41, 28, 27, 16, 6],
    distinct: 94,
  },
] as const;

describe('numbers equal NumPy and pandas', () => {
  test.each(PENGUINS)('penguins: $name', async (expected) => {
    const { files } = memoryPorts({ 'p.csv': readFileSync('examples/penguins/data/penguins.csv') });
    const configuration = dataConfiguration({ path: ['p.csv'], label: 'species' });
    const { statistics } = await examineData(files, configuration, null);
    const column = columnOf(statistics, expected.name);
    expect(column).toMatchObject({
      type: expected.type,
      present: 342,
      missing: 2,
      distinct: expected.distinct,
    });
    const { numeric } = column;
    expect(numeric).toMatchObject({ min: expected.min, max: expected.max, zeros: 0 });
    expectClose(numeric?.mean, expected.mean);
    expectClose(numeric?.deviation, expected.deviation);
    expectQuantiles(numeric, expected.quantiles);
    expect(numeric?.histogram.map(({ count }) => count)).toEqual(expected.counts);
  });

  test('far from zero: 5,000 numbers near a million', async () => {
    // NumPy 2.4.6: v = 1e6 + lcg(5000) / 2**31 (the generator below); np.mean, np.std, np.quantile, np.histogram
    let state = 12345;
    const values = Array.from({ length: 5000 }, () => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return 1e6 + state / 2 ** 31;
    });
    const { numeric } = columnOf(await statisticsOf(`x\n${values.join('\n')}\n`), 'x');
    expectClose(numeric?.mean, 1000000.5020187908);
    expectClose(numeric?.deviation, 0.288036034121165);
    expectQuantiles(
      numeric,
      [
        1000000.0508795796, 1000000.2524805001, 1000000.4994023307, 1000000.7485585044,
        1000000.9513182511,
      ],
    );
    expect(numeric?.histogram.map(({ count }) => count)).toEqual([
      473, 506, 496, 526, 504, 484, 502, 514, 488, 507,
    ]);
  });

  test('near the largest double, where squares overflow', async () => {
    // NumPy 2.4.6: np.std(y / 2.5e300) * 2.5e300; np.quantile(y, …); np.histogram(y, bins=10)
    const text = 'y\n-1.5e300\n2.5e300\n1e-300\n0\n-0.0\n3\n1000000000000000.5\n';
    const { numeric } = columnOf(await statisticsOf(text), 'y');
    expectClose(numeric?.mean, 1.4285714285714286e299);
    expectClose(numeric?.deviation, 1.0926470386270255e300);
    expect(numeric?.zeros).toBe(2);
    expectQuantiles(
      numeric,
      [-1.0499999999999999e300, 0, 1e-300, 500000000000001.75, 1.7499999999999982e300],
    );
    expect(numeric?.histogram.map(({ count }) => count)).toEqual([1, 0, 0, 5, 0, 0, 0, 0, 0, 1]);
  });

  test('the whole range of doubles gives finite figures', async () => {
    const { numeric } = columnOf(await statisticsOf('y\n-1.7e308\n1.7e308\n1.7e308\n'), 'y');
    const figures = [
      numeric?.mean,
      numeric?.deviation,
      ...(numeric?.quantiles ?? []).map(({ value }) => value),
      ...(numeric?.histogram ?? []).flatMap(({ low, high }) => [low, high]),
    ];
    expect(figures.every((figure) => Number.isFinite(figure))).toBe(true);
    expect(numeric?.histogram.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  });
});

describe('histograms of whole numbers', () => {
  const histogramOf = async (cells: string) =>
    columnOf(await statisticsOf(`x\n${cells}\n`), 'x').numeric?.histogram;

  test('have a bucket for each number up to ten', async () => {
    const rooms = [1, 2, 2, 3, 4, 4, 4, 5, 6, 7, 7, 9];
    const histogram = await histogramOf(rooms.join('\n'));
    expect(histogram?.map(({ low }) => low)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(histogram?.every(({ low, high }) => low === high)).toBe(true);
    expect(histogram?.map(({ count }) => count)).toEqual([1, 2, 1, 3, 1, 1, 2, 0, 1]);
    expect(await histogramOf('-2\n-1\n1')).toHaveLength(4);
    expect(await histogramOf('0\n9')).toHaveLength(10);
  });

  test('have ten of equal width beyond, and so have numbers with a fraction', async () => {
    expect((await histogramOf('0\n10'))?.[0]).toEqual({ low: 0, high: 1, count: 1 });
    expect((await histogramOf('0\n1.5\n5'))?.[0]).toEqual({ low: 0, high: 0.5, count: 1 });
    // Doubles skip numbers here.
    expect(await histogramOf('9007199254740992\n9007199254740996')).toHaveLength(10);
  });
});

describe('texts and types', () => {
  test('penguins: categories', async () => {
    const report = await statisticsOf(
      readFileSync('examples/penguins/data/penguins.csv', 'utf8').replace('row_id', 'id'),
    );
    // pandas 3.1.1: df.sex.value_counts(), df.sex.isna().sum(), df.sex.str.len().mean()
    const sex = columnOf(report, 'sex');
    expect(sex).toMatchObject({ type: 'string', present: 333, missing: 11, distinct: 2 });
    expect(sex.top).toEqual([
      { value: 'MALE', count: 168 },
      { value: 'FEMALE', count: 165 },
    ]);
    expectClose(sex.text?.meanLength, 4.990990990990991);
    expect(columnOf(report, 'species').top.map(({ count }) => count)).toEqual([152, 124, 68]);
  });

  test.each([
    ['integer', '1\n-2\n+3'],
    ['number', '1\n2.0\n3'],
    ['number', '1\n1e3'],
    ['number', '1\ninf\nnan'],
    ['boolean', 'true\nFALSE\nTrue'],
    ['string', 'true\n1'],
    ['string', '1\nx'],
    ['string', 'nan\ninf'],
  ])('%s: %j', async (type, cells) => {
    const report = await statisticsOf(
      `a,b\n${cells
        .split('\n')
        .map((cell, row) => `${row},${cell}`)
        .join('\n')}\n`,
    );
    expect(columnOf(report, 'b').type).toBe(type);
  });

  test('nan and infinities are counted apart from the numbers', async () => {
    const { numeric, present } = columnOf(await statisticsOf('x\n1\n3\nnan\ninf\n-inf\n'), 'x');
    expect(present).toBe(5);
    expect(numeric).toMatchObject({
      min: 1,
      max: 3,
      mean: 2,
      deviation: 1,
      notANumber: 1,
      infinite: 2,
    });
  });

  test('equal numbers are one value, under the text that most of them have', async () => {
    const text = 'x\n1.50\n1.5\n+1.5\n1.50\n2\n-0\n0\n';
    const { distinct, top } = columnOf(await statisticsOf(text), 'x');
    expect(distinct).toBe(3);
    expect(top).toEqual([
      { value: '1.50', count: 4 },
      { value: '0', count: 2 },
      { value: '2', count: 1 },
    ]);
  });

  test('whole numbers beyond 2⁵³ are told apart', async () => {
    const { distinct } = columnOf(
      await statisticsOf('x\n9007199254740993\n9007199254740992\n'),
      'x',
    );
    expect(distinct).toBe(2);
  });

  test('characters are counted, not UTF-16 units', async () => {
    const { text } = columnOf(await statisticsOf('x\n😀é\na\n'), 'x');
    expect(text).toEqual({ minLength: 1, maxLength: 2, meanLength: 1.5 });
  });

  test('long texts are told apart without being kept', async () => {
    const long = 'z'.repeat(100_000);
    const report = await statisticsOf(`x\n${long}a\n${long}b\n${long}b\n`);
    const { distinct, distinctError, top, text } = columnOf(report, 'x');
    expect([distinct, distinctError, text?.maxLength]).toEqual([2, undefined, 100_001]);
    expect(JSON.stringify(top).length).toBeLessThan(2_000);
  });
});

describe('order', () => {
  test('order is that of code points', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(Math.sign(compareCodePoints(a, b))).toBe(
          Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))),
        );
      }),
    );
    expect(compareCodePoints('\uffff', '😀')).toBeLessThan(0);
  });
});
