import { describe, expect, test } from '@jest/globals';
import { type ReportInput, renderReportPage } from '../../shared/report/index.ts';
import { dataFixture, dataPage, TRIP_COLUMNS } from './fixtures/data.ts';
import { type Element, elementsOf, parsePage, textOf } from './well-formed.ts';

const trips = dataPage(dataFixture(TRIP_COLUMNS));

function dataOf(input: ReportInput): Element {
  const section = elementsOf(parsePage(renderReportPage(input)), 'section').find(
    ({ attributes }) => attributes.get('id') === 'data',
  );
  if (section === undefined) throw new Error('the page has no data');
  return section;
}

const headings = (input: ReportInput) => elementsOf(dataOf(input), 'h3').map(textOf);

function rowsOf(section: Element, caption: string): Element[] {
  const table = elementsOf(section, 'table').find((one) =>
    elementsOf(one, 'caption').some((text) => textOf(text).includes(caption)),
  );
  if (table === undefined) throw new Error(`there is no table ${caption}`);
  return elementsOf(table, 'tr').slice(1);
}

const nameOf = (row: Element) => textOf(elementsOf(row, 'bdi')[0] as Element);
const ofClass = (root: Element, name: string, className: string) =>
  elementsOf(root, name).filter(({ attributes }) =>
    attributes.get('class')?.split(' ').includes(className),
  );

describe('the data of a page', () => {
  test('has a part for each thing that the reports know', () => {
    expect(headings(trips)).toEqual([
      'Anomalies',
      'Compared with other data',
      'Columns',
      'Correlations',
      'Repeated rows',
      'Slices of the data',
    ]);
  });

  test('has none for what they do not know', () => {
    const { statistics } = dataFixture(TRIP_COLUMNS);
    const { version, files, examples, columns } = statistics;
    const input = {
      ...trips,
      anomalies: undefined,
      statistics: { version, files, examples, columns },
    };
    expect(headings(input as unknown as ReportInput)).toEqual(['Columns']);
    expect(textOf(dataOf(input as unknown as ReportInput))).not.toContain('estimated');
  });

  test('says how good estimates are', () => {
    expect(textOf(dataOf(trips))).toContain(
      'estimated from 100,000 of 2,290,000 rows, drawn evenly: with 99 % confidence the rank of a quantile is off by at most 0.59 %',
    );
  });

  test('columns with errors come first, then those with warnings, and each says so', () => {
    const rows = rowsOf(dataOf(trips), 'Columns of the data');
    expect(rows.map(nameOf).slice(0, 4)).toEqual([
      'zone',
      'pickup_hour',
      'trip_seconds',
      'passenger',
    ]);
    expect(
      rows.slice(0, 3).map((row) => ofClass(row, 'span', 'severity-mark').map(textOf)),
    ).toEqual([['error'], ['warning'], []]);
  });

  test('a numeric column has a histogram over that of the reference and marks of its quantiles', () => {
    const row = rowsOf(dataOf(trips), 'Columns of the data').find(
      (one) => nameOf(one) === 'trip_seconds',
    ) as Element;
    const titles = elementsOf(row, 'title').map(textOf);
    expect(titles[0]).toMatch(/^Shares in the reference and in this data.* lie in 40 … 50$/);
    expect(titles[1]).toMatch(/^Quantiles 5 %: [\d.]+, 25 %: [\d.]+, 50 %: 50, 75 %: /);
    expect(ofClass(row, 'path', 'bars-reference')).toHaveLength(1);
    expect(ofClass(row, 'path', 'outline-current')).toHaveLength(1);
    // From 0 to 100 here and from 10 to 110 there: the median, 50, lies at 5/11.
    expect(ofClass(row, 'line', 'median')[0]?.attributes.get('x1')).toBe('45.45%');
    expect(ofClass(row, 'span', 'scale-ends').map(textOf)).toEqual(['0110']);
  });

  test('the mark of a whole number stands in the middle of its bar', () => {
    const { statistics } = dataFixture(['passengers'], 1);
    const [column] = statistics.columns;
    const numeric = {
      ...column?.numeric,
      min: 1,
      max: 4,
      quantiles: [{ q: 0.5, value: 2 }],
      histogram: [1, 2, 3, 4].map((value) => ({ low: value, high: value, count: value })),
    };
    const columns = [{ ...column, distinct: 40, numeric }];
    const section = dataOf({
      ...trips,
      anomalies: undefined,
      statistics: { ...statistics, columns },
    } as unknown as ReportInput);
    expect(ofClass(section, 'line', 'median')[0]?.attributes.get('x1')).toBe('37.5%');
  });

  test('a category shows its values against those of the reference', () => {
    const row = rowsOf(dataOf(trips), 'Columns of the data').find(
      (one) => nameOf(one) === 'zone',
    ) as Element;
    const bars = elementsOf(row, 'li').map(textOf);
    expect(bars).toHaveLength(6);
    expect(bars[0]).toMatch(/^\S+44 % → \d+ %$/);
    expect(bars[5]).toMatch(/0 % → \d+ %$/);
  });

  test('differences above their threshold come first, those that are not judged are folded', () => {
    const resultsOf = (caption: string) =>
      rowsOf(dataOf(trips), caption).map((row) =>
        textOf(ofClass(row, 'span', 'status')[0] as Element),
      );
    const judged = resultsOf('Differences that are judged');
    expect(judged[0]).toBe('Above');
    expect(new Set(judged.slice(1))).toEqual(new Set(['Below']));
    expect(new Set(resultsOf('Differences without'))).toEqual(new Set(['Not judged']));
    const folded = elementsOf(dataOf(trips), 'summary').map(textOf);
    expect(folded).toContain('3 differences without a threshold');
    expect(textOf(dataOf(trips))).toContain('the column is not in the other data');
  });

  test('the matrix of correlations has each pair once, with its sign in words of digits', () => {
    const section = dataOf(trips);
    const cells = ofClass(section, 'td', 'heat').map(textOf);
    const columns = ofClass(section, 'table', 'correlations').flatMap((table) =>
      elementsOf(table, 'tr').slice(1),
    ).length;
    expect(cells).toHaveLength((columns * (columns - 1)) / 2);
    expect(cells.every((text) => /^(\+0\.\d\d|−0\.\d\d|0\.00)$/.test(text))).toBe(true);
    expect(cells.some((text) => text.startsWith('+'))).toBe(true);
    expect(cells.some((text) => text.startsWith('−'))).toBe(true);
  });

  test('weighted figures stand beside the others', () => {
    const { statistics, ...rest } = dataFixture(['fare', 'note', 'zone'], 0.3);
    const weighted = {
      present: 4,
      missing: 0,
      top: [{ value: 'Dream', weight: 3 }],
      numeric: { mean: 12.5, deviation: 2, quantiles: [] },
    };
    const columns = statistics.columns.map((column) => ({ ...column, weighted }));
    const section = dataOf(dataPage({ ...rest, statistics: { ...statistics, columns } }));
    const cells = rowsOf(section, 'Columns of the data').map(textOf).join('\n');
    expect(cells).toContain('weighted: mean 12.5, deviation 2');
    expect(cells).toContain('weighted: Dream 75 %');
  });

  test('so do those of slices', () => {
    const { statistics, ...rest } = dataFixture(['fare', 'note', 'zone'], 0.3);
    const numeric = { mean: 12.5, deviation: 2, quantiles: [] };
    const slices = statistics.slices?.map((slice) => ({
      ...slice,
      weight: { total: 1_145_000, standardError: 1200 },
      columns: slice.columns.map((column) => ({
        ...column,
        weighted: { present: 4, missing: 0, numeric },
      })),
    }));
    const section = dataOf(dataPage({ ...rest, statistics: { ...statistics, slices } }));
    const cells = rowsOf(section, 'Slices of the data').map(textOf).join('\n');
    expect(cells).toContain('weighted: 25 %1,145,000 ± 1,200');
    expect(cells).toContain(', weighted 12.5 (');
  });

  test('slices say what is unusual in them, and how many are not shown', () => {
    const section = dataOf(trips);
    const [row = null] = rowsOf(section, 'Slices of the data');
    if (row === null) throw new Error('there is no slice');
    expect(elementsOf(row, 'td').map(textOf).join('|')).toMatch(
      /^≈ 1,145,000± 1,235\|50 %\|\S+ \S+ \([+−]0\.2\)/,
    );
    expect(textOf(section)).toContain(
      'Weighted figures are by trips, which sums to 4,580,000. They come from the sample, which is worth 61,000 rows',
    );
    expect(textOf(section)).toContain('2 more slices are not shown');
    expect(textOf(section)).toContain('but for slices, all of whose figures are estimates');
  });

  test('of 14 numeric columns the matrix has at most 12, the list counts the pairs', () => {
    const names = Array.from({ length: 14 }, (_, index) => `c${index}`);
    const section = dataOf(dataPage(dataFixture(names, 1)));
    const columns = ofClass(section, 'table', 'correlations').flatMap((table) =>
      elementsOf(table, 'tr').slice(1),
    );
    expect(columns.length).toBeLessThanOrEqual(12);
    expect(columns.length).toBeGreaterThan(2);
    expect(textOf(section)).toContain('71 more pairs are not shown');
  });

  test('a page of 10,000 columns stays below 2 MB', () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `column ${index}`);
    expect(renderReportPage(dataPage(dataFixture(names))).length).toBeLessThan(2_000_000);
  });
});
