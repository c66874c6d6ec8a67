import { describe, expect, test } from '@jest/globals';
import { renderTable } from '../../cli/table.ts';

const header = ['action', 'what it found', 'time'];
const rows = [
  ['validate-data', '344 examples', '0.3 s'],
  [
    'export-tflite',
    'float32 9.6 kB · dynamic-range 6.4 kB · int8 7.0 kB, agreement 100 %',
    '12.8 s',
  ],
];

describe('a table', () => {
  test('has columns as wide as they must be, the last one to the right', () => {
    expect(renderTable(header, rows.slice(0, 1)).split('\n')).toEqual([
      '  action          what it found    time',
      '  ─────────────────────────────────────',
      '  validate-data   344 examples    0.3 s',
    ]);
  });

  test.each([60, 70, 80, 100])('folds its widest column to fit %i characters', (width) => {
    const lines = renderTable(header, rows, width).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    expect(lines.join(' ').replace(/\s+/g, ' ')).toContain('agreement 100 %');
    expect(lines.filter((line) => line.includes('12.8 s'))).toHaveLength(1);
  });

  test('keeps a word whole that no line can hold', () => {
    const word = 'x'.repeat(200);
    expect(renderTable(['a', 'b'], [[word, 'c']], 60)).toContain(word);
  });
});
