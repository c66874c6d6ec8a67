import { Column } from "./column";
import { CARRIAGE_RETURN, IN_QUOTES, indexCsv, indexStatus, LINE_FEED, QUOTE, SOUND } from "./csv-index";
import { flaggedRow } from "./imports";
import { allocate, release } from "./memory";
import { addCell, beginRow, endRow, rowIsFlagged } from "./row";

/** Second stage: the cells of a window's complete rows. */

export const GOOD: u32 = 0;
export const RAGGED: u32 = 1;
export const BAD_QUOTE: u32 = 2;
export const TOO_LONG: u32 = 3;

/** See shared/scan/limits.ts. */
const LONGEST_ROW: usize = 16 * 1024 * 1024;

export let status: u32 = GOOD;

let delimiterByte: u32 = 0;
/** Columns by cell of this file. */
let cellColumns: usize = 0;
let cellCount: u32 = 0;
let rowsToSkip: u32 = 0;
/** Line of the byte where the window begins. */
let windowLine: u32 = 1;

let indexed: u32 = 0;
let index: usize = 0;
let indexBytes: u32 = 0;

let scratch: usize = 0;
let scratchBytes: u32 = 0;

/** `columns`: pointers to the columns of a row's `cells`; `skip`: rows before the first one that counts. */
export function beginCsv(delimiter: u32, columns: usize, cells: u32, skip: u32, line: u32): void {
  delimiterByte = delimiter;
  cellColumns = columns;
  cellCount = cells;
  rowsToSkip = skip;
  windowLine = line;
  status = GOOD;
}

export function headerRowsLeft(): u32 {
  return rowsToSkip;
}

/** Bytes of the window's complete rows that begin before `limit`, which `readCsv` will read. */
export function findRows(window: usize, length: u32, limit: u32): u32 {
  const wanted: u32 = 4 * (length + 64 + 8);
  if (indexBytes < wanted) {
    if (indexBytes != 0) release(index, indexBytes);
    index = allocate(wanted);
    indexBytes = wanted;
  }
  indexed = indexCsv(window, length, delimiterByte, index);
  if (indexStatus != SOUND) status = BAD_QUOTE;
  if (limit < length) {
    for (let place: u32 = 0; place < indexed; place++) {
      const offset = load<u32>(index + (place << 2));
      if (offset & IN_QUOTES || offset + 1 < limit) continue;
      if (<u32>load<u8>(window + offset) == delimiterByte) continue;
      indexed = place + 1;
    }
  }
  for (; indexed > 0; indexed--) {
    const offset = load<u32>(index + ((indexed - 1) << 2));
    if ((offset & IN_QUOTES) == 0 && <u32>load<u8>(window + offset) != delimiterByte) return offset + 1;
  }
  return 0;
}

/** Reads what `findRows` found; `position`: bytes of the file before the window. False when `status` says why. */
export function readCsv(window: usize, position: u64): bool {
  const delimiter = delimiterByte;
  const columns = cellColumns;
  const cells = cellCount;
  const end = index + (indexed << 2);
  let line = windowLine;
  let innerLines: u32 = 0;
  let cell: u32 = 0;
  let start = window;
  let rowStart = window;
  for (let entry = index; entry < end; entry += 4) {
    const offset = load<u32>(entry);
    if (offset & IN_QUOTES) {
      innerLines++;
      continue;
    }
    const stop = window + offset;
    const byte = <u32>load<u8>(stop);
    let cellEnd = stop;
    if (byte != delimiter) {
      if (byte == LINE_FEED && cellEnd > start && <u32>load<u8>(cellEnd - 1) == CARRIAGE_RETURN) {
        cellEnd--;
      }
      if (cell == 0 && cellEnd == start) {
        // An empty line.
        line++;
        start = stop + 1;
        rowStart = start;
        continue;
      }
    }
    if (rowsToSkip == 0) {
      if (cell == 0) beginRow(position + (start - window), line);
      if (cell < cells) {
        const column = changetype<Column>(<usize>load<u32>(columns + (cell << 2)));
        if (cellEnd > start && <u32>load<u8>(start) == QUOTE) {
          const text = unquote(start + 1, cellEnd - 1);
          addCell(column, text, unquotedLength);
        } else {
          addCell(column, start, <u32>(cellEnd - start));
        }
      }
    }
    cell++;
    start = stop + 1;
    if (byte == delimiter) continue;
    if (cellEnd - rowStart > LONGEST_ROW) {
      status = TOO_LONG;
      return false;
    }
    const thisRow = rowStart;
    rowStart = start;
    if (rowsToSkip == 0) {
      if (cell != cells) {
        status = RAGGED;
        return false;
      }
      endRow();
      if (rowIsFlagged) flaggedRow(thisRow, <u32>(start - thisRow), line);
    } else {
      rowsToSkip--;
    }
    cell = 0;
    line += innerLines + 1;
    innerLines = 0;
  }
  windowLine = line;
  return status == GOOD;
}

let unquotedLength: u32 = 0;

/** Where the text between quotes stands, of `unquotedLength`: doubled quotes are one. */
function unquote(start: usize, end: usize): usize {
  const length = <u32>(end - start);
  unquotedLength = length;
  let at = start;
  const quotes = i8x16.splat(<i8>QUOTE);
  for (; at < end; at += 16) {
    let found = <u32>i8x16.bitmask(i8x16.eq(v128.load(at), quotes));
    if (end - at < 16) found &= ((<u32>1) << <u32>(end - at)) - 1;
    if (found != 0) break;
  }
  if (at >= end) return start;
  if (scratchBytes < length + 16) {
    if (scratchBytes != 0) release(scratch, scratchBytes);
    scratchBytes = length + 16;
    scratch = allocate(scratchBytes);
  }
  let out = scratch;
  for (at = start; at < end; at++) {
    const byte = <u32>load<u8>(at);
    store<u8>(out++, byte);
    if (byte == QUOTE) at++;
  }
  unquotedLength = <u32>(out - scratch);
  return scratch;
}
