import { type ApiDescription, githubDescription, type JsonSchema } from './description.ts';

/** A value of the double's state as GitHub shows it: fields that the double knows, the rest is filled in. */
export type Fields = Readonly<Record<string, unknown>>;

const NOT_MODELLED = 'https://api.github.com/not-modelled-by-the-double';

/**
 * An object of the named schema: `fields`, and for each field that the schema demands and the double has no
 * knowledge of, the plainest valid value (null, false, 0, an empty list). Works through nested objects and lists.
 */
export function fill(schemaName: string, fields: Fields): Record<string, unknown> {
  const description = githubDescription();
  return fillValue(description, description.schema(schemaName), fields) as Record<string, unknown>;
}

function fillValue(description: ApiDescription, given: JsonSchema, value: unknown): unknown {
  const schema = choose(description, given, value);
  if (value === undefined) return plainest(description, schema);
  if (Array.isArray(value)) {
    const items = schema.items as JsonSchema | undefined;
    return items === undefined ? value : value.map((item) => fillValue(description, items, item));
  }
  if (value === null || typeof value !== 'object') return value;
  const properties = (schema.properties ?? {}) as Record<string, JsonSchema>;
  const filled: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    const property = properties[name];
    // What is undefined would be missing in JSON: let it be filled in where it must be there.
    if (item === undefined) continue;
    filled[name] = property === undefined ? item : fillValue(description, property, item);
  }
  for (const name of (schema.required ?? []) as string[]) {
    if (Object.hasOwn(filled, name)) continue;
    filled[name] = fillValue(description, properties[name] ?? {}, undefined);
  }
  return filled;
}

/** The alternative that `value` belongs to; without a value, null where it is allowed. */
function choose(description: ApiDescription, given: JsonSchema, value: unknown): JsonSchema {
  const schema = description.resolve(given);
  const alternatives = (schema.anyOf ?? schema.allOf) as JsonSchema[] | undefined;
  // Some schemas have both properties and alternatives of what is required.
  if (alternatives === undefined || schema.properties !== undefined) return schema;
  const isNull = (item: JsonSchema) => item.type === 'null';
  const found =
    value === undefined || value === null
      ? (alternatives.find(isNull) ?? alternatives[0])
      : alternatives.find((item) => !isNull(item));
  return choose(description, found ?? {}, value);
}

function plainest(description: ApiDescription, schema: JsonSchema): unknown {
  const types = [schema.type].flat();
  if (types.includes('null')) return null;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (types.includes('object') || schema.properties !== undefined) {
    return fillValue(description, { ...schema, type: 'object' }, {});
  }
  if (types.includes('array')) return [];
  if (types.includes('boolean')) return false;
  if (types.includes('integer') || types.includes('number')) return schema.minimum ?? 0;
  if (schema.format === 'uri') return NOT_MODELLED;
  if (schema.format === 'date-time') return new Date(0).toISOString();
  return '';
}
