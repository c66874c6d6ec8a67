import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  countOf,
  digitsBeside,
  formatBytes,
  formatCount,
  formatNumber,
  formatPercent,
  formatQuantity,
  formatSeconds,
} from '../../shared/report/index.ts';

describe('numbers in reports', () => {
  test.each([
    [0.98529, '0.985'],
    [-0.5, '−0.500'],
    [-0.0001, '0.000'],
    [-0, '0.000'],
    [Number.NaN, 'not a number'],
    [Number.POSITIVE_INFINITY, '∞'],
    [Number.NEGATIVE_INFINITY, '−∞'],
  ])('formatNumber(%p)', (value, shown) => {
    expect(formatNumber(value)).toBe(shown);
  });

  test.each([
    [0, '0'],
    [-0, '0'],
    [2.99792, '2.998'],
    [0.1 + 0.2, '0.3'],
    [12_345.6, '12,346'],
    [9999.96, '10,000'],
    [1234, '1,234'],
    [0.012345, '0.01235'],
    [1e-7, '1e−7'],
    [-1.234e-9, '−1.234e−9'],
    [9.999999e14, '1e+15'],
    [1.5e20, '1.5e+20'],
  ])('formatQuantity(%p)', (value, shown) => {
    expect(formatQuantity(value)).toBe(shown);
  });

  test.each([
    [1, '100 %'],
    [0, '0 %'],
    [0.5, '50 %'],
    [67 / 68, '98.5 %'],
    [0.99996, '> 99.9 %'],
    [0.00004, '< 0.1 %'],
    [1.5, '150 %'],
    [-0.02, '−2 %'],
    [Number.NaN, 'not a number'],
  ])('formatPercent(%p)', (value, shown) => {
    expect(formatPercent(value)).toBe(shown);
  });

  test.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [2_290_000, '2,290,000'],
    [-1234, '−1,234'],
    [1234.56789, '1,234.56789'],
  ])('formatCount(%p)', (value, shown) => {
    expect(formatCount(value)).toBe(shown);
  });

  test.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [6120, '6.1 kB'],
    [99_949, '99.9 kB'],
    [99_960, '100 kB'],
    [999_499, '999 kB'],
    [999_600, '1.0 MB'],
    [1_500_000_000, '1.5 GB'],
    [2_000_000_000_000_000, '2,000 TB'],
  ])('formatBytes(%p)', (value, shown) => {
    expect(formatBytes(value)).toBe(shown);
  });

  test('seconds and counts', () => {
    expect(formatSeconds(2149)).toBe('2.1 s');
    expect(countOf(1, 'anomaly', 'anomalies')).toBe('1 anomaly');
    expect(countOf(2, 'anomaly', 'anomalies')).toBe('2 anomalies');
    expect(countOf(1200, 'example')).toBe('1,200 examples');
  });

  test('a share that is not all never reads as all, and one that is not nothing never as nothing', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        expect(formatPercent(share) === '100 %').toBe(share === 1);
        expect(formatPercent(share) === '0 %').toBe(share === 0);
      }),
    );
  });

  test('a quantity keeps its size to the digits shown', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
        const read = Number(formatQuantity(value).replaceAll('−', '-').replaceAll(',', ''));
        expect(Math.abs(read - value)).toBeLessThanOrEqual(Math.abs(value) * 5.1e-4);
      }),
    );
  });

  test('a value keeps to its side of a limit', () => {
    expect(digitsBeside(0.9499, 0.95)).toBe(4);
    expect(digitsBeside(0.94, 0.95)).toBe(3);
    expect(digitsBeside(0.95, 0.95)).toBe(3);
    expect(digitsBeside(0.95 + 1e-12, 0.95)).toBe(9);
  });
});
