import type { Anomaly, ColumnStatistics } from '../../data/index.ts';
import type { RunRecord } from '../../lineage/index.ts';
import { barList, histogram, isKnown } from '../charts/index.ts';
import {
  dataTable,
  known,
  name,
  PAGE_LIMITS,
  present,
  prose,
  restNote,
  type Section,
  sign,
  value,
} from '../components.ts';
import { type Html, html } from '../html.ts';
import { lineAddress, link } from '../links.ts';
import { countOf, formatCount, formatPercent, formatQuantity } from '../numbers.ts';
import type { ReportInput } from '../report-input.ts';

export function dataSection(input: ReportInput): Section | null {
  const { statistics, anomalies } = input;
  if (statistics === undefined && anomalies === undefined) return null;
  return {
    id: 'data',
    title: 'Data',
    body: [
      html`<p>${prose(summary(input))}</p>`,
      ...(anomalies === undefined ? [] : anomalyList(anomalies.anomalies, input.record.source)),
      ...(statistics === undefined ? [] : columnTable(statistics.columns, statistics.examples)),
    ],
  };
}

function summary({ statistics, anomalies }: ReportInput): string {
  const examples = statistics?.examples ?? anomalies?.examples ?? 0;
  const size =
    statistics === undefined
      ? countOf(examples, 'example')
      : `${countOf(examples, 'example')} in ${countOf(statistics.files.length, 'file')}, ${countOf(statistics.columns.length, 'column')}`;
  if (anomalies === undefined) return `${size}.`;
  const errors = anomalies.anomalies.filter(({ severity }) => severity === 'error').length;
  const warnings = anomalies.anomalies.length - errors;
  const found =
    errors + warnings === 0
      ? 'no anomalies'
      : `${countOf(errors, 'error')} and ${countOf(warnings, 'warning')}`;
  const against =
    typeof anomalies.schema === 'string'
      ? `Checked against ${anomalies.schema}`
      : 'No schema is committed yet, so the data was checked against the one inferred from it';
  return `${size}. ${against}: ${found}.`;
}

function anomalyList(anomalies: readonly Anomaly[], source: RunRecord['source']): (Html | null)[] {
  if (anomalies.length === 0) return [];
  const items = anomalies.slice(0, PAGE_LIMITS.anomalies).map((anomaly) => {
    const tone = anomaly.severity === 'error' ? 'fail' : 'warn';
    const column = anomaly.column === undefined ? null : html`: ${value(anomaly.column)}`;
    return html`<li class="anomaly ${tone}"><p class="anomaly-title">${sign(tone)}<span><span class="severity">${anomaly.severity}</span> ${anomaly.title}${column}</span></p><p>${prose(anomaly.description)}</p>${offenders(anomaly)}${places(anomaly, source)}</li>
`;
  });
  return [
    html`<h3>Anomalies</h3><ul class="anomalies">${items}</ul>`,
    restNote(anomalies.length, PAGE_LIMITS.anomalies, 'anomaly', 'anomalies'),
  ];
}

function offenders({ values }: Anomaly): Html | null {
  if (!Array.isArray(values) || values.length === 0) return null;
  const shown = (values as Anomaly['values']).slice(0, 10);
  return html`<p class="minor">Values: ${shown.map(
    (item, index) =>
      html`${index === 0 ? '' : ', '}${value(item.value)} × ${known(item.count, formatCount)}`,
  )}</p>`;
}

function places({ places: all, count }: Anomaly, source: RunRecord['source']): Html | null {
  if (!Array.isArray(all) || all.length === 0) return null;
  const shown = (all as Anomaly['places']).slice(0, 10);
  const rest = count > shown.length ? ` and ${formatCount(count - shown.length)} more` : '';
  return html`<p class="minor">Places: ${shown.map(
    ({ file, line }, index) =>
      html`${index === 0 ? '' : ', '}${link(lineAddress(source, file, line), `${file}:${line}`)}`,
  )}${rest}</p>`;
}

function columnTable(columns: readonly ColumnStatistics[], examples: number): (Html | null)[] {
  if (columns.length === 0) return [];
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
      rows: columns.slice(0, PAGE_LIMITS.columns).map((column) => columnRow(column, examples)),
    }),
    restNote(columns.length, PAGE_LIMITS.columns, 'column'),
  ];
}

function columnRow(column: ColumnStatistics, examples: number): (Html | string)[] {
  const share = examples > 0 ? column.missing / examples : 0;
  return [
    html`${name(column.name)}<span class="minor">${column.type}</span>`,
    column.missing === 0
      ? '0'
      : html`${known(column.missing, formatCount)}<span class="minor">${known(share, formatPercent)}</span>`,
    `${column.distinctIsLowerBound ? '≥ ' : ''}${known(column.distinct, formatCount)}`,
    columnRange(column),
    distribution(column) ?? '–',
  ];
}

function columnRange({ numeric, text }: ColumnStatistics): Html | string {
  if (numeric !== undefined) {
    return html`<span class="range">${known(numeric.min, formatQuantity)} … ${known(numeric.max, formatQuantity)}</span><span class="minor">mean ${known(numeric.mean, formatQuantity)}, deviation ${known(numeric.deviation, formatQuantity)}${outside(numeric)}</span>`;
  }
  if (text === undefined) return '–';
  const { minLength, maxLength } = text;
  const length =
    minLength === maxLength
      ? formatCount(minLength)
      : `${formatCount(minLength)} … ${formatCount(maxLength)}`;
  return `${length} ${maxLength === 1 ? 'character' : 'characters'}`;
}

/** Cells that are in none of the figures. */
function outside({ notANumber, infinite }: NonNullable<ColumnStatistics['numeric']>): string {
  const nan = isKnown(notANumber) ? `, ${formatCount(notANumber)} not a number` : '';
  return isKnown(infinite) ? `${nan}, ${formatCount(infinite)} infinite` : nan;
}

/** A number that takes many values has a histogram; everything else shows its most frequent values. */
function distribution(column: ColumnStatistics): Html | null {
  const { numeric, top, distinct, present: filled } = column;
  if (numeric !== undefined && distinct > PAGE_LIMITS.values) {
    const buckets = numeric.histogram.slice(0, PAGE_LIMITS.buckets);
    const most = buckets.reduce(
      (best, bucket) => (bucket.count > best.count ? bucket : best),
      buckets[0] ?? { low: 0, high: 0, count: 0 },
    );
    const title = `Histogram of ${buckets.length} buckets; most examples, ${known(most.count, formatCount)}, lie in ${known(most.low, formatQuantity)} … ${known(most.high, formatQuantity)}`;
    const picture = histogram(
      title,
      buckets.map(({ count }) => count),
    );
    if (picture === null) return null;
    return html`${picture}<span class="scale-ends"><span>${known(numeric.min, formatQuantity)}</span><span>${known(numeric.max, formatQuantity)}</span></span>`;
  }
  if (top.length === 0 || !(filled > 0)) return null;
  // A list of values that each occur once says nothing.
  if ((top[0]?.count ?? 0) <= 1 && distinct > PAGE_LIMITS.values) {
    return html`<span class="muted">every value is different</span>`;
  }
  const shown = top.slice(0, PAGE_LIMITS.values);
  const rest = distinct - shown.length;
  return html`${present([
    barList(
      shown.map((item) => ({
        label: item.value,
        share: isKnown(item.count) ? item.count / filled : 0,
        text: known(item.count, formatCount),
      })),
    ),
    rest > 0 && html`<span class="minor">and ${countOf(rest, 'more value')}</span>`,
  ])}`;
}
