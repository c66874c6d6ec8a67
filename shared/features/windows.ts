import type { WindowConfiguration } from '../config/index.ts';
import { type Column, cellText, parseTime, type Table } from '../data/index.ts';
import { requireColumn } from './columns.ts';
import type { RowProblems } from './row-problems.ts';

/** Where the rows of a table stand in time. */
export interface RowsInTime {
  /** All rows, group after group, each from the oldest to the newest; rows of one time by their place in the data. */
  readonly sorted: Int32Array;
  /** By row: how many rows of its group are older. */
  readonly older: Int32Array;
  /** By row: the place in `sorted` of the first row of its time. */
  readonly place: Int32Array;
}

/**
 * Orders the rows of a table by the time column within each combination of the group columns. Rows without a time, and
 * words that are none, are problems; they stand at the beginning.
 */
export function orderInTime(
  table: Table,
  { by, group }: WindowConfiguration,
  problems: RowProblems,
): RowsInTime {
  const times = readTimes(table, requireColumn(table, by, 'time'), problems);
  const groups = numberGroups(
    table.rowCount,
    group.map((name) => requireColumn(table, name, 'group')),
  );
  const sorted = Int32Array.from({ length: table.rowCount }, (_, row) => row).sort(
    (a, b) => (groups[a] ?? 0) - (groups[b] ?? 0) || (times[a] ?? 0) - (times[b] ?? 0) || a - b,
  );
  const older = new Int32Array(table.rowCount);
  const place = new Int32Array(table.rowCount);
  let [groupStart, timeStart] = [0, 0];
  for (const [index, row] of sorted.entries()) {
    const before = sorted[index - 1] ?? row;
    if (groups[before] !== groups[row]) groupStart = index;
    if (groups[before] !== groups[row] || times[before] !== times[row]) timeStart = index;
    older[row] = timeStart - groupStart;
    place[row] = timeStart;
  }
  return { sorted, older, place };
}

/** The row that stands `steps` before the rows of this one's time, 1 the last of them; −1 where there is none. */
export function rowBefore(
  { sorted, older, place }: RowsInTime,
  row: number,
  steps: number,
): number {
  return steps > (older[row] ?? 0) ? -1 : (sorted[(place[row] ?? 0) - steps] ?? -1);
}

function readTimes(table: Table, column: Column, problems: RowProblems): Float64Array {
  const parsed = column.kind === 'numeric' ? [] : column.vocabulary.map(parseTime);
  return Float64Array.from({ length: table.rowCount }, (_, row) => {
    const time =
      column.kind === 'numeric'
        ? (column.values[row] ?? Number.NaN)
        : (parsed[column.codes[row] ?? -1] ?? Number.NaN);
    if (Number.isFinite(time)) return time;
    const text = cellText(column, row);
    problems.add(
      row,
      text === null
        ? `The row has no "${column.name}", by which windows are made`
        : `${JSON.stringify(text)} in "${column.name}", by which windows are made, is no time`,
      'Write a number or an ISO 8601 date such as 2026-11-25',
    );
    return Number.NEGATIVE_INFINITY;
  });
}

/** One number for each combination of cells. */
function numberGroups(rowCount: number, columns: readonly Column[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from({ length: rowCount }, (_, row) => {
    const key = JSON.stringify(columns.map((column) => cellText(column, row)));
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  });
}
