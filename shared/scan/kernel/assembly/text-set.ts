import { hashBytes } from "./hash";
import { allocate, allocateZeroed } from "./memory";

/** An exact set of texts, filled once. */
@unmanaged
export class TextSet {
  table: u32;
  mask: u32;
}

@unmanaged
class Member {
  hash: u64;
  /** 0: none. */
  text: u32;
  length: u32;
}

/** Room for `count` texts. */
export function newTextSet(count: u32): TextSet {
  let size: u32 = 4;
  while (size < 2 * count) size <<= 1;
  const set = changetype<TextSet>(allocate(offsetof<TextSet>()));
  set.table = <u32>allocateZeroed(size << 4);
  set.mask = (size - 1) << 4;
  return set;
}

export function addToSet(set: TextSet, text: usize, length: u32): void {
  const kept = allocate(length);
  memory.copy(kept, text, length);
  const hash = hashBytes(text, length);
  let at = (<u32>hash << 4) & set.mask;
  while (changetype<Member>(<usize>set.table + at).text != 0) at = (at + 16) & set.mask;
  const member = changetype<Member>(<usize>set.table + at);
  member.hash = hash;
  member.text = <u32>kept;
  member.length = length;
}

export function isInSet(set: TextSet, text: usize, length: u32): bool {
  const hash = hashBytes(text, length);
  let at = (<u32>hash << 4) & set.mask;
  let member = changetype<Member>(<usize>set.table + at);
  while (member.text != 0) {
    if (member.hash == hash && member.length == length) {
      if (memory.compare(member.text, text, length) == 0) return true;
    }
    at = (at + 16) & set.mask;
    member = changetype<Member>(<usize>set.table + at);
  }
  return false;
}
