import { neutralizeLine } from '../../shared/platform/index.ts';
import {
  alignForPicture,
  type ColumnFacts,
  countOf,
  cutToWidth,
  type DataFacts,
  displayText,
  displayWidth,
  formatCount,
  formatMeasure,
  formatNumber,
  formatOther,
  formatPercent,
  formatQuantity,
  formatRepeatedRows,
  histogramText,
  padToWidth,
  type SliceFacts,
  shareBar,
  shareInReference,
} from '../../shared/report/index.ts';

const MOST_COLUMNS_SHOWN = 20;
const LONGEST_NAME = 24;
const MOST_SLICES = 3;
const GAP = '  ';
/** Narrower terminals fold the lines by themselves. */
const NARROWEST = 40;

interface Cells {
  readonly title: string;
  readonly side: 'left' | 'right';
  readonly cells: readonly string[];
  /** The table may cut it to so many columns of the screen. */
  readonly least: number;
}

/** What was found, for a person at a terminal: columns with anomalies first, no line of the table wider than `width`. */
export function renderTerminalReport(facts: DataFacts, width: number): string {
  const room = Math.max(NARROWEST, width);
  const shown = facts.columns.slice(0, MOST_COLUMNS_SHOWN);
  const hidden = facts.columns.length - shown.length;
  return [
    ...(shown.length === 0 ? [] : renderTable(columnCells(shown, facts), room)),
    ...(hidden > 0 ? [`${countOf(hidden, 'more column')} in report.html`] : []),
    ...relations(facts),
  ].join('\n');
}

function columnCells(columns: readonly ColumnFacts[], { examples }: DataFacts): Cells[] {
  const hasReference = columns.some(({ reference }) => reference !== null);
  const pictures = columns.map(picture);
  return [
    {
      title: '  column',
      side: 'left',
      cells: columns.map(
        ({ statistics, severity }) =>
          `${severity === 'error' ? '✖' : severity === 'warning' ? '!' : ' '} ${plain(statistics.name, LONGEST_NAME)}`,
      ),
      least: 12,
    },
    {
      title: 'missing',
      side: 'right',
      cells: columns.map(({ statistics: { missing } }) =>
        missing === 0 ? '0' : formatPercent(missing / examples),
      ),
      least: 7,
    },
    {
      title: 'distinct',
      side: 'right',
      cells: columns.map(
        ({ statistics }) =>
          `${statistics.distinctError === undefined ? '' : '≈ '}${formatCount(statistics.distinct)}`,
      ),
      least: 8,
    },
    {
      title: 'distribution',
      side: 'left',
      cells: pictures.map(({ now }) => now),
      least: 12,
    },
    ...(hasReference
      ? [
          {
            title: 'reference',
            side: 'left',
            cells: pictures.map(({ reference }) => reference),
            least: 12,
          } as const,
        ]
      : []),
    { title: 'values', side: 'left', cells: columns.map(values), least: 10 },
  ];
}

/** The last column takes what room there is; where there is too little for it, those before it go, the last one first. */
function renderTable(all: readonly Cells[], room: number): string[] {
  let columns = [...all];
  const widthOf = ({ title, cells }: Cells) => Math.max(...[title, ...cells].map(displayWidth));
  const total = (some: readonly Cells[]) =>
    some.reduce((sum, column, index) => {
      const isLast = index === some.length - 1;
      return (
        sum + (isLast ? Math.min(column.least, widthOf(column)) : widthOf(column) + GAP.length)
      );
    }, 0);
  while (columns.length > 2 && total(columns) > room) {
    columns = [...columns.slice(0, -2), ...columns.slice(-1)];
  }
  const widths = columns.map(widthOf);
  const before = widths.slice(0, -1).reduce((sum, width) => sum + width + GAP.length, 0);
  widths[widths.length - 1] = Math.max(0, Math.min(widths.at(-1) ?? 0, room - before));
  const line = (cells: readonly string[]) =>
    cutToWidth(
      cells
        .map((cell, index) =>
          padToWidth(
            cutToWidth(cell, widths[index] ?? 0),
            widths[index] ?? 0,
            columns[index]?.side,
          ),
        )
        .join(GAP)
        .trimEnd(),
      room,
    );
  const rows = columns[0]?.cells.length ?? 0;
  return [
    line(columns.map(({ title }) => title)),
    '─'.repeat(
      Math.min(
        room,
        widths.reduce((sum, width) => sum + width + GAP.length, -GAP.length),
      ),
    ),
    ...Array.from({ length: rows }, (_, row) => line(columns.map(({ cells }) => cells[row] ?? ''))),
  ];
}

function picture({ statistics, reference }: ColumnFacts): { now: string; reference: string } {
  const { numeric, top, present } = statistics;
  if (numeric === undefined) {
    const [first] = top;
    if (first === undefined || first.count <= 1) return { now: '', reference: '' };
    const before = shareInReference(reference, first.value);
    return {
      now: shareBar(first.count / present),
      reference: before === null ? '' : shareBar(before),
    };
  }
  const aligned = alignForPicture(numeric.histogram, reference?.histogram ?? []);
  const [now = '', other = ''] = histogramText(
    aligned === null
      ? [numeric.histogram.map(({ count }) => count)]
      : [aligned.current, aligned.reference],
  );
  return { now, reference: other };
}

function values({ statistics: { numeric, top, present, distinct } }: ColumnFacts): string {
  if (numeric !== undefined) {
    const median = numeric.quantiles.find(({ q }) => q === 0.5)?.value ?? numeric.mean;
    return `${[numeric.min, median, numeric.max].map((value) => formatQuantity(value)).join(' … ')}, mean ${formatQuantity(numeric.mean)}`;
  }
  const [first] = top;
  if (first === undefined) return '';
  if (first.count <= 1 && distinct > 1) return 'every value is different';
  return top
    .slice(0, 3)
    .map(({ value, count }) => `${plain(value, LONGEST_NAME)} ${formatPercent(count / present, 0)}`)
    .join(', ');
}

function relations({
  weight,
  slices,
  differences,
  correlations,
  repeatedRows,
  sample,
  examples,
}: DataFacts): string[] {
  // Those above a threshold are anomalies and stand above the table.
  const [largest] = differences.some(({ exceeded }) => exceeded) ? [] : differences;
  const [strongest] = correlations;
  return [
    ...(largest === undefined
      ? []
      : [
          `largest difference: ${plain(largest.column, LONGEST_NAME)}, ${formatMeasure(largest.measure)} ${formatQuantity(largest.value)} from the ${formatOther(largest.with)}, ${largest.threshold === null ? 'not judged' : `threshold ${formatQuantity(largest.threshold)}`}`,
        ]),
    ...(strongest === undefined
      ? []
      : [
          `strongest correlation: ${plain(strongest.columns[0], LONGEST_NAME)} and ${plain(strongest.columns[1], LONGEST_NAME)}, ${formatNumber(strongest.pearson)}`,
        ]),
    ...(repeatedRows === null
      ? []
      : [`repeated rows: ${formatRepeatedRows(repeatedRows, examples)}`]),
    ...(weight === null
      ? []
      : [
          `weighted by ${plain(weight.column, LONGEST_NAME)}, which sums to ${formatQuantity(weight.total, 6)}: see statistics.json`,
        ]),
    ...(slices.length === 0
      ? []
      : [
          `slices: ${slices.slice(0, MOST_SLICES).map(sliceText).join('; ')}${slices.length > MOST_SLICES ? ' …' : ''}`,
        ]),
    ...(sample === null
      ? []
      : [
          `quantiles, distributions and correlations are of ${formatCount(sample.rows)} rows (rank within ${formatPercent(sample.rankError, 2)})`,
        ]),
  ];
}

function sliceText({ slice, examples, standardError }: SliceFacts): string {
  const parts = Object.entries(slice).map(
    ([column, value]) => `${plain(column, LONGEST_NAME)} = ${plain(value, LONGEST_NAME)}`,
  );
  return `${parts.join(', ')} ${standardError === null ? '' : '≈ '}${formatCount(examples)}`;
}

/** A name or value as a log shows it, so that its width is known. */
function plain(text: string, longest: number): string {
  return cutToWidth(neutralizeLine(displayText(text)) || '(empty)', longest);
}
