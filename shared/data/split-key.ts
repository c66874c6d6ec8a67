import { UserError } from '../errors/index.ts';
import { canonicalText } from '../scan/index.ts';
import { describeUnknownColumn } from './configured-columns.ts';
import { murmurHash3 } from './murmur-hash.ts';
import { cellText, findColumn } from './read-table.ts';
import type { Column, Table } from './table.ts';

/** Fixed for ever: another salt would move every example to another split. */
const SALTS = [0x6d6c6f70, 0x2d73706c] as const;

/**
 * For each row a number in [0, 1), with 53 bits, from the cells of its key columns alone (all columns but
 * `notInKey` when `key` is empty). Numbers are compared by value (`3.0` is `3`). Throws a `UserError` for a key that is no column.
 */
export function hashKeys(
  table: Table,
  key: readonly string[],
  notInKey: readonly string[] = [],
): Float64Array {
  const columns = keyColumns(table, key, notInKey);
  const encoder = new KeyEncoder();
  const texts = columns.map(() => '' as string | null);
  return Float64Array.from({ length: table.rowCount }, (_, row) => {
    for (const [index, column] of columns.entries()) texts[index] = cellText(column, row);
    return encoder.hash(texts);
  });
}

/** Sorted by name, so that the order of columns in a file does not matter. */
function keyColumns(table: Table, key: readonly string[], notInKey: readonly string[]): Column[] {
  const names = table.columns.map(({ name }) => name);
  const problems = key
    .filter((name) => findColumn(table, name) === undefined)
    .map((name) => describeUnknownColumn('data.split.key', name, names, table.files[0]));
  if (problems.length > 0) throw new UserError(problems);
  const wanted = new Set(key.length === 0 ? names.filter((name) => !notInKey.includes(name)) : key);
  return table.columns
    .filter(({ name }) => wanted.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Puts the cells of a key into bytes such that different keys have different bytes, and hashes them. */
class KeyEncoder {
  readonly #encoder = new TextEncoder();
  #bytes = new Uint8Array(256);

  /** In [0, 1), with 53 bits. */
  hash(texts: readonly (string | null)[]): number {
    let length = 0;
    for (const text of texts) length = this.#append(text, length);
    const high = murmurHash3(this.#bytes, length, SALTS[0]);
    const low = murmurHash3(this.#bytes, length, SALTS[1]);
    return ((high >>> 5) * 0x4000000 + (low >>> 6)) / 0x20000000000000;
  }

  /** Four bytes of length, or −1 for a missing cell, then UTF-8. */
  #append(text: string | null, at: number): number {
    const canonical = text === null ? null : canonicalText(text);
    this.#reserve(at + 4 + (canonical?.length ?? 0) * 3);
    const target = this.#bytes.subarray(at + 4);
    const { written } = this.#encoder.encodeInto(canonical ?? '', target);
    const size = canonical === null ? -1 : written;
    for (let byte = 0; byte < 4; byte++) this.#bytes[at + byte] = size >> (8 * byte);
    return at + 4 + written;
  }

  #reserve(size: number): void {
    if (size <= this.#bytes.length) return;
    const larger = new Uint8Array(size * 2);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
