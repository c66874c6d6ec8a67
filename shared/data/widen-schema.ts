import { CELL } from '../scan/index.ts';
import type { ColumnEvidence, DatasetEvidence } from './column-evidence.ts';
import type { ColumnRules, DatasetRules, PropertySchema, SchemaJson } from './data-schema.ts';
import { inferSchema } from './infer-schema.ts';
import type { Anomaly } from './reports.ts';

/** The column gets the type that it has, with the rules inferred for it. */
const WRONG_TYPE: ReadonlySet<string> = new Set([
  'UNEXPECTED_DATA_TYPE',
  'INT_TYPE_NOT_INT_STRING',
  'FLOAT_TYPE_STRING_NOT_FLOAT',
  'BOOL_TYPE_UNEXPECTED_STRING',
]);

/** Rules that mean nothing once a column has another type. */
const RULES_OF_A_TYPE: ReadonlySet<string> = new Set([
  'ENUM_TYPE_UNEXPECTED_STRING_VALUES',
  'INT_TYPE_SMALL_INT',
  'INT_TYPE_BIG_INT',
  'FLOAT_TYPE_SMALL_FLOAT',
  'FLOAT_TYPE_BIG_FLOAT',
]);

/** The column has more values than the two of its `boolean-domain`. */
const NOT_BOOLEAN: ReadonlySet<string> = new Set([
  'BOOL_TYPE_BIG_INT',
  'BOOL_TYPE_SMALL_INT',
  'BOOL_TYPE_UNEXPECTED_FLOAT',
  'BOOL_TYPE_UNEXPECTED_STRING',
]);

/**
 * The schema with no more changed than what makes this data follow it: new columns described, domains and types
 * widened, rules lowered to what the data has. Rules of kinds that have no wider form (`pattern`, rules across columns)
 * stay: the data or the rule has to be mended by hand. The very same object when there is nothing to change.
 */
export function widenSchema(
  schema: SchemaJson,
  anomalies: readonly Anomaly[],
  statistics: DatasetEvidence,
  names: readonly string[],
): SchemaJson {
  const errors = anomalies.filter(({ severity }) => severity === 'error');
  const draft = new SchemaDraft(schema);
  const inferred = inferSchema(statistics, names);
  const inferredProperties = new Map(Object.entries(inferred.properties));
  const inferredRules = new Map(Object.entries(inferred['x-columns'] ?? {}));
  const retyped = new Set(
    errors.filter(({ type }) => WRONG_TYPE.has(type)).map(({ column }) => column),
  );
  for (const { type, column } of errors) {
    if (type === 'DATASET_LOW_NUM_EXAMPLES') draft.dropDatasetRule('min-examples');
    if (type === 'DATASET_HIGH_NUM_EXAMPLES') draft.dropDatasetRule('max-examples');
    if (column === undefined) continue;
    const accumulator = statistics.columns[names.indexOf(column)];
    const property = (inferredProperties.get(column) ?? {}) as PropertySchema;
    if (type === 'SCHEMA_NEW_COLUMN') {
      draft.properties.set(column, property);
      draft.rules.set(column, inferredRules.get(column) ?? {});
      if (inferred.required?.includes(column) === true) draft.required.add(column);
    } else if (type === 'SCHEMA_MISSING_COLUMN' || type === 'FEATURE_TYPE_NOT_PRESENT') {
      draft.required.delete(column);
      draft.changeRules(column, { presence: undefined });
    } else if (accumulator !== undefined && !(retyped.has(column) && RULES_OF_A_TYPE.has(type))) {
      widenColumn(draft, type, column, property, accumulator, statistics.examples);
    }
  }
  return draft.finish();
}

function widenColumn(
  draft: SchemaDraft,
  type: string,
  column: string,
  inferred: PropertySchema,
  accumulator: ColumnEvidence,
  examples: number,
): void {
  const given = draft.properties.get(column);
  const property: PropertySchema = typeof given === 'object' ? given : {};
  const { min, max } = accumulator.range;
  const domain = draft.rules.get(column)?.['boolean-domain'];
  if (NOT_BOOLEAN.has(type)) draft.changeRules(column, { 'boolean-domain': undefined });
  // A type whose values are two of many stays.
  if (NOT_BOOLEAN.has(type) && domain !== undefined && property.type === inferred.type) return;
  if (WRONG_TYPE.has(type) || NOT_BOOLEAN.has(type)) {
    draft.change(column, inferred);
    if (inferred.type === 'number') allowNotANumber(draft, column, accumulator);
    return;
  }
  switch (type) {
    case 'ENUM_TYPE_UNEXPECTED_STRING_VALUES': {
      const values = new Set([...(property.enum ?? []), ...(inferred.enum ?? [])]);
      const { enum: _, const: __, ...rest } = property;
      draft.change(column, inferred.enum === undefined ? rest : { ...rest, enum: [...values] });
      break;
    }
    case 'INT_TYPE_SMALL_INT':
    case 'FLOAT_TYPE_SMALL_FLOAT': {
      const { exclusiveMinimum: _, ...rest } = property;
      draft.change(column, { ...rest, minimum: min });
      break;
    }
    case 'INT_TYPE_BIG_INT':
    case 'FLOAT_TYPE_BIG_FLOAT': {
      const { exclusiveMaximum: _, ...rest } = property;
      draft.change(column, { ...rest, maximum: max });
      break;
    }
    case 'FEATURE_TYPE_LOW_FRACTION_PRESENT':
    case 'FEATURE_TYPE_LOW_NUMBER_PRESENT': {
      draft.required.delete(column);
      // Rounded down, so that the data at hand passes.
      const fraction = Math.floor((accumulator.present / examples) * 100) / 100;
      draft.changeRules(column, { presence: { 'min-fraction': fraction } });
      break;
    }
    case 'FEATURE_TYPE_LOW_UNIQUE':
    case 'FEATURE_TYPE_HIGH_UNIQUE':
      draft.changeRules(column, { unique: undefined, distinct: undefined });
      break;
    case 'FEATURE_TYPE_LOW_NUMBER_VALUES':
    case 'FEATURE_TYPE_HIGH_NUMBER_VALUES':
      draft.changeRules(column, { 'values-per-example': undefined });
      break;
    case 'FLOAT_TYPE_HAS_NAN':
      allowNotANumber(draft, column, accumulator);
      break;
    default:
  }
}

/** Infinities are never allowed on behalf of the user: no training survives them. */
function allowNotANumber(draft: SchemaDraft, column: string, accumulator: ColumnEvidence): void {
  if (accumulator.count(CELL.notANumber) > 0) draft.changeRules(column, { 'allow-nan': true });
}

/** A schema that is being changed. */
class SchemaDraft {
  readonly properties: Map<string, PropertySchema | boolean>;
  readonly rules: Map<string, ColumnRules>;
  readonly required: Set<string>;
  readonly #schema: SchemaJson;
  #dataset: DatasetRules;

  constructor(schema: SchemaJson) {
    this.#schema = schema;
    this.properties = new Map(Object.entries(schema.properties));
    this.rules = new Map(Object.entries(schema['x-columns'] ?? {}));
    this.required = new Set(schema.required);
    this.#dataset = schema['x-dataset'] ?? {};
  }

  change(column: string, property: PropertySchema): void {
    this.properties.set(column, property);
  }

  /** Rules given as undefined are removed. */
  changeRules(
    column: string,
    changes: { readonly [Rule in keyof ColumnRules]: ColumnRules[Rule] | undefined },
  ): void {
    const merged = Object.entries({ ...this.rules.get(column), ...changes });
    this.rules.set(column, Object.fromEntries(merged.filter(([, rule]) => rule !== undefined)));
  }

  dropDatasetRule(rule: keyof DatasetRules): void {
    const { [rule]: _, ...rest } = this.#dataset;
    this.#dataset = rest;
  }

  finish(): SchemaJson {
    const rules = [...this.rules].filter(([, rule]) => Object.keys(rule).length > 0);
    const schema: SchemaJson = {
      ...this.#schema,
      properties: Object.fromEntries(this.properties),
      ...(this.#schema.required === undefined && this.required.size === 0
        ? {}
        : { required: [...this.required] }),
      ...(this.#schema['x-columns'] === undefined && rules.length === 0
        ? {}
        : { 'x-columns': Object.fromEntries(rules) }),
      ...(this.#schema['x-dataset'] === undefined ? {} : { 'x-dataset': this.#dataset }),
    };
    return JSON.stringify(schema) === JSON.stringify(this.#schema) ? this.#schema : schema;
  }
}
