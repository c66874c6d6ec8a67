import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyTransform, fitTransform, parseTransform } from '../../shared/features/index.ts';
import { allRows, csv, makeTable, problemsOf } from './tables.ts';

const where = { file: 'mlops.yml', line: 3, column: 3 };

async function tableOf(x: readonly (string | number)[]) {
  return makeTable(csv({ x, label: x.map((_, row) => (row % 2 ? 'a' : 'b')) }));
}

async function fit(x: readonly (string | number)[], buckets: number, rows = x.length) {
  const table = await tableOf(x);
  const { transform } = fitTransform(table, allRows(table).slice(0, rows), {
    label: 'label',
    task: 'binary-classification',
    ignore: [],
    kinds: [{ column: 'x', kind: 'quantile-buckets', buckets, where }],
  });
  const matrix = applyTransform(transform, table, allRows(table));
  return { transform, feature: transform.features[0], places: hotPlaces(matrix) };
}

/** The one place of each row that is 1. */
function hotPlaces({ data, columns }: { readonly data: Float32Array; readonly columns: number }) {
  return Array.from({ length: data.length / columns }, (_, row) => {
    const vector = [...data.slice(row * columns, (row + 1) * columns)];
    expect(vector.filter((value) => value !== 0)).toEqual([1]);
    return vector.indexOf(1);
  });
}

describe('quantile buckets', () => {
  test('as KBinsDiscretizer, with a place for missing values', async () => {
    // scikit-learn 1.9.1: KBinsDiscretizer(n_bins=4, encode='ordinal', strategy='quantile', quantile_method='linear')
    // .fit(x) of the six values: bin_edges_ [1, 3.5, 6.25, 8.625, 120], transform [1, 0, 3, 3, 0, 2]; NumPy 2.4.6:
    // np.nanquantile(x, [0.25, 0.5, 0.75]) gives the same boundaries.
    const { feature, places } = await fit([5, 1, 9, '', 120, 3, 7.5], 4);
    expect(feature).toEqual({
      kind: 'quantile-buckets',
      column: 'x',
      offset: 0,
      width: 5,
      boundaries: [3.5, 6.25, 8.625],
    });
    expect(places).toEqual([1, 0, 3, 4, 3, 0, 2]);
  });

  test('come from training rows alone; later values beyond them are in the outer buckets', async () => {
    const { feature, places } = await fit([0, 5, 10, 15, 20, -1e6, 1e6, '', 7], 4, 5);
    expect(feature).toMatchObject({ boundaries: [5, 10, 15] });
    // A value at a boundary is in the upper bucket.
    expect(places).toEqual([0, 1, 2, 3, 3, 0, 3, 4, 1]);
  });

  test('are fewer where values repeat, and none of them is empty', async () => {
    const { feature, places } = await fit([0, 0, 0, 0, 0, 0, 1, 1, 1, 2], 10);
    expect(feature).toMatchObject({ boundaries: [expect.closeTo(0.4), expect.closeTo(1.1)] });
    expect(new Set(places)).toEqual(new Set([0, 1, 2]));
  });

  test.each([
    [['', '', ''], 'x: no value in the training split'],
    [[4, 4, 4], 'x: always 4 in the training split'],
    [[4, 4, 4, 4, 5], 'x: its quantiles in the training split are all 4, which gives one bucket'],
    // In single precision the boundary between them is the lower of two neighbours.
    [[0, 7.006492321624087e-46, 0], 'x: its quantiles in the training split are all 0'],
  ])('of %j are dropped', async (x, reason) => {
    await expect(fit(x, 2)).rejects.toThrow(reason);
  });

  test('any numbers: each row in one bucket, larger numbers in no lower one, each bucket used', async () => {
    await fc.assert(
      fc.asyncProperty(
        // Of 17 bits, so that single precision holds a fortieth of the way from one to the next.
        fc.array(fc.integer({ min: -(2 ** 17), max: 2 ** 17 }), { minLength: 3, maxLength: 40 }),
        fc.integer({ min: -60, max: 60 }),
        fc.integer({ min: 2, max: 20 }),
        async (integers, exponent, buckets) => {
          const numbers = integers.map((integer) => integer * 2 ** exponent);
          const sorted = numbers.toSorted((a, b) => a - b);
          fc.pre(sorted.at(-1) !== sorted[0]);
          const { transform, feature, places } = await fit(
            sorted,
            Math.max(buckets, numbers.length),
          );
          expect(parseTransform(JSON.stringify(transform), 'transform.json')).toEqual(transform);
          expect(places).toEqual(places.toSorted((a, b) => a - b));
          expect(new Set(places).size).toBe((feature?.width ?? 0) - 1);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('refuse words and infinite numbers', async () => {
    const table = await tableOf([1, 'two', 3]);
    const kinds = [{ column: 'x', kind: 'quantile-buckets', buckets: 3, where } as const];
    const request = { label: 'label', task: 'binary-classification', ignore: [], kinds } as const;
    expect(problemsOf(() => fitTransform(table, allRows(table), request))).toMatch(
      /^mlops\.yml:3:3: quantile-buckets needs numbers, and column "x" holds "two"/,
    );
    await expect(fit([1, 'inf', 3], 3)).rejects.toThrow(/^data\.csv:3: .*infinite/);
    const { transform } = await fit([1, 2, 3], 3);
    for (const cell of ['many', 'inf', '1e300']) {
      const later = await tableOf([1, cell, 3]);
      expect(problemsOf(() => applyTransform(transform, later, allRows(later)))).toMatch(
        /^data\.csv:3: /,
      );
    }
  });

  test.each([
    ['[3,3]', 4, 'do not rise'],
    ['[1,1.00000000001]', 4, 'do not rise'],
    ['[1,1e300]', 4, 'beyond single precision'],
    ['[1,2]', 5, 'has the width 5 for 2 boundaries'],
    ['[]', 2, '/features/0'],
  ])(
    'a transform.json with boundaries %s and width %d is refused',
    (boundaries, width, message) => {
      const text = `{"version":1,"width":${width},"features":[{"kind":"quantile-buckets","column":"x","offset":0,"width":${width},"boundaries":${boundaries}}],"label":{"kind":"classes","column":"y","classes":["a","b"]}}`;
      expect(problemsOf(() => parseTransform(text, 'transform.json'))).toContain(message);
    },
  );
});
