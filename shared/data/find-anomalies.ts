import { ANOMALY_KINDS, type CheckSeverities } from './anomaly-catalogue.ts';
import type { AnomalyTally } from './anomaly-tally.ts';
import { describeRowAnomaly, RuleTexts } from './anomaly-text.ts';
import { type CheckedData, checkData } from './checks/index.ts';
import {
  checkColumn,
  checkEncoding,
  checkMissingColumn,
  UNEXPECTED_VALUES,
} from './column-anomalies.ts';
import type { DatasetEvidence } from './column-evidence.ts';
import { findDifferences } from './comparator-anomalies.ts';
import { type ColumnSchema, columnSchemas, type SchemaJson } from './data-schema.ts';
import {
  checkExamples,
  checkMissingLabels,
  checkNewColumns,
  requireTwoLabels,
} from './dataset-anomalies.ts';
import type { ParsedSchema } from './parse-schema.ts';
import type { Anomaly, Comparison, StatisticsReport } from './reports.ts';
import type { RowAnomaly } from './row-findings.ts';
import { ruleFacts } from './rule-facts.ts';
import type { ScannedData } from './scan-rows.ts';
import { findContradictions } from './schema-contradictions.ts';
import { checkRules } from './statistics-rules.ts';
import { findSuspicions } from './suspicions.ts';

/** What one pass over the data has found. */
export interface DataEvidence {
  readonly scanned: ScannedData;
  readonly statistics: DatasetEvidence;
  /** Rules of the schema that rows broke. */
  readonly rows: readonly RowAnomaly[];
  readonly label: string;
  readonly missingLabels: AnomalyTally;
}

/** What the evidence is judged by. */
export interface Judgement {
  /** The committed schema; null where there is none. */
  readonly parsed: ParsedSchema | null;
  /** What data is held to: that of `parsed`, else inferred from this very data. */
  readonly schema: SchemaJson;
  readonly report: StatisticsReport;
  readonly comparisons: readonly Comparison[];
  readonly checks: CheckSeverities;
  /** For checks that no schema asks for. */
  readonly checked: CheckedData;
}

/**
 * Every anomaly, errors first, then in the order of the columns. Against a schema inferred from the same data only what
 * no schema may allow is found.
 *
 * Throws a `UserError` when the label has a single value: nothing can be learned then.
 */
export function findAnomalies(evidence: DataEvidence, judgement: Judgement): Anomaly[] {
  const { scanned, statistics } = evidence;
  const { parsed, schema, report, comparisons, checks, checked } = judgement;
  const labelled = needsLabel(evidence, parsed);
  if (labelled) requireTwoLabels(evidence);
  const texts = new RuleTexts(parsed?.committed ?? null);
  const accumulators = new Map(
    scanned.columns.map((name, index) => [name, statistics.columns[index]] as const),
  );
  const found: Anomaly[] = [
    ...checkExamples(schema, scanned.rowCount),
    ...(labelled ? checkMissingLabels(evidence) : []),
    ...checkNewColumns(schema, scanned.columns),
  ];
  const described = columnSchemas(schema);
  for (const column of described.values()) {
    const accumulator = accumulators.get(column.name);
    const rows = evidence.rows.filter((row) => row.column === column.name);
    if (accumulator === undefined) found.push(...checkMissingColumn(column));
    else found.push(...checkColumn(column, accumulator, rows, scanned, texts));
  }
  found.push(
    ...evidence.rows
      // Rules across columns, and those of `patternProperties`.
      .filter((row) => row.column === undefined || !described.has(row.column))
      .map((row) => describeRowAnomaly(row, undefined, scanned, texts)),
    ...[...accumulators].flatMap(([name, column]) =>
      column === undefined ? [] : checkEncoding(name, column, scanned.files),
    ),
    ...(parsed === null
      ? []
      : [
          ...findContradictions(parsed.committed),
          ...checkRules(parsed.rules, ruleFacts(report, accumulators)),
          ...findDifferences(schema, comparisons, new Set(scanned.columns)),
        ]),
    ...findSuspicions(accumulators, scanned.rowCount, scanned.files, parsed !== null),
    ...checkData(checked, checks),
  );
  return sortAnomalies(applyChecks(found, checks), evidence, labelled);
}

/**
 * The errors that rows of a shard show by themselves, whatever stands in the others: rules of rows, repeated values,
 * missing labels. Columns that are not there at all and domains that may have strangers need all shards.
 */
export function findRowAnomalies(evidence: DataEvidence, parsed: ParsedSchema | null): Anomaly[] {
  const { scanned } = evidence;
  const texts = new RuleTexts(parsed?.committed ?? null);
  const columns = parsed === null ? new Map<string, ColumnSchema>() : columnSchemas(parsed.json);
  const found = evidence.rows.flatMap((row) => {
    const column = row.column === undefined ? undefined : columns.get(row.column);
    if (column === undefined) return [describeRowAnomaly(row, undefined, scanned, texts)];
    const judged =
      scanned.columns.includes(column.name) &&
      !(row.type === UNEXPECTED_VALUES && (column.rules['min-domain-mass'] ?? 1) < 1);
    return judged ? [describeRowAnomaly(row, column, scanned, texts)] : [];
  });
  const labelled = needsLabel(evidence, parsed);
  const labels = labelled ? checkMissingLabels(evidence) : [];
  return sortAnomalies([...labels, ...found], evidence, labelled);
}

/** Data of an environment that the label is not in may lack it. */
function needsLabel({ label }: DataEvidence, parsed: ParsedSchema | null): boolean {
  return parsed === null || !parsed.absent.has(label);
}

/** Checks that the configuration turns off or gives another severity. */
function applyChecks(found: readonly Anomaly[], checks: CheckSeverities): Anomaly[] {
  return found.flatMap((anomaly) => {
    const kind = ANOMALY_KINDS.get(anomaly.type);
    const severity = kind?.check === undefined ? undefined : checks[kind.check];
    // A type that the schema asks for as well is an error there, and no check.
    const isRule = anomaly.severity === 'error' && kind?.severity === 'error';
    if (severity === undefined || isRule) return [anomaly];
    return severity === 'off' ? [] : [{ ...anomaly, severity }];
  });
}

/** Errors first, then by column. */
function sortAnomalies(
  found: readonly Anomaly[],
  { scanned, label, missingLabels }: DataEvidence,
  labelled: boolean,
): Anomaly[] {
  const order = new Map(scanned.columns.map((name, index) => [name, index]));
  const rank = ({ column }: Anomaly) => (column === undefined ? -1 : (order.get(column) ?? 1e9));
  const severity = (anomaly: Anomaly) => (anomaly.severity === 'error' ? 0 : 1);
  return found
    .filter(
      // The label's missing cells are said once.
      ({ type, column }) =>
        type !== 'FEATURE_TYPE_LOW_FRACTION_PRESENT' ||
        column !== label ||
        !labelled ||
        missingLabels.count === 0,
    )
    .sort((a, b) => severity(a) - severity(b) || rank(a) - rank(b));
}
