import type { Table } from '../data/index.ts';
import { requireColumn } from './columns.ts';
import { listReader } from './number-lists.ts';
import { addTooLarge, cellReader } from './read-numbers.ts';
import { RowProblems } from './row-problems.ts';
import type { ArrayTransform } from './transform.ts';
import { orderInTime, rowBefore } from './windows.ts';

/** Rows that are written together: their part of the vectors stays in the processor's cache from column to column. */
const ROWS_AT_ONCE = 256;

/** Where vectors are written: `stride` numbers apart, the first at `offset`. */
export interface VectorPlaces {
  readonly data: Float32Array;
  readonly stride: number;
  readonly offset: number;
}

/** Writes the arrays of `rows`. Throws a `UserError` for a column that is not there. */
export function encodeArrays(
  feature: ArrayTransform,
  table: Table,
  rows: Int32Array,
  { data, stride, offset }: VectorPlaces,
  problems: RowProblems,
): void {
  const { centre, spread, fill } = feature;
  const channels = centre.length;
  visitArrays(feature, table, rows, problems, (place, number, value, row) => {
    const channel = number % channels;
    const isMissing = Number.isNaN(value);
    const raw = isMissing ? (fill[channel] as number) : value;
    const scaled = Math.fround((raw - (centre[channel] as number)) / (spread[channel] as number));
    if (!isMissing && !Number.isFinite(scaled)) {
      addTooLarge(problems, row, columnOfNumber(feature, number), value);
    }
    data[place * stride + offset + number] = scaled;
  });
}

export function columnOfNumber(
  { columns, window }: Pick<ArrayTransform, 'columns' | 'window'>,
  number: number,
): string {
  if (window !== undefined) return columns[number % columns.length] ?? '';
  return columns[columns.length === 1 ? 0 : number] ?? '';
}

/** The numbers of the arrays of `rows` as they are, NaN where missing. The table must have passed `encodeArrays`. */
export function readArrays(feature: ArrayTransform, table: Table, rows: Int32Array): Float32Array {
  const { width } = feature;
  const data = new Float32Array(rows.length * width);
  visitArrays(feature, table, rows, new RowProblems(table), (place, number, value) => {
    data[place * width + number] = value;
  });
  return data;
}

/**
 * Visits each number of the arrays of `rows`, NaN for a missing one. `place` is that of the row among `rows`. Words, and
 * cells without a list of the right length, are problems and are not visited.
 */
export function visitArrays(
  { columns, width, window }: Pick<ArrayTransform, 'columns' | 'width' | 'window'>,
  table: Table,
  rows: Int32Array,
  problems: RowProblems,
  visit: (place: number, number: number, value: number, row: number) => void,
): void {
  const found = columns.map((name) => requireColumn(table, name, 'feature'));
  if (window !== undefined) {
    const rowsInTime = orderInTime(table, window, problems);
    const channels = found.map((column) => cellReader(column, problems));
    for (const [place, row] of rows.entries()) {
      for (let step = 0; step < window.length; step++) {
        const source = rowBefore(rowsInTime, row, window.length - step);
        for (const [channel, read] of channels.entries()) {
          const value = source < 0 ? Number.NaN : read(source);
          if (value !== undefined) visit(place, step * channels.length + channel, value, source);
        }
      }
    }
    return;
  }
  const [only] = found;
  if (only !== undefined && found.length === 1 && width > 1) {
    const numbers = new Float64Array(width);
    const read = listReader(only, numbers, problems);
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place] as number;
      if (!read(row)) continue;
      for (let number = 0; number < width; number++) {
        visit(place, number, numbers[number] as number, row);
      }
    }
    return;
  }
  const readers = found.map((column) => cellReader(column, problems));
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const end = Math.min(rows.length, start + ROWS_AT_ONCE);
    for (const [number, read] of readers.entries()) {
      for (let place = start; place < end; place++) {
        const row = rows[place] as number;
        const value = read(row);
        if (value !== undefined) visit(place, number, value, row);
      }
    }
  }
}
