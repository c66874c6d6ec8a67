import type { Configuration, Verdict } from '../../shared/config/index.ts';
import type {
  AnomaliesReport,
  Anomaly,
  ColumnStatistics,
  StatisticsReport,
} from '../../shared/data/index.ts';
import {
  code,
  countOf,
  details,
  formatBytes,
  formatCount,
  formatPercent,
  formatQuantity,
  joinBlocks,
  Markdown,
  type MarkdownColumn,
  markdownTable,
  md,
  sparkline,
} from '../../shared/report/index.ts';
import type { AnnotatedPlaces } from './annotations.ts';

/** Wider data sets show their first columns here, and all of them in statistics.json. */
const MOST_COLUMNS_SHOWN = 60;
const MOST_ANOMALIES_SHOWN = 50;
const PLACES_SHOWN = 3;
const VALUES_SHOWN = 3;

export interface SummaryFacts {
  readonly configuration: Configuration;
  readonly statistics: StatisticsReport;
  readonly anomalies: AnomaliesReport;
  readonly verdict: Verdict;
  readonly errors: number;
  readonly warnings: number;
  readonly annotated: AnnotatedPlaces;
  readonly schemaChanged: boolean;
}

/** Markdown for the step's page: the verdict first, one sentence why, then what is wrong, then the columns. */
export function renderSummary(facts: SummaryFacts): string {
  return `${
    joinBlocks([
      renderHeading(facts),
      md`${renderReason(facts)} ${renderSchemaNote(facts)}`,
      renderAnomalies(facts.anomalies.anomalies, facts.annotated),
      renderColumns(facts.statistics),
      renderFiles(facts.statistics.files),
    ]).source
  }\n`;
}

function renderHeading({ verdict, configuration }: SummaryFacts): Markdown {
  const found =
    verdict === 'pass'
      ? 'the data is as expected'
      : verdict === 'warn'
        ? 'look at the data'
        : 'do not use this data yet';
  const sign = verdict === 'pass' ? '✅' : verdict === 'warn' ? '⚠️' : '❌';
  return md`## ${sign} ${configuration.model}: ${found}`;
}

function renderReason({ anomalies, errors, warnings, statistics }: SummaryFacts): Markdown {
  const size = `${countOf(statistics.examples, 'example')}, ${countOf(statistics.columns.length, 'column')}`;
  const [first] = anomalies.anomalies;
  if (first === undefined) return md`**${size}, no anomalies.**`;
  const counts = [
    ...(errors > 0 ? [countOf(errors, 'anomaly', 'anomalies')] : []),
    ...(warnings > 0 ? [countOf(warnings, 'warning')] : []),
  ].join(' and ');
  const where = first.column === undefined ? new Markdown('') : md` in ${code(first.column)}`;
  return md`**${counts} in ${size}.** First${where}: ${first.description}`;
}

function renderSchemaNote({ anomalies, configuration, schemaChanged }: SummaryFacts): Markdown {
  const proposed = code(`${configuration.outputDirectory}/schema.json`);
  const committed = code(configuration.schema);
  const written = configuration.validation.updateSchema === 'write';
  if (anomalies.schema === null) {
    return written
      ? md`A schema was inferred from this data and written to ${committed}.`
      : md`There is no schema yet: one was inferred into ${proposed}. Commit it as ${committed} to have the next data checked against it.`;
  }
  if (!schemaChanged) return md`Checked against ${committed}.`;
  return written
    ? md`Checked against ${committed}, which was then widened to what the data has.`
    : md`Checked against ${committed}. If the data is right, take the schema in ${proposed}, which is widened to what the data has.`;
}

const ANOMALY_COLUMNS: readonly MarkdownColumn[] = [
  { title: md``, align: 'center' },
  { title: md`column` },
  { title: md`what is wrong` },
  { title: md`values` },
  { title: md`where` },
  { title: md`anomaly` },
];

export function renderAnomalies(
  found: readonly Anomaly[],
  annotated: AnnotatedPlaces,
): Markdown | null {
  if (found.length === 0) return null;
  const rows = found
    .slice(0, MOST_ANOMALIES_SHOWN)
    .map((anomaly) => [
      md`${anomaly.severity === 'error' ? '❌' : '⚠️'}`,
      anomaly.column === undefined ? md`all` : code(anomaly.column),
      md`${anomaly.title}: ${anomaly.description}`,
      renderValues(anomaly),
      renderPlaces(anomaly),
      code(anomaly.type),
    ]);
  const hidden = found.length - rows.length;
  const unseen = annotated.total - annotated.shown;
  return joinBlocks([
    markdownTable(ANOMALY_COLUMNS, rows),
    hidden > 0 ? md`${countOf(hidden, 'more anomaly', 'more anomalies')} in anomalies.json.` : null,
    unseen > 0
      ? md`${countOf(annotated.shown, 'row')} of ${formatCount(annotated.total)} at fault are annotated at their line; anomalies.json and the report have more.`
      : null,
  ]);
}

function renderValues({ values }: Anomaly): Markdown {
  const shown = values.slice(0, VALUES_SHOWN).map(({ value, count }) => {
    return count > 1 ? md`${code(value)} ×${formatCount(count)}` : code(value);
  });
  return joinInline(shown, values.length > VALUES_SHOWN);
}

function renderPlaces({ places, count }: Anomaly): Markdown {
  const shown = places.slice(0, PLACES_SHOWN).map(({ file, line }) => code(`${file}:${line}`));
  return joinInline(shown, count > shown.length && shown.length > 0);
}

function joinInline(parts: readonly Markdown[], more: boolean): Markdown {
  const list = parts.map(({ source }) => source).join(', ');
  return new Markdown(more ? `${list}, …` : list);
}

const STATISTICS_COLUMNS: readonly MarkdownColumn[] = [
  { title: md`column` },
  { title: md`type` },
  { title: md`missing`, align: 'right' },
  { title: md`distinct`, align: 'right' },
  { title: md`values` },
  { title: md`distribution` },
];

function renderColumns({ columns, examples }: StatisticsReport): Markdown {
  const shown = columns.slice(0, MOST_COLUMNS_SHOWN);
  const rows = shown.map((column) => [
    code(column.name),
    md`${column.type}`,
    column.missing === 0
      ? md`0`
      : md`${formatCount(column.missing)} (${formatPercent(column.missing / examples)})`,
    md`${column.distinctIsLowerBound ? '≥ ' : ''}${formatCount(column.distinct)}`,
    renderRange(column),
    renderDistribution(column),
  ]);
  const hidden = columns.length - shown.length;
  return joinBlocks([
    markdownTable(STATISTICS_COLUMNS, rows),
    hidden > 0 ? md`${countOf(hidden, 'more column')} in statistics.json.` : null,
  ]);
}

function renderRange({ numeric, top, present }: ColumnStatistics): Markdown {
  if (numeric !== undefined) {
    const median = numeric.quantiles.find(({ q }) => q === 0.5)?.value ?? numeric.mean;
    return md`${formatQuantity(numeric.min)} … ${formatQuantity(numeric.max)}, median ${formatQuantity(median)}`;
  }
  const repeated = top.filter(({ count }) => count > 1).slice(0, VALUES_SHOWN);
  const shown = repeated.map(
    ({ value, count }) => md`${code(value)} ${formatPercent(count / present, 0)}`,
  );
  return joinInline(shown, top.length > shown.length && shown.length > 0);
}

/** A numeric column's histogram, or how often each of the most frequent values stands there. */
function renderDistribution({ numeric, top, distinct }: ColumnStatistics): Markdown {
  const counts = (numeric?.histogram ?? (distinct <= top.length ? top : [])).map(
    ({ count }) => count,
  );
  if (counts.length < 2) return md``;
  // From zero: the smallest bucket would look empty otherwise.
  return md`${sparkline([0, ...counts]).slice(1)}`;
}

export function renderFiles(files: StatisticsReport['files']): Markdown {
  const rows = files
    .slice(0, MOST_COLUMNS_SHOWN)
    .map(({ path, bytes, sha256 }) => [code(path), md`${formatBytes(bytes)}`, code(sha256)]);
  return details(
    md`Files: ${countOf(files.length, 'file')}`,
    markdownTable(
      [{ title: md`file` }, { title: md`size`, align: 'right' }, { title: md`SHA-256` }],
      rows,
    ),
  );
}
