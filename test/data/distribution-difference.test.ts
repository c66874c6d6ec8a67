import { describe, expect, test } from '@jest/globals';
import {
  alignHistograms,
  bucketsOfPoints,
  type CountPair,
  infinityNorm,
  jensenShannonDivergence,
  normalizedAbsoluteDifference,
} from '../../shared/data/distribution-difference.ts';
import scipy from './scipy.json' with { type: 'json' };

const bucketsOf = (rows: readonly (readonly number[])[]) =>
  rows.map(([low = 0, high = 0, count = 0]) => ({ low, high, count }));
const pairsOf = (current: readonly number[], control: readonly number[]): CountPair[] =>
  current.map((count, index) => ({
    label: `v${index}`,
    current: count,
    control: control[index] ?? 0,
  }));

test.each(scipy.histograms)('histograms: $name, as SciPy has it', (row) => {
  const pairs = alignHistograms(bucketsOf(row.current), bucketsOf(row.control));
  expect(jensenShannonDivergence(pairs)).toBeCloseTo(row.jensenShannonDivergence, 12);
  expect(normalizedAbsoluteDifference(pairs)?.value).toBeCloseTo(
    row.normalizedAbsoluteDifference,
    12,
  );
});

test.each(scipy.categories)('categories: $name, as SciPy has it', (row) => {
  const pairs = pairsOf(row.current, row.control);
  expect(jensenShannonDivergence(pairs)).toBeCloseTo(row.jensenShannonDivergence, 12);
  expect(infinityNorm(pairs)?.value).toBeCloseTo(row.infinityNorm, 12);
  expect(normalizedAbsoluteDifference(pairs)?.value).toBeCloseTo(
    row.normalizedAbsoluteDifference,
    12,
  );
});

describe('by hand', () => {
  test('L∞ names the value that differs most', () => {
    // 50/100 − 2/8 = 0.25, 30/100 − 4/8 = −0.2, 20/100 − 2/8 = −0.05
    expect(infinityNorm(pairsOf([50, 30, 20], [2, 4, 2]))).toEqual({ value: 0.25, at: 'v0' });
  });

  test('the normalized absolute difference sees the sizes, L∞ does not', () => {
    const pairs = pairsOf([10, 10], [90, 90]);
    expect(infinityNorm(pairs)?.value).toBe(0);
    expect(normalizedAbsoluteDifference(pairs)?.value).toBe(0.4);
  });

  test('equal distributions are 0 apart, disjoint ones 1', () => {
    expect(jensenShannonDivergence(pairsOf([1, 2, 3], [2, 4, 6]))).toBeCloseTo(0, 15);
    expect(jensenShannonDivergence(pairsOf([1, 0], [0, 7]))).toBe(1);
  });

  test('empty ones have no distance', () => {
    expect(jensenShannonDivergence(pairsOf([0], [5]))).toBeNull();
    expect(infinityNorm(pairsOf([5], [0]))).toBeNull();
    expect(infinityNorm([])).toBeNull();
    expect(normalizedAbsoluteDifference([])).toBeNull();
    expect(normalizedAbsoluteDifference(pairsOf([5], [0]))?.value).toBe(1);
  });

  test('aligning loses nothing, however wide the range', () => {
    const huge = bucketsOf([
      [-1.7e308, 0, 3],
      [0, 1.7e308, 4],
    ]);
    const pairs = alignHistograms(huge, bucketsOf([[-1, 1, 10]]));
    const sum = (of: 'current' | 'control') => pairs.reduce((all, pair) => all + pair[of], 0);
    expect(sum('current')).toBeCloseTo(7, 12);
    expect(sum('control')).toBeCloseTo(10, 12);
  });

  test('points in ten buckets of equal width, the last with its upper edge', () => {
    const points = bucketsOf([0, 1, 2, 3, 4, 5].map((value) => [value, value, value + 1]));
    const buckets = bucketsOfPoints(points);
    expect(buckets.map(({ count }) => count)).toEqual([1, 0, 2, 0, 3, 0, 4, 0, 5, 6].map(Number));
    expect(buckets.at(-1)?.high).toBe(5);
    expect(bucketsOfPoints(bucketsOf([[7, 7, 2]]))).toEqual(bucketsOf([[7, 7, 2]]));
  });
});

test('edges are named without the noise of rounding, and told apart all the same', () => {
  const labels = (edges: readonly number[]) =>
    alignHistograms(
      edges.slice(1).map((high, index) => ({ low: edges[index] ?? 0, high, count: 1 })),
      [],
    ).map(({ label }) => label);
  expect(labels([0.1 + 0.2, 719.6360000000001, 1000])).toEqual(['0.3 … 719.636', '719.636 … 1000']);
  expect(labels([1, 1 + 2 ** -50])).toEqual([`1 … ${1 + 2 ** -50}`]);
});
