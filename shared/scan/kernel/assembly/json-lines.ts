import { Column } from "./column";
import { findOrAddKey, isKey, Key, learn, LONGEST_NAME, MOST_KEYS, keys, rowStart } from "./json-keys";
import { clearScratch, makeScratch, numberLength, readString, stringLength, stringText } from "./json-text";
import { allocate } from "./memory";
import { flaggedRow } from "./imports";
import { missingFails } from "./predicates";
import { addCell, addString, beginRow, endRows, isFlagged } from "./row";

/**
 * JSON Lines whose rows are flat objects, as shared/data/json-lines.ts reads them. Whatever else a line holds (a fault, a
 * list, an object, half of a surrogate pair) ends the reading before that line: JavaScript knows what to say or do.
 */

export const GOOD: u32 = 0;
/** Keys came that have no column yet: they are listed, and nothing was counted from the first row on that has one. */
export const NEW_KEYS: u32 = 1;
export const NOT_READ: u32 = 2;

/** See shared/scan/limits.ts. */
const LONGEST_ROW: usize = 16 * 1024 * 1024;

const LINE_FEED: u32 = 0x0a;
const QUOTE: u32 = 0x22;
const TRUE: u32 = 0x65757274;
const NULL: u32 = 0x6c6c756e;
const ALSE: u32 = 0x65736c61;

export let jsonStatus: u32 = GOOD;
/** Line of the byte where the next window begins. */
export let jsonLine: u32 = 1;

/** Number of the row that is being read: to find keys that stand in it twice. */
let rowNumber: u32 = 0;
let hasNewKeys: bool = false;

/** The cells of a row: column, text, length, whether it is a string. */
const CELL_SHIFT: u32 = 4;
let cells: usize = 0;
let cellsEnd: usize = 0;

/** Columns that no row may lack. */
let neededColumns: u32 = 0;

/** `needed`: how many columns have a predicate that a missing cell fails. */
export function beginJson(line: u32, needed: u32): void {
  jsonLine = line;
  neededColumns = needed;
}

/**
 * Reads rows that end with a line feed each; `position`: bytes of the file before them. Bytes that were read; fewer than
 * `length` when `jsonStatus` says why. 64 bytes of any content may be read behind them.
 */
export function readJson(window: usize, length: u32, position: u64): u32 {
  jsonStatus = GOOD;
  hasNewKeys = false;
  makeScratch(length);
  if (cells == 0) cells = allocate(MOST_KEYS << CELL_SHIFT);
  const end = window + length;
  let at = window;
  let line = jsonLine;
  let stop: usize = 0;
  while (at < end) {
    const start = at;
    at = readRow(start);
    if (at == 0 || at - start > LONGEST_ROW) {
      jsonStatus = NOT_READ;
      if (stop == 0) stop = start;
      break;
    }
    if (hasNewKeys) {
      if (stop == 0) stop = start;
      continue;
    }
    if (cellsEnd != 0) {
      beginRow(position + <u64>(start - window), line);
      let lacks = neededColumns;
      for (let cell = cells; cell < cellsEnd; cell += 1 << CELL_SHIFT) {
        const column = changetype<Column>(<usize>load<u32>(cell));
        const text: usize = load<u32>(cell, 4);
        if (load<u32>(cell, 12) != 0) addString(column, text, load<u32>(cell, 8));
        else addCell(column, text, load<u32>(cell, 8));
        if (lacks != 0 && missingFails(column)) lacks--;
      }
      const flagged = isFlagged(0);
      endRows();
      if (flagged || lacks != 0) flaggedRow(start, <u32>(at - start), line);
    }
    line++;
  }
  jsonLine = line;
  if (hasNewKeys && jsonStatus == GOOD) jsonStatus = NEW_KEYS;
  return <u32>((stop == 0 ? end : stop) - window);
}

@inline
function isSpace(byte: u32): bool {
  return byte == 0x20 || byte == 0x09 || byte == 0x0d;
}

@inline
function skipSpaces(at: usize): usize {
  while (isSpace(<u32>load<u8>(at))) at++;
  return at;
}

/** Where the next row begins; 0 when this one can't be read. `cellsEnd` is 0 after a line of white space. */
function readRow(at: usize): usize {
  cellsEnd = 0;
  at = skipSpaces(at);
  if (<u32>load<u8>(at) == LINE_FEED) return at + 1;
  if (<u32>load<u8>(at) != 0x7b) return 0;
  rowNumber++;
  clearScratch();
  let cell = cells;
  let last = rowStart();
  const first = skipSpaces(at + 1);
  if (<u32>load<u8>(first) == 0x7d) {
    at = first;
  } else {
    let byte: u32;
    do {
      // At a brace or a comma.
      at++;
      let key = changetype<Key>(<usize>last.next);
      if (changetype<usize>(key) != 0 && isKey(key, at)) {
        at += key.prefixLength;
      } else {
        key = changetype<Key>(<usize>last.other);
        if (changetype<usize>(key) != 0 && isKey(key, at)) {
          last.other = last.next;
          last.next = <u32>changetype<usize>(key);
          at += key.prefixLength;
        } else {
          at = readKey(at, last);
          if (at == 0) return 0;
          key = changetype<Key>(<usize>last.next);
        }
      }
      if (key.row == rowNumber) return 0;
      key.row = rowNumber;
      last = key;
      byte = <u32>load<u8>(at);
      if (isSpace(byte)) {
        at = skipSpaces(at);
        byte = <u32>load<u8>(at);
      }
      store<u32>(cell, key.column);
      if (byte == QUOTE) {
        at = readString(at + 1);
        if (at == 0) return 0;
        at++;
        store<u32>(cell, <u32>stringText, 4);
        store<u32>(cell, stringLength, 8);
        store<u32>(cell, 1, 12);
        cell += 1 << CELL_SHIFT;
      } else {
        let length: u32;
        if (byte <= 0x39) length = numberLength(at);
        else if (byte == 0x66) length = load<u32>(at, 1) == ALSE ? 5 : 0;
        else length = load<u32>(at) == TRUE ? 4 : 0;
        if (length != 0) {
          store<u32>(cell, <u32>at, 4);
          store<u32>(cell, length, 8);
          store<u32>(cell, 0, 12);
          cell += 1 << CELL_SHIFT;
          at += length;
        } else if (load<u32>(at) == NULL) {
          at += 4;
        } else {
          return 0;
        }
      }
      byte = <u32>load<u8>(at);
      if (isSpace(byte)) {
        at = skipSpaces(at);
        byte = <u32>load<u8>(at);
      }
    } while (byte == 0x2c);
    if (byte != 0x7d) return 0;
  }
  at = skipSpaces(at + 1);
  if (<u32>load<u8>(at) != LINE_FEED) return 0;
  cellsEnd = cell;
  return at + 1;
}

/** Reads a key that was not foreseen, and makes it the next one of `last`. Where its value begins; 0 when it can't be read. */
function readKey(start: usize, last: Key): usize {
  let at = skipSpaces(start);
  if (<u32>load<u8>(at) != QUOTE) return 0;
  at = readString(at + 1);
  // JavaScript refuses a key without a name.
  if (at == 0 || stringLength == 0 || stringLength > LONGEST_NAME) return 0;
  const known = keys;
  const key = findOrAddKey(stringText, stringLength);
  if (key == null) return 0;
  if (keys != known) hasNewKeys = true;
  at = skipSpaces(at + 1);
  if (<u32>load<u8>(at) != 0x3a) return 0;
  at = skipSpaces(at + 1);
  learn(key, last, start, <u32>(at - start));
  return at;
}
