import { randomInt } from 'node:crypto';
import { HIGH, highWord, LOW, lowWord, wordsOf } from '../scan/index.ts';

type Counts = Uint8Array | Uint16Array | Uint32Array;

/**
 * Different values of a column of the sample, in order of first appearance, with how often each stands there. It has no
 * copy of them but the rows where they stand first: several checks ask for it, so it is held for every column.
 */
export class SlotCounts {
  readonly counts: Counts;
  readonly #column: BigUint64Array;
  readonly #first: Uint32Array;

  constructor(column: BigUint64Array, first: Uint32Array, counts: Counts) {
    this.#column = column;
    this.#first = first;
    this.counts = counts;
  }

  get distinct(): number {
    return this.counts.length;
  }

  /** The value at a place of `counts`. */
  slotAt(entry: number): bigint {
    return this.#column[this.#first[entry] as number] as bigint;
  }

  /** A copy of all values. */
  slots(): BigUint64Array {
    const slots = new BigUint64Array(this.#first.length);
    const [from, to] = [wordsOf(this.#column), wordsOf(slots)];
    for (let entry = 0; entry < slots.length; entry++) {
      const at = 2 * (this.#first[entry] as number);
      to[2 * entry] = from[at] as number;
      to[2 * entry + 1] = from[at + 1] as number;
    }
    return slots;
  }

  /** How often one value stands there. */
  countOf(slot: bigint): number {
    const words = wordsOf(this.#column);
    const [high, low] = [highWord(slot) >>> 0, lowWord(slot) >>> 0];
    const entry = this.#first.findIndex(
      (row) => words[2 * row + HIGH] === high && words[2 * row + LOW] === low,
    );
    return this.counts[entry] ?? 0;
  }
}

const counted = new WeakMap<BigUint64Array, SlotCounts>();
/** Odd, and not known to who writes data: slots that share a place of the table can't be made up. */
const FACTOR = randomInt(2 ** 31) * 2 + 1;

/** Memory that counting needs while it counts, used again: as garbage, that of 20 columns came to 40 MB. */
let table = new Int32Array(0);
let firstRows = new Uint32Array(0);
let times = new Uint32Array(0);

/**
 * Counts missing cells as well. The result is kept as long as `slots` is, which must not change: several checks ask for
 * it. Maps of big integers take ten times as long.
 */
export function countSlots(slots: BigUint64Array): SlotCounts {
  let found = counted.get(slots);
  if (found === undefined) {
    found = count(slots);
    counted.set(slots, found);
  }
  return found;
}

/** `codes`: for each slot its index among the different ones. */
export function codeSlots(slots: BigUint64Array): {
  readonly different: SlotCounts;
  readonly codes: Int32Array;
} {
  const codes = new Int32Array(slots.length);
  return { different: count(slots, codes), codes };
}

function count(slots: BigUint64Array, codes: Int32Array | null = null): SlotCounts {
  const words = wordsOf(slots);
  const bits = Math.max(4, Math.ceil(Math.log2(2 * slots.length + 1)));
  reserve(slots.length, 2 ** bits);
  const mask = 2 ** bits - 1;
  let size = 0;
  for (let index = 0; index < slots.length; index++) {
    const low = words[2 * index + LOW] as number;
    const high = words[2 * index + HIGH] as number;
    const mixed = Math.imul(Math.imul(low, FACTOR) ^ high ^ (low >>> 15), FACTOR);
    let place = (mixed ^ (mixed >>> 15)) >>> (32 - bits);
    for (;;) {
      // The entry's place among the different ones, plus 1; 0 where nothing is.
      const entry = table[place] as number;
      if (entry === 0) {
        firstRows[size] = index;
        times[size] = 1;
        if (codes !== null) codes[index] = size;
        table[place] = ++size;
        break;
      }
      const at = 2 * (firstRows[entry - 1] as number);
      if (words[at] === words[2 * index] && words[at + 1] === words[2 * index + 1]) {
        times[entry - 1] = (times[entry - 1] as number) + 1;
        if (codes !== null) codes[index] = entry - 1;
        break;
      }
      place = (place + 1) & mask;
    }
  }
  return new SlotCounts(slots, firstRows.slice(0, size), narrowest(times.subarray(0, size)));
}

function reserve(rows: number, places: number): void {
  if (firstRows.length < rows) {
    firstRows = new Uint32Array(rows);
    times = new Uint32Array(rows);
  }
  if (table.length < places) table = new Int32Array(places);
  else table.fill(0, 0, places);
}

/** A copy in as many bytes as the largest needs. */
function narrowest(counts: Uint32Array): Counts {
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  if (most < 2 ** 8) return Uint8Array.from(counts);
  return most < 2 ** 16 ? Uint16Array.from(counts) : counts.slice();
}
