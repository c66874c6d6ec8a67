import { UserError } from '../errors/index.ts';
import { countOf, formatCount, formatPercent } from '../report/index.ts';
import { type AnomalyTally, NO_EVIDENCE } from './anomaly-tally.ts';
import { describeRowAnomaly } from './anomaly-text.ts';
import type { ColumnAccumulator } from './column-accumulator.ts';
import { type ColumnSchema, columnSchemas, type SchemaJson } from './data-schema.ts';
import type { DataStatistics } from './data-statistics.ts';
import { LinearPattern } from './linear-pattern.ts';
import type { Anomaly } from './reports.ts';
import type { RowAnomaly } from './row-findings.ts';
import type { ScannedData } from './scan-rows.ts';
import { findSuspicions } from './suspicions.ts';

const UNEXPECTED_VALUES = 'ENUM_TYPE_UNEXPECTED_STRING_VALUES';

/** What one pass over the data has found. */
export interface DataEvidence {
  readonly scanned: ScannedData;
  readonly statistics: DataStatistics;
  /** Rules of the schema that rows broke. */
  readonly rows: readonly RowAnomaly[];
  readonly label: string;
  readonly missingLabels: AnomalyTally;
}

/**
 * Every anomaly, errors first, then in the order of the columns. `committed`: whether the schema was given by the user;
 * against a schema inferred from the same data only what no schema may allow is found.
 *
 * Throws a `UserError` when the label has a single value: nothing can be learned then.
 */
export function findAnomalies(
  evidence: DataEvidence,
  schema: SchemaJson,
  committed: boolean,
): Anomaly[] {
  const { scanned, statistics } = evidence;
  checkLabel(evidence);
  const accumulators = new Map(
    scanned.columns.map((name, index) => [name, statistics.columns[index]] as const),
  );
  const found: Anomaly[] = [
    ...checkDataset(schema, scanned.rowCount),
    ...checkLabels(evidence),
    ...checkNewColumns(schema, scanned.columns),
  ];
  const described = columnSchemas(schema);
  for (const column of described.values()) {
    const accumulator = accumulators.get(column.name);
    const rows = evidence.rows.filter((row) => row.column === column.name);
    if (accumulator === undefined) found.push(...checkMissingColumn(column));
    else found.push(...checkColumn(column, accumulator, rows, evidence));
  }
  found.push(
    ...evidence.rows
      // Rules across columns, and those of `patternProperties`.
      .filter((row) => row.column === undefined || !described.has(row.column))
      .map((row) => describeRowAnomaly(row, undefined, scanned)),
    ...findSuspicions(accumulators, scanned.rowCount, scanned.files, committed),
  );
  return sortAnomalies(found, evidence);
}

/**
 * The errors that rows of a shard show by themselves, whatever stands in the others: rules of rows, repeated values,
 * missing labels. Columns that are not there at all and domains that may have strangers need all shards.
 */
export function findRowAnomalies(evidence: DataEvidence, schema: SchemaJson | null): Anomaly[] {
  const { scanned } = evidence;
  const columns = schema === null ? new Map<string, ColumnSchema>() : columnSchemas(schema);
  const found = evidence.rows.flatMap((row) => {
    const column = row.column === undefined ? undefined : columns.get(row.column);
    if (column === undefined) return [describeRowAnomaly(row, undefined, scanned)];
    const judged =
      scanned.columns.includes(column.name) &&
      !(row.type === UNEXPECTED_VALUES && (column.rules['min-domain-mass'] ?? 1) < 1);
    return judged ? [describeRowAnomaly(row, column, scanned)] : [];
  });
  return sortAnomalies([...checkLabels(evidence), ...found], evidence);
}

/** Errors first, then by column. */
function sortAnomalies(found: readonly Anomaly[], evidence: DataEvidence): Anomaly[] {
  const order = new Map(evidence.scanned.columns.map((name, index) => [name, index]));
  const rank = ({ column }: Anomaly) => (column === undefined ? -1 : (order.get(column) ?? 1e9));
  const severity = (anomaly: Anomaly) => (anomaly.severity === 'error' ? 0 : 1);
  return found
    .filter(
      // The label's missing cells are said once.
      ({ type, column }) =>
        type !== 'FEATURE_TYPE_LOW_FRACTION_PRESENT' ||
        column !== evidence.label ||
        evidence.missingLabels.count === 0,
    )
    .sort((a, b) => severity(a) - severity(b) || rank(a) - rank(b));
}

function checkLabel({ scanned, statistics, label }: DataEvidence): void {
  const [file = ''] = scanned.files;
  const index = scanned.columns.indexOf(label);
  const distinct = statistics.columns[index]?.countValues().distinct ?? 0;
  if (distinct >= 2) return;
  throw new UserError({
    what: `The label "${label}" has ${distinct === 0 ? 'no values' : 'one value'} in all of ${countOf(scanned.rowCount, 'example')}`,
    where: { file },
    remedy: 'Give examples of at least two classes, or set data.label to another column',
  });
}

function checkDataset(schema: SchemaJson, examples: number): Anomaly[] {
  const { 'min-examples': least, 'max-examples': most } = schema['x-dataset'] ?? {};
  const anomalies: Anomaly[] = [];
  if (least !== undefined && examples < least) {
    anomalies.push({
      type: 'DATASET_LOW_NUM_EXAMPLES',
      severity: 'error',
      title: 'Too few examples',
      description: `There are ${countOf(examples, 'example')}; the schema asks for at least ${formatCount(least)}.`,
      ...NO_EVIDENCE,
    });
  }
  if (most !== undefined && examples > most) {
    anomalies.push({
      type: 'DATASET_HIGH_NUM_EXAMPLES',
      severity: 'error',
      title: 'Too many examples',
      description: `There are ${countOf(examples, 'example')}; the schema allows ${formatCount(most)}.`,
      ...NO_EVIDENCE,
    });
  }
  return anomalies;
}

function checkLabels({ label, missingLabels, scanned }: DataEvidence): Anomaly[] {
  if (missingLabels.count === 0) return [];
  return [
    {
      type: 'LABEL_MISSING',
      severity: 'error',
      column: label,
      title: 'Examples without label',
      description: `${countOf(missingLabels.count, 'example')} of ${formatCount(scanned.rowCount)} can't be learned from: the label is missing.`,
      ...missingLabels.evidence(scanned.files),
    },
  ];
}

function checkNewColumns(schema: SchemaJson, columns: readonly string[]): Anomaly[] {
  if (schema.additionalProperties !== false) return [];
  const patterns = Object.keys(schema.patternProperties ?? {}).map(
    (source) => new LinearPattern(source),
  );
  return columns
    .filter((name) => !Object.hasOwn(schema.properties, name))
    .filter((name) => !patterns.some((pattern) => pattern.test(name)))
    .map((column) => ({
      type: 'SCHEMA_NEW_COLUMN',
      severity: 'error',
      column,
      title: 'New column',
      description: 'The column is in the data and not in the schema.',
      ...NO_EVIDENCE,
    }));
}

function checkMissingColumn({ name, required, rules }: ColumnSchema): Anomaly[] {
  const { 'min-count': count = 0, 'min-fraction': fraction = 0 } = rules.presence ?? {};
  if (!required && count === 0 && fraction === 0) return [];
  return [
    {
      type: 'SCHEMA_MISSING_COLUMN',
      severity: 'error',
      column: name,
      title: 'Column missing',
      description: 'The schema asks for this column; the data does not have it.',
      ...NO_EVIDENCE,
    },
  ];
}

function checkColumn(
  column: ColumnSchema,
  accumulator: ColumnAccumulator,
  rows: readonly RowAnomaly[],
  { scanned }: DataEvidence,
): Anomaly[] {
  const { present } = accumulator;
  const presence = checkPresence(column, present, scanned.rowCount);
  const emptied = presence.some(({ type }) => type === 'FEATURE_TYPE_NOT_PRESENT');
  const mass = column.rules['min-domain-mass'] ?? 1;
  const judged = rows.filter(({ type, tally }) => {
    if (type === 'FEATURE_TYPE_LOW_FRACTION_PRESENT') return !emptied;
    if (type !== UNEXPECTED_VALUES) return true;
    return (present - tally.count) / present < mass;
  });
  return [
    ...presence,
    ...judged.map((row) => describeRowAnomaly(row, column, scanned)),
    ...checkDistinct(column, accumulator),
  ];
}

function checkPresence(column: ColumnSchema, present: number, examples: number): Anomaly[] {
  const { 'min-count': least = 0, 'min-fraction': fraction = 0 } = column.rules.presence ?? {};
  const anomaly = (type: string, title: string, description: string): Anomaly[] => [
    { type, severity: 'error', column: column.name, title, description, ...NO_EVIDENCE },
  ];
  if (present === 0 && (column.required || least > 0 || fraction > 0)) {
    return anomaly(
      'FEATURE_TYPE_NOT_PRESENT',
      'No values',
      `All of ${countOf(examples, 'cell')} are missing.`,
    );
  }
  if (present < least) {
    return anomaly(
      'FEATURE_TYPE_LOW_NUMBER_PRESENT',
      'Too few values',
      `${countOf(present, 'cell')} are present; the schema asks for at least ${formatCount(least)}.`,
    );
  }
  if (present / examples < fraction) {
    return anomaly(
      'FEATURE_TYPE_LOW_FRACTION_PRESENT',
      'Too many missing values',
      `${formatPercent(present / examples)} of the cells are present; the schema asks for at least ${formatPercent(fraction)}.`,
    );
  }
  return [];
}

function checkDistinct({ name, rules }: ColumnSchema, accumulator: ColumnAccumulator): Anomaly[] {
  const { min = 0, max = Number.POSITIVE_INFINITY } = rules.distinct ?? {};
  const { distinct, isFull } = accumulator.countValues();
  const anomaly = (type: string, title: string, asked: string): Anomaly[] => [
    {
      type,
      severity: 'error',
      column: name,
      title,
      description: `The column has ${isFull ? 'more than ' : ''}${countOf(distinct, 'different value')}; the schema ${asked}.`,
      ...NO_EVIDENCE,
    },
  ];
  if (distinct > max) {
    return anomaly('FEATURE_TYPE_HIGH_UNIQUE', 'Too many values', `allows ${formatCount(max)}`);
  }
  if (distinct < min && !isFull) {
    return anomaly(
      'FEATURE_TYPE_LOW_UNIQUE',
      'Too few different values',
      `asks for at least ${formatCount(min)}`,
    );
  }
  return [];
}
