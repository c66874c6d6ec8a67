import type { ColumnStatistics, ControlColumn } from '../../data/index.ts';
import { alignForPicture } from '../align-histograms.ts';
import {
  bar,
  barList,
  histogram,
  histogramPair,
  isKnown,
  pairedBarList,
  quantileStrip,
} from '../charts/index.ts';
import { dataTable, known, name, PAGE_LIMITS, present, restNote, sign } from '../components.ts';
import { type ColumnFacts, type DataFacts, shareInReference } from '../data-facts.ts';
import { type Html, html } from '../html.ts';
import { countOf, formatCount, formatPercent, formatQuantity } from '../numbers.ts';

/** Every column with a picture of its values. */
export function columnTable({ columns, examples }: DataFacts): (Html | null)[] {
  if (columns.length === 0) return [];
  const shown = columns.slice(0, PAGE_LIMITS.columns);
  return [
    html`<h3>Columns</h3>`,
    dataTable({
      caption: 'Columns of the data with their distributions',
      captionHidden: true,
      columns: [
        { title: 'Column' },
        { title: 'Missing', kind: 'number' },
        { title: 'Distinct', kind: 'number' },
        { title: 'Range' },
        { title: 'Distribution', kind: 'wide' },
      ],
      rows: shown.map((column) => columnRow(column, examples)),
    }),
    legend(shown),
    restNote(columns.length, PAGE_LIMITS.columns, 'column'),
  ];
}

function legend(columns: readonly ColumnFacts[]): Html | null {
  const strips = columns.some(({ statistics }) => hasHistogram(statistics));
  const references = columns.some(({ reference }) => reference !== null);
  if (!strips && !references) return null;
  const keys = present([
    references && html`<span class="key"><span class="sample-reference"></span>reference</span>`,
    references && html`<span class="key"><span class="sample-current"></span>this data</span>`,
    strips && html`<span class="key"><span class="sample-median"></span>median</span>`,
    strips && html`<span class="key"><span class="sample-middle-half"></span>middle half</span>`,
    strips && html`<span class="key"><span class="sample-whisker"></span>5 % … 95 %</span>`,
  ]);
  return html`<p class="legend">${keys}</p>`;
}

function columnRow(column: ColumnFacts, examples: number): (Html | string)[] {
  const { statistics } = column;
  return [
    html`${severityMark(column)}${name(statistics.name)}<span class="minor">${statistics.type}</span>`,
    missingCells(column, examples),
    `${statistics.distinctError === undefined ? '' : '≈ '}${known(statistics.distinct, formatCount)}`,
    html`${valueCounts(statistics)}${columnRange(column)}`,
    distribution(column) ?? '–',
  ];
}

function severityMark({ severity }: ColumnFacts): Html | null {
  if (severity === null) return null;
  const tone = severity === 'error' ? 'fail' : 'warn';
  return html`<span class="severity-mark ${tone}">${sign(tone)}<span class="spoken">${severity}</span></span>`;
}

function missingCells({ statistics, reference }: ColumnFacts, examples: number): Html | string {
  const { missing } = statistics;
  const before =
    reference === null
      ? null
      : html`<span class="minor nowrap">reference ${known(share(reference.missing, reference.missing + reference.present), formatPercent)}</span>`;
  if (missing === 0 && before === null) return '0';
  if (missing === 0) return html`0${before}`;
  const part = share(missing, examples);
  return html`${known(missing, formatCount)}<span class="minor">${known(part, formatPercent)}</span>${bar(part, 'bar')}${before}`;
}

/** Of lists. */
function valueCounts({ valuesPerExample: values }: ColumnStatistics): Html | null {
  if (values === undefined) return null;
  const median = values.quantiles?.find(({ q }) => q === 0.5)?.value ?? values.mean;
  return html`<span class="range">${known(values.min, formatCount)} … ${known(values.max, formatCount)} values</span><span class="minor">median ${known(median, formatQuantity)}, mean ${known(values.mean, formatQuantity)}</span>`;
}

function columnRange({
  statistics: { numeric, text, weighted },
  reference,
}: ColumnFacts): Html | string {
  if (numeric !== undefined) {
    const before =
      reference?.mean === undefined
        ? null
        : html`<span class="minor">reference: mean ${known(reference.mean, formatQuantity)}${reference.deviation === undefined ? null : html`, deviation ${known(reference.deviation, formatQuantity)}`}</span>`;
    return html`<span class="range">${known(numeric.min, formatQuantity)} … ${known(numeric.max, formatQuantity)}</span><span class="minor">${meanAndDeviation(numeric)}${outside(numeric)}</span>${weightedMean(weighted)}${before}`;
  }
  if (text === undefined) return '–';
  const { minLength, maxLength } = text;
  const length =
    minLength === maxLength
      ? known(minLength, formatCount)
      : `${known(minLength, formatCount)} … ${known(maxLength, formatCount)}`;
  return `${length} ${maxLength === 1 ? 'character' : 'characters'}`;
}

/** A line ends between the two, not between a word and its number. */
function meanAndDeviation({
  mean,
  deviation,
}: Pick<NonNullable<ColumnStatistics['numeric']>, 'mean' | 'deviation'>): Html {
  return html`<span class="nowrap">mean ${known(mean, formatQuantity)},</span> <span class="nowrap">deviation ${known(deviation, formatQuantity)}</span>`;
}

function weightedMean(weighted: ColumnStatistics['weighted']): Html | null {
  if (weighted?.numeric === undefined) return null;
  return html`<span class="minor">weighted: ${meanAndDeviation(weighted.numeric)}</span>`;
}

/** Cells that are in none of the figures. */
function outside({ notANumber, infinite }: NonNullable<ColumnStatistics['numeric']>): string {
  const nan = isKnown(notANumber) ? `, ${formatCount(notANumber)} not a number` : '';
  return isKnown(infinite) ? `${nan}, ${formatCount(infinite)} infinite` : nan;
}

/** A number that takes many values has a histogram; everything else shows its most frequent values. */
function hasHistogram({ numeric, distinct }: ColumnStatistics): boolean {
  return numeric !== undefined && distinct > PAGE_LIMITS.values;
}

function distribution(column: ColumnFacts): Html | null {
  return hasHistogram(column.statistics) ? histogramPicture(column) : topValues(column);
}

function histogramPicture({ statistics, reference }: ColumnFacts): Html | null {
  const { numeric } = statistics;
  if (numeric === undefined) return null;
  const buckets = numeric.histogram.slice(0, PAGE_LIMITS.buckets);
  const counts = buckets.map(({ count }) => count);
  const before = reference?.histogram?.slice(0, PAGE_LIMITS.buckets) ?? [];
  const aligned = alignForPicture(buckets, before);
  const picture =
    aligned === null
      ? histogram(`Histogram of ${describeBuckets(buckets)}`, counts)
      : histogramPair(
          `Shares in the reference and in this data, over one scale. ${describeBuckets(buckets)}`,
          shares(aligned.reference),
          shares(aligned.current),
        );
  if (picture === null) return null;
  const [low, high] = aligned === null ? [numeric.min, numeric.max] : [aligned.low, aligned.high];
  const strip = quantileStrip({
    title: describeQuantiles(numeric.quantiles),
    place: aligned === null ? placeIn(buckets) : placeBetween(aligned.low, aligned.high),
    quantiles: numeric.quantiles,
  });
  return html`${picture}${strip}<span class="scale-ends"><span>${known(low, formatQuantity)}</span><span>${known(high, formatQuantity)}</span></span>`;
}

type Buckets = NonNullable<ColumnStatistics['numeric']>['histogram'];

function describeBuckets(buckets: Buckets): string {
  const most = buckets.reduce(
    (best, bucket) => (bucket.count > best.count ? bucket : best),
    buckets[0] ?? { low: 0, high: 0, count: 0 },
  );
  return `${buckets.length} buckets; most examples, ${known(most.count, formatCount)}, lie in ${known(most.low, formatQuantity)} … ${known(most.high, formatQuantity)}`;
}

function describeQuantiles(
  quantiles: readonly { readonly q: number; readonly value: number }[],
): string {
  const parts = quantiles
    .filter(({ q, value }) => isKnown(q) && isKnown(value))
    .map(({ q, value }) => `${formatPercent(q, 0)}: ${formatQuantity(value)}`);
  return `Quantiles ${parts.join(', ')}`;
}

/** Along the buckets, which may stand for whole numbers: then a number lies in the middle of its own. */
function placeIn(buckets: Buckets): (value: number) => number {
  const low = buckets[0]?.low ?? 0;
  const high = buckets.at(-1)?.high ?? 0;
  const isWhole = buckets.every((bucket) => bucket.low === bucket.high);
  return isWhole ? placeBetween(low - 0.5, high + 0.5) : placeBetween(low, high);
}

function placeBetween(low: number, high: number): (value: number) => number {
  // Halves keep the span finite between the largest numbers there are.
  const span = high / 2 - low / 2;
  return (value) => (span > 0 ? (value / 2 - low / 2) / span : 0.5);
}

function topValues({ statistics, reference }: ColumnFacts): Html | null {
  const { top, distinct, present: filled } = statistics;
  if (top.length === 0 || !(filled > 0)) return null;
  // A list of values that each occur once says nothing.
  if ((top[0]?.count ?? 0) <= 1 && distinct > PAGE_LIMITS.values) {
    return html`<span class="muted">every value is different</span>`;
  }
  const shown = top.slice(0, PAGE_LIMITS.values);
  const rest = distinct - shown.length;
  const bars =
    reference?.top === undefined
      ? barList(
          shown.map((item) => ({
            label: item.value,
            share: share(item.count, filled),
            text: known(item.count, formatCount),
          })),
        )
      : pairedBarList(shown.map((item) => pairedBar(item, filled, reference)));
  return html`${present([
    bars,
    rest > 0 && html`<span class="minor">and ${countOf(rest, 'more value')}</span>`,
    weightedTop(statistics),
  ])}`;
}

const WEIGHTED_SHOWN = 3;

function weightedTop({ weighted }: ColumnStatistics): Html | null {
  const top = weighted?.top?.slice(0, WEIGHTED_SHOWN) ?? [];
  if (weighted === undefined || top.length === 0) return null;
  const parts = top.map(
    ({ value, weight }, index) =>
      html`${index === 0 ? '' : ', '}${name(value)} ${known(share(weight, weighted.present), formatPercent)}`,
  );
  return html`<span class="minor">weighted: ${parts}</span>`;
}

function pairedBar(
  { value, count }: ColumnStatistics['top'][number],
  filled: number,
  column: ControlColumn,
) {
  const reference = shareInReference(column, value);
  const current = share(count, filled);
  const before = reference === null ? '?' : formatPercent(reference, 0);
  const text = `${before} → ${formatPercent(current, 0)}`;
  return { label: value, reference: reference ?? 0, current, text };
}

function shares(counts: readonly number[]): number[] {
  const filled = counts.map((count) => (isKnown(count) && count > 0 ? count : 0));
  const total = filled.reduce((sum, count) => sum + count, 0);
  return filled.map((count) => share(count, total));
}

function share(part: number, whole: number): number {
  return isKnown(part) && whole > 0 ? part / whole : 0;
}
