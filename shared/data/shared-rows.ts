import type { RowSplits } from './row-splits.ts';
import { hashKeys } from './split-key.ts';
import type { Table } from './table.ts';

/**
 * How many evaluation rows stand in training or validation, too: equal in all of `columns`, numbers by value. Rows are
 * compared by a hash of 53 bits. Throws a `UserError` for a name that is no column.
 */
export function countSharedRows(
  table: Table,
  { train, validation, evaluation }: RowSplits,
  columns: readonly string[],
): number {
  const hashes = hashKeys(table, columns);
  const hashOf = (row: number) => hashes[row] as number;
  // Sorted lists and no set, which ends at 16.7 million entries.
  const known = new Float64Array(train.length + validation.length);
  known.set(Float64Array.from(train, hashOf));
  known.set(Float64Array.from(validation, hashOf), train.length);
  known.sort();
  const asked = Float64Array.from(evaluation, hashOf).sort();
  let shared = 0;
  let place = 0;
  for (const hash of asked) {
    while (place < known.length && (known[place] as number) < hash) place++;
    if (known[place] === hash) shared++;
  }
  return shared;
}
