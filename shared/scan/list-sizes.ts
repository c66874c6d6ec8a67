import type { ListState } from './scan-state.ts';

/** Up to here every size is counted for itself … */
const EXACT_SIZES = 1_024;
/** … beyond, by its first ten binary digits: 512 for each doubling. */
const DIGITS = 10;

/** What a size is counted as: itself, or rounded down by less than 1/512. */
export function countedSize(size: number): number {
  if (size < EXACT_SIZES) return size;
  const unit = 2 ** (32 - Math.clz32(size) - DIGITS);
  return Math.floor(size / unit) * unit;
}

/** Ascending by size. */
export function sizesOf(counts: ReadonlyMap<number, number>): ListState['sizes'] {
  return [...counts].sort(([a], [b]) => a - b);
}

export function mergeSizes(a: ListState['sizes'], b: ListState['sizes']): ListState['sizes'] {
  const counts = new Map(a);
  for (const [size, examples] of b) counts.set(size, (counts.get(size) ?? 0) + examples);
  return sizesOf(counts);
}

/** Whether sizes are those that lists of so many examples can have. */
export function areSizesOf({ examples, min, max, total, sizes }: ListState): boolean {
  let [counted, least] = [0, 0];
  for (const [index, [size, count]] of sizes.entries()) {
    if (count < 1 || size !== countedSize(size) || size <= (sizes[index - 1]?.[0] ?? 0))
      return false;
    counted += count;
    least += size * count;
  }
  return (
    counted === examples &&
    least <= total &&
    sizes[0]?.[0] === countedSize(min) &&
    sizes.at(-1)?.[0] === countedSize(max)
  );
}
