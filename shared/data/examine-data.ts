import type { DataConfiguration } from '../config/index.ts';
import { UserError } from '../errors/index.ts';
import type { FilesPort } from '../platform/index.ts';
import {
  hasSecondThread,
  MemoryFull,
  mergeStates,
  type PlacedBatch,
  type Row,
  type RowStatistics,
  type ScanState,
} from '../scan/index.ts';
import type { CheckSeverities } from './anomaly-catalogue.ts';
import type { AnomalyTally } from './anomaly-tally.ts';
import type { ColumnNames } from './columns.ts';
import { type Controls, compareStatistics } from './compare-statistics.ts';
import { findUnknownColumns } from './configured-columns.ts';
import type { SchemaJson } from './data-schema.ts';
import { DatasetView } from './dataset-view.ts';
import { findAnomalies } from './find-anomalies.ts';
import { inferSchema } from './infer-schema.ts';
import { KernelScan, NotForKernel } from './kernel-scan.ts';
import type { ParsedSchema } from './parse-schema.ts';
import type { AnomaliesReport, Comparison, StatisticsReport } from './reports.ts';
import {
  findUnknownRequests,
  type RequestedStatistics,
  refuseBadWeights,
} from './requested-statistics.ts';
import { RowCollector } from './row-collector.ts';
import type { RowFindings } from './row-findings.ts';
import { RowJudge } from './row-judge.ts';
import { type FileScan, type ScannedData, type ScanOptions, scanRows } from './scan-rows.ts';
import { SharedParquet } from './shared-parquet.ts';
import { summarizeData } from './summarize-data.ts';
import { widenSchema } from './widen-schema.ts';

/** Below this a second thread takes longer to start and merge than it saves: of text files, … */
const LEAST_SHARED_BYTES = 100_000_000;
/** … and of Parquet files. */
const LEAST_SHARED_CELLS = 30_000_000;

/** What the data is judged by, beside its schema. */
export interface JudgingOptions {
  /** Left out: each check has its own severity. */
  readonly checks?: CheckSeverities;
  /** Other data to compare with. */
  readonly controls?: Controls;
  readonly requested?: RequestedStatistics;
  /** Columns of dates of which features are made that come again. */
  readonly dates?: readonly string[];
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

/** Tries `ways` of reading one after the other, at last by rows; tests have ways of their own. */
export async function collectEvidence(
  files: FilesPort,
  data: DataConfiguration,
  schema: ParsedSchema | null,
  options: ScanOptions,
  ways: readonly Reading[] = hasSecondThread()
    ? [{ threads: 2 }, { threads: 1 }]
    : [{ threads: 1 }],
): Promise<{ readonly scanned: FileScan; readonly evidence: RowEvidence }> {
  for (const way of ways) {
    try {
      return await collectOnce(files, data, schema, options, way);
    } catch (error) {
      if (!(error instanceof NotForKernel || error instanceof MemoryFull)) throw error;
      if (error instanceof MemoryFull || !error.isForOneThread) break;
    }
  }
  return await collectOnce(files, data, schema, options, 'rows');
}

/** How files are read: by rows, or by the kernels. */
export type Reading =
  | 'rows'
  | {
      readonly threads: 1 | 2;
      /** From which size on two threads share a file; tests have small ones. Bytes of a text file … */
      readonly leastShared?: number;
      /** … and cells of a Parquet file. */
      readonly leastSharedCells?: number;
    };

/** Throws `NotForKernel` where files must be read by rows, or by one thread, and `MemoryFull` where by rows, too. */
export async function collectOnce(
  files: FilesPort,
  data: DataConfiguration,
  schema: ParsedSchema | null,
  options: ScanOptions,
  reading: Reading,
): Promise<{ readonly scanned: FileScan; readonly evidence: RowEvidence }> {
  const judge = RowJudge.forSchema(schema, data.label);
  const collector = new RowCollector(judge);
  const least = leastShared(reading);
  let text: KernelScan | null = null;
  const kernel = (columns: ColumnNames) => {
    text = new KernelScan(columns, data.missingValues, judge, least.bytes);
    return text;
  };
  const sharedParquet = new SharedParquet(judge, collector.statistics, least.cells);
  const scanned = await scanRows(files, data, (row) => collector.takeRow(row), {
    ...options,
    lists: true,
    invalidUtf8: true,
    mostCells: Number.POSITIVE_INFINITY,
    ...(reading === 'rows'
      ? {}
      : {
          kernel,
          onBatch: (batch: PlacedBatch) => collector.takeBatch(batch),
          onBatchRow: (row: Row) => collector.checkRow(row),
          sharedParquet,
        }),
  });
  const { findings, missingLabels } = judge;
  const own = joinStates(text, collector.statistics, scanned.columns);
  const state = sharedParquet.state === null ? own : mergeStates(own, sharedParquet.state);
  return { scanned, evidence: { state, findings, missingLabels } };
}

function leastShared(reading: Reading): { readonly bytes: number; readonly cells: number } {
  if (reading === 'rows' || reading.threads === 1) {
    return { bytes: Number.POSITIVE_INFINITY, cells: Number.POSITIVE_INFINITY };
  }
  return {
    bytes: reading.leastShared ?? LEAST_SHARED_BYTES,
    cells: reading.leastSharedCells ?? LEAST_SHARED_CELLS,
  };
}

/** Of text files, which are read by the kernel, and of others. */
function joinStates(
  text: KernelScan | null,
  statistics: RowStatistics,
  columns: readonly string[],
): ScanState {
  const ofText = text?.state() ?? null;
  if (ofText === null) return statistics.state(columns);
  const isAll = statistics.rows === 0 && ofText.columns.length === columns.length;
  return isAll ? ofText : mergeStates(ofText, statistics.state(columns));
}

/** Judges what was collected from the rows of a whole data set; throws as `examineData` does. */
export function concludeExamination(
  scanned: ScannedData,
  { state, findings, missingLabels }: RowEvidence,
  data: DataConfiguration,
  schema: ParsedSchema | null,
  { checks = {}, controls = {}, requested = {}, dates = [] }: JudgingOptions = {},
): DataExamination {
  const described = Object.keys(schema?.json.properties ?? {});
  const [file] = scanned.files;
  const unknown = [
    ...findUnknownColumns(
      data,
      scanned.columns,
      described,
      schema?.absent.has(data.label) ?? false,
      file,
    ),
    ...findUnknownRequests(requested, scanned.columns, described, file),
  ];
  if (unknown.length > 0) throw new UserError(unknown);
  const statistics = new DatasetView(state);
  refuseBadWeights(statistics, scanned.columns, scanned.files, requested);
  const applied = schema?.json ?? inferSchema(statistics, scanned.columns);
  const report = summarizeData(statistics, scanned, requested);
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
        dates,
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
