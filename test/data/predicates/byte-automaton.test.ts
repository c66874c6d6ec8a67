import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LinearPattern } from '../../../shared/data/linear-pattern.ts';
import { parsePattern } from '../../../shared/data/pattern-syntax.ts';
import { compileAutomaton } from '../../../shared/data/predicates/byte-automaton.ts';
import { BudgetExceeded, StepBudget } from '../../../shared/data/predicates/step-budget.ts';
import { acceptsText, type ByteAutomaton } from '../../../shared/scan/index.ts';

function automatonOf(source: string, steps = 10_000_000): ByteAutomaton {
  return compileAutomaton(parsePattern(source), new StepBudget(steps));
}

/** What the kernel does: the bytes one by one. */
function acceptsBytes(automaton: ByteAutomaton, bytes: Iterable<number>): boolean {
  let state = 0;
  for (const byte of bytes) {
    const one = automaton.classes[byte] ?? 0;
    state = automaton.transitions[state * automaton.classCount + one] ?? 0;
  }
  return automaton.accepting[state] === 1;
}

const encoder = new TextEncoder();

/** Characters at which UTF-8 gets longer, where classes end, and the last of all. */
const characters = [
  ...['a', 'b', 'Z', '_', '0', '9', ' ', '\n', '-', '\x7f', '\x80', 'ä', 'ß', '\u07ff', '\u0800'],
  ...[
    '\u2028',
    '\ud7ff',
    '\ue000',
    '\ufffd',
    '\uffff',
    '\u{10000}',
    '😀',
    '\u{1f601}',
    '\u{10ffff}',
  ],
];

const parts = [
  ...['a', 'b', '.', '\\w', '\\W', '\\d', '\\s', '\\S', '[ab]', '[^a]', '[^]', '[]', '^', '$'],
  ...['\\b', '\\B', '', 'ä', '😀', '\\p{L}', '\\P{Lu}', '[\\u{1F600}-\\u{1F64F}]', '[a-\\uFFFF]'],
  ...['[^\\n-\\u{10000}]', '\\u07ff', '[\\ud7ff-\\ue000]', '[\\]^-]', '\\uD83D\\uDE00'],
];

const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...parts),
    fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => a + b),
    fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `(${a}|${b})`),
    fc
      .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{1,2}', '{1,}', '*?', '{0}'))
      .map(([a, quantifier]) => `(?:${a})${quantifier}`),
  ),
}));
const text = fc.string({ unit: fc.constantFrom(...characters), maxLength: 6 });

describe('an automaton over bytes', () => {
  test('accepts what the linear engine and the engine of JavaScript find', () => {
    let tooLarge = 0;
    fc.assert(
      fc.property(pattern, fc.array(text, { maxLength: 8 }), (source, texts) => {
        let automaton: ByteAutomaton;
        try {
          automaton = automatonOf(source);
        } catch (error) {
          if (!(error instanceof BudgetExceeded)) throw error;
          tooLarge++;
          return;
        }
        const linear = new LinearPattern(source);
        const engine = new RegExp(source, 'u');
        for (const one of ['', ...texts]) {
          // V8 looks for \B between the halves of a surrogate pair, too, where no character ends.
          const engineErs = source.includes('\\B') && /[\u{10000}-\u{10ffff}]/u.test(one);
          const found = engineErs ? linear.test(one) : engine.test(one);
          const answers = [
            acceptsText(automaton, one),
            acceptsBytes(automaton, encoder.encode(one)),
            linear.test(one),
          ];
          expect([source, one, ...answers]).toEqual([source, one, found, found, found]);
        }
      }),
      { numRuns: 2_000 },
    );
    expect(tooLarge).toBeLessThan(40);
  });

  test('tells every code point from every other as the engine does', () => {
    for (const source of [
      '^\\p{L}$',
      '^[^\\p{Lu}\\d]$',
      '^.$',
      '^\\s$',
      '^[\\u{800}-\\u{10000}]$',
    ]) {
      const automaton = automatonOf(source);
      const engine = new RegExp(source, 'u');
      const wrong: number[] = [];
      for (let point = 0; point < 0x110000; point++) {
        if (point >= 0xd800 && point < 0xe000) continue;
        const character = String.fromCodePoint(point);
        if (acceptsText(automaton, character) !== engine.test(character)) wrong.push(point);
      }
      expect([source, wrong]).toEqual([source, []]);
    }
  });

  test('accepts no bytes that are no UTF-8, wherever they stand', () => {
    const anything = automatonOf('');
    const found = automatonOf('a');
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const bytes = fc.array(
      fc.oneof(
        fc.integer({ min: 0, max: 255 }),
        fc.constantFrom(
          0x61,
          0xc1,
          0xc2,
          0xe0,
          0xed,
          0xf0,
          0xf4,
          0xf5,
          0x80,
          0x8f,
          0x90,
          0x9f,
          0xa0,
          0xbf,
        ),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(bytes, (given) => {
        let decoded: string | null;
        try {
          decoded = decoder.decode(Uint8Array.from(given));
        } catch {
          decoded = null;
        }
        expect(acceptsBytes(anything, given)).toBe(decoded !== null);
        expect(acceptsBytes(found, given)).toBe(decoded?.includes('a') ?? false);
      }),
      { numRuns: 5_000 },
    );
  });

  test('half a surrogate pair is no character of UTF-8', () => {
    expect(acceptsText(automatonOf(''), 'a\ud800')).toBe(false);
    expect(acceptsText(automatonOf(''), '\udc00\ud800')).toBe(false);
    expect(acceptsText(automatonOf('[\\ud800]'), '\ud800')).toBe(false);
  });

  test('is as small as it can be', () => {
    // The start, one after each character but the last, found, and the one that leads nowhere; found and `é` continue
    // by bytes.
    expect(automatonOf('^ab$').states).toBe(4);
    expect(automatonOf('^(?:ab|ab|a(?:b|b))$').states).toBe(4);
    expect(automatonOf('^[A-Z]{2}\\d{4}$').states).toBe(8);
    expect(automatonOf('^\\d+$').states).toBe(3);
    expect(automatonOf('^é$').states).toBe(4);
  });

  test.each([
    ['too many states', '^(?:a|b)*a(?:a|b){15}$'],
    ['a class of all of Unicode, often', '^\\p{L}{40}$'],
    ['too many parts', '(?:(?:(?:a{20}){20}){20})'],
  ])('gives up on %s', (_, source) => {
    const begin = performance.now();
    expect(() => automatonOf(source, 1_000_000)).toThrow(BudgetExceeded);
    expect(performance.now() - begin).toBeLessThan(2_000);
  });
});
