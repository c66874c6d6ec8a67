import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Bucket } from '../../shared/data/index.ts';
import { alignForPicture } from '../../shared/report/index.ts';

const bucketsFrom = (low: number, width: number, counts: readonly number[]): Bucket[] =>
  counts.map((count, index) => ({
    low: low + index * width,
    high: low + (index + 1) * width,
    count,
  }));
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

describe('two histograms in one picture', () => {
  test('with equal edges stay as they are', () => {
    const aligned = alignForPicture(bucketsFrom(0, 5, [1, 2, 3]), bucketsFrom(0, 5, [9, 0, 1]));
    expect(aligned).toEqual({ low: 0, high: 15, current: [1, 2, 3], reference: [9, 0, 1] });
  });

  test('with other edges are spread over both ranges', () => {
    const aligned = alignForPicture(bucketsFrom(0, 6, [6]), bucketsFrom(6, 3, [3, 30]));
    expect(aligned).toEqual({
      low: 0,
      high: 12,
      current: [1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0],
      reference: [0, 0, 0, 0, 0, 0, 1, 1, 1, 10, 10, 10],
    });
  });

  test('whole numbers reach half a unit to both sides', () => {
    const point = (value: number, count: number) => ({ low: value, high: value, count });
    const aligned = alignForPicture([point(0, 1), point(1, 2)], [point(1, 5), point(2, 5)]);
    expect([aligned?.low, aligned?.high]).toEqual([-0.5, 2.5]);
    expect(aligned?.current.slice(8)).toEqual([0, 0, 0, 0]);
    expect(sum(aligned?.current.slice(4, 8) ?? [])).toBeCloseTo(2, 12);
    expect(sum(aligned?.reference.slice(8) ?? [])).toBeCloseTo(5, 12);
  });

  test.each([
    ['nothing', [], bucketsFrom(0, 1, [1])],
    ['no reference', bucketsFrom(0, 1, [1]), []],
    ['edges that a file can not hold', bucketsFrom(Number.NaN, 1, [1]), bucketsFrom(0, 1, [1])],
  ])('%s gives no picture', (_, current, reference) => {
    expect(alignForPicture(current, reference)).toBeNull();
  });

  test('lose no count, at any size', () => {
    const histogram = fc
      .record({
        low: fc.oneof(fc.double({ min: -1e308, max: 1e307, noNaN: true }), fc.integer()),
        width: fc.oneof(
          fc.double({ min: 0, max: 1e306, noNaN: true }),
          fc.constantFrom(0, 1, 1e-9),
        ),
        counts: fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 10 }),
      })
      .map(({ low, width, counts }) => bucketsFrom(low, width, counts));
    fc.assert(
      fc.property(histogram, histogram, (current, reference) => {
        const aligned = alignForPicture(current, reference);
        if (aligned === null) return;
        for (const [given, drawn] of [
          [current, aligned.current],
          [reference, aligned.reference],
        ] as const) {
          const total = sum(given.map(({ count }) => count));
          expect(Math.abs(sum(drawn) - total)).toBeLessThanOrEqual(1e-6 * total);
          expect(drawn.every((count) => count >= 0)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
