import { type Column, cellText, murmurHash3, type Table } from '../data/index.ts';
import { countCategories } from './categories.ts';
import { shortestDecimal } from './decimal.ts';
import { constant, type DroppedColumn, noValue } from './dropped.ts';
import { refuseInfinite } from './fit-number.ts';
import type { HashingTransform } from './transform.ts';

const encoder = new TextEncoder();

/**
 * The bucket of a text: MurmurHash3_x86_32 with seed 0 of its UTF-8 bytes, as a number from 0 to 2³² − 1, modulo
 * `buckets`. A text that is a decimal number stands as its shortest decimal (`1.0` as `1`), since columns of numbers
 * keep no spelling. Stored models depend on it: it never changes.
 */
export function hashBucket(text: string, buckets: number): number {
  const bytes = encoder.encode(shortestDecimal(text));
  return murmurHash3(bytes, bytes.length, 0) % buckets;
}

/** Gives the place of a row's value in the feature's vector: its bucket, or `buckets` for a missing value. */
export function indexHashes(buckets: number, column: Column): (row: number) => number {
  if (column.kind === 'categorical') {
    const places = Int32Array.from(column.vocabulary, (text) => hashBucket(text, buckets));
    return (row) => places[column.codes[row] as number] ?? buckets;
  }
  return (row) => {
    const text = cellText(column, row);
    return text === null ? buckets : hashBucket(text, buckets);
  };
}

/**
 * Nothing but whether the column says anything is learned from the training rows. Throws a `UserError` with the first
 * places for an infinite value in a column of numbers.
 */
export function fitHashing(
  table: Table,
  rows: Int32Array,
  column: Column,
  offset: number,
  buckets: number,
): HashingTransform | DroppedColumn {
  if (column.kind === 'numeric') {
    const values = Float64Array.from(rows, (row) => column.values[row] as number);
    refuseInfinite(table, rows, column.name, values);
  }
  const counts = countCategories(column, rows);
  const [only] = counts;
  if (only === undefined) return noValue(column.name);
  if (counts.size === 1 && only[1] === rows.length) return constant(column.name, `"${only[0]}"`);
  return { kind: 'hashing', column: column.name, offset, width: buckets + 1, buckets };
}
