/** What stands at one place of a JSON document and no longer does, or does now. */
export interface JsonChange {
  /** Keys from the root; a list is one place. */
  readonly path: readonly string[];
  /** As compact JSON, in the order of the documents. */
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** Deeper places are compared as a whole: a schema made by hand has a tenth of this. */
const DEEPEST = 30;

/**
 * The places where two JSON documents differ, in the order of `before`, what is new at the end of its object. Lists are
 * compared as sets: a schema's `enum`, `required` and `type` mean the same in any order. Takes time linear in both.
 */
export function diffJson(before: unknown, after: unknown): JsonChange[] {
  const changes: JsonChange[] = [];
  compare(before, after, [], changes);
  return changes;
}

function compare(
  before: unknown,
  after: unknown,
  path: readonly string[],
  changes: JsonChange[],
): void {
  if (path.length < DEEPEST && isObject(before) && isObject(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const [old, now] = [ownValue(before, key), ownValue(after, key)];
      compare(old, now, [...path, key], changes);
    }
  } else if (Array.isArray(before) && Array.isArray(after)) {
    const [old, now] = [before.map(compact), after.map(compact)];
    record(changes, path, without(old, now), without(now, old));
  } else {
    const [old, now] = [listOf(before), listOf(after)];
    if (old[0] !== now[0]) record(changes, path, old, now);
  }
}

function record(
  changes: JsonChange[],
  path: readonly string[],
  removed: readonly string[],
  added: readonly string[],
): void {
  if (removed.length + added.length > 0) changes.push({ path, removed, added });
}

function without(texts: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return texts.filter((text) => !known.has(text));
}

function listOf(value: unknown): string[] {
  return value === undefined ? [] : [compact(value)];
}

function compact(value: unknown): string {
  return JSON.stringify(value);
}

function ownValue(object: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
