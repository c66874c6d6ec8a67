import { characters, FIRST_UNSAFE, isTextSlot, mayBeWord, SLOT_MISSING, textSlot } from "./classify";
import { Column, INTEGER, ODD_TEXT, TEXT } from "./column";
import { QUOTE } from "./csv-index";
import { contentTerm, hashBytes, hashDouble, mix } from "./hash";
import { isMissing, missingLengths } from "./missing";
import { isPlainText, parseShortNumber, shortKind } from "./number";
import {
  addCell,
  addMissingCell,
  addToContent,
  checkCell,
  checkCounted,
  checkUtf8,
  hasRules,
  keepOdd,
  keepsTexts,
  openRow,
  openSampledRow,
  putSlot,
  putText,
  sampledCount,
  tallyHash,
  tallyOther,
  tallySlot,
} from "./row";
import { addToSums, reserveSums } from "./sums";
import { unquote, unquotedLength } from "./unquote";
import { addMixedToRegisters, countTagged, countValue, ODD_SHIFT, plainTag } from "./values";

/** By row, the slot of its cell in the column at hand. */
const slots: usize = memory.data(8 * 512, 16);
const tags: usize = memory.data(4 * 512, 16);
/** Rows whose cells are short numbers, and texts. */
const numberRows: usize = memory.data(4 * 512, 16);
const textRows: usize = memory.data(4 * 512, 16);
/** Of the former or the latter, one after the other. */
const hashes: usize = memory.data(8 * 512, 16);

/**
 * Adds the cells of a column in all rows at hand. `before` and `ends`: for each row, where the cell before it ends and
 * where it does, from `window` on.
 */
export function readColumn(
  column: Column,
  window: usize,
  before: usize,
  ends: usize,
  count: u32,
): void {
  if (checkUtf8) {
    addEach(column, window, before, ends, count);
    return;
  }
  const counted = column.table != 0 ? countCells(column, window, before, ends, count) : 0;
  if (counted < count) tallyCells(column, window, before, ends, counted, count);
  if (sampledCount != 0) sampleCells(column, window, before, ends);
}

function addEach(column: Column, window: usize, before: usize, ends: usize, count: u32): void {
  for (let row: u32 = 0; row < count; row++) {
    openRow(row);
    let text = window + load<u32>(before + (row << 2)) + 1;
    let length = <u32>(window + load<u32>(ends + (row << 2)) - text);
    if (length != 0 && <u32>load<u8>(text) == QUOTE) {
      text = unquote(text, length);
      length = unquotedLength;
    }
    addCell(column, text, length);
  }
}

/**
 * Counts cells one by one; the row at which the column's values become too many for it. Texts are hashed before the first
 * is looked up, so that the processor waits for many places of a large table at a time.
 */
function countCells(column: Column, window: usize, before: usize, ends: usize, count: u32): u32 {
  const missing = missingLengths;
  for (let row: u32 = 0; row < count; row++) {
    const text = window + load<u32>(before + (row << 2)) + 1;
    const length = <u32>(window + load<u32>(ends + (row << 2)) - text);
    store<u32>(tags + (row << 2), plainTag(text, length));
  }
  const salt = column.salt;
  for (let row: u32 = 0; row < count; row++) {
    let text = window + load<u32>(before + (row << 2)) + 1;
    let length = <u32>(window + load<u32>(ends + (row << 2)) - text);
    let tag = load<u32>(tags + (row << 2));
    if (length != 0 && <u32>load<u8>(text) == QUOTE) {
      text = unquote(text, length);
      length = unquotedLength;
      tag = plainTag(text, length);
    }
    if (length == 0 || (((missing >> <u64>min<u32>(length, 63)) & 1) != 0 && isMissing(text, length))) {
      skipCell(column, row);
      continue;
    }
    const entry =
      column.keyed != 0
        ? countValue(column, text, length, 0)
        : countTagged(column, tag, text, length, 0);
    if (!entry) return row;
    addToContent(row, contentTerm(entry.cellHash, salt));
    store<u64>(slots + (row << 3), entry.slot);
    const odd = <u32>entry.flags >> ODD_SHIFT;
    if (odd & column.wantedOdd) {
      openRow(row);
      keepOdd(column, odd, text, length);
    }
    if (hasRules) {
      openRow(row);
      checkCounted(column, entry, text, length);
    }
  }
  return count;
}

/**
 * Adds cells whose values are no longer counted one by one, of rows from `first` on. One thing is done for all of them
 * before the next: the processor then works at many cells at a time, where one cell's parse, hash and register depend
 * on each other.
 */
function tallyCells(
  column: Column,
  window: usize,
  before: usize,
  ends: usize,
  first: u32,
  count: u32,
): void {
  const missing = missingLengths;
  const salt = column.salt;
  let numbers: u32 = 0;
  let decimals: u32 = 0;
  let texts: u32 = 0;
  let zeros: u64 = 0;
  let least = column.min;
  let largest = column.max;
  let shortest = column.lengthMin;
  let longest = column.lengthMax;
  let total: u64 = 0;
  for (let row = first; row < count; row++) {
    let text = window + load<u32>(before + (row << 2)) + 1;
    let length = <u32>(window + load<u32>(ends + (row << 2)) - text);
    if (length != 0 && <u32>load<u8>(text) == QUOTE) {
      text = unquote(text, length);
      length = unquotedLength;
    }
    if (length == 0 || (((missing >> <u64>min<u32>(length, 63)) & 1) != 0 && isMissing(text, length))) {
      skipCell(column, row);
      continue;
    }
    const first = <u32>load<u8>(text);
    let isText = false;
    if (first <= 0x39) {
      const parsed = parseShortNumber(text, length);
      // NaN is not below.
      if (abs<f64>(parsed) < FIRST_UNSAFE) {
        const value = parsed == 0 ? 0 : parsed;
        store<u64>(slots + (row << 3), reinterpret<u64>(value));
        store<u32>(numberRows + (numbers << 2), row);
        numbers++;
        if (shortKind != INTEGER) decimals++;
        if (value == 0) zeros++;
        if (value < least) least = value;
        if (value > largest) largest = value;
        if (length < shortest) shortest = length;
        if (length > longest) longest = length;
        total += length;
        if (hasRules) {
          openRow(row);
          checkCell(column, shortKind, value, text, length);
        }
        continue;
      }
      isText = isPlainText(text, length);
    } else {
      isText = !mayBeWord(first);
    }
    if (isText) {
      const hash = hashBytes(text, length);
      store<u64>(slots + (row << 3), textSlot(hash));
      store<u64>(hashes + (texts << 3), hash);
      store<u32>(textRows + (texts << 2), row);
      texts++;
      const size = characters(text, length);
      if (size < shortest) shortest = size;
      if (size > longest) longest = size;
      total += size;
      if (column.wantedOdd & ODD_TEXT) {
        openRow(row);
        keepOdd(column, ODD_TEXT, text, length);
      }
      if (hasRules) {
        openRow(row);
        checkCell(column, TEXT, 0, text, length);
      }
      continue;
    }
    openRow(row);
    tallyOther(column, text, length, 0);
    addToContent(row, contentTerm(tallyHash, salt));
    store<u64>(slots + (row << 3), tallySlot);
  }
  for (let index: u32 = 0; index < texts; index++) {
    const hash = load<u64>(hashes + (index << 3));
    addToContent(load<u32>(textRows + (index << 2)), contentTerm(hash, salt));
    store<u64>(hashes + (index << 3), mix(hash));
  }
  fillRegisters(column.registers, texts);
  for (let index: u32 = 0; index < numbers; index++) {
    const row = load<u32>(numberRows + (index << 2));
    const hash = hashDouble(load<u64>(slots + (row << 3)));
    addToContent(row, contentTerm(hash, salt));
    store<u64>(hashes + (index << 3), mix(hash));
  }
  fillRegisters(column.registers, numbers);
  reserveSums(column, numbers);
  for (let index: u32 = 0; index < numbers; index++) {
    const row = load<u32>(numberRows + (index << 2));
    addToSums(column, load<u64>(slots + (row << 3)));
  }
  column.kind1 += numbers - decimals;
  column.kind2 += decimals;
  column.kind6 += texts;
  column.zeros += zeros;
  column.lengthTotal += total;
  // Other cells were tallied meanwhile.
  column.min = min<f64>(column.min, least);
  column.max = max<f64>(column.max, largest);
  column.lengthMin = min<u32>(column.lengthMin, shortest);
  column.lengthMax = max<u32>(column.lengthMax, longest);
}

/** Adds so many of the mixed hashes at hand. */
@inline
function fillRegisters(registers: usize, count: u32): void {
  for (let index: u32 = 0; index < count; index++) {
    addMixedToRegisters(registers, load<u64>(hashes + (index << 3)));
  }
}

function skipCell(column: Column, row: u32): void {
  store<u64>(slots + (row << 3), SLOT_MISSING);
  if (!hasRules) return;
  openRow(row);
  addMissingCell(column);
}

/** Puts the slots of sampled rows in the sample. */
function sampleCells(column: Column, window: usize, before: usize, ends: usize): void {
  for (let index: u32 = 0; index < sampledCount; index++) {
    const row = openSampledRow(index);
    const slot = load<u64>(slots + (row << 3));
    putSlot(column, slot);
    if (!isTextSlot(slot) || !keepsTexts()) continue;
    let text = window + load<u32>(before + (row << 2)) + 1;
    let length = <u32>(window + load<u32>(ends + (row << 2)) - text);
    if (<u32>load<u8>(text) == QUOTE) {
      text = unquote(text, length);
      length = unquotedLength;
    }
    putText(column, slot, text, length);
  }
}
