import { SLOT_MISSING } from "./classify";
import { MOST_OPEN_ROWS } from "./row";
import { allocate, allocateZeroed, release } from "./memory";

/**
 * The sample of whole rows. A row is its hash and a slot for each column; rows lie in segments that are made as they are
 * needed and used again when the sample is thinned.
 */

/** See shared/scan/limits.ts. */
const LONGEST_COUNTED_TEXT: u32 = 1024;
const SEGMENT_BYTES: u32 = 1 << 18;
/** Rows whose hash is below the threshold by this shift keep the texts of their cells. */
const DEEP_SHIFT: u64 = 5;

let capacity: u32 = 0;
let rowBytes: u32 = 0;
/** Rows of a segment, as a power of two. */
let segmentShift: u32 = 0;
/** Pointers to segments, as many as the capacity may need. */
let segments: usize = 0;
let columns: u32 = 0;

export let sampleRows: u32 = 0;
export let sampleLevel: u32 = 0;
export let sampleThreshold: u64 = u64.MAX_VALUE;

/** Once, before the first row. */
export function startSample(columnCount: u32, rows: u32): void {
  columns = columnCount;
  capacity = rows;
  rowBytes = 8 * (columnCount + 1);
  while (rowBytes << (segmentShift + 1) <= SEGMENT_BYTES) segmentShift++;
  // So many more rows than the capacity are held before it is thinned.
  segments = allocateZeroed(4 * (((rows + MOST_OPEN_ROWS) >> segmentShift) + 1));
}

@inline
function rowAt(index: u32): usize {
  const segment: usize = load<u32>(segments + ((index >> segmentShift) << 2));
  return segment + (index & ((1 << segmentShift) - 1)) * rowBytes;
}

/** A new row's slots, all missing. */
export function sampleRow(hash: u64): usize {
  const head = segments + ((sampleRows >> segmentShift) << 2);
  if (load<u32>(head) == 0) store<u32>(head, <u32>allocate(rowBytes << segmentShift));
  const row = rowAt(sampleRows++);
  store<u64>(row, hash);
  for (let at = row + 8; at < row + rowBytes; at += 8) store<u64>(at, SLOT_MISSING);
  return row + 8;
}

@inline
export function isDeep(hash: u64): bool {
  return hash <= sampleThreshold >> DEEP_SHIFT;
}

/** After rows that may be sampled. */
export function thinSample(): void {
  while (sampleRows > capacity) {
    sampleThreshold -= sampleThreshold >> 2;
    sampleLevel++;
    let kept: u32 = 0;
    for (let index: u32 = 0; index < sampleRows; index++) {
      const row = rowAt(index);
      if (load<u64>(row) > sampleThreshold) continue;
      if (kept != index) memory.copy(rowAt(kept), row, rowBytes);
      kept++;
    }
    sampleRows = kept;
    thinTexts();
  }
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
 * Indices of the sampled rows by hash ascending, in a block of its own: places by size, then put right by insertion,
 * which is linear since hashes are uniform.
 */
export function sortSample(): usize {
  const count = sampleRows;
  const pairs = allocate(16 * max<u32>(count, 1));
  const starts = allocateZeroed(4 * (count + 1));
  const step = sampleThreshold / max<u32>(count, 2) + 1;
  for (let index: u32 = 0; index < count; index++) {
    const start = starts + (<usize>(load<u64>(rowAt(index)) / step) << 2);
    store<u32>(start, load<u32>(start) + 1);
  }
  for (let index: u32 = 0, before: u32 = 0; index <= count; index++) {
    const own = load<u32>(starts + (index << 2));
    store<u32>(starts + (index << 2), before);
    before += own;
  }
  for (let index: u32 = 0; index < count; index++) {
    const hash = load<u64>(rowAt(index));
    const start = starts + (<usize>(hash / step) << 2);
    const place = load<u32>(start);
    store<u32>(start, place + 1);
    store<u64>(pairs + (place << 4), hash);
    store<u64>(pairs + (place << 4), index, 8);
  }
  for (let index: u32 = 1; index < count; index++) {
    const hash = load<u64>(pairs + (index << 4));
    const row = load<u64>(pairs + (index << 4), 8);
    let at = pairs + (index << 4);
    for (; at > pairs && load<u64>(at - 16) > hash; at -= 16) {
      store<u64>(at, load<u64>(at - 16));
      store<u64>(at, load<u64>(at - 8), 8);
    }
    store<u64>(at, hash);
    store<u64>(at, row, 8);
  }
  release(starts, 4 * (count + 1));
  return pairs;
}

/** Writes the slots of a column (the hashes for column −1) in the order of `pairs` to `out`. */
export function gatherSample(pairs: usize, column: i32, out: usize): void {
  for (let index: u32 = 0; index < sampleRows; index++) {
    const row = rowAt(load<u32>(pairs + (index << 4), 8));
    store<u64>(out + (index << 3), load<u64>(row + ((column + 1) << 3)));
  }
}
