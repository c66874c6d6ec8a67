import type { Configuration, Verdict } from '../../shared/config/index.ts';
import type { AnomaliesReport, StatisticsReport } from '../../shared/data/index.ts';
import {
  code,
  collectDataFacts,
  countOf,
  joinBlocks,
  Markdown,
  md,
} from '../../shared/report/index.ts';
import type { AnnotatedPlaces } from './annotations.ts';
import { renderAnomalies } from './summary-anomalies.ts';
import { renderColumns, renderSampleNote, renderWeightNote } from './summary-columns.ts';
import { renderFiles } from './summary-files.ts';
import {
  renderCorrelations,
  renderDifferences,
  renderRepeatedRows,
  renderSlices,
} from './summary-relations.ts';
import { renderSchemaDiff } from './summary-schema.ts';

export interface SummaryFacts {
  readonly configuration: Configuration;
  readonly statistics: StatisticsReport;
  readonly anomalies: AnomaliesReport;
  readonly verdict: Verdict;
  readonly errors: number;
  readonly warnings: number;
  readonly annotated: AnnotatedPlaces;
  readonly schemaChanged: boolean;
  /** Null while none is committed. */
  readonly committedSchema: unknown;
  readonly proposedSchema: unknown;
}

/**
 * Markdown for the step's page: the verdict first, one sentence why, then what is wrong, then the columns. Bounded
 * whatever the data: of long lists the first entries are shown, and what a name holds is cut.
 */
export function renderSummary(facts: SummaryFacts): string {
  const { statistics, anomalies, annotated, committedSchema, proposedSchema } = facts;
  const data = collectDataFacts(statistics, anomalies);
  return `${
    joinBlocks([
      renderHeading(facts),
      md`${renderReason(facts)} ${renderSchemaNote(facts)}`,
      renderAnomalies(anomalies.anomalies, annotated),
      isProposed(facts) ? renderSchemaDiff(committedSchema, proposedSchema) : null,
      renderDifferences(data),
      renderColumns(data),
      renderWeightNote(data),
      renderSampleNote(data),
      renderCorrelations(data),
      renderRepeatedRows(data),
      renderSlices(data),
      renderFiles(statistics.files),
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
  const { updateSchema, environment } = configuration.validation;
  const written = updateSchema === 'write';
  if (updateSchema === 'never') {
    return anomalies.schema === null
      ? md`There is no schema, and none is proposed (${code('update-schema: never')}).`
      : md`Checked against ${committed}${inEnvironment(environment)}.`;
  }
  if (anomalies.schema === null) {
    return written
      ? md`A schema was inferred from this data and written to ${committed}.`
      : md`There is no schema yet: one was inferred into ${proposed}. Commit it as ${committed} to have the next data checked against it.`;
  }
  const checked = md`Checked against ${committed}${inEnvironment(environment)}`;
  if (!schemaChanged) return md`${checked}.`;
  return written
    ? md`${checked}, which was then widened to what the data has.`
    : md`${checked}. If the data is right, take the schema in ${proposed}, which is widened to what the data has.`;
}

function isProposed({ schemaChanged, configuration }: SummaryFacts): boolean {
  return schemaChanged && configuration.validation.updateSchema !== 'never';
}

function inEnvironment(environment: string | undefined): Markdown {
  return environment === undefined
    ? new Markdown('')
    : md` in the environment ${code(environment)}`;
}
