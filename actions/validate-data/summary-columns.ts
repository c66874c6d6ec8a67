import type { ColumnStatistics, ControlColumn } from '../../shared/data/index.ts';
import {
  alignForPicture,
  type ColumnFacts,
  code,
  countOf,
  type DataFacts,
  formatCount,
  formatPercent,
  formatQuantity,
  histogramText,
  joinBlocks,
  lines,
  Markdown,
  type MarkdownColumn,
  markdownTable,
  md,
  shareBar,
  shareInReference,
} from '../../shared/report/index.ts';

/** Wider data sets show those with anomalies and their first ones here, and all of them in statistics.json. */
const MOST_COLUMNS_SHOWN = 60;
const VALUES_SHOWN = 3;
/** Characters of names and values: a table of long ones can't be read. */
const LONGEST = 40;

const COLUMNS: readonly MarkdownColumn[] = [
  { title: md`column` },
  { title: md`missing`, align: 'right' },
  { title: md`distinct`, align: 'right' },
  { title: md`values` },
  { title: md`distribution` },
];

export function renderColumns({ columns, examples, sample }: DataFacts): Markdown | null {
  if (columns.length === 0) return null;
  const shown = columns.slice(0, MOST_COLUMNS_SHOWN);
  const rows = shown.map((column) => [
    renderName(column),
    renderMissing(column, examples),
    renderDistinct(column.statistics),
    lines([renderValueCounts(column.statistics), renderFigures(column, sample !== null)]),
    renderDistribution(column),
  ]);
  const hidden = columns.length - shown.length;
  return joinBlocks([
    md`**Columns**`,
    markdownTable(COLUMNS, rows),
    hidden > 0
      ? md`${countOf(hidden, 'more column')} in statistics.json; those with anomalies come first here.`
      : null,
  ]);
}

function renderName({ statistics, severity }: ColumnFacts): Markdown {
  const sign = severity === 'error' ? '❌ ' : severity === 'warning' ? '⚠️ ' : '';
  return lines([md`${sign}${code(statistics.name, LONGEST)}`, md`${statistics.type}`]);
}

function renderMissing({ statistics, reference }: ColumnFacts, examples: number): Markdown {
  const { missing } = statistics;
  const count =
    missing === 0
      ? md`0`
      : lines([md`${formatCount(missing)}`, md`${formatPercent(missing / examples)}`]);
  if (reference === null) return count;
  const share = reference.missing / Math.max(1, reference.missing + reference.present);
  return lines([count, md`ref. ${formatPercent(share)}`]);
}

function renderDistinct({ distinct, distinctError }: ColumnStatistics): Markdown {
  return md`${distinctError === undefined ? '' : '≈ '}${formatCount(distinct)}`;
}

/** Of lists. */
function renderValueCounts({ valuesPerExample: values }: ColumnStatistics): Markdown {
  if (values === undefined) return md``;
  const median = values.quantiles?.find(({ q }) => q === 0.5)?.value ?? values.mean;
  return md`${formatCount(values.min)} … ${formatCount(values.max)} values, median ${formatQuantity(median)}`;
}

/** `approximate`: the median is of a sample. */
function renderFigures({ statistics, reference }: ColumnFacts, approximate: boolean): Markdown {
  const { numeric, text } = statistics;
  if (numeric !== undefined) {
    const median = numeric.quantiles.find(({ q }) => q === 0.5)?.value ?? numeric.mean;
    return lines([
      md`${formatQuantity(numeric.min)} … ${formatQuantity(numeric.max)}`,
      md`median ${approximate ? '≈ ' : ''}${formatQuantity(median)}`,
      md`mean ${formatQuantity(numeric.mean)} ± ${formatQuantity(numeric.deviation)}${oddNumbers(numeric)}`,
      weightedMean(statistics),
      referenceMean(reference),
    ]);
  }
  if (text === undefined) return md``;
  const { minLength, maxLength } = text;
  const range =
    minLength === maxLength
      ? formatCount(minLength)
      : `${formatCount(minLength)} … ${formatCount(maxLength)}`;
  return md`${range} ${maxLength === 1 ? 'character' : 'characters'}`;
}

function oddNumbers({
  zeros,
  notANumber = 0,
  infinite = 0,
}: NonNullable<ColumnStatistics['numeric']>): string {
  const parts = [
    ...(zeros > 0 ? [countOf(zeros, 'zero')] : []),
    ...(notANumber > 0 ? [`${formatCount(notANumber)} not a number`] : []),
    ...(infinite > 0 ? [`${formatCount(infinite)} infinite`] : []),
  ];
  return parts.map((part) => `, ${part}`).join('');
}

function weightedMean({ weighted }: ColumnStatistics): Markdown {
  if (weighted?.numeric === undefined) return md``;
  const { mean, deviation } = weighted.numeric;
  return md`weighted ${formatQuantity(mean)} ± ${formatQuantity(deviation)}`;
}

function referenceMean(reference: ControlColumn | null): Markdown {
  if (reference?.mean === undefined) return md``;
  const deviation =
    reference.deviation === undefined ? '' : ` ± ${formatQuantity(reference.deviation)}`;
  return md`ref. ${formatQuantity(reference.mean)}${deviation}`;
}

function renderDistribution(column: ColumnFacts): Markdown {
  return column.statistics.numeric === undefined ? renderTop(column) : renderHistogram(column);
}

function renderHistogram({ statistics, reference }: ColumnFacts): Markdown {
  const buckets = statistics.numeric?.histogram ?? [];
  const aligned = alignForPicture(buckets, reference?.histogram ?? []);
  if (aligned === null) {
    const [now = ''] = histogramText([buckets.map(({ count }) => count)]);
    return now === '' ? md`` : code(now);
  }
  const [now = '', old = ''] = histogramText([aligned.current, aligned.reference]);
  return lines([
    now === '' ? md`` : md`${code(now)} now`,
    old === '' ? md`` : md`${code(old)} reference`,
  ]);
}

function renderTop({ statistics, reference }: ColumnFacts): Markdown {
  const { top, present, distinct } = statistics;
  if (!(present > 0)) return md``;
  if (distinct > VALUES_SHOWN && (top[0]?.count ?? 0) <= 1) {
    return top.length > 0 ? md`every value is different` : md`no frequent values`;
  }
  const shown = top.slice(0, VALUES_SHOWN);
  const rest = distinct - shown.length;
  return lines([
    ...shown.map(({ value, count }) => {
      const before = besideReference(reference, value);
      return md`${code(shareBar(count / present))} ${formatPercent(count / present, 0)} ${code(value, LONGEST)}${before}`;
    }),
    rest > 0 ? md`${countOf(rest, 'more value')}` : md``,
    renderWeightedTop(statistics),
  ]);
}

function renderWeightedTop({ weighted }: ColumnStatistics): Markdown {
  const top = weighted?.top?.slice(0, VALUES_SHOWN) ?? [];
  if (weighted === undefined || top.length === 0) return md``;
  const parts = top.map(
    ({ value, weight }, index) =>
      md`${index === 0 ? '' : ', '}${code(value, LONGEST)} ${formatPercent(weight / weighted.present, 0)}`,
  );
  return md`weighted: ${parts}`;
}

function besideReference(reference: ControlColumn | null, value: string): string {
  const share = shareInReference(reference, value);
  return share === null ? '' : ` (ref. ${formatPercent(share, 0)})`;
}

/** What weighted figures are weighted by. */
export function renderWeightNote({ weight }: DataFacts): Markdown | null {
  if (weight === null) return null;
  const sampled =
    weight.approximate === undefined
      ? ''
      : ` They come from the sample, which is worth ${formatCount(weight.approximate.rows)} rows of equal weight.`;
  return md`Weighted figures are by ${code(weight.column, LONGEST)}, which sums to ${formatQuantity(weight.total, 6)}.${sampled}`;
}

/** Where a figure is an estimate, and how good it is. */
export function renderSampleNote({ sample, examples, slices }: DataFacts): Markdown | null {
  if (sample === null) return null;
  return new Markdown(
    `<sub>${
      md`Quantiles, histograms, frequent values and correlations are estimated from ${formatCount(sample.rows)} of ${formatCount(examples)} rows, drawn evenly: with ${formatPercent(sample.confidence)} confidence the rank of a quantile is off by at most ${formatPercent(sample.rankError, 2)}. Counts, means and extremes are exact${slices.length > 0 ? ', but for slices, all of whose figures are estimates' : ''}.`
        .source
    }</sub>`,
  );
}
