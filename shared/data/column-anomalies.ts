import { countOf, formatCount, formatPercent } from '../report/index.ts';
import { NO_EVIDENCE } from './anomaly-tally.ts';
import { describeRowAnomaly, type RuleTexts } from './anomaly-text.ts';
import type { ColumnEvidence } from './column-evidence.ts';
import type { ColumnSchema } from './data-schema.ts';
import type { Anomaly } from './reports.ts';
import type { RowAnomaly } from './row-findings.ts';
import type { ScannedData } from './scan-rows.ts';

export const UNEXPECTED_VALUES = 'ENUM_TYPE_UNEXPECTED_STRING_VALUES';

/** A column that the schema describes and the data lacks. */
export function checkMissingColumn({ name, required, rules }: ColumnSchema): Anomaly[] {
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

/** A column that both have; `rows`: rules about it that rows broke. */
export function checkColumn(
  column: ColumnSchema,
  accumulator: ColumnEvidence,
  rows: readonly RowAnomaly[],
  scanned: Pick<ScannedData, 'rowCount' | 'files'>,
  texts: RuleTexts,
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
    ...judged.map((row) => describeRowAnomaly(row, column, scanned, texts)),
    ...checkDistinct(column, accumulator),
    ...checkValuesPerExample(column, accumulator),
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

function checkDistinct({ name, rules }: ColumnSchema, accumulator: ColumnEvidence): Anomaly[] {
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

/** Examples of a column without lists have one value each. */
interface ValuesPerExample {
  readonly present: number;
  readonly lists?: { readonly min: number; readonly max: number } | null;
}

export function checkValuesPerExample(
  { name, rules }: ColumnSchema,
  { present, lists }: ValuesPerExample,
): Anomaly[] {
  const asked = rules['values-per-example'];
  if (asked === undefined || present === 0) return [];
  const found = lists ?? { min: 1, max: 1 };
  const anomaly = (type: string, title: string, description: string): Anomaly => ({
    type,
    severity: 'error',
    column: name,
    title,
    description,
    ...NO_EVIDENCE,
  });
  return [
    ...(asked.min !== undefined && found.min < asked.min
      ? [
          anomaly(
            'FEATURE_TYPE_LOW_NUMBER_VALUES',
            'Too few values in an example',
            `An example has ${countOf(found.min, 'value')}; the schema asks for at least ${formatCount(asked.min)} in each that has any.`,
          ),
        ]
      : []),
    ...(asked.max !== undefined && found.max > asked.max
      ? [
          anomaly(
            'FEATURE_TYPE_HIGH_NUMBER_VALUES',
            'Too many values in an example',
            `An example has ${countOf(found.max, 'value')}; the schema allows ${formatCount(asked.max)}.`,
          ),
        ]
      : []),
  ];
}

/** Cells that are no text at all, with a schema and without. */
export function checkEncoding(
  name: string,
  column: { readonly present: number; readonly invalidUtf8?: InvalidCells },
  files: readonly string[],
): Anomaly[] {
  const { count = 0, cells = [] } = column.invalidUtf8 ?? {};
  if (count === 0) return [];
  const values = new Map<string, number>();
  for (const { text } of cells) values.set(text, (values.get(text) ?? 0) + 1);
  return [
    {
      type: 'ENUM_TYPE_INVALID_UTF8',
      severity: 'error',
      column: name,
      title: 'Not UTF-8',
      description: `The bytes of ${countOf(count, 'cell')} are no UTF-8; what begins no character is shown as �. Save the file as UTF-8.`,
      count,
      values: [...values].map(([value, times]) => ({ value, count: times })),
      places: cells.map(({ file, line }) => ({ file: files[file] ?? '', line })),
    },
  ];
}

interface InvalidCells {
  readonly count: number;
  /** The first, at most 10. */
  readonly cells: readonly {
    readonly text: string;
    readonly file: number;
    readonly line: number;
  }[];
}
