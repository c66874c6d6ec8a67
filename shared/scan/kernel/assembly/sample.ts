import { SLOT_MISSING } from "./classify";
import { MOST_OPEN_ROWS } from "./row";
import { allocate, allocateForGood, release } from "./memory";

/**
 * The sample of whole rows, column by column: a slot for each sampled row, in memory that JavaScript looks at in the end
 * and that nothing copies.
 */

/** See shared/scan/limits.ts. */
const LONGEST_COUNTED_TEXT: u32 = 1024;
/** Rows whose hash is below the threshold by this shift keep the texts of their cells. */
const DEEP_SHIFT: u64 = 5;

let capacity: u32 = 0;
let columns: u32 = 0;
/** Hashes of the rows. */
let hashes: usize = 0;
/** By column, where its slots are. */
let slots: usize = 0;
/** Room for one more column, in which rows are put in order. */
let spare: usize = 0;
/** Room for two indices of 4 bytes a row: what sorts the sample is to need no memory when there may be none left. */
let order: usize = 0;
let starts: usize = 0;

export let sampleRows: u32 = 0;
export let sampleLevel: u32 = 0;
export let sampleThreshold: u64 = u64.MAX_VALUE;

/** Once, before the first row. */
export function startSample(columnCount: u32, rows: u32): void {
  columns = columnCount;
  capacity = rows;
  // So many more rows than the capacity are held before it is thinned.
  const bytes = <u64>(rows + MOST_OPEN_ROWS) << 3;
  hashes = allocateForGood(bytes);
  spare = allocateForGood(bytes);
  order = allocateForGood((bytes >> 1) + 4);
  starts = allocateForGood((bytes >> 1) + 4);
  slots = allocateForGood(<u64>columnCount << 2);
  for (let column: u32 = 0; column < columnCount; column++) {
    store<u32>(slots + (column << 2), <u32>allocateForGood(bytes));
  }
}

/** Where the slots of a column are; after `sortSample` elsewhere than before. */
export function sampleSlots(column: u32): usize {
  return load<u32>(slots + (column << 2));
}

export function sampleHashes(): usize {
  return hashes;
}

/** The index of a new row, all of whose slots are missing. */
export function sampleRow(hash: u64): u32 {
  const index = sampleRows++;
  const offset = index << 3;
  store<u64>(hashes + offset, hash);
  for (let at = slots; at < slots + (columns << 2); at += 4) {
    store<u64>(<usize>load<u32>(at) + offset, SLOT_MISSING);
  }
  return index;
}

@inline
export function isDeep(hash: u64): bool {
  return hash <= sampleThreshold >> DEEP_SHIFT;
}

/** After rows that may be sampled. */
export function thinSample(): void {
  while (sampleRows > capacity) raiseSampleLevel();
}

/** No row is open. */
export function raiseSampleLevel(): void {
  sampleThreshold -= sampleThreshold >> 2;
  sampleLevel++;
  let kept: u32 = 0;
  for (let index: u32 = 0; index < sampleRows; index++) {
    if (load<u64>(hashes + (index << 3)) <= sampleThreshold) store<u32>(order + (kept++ << 2), index);
  }
  sampleRows = kept;
  gather(hashes, hashes);
  for (let column: u32 = 0; column < columns; column++) {
    gather(sampleSlots(column), sampleSlots(column));
  }
  thinTexts();
}

/**
 * What stands at the indices of `order`, put to `to`: where they ascend, that may be `from`. By fours, so that it is too
 * long for asc to inline: what is called once for all columns would run as V8's quick compiler leaves it, several times
 * as long.
 */
function gather(from: usize, to: usize): void {
  const end = order + (sampleRows << 2);
  let at = order;
  for (; at + 16 <= end; at += 16, to += 32) {
    const first = load<u64>(from + (<usize>load<u32>(at) << 3));
    const second = load<u64>(from + (<usize>load<u32>(at, 4) << 3));
    const third = load<u64>(from + (<usize>load<u32>(at, 8) << 3));
    const fourth = load<u64>(from + (<usize>load<u32>(at, 12) << 3));
    store<u64>(to, first);
    store<u64>(to, second, 8);
    store<u64>(to, third, 16);
    store<u64>(to, fourth, 24);
  }
  for (; at < end; at += 4, to += 8) store<u64>(to, load<u64>(from + (<usize>load<u32>(at) << 3)));
}

/**
 * Texts of deep rows: records of row hash, slot, column, length, text, in chunks that begin with the next one and the bytes taken.
 */
const CHUNK_BYTES: u32 = 16384;
const CHUNK_HEAD: u32 = 8;
const RECORD_HEAD: u32 = 24;
let firstChunk: usize = 0;
let lastChunk: usize = 0;

export function firstTexts(): usize {
  return firstChunk;
}

@inline
function recordBytes(length: u32): u32 {
  return (RECORD_HEAD + length + 7) & ~7;
}

export function sampleText(hash: u64, slot: u64, column: u32, text: usize, length: u32): void {
  let kept = length;
  if (kept > LONGEST_COUNTED_TEXT) {
    kept = LONGEST_COUNTED_TEXT;
    while (kept > 0 && (load<u8>(text + kept) & 0xc0) == 0x80) kept--;
  }
  const record = newRecord(recordBytes(kept));
  store<u64>(record, hash);
  store<u64>(record, slot, 8);
  store<u32>(record, column, 16);
  store<u32>(record, kept, 20);
  memory.copy(record + RECORD_HEAD, text, kept);
}

function newRecord(bytes: u32): usize {
  if (lastChunk == 0 || load<u32>(lastChunk, 4) + bytes > CHUNK_BYTES) {
    const chunk = allocate(CHUNK_BYTES);
    store<u32>(chunk, 0);
    store<u32>(chunk, CHUNK_HEAD, 4);
    if (lastChunk == 0) firstChunk = chunk;
    else store<u32>(lastChunk, <u32>chunk);
    lastChunk = chunk;
  }
  const used = load<u32>(lastChunk, 4);
  store<u32>(lastChunk, used + bytes, 4);
  return lastChunk + used;
}

function thinTexts(): void {
  let chunk = firstChunk;
  firstChunk = 0;
  lastChunk = 0;
  while (chunk != 0) {
    const end = chunk + load<u32>(chunk, 4);
    for (let record = chunk + CHUNK_HEAD; record < end; ) {
      const bytes = recordBytes(load<u32>(record, 20));
      if (isDeep(load<u64>(record))) memory.copy(newRecord(bytes), record, bytes);
      record += bytes;
    }
    const next: usize = load<u32>(chunk);
    release(chunk, CHUNK_BYTES);
    chunk = next;
  }
}

/**
 * Once, after the last row: puts the rows in order, by hash ascending. Their places are found by size and put right by
 * insertion, which is linear since hashes are uniform.
 */
export function sortSample(): void {
  const count = sampleRows;
  memory.fill(starts, 0, (count + 1) << 2);
  const step = sampleThreshold / max<u32>(count, 2) + 1;
  for (let index: u32 = 0; index < count; index++) {
    const start = starts + (<usize>(load<u64>(hashes + (index << 3)) / step) << 2);
    store<u32>(start, load<u32>(start) + 1);
  }
  for (let index: u32 = 0, before: u32 = 0; index <= count; index++) {
    const own = load<u32>(starts + (index << 2));
    store<u32>(starts + (index << 2), before);
    before += own;
  }
  for (let index: u32 = 0; index < count; index++) {
    const start = starts + (<usize>(load<u64>(hashes + (index << 3)) / step) << 2);
    const place = load<u32>(start);
    store<u32>(start, place + 1);
    store<u32>(order + (place << 2), index);
  }
  for (let place: u32 = 1; place < count; place++) {
    const index = load<u32>(order + (place << 2));
    const hash = load<u64>(hashes + (index << 3));
    let at = order + (place << 2);
    for (; at > order && load<u64>(hashes + (load<u32>(at - 4) << 3)) > hash; at -= 4) {
      store<u32>(at, load<u32>(at - 4));
    }
    store<u32>(at, index);
  }
  hashes = inOrder(hashes);
  for (let at = slots; at < slots + (columns << 2); at += 4) {
    store<u32>(at, <u32>inOrder(load<u32>(at)));
  }
}

/** Where a column is in order; its old place is the spare one. */
function inOrder(from: usize): usize {
  const to = spare;
  gather(from, to);
  spare = from;
  return to;
}
