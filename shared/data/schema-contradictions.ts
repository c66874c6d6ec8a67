import { NO_EVIDENCE } from './anomaly-tally.ts';
import {
  type ColumnRules,
  columnSchemas,
  type PropertySchema,
  type SchemaJson,
} from './data-schema.ts';
import { booleanValues, isChecked } from './effective-schema.ts';
import type { Anomaly } from './reports.ts';

/**
 * Rules of the committed schema that are well written and that nothing can follow, or that fit no type: TFDV's
 * INVALID_SCHEMA_SPECIFICATION and DOMAIN_INVALID_FOR_TYPE.
 */
export function findContradictions(committed: SchemaJson): Anomaly[] {
  const {
    'min-examples': least,
    'max-examples': most,
    ...comparators
  } = committed['x-dataset'] ?? {};
  return [
    ...crossed('min-examples', least, 'max-examples', most),
    ...Object.entries(comparators).flatMap(([name, rules]) =>
      crossed(
        `${name}.min-fraction`,
        rules['min-fraction'],
        `${name}.max-fraction`,
        rules['max-fraction'],
      ),
    ),
    ...[...columnSchemas(committed).values()]
      .filter(({ rules }) => isChecked(rules))
      .flatMap(({ name, property, rules }) => [
        ...checkProperty(name, property),
        ...checkRules(name, rules),
        ...checkDomains(name, property, rules),
      ]),
  ];
}

function checkProperty(column: string, property: PropertySchema): Anomaly[] {
  const number = (keyword: string) => {
    const value = property[keyword];
    return typeof value === 'number' ? value : undefined;
  };
  const pair = (low: string, high: string, strict = false) =>
    crossed(low, number(low), high, number(high), column, strict);
  return [
    ...pair('minimum', 'maximum'),
    ...pair('exclusiveMinimum', 'maximum', true),
    ...pair('minimum', 'exclusiveMaximum', true),
    ...pair('exclusiveMinimum', 'exclusiveMaximum', true),
    ...pair('minLength', 'maxLength'),
  ];
}

function checkRules(column: string, rules: ColumnRules): Anomaly[] {
  const { distinct, 'values-per-example': values, 'boolean-domain': domain } = rules;
  const both = (rules['in-environments'] ?? []).filter((name) =>
    rules['not-in-environments']?.includes(name),
  );
  return [
    ...crossed('distinct.min', distinct?.min, 'distinct.max', distinct?.max, column),
    ...crossed(
      'values-per-example.min',
      values?.min,
      'values-per-example.max',
      values?.max,
      column,
    ),
    ...(both.length === 0
      ? []
      : [
          contradiction(
            `The column is in the environment "${both[0]}" and not in it; the second counts.`,
            column,
          ),
        ]),
    ...(domain !== undefined && (domain.true ?? 'true') === (domain.false ?? 'false')
      ? [contradiction('One text of boolean-domain stands for both true and false.', column)]
      : []),
  ];
}

function checkDomains(column: string, property: PropertySchema, rules: ColumnRules): Anomaly[] {
  const { type } = property;
  const unfit = (description: string): Anomaly => ({
    type: 'DOMAIN_INVALID_FOR_TYPE',
    severity: 'error',
    column,
    title: 'Domain that fits no type',
    description,
    ...NO_EVIDENCE,
  });
  const domain = rules['boolean-domain'];
  const found: Anomaly[] = [];
  if (domain !== undefined && booleanValues(type, domain) === null) {
    found.push(
      unfit(
        `boolean-domain is for the types integer, number and string, and the column's type is ${describeType(type)}; it is not applied.`,
      ),
    );
  }
  const values = property.enum;
  if (typeof type === 'string' && values !== undefined && !values.some((v) => isOfType(v, type))) {
    found.push(
      unfit(`No value of its enum is of the type ${type}: no cell can follow the schema.`),
    );
  }
  return found;
}

function describeType(type: PropertySchema['type']): string {
  return type === undefined ? 'none' : [type].flat().join(' or ');
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value);
    case 'null':
      return value === null;
    default:
      return typeof value === type;
  }
}

/** `strict`: equal bounds leave nothing, too. */
function crossed(
  lowName: string,
  low: number | undefined,
  highName: string,
  high: number | undefined,
  column?: string,
  strict = false,
): Anomaly[] {
  if (low === undefined || high === undefined) return [];
  if (strict ? low < high : low <= high) return [];
  return [
    contradiction(
      `${lowName} (${low}) and ${highName} (${high}) leave nothing between them.`,
      column,
    ),
  ];
}

function contradiction(description: string, column?: string): Anomaly {
  return {
    type: 'INVALID_SCHEMA_SPECIFICATION',
    severity: 'error',
    ...(column === undefined ? {} : { column }),
    title: 'Contradiction in the schema',
    description,
    ...NO_EVIDENCE,
  };
}
