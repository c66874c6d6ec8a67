import { asText, cellHash, cellSlot, cellValue, classify, oddSorts } from "./classify";
import { BOOLEAN, Column, TEXT } from "./column";
import { hashBytes, mix } from "./hash";
import { allocate, allocateZeroed, blockSize, release } from "./memory";
import { cellFails } from "./predicates";
import { addTimes } from "./tally";

/**
 * The texts of a column with their counts, while there are not too many: an open-addressing table of pointers to entries,
 * that doubles. What is known of a text (its kind, hash, value) is worked out once and stands in its entry, and all
 * statistics of the column are made of entries and counts when the table is given up or read.
 */

/** `StateLimits`. */
let countedTexts: u32 = 0;
let countedNumbers: u32 = 0;
let countedBytes: u32 = 0;
let countedTextBytes: u32 = 0;

export function limitValues(texts: u32, numbers: u32, bytes: u32, textBytes: u32): void {
  countedTexts = texts;
  countedNumbers = numbers;
  countedBytes = bytes;
  countedTextBytes = textBytes;
}

const FIRST_BITS: u32 = 4;
const REGISTERS: u32 = 1 << 14;
const FIRST_CHUNK: u32 = 256;
const LARGEST_CHUNK: u32 = 65536;
/** So many steps to an entry are never seen by chance: someone has made texts with equal hashes. */
const MOST_STEPS: u32 = 128;

/** Its text follows. */
@unmanaged
export class Entry {
  /** Upper half of the hash that places it. */
  tag: u32;
  count: u32;
  /** Where its text is. */
  text: u32;
  length: u16;
  kind: u8;
  /** `STRING`, `FAILS`, … */
  flags: u8;
  cellHash: u64;
  slot: u64;
}

/** Entry of a text that its file calls text, whatever it reads like. */
export const STRING: u32 = 1;
/** Cells of this text fail the column's predicate. */
export const FAILS: u32 = 2;
/** `ODD_` bits, in the upper bits of the flags: text, decimal comma, infinity, NaN, invalid, thousands. */
export const ODD_SHIFT: u32 = 2;

/** Odd; places are this times the hash, so that nobody who writes a file knows which texts meet. */
let seed: u64 = 0x9e3779b97f4a7c15;
let secondSeed: u64 = 0;

export function seedTables(first: u64, second: u64): void {
  seed = first | 1;
  secondSeed = second | 1;
}

@inline
export function placeOf(hash: u64): u32 {
  return <u32>((hash * seed) >> 32);
}

@inline
function tagOf(column: Column, text: usize, length: u32, string: u32): u32 {
  const hash = column.keyed != 0 ? keyedHash(text, length) : hashBytes(text, length);
  return placeOf(hash + string);
}

/** SipHash-1-3 (Aumasson and Bernstein), over words as they lie. */
function keyedHash(text: usize, length: u32): u64 {
  let v0 = seed ^ 0x736f6d6570736575;
  let v1 = secondSeed ^ 0x646f72616e646f6d;
  let v2 = seed ^ 0x6c7967656e657261;
  let v3 = secondSeed ^ 0x7465646279746573;
  const rounds = (length >> 3) + 4;
  for (let i: u32 = 0; i < rounds; i++) {
    const left = <i32>length - <i32>(i << 3);
    let word: u64 = 0;
    if (left >= 8) word = load<u64>(text + (i << 3));
    else if (left >= 0) {
      for (let k = 0; k < left; k++) word |= <u64>load<u8>(text + (i << 3) + k) << (k << 3);
      word |= <u64>length << 56;
    } else if (i == rounds - 3) v2 ^= 0xff;
    v3 ^= word;
    v0 += v1; v1 = rotl<u64>(v1, 13); v1 ^= v0; v0 = rotl<u64>(v0, 32);
    v2 += v3; v3 = rotl<u64>(v3, 16); v3 ^= v2;
    v0 += v3; v3 = rotl<u64>(v3, 21); v3 ^= v0;
    v2 += v1; v1 = rotl<u64>(v1, 17); v1 ^= v2; v2 = rotl<u64>(v2, 32);
    v0 ^= word;
  }
  return v0 ^ v1 ^ v2 ^ v3;
}

export function startTable(column: Column): void {
  column.table = <u32>allocateZeroed(4 << FIRST_BITS);
  column.tableBits = FIRST_BITS;
}

/** Where the table points to the entry of a text; to 0 when there is none yet. Null when too many texts met. */
@inline
function find(column: Column, tag: u32, text: usize, length: u32, string: u32): usize {
  const table: usize = column.table;
  const bits = column.tableBits;
  const mask = ((<u32>1 << bits) - 1) << 2;
  let at = (tag >> (32 - bits)) << 2;
  for (let steps: u32 = 0; steps < MOST_STEPS; steps++) {
    const pointer: usize = load<u32>(table + at);
    if (pointer == 0) return table + at;
    const entry = changetype<Entry>(pointer);
    if (
      entry.tag == tag &&
      <u32>entry.length == length &&
      (<u32>entry.flags & STRING) == string &&
      sameBytes(entry.text, text, length)
    ) {
      return table + at;
    }
    at = (at + 4) & mask;
  }
  return 0;
}

/** Of texts that have some; those of the table are followed by 8 bytes of any content. */
@inline
function sameBytes(a: usize, b: usize, length: u32): bool {
  let rest = length;
  for (; rest > 8; rest -= 8, a += 8, b += 8) {
    if (load<u64>(a) != load<u64>(b)) return false;
  }
  return (load<u64>(a) ^ load<u64>(b)) << ((8 - rest) << 3) == 0;
}

/** The entry of a present text, counted; null once the table is given up: the caller tallies the cell then. */
@inline
export function countValue(column: Column, text: usize, length: u32, string: u32): Entry | null {
  return countTagged(column, tagOf(column, text, length, string), text, length, string);
}

/** What `countTagged` is given of a text that is no JSON string, unless the column's table is keyed. */
@inline
export function plainTag(text: usize, length: u32): u32 {
  return placeOf(hashBytes(text, length));
}

/** What the table points to first for a tag: the entry of its text most of the time, else another one or 0. */
@inline
export function firstPointer(column: Column, tag: u32): u32 {
  return load<u32>(<usize>column.table + (<usize>(tag >> (32 - column.tableBits)) << 2));
}

/** Whether an entry is that of a text that is no JSON string. */
@inline
export function isPlainEntry(pointer: usize, text: usize, length: u32): bool {
  const entry = changetype<Entry>(pointer);
  return (
    <u32>entry.length == length &&
    (<u32>entry.flags & STRING) == 0 &&
    sameBytes(entry.text, text, length)
  );
}

@inline
export function countEntry(pointer: usize): Entry {
  const entry = changetype<Entry>(pointer);
  entry.count++;
  return entry;
}

/** `countValue`, where the tag is known. */
@inline
export function countTagged(
  column: Column,
  tag: u32,
  text: usize,
  length: u32,
  string: u32,
): Entry | null {
  const at = find(column, tag, text, length, string);
  if (at != 0) {
    const pointer: usize = load<u32>(at);
    if (pointer != 0) {
      const entry = changetype<Entry>(pointer);
      entry.count++;
      return entry;
    }
  }
  return addValue(column, text, length, string);
}

function addValue(column: Column, text: usize, length: u32, string: u32): Entry | null {
  if (length > countedTextBytes) {
    giveUp(column);
    return null;
  }
  let at = findAlways(column, text, length, string);
  const pointer: usize = load<u32>(at);
  if (pointer != 0) {
    const known = changetype<Entry>(pointer);
    known.count++;
    return known;
  }
  let kind = classify(text, length);
  if (isNewText(column, text, length, string)) {
    if (kind < BOOLEAN) column.numberTexts++;
    else column.otherTexts++;
    column.textBytes += length;
  }
  if (
    column.numberTexts > countedNumbers ||
    column.otherTexts > countedTexts ||
    column.textBytes > countedBytes
  ) {
    giveUp(column);
    return null;
  }
  const entries = column.numberTexts + column.otherTexts;
  if (string != 0) {
    column.hasStrings = 1;
    kind = asText(text, length);
  }
  const own = cellHash;
  const slot = cellSlot;
  const fails = column.predicate != 0 && cellFails(column, kind, cellValue, text, length) ? FAILS : 0;
  // Both kinds of entries of one text count as one text: twice as many entries at most.
  if (entries * 8 > (<u32>5 << column.tableBits) / (column.hasStrings != 0 ? 2 : 1)) {
    rehash(column, column.tableBits + 1, false);
    at = findAlways(column, text, length, string);
  }
  const entry = newEntry(column, text, length);
  store<u32>(at, <u32>changetype<usize>(entry));
  entry.tag = tagOf(column, text, length, string);
  entry.count = 1;
  entry.length = <u16>length;
  entry.kind = <u8>kind;
  entry.flags = <u8>(string | fails | (oddSorts(kind, text, length) << ODD_SHIFT));
  entry.cellHash = own;
  entry.slot = slot;
  return entry;
}

/** As `find`, where too many texts meet, too: by a keyed hash from then on, and where that does not help in more room. */
function findAlways(column: Column, text: usize, length: u32, string: u32): usize {
  let at = find(column, tagOf(column, text, length, string), text, length, string);
  while (at == 0) {
    const bits = column.tableBits + column.keyed;
    column.keyed = 1;
    rehash(column, bits, true);
    at = find(column, tagOf(column, text, length, string), text, length, string);
  }
  return at;
}

/** A text that is both a string and none in JSON is one text. */
function isNewText(column: Column, text: usize, length: u32, string: u32): bool {
  if (string == 0 && column.hasStrings == 0) return true;
  const other = string ^ STRING;
  const at = find(column, tagOf(column, text, length, other), text, length, other);
  return at == 0 || load<u32>(at) == 0;
}

function rehash(column: Column, bits: u32, retag: bool): void {
  const old: usize = column.table;
  const oldBytes = <u32>4 << column.tableBits;
  const table = allocateZeroed(4 << bits);
  const mask = ((<u32>1 << bits) - 1) << 2;
  for (let chunk: usize = column.textChunk; chunk != 0; chunk = load<u32>(chunk)) {
    for (let pointer = firstEntry(chunk); pointer < endOfEntries(chunk); ) {
      const entry = changetype<Entry>(pointer);
      if (retag) entry.tag = tagOf(column, entry.text, entry.length, <u32>entry.flags & STRING);
      let at = (entry.tag >> (32 - bits)) << 2;
      while (load<u32>(table + at) != 0) at = (at + 4) & mask;
      store<u32>(table + at, <u32>pointer);
      pointer += bytesOfEntry(entry.length);
    }
  }
  release(old, oldBytes);
  column.table = <u32>table;
  column.tableBits = bits;
}

/** Chunks begin with the one before, their size and the bytes taken. */
const CHUNK_HEAD: u32 = 16;
const ENTRY_BYTES: u32 = 32;

@inline
function bytesOfEntry(length: u32): u32 {
  return (ENTRY_BYTES + length + 7) & ~7;
}

/** All entries of a column stand in its chunks, one behind the other: so they are gone through as memory lies. */
@inline
function firstEntry(chunk: usize): usize {
  return chunk + CHUNK_HEAD;
}

@inline
function endOfEntries(chunk: usize): usize {
  return chunk + load<u32>(chunk, 8);
}

/** A new entry, followed by its text: what is compared is then near to what leads there. */
function newEntry(column: Column, text: usize, length: u32): Entry {
  const wanted = bytesOfEntry(length);
  let chunk: usize = column.textChunk;
  if (chunk == 0 || load<u32>(chunk, 8) + wanted + 8 > load<u32>(chunk, 4)) {
    const last = chunk == 0 ? FIRST_CHUNK / 2 : load<u32>(chunk, 4);
    const bytes = blockSize(max<u32>(min<u32>(last * 2, LARGEST_CHUNK), CHUNK_HEAD + wanted + 8));
    const next = allocate(bytes);
    store<u32>(next, <u32>chunk);
    store<u32>(next, bytes, 4);
    store<u32>(next, CHUNK_HEAD, 8);
    column.textChunk = <u32>next;
    chunk = next;
  }
  const at = chunk + load<u32>(chunk, 8);
  store<u32>(chunk, load<u32>(chunk, 8) + wanted, 8);
  memory.copy(at + ENTRY_BYTES, text, length);
  const entry = changetype<Entry>(at);
  entry.text = <u32>(at + ENTRY_BYTES);
  return entry;
}

/** From here on the column's values are estimated. */
export function giveUp(column: Column): void {
  const registers = allocateZeroed(REGISTERS);
  tallyTable(column, registers);
  column.registers = <u32>registers;
  release(column.table, 4 << column.tableBits);
  column.table = 0;
  for (let chunk: usize = column.textChunk; chunk != 0; ) {
    const next: usize = load<u32>(chunk);
    release(chunk, load<u32>(chunk, 4));
    chunk = next;
  }
  column.textChunk = 0;
}

/** Adds the statistics of all entries to the column; to the registers as well, unless they are null. */
export function tallyTable(column: Column, registers: usize): void {
  for (let chunk: usize = column.textChunk; chunk != 0; chunk = load<u32>(chunk)) {
    const end = endOfEntries(chunk);
    for (let at = firstEntry(chunk); at < end; ) {
      const entry = changetype<Entry>(at);
      tallyEntry(column, registers, entry);
      at += bytesOfEntry(entry.length);
    }
  }
}

function tallyEntry(column: Column, registers: usize, entry: Entry): void {
  let kind = <u32>entry.kind;
  let hash = entry.cellHash;
  if (kind != TEXT || (<u32>entry.flags & STRING) != 0) {
    // Registers take a string as what it reads like.
    const read = classify(entry.text, entry.length);
    hash = cellHash;
    if (kind != TEXT) kind = read;
  }
  if (registers != 0) addToRegisters(registers, hash);
  addTimes(column, kind, entry.text, entry.length, entry.count, <u32>entry.flags >> ODD_SHIFT);
}

@inline
export function addToRegisters(registers: usize, cellHash: u64): void {
  addMixedToRegisters(registers, mix(cellHash));
}

@inline
export function addMixedToRegisters(registers: usize, hash: u64): void {
  const at = registers + <usize>(hash >> 50);
  const rank = <u32>clz<u64>((hash << 14) | 0x2000) + 1;
  if (<u32>load<u8>(at) < rank) store<u8>(at, <u8>rank);
}
