import type { ColumnType } from './reports.ts';

export const JSON_SCHEMA_DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** `data/schema.json`: a JSON Schema for one row, and rules for columns and for the data set. */
export interface SchemaJson {
  readonly $schema?: string;
  readonly description?: string;
  readonly type: 'object';
  /** Keyed by column: never read by index, since a column may be called `__proto__`. */
  readonly properties: Readonly<Record<string, PropertySchema | boolean>>;
  /** Columns that may have no missing cell. */
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly patternProperties?: Readonly<Record<string, unknown>>;
  readonly 'x-columns'?: Readonly<Record<string, ColumnRules>>;
  readonly 'x-dataset'?: DatasetRules;
  /** Names that `validation.environment` may choose from. */
  readonly 'x-environments'?: readonly string[];
  /** Rules over statistics by name: an expression (`parseRule`), or one with more said of it. */
  readonly 'x-rules'?: Readonly<Record<string, string | StatisticsRuleJson>>;
  readonly [keyword: string]: unknown;
}

export interface StatisticsRuleJson {
  readonly rule: string;
  /** Shown where the rule does not hold. */
  readonly message?: string;
  /** Default: error. */
  readonly severity?: 'error' | 'warning';
}

/** What a present cell must be, with any keyword of JSON Schema. */
export interface PropertySchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly [keyword: string]: unknown;
}

export interface ColumnRules {
  /** Default: none. A fraction is of all examples, 0 … 1. */
  readonly presence?: { readonly 'min-fraction'?: number; readonly 'min-count'?: number };
  /** No present value stands in the column twice. */
  readonly unique?: boolean;
  /** How many different values there may be. */
  readonly distinct?: { readonly min?: number; readonly max?: number };
  /** Share of present cells that must be in the column's `enum`. Default 1. */
  readonly 'min-domain-mass'?: number;
  readonly 'allow-nan'?: boolean;
  readonly 'allow-infinity'?: boolean;
  /** Columns of any other stage than beta and production are not checked, as in TFDV. Default: production. */
  readonly 'lifecycle-stage'?: LifecycleStage;
  /** The column must be there in these environments only. */
  readonly 'in-environments'?: readonly string[];
  /** The column need not be there in these environments. */
  readonly 'not-in-environments'?: readonly string[];
  /** How many values an example has that has any: more than one where cells are lists. */
  readonly 'values-per-example'?: { readonly min?: number; readonly max?: number };
  /** Two values only: 0 and 1 in numeric columns; in columns of texts these two, by default `true` and `false`. */
  readonly 'boolean-domain'?: { readonly true?: string; readonly false?: string };
  /** Against the data that the model is served (`validation.serving`). */
  readonly 'skew-comparator'?: ComparatorRules;
  /** Against earlier data (`validation.reference`). */
  readonly 'drift-comparator'?: ComparatorRules;
}

export const LIFECYCLE_STAGES = [
  ...(['planned', 'alpha', 'beta', 'production'] as const),
  ...(['deprecated', 'debug-only', 'disabled'] as const),
] as const;
export type LifecycleStage = (typeof LIFECYCLE_STAGES)[number];

export const MEASURES = [
  'infinity-norm',
  'jensen-shannon-divergence',
  'normalized-absolute-difference',
] as const;
export type Measure = (typeof MEASURES)[number];

/** The largest value of each measure that is no anomaly; what is not given is not judged. */
export type ComparatorRules = Readonly<Partial<Record<Measure, number>>>;

export interface DatasetRules {
  readonly 'min-examples'?: number;
  readonly 'max-examples'?: number;
  /** Examples as a multiple of those of `validation.reference`. */
  readonly 'num-examples-drift-comparator'?: FractionRules;
  /** Examples as a multiple of those of `validation.previous-version`. */
  readonly 'num-examples-version-comparator'?: FractionRules;
}

export interface FractionRules {
  readonly 'min-fraction'?: number;
  readonly 'max-fraction'?: number;
}

/** What the schema says of one column, in one place. */
export interface ColumnSchema {
  readonly name: string;
  readonly property: PropertySchema;
  /** The one type that texts are read as; undefined when the schema names none or several. */
  readonly type: ColumnType | undefined;
  readonly required: boolean;
  readonly rules: ColumnRules;
}

/** Columns by name, in the schema's order. */
export function columnSchemas(schema: SchemaJson): Map<string, ColumnSchema> {
  const required = new Set(schema.required);
  const rules = new Map(Object.entries(schema['x-columns'] ?? {}));
  return new Map(
    Object.entries(schema.properties).map(([name, given]) => {
      const property = typeof given === 'object' ? given : {};
      return [
        name,
        {
          name,
          property,
          type: declaredType(property),
          required: required.has(name),
          rules: rules.get(name) ?? {},
        },
      ];
    }),
  );
}

function declaredType({ type }: PropertySchema): ColumnType | undefined {
  const types = [type ?? []].flat().filter((one) => one !== 'null') as ColumnType[];
  return types.length === 1 ? types[0] : undefined;
}
