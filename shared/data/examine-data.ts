import type { DataConfiguration } from '../config/index.ts';
import { UserError } from '../errors/index.ts';
import type { FilesPort } from '../platform/index.ts';
import { CELL, RowStatistics, type ScanState } from '../scan/index.ts';
import type { CheckSeverities } from './anomaly-catalogue.ts';
import { AnomalyTally } from './anomaly-tally.ts';
import { type Controls, compareStatistics } from './compare-statistics.ts';
import { findUnknownColumns } from './configured-columns.ts';
import type { SchemaJson } from './data-schema.ts';
import { DatasetView } from './dataset-view.ts';
import { findAnomalies } from './find-anomalies.ts';
import { inferSchema } from './infer-schema.ts';
import type { ParsedSchema } from './parse-schema.ts';
import type { AnomaliesReport, Comparison, StatisticsReport } from './reports.ts';
import { RowChecker } from './row-checker.ts';
import { RowFindings } from './row-findings.ts';
import { type FileScan, type ScannedData, type ScanOptions, scanRows } from './scan-rows.ts';
import { summarizeData } from './summarize-data.ts';
import { widenSchema } from './widen-schema.ts';

/** What the data is judged by, beside its schema. */
export interface JudgingOptions {
  /** Left out: each check has its own severity. */
  readonly checks?: CheckSeverities;
  /** Other data to compare with. */
  readonly controls?: Controls;
}

export interface DataExamination {
  readonly statistics: StatisticsReport;
  readonly anomalies: AnomaliesReport;
  /** Inferred where there was no schema; otherwise the given one, widened by what the data asks for. */
  readonly proposedSchema: SchemaJson;
  /** False when the proposed schema is the given one. */
  readonly schemaChanged: boolean;
}

/** What one pass over rows collects; each part is mergeable. */
export interface RowEvidence {
  readonly state: ScanState;
  readonly findings: RowFindings;
  readonly missingLabels: AnomalyTally;
}

/**
 * Statistics, anomalies and a schema in one pass over the data. Without a schema one is inferred, and only what no
 * schema may allow is an anomaly. Throws a `UserError` for data that can't be read or learned from, and for names in the
 * configuration that are no columns.
 */
export async function examineData(
  files: FilesPort,
  data: DataConfiguration,
  schema: ParsedSchema | null,
  options: ScanOptions & JudgingOptions = {},
): Promise<DataExamination> {
  const { scanned, evidence } = await collectEvidence(files, data, schema, options);
  return concludeExamination(scanned, evidence, data, schema, options);
}

export async function collectEvidence(
  files: FilesPort,
  data: DataConfiguration,
  schema: ParsedSchema | null,
  options: ScanOptions,
): Promise<{ readonly scanned: FileScan; readonly evidence: RowEvidence }> {
  const statistics = new RowStatistics();
  const checker = schema === null ? null : new RowChecker(schema.json, schema.validateRow);
  const missingLabels = new AnomalyTally();
  let labelIndex = -1;
  const scanned = await scanRows(
    files,
    data,
    (row) => {
      statistics.add(row);
      checker?.check(row);
      if (labelIndex < 0) labelIndex = row.names.indexOf(data.label);
      if (labelIndex < 0 || row.kinds[labelIndex] === CELL.missing) missingLabels.add(row, '');
    },
    { ...options, lists: true, mostCells: Number.POSITIVE_INFINITY },
  );
  const findings = checker?.findings ?? new RowFindings();
  return {
    scanned,
    evidence: { state: statistics.state(scanned.columns), findings, missingLabels },
  };
}

/** Judges what was collected from the rows of a whole data set; throws as `examineData` does. */
export function concludeExamination(
  scanned: ScannedData,
  { state, findings, missingLabels }: RowEvidence,
  data: DataConfiguration,
  schema: ParsedSchema | null,
  { checks = {}, controls = {} }: JudgingOptions = {},
): DataExamination {
  const unknown = findUnknownColumns(
    data,
    scanned.columns,
    Object.keys(schema?.json.properties ?? {}),
    schema?.absent.has(data.label) ?? false,
    scanned.files[0],
  );
  if (unknown.length > 0) throw new UserError(unknown);
  const statistics = new DatasetView(state);
  const applied = schema?.json ?? inferSchema(statistics, scanned.columns);
  const report = summarizeData(statistics, scanned);
  const comparisons = compareWithAll(report, controls, applied);
  const anomalies = findAnomalies(
    { scanned, statistics, rows: findings.anomalies, label: data.label, missingLabels },
    {
      parsed: schema,
      schema: applied,
      report,
      comparisons,
      checks,
      checked: {
        state,
        names: scanned.columns,
        types: statistics.columns.map(({ type }) => type),
        files: scanned.files,
        data,
      },
    },
  );
  const proposedSchema =
    schema === null
      ? applied
      : widenSchema(schema.committed, anomalies, statistics, scanned.columns);
  return {
    statistics: report,
    anomalies: {
      version: 1,
      schema: schema?.file ?? null,
      examples: scanned.rowCount,
      anomalies,
      ...(comparisons.length === 0 ? {} : { comparisons }),
    },
    proposedSchema,
    schemaChanged: proposedSchema !== schema?.committed,
  };
}

function compareWithAll(
  report: StatisticsReport,
  controls: Controls,
  schema: SchemaJson,
): Comparison[] {
  const rules = new Map(Object.entries(schema['x-columns'] ?? {}));
  return (['reference', 'serving', 'previous-version'] as const).flatMap((against) => {
    const control = controls[against];
    return control === undefined ? [] : [compareStatistics(report, control, against, rules)];
  });
}
