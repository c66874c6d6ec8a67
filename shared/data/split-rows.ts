import type { CellSplitConfiguration } from '../config/index.ts';
import { collectSplits, type RowSplits } from './row-splits.ts';
import { splitByTime } from './split-by-time.ts';
import { hashKeys } from './split-key.ts';
import { splitStratified } from './split-stratified.ts';
import type { Table } from './table.ts';

/**
 * Gives each row to a split by its cells.
 *
 * - `hash`: by a hash of its key columns, a number in [0, 1) that falls into train, validation or evaluation by their
 *   cumulated fractions, in this order. So the split of a row depends on its own cells alone, not on the order of rows,
 *   files or columns, nor on rows that are added later; equal keys stay together.
 * - `time`: the oldest rows train, the newest judge. See `splitByTime`.
 * - `stratified`: the same fractions of every value of a column. See `splitStratified`.
 *
 * Throws a `UserError` for a column that is none and for cells by which rows can't be split.
 */
export function splitRows(table: Table, split: CellSplitConfiguration): RowSplits {
  if (split.by === 'time') return splitByTime(table, split);
  if (split.by === 'stratified') return splitStratified(table, split);
  const { train, validation } = split.fractions;
  const places = Uint8Array.from(hashKeys(table, split.key, split.notInKey), (point) =>
    point < train ? 0 : point < train + validation ? 1 : 2,
  );
  return collectSplits(places);
}
