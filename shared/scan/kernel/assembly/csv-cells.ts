import { skipCell, slots } from "./cell-slots";
import { characters, FIRST_UNSAFE, isTextSlot, mayBeWord, textSlot } from "./classify";
import { Column, INTEGER, ODD_TEXT, TEXT } from "./column";
import { countCells } from "./csv-counted-cells";
import { QUOTE } from "./csv-index";
import { contentTerm, hashBytes, hashDouble, mix } from "./hash";
import { isMissing, missingLengths } from "./missing";
import { isPlainText, parseShortNumber, shortKind } from "./number";
import {
  addCell,
  addToContent,
  checkCell,
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
import {
  decimalCount,
  LONGEST_SHORT,
  longestNumber,
  numberBytes,
  otherCount,
  readShortNumbers,
  shortestNumber,
  zeroCount,
} from "./short-numbers";
import { addToSums, reserveSums } from "./sums";
import { unquote, unquotedLength } from "./unquote";
import { addMixedToRegisters } from "./values";

/** Rows whose cells are short numbers, with their kinds, and texts. */
const numberRows: usize = memory.data(4 * 256, 16);
const kinds: usize = memory.data(256, 16);
/** Rows whose cells begin as no short number does, and those that are none for all that; a last one is too many. */
const restRows: usize = memory.data(4 * 257, 16);
const failedRows: usize = memory.data(4 * 257, 16);
const textRows: usize = memory.data(4 * 256, 16);
/** Of the former or the latter, one after the other. */
const hashes: usize = memory.data(8 * 256, 16);

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

/** Of the rows at hand: those whose cells are short numbers, and texts. */
let numberCount: u32 = 0;
let textCount: u32 = 0;

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
  const rest = sortCells(column, window, before, ends, first, count);
  numberCount = readShortNumbers(window, before, ends, slots, numberRows, kinds, numberCount, failedRows);
  if (numberCount != 0) addShortNumbers(column);
  if (column.predicate != 0) checkNumbers(column, window, before, ends);
  if ((rest | otherCount) != 0) tallyRest(column, window, before, ends, rest, otherCount);
  const salt = column.salt;
  for (let index: u32 = 0; index < textCount; index++) {
    const hash = load<u64>(hashes + (index << 3));
    addToContent(load<u32>(textRows + (index << 2)), contentTerm(hash, salt));
    store<u64>(hashes + (index << 3), mix(hash));
  }
  fillRegisters(column.registers, textCount);
  tallyNumbers(column);
}

/**
 * Skips missing cells, puts rows whose cells may be short numbers in `numberRows` (`numberCount`), tallies what is sure to
 * be text (`textCount`), and puts all others in `restRows`, of which it returns the count.
 */
function sortCells(
  column: Column,
  window: usize,
  before: usize,
  ends: usize,
  first: u32,
  count: u32,
): u32 {
  const missing = missingLengths;
  // Odd cells are kept, and who watches a column is told its cells, in the rows' order.
  const inOrder = column.watched != 0;
  const textsInOrder = inOrder || (column.wantedOdd & ODD_TEXT) != 0;
  const lastOfNumber: u32 = inOrder ? 0 : 0x39;
  let numbers: u32 = 0;
  let rest: u32 = 0;
  let texts: u32 = 0;
  let shortest = column.lengthMin;
  let longest = column.lengthMax;
  let total: u64 = 0;
  for (let row = first; row < count; row++) {
    let text = window + load<u32>(before + (row << 2)) + 1;
    let length = <u32>(window + load<u32>(ends + (row << 2)) - text);
    let last = lastOfNumber;
    if (length != 0 && <u32>load<u8>(text) == QUOTE) {
      text = unquote(text, length);
      length = unquotedLength;
      last = 0;
    }
    if (length == 0 || (((missing >> <u64>min<u32>(length, 63)) & 1) != 0 && isMissing(text, length))) {
      skipCell(column, row);
      continue;
    }
    const byte = <u32>load<u8>(text);
    if (byte <= last && length <= LONGEST_SHORT) {
      store<u32>(numberRows + (numbers++ << 2), row);
      continue;
    }
    if (textsInOrder || (byte <= 0x39 ? !isPlainText(text, length) : mayBeWord(byte))) {
      store<u32>(restRows + (rest++ << 2), row);
      continue;
    }
    const hash = hashBytes(text, length);
    store<u64>(slots + (row << 3), textSlot(hash));
    store<u64>(hashes + (texts << 3), hash);
    store<u32>(textRows + (texts << 2), row);
    texts++;
    const size = characters(text, length);
    if (size < shortest) shortest = size;
    if (size > longest) longest = size;
    total += size;
    if (hasRules) {
      openRow(row);
      checkCell(column, TEXT, 0, text, length);
    }
  }
  numberCount = numbers;
  textCount = texts;
  column.kind6 += texts;
  column.lengthTotal += total;
  column.lengthMin = shortest;
  column.lengthMax = longest;
  return rest;
}

/** Adds to the column what `readShortNumbers` found beside the numbers. */
@inline
function addShortNumbers(column: Column): void {
  column.kind1 += numberCount - decimalCount;
  column.kind2 += decimalCount;
  column.zeros += zeroCount;
  column.lengthTotal += numberBytes;
  column.lengthMin = min<u32>(column.lengthMin, shortestNumber);
  column.lengthMax = max<u32>(column.lengthMax, longestNumber);
}

function checkNumbers(column: Column, window: usize, before: usize, ends: usize): void {
  for (let index: u32 = 0; index < numberCount; index++) {
    const row = load<u32>(numberRows + (index << 2));
    const text = window + load<u32>(before + (row << 2)) + 1;
    const length = <u32>(window + load<u32>(ends + (row << 2)) - text);
    openRow(row);
    checkCell(column, load<u8>(kinds + index), load<f64>(slots + (row << 3)), text, length);
  }
}

/** Adds the numbers whose slots stand in `numberRows`. */
function tallyNumbers(column: Column): void {
  const salt = column.salt;
  const numbers = numberCount;
  for (let index: u32 = 0; index < numbers; index++) {
    const row = load<u32>(numberRows + (index << 2));
    const hash = hashDouble(load<u64>(slots + (row << 3)));
    addToContent(row, contentTerm(hash, salt));
    store<u64>(hashes + (index << 3), mix(hash));
  }
  fillRegisters(column.registers, numbers);
  reserveSums(column, numbers);
  let least = f64x2.splat(column.min);
  let largest = f64x2.splat(column.max);
  for (let index: u32 = 0; index < numbers; index++) {
    const row = load<u32>(numberRows + (index << 2));
    const bits = load<u64>(slots + (row << 3));
    const value = v128.load64_splat(slots + (row << 3));
    least = f64x2.pmin(least, value);
    largest = f64x2.pmax(largest, value);
    addToSums(column, bits);
  }
  column.min = f64x2.extract_lane(least, 0);
  column.max = f64x2.extract_lane(largest, 0);
}

/**
 * Tallies the cells of `restRows` and `failedRows`, in the rows' order, since the first odd cells are kept. Texts are hashed
 * (`textCount`), short numbers in quotes are added to `numberRows`.
 */
function tallyRest(
  column: Column,
  window: usize,
  before: usize,
  ends: usize,
  rest: u32,
  failed: u32,
): void {
  const salt = column.salt;
  let texts = textCount;
  let shortest = column.lengthMin;
  let longest = column.lengthMax;
  let total: u64 = 0;
  let ofRest: u32 = 0;
  let ofFailed: u32 = 0;
  store<u32>(restRows + (rest << 2), u32.MAX_VALUE);
  store<u32>(failedRows + (failed << 2), u32.MAX_VALUE);
  while (ofRest + ofFailed < rest + failed) {
    const nextRest = load<u32>(restRows + (ofRest << 2));
    const nextFailed = load<u32>(failedRows + (ofFailed << 2));
    const hasFailed = nextFailed < nextRest;
    const row = hasFailed ? nextFailed : nextRest;
    ofRest += u32(!hasFailed);
    ofFailed += u32(hasFailed);
    let text = window + load<u32>(before + (row << 2)) + 1;
    let length = <u32>(window + load<u32>(ends + (row << 2)) - text);
    if (<u32>load<u8>(text) == QUOTE) {
      text = unquote(text, length);
      length = unquotedLength;
    }
    const first = <u32>load<u8>(text);
    let isText = false;
    if (first <= 0x39) {
      if (!hasFailed) {
        const parsed = parseShortNumber(text, length);
        // NaN is not below.
        if (abs<f64>(parsed) < FIRST_UNSAFE) {
          tallyQuoted(column, row, parsed == 0 ? 0 : parsed, text, length);
          if (length < shortest) shortest = length;
          if (length > longest) longest = length;
          total += length;
          continue;
        }
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
  column.kind6 += texts - textCount;
  textCount = texts;
  column.lengthTotal += total;
  // Other cells were tallied meanwhile.
  column.lengthMin = min<u32>(column.lengthMin, shortest);
  column.lengthMax = max<u32>(column.lengthMax, longest);
}

/** A short number that `sortCells` did not take for one. */
function tallyQuoted(column: Column, row: u32, value: f64, text: usize, length: u32): void {
  store<f64>(slots + (row << 3), value);
  store<u32>(numberRows + (numberCount++ << 2), row);
  if (shortKind == INTEGER) column.kind1++;
  else column.kind2++;
  if (value == 0) column.zeros++;
  if (hasRules) {
    openRow(row);
    checkCell(column, shortKind, value, text, length);
  }
}

/** Adds so many of the mixed hashes at hand. */
@inline
function fillRegisters(registers: usize, count: u32): void {
  for (let index: u32 = 0; index < count; index++) {
    addMixedToRegisters(registers, load<u64>(hashes + (index << 3)));
  }
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
