import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { SearchSpace } from '../../shared/config/index.ts';
import { TUNABLE_FIELDS } from '../../shared/config/index.ts';
import { drawParameters } from '../../shared/tuning/index.ts';
import { MOST_DIMENSIONS, scrambledSobol, sobolCoordinate } from '../../shared/tuning/sobol.ts';

describe('the Sobol sequence', () => {
  test('is that of SciPy in every dimension', () => {
    // SciPy 1.17.1: qmc.Sobol(d=16, scramble=False, bits=32).random(1024)[i] * 2**32
    const expected = SCIPY;
    for (const [index, point] of expected) {
      expect(Array.from(point, (_, dimension) => sobolCoordinate(index, dimension))).toEqual(point);
    }
  });

  test('scrambled has one of 2ᵏ points that follow each other in each of 2ᵏ intervals', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        fc.integer({ min: 0, max: MOST_DIMENSIONS - 1 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 40 }),
        (seed, dimension, k, block) => {
          const count = 2 ** k;
          const stream = `dimension ${dimension}`;
          const seen = new Set<number>();
          for (let n = 0; n < count; n++) {
            const at = scrambledSobol(block * count + n, dimension, { seed, stream });
            expect(at >= 0 && at < 1).toBe(true);
            seen.add(Math.floor(at * count));
          }
          expect(seen.size).toBe(count);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('scrambled by other seeds is another one, near the mean of all in each', () => {
    const firsts = Array.from({ length: 2000 }, (_, seed) =>
      scrambledSobol(0, 3, { seed, stream: 'x' }),
    );
    const mean = firsts.reduce((sum, value) => sum + value, 0) / firsts.length;
    // Four standard errors of uniform numbers: 4 · √(1/12 / 2000) = 0.026.
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.026);
    expect(new Set(firsts).size).toBeGreaterThan(1990);
  });
});

describe('trials of method sobol', () => {
  const range = (from: number, to: number, scale: 'linear' | 'log', integers: boolean) =>
    ({ kind: 'range', from, to, scale, integers }) as const;
  const search: SearchSpace = {
    'training.optimizer.learning-rate': range(0.001, 0.1, 'log', false),
    'training.batch-size': range(1, 8, 'linear', true),
    'training.architecture.activation': { kind: 'values', values: ['relu', 'tanh'] },
  };
  const trials = (count: number, space = search, seed = 7) =>
    Array.from({ length: count }, (_, n) =>
      drawParameters({ method: 'sobol', seed, search: space }, n + 1),
    );

  test('take each whole number and each value equally often in 16 trials', () => {
    for (const seed of [1, 7, 99]) {
      const drawn = trials(16, search, seed);
      const countsOf = (field: 'training.batch-size' | 'training.architecture.activation') =>
        Object.values(Object.groupBy(drawn, (each) => String(each[field]))).map((x) => x?.length);
      expect(countsOf('training.batch-size')).toEqual(Array(8).fill(2));
      expect(countsOf('training.architecture.activation')).toEqual([8, 8]);
      // On a log scale as many below 0.01 as above.
      const rates = drawn.map((each) => Number(each['training.optimizer.learning-rate']));
      expect(rates.filter((rate) => rate < 0.01)).toHaveLength(8);
    }
  });

  test('move with no other field, and every field has a dimension of its own', () => {
    const { 'training.optimizer.learning-rate': _, ...fewer } = search;
    for (const [index, parameters] of trials(20, fewer).entries()) {
      expect(trials(20)[index]).toMatchObject(parameters);
    }
    expect(TUNABLE_FIELDS.length).toBeLessThanOrEqual(MOST_DIMENSIONS);
  });
});

const SCIPY: readonly (readonly [index: number, point: readonly number[]])[] = [
  [0, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
  [
    1,
    [
      2147483648, 2147483648, 2147483648, 2147483648, 2147483648, 2147483648, 2147483648,
      2147483648, 2147483648, 2147483648, 2147483648, 2147483648, 2147483648, 2147483648,
      2147483648, 2147483648,
    ],
  ],
  [
    2,
    [
      3221225472, 1073741824, 1073741824, 1073741824, 3221225472, 3221225472, 1073741824,
      3221225472, 3221225472, 3221225472, 3221225472, 3221225472, 1073741824, 1073741824,
      3221225472, 1073741824,
    ],
  ],
  [
    10,
    [
      4026531840, 268435456, 2952790016, 805306368, 1342177280, 2415919104, 805306368, 805306368,
      805306368, 2415919104, 1879048192, 3489660928, 2952790016, 2952790016, 268435456, 2952790016,
    ],
  ],
  [
    63,
    [
      67108864, 3422552064, 1543503872, 1946157056, 3690987520, 603979776, 2483027968, 603979776,
      3556769792, 2483027968, 1811939328, 2885681152, 2348810240, 3288334336, 1409286144,
      3288334336,
    ],
  ],
  [
    500,
    [
      1887436800, 276824064, 1484783616, 1753219072, 2323644416, 4034920448, 243269632, 3330277376,
      2290089984, 595591168, 2810183680, 2222981120, 1065353216, 3246391296, 2390753280, 2508193792,
    ],
  ],
  [
    1023,
    [
      4194304, 3233808384, 2629828608, 624951296, 801112064, 1883242496, 599785472, 2654994432,
      1480589312, 3653238784, 2915041280, 155189248, 557842432, 2856321024, 1556086784, 1992294400,
    ],
  ],
];
