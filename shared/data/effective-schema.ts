import type { ColumnRules, LifecycleStage, PropertySchema, SchemaJson } from './data-schema.ts';
import { isObject, subschemas } from './subschemas.ts';

/** As TFDV has it: columns of these stages and of none are checked, all others are let be. */
const CHECKED_STAGES: ReadonlySet<LifecycleStage> = new Set(['beta', 'production']);

/**
 * The JSON Schema and rules that data is held to: those of the committed schema, without what its columns' stages and
 * the environment take away, with what `boolean-domain` asks for written out, and without `x-message`, which is no
 * keyword. Rules across columns stay as they are.
 */
export function effectiveSchema(committed: SchemaJson, environment: string | null): SchemaJson {
  const rules = new Map(Object.entries(committed['x-columns'] ?? {}));
  const unchecked = new Set([...rules].filter(([, one]) => !isChecked(one)).map(([name]) => name));
  const absent = columnsOutside(committed, environment);
  const json: SchemaJson = {
    ...committed,
    properties: Object.fromEntries(
      Object.entries(committed.properties).map(([name, property]) => [
        name,
        unchecked.has(name) ? true : withBooleanDomain(property, rules.get(name)),
      ]),
    ),
    ...(committed.required === undefined
      ? {}
      : {
          required: committed.required.filter((name) => !unchecked.has(name) && !absent.has(name)),
        }),
    ...(committed['x-columns'] === undefined
      ? {}
      : {
          'x-columns': Object.fromEntries(
            [...rules]
              .filter(([name]) => !unchecked.has(name))
              .map(([name, one]) => [name, absent.has(name) ? withoutPresence(one) : one]),
          ),
        }),
  };
  return withoutMessages(json);
}

export function isChecked({ 'lifecycle-stage': stage = 'production' }: ColumnRules): boolean {
  return CHECKED_STAGES.has(stage);
}

/** Columns that need not be there in the environment; none where no environment is chosen. */
export function columnsOutside(json: SchemaJson, environment: string | null): ReadonlySet<string> {
  if (environment === null) return new Set();
  return new Set(
    Object.entries(json['x-columns'] ?? {})
      .filter(
        ([, { 'in-environments': only, 'not-in-environments': never }]) =>
          never?.includes(environment) === true || only?.includes(environment) === false,
      )
      .map(([name]) => name),
  );
}

function withoutPresence({ presence: _, ...rest }: ColumnRules): ColumnRules {
  return rest;
}

/** Values of a column with two values only, where its type can have such a domain. */
export function booleanValues(
  type: unknown,
  domain: NonNullable<ColumnRules['boolean-domain']>,
): PropertySchema | null {
  switch (type) {
    case 'integer':
      return { minimum: 0, maximum: 1 };
    case 'number':
      return { enum: [0, 1] };
    case 'string':
      return { enum: [domain.true ?? 'true', domain.false ?? 'false'] };
    default:
      return null;
  }
}

function withBooleanDomain(
  property: PropertySchema | boolean,
  rules: ColumnRules | undefined,
): PropertySchema | boolean {
  const domain = rules?.['boolean-domain'];
  if (domain === undefined || typeof property !== 'object') return property;
  return { ...property, ...booleanValues(property.type, domain) };
}

const MESSAGE = 'x-message';

/** `json` itself where no schema in it has a message. */
function withoutMessages(json: SchemaJson): SchemaJson {
  const said = [...subschemas(json)].filter(({ schema }) => Object.hasOwn(schema, MESSAGE));
  if (said.length === 0) return json;
  // As JSON, so that a column called `__proto__` stays one.
  const copy = JSON.parse(JSON.stringify(json)) as SchemaJson;
  for (const { path } of said) {
    let place: unknown = copy;
    for (const step of path) {
      place = isObject(place) || Array.isArray(place) ? Reflect.get(place, step) : undefined;
    }
    if (isObject(place)) Reflect.deleteProperty(place, MESSAGE);
  }
  return copy;
}

/**
 * What the schema says in words of a rule at `#/…`: the `x-message`, else the `title`, of the innermost schema around it
 * that has one, short of the schema itself. The title of a column names the column and says nothing of its rules. Null
 * where there is none.
 */
export function messageOfRule(committed: SchemaJson, pointer: string): string | null {
  const steps = pointer.split('/').slice(1).map(decodeStep);
  let place: unknown = committed;
  let message: string | null = null;
  for (const step of steps) {
    if ((!isObject(place) && !Array.isArray(place)) || !Object.hasOwn(place, step)) break;
    place = Reflect.get(place, step);
    message = messageOf(place, steps[0] !== 'properties') ?? message;
  }
  return message;
}

/** What a schema says of itself; its `title` only where that is `titled`. */
function messageOf(schema: unknown, titled: boolean): string | null {
  if (!isObject(schema)) return null;
  const { [MESSAGE]: message, title } = schema;
  if (typeof message === 'string') return message;
  return titled && typeof title === 'string' ? title : null;
}

/** The `x-message` of a column. */
export function messageOfColumn(committed: SchemaJson, column: string): string | null {
  const property = new Map(Object.entries(committed.properties)).get(column);
  return messageOf(property, false);
}

/** A step of a pointer in a URI fragment, as ajv writes it. */
function decodeStep(step: string): string {
  try {
    return decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
  } catch {
    return step;
  }
}
