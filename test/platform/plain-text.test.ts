import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { neutralize, neutralizeLine } from '../../shared/platform/index.ts';
import { parseCommands } from '../support/run-bundle.ts';

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '::',
        ':',
        '\n',
        '\r',
        '\u2028',
        ' ',
        '\t',
        '##[',
        'error',
        'set-output name=a',
        '\u001b[2J',
      ),
      fc.string(),
    ),
  )
  .map((parts) => parts.join(''));

describe('text that came from data', () => {
  test.each([
    ['::error::x', ': :error::x'],
    ['  ::add-mask::x', '  : :add-mask::x'],
    ['a\r::stop-commands::x', 'a\n: :stop-commands::x'],
    ['a ##[command]x', 'a ## [command]x'],
    ['\u001b[31mred', '\ufffd[31mred'],
    ['\u200b::error::x', '\ufffd::error::x'],
    ['a\u061cb\u2066c\ufeffd', 'a\ufffdb\ufffdc\ufffdd'],
    ['a\tb', 'a\tb'],
    ['a :: b', 'a :: b'],
    ['Torgersen', 'Torgersen'],
  ])('%j becomes %j', (text, expected) => expect(neutralize(text)).toBe(expected));

  test('is never a command of the runner', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const safe = neutralize(text);
        expect(parseCommands(safe)).toEqual([]);
        for (const line of safe.split(/[\r\n\u2028\u2029]/)) {
          // Version 2 commands begin a line, version 1 commands stand anywhere.
          expect(line.trimStart().startsWith('::')).toBe(false);
          expect(line).not.toContain('##[');
        }
        expect(safe).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f\u202e]/);
      }),
      { numRuns: 2000 },
    );
  });

  test('is cut where a value has megabytes', () => {
    const line = neutralize(`a\n${'\u202e##['.repeat(500_000)}\nb`).split('\n');
    expect([line[0], line[2]]).toEqual(['a', 'b']);
    expect(line[1]?.length).toBeLessThan(20_000);
  });

  test('fits on one line where one is asked for', () => {
    fc.assert(fc.property(hostile, (text) => expect(neutralizeLine(text)).not.toMatch(/[\r\n]/)));
  });
});
