import { countOf, formatCount } from '../report/index.ts';
import type { ColumnSchema, SchemaJson } from './data-schema.ts';
import { messageOfColumn, messageOfRule } from './effective-schema.ts';
import { messageSentence } from './message-sentence.ts';
import type { Anomaly } from './reports.ts';
import type { RowAnomaly } from './row-findings.ts';
import type { ScannedData } from './scan-rows.ts';

interface RowAnomalyText {
  readonly title: string;
  /** What the cells do, after their number. */
  readonly asked: (column: ColumnSchema | undefined) => string;
}

const TOO_SMALL: RowAnomalyText = { title: 'Values too small', asked: lowerBound };
const TOO_LARGE: RowAnomalyText = { title: 'Values too large', asked: upperBound };

/** For each anomaly that rows can show. */
const ROW_ANOMALIES: Readonly<Record<string, RowAnomalyText>> = {
  ENUM_TYPE_UNEXPECTED_STRING_VALUES: {
    title: 'Unexpected values',
    asked: (column) =>
      column?.property.enum === undefined
        ? 'are not the value that the schema allows'
        : `are not among the ${countOf(column.property.enum.length, 'value')} that the schema allows`,
  },
  FEATURE_TYPE_LOW_FRACTION_PRESENT: {
    title: 'Missing values',
    asked: () => 'are missing; the schema requires every one',
  },
  FEATURE_TYPE_LOW_UNIQUE: {
    title: 'Repeated values',
    asked: () => 'stand earlier in the column; the schema wants it unique',
  },
  INT_TYPE_NOT_INT_STRING: { title: 'Not whole numbers', asked: () => 'are not whole numbers' },
  FLOAT_TYPE_STRING_NOT_FLOAT: { title: 'Not numbers', asked: () => 'are not numbers' },
  BOOL_TYPE_UNEXPECTED_STRING: {
    title: 'Neither true nor false',
    asked: (column) => {
      const domain = column?.rules['boolean-domain'];
      if (domain === undefined || column?.type !== 'string') return 'are neither true nor false';
      return `are neither ${domain.true ?? 'true'} nor ${domain.false ?? 'false'}`;
    },
  },
  FLOAT_TYPE_HAS_NAN: { title: 'Not a number', asked: () => 'say nan' },
  FLOAT_TYPE_HAS_INF: { title: 'Infinite values', asked: () => 'are infinite' },
  UNEXPECTED_DATA_TYPE: {
    title: 'Unexpected type',
    asked: (column) => `are not of the type ${column?.type ?? 'that the schema asks for'}`,
  },
  INT_TYPE_SMALL_INT: TOO_SMALL,
  FLOAT_TYPE_SMALL_FLOAT: TOO_SMALL,
  INT_TYPE_BIG_INT: TOO_LARGE,
  FLOAT_TYPE_BIG_FLOAT: TOO_LARGE,
  BOOL_TYPE_SMALL_INT: { title: 'Neither 0 nor 1', asked: () => 'are below 0' },
  BOOL_TYPE_BIG_INT: { title: 'Neither 0 nor 1', asked: () => 'are above 1' },
  BOOL_TYPE_UNEXPECTED_FLOAT: { title: 'Neither 0 nor 1', asked: () => 'are neither 0 nor 1' },
};

/** What a rule broken by a cell of a column with a `boolean-domain` is called. */
const OF_BOOLEAN_DOMAIN: Readonly<Record<string, string>> = {
  ENUM_TYPE_UNEXPECTED_STRING_VALUES: 'BOOL_TYPE_UNEXPECTED_STRING',
  INT_TYPE_NOT_INT_STRING: 'BOOL_TYPE_UNEXPECTED_STRING',
  FLOAT_TYPE_STRING_NOT_FLOAT: 'BOOL_TYPE_UNEXPECTED_STRING',
  INT_TYPE_SMALL_INT: 'BOOL_TYPE_SMALL_INT',
  INT_TYPE_BIG_INT: 'BOOL_TYPE_BIG_INT',
  UNEXPECTED_DATA_TYPE: 'BOOL_TYPE_UNEXPECTED_FLOAT',
};

/** Rules in the words of those who wrote them. */
export class RuleTexts {
  readonly #committed: SchemaJson | null;

  constructor(committed: SchemaJson | null) {
    this.#committed = committed;
  }

  /** Null where the schema says nothing of a rule. */
  find(rule: string, column: string | undefined): string | null {
    if (this.#committed === null) return null;
    if (rule.startsWith('#/')) return messageOfRule(this.#committed, rule);
    return column === undefined ? null : messageOfColumn(this.#committed, column);
  }
}

function typeOf({ type, rule }: RowAnomaly, column: ColumnSchema | undefined): string {
  if (column?.rules['boolean-domain'] === undefined) return type;
  if (type === 'CUSTOM_VALIDATION' && rule.startsWith('enum ')) return 'BOOL_TYPE_UNEXPECTED_FLOAT';
  return OF_BOOLEAN_DOMAIN[type] ?? type;
}

export function describeRowAnomaly(
  anomaly: RowAnomaly,
  schema: ColumnSchema | undefined,
  { rowCount, files }: Pick<ScannedData, 'rowCount' | 'files'>,
  texts: RuleTexts,
): Anomaly {
  const { column, rule, tally } = anomaly;
  const type = typeOf(anomaly, schema);
  const text = ROW_ANOMALIES[type] ?? {
    title: 'Rule broken',
    asked: () => `break the schema's rule ${rule}`,
  };
  const said = messageSentence(texts.find(rule, column));
  return {
    type,
    severity: 'error',
    ...(column === undefined ? {} : { column }),
    title: text.title,
    description: `${said}${formatCount(tally.count)} of ${countOf(rowCount, column === undefined ? 'example' : 'cell')} ${text.asked(schema)}.`,
    ...tally.evidence(files),
  };
}

function lowerBound(column: ColumnSchema | undefined): string {
  const { minimum, exclusiveMinimum } = column?.property ?? {};
  return minimum === undefined
    ? `are not above ${String(exclusiveMinimum)}`
    : `are below ${minimum}`;
}

function upperBound(column: ColumnSchema | undefined): string {
  const { maximum, exclusiveMaximum } = column?.property ?? {};
  return maximum === undefined
    ? `are not below ${String(exclusiveMaximum)}`
    : `are above ${maximum}`;
}
