import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { matchesPattern } from '../../shared/config/index.ts';

describe('a pattern of columns', () => {
  test.each([
    ['pixel_*', 'pixel_12', true],
    ['pixel_*', 'pixel_', true],
    ['pixel_*', 'pixel', false],
    ['*', '', true],
    ['a*b*c', 'a-b-b-c', true],
    ['a*bc*c', 'abc', false],
    ['ab*ba', 'aba', false],
    ['a.c', 'abc', false],
    ['a', 'ab', false],
    ['**x', 'x', true],
  ])('%s, %s: %s', (pattern, name, expected) => {
    expect(matchesPattern(pattern, name)).toBe(expected);
  });

  test('matches what the same regular expression does', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '*', '.'), maxLength: 8 });
    fc.assert(
      fc.property(text, text, (pattern, name) => {
        const escaped = pattern.replaceAll('.', '\\.').replaceAll('*', '.*');
        expect(matchesPattern(pattern, name)).toBe(new RegExp(`^${escaped}$`).test(name));
      }),
    );
  });

  test('of many stars against a long name that is almost it ends at once', () => {
    expect(matchesPattern(`${'a*'.repeat(500)}b`, 'a'.repeat(100_000))).toBe(false);
  });
});
