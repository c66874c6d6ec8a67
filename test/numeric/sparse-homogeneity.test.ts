import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { testSparseHomogeneity } from '../../shared/numeric/index.ts';
import { momentsOfSquares } from '../../shared/numeric/sparse-homogeneity.ts';

/** Every way to draw rows, one by one. */
function enumerate(totals: readonly number[], drawn: number): number[] {
  const rows = totals.flatMap((total, value) => Array.from({ length: total }, () => value));
  const sums: number[] = [];
  const walk = (from: number, left: number, held: number[]) => {
    if (left === 0) {
      sums.push(held.reduce((sum, count, value) => sum + count ** 2 / (totals[value] ?? 1), 0));
      return;
    }
    for (let row = from; row <= rows.length - left; row++) {
      const next = [...held];
      next[rows[row] ?? 0] = (next[rows[row] ?? 0] ?? 0) + 1;
      walk(row + 1, left - 1, next);
    }
  };
  walk(
    0,
    drawn,
    totals.map(() => 0),
  );
  return sums;
}

describe('homogeneity of rare values', () => {
  test('mean and variance are those of all splits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 }),
        fc.nat(),
        (totals, seed) => {
          const all = totals.reduce((sum, total) => sum + total, 0);
          const drawn = seed % (all + 1);
          const sums = enumerate(totals, drawn);
          const mean = sums.reduce((sum, value) => sum + value, 0) / sums.length;
          const variance = sums.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sums.length;
          const moments = momentsOfSquares(Int32Array.from(totals), drawn);
          expect(moments.mean).toBeCloseTo(mean, 10);
          expect(moments.variance).toBeCloseTo(variance, 10);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('the p-value is the share of splits at least as far apart', () => {
    const counts = [
      [3, 0],
      [0, 2],
      [1, 1],
      [3, 1],
    ] as const;
    const sums = enumerate([3, 2, 2, 4], 7);
    const observed = 9 / 3 + 0 + 1 / 2 + 9 / 4;
    const exact = sums.filter((sum) => sum >= observed - 1e-9).length / sums.length;
    const p = testSparseHomogeneity(counts)?.pValue ?? Number.NaN;
    // It stops at 20 splits as far apart: a relative standard deviation of about 1 / √20.
    expect(p / exact).toBeGreaterThan(0.4);
    expect(p / exact).toBeLessThan(2.2);
  });

  test('is never below 1 / 10,000, and the same in every run', () => {
    const replaced = Array.from({ length: 100 }, (_, value) =>
      value < 50 ? ([4, 0] as const) : ([0, 4] as const),
    );
    expect(testSparseHomogeneity(replaced)).toEqual({
      pValue: 1 / 10_000,
      source: { kind: 'permutations', permutations: 9999 },
    });
    const turned = replaced.map(([a, b]) => [b, a] as const).reverse();
    expect(testSparseHomogeneity(turned)).toEqual(testSparseHomogeneity(replaced));
  });

  test('a large table has a bound: far below any level when replaced, 1 when nothing differs', () => {
    const values = Array.from({ length: 20_000 }, (_, value) => value);
    const replaced = values.map((value) =>
      value % 2 === 0 ? ([4, 0] as const) : ([0, 4] as const),
    );
    const result = testSparseHomogeneity(replaced);
    expect(result?.source.kind).toBe('bound');
    expect(result?.pValue).toBeLessThan(1e-4);
    expect(testSparseHomogeneity(values.map(() => [2, 2] as const))?.pValue).toBe(1);
  });

  test('values that each stand once, one value and one data set can tell nothing', () => {
    const once = Array.from({ length: 50 }, (_, value) => [value % 2, 1 - (value % 2)] as const);
    expect(testSparseHomogeneity(once)).toBeNull();
    expect(testSparseHomogeneity([[3, 4]])).toBeNull();
    expect(
      testSparseHomogeneity([
        [3, 0],
        [2, 0],
      ]),
    ).toBeNull();
    expect(testSparseHomogeneity([])).toBeNull();
  });
});
