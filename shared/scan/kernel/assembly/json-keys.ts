import { hashBytes } from "./hash";
import { allocate, allocateZeroed, release } from "./memory";
import { placeOf } from "./values";

/**
 * The keys of JSON Lines. Rows nearly always have the same keys in the same order and with the same spaces between, so each
 * key remembers the bytes from which it was read and the two keys that followed it last; only where neither comes again is
 * a key read and looked up.
 */

/** See shared/scan/limits.ts. */
export const MOST_KEYS: u32 = 10000;
/** Longer names, and longer white space around them, are left to JavaScript or read each time. */
export const LONGEST_NAME: u32 = 4096;
const LONGEST_PREFIX: u32 = 1024;
/** So many steps to a key are never seen by chance: someone has made names with equal hashes. */
const MOST_STEPS: u32 = 128;

@unmanaged
export class Key {
  hash: u64;
  name: u32;
  nameLength: u32;
  /** Bytes between the comma or brace before the key and its value, when it was last looked up. */
  prefix: u32;
  prefixLength: u32;
  prefixRoom: u32;
  /** 0 until JavaScript has made one. */
  column: u32;
  /** Number of the last row that has it. */
  row: u32;
  /** Keys that followed it: the last one, and the last other one. */
  next: u32;
  other: u32;
}

/** What stands before the first key of a row. */
const start: usize = memory.data(64, 16);

@inline
export function rowStart(): Key {
  return changetype<Key>(start);
}

export let keys: u32 = 0;
const list: usize = memory.data(4 * 10000, 16);
let table: usize = 0;
let tableBits: u32 = 5;

@inline
export function keyAt(index: u32): usize {
  return load<u32>(list + (index << 2));
}

export function keyName(index: u32): usize {
  return changetype<Key>(keyAt(index)).name;
}

export function keyNameLength(index: u32): u32 {
  return changetype<Key>(keyAt(index)).nameLength;
}

/** Null when there are too many keys, or names were made so that they meet. */
export function findOrAddKey(name: usize, length: u32): Key | null {
  if (table == 0) table = allocateZeroed(4 << tableBits);
  const hash = hashBytes(name, length);
  const mask = (<u32>1 << tableBits) - 1;
  let place = placeOf(hash) >> (32 - tableBits);
  let steps: u32 = 0;
  let found: usize = load<u32>(table + (place << 2));
  while (found != 0) {
    const key = changetype<Key>(found);
    if (key.hash == hash && key.nameLength == length) {
      if (memory.compare(key.name, name, length) == 0) return key;
    }
    if (++steps > MOST_STEPS) return null;
    place = (place + 1) & mask;
    found = load<u32>(table + (place << 2));
  }
  if (keys == MOST_KEYS) return null;
  const added = changetype<Key>(allocateZeroed(offsetof<Key>()));
  added.hash = hash;
  added.name = <u32>allocate(max<u32>(length, 1));
  memory.copy(added.name, name, length);
  added.nameLength = length;
  store<u32>(list + (keys << 2), <u32>changetype<usize>(added));
  store<u32>(table + (place << 2), <u32>changetype<usize>(added));
  keys++;
  if (keys * 2 > mask) growTable();
  return added;
}

function growTable(): void {
  release(table, 4 << tableBits);
  tableBits++;
  table = allocateZeroed(4 << tableBits);
  const mask = (<u32>1 << tableBits) - 1;
  for (let index: u32 = 0; index < keys; index++) {
    let place = placeOf(changetype<Key>(keyAt(index)).hash) >> (32 - tableBits);
    while (load<u32>(table + (place << 2)) != 0) place = (place + 1) & mask;
    store<u32>(table + (place << 2), <u32>keyAt(index));
  }
}

/** Remembers how a key was written and which one it came after. */
export function learn(key: Key, before: Key, prefix: usize, length: u32): void {
  before.other = before.next;
  before.next = <u32>changetype<usize>(key);
  if (length > LONGEST_PREFIX) length = 0;
  if (key.prefixRoom < length) {
    if (key.prefixRoom != 0) release(key.prefix, key.prefixRoom);
    key.prefix = <u32>allocate(length);
    key.prefixRoom = length;
  }
  memory.copy(key.prefix, prefix, length);
  key.prefixLength = length;
}

/** Whether the bytes at `at` are those from which the key was read. 16 bytes more than they are may be read. */
@inline
export function isKey(key: Key, at: usize): bool {
  let expected: usize = key.prefix;
  let rest: i32 = key.prefixLength;
  if (rest == 0) return false;
  for (; rest > 16; rest -= 16, at += 16, expected += 16) {
    if (!i8x16.all_true(i8x16.eq(v128.load(at), v128.load(expected)))) return false;
  }
  const same = i8x16.bitmask(i8x16.eq(v128.load(at), v128.load(expected)));
  return (~same & ((1 << rest) - 1)) == 0;
}

/** A key that has a column before any row was read. False where rows that have it will not be read. */
export function nameKey(name: usize, length: u32, column: usize): bool {
  if (length == 0 || length > LONGEST_NAME) return false;
  const key = findOrAddKey(name, length);
  if (key == null) return false;
  key.column = <u32>column;
  return true;
}
