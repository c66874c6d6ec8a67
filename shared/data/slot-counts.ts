import { randomInt } from 'node:crypto';

/** Different values of a column of the sample, in order of first appearance, with how often each stands there. */
export interface SlotCounts {
  readonly slots: BigUint64Array;
  readonly counts: Uint32Array;
}

const counted = new WeakMap<BigUint64Array, SlotCounts>();
/** Odd, and not known to who writes data: slots that share a place of the table can't be made up. */
const FACTOR = randomInt(2 ** 31) * 2 + 1;
const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

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
export function codeSlots(
  slots: BigUint64Array,
): Pick<SlotCounts, 'slots'> & { readonly codes: Int32Array } {
  const codes = new Int32Array(slots.length);
  return { slots: count(slots, codes).slots, codes };
}

function count(slots: BigUint64Array, codes: Int32Array | null = null): SlotCounts {
  const words = new Uint32Array(slots.buffer, slots.byteOffset, 2 * slots.length);
  const bits = Math.max(4, Math.ceil(Math.log2(2 * slots.length + 1)));
  /** Place among `first`, plus 1; 0 where nothing is. */
  const table = new Int32Array(2 ** bits);
  const mask = table.length - 1;
  const first = new Uint32Array(slots.length);
  const counts = new Uint32Array(slots.length);
  let size = 0;
  for (let index = 0; index < slots.length; index++) {
    const low = words[2 * index + (LITTLE_ENDIAN ? 0 : 1)] as number;
    const high = words[2 * index + (LITTLE_ENDIAN ? 1 : 0)] as number;
    const mixed = Math.imul(Math.imul(low, FACTOR) ^ high ^ (low >>> 15), FACTOR);
    let place = (mixed ^ (mixed >>> 15)) >>> (32 - bits);
    for (;;) {
      const entry = table[place] as number;
      if (entry === 0) {
        first[size] = index;
        counts[size] = 1;
        if (codes !== null) codes[index] = size;
        table[place] = ++size;
        break;
      }
      const at = 2 * (first[entry - 1] as number);
      if (words[at] === words[2 * index] && words[at + 1] === words[2 * index + 1]) {
        counts[entry - 1] = (counts[entry - 1] as number) + 1;
        if (codes !== null) codes[index] = entry - 1;
        break;
      }
      place = (place + 1) & mask;
    }
  }
  const distinct = new BigUint64Array(size);
  for (let entry = 0; entry < size; entry++)
    distinct[entry] = slots[first[entry] as number] as bigint;
  return { slots: distinct, counts: counts.slice(0, size) };
}

/** How often one value stands there. */
export function countOfSlot({ slots, counts }: SlotCounts, slot: bigint): number {
  return counts[slots.indexOf(slot)] ?? 0;
}
