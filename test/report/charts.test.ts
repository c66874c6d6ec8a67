import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  barPath,
  coordinate,
  histogram,
  histogramPair,
  intervalPlot,
  linearScale,
  lineChart,
  linePath,
  niceStep,
  scaleOf,
  scatterChart,
  stepPath,
} from '../../shared/report/charts/index.ts';
import { elementsOf, parsePage, textOf } from './well-formed.ts';

const anyNumber = fc.oneof(
  fc.double(),
  fc.double({ min: -10, max: 10, noNaN: true }),
  fc.constantFrom(0, -0, 1e308, -1e308, 5e-324, Number.NaN),
);

describe('scale', () => {
  test.each([
    [0, 1, ['0.0', '0.2', '0.4', '0.6', '0.8', '1.0']],
    [0, 0.1, ['0.00', '0.02', '0.04', '0.06', '0.08', '0.10']],
    [-1, 1, ['−1.0', '−0.5', '0.0', '0.5', '1.0']],
    [1, 41, ['10', '20', '30', '40']],
    [0, 60_000, ['0', '20,000', '40,000', '60,000']],
    [0, 5e7, ['0', '10 M', '20 M', '30 M', '40 M', '50 M']],
    [0, 5e12, ['0', '1e+12', '2e+12', '3e+12', '4e+12', '5e+12']],
    [0, 5e-7, ['0', '1e−7', '2e−7', '3e−7', '4e−7', '5e−7']],
  ])('ticks from %p to %p', (low, high, shown) => {
    const scale = linearScale(low, high);
    expect(scale.ticks.map((tick) => scale.format(tick))).toEqual(shown);
  });

  test('steps are 1, 2 or 5 times a power of ten', () => {
    expect(niceStep(0, 10, 5)).toBe(2);
    expect(niceStep(0, 7, 5)).toBe(2);
    expect(niceStep(0, 30, 5)).toBe(10);
    expect(niceStep(0, 0.021, 5)).toBeCloseTo(0.005, 12);
    expect(niceStep(3, 3, 5)).toBe(0);
  });

  test('a scale over any numbers has finite ends, ticks inside, and places in 0 … 1', () => {
    fc.assert(
      fc.property(fc.array(anyNumber, { maxLength: 20 }), fc.boolean(), (values, nice) => {
        const scale = scaleOf(values, { nice });
        expect(Number.isFinite(scale.low) && Number.isFinite(scale.high)).toBe(true);
        expect(scale.low).toBeLessThan(scale.high);
        expect(scale.ticks.length).toBeLessThanOrEqual(50);
        for (const value of values.filter(Number.isFinite)) {
          expect(value).toBeGreaterThanOrEqual(scale.low);
          expect(value).toBeLessThanOrEqual(scale.high);
          const place = scale.place(value);
          expect(place >= 0 && place <= 1).toBe(true);
        }
        for (const tick of scale.ticks) expect(scale.format(tick)).not.toMatch(/NaN|undefined/);
      }),
      { numRuns: 500 },
    );
  });

  test('order is kept', () => {
    const scale = scaleOf([2, 10]);
    expect([2, 4, 10, 20, -5].map((value) => scale.place(value))).toEqual([0, 0.25, 1, 1, 0]);
  });
});

describe('svg', () => {
  test('a number that has no place is refused', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(() => coordinate(value)).toThrow(RangeError);
    }
    expect([1 / 3, -0, 12].map(coordinate)).toEqual(['0.33', '0', '12']);
  });

  test('paths', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 1, y: 0.5 },
    ];
    expect(linePath(points).source).toBe('M0 1000L1000 500');
    expect(linePath([]).source).toBe('');
    expect(barPath([1, 0], 0).source).toBe('M0 1000V0H500V1000Z');
    expect(stepPath([1, 0.5]).source).toBe('M0 1000V0H500V500H1000V1000');
  });
});

describe('charts', () => {
  test('any numbers draw without a place that is not a number', () => {
    const numbers = fc.array(anyNumber, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(numbers, numbers, anyNumber, (first, second, value) => {
        const pictures = [
          histogram('h', first),
          histogramPair('p', first, second),
          scatterChart(first.map((actual, index) => ({ actual, predicted: second[index] ?? 0 }))),
          lineChart({
            title: 'l',
            xTitle: 'x',
            x: second,
            lines: [
              { name: 'a', kind: 'main', values: first },
              { name: 'b', kind: 'other', values: second },
            ],
            mark: { index: 0, label: 'here' },
          }),
          intervalPlot({
            title: 'i',
            scale: scaleOf(first),
            value,
            interval: [first[0] ?? 0, second[0] ?? 0],
            baseline: second[0],
            threshold: first.at(-1),
            reference: second.at(-1),
          }),
        ];
        for (const picture of pictures) {
          if (picture === null) continue;
          parsePage(picture.source);
          expect(picture.source.replace(/<title>.*?<\/title>/g, '')).not.toMatch(
            /NaN|Infinity|undefined|null/,
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  test('an interval plot lays its marks where the scale says', () => {
    const page = parsePage(
      intervalPlot({
        title: 'accuracy',
        scale: linearScale(0.5, 1),
        value: 0.9,
        interval: [0.75, 1],
        baseline: 0.6,
        threshold: 0.8,
      }).source,
    );
    const place = (className: string, attribute: string) =>
      elementsOf(page)
        .find((element) => element.attributes.get('class') === className)
        ?.attributes.get(attribute);
    expect(place('value', 'cx')).toBe('80%');
    expect(place('interval', 'x')).toBe('50%');
    expect(place('interval', 'width')).toBe('50%');
    expect(place('baseline', 'cx')).toBe('20%');
    expect(place('threshold', 'x1')).toBe('60%');
    expect(place('refused', 'width')).toBe('60%');
  });

  test('for an error the far side of the threshold is refused', () => {
    const { source } = intervalPlot({
      title: 'loss',
      scale: linearScale(0, 1),
      value: 0.1,
      threshold: 0.75,
      lowerIsBetter: true,
    });
    expect(source).toContain('<rect class="refused" x="75%" y="0" width="25%"');
  });

  test('a line chart names its axis, its lines and its mark', () => {
    const chart = lineChart({
      title: 'Loss',
      xTitle: 'epoch',
      x: [1, 2, 3],
      lines: [
        { name: 'validation', kind: 'main', values: [3, 1, 2] },
        { name: 'training', kind: 'other', values: [3, 2, 1] },
      ],
      mark: { index: 1, label: 'best epoch 2' },
    });
    const text = textOf(parsePage(chart?.source ?? ''));
    for (const part of ['Loss', 'epoch', 'validation', 'training', 'best epoch 2']) {
      expect(text).toContain(part);
    }
  });

  test('nothing to draw gives nothing', () => {
    expect(histogram('h', [0, Number.NaN])).toBeNull();
    expect(scatterChart([{ actual: Number.NaN, predicted: 1 }])).toBeNull();
    expect(
      lineChart({
        title: 'l',
        xTitle: 'x',
        x: [1],
        lines: [{ name: 'a', kind: 'main', values: [1] }],
      }),
    ).toBeNull();
  });
});
