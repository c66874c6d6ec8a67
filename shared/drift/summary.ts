import {
  code,
  countOf,
  details,
  formatPercent,
  formatQuantity,
  joinBlocks,
  type Markdown,
  markdownTable,
  md,
  sparkline,
} from '../report/index.ts';
import type { ColumnDrift, DriftReport } from './drift-report.ts';

/** More rows make a table that nobody reads; drift.json has them all. */
const MOST_COLUMNS = 100;
/** Columns whose pictures are written out as tables. */
const MOST_PICTURES = 10;

const METHOD_NAMES: Readonly<Record<ColumnDrift['method'], string>> = {
  'kolmogorov-smirnov': 'Kolmogorov–Smirnov',
  'chi-square': 'chi-square',
  'two-proportion-z': 'two-proportion z',
  wasserstein: 'Wasserstein / σ',
  'jensen-shannon': 'Jensen–Shannon',
};

const STATUS_TITLES: Readonly<Record<DriftReport['status'], string>> = {
  drift: '⚠️ %: the data has drifted',
  'no-drift': '✅ %: no drift',
  'insufficient-data': '⚠️ %: too few examples to judge drift',
};
const NOTHING_COMPARED = '⚠️ %: no column can be compared';

/** One line for the terminal, e.g. `no drift, 0 of 7 columns (Benjamini–Hochberg, 5 %)`. */
export function driftHeadline(report: DriftReport): string {
  const { status, columns, onlyInReference } = report;
  const gone =
    onlyInReference.length === 0 ? '' : `, ${countOf(onlyInReference.length, 'column')} gone`;
  const compared = columns.filter(({ comparable }) => comparable !== false);
  if (comparesNothing(report)) return `no column can be compared${gone}`;
  if (status === 'insufficient-data') {
    const sizes = `${report.current.examples} against ${report.reference.examples}`;
    return `too few examples to judge drift: ${sizes}${gone}`;
  }
  const verdict = status === 'drift' ? 'drift' : 'no drift';
  const share = `${report.driftedColumns} of ${countOf(compared.length, 'column')}`;
  return `${verdict}, ${share} (${ruleOf(report)})${gone}`;
}

/** There are columns and rows, and none that could differ other than by chance. */
function comparesNothing({ columns }: DriftReport): boolean {
  return columns.length > 0 && columns.every(({ comparable }) => comparable === false);
}

function ruleOf({ columns: all, falseDiscoveryRate }: DriftReport): string {
  const columns = all.filter(({ comparable }) => comparable !== false);
  const distance = columns.find(({ pValue, method }) => pValue === undefined && isDistance(method));
  const byTest = columns.some(({ pValue }) => pValue !== undefined);
  if (distance !== undefined && !byTest) return `distance ${formatQuantity(distance.threshold)}`;
  return `Benjamini–Hochberg, ${formatPercent(falseDiscoveryRate)}`;
}

function isDistance(method: ColumnDrift['method']): boolean {
  return method === 'wasserstein' || method === 'jensen-shannon';
}

/** The step's page of report-drift and the text of the issue. */
export function renderDriftSummary(model: string, report: DriftReport): string {
  const title = comparesNothing(report) ? NOTHING_COMPARED : STATUS_TITLES[report.status];
  const [before = '', after = ''] = title.split('%');
  return `${
    joinBlocks([
      md`## ${before}${model}${after}`,
      md`**${report.reason}.** Compared: ${countOf(report.current.examples, 'current example')} with ${countOf(report.reference.examples, 'reference example')}, ${filesOf(report)}.`,
      onlyIn('the reference', report.onlyInReference),
      onlyIn('the current data', report.onlyInCurrent),
      columnTable(report.columns),
      pictures(report.columns),
      formulas(report),
    ]).source
  }\n`;
}

function filesOf({ reference, current }: DriftReport): Markdown {
  const names = (files: readonly { readonly path: string }[]) => {
    const shown = files.slice(0, 3).map(({ path }) => code(path));
    const rest = files.length - shown.length;
    const list = shown.flatMap((name, index) => (index === 0 ? [name] : [md`, `, name]));
    return rest > 0 ? md`${list} and ${countOf(rest, 'more file')}` : md`${list}`;
  };
  return md`${names(current.files)} with ${names(reference.files)}`;
}

function onlyIn(where: string, names: readonly string[]): Markdown | null {
  if (names.length === 0) return null;
  const shown = names
    .slice(0, 20)
    .map((name, index) => md`${index === 0 ? '' : ', '}${code(name)}`);
  const rest = names.length - shown.length;
  return md`Only in ${where}: ${shown}${rest > 0 ? ` and ${rest} more` : ''}.`;
}

function columnTable(columns: readonly ColumnDrift[]): Markdown | null {
  if (columns.length === 0) return null;
  const rows = columns
    .slice(0, MOST_COLUMNS)
    .map((column) => [
      md`${column.drifted ? '⚠️ ' : ''}${code(column.column)}`,
      md`${METHOD_NAMES[column.method]}`,
      md`${formatQuantity(column.statistic, 3)}`,
      column.adjustedPValue === undefined ? md`–` : md`${formatQuantity(column.adjustedPValue, 2)}`,
      column.comparable === false
        ? md`not comparable`
        : md`${column.adjustedPValue === undefined ? '≥' : 'p ≤'} ${formatQuantity(column.threshold)}`,
      md`${missingShare(column)}`,
      md`${bars(column, 'reference')}`,
      md`${bars(column, 'current')}`,
    ]);
  const rest = columns.length - rows.length;
  return joinBlocks([
    markdownTable(
      [
        { title: md`column` },
        { title: md`method` },
        { title: md`statistic`, align: 'right' },
        { title: md`adjusted p`, align: 'right' },
        { title: md`drifted if`, align: 'right' },
        { title: md`missing`, align: 'right' },
        { title: md`reference` },
        { title: md`current` },
      ],
      rows,
    ),
    rest > 0 ? md`${countOf(rest, 'more column')} in drift.json.` : null,
  ]);
}

function missingShare(column: ColumnDrift): string {
  const before = column.referenceMissing / (column.referenceMissing + column.referencePresent);
  const now = column.currentMissing / (column.currentMissing + column.currentPresent);
  return before === 0 && now === 0 ? '–' : `${formatPercent(before)} → ${formatPercent(now)}`;
}

/** Both data sets of a column on one scale from 0. */
function bars({ buckets }: ColumnDrift, side: 'reference' | 'current'): string {
  const highest = Math.max(...buckets.flatMap(({ reference, current }) => [reference, current]), 0);
  // The first two characters carry the scale.
  return sparkline([0, highest, ...buckets.map((bucket) => bucket[side])]).slice(2);
}

function pictures(columns: readonly ColumnDrift[]): Markdown | null {
  const drifted = columns.filter((column) => column.drifted).slice(0, MOST_PICTURES);
  if (drifted.length === 0) return null;
  const tables = drifted.map((column) =>
    joinBlocks([
      md`**${code(column.column)}**${column.means === undefined ? '' : `: mean ${formatQuantity(column.means.reference)} → ${formatQuantity(column.means.current)}`}`,
      markdownTable(
        [
          { title: md`values` },
          { title: md`reference`, align: 'right' },
          { title: md`current`, align: 'right' },
        ],
        column.buckets.map(({ label, reference, current }) => [
          md`${label}`,
          md`${formatPercent(reference)}`,
          md`${formatPercent(current)}`,
        ]),
      ),
    ]),
  );
  return details(md`What changed in the drifted columns`, joinBlocks(tables));
}

function formulas(report: DriftReport): Markdown | null {
  if (report.columns.length === 0) return null;
  const lines = report.columns
    .slice(0, MOST_COLUMNS)
    .map(
      ({ column, formula, reason }) =>
        md`${code(column)}: ${clauses(reason === undefined ? formula : `${reason}. ${formula}`)}`,
    );
  const tested = report.columns.filter(({ comparable }) => comparable !== false).length;
  return details(
    md`How each number was computed`,
    joinBlocks([
      ...lines,
      tested === 0
        ? null
        : md`P-values are adjusted for ${countOf(tested, 'column')} by Benjamini and Hochberg: of the columns called drifted by a test, ${formatPercent(report.falseDiscoveryRate)} are expected to be false alarms.`,
    ]),
  );
}

/** A formula is longer than one value from data may be; it is escaped in pieces. */
function clauses(text: string): Markdown {
  return md`${text.split(/(?<=[;,] )/).map((piece) => md`${piece}`)}`;
}
