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
  readonly [keyword: string]: unknown;
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
}

export interface DatasetRules {
  readonly 'min-examples'?: number;
  readonly 'max-examples'?: number;
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
