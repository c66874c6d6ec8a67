import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DateFeatureConfiguration, DatePart } from '../../shared/config/index.ts';
import { partOf } from '../../shared/features/date-parts.ts';
import { applyTransform, fitTransform, parseTransform } from '../../shared/features/index.ts';
import { allRows, csv, makeTable, problemsOf } from './tables.ts';

const where = { file: 'mlops.yml', line: 3, column: 3 };
const PARTS: readonly DatePart[] = [
  'hour-of-day',
  'day-of-week',
  'day-of-month',
  'month-of-year',
  'day-of-year',
];

async function fit(
  when: readonly (string | number)[],
  asked: Partial<DateFeatureConfiguration> = {},
  training = when.length,
) {
  const n = when.map((_, row) => row);
  const table = await makeTable(csv({ when, n, label: n.map((row) => (row % 2 ? 'a' : 'b')) }));
  const { transform, dropped } = fitTransform(table, allRows(table).slice(0, training), {
    label: 'label',
    task: 'binary-classification',
    ignore: [],
    features: ['when'],
    kinds: [{ kind: 'date', column: 'when', trend: false, where, ...asked }],
  });
  return { transform, dropped, table, feature: transform.features[0] };
}

async function vectorsOf(...given: Parameters<typeof fit>): Promise<number[][]> {
  const { transform, table } = await fit(...given);
  const { data, columns } = applyTransform(transform, table, allRows(table));
  return Array.from({ length: table.rowCount }, (_, row) => [
    ...data.slice(row * columns, (row + 1) * columns),
  ]);
}

describe('date', () => {
  test.each(['2024-02-29 06:30', '2024-02-29T06:30', '2024/02/29 06:30', '2024-02-29T07:30+01:00'])(
    '%s has the parts of 2024-02-29T06:30:00Z',
    async (text) => {
      const asked = { parts: PARTS, trend: true };
      const [vector] = await vectorsOf([text, '2001-01-01'], asked);
      const [expected] = await vectorsOf(['2024-02-29T06:30:00Z', '2001-01-01'], asked);
      expect(vector).toEqual(expected);
    },
  );

  // pandas 3.1.1: s = pd.to_datetime(pd.Series([text]), utc=True, format='ISO8601').dt; hours s.hour + s.minute / 60 +
  // (s.second + s.microsecond / 1e6) / 3600, then s.day_of_week, s.day, s.month, s.day_of_year;
  // NumPy 2.4.6: np.sin and np.cos of 2 * np.pi * (part - first) / period.
  test.each([
    [
      '1969-12-31T23:59:59.5Z',
      -3.64e-5,
      1,
      0.9749279,
      -0.2225209,
      -0.2012985,
      0.9795299,
      -0.5,
      0.8660254,
      -0.0343276,
      0.9994106,
    ],
    [
      '2024-02-29',
      0,
      1,
      0.4338837,
      -0.9009689,
      -0.5712682,
      0.8207634,
      0.5,
      0.8660254,
      0.8483512,
      0.5294339,
    ],
    [
      '2024-12-31T06:00:00Z',
      1,
      0,
      0.7818315,
      0.6234898,
      -0.2012985,
      0.9795299,
      -0.5,
      0.8660254,
      -0.0171663,
      0.9998526,
    ],
    [
      '2026-11-25T14:30:00+02:00',
      -0.1305262,
      -0.9914449,
      0.9749279,
      -0.2225209,
      -0.9884683,
      0.1514278,
      -0.8660254,
      0.5,
      -0.6070576,
      0.7946579,
    ],
    ['2023-01-01 00:00:00', 0, 1, -0.7818315, 0.6234898, 0, 1, 0, 1, 0, 1],
    [
      '0050-03-01T12:00:00Z',
      0,
      -1,
      0.7818315,
      0.6234898,
      0,
      1,
      0.8660254,
      0.5,
      0.8483512,
      0.5294339,
    ],
  ])('%s has the parts that pandas and NumPy give', async (text, ...expected) => {
    const [vector = []] = await vectorsOf([text, '2001-01-01', ''], { parts: PARTS });
    expect(vector).toHaveLength(11);
    for (const [place, value] of [...expected, 0].entries())
      expect(vector[place]).toBeCloseTo(value, 6);
  });

  test('has a trend of standardised days, and nothing but the indicator where it is missing', async () => {
    const dates = [
      '1969-12-31T23:59:59.5Z',
      '2024-02-29',
      '2024-12-31T06:00:00Z',
      '2026-11-25T14:30:00+02:00',
      '',
    ];
    const { feature } = await fit(dates, { parts: [], trend: true });
    // pandas 3.1.1: d = (s - s.min()) / pd.Timedelta(days=1); scikit-learn 1.9.1: StandardScaler().fit(d): mean_, scale_.
    expect(feature).toEqual({
      kind: 'date',
      column: 'when',
      offset: 0,
      width: 2,
      parts: [],
      trend: {
        start: -500,
        mean: expect.closeTo(15163.19271267, 7),
        deviation: expect.closeTo(8761.9751196, 6),
      },
    });
    // The same scaler's transform(d).
    const trends = [-1.73056788, 0.52714225, 0.56209442, 0.64133121];
    const vectors = await vectorsOf(dates, { parts: [], trend: true });
    expect(vectors).toEqual([...trends.map((value) => [expect.closeTo(value, 6), 0]), [0, 1]]);
    const both = await vectorsOf(dates, { parts: ['day-of-week'], trend: true });
    expect(both.at(-1)).toEqual([0, 0, 0, 1]);
    expect(both[3]?.slice(2)).toEqual(vectors[3]);
  });

  test('learns from the training rows alone', async () => {
    const dates = ['2020-01-02', '2020-01-04', '2019-01-01T12:00:00Z', '2031-01-01'];
    const { feature } = await fit(dates, { trend: true }, 2);
    expect(feature).toMatchObject({
      parts: ['day-of-week', 'day-of-month', 'day-of-year'],
      trend: { start: Date.UTC(2020, 0, 2), mean: 1, deviation: 1 },
    });
    const all = await fit(dates);
    expect(all.feature).toMatchObject({
      width: 9,
      parts: ['hour-of-day', 'day-of-week', 'day-of-month', 'day-of-year'],
    });
  });

  test('goes through transform.json unchanged', async () => {
    const { transform } = await fit(['2020-01-02', '2020-01-04'], { trend: true });
    expect(parseTransform(JSON.stringify(transform), 'transform.json')).toEqual(transform);
    const wider = JSON.stringify(transform).replace('"day-of-week",', '');
    expect(problemsOf(() => parseTransform(wider, 'transform.json'))).toContain(
      'has the width 8 for 2 parts with a trend',
    );
  });

  test.each([
    [['', '', ''], 'when: no value in the training split'],
    [['2020-01-01', '2020-01-01', '2020-01-01'], 'when: always "2020-01-01" in the training split'],
    [
      ['2020-01-01', 'soon', '31/12/2020'],
      'data.csv:3: Column "when" holds "soon" where the model reads a date. Write an ISO 8601 date such as 2026-11-25, 2026-11-25 14:30 or 2026-11-25T14:30:00Z, or name this text in data.missing-values.',
    ],
    ...[
      '2021-02-29',
      '2020-01-01 24:00',
      '2020-01-01 9:30',
      '2020/1/1',
      '2020/01-01',
      '01/02/2020',
      '2020-01-01 10:20 ',
      '2020-01-01 1',
    ].map((bad) => [['2020-01-01', bad], `data.csv:3: Column "when" holds "${bad}"`] as const),
    [
      [1700000000, 1700000001],
      'mlops.yml:3:3: date needs dates, and column "when" holds numbers. Write an ISO 8601 date such as 2026-11-25, 2026-11-25 14:30 or 2026-11-25T14:30:00Z, or choose another kind for features.when.',
    ],
  ])('of %j has nothing to learn or is refused', async (when, message) => {
    await expect(fit(when)).rejects.toThrow(message);
  });

  test('a later cell that is no date is an error at its line', async () => {
    const { transform } = await fit(['2020-01-02', '2020-01-04']);
    for (const [text, cell] of [
      ['when\n2020-01-01\nNA\nlater\n', 'data.csv:4: Column "when" holds "later"'],
      ['when\n20200101\n', 'data.csv:2: Column "when" holds "20200101"'],
    ] as const) {
      const table = await makeTable(text);
      expect(problemsOf(() => applyTransform(transform, table, allRows(table)))).toContain(cell);
    }
  });

  test('any time is one of its parts, which are those of the calendar', () => {
    // From 0000-01-01 to 9999-12-31.
    const time = fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 });
    fc.assert(
      fc.property(time, (milliseconds) => {
        const date = new Date(milliseconds);
        expect(partOf('day-of-week', milliseconds)).toBe((date.getUTCDay() + 6) % 7);
        expect(partOf('day-of-month', milliseconds)).toBe(date.getUTCDate());
        expect(partOf('month-of-year', milliseconds)).toBe(date.getUTCMonth() + 1);
        const [, , , hours = 0, minutes = 0, seconds = 0] =
          date
            .toISOString()
            .match(/\d+(\.\d+)?/g)
            ?.map(Number) ?? [];
        expect(partOf('hour-of-day', milliseconds)).toBeCloseTo(
          hours + minutes / 60 + seconds / 3600,
          9,
        );
        const day = partOf('day-of-year', milliseconds);
        const first = new Date(milliseconds - (day - 1) * 86_400_000);
        expect([first.getUTCDate(), first.getUTCMonth(), first.getUTCFullYear()]).toEqual([
          1,
          0,
          date.getUTCFullYear(),
        ]);
      }),
    );
  });
});
