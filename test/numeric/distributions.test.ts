import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  adjustBenjaminiHochberg,
  binomialSurvival,
  chiSquareSurvival,
  kolmogorovSurvival,
  normalQuantile,
  normalSurvival,
  regularizedGammaQ,
  testFisherExact,
  testKolmogorovSmirnov,
} from '../../shared/numeric/index.ts';

interface Golden {
  readonly call: string;
  readonly rows: readonly (readonly number[])[];
}
const golden = JSON.parse(
  readFileSync(new URL('./scipy.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, Golden>>;

/** Relative accuracy that the project promises, far tails included. */
const TOLERANCE = 1e-10;

function relativeError(value: number, expected: number): number {
  return expected === 0 ? Math.abs(value) : Math.abs(value / expected - 1);
}

/** The generator that scipy.json names. */
function lcg(count: number, seed: number, shift = 0): Float64Array {
  let state = seed;
  return Float64Array.from({ length: count }, () => {
    state = Number((BigInt(state) * 1664525n + 1013904223n) % 4294967296n);
    return shift + (state >>> 8) / 16777216;
  }).sort();
}

const functions: Readonly<Record<string, (...values: number[]) => number>> = {
  regularizedGammaQ: (a = 0, x = 0) => regularizedGammaQ(a, x),
  chiSquareSurvival: (x = 0, degrees = 0) => chiSquareSurvival(x, degrees),
  normalSurvival: (z = 0) => normalSurvival(z),
  normalQuantile: (p = 0) => normalQuantile(p),
  kolmogorovSurvival: (x = 0) => kolmogorovSurvival(x),
  binomialSurvival: (k = 0, n = 0, p = 0) => binomialSurvival(k, n, p),
  testFisherExact: (a = 0, n = 0, b = 0, m = 0) => testFisherExact(a, n, b, m),
};

describe.each(Object.entries(functions))('%s agrees with SciPy', (name, compute) => {
  const rows = golden[name]?.rows ?? [];
  test.each(rows.map((row) => [row.slice(0, -1), row.at(-1) ?? Number.NaN] as const))(
    'at %j',
    (values, expected) => {
      expect(relativeError(compute(...values), expected)).toBeLessThan(TOLERANCE);
    },
  );
});

describe('two-sample Kolmogorov–Smirnov agrees with SciPy', () => {
  const rows = golden.testKolmogorovSmirnov?.rows ?? [];
  test.each(rows.map((row) => [row]))('for sizes and shift %j', (row) => {
    const [m = 0, n = 0, shift = 0, statistic = 0, pValue = 0] = row;
    const result = testKolmogorovSmirnov(lcg(m, 1), lcg(n, 2, shift));
    expect(result.exact).toBe(true);
    expect(relativeError(result.statistic, statistic)).toBeLessThan(TOLERANCE);
    expect(relativeError(result.pValue, pValue)).toBeLessThan(TOLERANCE);
  });

  test('is asymptotic for larger samples, and says so', () => {
    // SciPy 1.17.1: d = ks_2samp(lcg(5000, 3), lcg(20001, 4, 0.02)).statistic, special.kolmogorov(√(5000·20001/25001)·d)
    const result = testKolmogorovSmirnov(lcg(5000, 3), lcg(20001, 4, 0.02));
    expect(result.exact).toBe(false);
    expect(relativeError(result.statistic, 0.03633429328533566)).toBeLessThan(TOLERANCE);
    expect(relativeError(result.pValue, 5.1785240691024145e-5)).toBeLessThan(TOLERANCE);
  });

  test('does not depend on which sample comes first', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 }),
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 }),
        (a, b) => {
          const [first, second] = [Float64Array.from(a).sort(), Float64Array.from(b).sort()];
          const one = testKolmogorovSmirnov(first, second);
          const other = testKolmogorovSmirnov(second, first);
          expect(one.statistic).toBe(other.statistic);
          expect(relativeError(one.pValue, other.pValue)).toBeLessThan(1e-12);
        },
      ),
    );
  });

  test('equal samples have p = 1 and separate ones the smallest there is', () => {
    const values = Float64Array.of(1, 2, 3);
    expect(testKolmogorovSmirnov(values, values)).toEqual({
      statistic: 0,
      pValue: 1,
      exact: true,
    });
    // Two of the 20 orders of 3 + 3 values keep the samples apart.
    expect(testKolmogorovSmirnov(values, Float64Array.of(4, 5, 6)).pValue).toBeCloseTo(0.1, 14);
    expect(() => testKolmogorovSmirnov(values, new Float64Array(0))).toThrow(RangeError);
  });
});

describe('limits and inverses', () => {
  test('the ends of the ranges', () => {
    expect(regularizedGammaQ(3, 0)).toBe(1);
    expect(regularizedGammaQ(3, Number.POSITIVE_INFINITY)).toBe(0);
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
    expect(normalSurvival(40)).toBe(0);
    expect(kolmogorovSurvival(0)).toBe(1);
    expect(kolmogorovSurvival(30)).toBe(0);
  });

  test.each([
    ['a below 0.5', () => regularizedGammaQ(0.4, 1)],
    ['a negative x', () => regularizedGammaQ(1, -1)],
    ['NaN', () => chiSquareSurvival(1, Number.NaN)],
    ['a probability above 1', () => normalQuantile(1.1)],
  ])('refuses %s', (_what, compute) => {
    expect(compute).toThrow(RangeError);
  });

  test('the quantile is the inverse of the survival function', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-250, max: 0.4, noNaN: true }), (q) => {
        expect(relativeError(normalSurvival(-normalQuantile(q)), q)).toBeLessThan(1e-11);
      }),
    );
  });
});

describe('Benjamini–Hochberg', () => {
  test('agrees with SciPy', () => {
    // SciPy 1.17.1: scipy.stats.false_discovery_control(ps, method='bh')
    const adjusted = adjustBenjaminiHochberg([0.01, 0.04, 0.03, 0.005, 0.5, 0.04, 1]);
    const expected = [0.035, 0.056, 0.056, 0.035, 0.5833333333333334, 0.056, 1];
    adjusted.forEach((p, index) => {
      expect(p).toBeCloseTo(expected[index] ?? Number.NaN, 14);
    });
    expect(adjustBenjaminiHochberg([])).toEqual([]);
  });

  test('never makes a p-value smaller and keeps the order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (pValues) => {
        const adjusted = adjustBenjaminiHochberg(pValues);
        const order = pValues.map((_p, index) => index);
        order.sort((a, b) => (pValues[a] ?? 0) - (pValues[b] ?? 0));
        let previous = 0;
        for (const index of order) {
          const p = adjusted[index] ?? Number.NaN;
          expect(p).toBeGreaterThanOrEqual(Math.max(previous, (pValues[index] ?? 0) * (1 - 1e-15)));
          expect(p).toBeLessThanOrEqual(1);
          previous = p;
        }
      }),
    );
  });

  test('refuses what is no p-value', () => {
    expect(() => adjustBenjaminiHochberg([0.5, Number.NaN])).toThrow(RangeError);
  });
});
