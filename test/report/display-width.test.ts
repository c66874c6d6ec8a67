import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cutToWidth, displayWidth, padToWidth } from '../../shared/report/index.ts';

describe('room on a terminal', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['Größe', 5],
    ['日本語', 6],
    ['🐧🐧', 4],
    ['e\u0301', 1],
    ['مرحبا', 5],
    ['▁▃█░', 4],
    ['− … ≥ ✖', 7],
  ])('%j takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  test.each([
    ['abcdef', 6, 'abcdef'],
    ['abcdef', 4, 'abc…'],
    ['日本語', 4, '日…'],
    ['日本語', 5, '日本…'],
    ['abc', 0, ''],
  ])('%j in %i columns is %j', (text, room, shown) => {
    expect(cutToWidth(text, room)).toBe(shown);
  });

  test('what is cut and padded takes the room exactly', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '日', '🐧', ' ', '\u0301') });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 30 }), (given, room) => {
        for (const side of ['left', 'right'] as const) {
          expect(displayWidth(padToWidth(cutToWidth(given, room), room, side))).toBe(room);
        }
      }),
    );
  });
});
