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
  const known = new Set<number | undefined>();
  for (const rows of [train, validation]) for (const row of rows) known.add(hashes[row]);
  return evaluation.reduce((count, row) => count + (known.has(hashes[row]) ? 1 : 0), 0);
}
