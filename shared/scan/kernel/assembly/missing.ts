import { addToSet, isInSet, newTextSet, TextSet } from "./text-set";

/** The texts that mean a missing cell, in a set that few cells reach: their lengths and first bytes are known. */

/** Bit n: some have n bytes; bit 63 for longer ones, too. */
export let missingLengths: u64 = 0;
const firstBytes: usize = memory.data(256);
let texts: usize = 0;

/** Once, before `addMissing`. */
export function startMissing(count: u32): void {
  texts = changetype<usize>(newTextSet(count));
}

/** A text that is not empty. */
export function addMissing(text: usize, length: u32): void {
  addToSet(changetype<TextSet>(texts), text, length);
  missingLengths |= (<u64>1) << <u64>min<u32>(length, 63);
  store<u8>(firstBytes + load<u8>(text), 1);
}

/** Of a text of which `missingLengths` says that it may be missing. */
export function isMissing(text: usize, length: u32): bool {
  if (load<u8>(firstBytes + load<u8>(text)) == 0) return false;
  return isInSet(changetype<TextSet>(texts), text, length);
}
