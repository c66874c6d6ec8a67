import type { Comparison, Correlation } from '../../shared/data/index.ts';
import {
  code,
  countOf,
  type DataFacts,
  type Difference,
  details,
  formatCount,
  formatMeasure,
  formatNumber,
  formatOther,
  formatPercent,
  formatQuantity,
  formatRepeatedRows,
  joinBlocks,
  lines,
  type Markdown,
  markdownTable,
  md,
  type SliceFacts,
  shareBar,
} from '../../shared/report/index.ts';

const PAIRS_SHOWN = 10;
const DIFFERENCES_SHOWN = 30;
const SLICES_SHOWN = 20;
const MEANS_SHOWN = 3;
const LONGEST = 40;

/** How far the data is from other data: open where a threshold is passed, folded otherwise. */
export function renderDifferences({ comparisons, differences }: DataFacts): Markdown | null {
  if (comparisons.length === 0) return null;
  const beyond = differences.filter(({ exceeded }) => exceeded).length;
  const found = beyond === 0 ? 'none' : formatCount(beyond);
  const title = md`Compared with other data: ${countOf(differences.length, 'difference')}, ${found} above a threshold`;
  const table = joinBlocks([
    md`${comparisons.map(sizeOf)}`,
    differences.length === 0 ? null : differenceTable(differences.slice(0, DIFFERENCES_SHOWN)),
    restNote(differences.length, DIFFERENCES_SHOWN, 'difference', 'anomalies.json'),
  ]);
  return beyond === 0 ? details(title, table) : joinBlocks([md`**${title}**`, table]);
}

function sizeOf({ with: against, examples }: Comparison, index: number): Markdown {
  const before = index === 0 ? '' : ' ';
  const ratio = examples.ratio === null ? '' : ` (×${formatQuantity(examples.ratio, 3)})`;
  return md`${before}Examples: ${formatCount(examples.control)} in the ${formatOther(against)}, ${formatCount(examples.current)} now${ratio}.`;
}

function differenceTable(differences: readonly Difference[]): Markdown {
  return markdownTable(
    [
      { title: md``, align: 'center' },
      { title: md`column` },
      { title: md`compared with` },
      { title: md`measure` },
      { title: md`value`, align: 'right' },
      { title: md`threshold`, align: 'right' },
      { title: md`` },
      { title: md`most at` },
    ],
    differences.map(({ column, with: against, measure, value, at, threshold, exceeded }) => [
      md`${threshold === null ? '' : exceeded ? '❌' : '✅'}`,
      code(column, LONGEST),
      md`${formatOther(against)}`,
      md`${formatMeasure(measure)}`,
      md`${formatQuantity(value)}`,
      threshold === null ? md`not judged` : md`${formatQuantity(threshold)}`,
      threshold !== null && threshold > 0 ? code(barWithThreshold(value / threshold)) : md``,
      at === null ? md`` : code(at, LONGEST),
    ]),
  );
}

/** The threshold is the line in the middle; what is twice as much fills the bar. */
function barWithThreshold(ratio: number): string {
  const bar = shareBar(ratio / 2);
  return `${bar.slice(0, bar.length / 2)}│${bar.slice(bar.length / 2)}`;
}

export function renderCorrelations({ correlations }: DataFacts): Markdown | null {
  if (correlations.length === 0) return null;
  const rows = correlations
    .slice(0, PAIRS_SHOWN)
    .map(({ columns: [first, second], pearson, spearman }: Correlation) => [
      code(first, LONGEST),
      code(second, LONGEST),
      md`${signed(pearson)}`,
      md`${signed(spearman)}`,
      code(shareBar(Math.abs(pearson))),
    ]);
  return details(
    md`Correlations: the strongest of ${countOf(correlations.length, 'pair')}`,
    markdownTable(
      [
        { title: md`column` },
        { title: md`with` },
        { title: md`Pearson`, align: 'right' },
        { title: md`Spearman`, align: 'right' },
        { title: md`strength` },
      ],
      rows,
    ),
  );
}

function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${formatNumber(value)}`;
}

export function renderRepeatedRows({ repeatedRows, examples }: DataFacts): Markdown | null {
  if (repeatedRows === null) return null;
  return md`Rows that repeat an earlier one: ${formatRepeatedRows(repeatedRows, examples)}.`;
}

export function renderSlices({ slices, omittedSlices, examples }: DataFacts): Markdown | null {
  if (slices.length === 0) return null;
  const shown = slices.slice(0, SLICES_SHOWN);
  const more = slices.length - shown.length + (omittedSlices?.count ?? 0);
  return details(
    md`Slices: ${more === 0 ? '' : 'the largest '}${countOf(shown.length, 'slice')}`,
    joinBlocks([
      markdownTable(
        [
          { title: md`slice` },
          { title: md`examples`, align: 'right' },
          { title: md`share` },
          { title: md`means farthest from those of all rows` },
        ],
        shown.map((slice) => sliceRow(slice, examples)),
      ),
      more > 0
        ? md`${countOf(more, 'more slice')}; the largest ${formatCount(slices.length)} are in statistics.json.`
        : null,
    ]),
  );
}

function sliceRow(
  { slice, examples: count, standardError, weight, means }: SliceFacts,
  examples: number,
): Markdown[] {
  const parts = Object.entries(slice).map(
    ([column, value], index) =>
      md`${index === 0 ? '' : ', '}${code(column, LONGEST)} = ${code(value, LONGEST)}`,
  );
  const telling = means
    .slice(0, MEANS_SHOWN)
    .map(
      ({ name, mean, ofAll, weighted }) =>
        md`${code(name, LONGEST)} ${formatQuantity(mean)}${weighted === null ? '' : `, weighted ${formatQuantity(weighted)}`} (all: ${formatQuantity(ofAll)})`,
    );
  const share = count / Math.max(1, examples);
  return [
    md`${parts}`,
    standardError === null
      ? md`${formatCount(count)}`
      : md`≈ ${formatCount(count)} ± ${formatCount(Math.round(standardError))}`,
    lines([
      md`${code(shareBar(share))} ${formatPercent(share)}`,
      weight === null ? md`` : md`weighted ${formatPercent(weight.share)}`,
    ]),
    lines(telling),
  ];
}

function restNote(count: number, shown: number, what: string, file: string): Markdown | null {
  return count > shown ? md`${countOf(count - shown, `more ${what}`)} in ${file}.` : null;
}
