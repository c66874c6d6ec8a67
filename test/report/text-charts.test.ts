import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  escapeMermaid,
  mermaidLineChart,
  sparkline,
  thinEvenly,
} from '../../shared/report/index.ts';

describe('sparkline', () => {
  test.each([
    [[], ''],
    [[0, 1, 2, 3, 4, 5, 6, 7], '▁▂▃▄▅▆▇█'],
    [[5, 5], '▅▅'],
    [[0, Number.NaN, 1], '▁ █'],
    [[Number.NaN], ' '],
    [[-1e308, 1e308], '▁█'],
  ])('%j', (values, shown) => {
    expect(sparkline(values)).toBe(shown);
  });

  test('a long history is thinned, its ends are kept', () => {
    const line = sparkline(Array.from({ length: 1000 }, (_, index) => index));
    expect([...line]).toHaveLength(60);
    expect(line.at(0)).toBe('▁');
    expect(line.at(-1)).toBe('█');
  });
});

describe('thinEvenly', () => {
  test('keeps the order and the ends', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 2, max: 80 }),
        (length, most) => {
          const values = Array.from({ length }, (_, index) => index);
          const thin = thinEvenly(values, most);
          expect(thin).toHaveLength(Math.min(length, most));
          expect(thin[0]).toBe(0);
          expect(thin.at(-1)).toBe(length - 1);
          expect([...new Set(thin)].sort((a, b) => a - b)).toEqual([...thin]);
        },
      ),
    );
  });
});

describe('mermaidLineChart', () => {
  const chart = (values: readonly number[], title = 'Loss by epoch') =>
    mermaidLineChart({
      title,
      xTitle: 'epoch',
      xRange: [1, values.length],
      yTitle: 'loss',
      series: [{ name: 'validation', values }],
    }).source;

  test('one line', () => {
    expect(chart([1.05, 0.62, 0.41])).toBe(
      [
        '```mermaid',
        '%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#1f78c1"}}}}%%',
        'xychart-beta',
        '  title "Loss by epoch"',
        '  x-axis "epoch" 1 --> 3',
        '  y-axis "loss" 0.41 --> 1.05',
        '  line [1.05, 0.62, 0.41]',
        '```',
      ].join('\n'),
    );
  });

  test('several lines have a legend with escaped names', () => {
    const { source } = mermaidLineChart({
      title: 't',
      xTitle: 'x',
      xRange: [1, 2],
      yTitle: 'y',
      yRange: [0, 1],
      series: [
        { name: 'train', values: [1, 0] },
        { name: '<b>', values: [1, 0.5] },
      ],
    });
    expect(source).toContain('y-axis "y" 0 --> 1');
    expect(source).toMatch(/<sub>blue: train · orange: &#60;b&#62;<\/sub>$/);
  });

  test('points that are not finite are left out, and the axis ends where the line does', () => {
    const source = chart([Number.NaN, 3, 2, Number.POSITIVE_INFINITY]);
    expect(source).toContain('x-axis "epoch" 2 --> 3');
    expect(source).toContain('line [3, 2]');
  });

  test('nothing to join gives nothing', () => {
    expect(chart([])).toBe('');
    expect(chart([1])).toBe('');
    expect(chart([Number.NaN, 1, Number.NaN])).toBe('');
    expect(
      mermaidLineChart({ title: '', xTitle: '', xRange: [0, 0], yTitle: '', series: [] }).source,
    ).toBe('');
  });

  test('at most 60 points', () => {
    const source = chart(Array.from({ length: 1000 }, (_, index) => 1 / (index + 1)));
    expect(/line \[(.*)\]/.exec(source)?.[1]?.split(',')).toHaveLength(60);
  });

  test('a flat line has a range to stand in', () => {
    expect(chart([2, 2])).toContain('y-axis "loss" 1.8 --> 2.2');
    expect(chart([0, 0])).toContain('y-axis "loss" -1 --> 1');
  });

  test.each([
    [1e15 + 0.125, '1000000000000000'],
    [1e21, '1000000000000000000000'],
    [1.5e-9, '0.0000000015'],
    [-0.25, '-0.25'],
    [1e-200, '0'],
  ])('%p is written without an exponent', (value, written) => {
    expect(chart([0, value])).toContain(`  line [0, ${written}]`);
  });

  test('the largest numbers there are', () => {
    expect(chart([Number.MAX_VALUE, Number.MAX_VALUE])).toMatch(/y-axis "loss" \d+ --> \d+\n/);
    expect(chart([-Number.MAX_VALUE, Number.MAX_VALUE])).toMatch(/y-axis "loss" -\d+ --> \d+\n/);
  });

  test('any text and any numbers keep to their lines and to the grammar', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(...'"`%{}[]<>#;&\\\n\r@ a'), maxLength: 40 }),
    );
    const number = '-?\\d+(?:\\.\\d+)?';
    fc.assert(
      fc.property(text, fc.array(fc.double(), { maxLength: 80 }), (title, values) => {
        expect(escapeMermaid(title)).not.toMatch(/["`%{}[\]<>#;&\\@\n\r]/);
        const source = chart(values, title);
        if (source === '') return;
        const lines = source.split('\n');
        expect(lines).toHaveLength(8);
        expect(lines[3]).toMatch(/^ {2}title "[^"]*"$/);
        expect(lines[5]).toMatch(new RegExp(`^  y-axis "loss" ${number} --> ${number}$`));
        expect(lines[6]).toMatch(new RegExp(`^  line \\[${number}(, ${number})+\\]$`));
      }),
    );
  });
});
