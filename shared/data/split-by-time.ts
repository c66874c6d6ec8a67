import type { CellSplitConfiguration } from '../config/index.ts';
import { type Problem, UserError } from '../errors/index.ts';
import { describeUnknownColumn } from './configured-columns.ts';
import { dealInOrder } from './deal-in-order.ts';
import { parseTime, TIME_EXAMPLES } from './parse-time.ts';
import { cellText, findColumn } from './read-table.ts';
import { collectSplits, type RowSplits } from './row-splits.ts';
import type { Column, Table } from './table.ts';

/** More bad cells than these are counted, not listed. */
const MOST_PROBLEMS = 10;

/**
 * The oldest rows train, the next validate and the newest evaluate, by the fractions of the rows; rows of one time stay
 * together. Times are numbers (a year, seconds since an epoch: any whose order is that of time) or dates and instants as
 * `parseTime` reads them, to the millisecond.
 *
 * Throws a `UserError` for a column that is none and for cells that are missing or no time, with their lines.
 */
export function splitByTime(table: Table, { key, fractions }: CellSplitConfiguration): RowSplits {
  const [name = ''] = key;
  const times = timesOfRows(table, name);
  const rows = Int32Array.from(times.keys()).sort(
    (a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b,
  );
  const places = new Uint8Array(table.rowCount);
  dealInOrder(rows, times, fractions, places);
  return collectSplits(places);
}

/** The time of every row. Throws as `splitByTime` does. */
export function timesOfRows(table: Table, name: string): Float64Array {
  const column = findColumn(table, name);
  if (column === undefined) {
    const names = table.columns.map((one) => one.name);
    throw new UserError(describeUnknownColumn('data.split.column', name, names, table.files[0]));
  }
  const times = timesOf(column, table.rowCount);
  refuseTimeless(table, column, times);
  return times;
}

/** NaN where a cell is missing or no time. */
function timesOf(column: Column, rowCount: number): Float64Array {
  if (column.kind === 'numeric') return column.values;
  const times = column.vocabulary.map(parseTime);
  return Float64Array.from(
    { length: rowCount },
    (_, row) => times[column.codes[row] ?? -1] ?? Number.NaN,
  );
}

function refuseTimeless(table: Table, column: Column, times: Float64Array): void {
  const problems: Problem[] = [];
  let count = 0;
  for (const [row, time] of times.entries()) {
    if (Number.isFinite(time)) continue;
    count++;
    if (problems.length === MOST_PROBLEMS) continue;
    const text = cellText(column, row);
    problems.push({
      what:
        text === null
          ? `The row has no "${column.name}", by which rows are split`
          : `${JSON.stringify(text)} in "${column.name}", by which rows are split, is no time`,
      where: {
        file: table.files[table.fileOfRow[row] ?? 0] ?? '',
        line: table.lineOfRow[row] ?? 1,
      },
      remedy: `Write a number or ${TIME_EXAMPLES}, or split by hash (data.split.by)`,
    });
  }
  if (count === 0) return;
  if (count > problems.length) {
    problems.push({
      what: `${count - problems.length} more rows have no time in "${column.name}"`,
      remedy: 'Mend the column, or split by hash (data.split.by)',
    });
  }
  throw new UserError(problems);
}
