import type { Comparison } from '../../shared/data/index.ts';
import {
  type Correlation,
  code,
  countOf,
  type DataFacts,
  type Difference,
  details,
  formatCount,
  formatMeasure,
  formatNumber,
  formatOther,
  formatQuantity,
  formatRepeatedRows,
  joinBlocks,
  type Markdown,
  markdownTable,
  md,
  shareBar,
} from '../../shared/report/index.ts';

const PAIRS_SHOWN = 10;
const DIFFERENCES_SHOWN = 30;
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

function restNote(count: number, shown: number, what: string, file: string): Markdown | null {
  return count > shown ? md`${countOf(count - shown, `more ${what}`)} in ${file}.` : null;
}
