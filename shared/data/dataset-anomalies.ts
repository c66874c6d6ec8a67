import { UserError } from '../errors/index.ts';
import { countOf, formatCount } from '../report/index.ts';
import { NO_EVIDENCE } from './anomaly-tally.ts';
import type { SchemaJson } from './data-schema.ts';
import type { DataEvidence } from './find-anomalies.ts';
import { LinearPattern } from './linear-pattern.ts';
import type { Anomaly } from './reports.ts';

/** Throws a `UserError` when the label has a single value: nothing can be learned then. */
export function requireTwoLabels({ scanned, statistics, label }: DataEvidence): void {
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

/** How many examples there must be. */
export function checkExamples(schema: SchemaJson, examples: number): Anomaly[] {
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

export function checkMissingLabels({ label, missingLabels, scanned }: DataEvidence): Anomaly[] {
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

export function checkNewColumns(schema: SchemaJson, columns: readonly string[]): Anomaly[] {
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
