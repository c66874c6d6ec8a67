import { resolvePointer } from '../expanded-size.ts';
import { directSubschemas, isObject } from '../subschemas.ts';
import { DEEPEST_SCHEMA } from './limits.ts';

/** A rule that can't be taken out of its schema; the message says which, as the end of a sentence. */
export class NotAlone extends Error {
  override readonly name = 'NotAlone';
}

/** Keywords whose meaning depends on where they stand among other schemas. */
const BOUND = ['$id', '$anchor', '$dynamicRef', '$dynamicAnchor', '$recursiveRef'];
const DEFINITIONS = new Set(['$defs', 'definitions']);

/**
 * The schema with what each `$ref` in it names written out, so that it can be applied by itself. Throws `NotAlone` for
 * references to other documents, to names and in circles.
 */
export function resolveReferences(root: unknown, schema: unknown, depth = 0): unknown {
  if (!isObject(schema)) return schema;
  if (depth > DEEPEST_SCHEMA) throw new NotAlone('has rules that are nested deeply or in a circle');
  const bound = BOUND.find((keyword) => Object.hasOwn(schema, keyword));
  if (bound !== undefined) throw new NotAlone(`has a rule with "${bound}"`);
  const { $ref, ...rest } = schema;
  const resolved = replaceSubschemas(rest, (inner) => resolveReferences(root, inner, depth + 1));
  if ($ref === undefined) return resolved;
  const named = typeof $ref === 'string' && $ref !== '#' ? resolvePointer(root, $ref) : undefined;
  if (named === undefined) throw new NotAlone(`refers to ${JSON.stringify($ref)}`);
  const target = resolveReferences(root, named, depth + 1);
  return combine(resolved, target);
}

function replaceSubschemas(
  schema: Readonly<Record<string, unknown>>,
  replace: (inner: unknown) => unknown,
): Readonly<Record<string, unknown>> {
  const copy: Record<string, unknown> = Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => !DEFINITIONS.has(keyword))
      .map(([keyword, value]) => [keyword, copyOf(value)]),
  );
  for (const { schema: inner, path } of directSubschemas(copy)) {
    const [keyword = '', name] = path;
    if (name === undefined) copy[keyword] = replace(inner);
    else setOwn(copy[keyword] as object, name, replace(inner));
  }
  return copy;
}

/** Of an object or a list, one level deep. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return [...value];
  return isObject(value) ? Object.fromEntries(Object.entries(value)) : value;
}

/** A rule may be for a name such as `__proto__`. */
function setOwn(holder: object, name: string | number, value: unknown): void {
  const property = { value, enumerable: true, configurable: true, writable: true };
  Object.defineProperty(holder, name, property);
}

/** Both schemas at once: side by side where they say different things, else as two. */
function combine(schema: Readonly<Record<string, unknown>>, target: unknown): unknown {
  const keywords = Object.keys(schema);
  if (keywords.length === 0) return target;
  if (isObject(target) && [...keywords, ...Object.keys(target)].every((one) => SEPARATE.has(one))) {
    if (!keywords.some((keyword) => Object.hasOwn(target, keyword)))
      return { ...schema, ...target };
  }
  const { allOf = [] } = schema as { readonly allOf?: readonly unknown[] };
  return { ...schema, allOf: [...allOf, target] };
}

/** Keywords that mean the same whatever stands beside them. */
const SEPARATE = new Set([
  ...['type', 'enum', 'const', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  ...['multipleOf', 'minLength', 'maxLength', 'pattern', 'format', 'title', 'description'],
]);
