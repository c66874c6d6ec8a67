import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { histogramText, shareBar } from '../../shared/report/index.ts';

describe('a histogram as text', () => {
  test.each<[readonly (readonly number[])[], readonly string[]]>([
    [[[1, 2, 4, 8, 4, 2, 1, 0]], ['▂▃▅█▅▃▂·']],
    [[[5, 5]], ['██']],
    [[[1000, 1]], ['█▁']],
    [[[0, 0]], ['']],
    [[[7]], ['']],
    [[[]], ['']],
    [[[Number.NaN, 1, -3, Number.POSITIVE_INFINITY]], ['·█··']],
  ])('%j', (rows, shown) => {
    expect(histogramText(rows)).toEqual(shown);
  });

  test('rows of other totals have one scale: that of their shares', () => {
    expect(
      histogramText([
        [1, 3],
        [1000, 3000],
      ]),
    ).toEqual(['▃█', '▃█']);
    expect(
      histogramText([
        [1, 1],
        [0, 8],
      ]),
    ).toEqual(['▅▅', '·█']);
  });

  test('has one character a bucket, and the tallest is full', () => {
    const counts = fc.array(fc.nat(1e9), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(counts, (row) => {
        fc.pre(row.some((count) => count > 0));
        const [text = ''] = histogramText([row]);
        expect(text).toHaveLength(row.length);
        expect(text[row.indexOf(Math.max(...row))]).toBe('█');
        for (const [index, count] of row.entries()) expect(text[index] === '·').toBe(count === 0);
      }),
    );
  });
});

describe('a share as a bar', () => {
  test.each([
    [0, '░░░░░░░░░░'],
    [1e-9, '▏░░░░░░░░░'],
    [0.05, '▌░░░░░░░░░'],
    [0.3, '███░░░░░░░'],
    [0.56, '█████▌░░░░'],
    [0.999, '█████████▌'],
    [1, '██████████'],
    [7, '██████████'],
    [-1, '░░░░░░░░░░'],
    [Number.NaN, '░░░░░░░░░░'],
  ])('%p', (share, shown) => {
    expect(shareBar(share)).toBe(shown);
  });
});
