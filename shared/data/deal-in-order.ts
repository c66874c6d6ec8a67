import type { CellSplitConfiguration } from '../config/index.ts';

/**
 * Cuts `rows`, which are sorted by `values`, into train, validation and evaluation by their fractions, and notes the
 * split of each in `places`. Rows of one value stay together: a cut that would part them goes to the nearer end of
 * theirs, to the earlier one of two as near.
 */
export function dealInOrder(
  rows: Int32Array,
  values: Float64Array,
  { train, validation }: CellSplitConfiguration['fractions'],
  places: Uint8Array,
): void {
  const first = nearestEdge(rows, values, Math.round(rows.length * train));
  const second = Math.max(
    first,
    nearestEdge(rows, values, Math.round(rows.length * (train + validation))),
  );
  for (const [index, row] of rows.entries())
    places[row] = index < first ? 0 : index < second ? 1 : 2;
}

function nearestEdge(rows: Int32Array, values: Float64Array, cut: number): number {
  if (cut <= 0 || cut >= rows.length) return cut;
  const valueAt = (index: number) => values[rows[index] ?? 0];
  const value = valueAt(cut);
  let start = cut;
  while (start > 0 && valueAt(start - 1) === value) start--;
  if (start === cut) return cut;
  let end = cut;
  while (end < rows.length && valueAt(end) === value) end++;
  return cut - start <= end - cut ? start : end;
}
