import { CELL } from '../scan/index.ts';
import type { ColumnEvidence, DatasetEvidence } from './column-evidence.ts';
import {
  type ColumnRules,
  JSON_SCHEMA_DIALECT,
  type PropertySchema,
  type SchemaJson,
} from './data-schema.ts';

/** TFDV's limit for a column of texts to be a set of categories. */
const LARGEST_DOMAIN = 100;
/** A domain needs its values to come again: on average so many times. */
const LEAST_REPEATS = 2;
/** Fewer examples prove nothing about uniqueness and bounds. */
const LEAST_EVIDENCE = 100;

/**
 * The schema that the data follows, such that new rows of the same kind follow it, too:
 * a domain only where values repeat, uniqueness only for complete columns of whole numbers or texts, a bound only where
 * the data touches a natural one (0, or 0 and 1) and never passes it. Other ranges grow with every new row.
 */
export function inferSchema(statistics: DatasetEvidence, names: readonly string[]): SchemaJson {
  const { examples } = statistics;
  const columns = statistics.columns.map((column, index) => ({
    name: names[index] ?? '',
    column,
    complete: column.present === examples,
  }));
  return {
    $schema: JSON_SCHEMA_DIALECT,
    description: 'One row of the data: written by validate-data, kept by you.',
    type: 'object',
    properties: Object.fromEntries(
      columns.map(({ name, column }) => [name, inferProperty(column)]),
    ),
    required: columns.filter(({ complete }) => complete).map(({ name }) => name),
    additionalProperties: false,
    'x-columns': Object.fromEntries(
      columns.flatMap(({ name, column, complete }) => {
        const rules = inferRules(column, complete, examples);
        return Object.keys(rules).length === 0 ? [] : [[name, rules]];
      }),
    ),
  };
}

export function inferProperty(column: ColumnEvidence): PropertySchema {
  const { type } = column;
  if (type === 'string') return { type, ...inferDomain(column) };
  if (type === 'boolean') return { type };
  return { type, ...inferBounds(column) };
}

function inferDomain(column: ColumnEvidence): Pick<PropertySchema, 'enum'> {
  if (column.isMostlyNumeric || column.decimalCommas !== null) return {};
  const values = column.countValues();
  const few = !values.isFull && values.distinct <= LARGEST_DOMAIN && values.distinct > 0;
  if (!few || column.present < LEAST_REPEATS * values.distinct) return {};
  return { enum: [...values.values()] };
}

function inferBounds(column: ColumnEvidence): Pick<PropertySchema, 'minimum' | 'maximum'> {
  const { min, max } = column.range;
  if (column.finiteNumbers < LEAST_EVIDENCE || min !== 0) return {};
  return max === 1 ? { minimum: 0, maximum: 1 } : { minimum: 0 };
}

function inferRules(column: ColumnEvidence, complete: boolean, examples: number): ColumnRules {
  const { type, present } = column;
  const values = column.countValues();
  const unique =
    complete &&
    column.lists === null &&
    examples >= LEAST_EVIDENCE &&
    (type === 'integer' || type === 'string') &&
    column.decimalCommas === null &&
    values.distinctError === 0 &&
    values.distinct === examples;
  return {
    ...(complete || present === 0 ? {} : { presence: { 'min-count': 1 } }),
    ...(unique ? { unique: true } : {}),
    ...(type === 'number' && column.count(CELL.notANumber) > 0 ? { 'allow-nan': true } : {}),
  };
}
