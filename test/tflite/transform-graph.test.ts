import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Table } from '../../shared/data/index.ts';
import {
  applyTransform,
  type BucketsTransform,
  type NumberTransform,
  type Transform,
} from '../../shared/features/index.ts';
import { executeGraph } from '../../shared/tflite/execute-graph.ts';
import { writeFlatbuffer } from '../../shared/tflite/flatbuffer-writer.ts';
import { GraphBuilder, type TensorData } from '../../shared/tflite/graph.ts';
import { describeInputs, executeFile, readRawFeatures } from '../../shared/tflite/index.ts';
import { listInputs, nameInputs } from '../../shared/tflite/input-names.ts';
import { lowerTransform } from '../../shared/tflite/lower-transform.ts';
import { orderGraph } from '../../shared/tflite/order-graph.ts';
import { exampleAt } from '../../shared/tflite/raw-features.ts';
import { allRows, makeModel } from './random-model.ts';

function lower(transform: Transform) {
  const builder = new GraphBuilder();
  const names = nameInputs(listInputs(transform), 'probability');
  const { features, order } = lowerTransform(builder, transform, names);
  return { graph: orderGraph(builder.build([features])), features, order };
}

/** The graph's numbers in the order of the transform's vector. */
function vectorOf(transform: Transform, example: ReadonlyMap<string, TensorData>): number[] {
  const { graph, features, order } = lower(transform);
  const values = executeGraph(graph, example).get(features) ?? [];
  const vector: number[] = [];
  for (const [index, place] of order.entries()) vector[place] = values[index] as number;
  return vector;
}

const label = { kind: 'classes', column: 'y', classes: ['a', 'b'] } as const;
const COLOURS: Transform = {
  version: 1,
  width: 4,
  features: [
    { kind: 'one-hot', column: 'colour', offset: 0, width: 4, vocabulary: ['blue', 'red'] },
  ],
  label,
};
const YEARS: Transform = {
  version: 1,
  width: 2,
  features: [
    {
      kind: 'standardize',
      column: 'year',
      offset: 0,
      width: 2,
      mean: 2008.0290697674418,
      deviation: 0.8171701460734,
    },
  ],
  label,
};

describe('the transform as a graph', () => {
  test('gives the same vector as applyTransform for any columns', () => {
    const shapes = fc.record({
      numeric: fc.integer({ min: 0, max: 5 }),
      kinds: fc.constantFrom(
        undefined,
        ['min-max'] as const,
        ['log'] as const,
        ['quantile-buckets'] as const,
        ['quantile-buckets', 'standardize'] as const,
        ['log', 'standardize', 'min-max'] as const,
      ),
      vocabularies: fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 4 }),
      crossed: fc.boolean(),
      dates: fc.integer({ min: 0, max: 3 }),
      arrays: fc.array(fc.constantFrom([3, 2], [2, 2, 1], [4], [1]), { maxLength: 4 }),
      tokens: fc.integer({ min: 0, max: 2 }),
      seed: fc.integer({ min: 0, max: 1e6 }),
    });
    fc.assert(
      fc.property(shapes, ({ kinds, seed, ...columns }) => {
        const { numeric, vocabularies, dates, arrays, tokens } = columns;
        fc.pre(numeric + vocabularies.length + dates + arrays.length + tokens > 0);
        const task = 'binary-classification';
        const plan = {
          task,
          ...columns,
          hidden: [],
          classes: 2,
          ...(kinds === undefined ? {} : { kinds }),
        } as const;
        const { transform, table } = makeModel(plan, seed, 6);
        const rows = allRows(table);
        const expected = applyTransform(transform, table, rows);
        const raw = readRawFeatures(transform, describeInputs(transform, task), table, rows);
        for (const row of rows) {
          const vector = vectorOf(transform, exampleAt(raw, row));
          expect(vector).toHaveLength(transform.width);
          for (const [index, value] of vector.entries()) {
            expect(value).toBeCloseTo(expected.data[row * transform.width + index] as number, 5);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    [0, [1, 0, 0, 0]],
    [1, [0, 1, 0, 0]],
    [2, [0, 0, 1, 0]],
    [3, [0, 0, 0, 1]],
    [4, [0, 0, 1, 0]],
    [-1, [0, 0, 1, 0]],
    [2147483647, [0, 0, 1, 0]],
    [-2147483648, [0, 0, 1, 0]],
  ])('id %d of two words: words, unknown, missing; any other id is unknown', (id, expected) => {
    expect(vectorOf(COLOURS, new Map([['colour', Int32Array.of(id)]]))).toEqual(expected);
  });

  test('a large mean with a small deviation keeps its precision in LiteRT', async () => {
    const { graph, features } = lower(YEARS);
    const file = writeFlatbuffer({ ...graph, outputs: ['numeric/values'] }, 'years');
    expect(features).toBe('features');
    const answers = await executeFile({
      file,
      rows: 3,
      inputs: [{ name: 'year', data: Float32Array.of(2007, Number.NaN, 2009) }],
      output: 'numeric/values',
    });
    // By hand: (2007 − 2008.0290697674418) / 0.8171701460734 and (2009 − …) / ….
    expect(answers.data[0]).toBeCloseTo(-1.2593091, 6);
    expect(answers.data[1]).toBe(0);
    expect(answers.data[2]).toBeCloseTo(1.1881617, 6);
  });

  test('clips, takes logarithms and scales in LiteRT as applyTransform does', async () => {
    const place = { column: 'price', offset: 0, width: 2 } as const;
    const kinds: (NumberTransform | BucketsTransform)[] = [
      { kind: 'quantile-buckets', ...place, width: 5, boundaries: [1.5, 9.2, 9.25] },
      { kind: 'quantile-buckets', ...place, width: 3, boundaries: [0.1] },
      { kind: 'min-max', ...place, minimum: -2, maximum: 14 },
      { kind: 'min-max', ...place, minimum: -2, maximum: 14, clip: { low: -1, high: 10 } },
      { kind: 'log', ...place, mean: 2, deviation: 0.5, clip: { low: 0 } },
      { kind: 'log', ...place, mean: 2, deviation: 0.5, clip: { low: -0.5, high: 10 } },
      { kind: 'standardize', ...place, mean: 3, deviation: 4, clip: { high: 10 } },
    ];
    const price = Float32Array.of(-7, 1.5, Number.NaN, 9.25, 1e6);
    for (const feature of kinds) {
      const transform: Transform = {
        version: 1,
        width: feature.width,
        features: [feature],
        label,
      };

      const { graph, features } = lower(transform);
      const file = writeFlatbuffer(graph, 'kinds');
      const inputs = [{ name: 'price', data: price }];
      const answers = await executeFile({ file, rows: 5, inputs, output: features });
      const values = Float64Array.from(price);
      const table: Table = {
        columns: [{ kind: 'numeric', name: 'price', values, integers: false }],
        rowCount: 5,
        files: ['price.csv'],
        fileOfRow: new Uint16Array(5),
        lineOfRow: Uint32Array.from([2, 3, 4, 5, 6]),
      };
      const expected = applyTransform(transform, table, allRows(table)).data;
      expect([...answers.data].map((value) => Number(value.toPrecision(5)))).toEqual(
        [...expected].map((value) => Number(value.toPrecision(5))),
      );
    }
  });

  test('dates in LiteRT have the vector of applyTransform', async () => {
    const { transform, table } = makeModel(
      { task: 'regression', numeric: 1, vocabularies: [2], dates: 3, hidden: [], classes: 2 },
      3,
      50,
    );
    const { graph, features, order } = lower(transform);
    const described = describeInputs(transform, 'regression');
    const raw = readRawFeatures(transform, described, table, allRows(table));
    const file = writeFlatbuffer(graph, 'dates');
    const answers = await executeFile({ file, rows: 50, inputs: raw, output: features });
    const expected = applyTransform(transform, table, allRows(table)).data;
    for (const [index, value] of answers.data.entries()) {
      const row = Math.floor(index / transform.width);
      const place = row * transform.width + (order[index % transform.width] ?? 0);
      expect(Math.abs(value - (expected[place] as number))).toBeLessThan(2e-6);
    }
  });

  test('parts of a date are inputs of their own, which say what to feed', () => {
    const transform: Transform = {
      version: 1,
      width: 6,
      features: [
        {
          kind: 'date',
          column: 'sold at',
          offset: 0,
          width: 6,
          parts: ['hour-of-day', 'day-of-week'],
          trend: { start: Date.UTC(2024, 1, 29, 12), mean: 0, deviation: 1 },
        },
      ],
      label,
    };
    expect(
      describeInputs(transform, 'regression').map(({ name, meaning }) => [name, meaning]),
    ).toEqual([
      ['sold_at_hour_of_day', 'hours since midnight in UTC, with fraction: 0 to below 24'],
      ['sold_at_day_of_week', 'day of the week in UTC: 0 (Monday) to 6'],
      ['sold_at_trend', 'days since 2024-02-29T12:00:00.000Z, with fraction'],
    ]);
    const missing = new Map(
      ['hour_of_day', 'day_of_week', 'trend'].map((part) => [
        `sold_at_${part}`,
        Float32Array.of(Number.NaN),
      ]),
    );
    expect(vectorOf(transform, missing)).toEqual([0, 0, 0, 0, 0, 1]);
  });

  test('refuses numbers beyond single precision by their column', () => {
    const feature = { kind: 'standardize', column: 'tiny', offset: 0, width: 2, mean: 0 } as const;
    const transform = { ...YEARS, features: [{ ...feature, deviation: 1e-300 }] };
    expect(() => lower(transform)).toThrow('column "tiny"');
  });
});

describe('nameInputs', () => {
  test.each([
    [
      ['Body mass (g)', 'body-mass-g'],
      ['Body_mass_g', 'body_mass_g_2'],
    ],
    [
      ['2019', 'größe', '日本'],
      ['column_2019', 'gr_e', 'column_3'],
    ],
    [
      ['probability', 'features', '__proto__'],
      ['probability_2', 'features_2', 'proto'],
    ],
    [
      ['a\u0000b', '<script>', 'x'.repeat(1e6)],
      ['a_b', 'script', 'x'.repeat(64)],
    ],
  ])('%j', (columns, expected) => {
    const names = nameInputs(
      columns.map((column) => ({ column })),
      'probability',
    );
    expect(columns.map((column) => names.get(column))).toEqual(expected);
  });

  test('a part of a date ends its name, however long the column and whatever it is called', () => {
    const inputs = [
      { column: 'x'.repeat(100), part: 'day-of-year' },
      { column: 'when', part: 'trend' },
      { column: 'when_trend' },
      { column: '日', part: 'trend' },
    ] as const;
    const names = nameInputs(inputs, 'value');
    expect(
      inputs.map((input) => names.get(input.column, 'part' in input ? input.part : undefined)),
    ).toEqual([`${'x'.repeat(52)}_day_of_year`, 'when_trend', 'when_trend_2', 'column_4_trend']);
  });

  test('every name is an identifier and there is no other like it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'binary' }), { maxLength: 30 }), (columns) => {
        const names = nameInputs(
          columns.map((column) => ({ column })),
          'value',
        );
        const given = columns.map((column) => names.get(column));
        for (const name of given) expect(name).toMatch(/^[A-Za-z][A-Za-z0-9_]*$/);
        expect(new Set([...given, 'value'].map((name) => name.toLowerCase())).size).toBe(
          columns.length + 1,
        );
      }),
    );
  });
});
