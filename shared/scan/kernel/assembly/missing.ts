import { hashBytes } from "./hash";
import { allocate, allocateZeroed } from "./memory";

/** The texts that mean a missing cell, in a table that few cells reach: their lengths and first bytes are known. */

/** Bit n: some have n bytes; bit 63 for longer ones, too. */
export let missingLengths: u64 = 0;
const firstBytes: usize = memory.data(256);
let table: usize = 0;
let mask: u32 = 0;

@unmanaged
class MissingText {
  hash: u64;
  text: u32;
  length: u32;
}

/** Once, before `addMissing`. */
export function startMissing(count: u32): void {
  let size: u32 = 4;
  while (size < 2 * count) size <<= 1;
  table = allocateZeroed(size << 4);
  mask = (size - 1) << 4;
}

/** A text that is not empty. */
export function addMissing(text: usize, length: u32): void {
  const kept = allocate(length);
  memory.copy(kept, text, length);
  const hash = hashBytes(text, length);
  let at = (<u32>hash << 4) & mask;
  while (changetype<MissingText>(table + at).text != 0) at = (at + 16) & mask;
  const entry = changetype<MissingText>(table + at);
  entry.hash = hash;
  entry.text = <u32>kept;
  entry.length = length;
  missingLengths |= (<u64>1) << <u64>min<u32>(length, 63);
  store<u8>(firstBytes + load<u8>(text), 1);
}

/** Of a text of which `missingLengths` says that it may be missing. */
export function isMissing(text: usize, length: u32): bool {
  if (load<u8>(firstBytes + load<u8>(text)) == 0) return false;
  const hash = hashBytes(text, length);
  let at = (<u32>hash << 4) & mask;
  let entry = changetype<MissingText>(table + at);
  while (entry.text != 0) {
    if (entry.hash == hash && entry.length == length) {
      if (memory.compare(entry.text, text, length) == 0) return true;
    }
    at = (at + 16) & mask;
    entry = changetype<MissingText>(table + at);
  }
  return false;
}
