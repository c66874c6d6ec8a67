/** Where two plain values first differ, as a path with both; null when they are equal. `toEqual` takes minutes here. */
export function firstDifference(a: unknown, b: unknown, path = 'state'): string | null {
  if (Object.is(a, b)) return null;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return `${path}: ${String(a)} and ${String(b)}`;
  }
  if (a.constructor.name !== b.constructor.name) {
    return `${path}: ${a.constructor.name} and ${b.constructor.name}`;
  }
  const left = entriesOf(a);
  const right = entriesOf(b);
  if (left.length !== right.length) return `${path}: ${left.length} and ${right.length} members`;
  for (const [index, [key, value]] of left.entries()) {
    const [otherKey, other] = right[index] ?? [];
    if (key !== otherKey) return `${path}: ${String(key)} and ${String(otherKey)}`;
    const difference = firstDifference(value, other, `${path}.${String(key)}`);
    if (difference !== null) return difference;
  }
  return null;
}

function entriesOf(value: object): [unknown, unknown][] {
  if (value instanceof Map) return [...value];
  if (ArrayBuffer.isView(value))
    return [...(value as unknown as Iterable<unknown>)].map((v, i) => [i, v]);
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
