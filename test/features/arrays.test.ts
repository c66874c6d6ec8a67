import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type {
  ArrayFeatureConfiguration,
  DataConfiguration,
  FeatureConfiguration,
} from '../../shared/config/index.ts';
import { readTable } from '../../shared/data/index.ts';
import {
  type ArrayTransform,
  applyTransform,
  fitTransform,
  listBlocks,
  nameOfFeature,
  parseTransform,
  readArrays,
} from '../../shared/features/index.ts';
import { readList } from '../../shared/features/number-lists.ts';
import { listNetworkInputs } from '../../shared/network/index.ts';
import { MemoryFiles } from '../../shared/platform/index.ts';
import { allRows, csv, makeTable, problemsOf } from './tables.ts';

const where = { file: 'mlops.yml', line: 3, column: 3 };

function array(settings: Partial<ArrayFeatureConfiguration> = {}): ArrayFeatureConfiguration {
  return {
    kind: 'array',
    name: 'series',
    columns: ['x_*'],
    shape: [3, 2],
    scaling: 'standardize',
    where,
    ...settings,
  };
}

/** Rows of 3 steps of 2 numbers. */
const NUMBERS = [
  [1, 10, 2, 20, 3, 30.5],
  [4, 40, 5, 50, 6, 60],
  [0, 0, 0, -7, 0, 0],
  [1, 1, 2.25, 1, 1, 1],
];

type Cells = Readonly<Record<string, readonly (string | number)[]>>;

function columnsOf(rows: readonly (readonly (number | string)[])[]): Cells {
  return Object.fromEntries(
    (rows[0] ?? []).map((_, index) => [`x_${index}`, rows.map((row) => row[index] ?? '')]),
  );
}

async function fit(
  cells: Cells,
  kinds: readonly FeatureConfiguration[] = [array()],
  request: { features?: string[]; ignore?: string[]; training?: number } = {},
) {
  const count = Object.values(cells)[0]?.length ?? 0;
  const label = Array.from({ length: count }, (_, row) => (row % 2 ? 'a' : 'b'));
  const table = await makeTable(csv({ ...cells, label }));
  const { training = count, ...rest } = request;
  const fitted = fitTransform(table, allRows(table).slice(0, training), {
    label: 'label',
    task: 'binary-classification',
    ignore: [],
    kinds,
    ...rest,
  });
  return { ...fitted, table, feature: fitted.transform.features[0] as ArrayTransform };
}

const list = (rows: readonly (readonly (number | string)[])[], join: string, ends = ['', '']) =>
  rows.map((row) => `"${ends[0]}${row.join(join)}${ends[1]}"`);

/** But for the rounding of sums in another order. */
function expectSame(one: ArrayTransform, other: ArrayTransform): void {
  for (const part of ['centre', 'spread', 'fill'] as const) {
    expect(one[part]).toHaveLength(other[part].length);
    for (const [channel, value] of one[part].entries()) {
      expect(value).toBeCloseTo(other[part][channel] as number, 12);
    }
  }
}

describe('array', () => {
  // scikit-learn 1.9.1: StandardScaler() and MinMaxScaler() .fit_transform(numbers.reshape(-1, 2)), rounded.
  const SCALED = {
    standardize: [
      [-0.5706187, -0.3328283, -0.0538319, 0.1288988, 0.4629548, 0.6137124],
      [0.9797415, 1.0523532, 1.4965282, 1.5140804, 2.0133149, 1.9758076],
      [-1.0874054, -0.7945555, -1.0874054, -1.1177646, -1.0874054, -0.7945555],
      [-0.5706187, -0.7483828, 0.0753647, -0.7483828, -0.5706187, -0.7483828],
    ],
    'min-max': [
      [0.1666667, 0.2537313, 0.3333333, 0.4029851, 0.5, 0.5597015],
      [0.6666667, 0.7014925, 0.8333333, 0.8507463, 1, 1],
      [0, 0.1044776, 0, 0, 0, 0.1044776],
      [0.1666667, 0.119403, 0.375, 0.119403, 0.1666667, 0.119403],
    ],
    none: NUMBERS,
  };

  test.each(['standardize', 'min-max', 'none'] as const)(
    '%s, channel by channel, as scikit-learn has it',
    async (scaling) => {
      const { transform, table, feature } = await fit(columnsOf(NUMBERS), [array({ scaling })]);
      expect(feature).toMatchObject({
        kind: 'array',
        name: 'series',
        columns: ['x_0', 'x_1', 'x_2', 'x_3', 'x_4', 'x_5'],
        offset: 0,
        width: 6,
        shape: [3, 2],
        scaling,
      });
      expect(transform.features).toHaveLength(1);
      const { data } = applyTransform(transform, table, allRows(table));
      for (const [index, value] of SCALED[scaling].flat().entries()) {
        expect(data[index]).toBeCloseTo(value, 6);
      }
      expect(listBlocks(transform)).toEqual([
        { meaning: 'array', offset: 0, width: 6, shape: [3, 2] },
      ]);
      expect(parseTransform(JSON.stringify(transform), 'transform.json')).toEqual(transform);
      expect([...readArrays(feature, table, allRows(table))]).toEqual(NUMBERS.flat());
    },
  );

  test.each([
    ['spaces', list(NUMBERS, ' ')],
    ['commas', list(NUMBERS, ', ')],
    ['semicolons', list(NUMBERS, ';')],
    ['JSON', list(NUMBERS, ', ', ['[', ']'])],
  ])('one column of lists gives the same, with %s', async (_name, x_list) => {
    const columns = await fit(columnsOf(NUMBERS));
    const lists = await fit({ x_list });
    expectSame(lists.feature, columns.feature);
    expect(lists.feature.columns).toEqual(['x_list']);
    const rows = allRows(lists.table);
    const { data } = applyTransform(lists.transform, lists.table, rows);
    for (const [index, value] of SCALED.standardize.flat().entries()) {
      expect(data[index]).toBeCloseTo(value, 6);
    }
    expect([...readArrays(lists.feature, lists.table, rows)]).toEqual(NUMBERS.flat());
  });

  test('lists of JSON Lines are read where an array wants them, and nowhere else', async () => {
    const lines = NUMBERS.map((numbers) => JSON.stringify({ pixels: numbers, other: [1] }));
    const files = new MemoryFiles({ 'data.jsonl': `${lines.join('\n')}\n` });
    const read = (settings: Partial<DataConfiguration>) =>
      readTable(files, {
        path: ['data.jsonl'],
        label: 'label',
        format: 'auto',
        missingValues: [],
        ignore: ['other'],
        split: { by: 'hash', key: [], fractions: { train: 0.7, validation: 0.1, evaluation: 0.2 } },
        ...settings,
      });
    const { table } = await read({ listColumns: ['pix*'] });
    const { feature } = await fit(columnsOf(NUMBERS));
    const lists = { ...feature, columns: ['pixels'] };
    expect([...readArrays(lists, table, allRows(table))]).toEqual(NUMBERS.flat());
    await expect(read({})).rejects.toThrow(
      'data.jsonl:1: The column "pixels" holds lists of values, which can be validated but not learned from. Write each value as a column of its own, name the column in data.ignore, or make an array of it in features.',
    );
    await expect(read({ listColumns: ['p'] })).rejects.toThrow('"pixels" holds lists');
  });

  test('goes to the hidden layers of a wide-and-deep network, as numbers do', async () => {
    const { transform } = await fit({ ...columnsOf(NUMBERS), n: [1, 2, 3, 4] });
    expect(listNetworkInputs(listBlocks(transform))).toEqual([
      { name: 'deep_1', use: 'deep', offset: 0, width: 8 },
    ]);
  });

  test('a missing number is the mean of its channel', async () => {
    const gaps: (number | string)[][] = NUMBERS.map((row) => [...row]);
    (gaps[1] as (number | string)[])[2] = '';
    (gaps[2] as (number | string)[])[5] = 'NA';
    // NumPy 2.4.6: nanmean, nanstd, nanmin, nanmax of numbers.reshape(-1, 2) along axis 0.
    const mean = [1.8409090909090908, 18.772727272727273];
    const { feature, transform, table } = await fit(columnsOf(gaps));
    for (const channel of [0, 1]) {
      expect(feature.fill[channel]).toBeCloseTo(mean[channel] as number, 12);
      expect(feature.centre[channel]).toBe(feature.fill[channel]);
    }
    expect(feature.spread[0]).toBeCloseTo(1.8036349890024086, 12);
    expect(feature.spread[1]).toBeCloseTo(21.962119905505517, 12);
    const { data } = applyTransform(transform, table, allRows(table));
    expect([data[6 + 2], data[12 + 5]]).toEqual([0, 0]);
    const ranges = await fit(columnsOf(gaps), [array({ scaling: 'min-max' })]);
    expect(ranges.feature).toMatchObject({ centre: [0, -7], spread: [6, 67] });
    const scaled = applyTransform(ranges.transform, table, allRows(table)).data;
    expect(scaled[6 + 2]).toBeCloseTo((mean[0] as number) / 6, 6);
    expect(scaled[12 + 5]).toBeCloseTo(((mean[1] as number) + 7) / 67, 6);
    const raw = await fit(columnsOf(gaps), [array({ scaling: 'none' })]);
    const asTheyAre = applyTransform(raw.transform, table, allRows(table)).data;
    expect(asTheyAre[6 + 2]).toBeCloseTo(mean[0] as number, 6);
    // The same of lists, and a missing list is missing numbers alone.
    const lists = gaps.map(
      (row) => `"${row.map((cell) => (typeof cell === 'string' ? 'nan' : cell)).join(' ')}"`,
    );
    const listed = await fit({ x_list: [...lists, ''] });
    expectSame(listed.feature, feature);
    const vectors = applyTransform(listed.transform, listed.table, allRows(listed.table)).data;
    expect([vectors[6 + 2], vectors[12 + 5]]).toEqual([0, 0]);
    expect([...vectors.slice(24)]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('constants stay, and no other row is looked at', async () => {
    const rows = [...NUMBERS.map((row) => [7, ...row.slice(1)]), [1e9, 1, 1, 1, 1, 1]];
    const { feature, dropped } = await fit(columnsOf(rows), [array({ shape: [6] })], {
      training: 4,
    });
    expect(dropped).toEqual([]);
    expect([feature.centre[0], feature.spread[0], feature.fill[0]]).toEqual([7, 1, 7]);
  });

  test('columns of an array are no features of their own, and come in the order of the data', async () => {
    const cells = { n: [1, 2, 3, 4], b_2: [1, 2, 2, 1], a_10: [5, 6, 5, 5], a_9: [1, 9, 9, 9] };
    const kinds = [
      array({ name: 'z', columns: ['a_*'], shape: [2] }),
      array({ name: 'm', columns: ['b_2'], shape: [1] }),
    ];
    const one = await fit(cells, kinds);
    expect(one.transform.features.map(nameOfFeature)).toEqual(['n', 'm', 'z']);
    expect(one.transform.features[2]).toMatchObject({ columns: ['a_10', 'a_9'], offset: 3 });
    const other = await fit(cells, kinds.toReversed(), { features: ['a_9', 'n', 'b_2', 'a_10'] });
    expect(other.transform).toEqual(one.transform);
    const named = await fit(cells, [array({ columns: ['a_9', 'a_*'], shape: [2] })]);
    expect(named.transform.features.at(-1)).toMatchObject({ columns: ['a_9', 'a_10'] });
  });

  test('the label and ignored columns match no pattern', async () => {
    const cells = { l_1: [1, 2], l_2: [3, 4], l_3: [5, 6] };
    const kinds = [array({ columns: ['l*'], shape: [2] })];
    const { feature } = await fit(cells, kinds, { ignore: ['l_2'] });
    expect(feature.columns).toEqual(['l_1', 'l_3']);
  });

  test.each<[string, Cells, FeatureConfiguration[], string]>([
    [
      'as many columns as the shape does not need',
      columnsOf(NUMBERS),
      [array({ shape: [28, 28, 1] })],
      'mlops.yml:3:3: The array "series" has 6 columns, and its shape 28 × 28 × 1 needs 784.',
    ],
    [
      'a pattern that no column has',
      columnsOf(NUMBERS),
      [array({ columns: ['pixel*'] })],
      'mlops.yml:3:3: No column to learn from matches "pixel*" of the array "series". The columns are: x_0, x_1, x_2, x_3, x_4, x_5.',
    ],
    [
      'a column that is not there',
      columnsOf(NUMBERS),
      [array({ columns: ['x_0', 'x_7'] })],
      'The array "series" names a column "x_7" that is not among those to learn from. Did you mean "x_0"?',
    ],
    [
      'the name of a column',
      columnsOf(NUMBERS),
      [array({ name: 'x_0' })],
      'mlops.yml:3:3: The array "x_0" has the name of a column. Give it another name.',
    ],
    [
      'a column in two arrays',
      columnsOf(NUMBERS),
      [array(), array({ name: 'z', columns: ['x_3'], shape: [1] })],
      'The column "x_3" is in the arrays "series" and "z". Name it in one.',
    ],
    [
      'a column with an entry of its own',
      columnsOf(NUMBERS),
      [array(), { kind: 'log', column: 'x_4', where }],
      'The column "x_4" is in the array "series" and has an entry of its own in features.',
    ],
    [
      'a word',
      { ...columnsOf(NUMBERS), x_2: [1, 'big', 2, 3] },
      [array()],
      'data.csv:3: Column "x_2" holds "big" where the model reads a number.',
    ],
    [
      'an infinite number',
      { ...columnsOf(NUMBERS), x_2: [1, 2, 'inf', 3] },
      [array()],
      'data.csv:4: The value Infinity of column "x_2" is infinite or too large.',
    ],
    [
      'a list that is too short and one that is too long',
      {
        x_list: list(
          [
            [1, 2, 3, 4, 5, 6],
            [1, 2],
            [1, 2, 3, 4, 5, 6, 7],
          ],
          ' ',
        ),
      },
      [array()],
      [
        'data.csv:3: The cell of column "x_list" holds 2 numbers where the shape needs 6. Correct the row, or the shape of the array.',
        'data.csv:4: The cell of column "x_list" holds 7 numbers where the shape needs 6.',
      ].join('\n'),
    ],
    [
      'a list of words',
      {
        x_list: list(
          [
            [1, 2, 3, 4, 5, 6],
            [1, 2, `${'<b>'.repeat(99)}`, 4, 5, 6],
          ],
          ' ',
        ),
      },
      [array()],
      `data.csv:3: The cell of column "x_list" holds "${'<b>'.repeat(13)}<…" where a number is needed.`,
    ],
    [
      'numbers instead of lists',
      { x_list: [1, 2, 3] },
      [array()],
      'data.csv:2: The cell of column "x_list" holds one number where the shape needs 6.',
    ],
    [
      'numbers beyond single precision',
      { ...columnsOf(NUMBERS), x_2: [1, 2, 1e300, 3] },
      [array()],
      'The numbers of the array "series" are too large, or too close together, to be scaled.',
    ],
    [
      'nothing',
      columnsOf([
        ['', 1, '', 2, '', 3],
        ['', 1, '', 2, '', 4],
      ]),
      [array()],
      'series: no value in the training split for place 1 of its last axis',
    ],
  ])('with %s is refused', async (_name, cells, kinds, message) => {
    await expect(fit(cells, kinds)).rejects.toThrow(message);
  });

  test('a later row is refused at its line', async () => {
    const { transform } = await fit({ x_list: list(NUMBERS, ' ') });
    const later = await makeTable('x_list\n1 2 3 4 5 6\n1 2 3 4 5\n1e300 1 1 1 1 1\n');
    expect(problemsOf(() => applyTransform(transform, later, allRows(later)))).toBe(
      [
        'data.csv:3: The cell of column "x_list" holds 5 numbers where the shape needs 6. Correct the row, or the shape of the array.',
        'data.csv:4: The value 1e+300 of column "x_list" is infinite or too large. Correct the row, or leave the column out with data.ignore.',
      ].join('\n'),
    );
  });

  test.each([
    ['"shape":[3,2]', '"shape":[2,2]', 'has the width 6 for the shape 2 × 2'],
    ['"columns":["x_0",', '"columns":["x_9","x_0",', 'has 7 columns for 6 numbers'],
    ['"columns":["x_0",', '"columns":["label",', 'which is the label'],
    ['"columns":["x_0",', '"columns":["x_1",', 'must NOT have duplicate items'],
    ['"shape":[3,2]', '"shape":[3,2,1,1,1]', 'must NOT have more than 4 items'],
    ['"shape":[3,2]', '"shape":[6]', 'one centre, spread and fill for each of 6 channels'],
    [/"spread":\[[^,]*,/, '"spread":[1e-300,', 'has a scale beyond single precision'],
    [/"spread":\[[^,]*,/, '"spread":[0,', 'must be > 0'],
    [/"fill":\[[^,]*,/, '"fill":[1e300,', 'has a scale beyond single precision'],
    [/"centre":\[[^,]*,/, '"centre":[', 'one centre, spread and fill for each of 2 channels'],
    ['"name":"series"', '"name":"label"', 'which the label or another feature reads'],
  ] as const)('a transform.json with %s as %s is refused', async (from, to, message) => {
    const { transform } = await fit(columnsOf(NUMBERS));
    const text = JSON.stringify(transform).replace(from, to);
    expect(problemsOf(() => parseTransform(text, 'transform.json'))).toContain(message);
  });

  test('scaled numbers of training have mean 0 and deviation 1 in each channel, whatever they are', async () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 3 }),
        fc.array(fc.array(number, { minLength: 9, maxLength: 9 }), { minLength: 3, maxLength: 8 }),
        async (steps, channels, lists) => {
          const width = steps * channels;
          const rows = lists.map((row) => row.slice(0, width));
          const { transform, table, feature } = await fit({ x_list: list(rows, ' ') }, [
            array({ shape: [steps, channels] }),
          ]).catch((error: Error) => {
            fc.pre(!error.message.includes('one number where'));
            fc.pre(!error.message.includes('too close together'));
            throw error;
          });
          const { data } = applyTransform(transform, table, allRows(table));
          for (let channel = 0; channel < channels; channel++) {
            const values = [...data].filter((_, index) => index % channels === channel);
            const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
            const square = values.reduce((sum, value) => sum + value * value, 0) / values.length;
            const large = Math.abs((feature.centre[channel] ?? 0) / (feature.spread[channel] ?? 1));
            fc.pre(large < 1e6);
            expect(mean).toBeCloseTo(0, 5);
            expect([0, 1]).toContain(Math.round(square * 1e4) / 1e4);
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('a list of numbers in a text', () => {
  test('is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.nat()), {
          minLength: 1,
          maxLength: 20,
        }),
        fc.constantFrom(',', ' , ', ' ', '\t', ';', '\n'),
        (values, join) => {
          const expected = values.map((value) => value + 0);
          const numbers = new Float64Array(values.length);
          expect(readList(JSON.stringify(values), numbers)).toBeUndefined();
          expect([...numbers]).toEqual(JSON.parse(JSON.stringify(values)));
          expect(readList(values.join(join), numbers)).toBeUndefined();
          expect([...numbers].map((value) => value + 0)).toEqual(expected);
        },
      ),
    );
  });

  test.each([
    ['123456789012345678901234567890 +5 -.5 1. 1e3', [1.2345678901234568e29, 5, -0.5, 1, 1000]],
    ['[null, 1]', [Number.NaN, 1]],
    ['NaN 1', [Number.NaN, 1]],
  ])('%s', (text, expected) => {
    const numbers = new Float64Array(expected.length);
    expect(readList(text, numbers)).toBeUndefined();
    expect([...numbers]).toEqual(expected);
  });

  test.each([
    ['0x1F', '"0x1F" where a number'],
    ['[[1, 2], [3]]', '"[1" where a number'],
    ['1-2', '"1-2" where a number'],
    ['inf', '"inf" where a number'],
    ['', '0 numbers where the shape needs 1'],
    ['[]', '0 numbers where the shape needs 1'],
    ['[', '"[" where a number'],
  ])('%s is none', (text, fault) => {
    expect(readList(text, new Float64Array(1))?.fault).toContain(fault);
  });
});
