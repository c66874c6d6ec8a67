import { randomInt } from 'node:crypto';
import type { ScanKernel } from './scan-kernel.ts';

/** Where the parts of a record stand, in bytes (assembly/sample.ts). */
const SLOT = 8;
const COLUMN = 16;
const LENGTH = 20;
const TEXT = 24;
const CHUNK_HEAD = 8;
/** All text slots have the upper 13 bits set; the other 51 are exact in a double. */
const UPPER_BITS = 0x7ffff;
const WORD = 2 ** 32;
/** Odd, and not known to who writes data: slots that share a place of the table can't be made up. */
const FACTOR = randomInt(2 ** 31) * 2 + 1;

/**
 * The texts of the sample by column and slot, as `textMap` has them. Most stand in many records: they are told apart by
 * their 32-bit words, and become a string and a big integer once.
 */
export function readTexts(kernel: ScanKernel): ReadonlyMap<bigint, string>[] {
  const { memory } = kernel;
  const view = new DataView(memory.buffer);
  const table = new RecordTable(kernel);
  const keys: number[][] = kernel.columns.map(() => []);
  for (const record of table.records) {
    if (!table.add(record)) continue;
    const upper = view.getUint32(record + SLOT + 4, true) & UPPER_BITS;
    const key = upper * WORD + view.getUint32(record + SLOT, true);
    keys[view.getUint32(record + COLUMN, true)]?.push(key);
  }
  return keys.map((ofColumn, column) => {
    const texts = new Map<bigint, string>();
    for (const key of Float64Array.from(ofColumn).sort()) {
      const record = table.find(column, key >>> 0, Math.floor(key / WORD) | ~UPPER_BITS);
      const end = record + TEXT + view.getUint32(record + LENGTH, true);
      const text = memory.toString('utf8', record + TEXT, end);
      texts.set(view.getBigUint64(record + SLOT, true), text);
    }
    return texts;
  });
}

/** Of records with one column and slot, the one whose text is the first by code point. */
class RecordTable {
  readonly records: readonly number[];
  readonly #memory: Buffer;
  readonly #view: DataView;
  /** Addresses of records; 0 where there is none. */
  readonly #places: Uint32Array;

  constructor(kernel: ScanKernel) {
    this.#memory = kernel.memory;
    this.#view = new DataView(kernel.memory.buffer);
    this.records = recordsOf(this.#view, kernel.exports.firstTexts() >>> 0);
    this.#places = new Uint32Array(2 ** Math.ceil(Math.log2(2 * this.records.length + 2)));
  }

  /** False when its column has the slot already. */
  add(record: number): boolean {
    const view = this.#view;
    const column = view.getUint32(record + COLUMN, true);
    const low = view.getUint32(record + SLOT, true);
    const place = this.#placeOf(column, low, view.getUint32(record + SLOT + 4, true));
    const before = this.#places[place] as number;
    if (before === 0 || this.#compareTexts(record, before) < 0) this.#places[place] = record;
    return before === 0;
  }

  find(column: number, low: number, high: number): number {
    return this.#places[this.#placeOf(column, low, high)] as number;
  }

  #placeOf(column: number, low: number, high: number): number {
    const view = this.#view;
    const places = this.#places;
    const mask = places.length - 1;
    const mixed = Math.imul(Math.imul(low ^ column, FACTOR) ^ high ^ (low >>> 15), FACTOR);
    for (let place = (mixed ^ (mixed >>> 15)) & mask; ; place = (place + 1) & mask) {
      const record = places[place] as number;
      if (
        record === 0 ||
        (view.getUint32(record + SLOT, true) === low &&
          view.getUint32(record + SLOT + 4, true) === high >>> 0 &&
          view.getUint32(record + COLUMN, true) === column)
      ) {
        return place;
      }
    }
  }

  /** By byte, which is by code point. */
  #compareTexts(a: number, b: number): number {
    const memory = this.#memory;
    const endOf = (record: number) => record + TEXT + this.#view.getUint32(record + LENGTH, true);
    return memory.compare(memory, b + TEXT, endOf(b), a + TEXT, endOf(a));
  }
}

function recordsOf(view: DataView, firstChunk: number): number[] {
  const records: number[] = [];
  for (let chunk = firstChunk; chunk !== 0; chunk = view.getUint32(chunk, true)) {
    const end = chunk + view.getUint32(chunk + 4, true);
    for (let record = chunk + CHUNK_HEAD; record < end; ) {
      records.push(record);
      record += (TEXT + view.getUint32(record + LENGTH, true) + 7) & ~7;
    }
  }
  return records;
}
