import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  chooseSize,
  meanOfFolds,
  planSizes,
  rankFeatures,
} from '../../shared/evaluation/feature-elimination.ts';

describe('planSizes', () => {
  test.each([
    [5, 1, 100, [5, 4, 3, 2, 1]],
    [5, 3, 3, [5, 4, 3]],
    [4, 4, 2, [4]],
    [1000, 1, 4, [1000, 100, 10, 1]],
    [9, 1, 2, [9, 1]],
  ])('from %d to %d features in at most %d models', (features, least, most, sizes) => {
    expect(planSizes(features, least, most)).toEqual(sizes);
  });

  test('property: from all to the fewest, always fewer, in no more models than allowed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 2, max: 200 }),
        (features, share, most) => {
          const least = Math.max(1, Math.round(features * share));
          const sizes = planSizes(features, least, most);
          expect(sizes.length).toBeLessThanOrEqual(most);
          expect([sizes[0], sizes.at(-1)]).toEqual([features, least]);
          for (const [index, size] of sizes.slice(1).entries())
            expect(size).toBeLessThan(sizes[index] as number);
        },
      ),
    );
  });
});

describe('chooseSize', () => {
  test('takes the fewest features within one standard error of the lowest loss', () => {
    const losses = [0.32, 0.3, 0.31, 0.33, 0.5];
    const sizes = losses.map((loss, index) => ({ features: 5 - index, loss, error: 0.02 }));
    expect(chooseSize(sizes)).toEqual({ best: 4, suggested: 3 });
    // The error is that of the lowest loss, not its own.
    expect(chooseSize(sizes.map((one) => ({ ...one, error: one.features === 4 ? 0 : 9 })))).toEqual(
      { best: 4, suggested: 4 },
    );
  });

  test('of equal losses takes the smaller set, even where a larger one comes between', () => {
    const sizes = [0.3, 0.9, 0.3].map((loss, index) => ({ features: 3 - index, loss, error: 0 }));
    expect(chooseSize(sizes)).toEqual({ best: 1, suggested: 1 });
  });
});

test('the standard error of folds is that of scipy.stats.sem', () => {
  // SciPy 1.17.1: stats.sem([0.2, 0.5, 0.35, 0.4]).
  expect(meanOfFolds([0.2, 0.5, 0.35, 0.4])).toEqual({
    loss: expect.closeTo(0.3625, 12),
    error: expect.closeTo(0.06250000000000001, 12),
  });
});

test('ranks rise from what was kept to what went first', () => {
  expect(rankFeatures([['e', 'd'], ['c']], ['a', 'b'])).toEqual([
    { feature: 'a', rank: 1 },
    { feature: 'b', rank: 1 },
    { feature: 'c', rank: 2 },
    { feature: 'e', rank: 3 },
    { feature: 'd', rank: 3 },
  ]);
  expect(rankFeatures([], [])).toEqual([]);
});
