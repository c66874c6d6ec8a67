import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { NumberFeatureConfiguration } from '../../shared/config/index.ts';
import {
  applyTransform,
  fitTransform,
  type NumberTransform,
  nameOfFeature,
  parseTransform,
  type TransformRequest,
} from '../../shared/features/index.ts';
import { allRows, csv, makeTable, problemsOf } from './tables.ts';

type Asked = Pick<NumberFeatureConfiguration, 'kind' | 'clip'>;

const where = { file: 'mlops.yml', line: 5, column: 3 };

function request(asked: Asked, column = 'x'): TransformRequest {
  return {
    label: 'label',
    task: 'multiclass-classification',
    ignore: [],
    kinds: [{ column, ...asked, where }],
  };
}

function labels(rows: number): string[] {
  return Array.from({ length: rows }, (_, row) => (row % 2 === 0 ? 'a' : 'b'));
}

async function tableOf(x: readonly (string | number)[]) {
  return makeTable(csv({ x, label: labels(x.length) }));
}

async function fit(x: readonly (string | number)[], asked: Asked) {
  const table = await tableOf(x);
  const { transform, dropped } = fitTransform(table, allRows(table), request(asked));
  return { transform, dropped, table, matrix: applyTransform(transform, table, allRows(table)) };
}

/** `null` where the value is missing. */
function expectNumbers(data: Float32Array, expected: readonly (number | null)[]): void {
  expect(data).toHaveLength(2 * expected.length);
  for (const [row, value] of expected.entries()) {
    expect(data[2 * row]).toBeCloseTo(value ?? 0, 6);
    expect(data[2 * row + 1]).toBe(value === null ? 1 : 0);
  }
}

describe('as scikit-learn 1.9.1 and NumPy 2.4.6', () => {
  test('min-max: MinMaxScaler().fit(x).transform(x), and of values beyond those of training', async () => {
    const { transform, matrix } = await fit([39.1, 39.5, 40.3, '', 36.7, 39.3, 38.9], {
      kind: 'min-max',
    });
    expect(transform.features).toEqual([
      { kind: 'min-max', column: 'x', offset: 0, width: 2, minimum: 36.7, maximum: 40.3 },
    ]);
    expectNumbers(matrix.data, [
      0.6666666666666661,
      0.7777777777777786,
      1,
      null,
      0,
      0.7222222222222214,
      0.6111111111111107,
    ]);
    const later = await tableOf([50, 30]);
    expectNumbers(
      applyTransform(transform, later, allRows(later)).data,
      [3.69444444444445, -1.861111111111116],
    );
  });

  test('log: StandardScaler().fit(np.log1p(x)).transform(np.log1p(x))', async () => {
    const { transform, matrix } = await fit([0, 1.5, 20, '', 1200.25, -0.5, 7], { kind: 'log' });
    expect(transform.features).toEqual([
      {
        kind: 'log',
        column: 'x',
        offset: 0,
        width: 2,
        mean: expect.closeTo(2.073037581833662, 12),
        deviation: expect.closeTo(2.562950147479878, 12),
      },
    ]);
    expectNumbers(matrix.data, [
      -0.8088481876528336,
      -0.4513341202117895,
      0.37904945472506046,
      null,
      1.9579313251118309,
      -1.079297139319533,
      0.0024986673472641515,
    ]);
  });

  test('clip by quantiles: np.clip(x, *np.nanquantile(x, [0.1, 0.8])), then StandardScaler()', async () => {
    const { transform, matrix } = await fit([5, 1, 9, '', 120, 3, 7.5], {
      kind: 'standardize',
      clip: { by: 'quantiles', low: 0.1, high: 0.8 },
    });
    expect(transform.features).toEqual([
      {
        kind: 'standardize',
        column: 'x',
        offset: 0,
        width: 2,
        clip: { low: 2, high: 9 },
        mean: expect.closeTo(5.916666666666667, 12),
        deviation: expect.closeTo(2.775137634224452, 12),
      },
    ]);
    expectNumbers(matrix.data, [
      -0.33031394744601245,
      -1.41134141181478,
      1.1110560050456777,
      null,
      1.1110560050456777,
      -1.0509989236918575,
      0.5705422728612939,
    ]);
  });

  test('clip by limits: np.clip(x, 2, 8), then MinMaxScaler()', async () => {
    const { matrix } = await fit([5, 1, 9, '', 120, 3, 7.5], {
      kind: 'min-max',
      clip: { by: 'limits', low: 2, high: 8 },
    });
    expectNumbers(matrix.data, [0.5, 0, 1, null, 1, 0.16666666666666669, 0.9166666666666667]);
  });
});

describe('fitting', () => {
  test.each<[Asked, Partial<NumberTransform>]>([
    [{ kind: 'min-max' }, { minimum: 1, maximum: 3 }],
    [{ kind: 'log' }, { mean: (Math.log(2) + Math.log(4)) / 2 }],
    [
      { kind: 'standardize', clip: { by: 'quantiles', low: 0, high: 0.5 } },
      { clip: { low: 1, high: 2 }, mean: 1.5 },
    ],
  ])('%j sees nothing of rows outside the training split', async (asked, expected) => {
    const table = await tableOf([1, 3, -50, 9000]);
    const { transform } = fitTransform(table, Int32Array.of(0, 1), request(asked));
    expect(transform.features[0]).toMatchObject(expected);
  });

  test.each<[string, (string | number)[], Asked, string]>([
    ['no value', ['', '', ''], { kind: 'min-max' }, 'no value in the training split'],
    ['one value', [4, 4, 4], { kind: 'log' }, 'always 4 in the training split'],
    [
      'one value once clipped',
      [4, 5, 6],
      { kind: 'min-max', clip: { by: 'limits', high: 2 } },
      'always 2 after clipping in the training split',
    ],
  ])('%s: the column is dropped with the reason', async (_name, x, asked, reason) => {
    const table = await makeTable(csv({ x, other: [1, 2, 3], label: labels(3) }));
    const { transform, dropped } = fitTransform(table, allRows(table), request(asked));
    expect(dropped).toEqual([{ column: 'x', reason }]);
    expect(transform.features.map(nameOfFeature)).toEqual(['other']);
  });

  test.each(['standardize', 'min-max', 'log'] as const)(
    '%s of one value and gaps: 0, and the indicator tells',
    async (kind) => {
      const { matrix } = await fit([6, '', 6, 6], { kind });
      expect([...matrix.data]).toEqual([0, 0, 0, 1, 0, 0, 0, 0]);
    },
  );

  // JSON would write −0 as 0.
  test.each([
    [{ kind: 'min-max' }, { minimum: 0, maximum: 5 }],
    [{ kind: 'standardize', clip: { by: 'limits', low: -0 } }, { clip: { low: 0 } }],
  ] as const)('the zero of %j has no sign', async (asked, expected) => {
    const table = await makeTable(csv({ x: ['-0', 5, '-0'], label: labels(3) }));
    const { transform } = fitTransform(table, allRows(table), request(asked));
    expect(transform.features).toEqual([expect.objectContaining(expected)]);
  });

  test('what is written is read again and computes the same', () => {
    const value = fc.double({ min: -0.999, max: 1e12, noNaN: true });
    const clip = fc.option(
      fc.record({
        by: fc.constant('quantiles' as const),
        low: fc.double({ min: 0, max: 0.49, noNaN: true }),
        high: fc.double({ min: 0.5, max: 1, noNaN: true }),
      }),
      { nil: undefined },
    );
    return fc.assert(
      fc.asyncProperty(
        fc.array(value, { minLength: 3, maxLength: 20 }),
        fc.constantFrom('standardize' as const, 'min-max' as const, 'log' as const),
        clip,
        async (x, kind, limits) => {
          const table = await makeTable(
            csv({ x, n: x.map((_, row) => row), label: labels(x.length) }),
          );
          const { transform } = fitTransform(
            table,
            allRows(table),
            request({ kind, ...(limits === undefined ? {} : { clip: limits }) }),
          );
          const again = parseTransform(JSON.stringify(transform), 'transform.json');
          expect(again).toEqual(transform);
          const { data } = applyTransform(again, table, allRows(table));
          expect(data.every(Number.isFinite)).toBe(true);
          const [feature] = again.features;
          if (feature?.kind !== 'min-max') return;
          // Training values lie between 0 and 1.
          for (let row = 0; row < x.length; row++) {
            const scaled = data[row * again.width] as number;
            expect(scaled).toBeGreaterThanOrEqual(0);
            expect(scaled).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('refused', () => {
  const problems = async (x: readonly (string | number)[], asked: Asked, column = 'x') => {
    const table = await tableOf(x);
    return problemsOf(() => fitTransform(table, allRows(table), request(asked, column)));
  };

  test('values without a logarithm, at their lines in the training rows', async () => {
    expect(await problems([3, -1, 0, -2.5], { kind: 'log' })).toBe(
      [
        'data.csv:3: The value -1 of column "x" has no ln(1 + value). Correct the row, give features.x a clip that begins above −1, or choose another kind.',
        'data.csv:5: The value -2.5 of column "x" has no ln(1 + value). Correct the row, give features.x a clip that begins above −1, or choose another kind.',
      ].join('\n'),
    );
    const { matrix } = await fit([3, -1, 0, -2.5], {
      kind: 'log',
      clip: { by: 'limits', low: 0 },
    });
    expect(matrix.data[2]).toBe(matrix.data[4]);
  });

  test('a value without a logarithm in other data, not in training', async () => {
    const { transform } = await fit([3, 1, 0], { kind: 'log' });
    const later = await tableOf([2, -1]);
    expect(problemsOf(() => applyTransform(transform, later, allRows(later)))).toMatch(
      /^data\.csv:3: The value -1 of column "x" has no ln\(1 \+ value\)\./,
    );
  });

  test('an infinite value, though a clip would hide it', async () => {
    const clip = { by: 'limits', high: 9 } as const;
    expect(await problems([3, 'inf', 1], { kind: 'min-max', clip })).toMatch(
      /^data\.csv:3: .*infinite/,
    );
    const { transform } = await fit([3, 2, 1], { kind: 'min-max', clip });
    const later = await tableOf([2, 'inf']);
    expect(problemsOf(() => applyTransform(transform, later, allRows(later)))).toMatch(
      /^data\.csv:3: .*infinite/,
    );
  });

  test('words where numbers are asked for, and a column that is not there, at the configuration', async () => {
    expect(await problems([3, 'many', 1], { kind: 'log' })).toBe(
      'mlops.yml:5:3: log needs numbers, and column "x" holds "many". Name this text in data.missing-values, correct the data, or remove features.x.',
    );
    expect(await problems([3, 2, 1], { kind: 'log' }, 'xx')).toBe(
      'mlops.yml:5:3: features names a column "xx" that is not in the data. Did you mean "x"?',
    );
  });

  test('a range beyond all numbers', async () => {
    expect(await problems(['1.7e308', '-1.7e308', 0], { kind: 'min-max' })).toMatch(/too large/);
  });

  test.each([
    ['{"low":3,"high":2}', '/features/0/clip goes from 3 to 2'],
    ['{}', '/features/0/clip'],
    ['{"lower":3}', '/features/0/clip'],
  ])('a transform.json with clip %s', (clip, message) => {
    const text = `{"version":1,"width":2,"features":[{"kind":"min-max","column":"x","offset":0,"width":2,"minimum":0,"maximum":1,"clip":${clip}}],"label":{"kind":"classes","column":"y","classes":["a","b"]}}`;
    expect(problemsOf(() => parseTransform(text, 'transform.json'))).toContain(message);
    const turned = text.replace(`,"clip":${clip}`, '').replace('"minimum":0', '"minimum":7');
    expect(problemsOf(() => parseTransform(turned, 'transform.json'))).toContain(
      '/features/0 goes from 7 to 1',
    );
  });
});
