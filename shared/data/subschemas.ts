/** A schema inside a schema, with its place. */
export interface Subschema {
  readonly schema: Readonly<Record<string, unknown>>;
  readonly path: readonly (string | number)[];
}

/** Keywords whose value is a schema or a list of them. */
const WITH_SCHEMAS = new Set([
  ...['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'prefixItems', 'items', 'contains'],
  ...['additionalProperties', 'propertyNames', 'unevaluatedItems', 'unevaluatedProperties'],
  ...['contentSchema'],
]);

/** Keywords whose value has a schema under every name. */
const WITH_NAMED_SCHEMAS = new Set([
  ...['properties', 'patternProperties', 'dependentSchemas', 'dependencies'],
  ...['$defs', 'definitions'],
]);

/** The schema itself and every schema in it, where JSON Schema says that one stands. */
export function* subschemas(
  schema: unknown,
  path: readonly (string | number)[] = [],
): Generator<Subschema> {
  if (!isObject(schema)) return;
  yield { schema, path };
  for (const inner of directSubschemas(schema, path)) yield* subschemas(inner.schema, inner.path);
}

/** The schemas one level down. */
export function* directSubschemas(
  schema: Readonly<Record<string, unknown>>,
  path: readonly (string | number)[] = [],
): Generator<{ readonly schema: unknown; readonly path: readonly (string | number)[] }> {
  for (const [keyword, value] of Object.entries(schema)) {
    if (WITH_NAMED_SCHEMAS.has(keyword) && isObject(value)) {
      for (const [name, inner] of Object.entries(value)) {
        yield { schema: inner, path: [...path, keyword, name] };
      }
    } else if (WITH_SCHEMAS.has(keyword) && Array.isArray(value)) {
      for (const [index, inner] of value.entries()) {
        yield { schema: inner, path: [...path, keyword, index] };
      }
    } else if (WITH_SCHEMAS.has(keyword)) yield { schema: value, path: [...path, keyword] };
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
