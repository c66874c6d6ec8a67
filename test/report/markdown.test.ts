import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  code,
  details,
  escapeMarkdown,
  joinBlocks,
  LONGEST_VALUE,
  Markdown,
  markdownTable,
  md,
  shorten,
  visible,
} from '../../shared/report/index.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'<>&|`*_[]()#@!~:.-+=$\\/\n\r\t 1awGHw'), maxLength: 60 }),
);

/** What GitHub looks at after Markdown has resolved the character references. */
function resolve(source: string): string {
  return source.replace(/&#(\d+);/g, (_, digits: string) =>
    String.fromCodePoint(Number.parseInt(digits, 10)),
  );
}

describe('values in Markdown', () => {
  test('no value leaves a character that starts markup', () => {
    fc.assert(
      fc.property(text, (value) => {
        const bare = escapeMarkdown(value).replace(/&#\d+;/g, '');
        expect(bare).not.toMatch(/[<>&|`*_~[\]()#@\\!:{}$+=\n\r-]/);
        expect(escapeMarkdown(value)).not.toMatch(/^\s*\d+\.(\s|$)|www\./i);
      }),
    );
  });

  test('no value mentions anyone or links an issue, even after references are resolved', () => {
    fc.assert(
      fc.property(text, (value) => {
        const seen = resolve(escapeMarkdown(value));
        expect(seen).not.toMatch(/@[a-z0-9]/i);
        expect(seen).not.toMatch(/#\d/);
        expect(seen).not.toMatch(/\bgh-\d/i);
      }),
    );
  });

  test.each([
    ['@octocat', '&#64;&#8203;octocat'],
    ['#12', '&#35;&#8203;12'],
    ['GH-12', 'GH&#45;&#8203;12'],
    ['www.example.com', 'www&#8203;&#46;example.com'],
    ['https://example.com', 'https&#58;&#8203;//example.com'],
    ['<!-- hidden', '&#60;&#33;&#45;&#45; hidden'],
    ['a|b', 'a&#124;b'],
    ['1. list', '1&#46; list'],
    ['::error::x', '&#58;&#58;error&#58;&#58;x'],
    ['0.985 (68)', '0.985 &#40;68&#41;'],
    ['line\r\nbreak', 'line␤break'],
  ])('%j', (value, escaped) => {
    expect(escapeMarkdown(value)).toBe(escaped);
    expect(md`${value}`.source).toBe(escaped);
  });

  test('code holds the text without invisible spaces, since GitHub links nothing in it', () => {
    expect(code('@octocat `x`').source).toBe('<code>&#64;octocat &#96;x&#96;</code>');
  });

  test('Markdown in Markdown stays as it is, lists are joined', () => {
    expect(md`${md`**a**`} ${[md`b`, md`c`]} ${3} ${false}`.source).toBe('**a** bc 3 false');
  });

  test('cells of a table never end their row', () => {
    fc.assert(
      fc.property(text, text, (first, second) => {
        const table = markdownTable(
          [{ title: md`${first}` }, { title: md`b`, align: 'right' }],
          [[md`${second}`, code(second)]],
        );
        const lines = table.source.split('\n');
        expect(lines).toHaveLength(3);
        for (const line of lines) expect(line.match(/\|/g)).toHaveLength(3);
        expect(lines[1]).toBe('| --- | ---: |');
      }),
    );
    const folded = markdownTable([{ title: md`a` }], [[new Markdown('x\n  y')]]);
    expect(folded.source.split('\n')[2]).toBe('| x y |');
  });

  test('each line break of a cell is a space, with the white space around it', () => {
    const parts = fc.array(fc.constantFrom('\n', '\r\n', ' ', '\t', '\u2028', '\ufeff', 'a', 'b'));
    fc.assert(
      fc.property(parts, (some) => {
        const source = some.join('');
        const table = markdownTable([{ title: md`a` }], [[new Markdown(source)]]);
        expect(table.source).toBe(`| a |\n| --- |\n| ${source.replace(/\s*\n\s*/g, ' ')} |`);
      }),
    );
  });

  test('a cell of a million spaces takes no time', () => {
    const source = `a${' '.repeat(1_000_000)}b\n${'\n '.repeat(500_000)}c`;
    const start = process.cpuUsage();
    const table = markdownTable([{ title: md`a` }], [[new Markdown(source)]]);
    // Some milliseconds; the pattern that says the same takes minutes.
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(5);
    expect(table.source.length).toBe(1_000_004 + '| a |\n| --- |\n|  |'.length);
  });

  test('blocks are apart by an empty line, empty ones left out', () => {
    expect(joinBlocks([md`a`, null, undefined, new Markdown(''), md`b`]).source).toBe('a\n\nb');
    expect(details(md`more`, md`text`).source).toBe(
      '<details><summary>more</summary>\n\ntext\n\n</details>',
    );
  });
});

describe('what a reader sees of a value', () => {
  test.each([
    ['a\nb\r\nc\rd\u2028e\u2029f', 'a␤b␤c␤d␤e␤f'],
    ['a\tb', 'a b'],
    ['\u0000\u001b[31m\u007f', '��[31m�'],
    ['\u202eevil\u2066\u061c\u00ad\u200b\ufeff', '�evil�����'],
    ['tag \u{e0041}\u{e007f}', 'tag ��'],
    ['half \ud800', 'half �'],
    ['naïve 🐧 مرحبا', 'naïve 🐧 مرحبا'],
  ])('%j', (value, shown) => {
    expect(visible(value)).toBe(shown);
  });

  test('a long value is cut, never in the middle of a character', () => {
    expect(shorten('abcdef', 6)).toBe('abcdef');
    expect(shorten('abcdefg', 6)).toBe('abcde…');
    expect(shorten('abcd🐧fg', 6)).toBe('abcd…');
  });

  test('a megabyte becomes a line', () => {
    for (const unit of ['x', '🐧', '\r\n', '\u202e', '\u{e0041}']) {
      const shown = resolve(escapeMarkdown(unit.repeat(1_000_000)));
      expect(shown.length).toBeLessThanOrEqual(LONGEST_VALUE);
      expect(shown.endsWith('…')).toBe(true);
      expect(shown.isWellFormed()).toBe(true);
    }
  });
});
