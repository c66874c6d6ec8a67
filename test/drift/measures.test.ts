import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
// The measures stay behind the folder's door; a test of them has to go through the wall.
import {
  type CategoryCount,
  jensenShannonDistance,
  meanOf,
  poolRareCategories,
  standardizedWasserstein,
  testChiSquare,
  testTwoProportions,
} from '../../shared/drift/measures.ts';

/** Same generator as in test/numeric/scipy.json. */
function lcg(count: number, seed: number, shift = 0, scale = 1): Float64Array {
  let state = seed;
  return Float64Array.from({ length: count }, () => {
    state = Number((BigInt(state) * 1664525n + 1013904223n) % 4294967296n);
    return shift + (scale * (state >>> 8)) / 16777216;
  }).sort();
}

const counts = fc.array(fc.tuple(fc.nat({ max: 50 }), fc.nat({ max: 50 })), {
  minLength: 1,
  maxLength: 12,
});
const bothHeld = counts.filter((list) => list.some(([r]) => r > 0) && list.some(([, c]) => c > 0));

describe('chi-square', () => {
  // SciPy 1.17.1: scipy.stats.chi2_contingency(table.T, correction=False)
  test.each<[CategoryCount[], number, number, number]>([
    [
      [
        [120, 30],
        [100, 45],
        [80, 40],
      ],
      7.145493919706815,
      2,
      0.02807861681245724,
    ],
    [
      [
        [200, 40],
        [10, 60],
        [90, 15],
        [44, 0],
      ],
      167.35963455149502,
      3,
      4.72775150667092e-36,
    ],
    [
      [
        [5000, 4000],
        [5000, 6000],
      ],
      202.02020202020202,
      1,
      7.568144119452655e-46,
    ],
  ])('agrees with SciPy for %j', (table, statistic, degrees, pValue) => {
    const result = testChiSquare(table);
    expect(result.statistic / statistic).toBeCloseTo(1, 12);
    expect(result.degrees).toBe(degrees);
    expect(result.pValue / pValue).toBeCloseTo(1, 10);
    expect(result.exact).toBe(false);
  });

  test('one category, or an empty data set, shows nothing', () => {
    expect(
      testChiSquare([
        [5, 7],
        [0, 0],
      ]).pValue,
    ).toBe(1);
    expect(
      testChiSquare([
        [5, 0],
        [3, 0],
      ]).pValue,
    ).toBe(1);
    expect(testChiSquare([]).pValue).toBe(1);
  });

  test('two categories with small counts are tested exactly', () => {
    // SciPy 1.17.1: scipy.stats.fisher_exact([[8, 2], [1, 6]])
    const result = testChiSquare([
      [8, 1],
      [2, 6],
    ]);
    expect(result.exact).toBe(true);
    expect(result.pValue).toBeCloseTo(0.015220074043603454, 12);
  });

  test('is the same whichever data set is the reference', () => {
    fc.assert(
      fc.property(counts, (table) => {
        const turned = table.map(([r, c]) => [c, r] as const);
        expect(testChiSquare(turned).pValue).toBeCloseTo(testChiSquare(table).pValue, 9);
      }),
    );
  });
});

describe('pooling of rare categories', () => {
  test('puts together what is expected less than 5 times', () => {
    const { counts: pooled, rare } = poolRareCategories([
      [100, 90],
      [2, 3],
      [50, 60],
      [3, 1],
    ]);
    expect(rare).toHaveLength(2);
    expect(pooled).toEqual([
      [5, 4],
      [50, 60],
      [100, 90],
    ]);
  });

  test('leaves common categories and a single rare one as they are', () => {
    expect(
      poolRareCategories([
        [100, 90],
        [50, 60],
      ]).rare,
    ).toEqual([]);
    expect(
      poolRareCategories([
        [100, 90],
        [50, 60],
        [2, 3],
      ]).rare,
    ).toEqual([]);
  });

  test('takes in the next rarest where even the pool is expected less than once', () => {
    const result = poolRareCategories([
      [400, 90],
      [50, 60],
      [1, 0],
      [70, 20],
    ]);
    expect(result.rare).toHaveLength(2);
    expect(result.counts).toContainEqual([71, 20]);
  });

  test('keeps every example', () => {
    fc.assert(
      fc.property(bothHeld, (table) => {
        const sum = (list: readonly CategoryCount[]) =>
          list.reduce((all, [r, c]) => [all[0] + r, all[1] + c] as const, [0, 0] as CategoryCount);
        expect(sum(poolRareCategories(table).counts)).toEqual(sum(table));
      }),
    );
  });
});

describe('two proportions', () => {
  test('agrees with SciPy', () => {
    // SciPy 1.17.1: chi2_contingency([[168, 165], [40, 73]], correction=False): √statistic and pvalue
    const result = testTwoProportions([168, 40], [333, 113]);
    expect(Math.abs(result.statistic)).toBeCloseTo(2.771463667184286, 12);
    expect(result.statistic).toBeLessThan(0);
    expect(result.pValue).toBeCloseTo(0.005580489971227633, 12);
  });

  test('a share that is 0 or 1 in both shows nothing', () => {
    expect(testTwoProportions([0, 0], [10, 20]).pValue).toBe(1);
    expect(testTwoProportions([10, 20], [10, 20]).pValue).toBe(1);
  });
});

describe('Jensen–Shannon distance', () => {
  // SciPy 1.17.1: scipy.spatial.distance.jensenshannon(p, q)
  test.each<[number[], number[], number]>([
    [[3, 4, 5], [5, 4, 3], 0.14510672486590268],
    [[10, 0, 2], [0, 7, 1], 0.7704261257843782],
    [[1, 0], [0, 1], 0.8325546111576977],
    [[100, 300, 7], [98, 310, 6], 0.011076304575602946],
  ])('agrees with SciPy for %j and %j', (p, q, expected) => {
    const table = p.map((count, index) => [count, q[index] ?? 0] as const);
    expect(jensenShannonDistance(table) / expected).toBeCloseTo(1, 10);
  });

  test('is symmetric, 0 for equal shares and never above √ln 2', () => {
    fc.assert(
      fc.property(bothHeld, (table) => {
        const distance = jensenShannonDistance(table);
        expect(distance).toBeGreaterThanOrEqual(0);
        expect(distance).toBeLessThanOrEqual(Math.sqrt(Math.log(2)) + 1e-12);
        const turned = table.map(([r, c]) => [c, r] as const);
        expect(jensenShannonDistance(turned)).toBeCloseTo(distance, 7);
        const tripled = table.filter(([r]) => r > 0).map(([r]) => [r, 3 * r] as const);
        expect(jensenShannonDistance(tripled)).toBeCloseTo(0, 7);
      }),
    );
  });
});

describe('Wasserstein distance over the reference’s deviation', () => {
  // SciPy 1.17.1: scipy.stats.wasserstein_distance(a, b) / numpy.std(a) with a = lcg(m, 5), b = lcg(n, 6, shift, scale)
  test.each([
    [50, 50, 0, 1, 0.23687790607674705],
    [1200, 700, 0.1, 1, 0.34152918655901826],
    [1200, 300, -0.2, 1.5, 0.515870298432386],
  ])('agrees with SciPy for m = %d, n = %d, shift %d, scale %d', (m, n, shift, scale, expected) => {
    const distance = standardizedWasserstein(lcg(m, 5), lcg(n, 6, shift, scale));
    expect((distance ?? 0) / expected).toBeCloseTo(1, 10);
  });

  test('takes samples of other sizes with ties', () => {
    const distance = standardizedWasserstein(Float64Array.of(1, 2, 2, 7), Float64Array.of(3, 8, 9));
    expect(distance).toBeCloseTo(1.5634719199411435, 12);
  });

  test('has no meaning for a reference that does not vary', () => {
    expect(
      standardizedWasserstein(Float64Array.of(0.1, 0.1, 0.1), Float64Array.of(1, 2)),
    ).toBeNull();
    expect(standardizedWasserstein(Float64Array.of(5), Float64Array.of(5))).toBeNull();
  });

  test('is finite for the largest and the smallest numbers', () => {
    const big = Float64Array.of(-1.7e308, 0, 1.7e308);
    expect(standardizedWasserstein(big, big)).toBe(0);
    expect(standardizedWasserstein(big, Float64Array.of(1.7e308))).toBeGreaterThan(1);
    const tiny = Float64Array.of(0, 5e-324);
    expect(standardizedWasserstein(tiny, Float64Array.of(5e-324))).toBeGreaterThan(0.5);
    expect(meanOf(big)).toBeCloseTo(0, 10);
    expect(meanOf(Float64Array.of(1.7e308, 1.7e308))).toBe(1.7e308);
  });

  test('has no unit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 40 }),
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 40 }),
        (a, b) => {
          const [first, second] = [Float64Array.from(a).sort(), Float64Array.from(b).sort()];
          const distance = standardizedWasserstein(first, second);
          const scaled = standardizedWasserstein(
            first.map((value) => 1000 * value),
            second.map((value) => 1000 * value),
          );
          if (distance === null) expect(scaled).toBeNull();
          else expect(scaled).toBeCloseTo(distance, 9);
        },
      ),
    );
  });
});
