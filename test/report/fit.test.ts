import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fitMarkdown } from '../../shared/report/index.ts';

const section = (name: string) => `## ${name}\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n`;
const folded = '<details><summary>more</summary>\n\nlong\n\n```\ncode\n\n```\n\n</details>\n\n';

describe('fitMarkdown', () => {
  test('leaves alone what fits', () => {
    expect(fitMarkdown('# Title\n', 100)).toBe('# Title\n');
  });

  test('ends between sections and says so', () => {
    const text = section('One') + folded + section('Two');
    const short = fitMarkdown(text, section('One').length + 100);
    expect(short.startsWith(section('One').trimEnd())).toBe(true);
    expect(short).not.toContain('<details>');
    expect(short).toContain('Shortened: the full report');
  });

  test('never leaves a fold or a block of code open, and never exceeds the limit', () => {
    const part = fc.constantFrom(
      section('One'),
      folded,
      'text with ünïcode 🐧\n\n',
      'x'.repeat(300),
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 30 }),
        fc.integer({ min: 120, max: 4000 }),
        (parts, limit) => {
          const short = fitMarkdown(parts.join(''), limit);
          expect(Buffer.byteLength(short)).toBeLessThanOrEqual(limit);
          expect(short.split('<details>').length).toBe(short.split('</details>').length);
          expect(short.split('```').length % 2).toBe(1);
        },
      ),
    );
  });
});
