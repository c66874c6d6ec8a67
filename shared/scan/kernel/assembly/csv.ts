import { Column } from "./column";
import { readColumn } from "./csv-cells";
import { CARRIAGE_RETURN, IN_QUOTES, indexCsv, indexStatus, LINE_FEED, SOUND } from "./csv-index";
import { flaggedRow } from "./imports";
import { allocate, release } from "./memory";
import {
  beginRow,
  endRows,
  hasRules,
  isFlagged,
  MOST_OPEN_ROWS,
  openRow,
  rowLine,
} from "./row";
import { startShortNumbers } from "./short-numbers";

/** Second stage: the cells of a window's complete rows. */

export const GOOD: u32 = 0;
export const RAGGED: u32 = 1;
export const BAD_QUOTE: u32 = 2;
export const TOO_LONG: u32 = 3;

/** See shared/scan/limits.ts. */
const LONGEST_ROW: u32 = 16 * 1024 * 1024;

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

/** Bytes of `ends`. */
const MOST_ENDS: u32 = 1 << 17;

/** `columns`: pointers to the columns of a row's `cells`; `skip`: rows before the first one that counts. */
export function beginCsv(delimiter: u32, columns: usize, cells: u32, skip: u32, line: u32): void {
  delimiterByte = delimiter;
  cellColumns = columns;
  if (endsBytes != 0) release(ends, endsBytes);
  endsBytes = 0;
  cellCount = cells;
  rowsToSkip = skip;
  windowLine = line;
  status = GOOD;
  startShortNumbers();
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

/**
 * Where the cells of the rows at hand end, a column after the other, of `mostRows` each; the places before the first
 * cells come first. Cells before a carriage return and line feed end before both.
 */
let ends: usize = 0;
let endsBytes: u32 = 0;
let mostRows: u32 = 0;

/** Reads what `findRows` found; `position`: bytes of the file before the window. False when `status` says why. */
export function readCsv(window: usize, position: u64): bool {
  const delimiter = delimiterByte;
  const cells = cellCount;
  if (endsBytes == 0) startEnds(cells);
  const stride = mostRows << 2;
  const end = index + (indexed << 2);
  let line = windowLine;
  let innerLines: u32 = 0;
  let cell: u32 = 0;
  let rowStart: u32 = 0;
  let start: u32 = 0;
  let open: u32 = 0;
  let row = ends;
  for (let entry = index; entry < end; entry += 4) {
    const offset = load<u32>(entry);
    if (offset & IN_QUOTES) {
      innerLines++;
      continue;
    }
    cell++;
    const byte = <u32>load<u8>(window + offset);
    if (byte == delimiter) {
      if (cell < cells) store<u32>(row + cell * stride, offset);
      start = offset + 1;
      continue;
    }
    let stop = offset;
    if (byte == LINE_FEED && stop > start && <u32>load<u8>(window + stop - 1) == CARRIAGE_RETURN) {
      stop--;
    }
    const thisRow = rowStart;
    const width = cell;
    const empty = width == 1 && stop == start;
    start = offset + 1;
    rowStart = start;
    cell = 0;
    if (empty) {
      line++;
      continue;
    }
    if (stop - thisRow > LONGEST_ROW) {
      status = TOO_LONG;
      return false;
    }
    const thisLine = line;
    line += innerLines + 1;
    innerLines = 0;
    if (rowsToSkip != 0) {
      rowsToSkip--;
      continue;
    }
    if (width != cells) {
      status = RAGGED;
      return false;
    }
    store<u32>(row, thisRow - 1);
    store<u32>(row + cells * stride, stop);
    beginRow(position + thisRow, thisLine);
    row += 4;
    if (++open == mostRows) {
      readCells(window, open);
      open = 0;
      row = ends;
    }
  }
  if (open != 0) readCells(window, open);
  windowLine = line;
  return status == GOOD;
}

function startEnds(cells: u32): void {
  mostRows = max<u32>(1, min<u32>(MOST_OPEN_ROWS, MOST_ENDS / ((cells + 1) << 2)));
  endsBytes = (mostRows * (cells + 1)) << 2;
  ends = allocate(endsBytes);
}

/** Adds the cells of rows that were begun, column by column. */
function readCells(window: usize, count: u32): void {
  let before = ends;
  for (let cell: u32 = 0; cell < cellCount; cell++) {
    const next = before + (mostRows << 2);
    readColumn(changetype<Column>(<usize>load<u32>(cellColumns + (cell << 2))), window, before, next, count);
    before = next;
  }
  if (hasRules) giveFlagged(window, count);
  endRows();
}

function giveFlagged(window: usize, count: u32): void {
  const last = ends + ((cellCount * mostRows) << 2);
  for (let index: u32 = 0; index < count; index++) {
    if (!isFlagged(index)) continue;
    openRow(index);
    const start = load<u32>(ends + (index << 2)) + 1;
    const stop = load<u32>(last + (index << 2));
    flaggedRow(window + start, stop - start, rowLine());
  }
}
