import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderSummary } from '../../../actions/validate-data/summary.ts';
import type { Configuration } from '../../../shared/config/index.ts';
import { HOSTILE_TEXTS, hostileText } from '../../hostile/hostile-text.ts';
import { findEscaped, shapeOf } from '../../hostile/published-markdown.ts';
import { dataFixture, TRIP_COLUMNS } from '../../report/fixtures/data.ts';

const COMMITTED = {
  properties: { sex: { enum: ['FEMALE', 'MALE'] }, fare: { type: 'integer' } },
  required: ['sex', 'fare'],
};
const PROPOSED = {
  properties: { sex: { enum: ['FEMALE', 'MALE', '.'] }, fare: { type: 'integer' } },
  required: ['sex'],
};

function render(
  names: readonly string[],
  schemas: readonly [unknown, unknown] = [null, PROPOSED],
  numericShare?: number,
) {
  return renderSummary({
    configuration: {
      model: 'tips',
      schema: 'data/schema.json',
      outputDirectory: '.mlops',
      validation: { updateSchema: 'propose' },
    } as Configuration,
    ...dataFixture(names, numericShare),
    verdict: 'fail',
    errors: 1,
    warnings: 1,
    annotated: { shown: 2, total: 24 },
    schemaChanged: true,
    committedSchema: schemas[0],
    proposedSchema: schemas[1],
  });
}

/** The cells of the row of a table that begins with this column. */
function rowOf(summary: string, name: string): string[] {
  const row = summary
    .split('\n')
    .find((line) => new RegExp(`^\\| [^|]*<code>${name}</code><br>`).test(line));
  return row?.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')) ?? [];
}

describe('the summary of data', () => {
  const summary = render(TRIP_COLUMNS, [COMMITTED, PROPOSED]);

  test('shows a number as a histogram over that of the reference', () => {
    const [, missing, distinct, figures, distribution] = rowOf(summary, 'trip&#95;seconds');
    expect(missing).toMatch(/^[\d,]+<br>11 %<br>ref&#46;|^[\d,]+<br>11 %<br>ref\. 0 %$/);
    expect(distinct).toBe('2,100,345');
    expect(figures).toBe('0 … 100<br>median ≈ 50<br>mean 45 ± 20<br>ref. 55 ± 20');
    expect(distribution).toBe(
      '<code>▁▁▃▅██▇▅▃▁▁·</code> now<br><code>·▁▁▃▅▇██▅▃▁▁</code> reference',
    );
  });

  test('shows a category as bars with shares', () => {
    const cells = rowOf(summary, 'zone');
    expect(cells.at(-1)).toMatch(
      /^<code>███▌░{6}<\/code> 38 % <code>Gentoo<\/code> &#40;ref\. 44 %&#41;<br>|^<code>███▌░{6}<\/code> 38 % <code>Gentoo<\/code>/,
    );
    expect(cells.at(-1)).toMatch(/<br>4 more values$/);
  });

  test('columns with errors come first, then those with warnings', () => {
    const rows = summary.split('\n').filter((line) => line.includes('</code><br>'));
    expect(rows.map((line) => /^\| (\S*) ?<code>/.exec(line)?.[1])).toEqual([
      '❌',
      '⚠️',
      ...TRIP_COLUMNS.slice(2).map(() => ''),
    ]);
  });

  test('says what the proposed schema changes, place by place', () => {
    expect(summary).toContain(
      '```diff\n@@ properties › sex › enum @@\n+ "."\n@@ required @@\n- "fare"\n```',
    );
    expect(render(TRIP_COLUMNS)).not.toContain('```');
  });

  test('shows the largest slices and what is unusual in them', () => {
    expect(summary).toMatch(
      /\n\| <code>region<\/code> = <code>north<\/code> \| ≈ 1,145,000 ± 1,235 \| <code>█+░+<\/code> 50 % \| <code>\S+<\/code> \S+ \(all: \S+\)<br>/,
    );
    expect(summary).toContain('2 more slices; the largest 3 are in statistics.json.');
  });

  test('says how good estimates are', () => {
    expect(summary).toContain('from 100,000 of 2,290,000 rows');
  });

  test('differences above a threshold stand open, others are folded', () => {
    expect(summary).toMatch(
      /\n\*\*Compared with other data: 9 differences, 1 above a threshold\*\*\n/,
    );
    expect(render(['zone'], [null, PROPOSED], 0)).toContain(
      '<summary>Compared with other data: 1 difference, none above a threshold</summary>',
    );
  });

  test('a distance is a bar with its threshold in the middle', () => {
    const row = summary.split('\n').find((line) => /^\| ❌ \| <code>payment/.test(line));
    expect(row).toContain('| 0.2494 | 0.1 | <code>█████│█████</code> | <code>Gentoo</code> |');
  });

  test('correlations are folded below, repeated rows are counted', () => {
    expect(summary).toContain('Rows that repeat an earlier one: about 1,234 ± 20');
    expect(summary).toContain('<summary>Correlations: the strongest of 21 pairs</summary>');
  });
});

describe('bounds', () => {
  test('10,000 columns with anomalies make a summary that is small and shows those first', () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `column ${index}`);
    const summary = render(names);
    expect(Buffer.byteLength(summary)).toBeLessThan(60_000);
    expect(summary).toContain('9,940 more columns in statistics.json');
    expect(summary.indexOf('column 4<')).toBeLessThan(summary.indexOf('column 14<'));
  });

  test('the longest names and values stay below what GitHub shows of a step', () => {
    const names = Array.from({ length: 300 }, (_, index) => `${'<'.repeat(100_000)}${index}`);
    const properties = Object.fromEntries(names.map((name) => [name, { enum: [name] }]));
    expect(Buffer.byteLength(render(names, [{}, { properties }]))).toBeLessThan(1_048_576);
  });

  test('a diff of a thousand places shows the first', () => {
    const properties = Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [`c${index}`, { type: 'string' }]),
    );
    const summary = render(['a'], [{ properties: {} }, { properties }]);
    expect(summary).toContain('<summary>Proposed changes of the schema: 1,000 places</summary>');
    expect(summary).toContain('@@ properties › c39 @@');
    expect(summary).not.toContain('@@ properties › c40 @@');
    expect(summary).toContain('@@ 960 more places @@');
  });
});

describe('hostile names and schemas', () => {
  const schemasOf = (text: string) =>
    [
      { properties: { [text]: { enum: [text] } }, required: [`${text}x`] },
      { properties: { [text]: { enum: [`${text}y`, text] } }, required: [`${text}z`] },
    ] as const;

  test.each(HOSTILE_TEXTS.map((text) => [text]))('%j is text', (text) => {
    expect(findEscaped(render([text, `${text}2`, 'c', 'd', 'e'], schemasOf(text)))).toEqual([]);
  });

  test('leave the structure that plain ones have', () => {
    const plain = shapeOf(render(['a', 'b'], schemasOf('a')));
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(shapeOf(render([text, `${text}!`], schemasOf(text)))).toBe(plain);
      }),
      { numRuns: 100 },
    );
  });
});
