import type { CellSplitConfiguration } from '../config/index.ts';
import { UserError } from '../errors/index.ts';
import { describeUnknownColumn } from './configured-columns.ts';
import { dealInOrder } from './deal-in-order.ts';
import { cellText, findColumn } from './read-table.ts';
import { collectSplits, type RowSplits } from './row-splits.ts';
import { hashKeys } from './split-key.ts';
import type { Table } from './table.ts';

/** With fewer rows for a value, on average, no fractions of them can be kept. */
const FEWEST_ROWS_OF_VALUE = 5;

/**
 * The same fractions of the rows of each value of `column` (rows without one are a value of their own): within a value
 * rows are ordered by the hash of their key columns and cut. Rows of one value and one key stay together. The order of
 * rows, files and columns does not matter; but a row that is added may move another one across a cut.
 *
 * Throws a `UserError` for a column that is none, and for one with more values than a fifth of the rows.
 */
export function splitStratified(
  table: Table,
  { key, notInKey, column: name = '', fractions }: CellSplitConfiguration,
): RowSplits {
  const column = findColumn(table, name);
  if (column === undefined) {
    const names = table.columns.map((one) => one.name);
    throw new UserError(describeUnknownColumn('data.split.column', name, names, table.files[0]));
  }
  const points = hashKeys(table, key, notInKey);
  const strata = new Map<string | null, number[]>();
  for (let row = 0; row < table.rowCount; row++) {
    const value = cellText(column, row);
    const rows = strata.get(value);
    if (rows === undefined) strata.set(value, [row]);
    else rows.push(row);
  }
  if (strata.size * FEWEST_ROWS_OF_VALUE > table.rowCount) {
    throw new UserError({
      what: `"${name}" has ${strata.size} different values in ${table.rowCount} rows, too many to give each split its share of every one`,
      ...(table.files[0] === undefined ? {} : { where: { file: table.files[0] } }),
      remedy:
        'Split by hash (data.split.by), or name a column with few values in data.split.column',
    });
  }
  const places = new Uint8Array(table.rowCount);
  for (const rows of strata.values()) {
    const sorted = Int32Array.from(rows).sort(
      (a, b) => (points[a] ?? 0) - (points[b] ?? 0) || a - b,
    );
    dealInOrder(sorted, points, fractions, places);
  }
  return collectSplits(places);
}
