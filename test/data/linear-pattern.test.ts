import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LinearPattern } from '../../shared/data/linear-pattern.ts';

const cells = [
  '',
  'a',
  'b',
  'ab',
  'AB1234',
  'a@b.de',
  'ä',
  '😀',
  'x\ny',
  'a b',
  '12',
  'aab',
  '-',
  '_',
];

describe('LinearPattern', () => {
  test.each([
    '^[A-Z]{2}\\d{4}$',
    '^\\w+@\\w+\\.\\w+$',
    '^(a|b)+$',
    'a',
    '^$',
    '',
    '^.$',
    '\\ba\\b',
    '\\Bb',
    '^(?:ab?|b)*?$',
    '^(?<letter>a)+b{0,1}$',
    '^\\p{L}$',
    '^[^a]+$',
    '^\\u{1F600}$',
    '^\\uD83D\\uDE00$',
    '^[\\u0061-b]{1,2}$',
    'a{2,}|^\\x61b',
    '^(|a)(|b)$',
    '[]',
    '[^]',
    '^(?:^|a){2}b?$',
    '^[a\\]|)-]+$',
    '\\.',
  ])('%s finds what the engine finds', (source) => {
    const pattern = new LinearPattern(source);
    const engine = new RegExp(source, 'u');
    for (const cell of cells) expect([cell, pattern.test(cell)]).toEqual([cell, engine.test(cell)]);
  });

  test('any pattern finds what the engine finds', () => {
    const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
      pattern: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom('a', 'b', '.', '\\w', '[ab]', '[^a]', '^', '$', '\\b', '\\B', ''),
        fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => a + b),
        fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `(${a}|${b})`),
        fc
          .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{1,2}', '{1,}', '*?'))
          .map(([a, quantifier]) => `(?:${a})${quantifier}`),
      ),
    }));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n'), maxLength: 6 });
    fc.assert(
      fc.property(pattern, fc.array(text, { maxLength: 5 }), (source, texts) => {
        const linear = new LinearPattern(source);
        const engine = new RegExp(source, 'u');
        for (const one of texts) expect(linear.test(one)).toBe(engine.test(one));
      }),
      { numRuns: 1000 },
    );
  });

  // A backtracking engine needs more than the age of the universe for these.
  test.each(['^(a+)+$', '^(a|a)*$', '^(a*)*b$', '(a|aa)+$', '^(\\w+\\s?)*$'])(
    '%s comes to an end',
    (source) => {
      expect(new LinearPattern(source).test(`${'a'.repeat(100_000)}!`)).toBe(false);
    },
  );

  test.each([
    ['(?=a)', 'looks ahead or behind'],
    ['(?<!a)b', 'looks ahead or behind'],
    ['(a)\\1', 'refers back'],
    ['(?<n>a)\\k<n>', 'refers back'],
    ['a{1001}', 'is too large'],
    ['((a{100}){100}){100}', 'is too large'],
    ['(?:){1000000000}', 'is too large'],
    [`${'('.repeat(150)}${')'.repeat(150)}`, 'groups in each other'],
    ['[', 'is no regular expression: Unterminated character class'],
  ])('%s is refused', (source, reason) => {
    expect(() => new LinearPattern(source)).toThrow(reason);
  });
});
