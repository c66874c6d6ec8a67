import { directSubschemas, isObject } from './subschemas.ts';

/** Keywords that hold schemas which apply only where a `$ref` names them. */
const DEFINITIONS: ReadonlySet<unknown> = new Set(['$defs', 'definitions']);

/**
 * How many schemas a row is checked against when every local `$ref` is followed: thirty definitions that each name the
 * next one twice are a few lines and 2³⁰ checks. A `$ref` to a schema around it counts once; the check of a row ends
 * such a circle by itself.
 */
export function expandedSize(root: unknown): number {
  const sizes = new Map<object, number>();
  const sizeOf = (schema: unknown): number => {
    if (!isObject(schema)) return 1;
    const known = sizes.get(schema);
    if (known !== undefined) return known;
    sizes.set(schema, 1);
    let size = 1;
    for (const { schema: inner, path } of directSubschemas(schema)) {
      if (!DEFINITIONS.has(path[0])) size += sizeOf(inner);
    }
    if (typeof schema.$ref === 'string') size += sizeOf(resolvePointer(root, schema.$ref));
    sizes.set(schema, size);
    return size;
  };
  return sizeOf(root);
}

/** What `#/a/b` names; undefined for any other kind of reference. */
export function resolvePointer(root: unknown, reference: string): unknown {
  if (!reference.startsWith('#')) return undefined;
  const steps = decodeFragment(reference.slice(1)).split('/').slice(1);
  return steps.reduce<unknown>((place, step) => {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(place)) return place[Number(name)];
    return isObject(place) && Object.hasOwn(place, name) ? place[name] : undefined;
  }, root);
}

function decodeFragment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
