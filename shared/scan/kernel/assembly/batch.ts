import { cellHash, characters, classify, FIRST_UNSAFE, oddSorts } from "./classify";
import { Column, COLUMN_BYTES, INTEGER, ODD_TEXT, TEXT, THOUSANDS_COMMA } from "./column";
import { contentTerm, hashBytes, hashDouble, mix, saltOfFile } from "./hash";
import { isMissing, missingLengths } from "./missing";
import { addToSums, addToSumsTimes, flushSums, reserveSums } from "./sums";
import { addLength } from "./tally";
import { allocateZeroed, release } from "./memory";
import { addToRegisters, countValue, ODD_SHIFT, placeOf, startTable, STRING, tallyTable } from "./values";

/**
 * Columns of a batch of rows of a file with types: all of a column's values at once. Where a batch has a value is told by
 * a byte for each row, which is cleared here for values that mean a missing cell. What a cell adds to the content of its
 * row goes to `sums`, one of 8 bytes for each row. Numbers and texts of one column are columns of their own here, which
 * JavaScript merges.
 */

const FIRST_BITS: u32 = 6;
const REGISTERS: u32 = 1 << 14;

let mostNumbers: u32 = 0;
/** Doubles that mean a missing cell. */
let missingNumbers: usize = 0;
let missingCount: u32 = 0;

/** Numbers of which a column may have so many before it gives up to count each. */
export function setMissingNumbers(numbers: usize, count: u32, most: u32): void {
  missingNumbers = numbers;
  missingCount = count;
  mostNumbers = most;
}

function newColumn(salt: u64): Column {
  const column = changetype<Column>(allocateZeroed(COLUMN_BYTES));
  column.salt = salt;
  column.min = Infinity;
  column.max = -Infinity;
  column.lengthMin = u32.MAX_VALUE;
  return column;
}

export function newTexts(salt: u64): usize {
  const column = newColumn(salt);
  startTable(column);
  return changetype<usize>(column);
}

/** Its table has entries of a double, by which it is placed, and a count; none where the count is 0. */
const ENTRY_SHIFT: u32 = 4;

export function newNumbers(salt: u64): usize {
  const column = newColumn(salt);
  column.tableBits = FIRST_BITS;
  column.table = <u32>allocateZeroed(1 << (FIRST_BITS + ENTRY_SHIFT));
  return changetype<usize>(column);
}

/** Once, after the last value: the statistics of values that are still counted. */
export function tallyTexts(column: usize): void {
  if (changetype<Column>(column).table != 0) tallyTable(changetype<Column>(column), 0);
}

/** As `tallyTexts`, of numbers. */
export function tallyNumbers(column: usize): void {
  const own = changetype<Column>(column);
  if (own.table != 0) tallyNumberTable(own, 0);
  flushSums(own);
}

function tallyNumberTable(column: Column, registers: usize): void {
  const table: usize = column.table;
  const end = table + (<u32>1 << (column.tableBits + ENTRY_SHIFT));
  for (let at = table; at < end; at += 1 << ENTRY_SHIFT) {
    const count = load<u64>(at, 8);
    if (count == 0) continue;
    const bits = load<u64>(at);
    const value = reinterpret<f64>(bits);
    if (registers != 0) addToRegisters(registers, hashDouble(bits));
    addToSumsTimes(column, bits, count);
    if (value == 0) column.zeros += count;
    if (value < column.min) column.min = value;
    if (value > column.max) column.max = value;
  }
}

function giveUpNumbers(column: Column): void {
  const registers = allocateZeroed(REGISTERS);
  tallyNumberTable(column, registers);
  column.registers = <u32>registers;
  release(column.table, 1 << (column.tableBits + ENTRY_SHIFT));
  column.table = 0;
}

/** The entry of a double; one without a count, in its place, where there is none yet. */
@inline
function findNumber(table: usize, tableBits: u32, bits: u64, hash: u64): usize {
  const mask = ((<u32>1 << tableBits) - 1) << ENTRY_SHIFT;
  let at = (placeOf(hash) >> (32 - tableBits)) << ENTRY_SHIFT;
  while (load<u64>(table + at, 8) != 0 && load<u64>(table + at) != bits) {
    at = (at + (1 << ENTRY_SHIFT)) & mask;
  }
  return table + at;
}

function growNumbers(column: Column): void {
  const old: usize = column.table;
  const bytes = <u32>1 << (column.tableBits + ENTRY_SHIFT);
  column.tableBits++;
  column.table = <u32>allocateZeroed(bytes * 2);
  for (let from = old; from < old + bytes; from += 1 << ENTRY_SHIFT) {
    if (load<u64>(from, 8) == 0) continue;
    const bits = load<u64>(from);
    const to = findNumber(column.table, column.tableBits, bits, hashDouble(bits));
    store<u64>(to, bits);
    store<u64>(to, load<u64>(from, 8), 8);
  }
  release(old, bytes);
}

/** A double that is not counted yet, or not any more. */
function meetNumber(column: Column, entry: usize, bits: u64): void {
  if (column.numberTexts == mostNumbers) {
    giveUpNumbers(column);
    addBulk(column, bits, hashDouble(bits));
    return;
  }
  store<u64>(entry, bits);
  store<u64>(entry, 1, 8);
  column.numberTexts++;
  if (column.numberTexts * 2 > <u32>1 << column.tableBits) growNumbers(column);
}

/** A number whose column counts none of them any more. */
@inline
function addBulk(column: Column, bits: u64, hash: u64): void {
  const value = reinterpret<f64>(bits);
  addToRegisters(column.registers, hash);
  reserveSums(column, 1);
  addToSums(column, bits);
  if (value == 0) column.zeros++;
  if (value < column.min) column.min = value;
  if (value > column.max) column.max = value;
}

function isMissingNumber(bits: u64): bool {
  for (let index: u32 = 0; index < missingCount; index++) {
    if (load<u64>(missingNumbers + (index << 3)) == bits) return true;
  }
  return false;
}

/** Rows that the last call left to JavaScript: numbers that are not finite or beyond 2⁵³, texts with a decimal comma. */
export let oddRows: u32 = 0;

/** `kind`: `INTEGER` or `NUMBER`. Indices of the rows that JavaScript has to add go to `odd`. */
export function addNumbers(
  pointer: usize,
  kind: u32,
  values: usize,
  valid: usize,
  count: u32,
  sums: usize,
  odd: usize,
): void {
  const column = changetype<Column>(pointer);
  const salt = column.salt;
  let added: u64 = 0;
  oddRows = 0;
  for (let row: u32 = 0; row < count; row++) {
    if (load<u8>(valid + row) == 0) continue;
    const given = load<f64>(values + (row << 3));
    if (!(abs<f64>(given) < FIRST_UNSAFE)) {
      store<u32>(odd + (oddRows++ << 2), row);
      continue;
    }
    const bits = reinterpret<u64>(given == 0 ? 0 : given);
    if (missingCount != 0 && isMissingNumber(bits)) {
      store<u8>(valid + row, 0);
      continue;
    }
    const hash = hashDouble(bits);
    const sum = sums + (row << 3);
    store<u64>(sum, load<u64>(sum) + contentTerm(hash, salt));
    added++;
    if (column.table != 0) {
      const entry = findNumber(column.table, column.tableBits, bits, hash);
      const known = load<u64>(entry, 8);
      if (known != 0) store<u64>(entry, known + 1, 8);
      else meetNumber(column, entry, bits);
    } else addBulk(column, bits, hash);
  }
  if (kind == INTEGER) column.kind1 += added;
  else column.kind2 += added;
}

/**
 * Texts by where each begins and ends. Their hashes go to `hashes`, 8 bytes for each row. Rows with a decimal comma go to
 * `odd` when `wantsCommas`.
 */
export function addTexts(
  pointer: usize,
  starts: usize,
  ends: usize,
  bytes: usize,
  valid: usize,
  count: u32,
  sums: usize,
  hashes: usize,
  odd: usize,
  wantsCommas: u32,
): void {
  const column = changetype<Column>(pointer);
  const salt = column.salt;
  oddRows = 0;
  for (let row: u32 = 0; row < count; row++) {
    if (load<u8>(valid + row) == 0) continue;
    const start = load<u32>(starts + (row << 2));
    const length = load<u32>(ends + (row << 2)) - start;
    const text = bytes + start;
    const mayBeMissing = ((missingLengths >> <u64>min<u32>(length, 63)) & 1) != 0;
    if (length == 0 || (mayBeMissing && isMissing(text, length))) {
      store<u8>(valid + row, 0);
      continue;
    }
    const hash = addText(column, text, length);
    if (wantsCommas != 0 && textOdd != ODD_TEXT) store<u32>(odd + (oddRows++ << 2), row);
    store<u64>(hashes + (row << 3), hash);
    const sum = sums + (row << 3);
    store<u64>(sum, load<u64>(sum) + contentTerm(hash, salt));
  }
}

/** `ODD_` bits of the text that was added last. */
let textOdd: u32 = 0;

@inline
function addText(column: Column, text: usize, length: u32): u64 {
  if (column.table != 0) {
    const entry = countValue(column, text, length, STRING);
    if (entry) {
      textOdd = <u32>entry.flags >> ODD_SHIFT;
      return entry.cellHash;
    }
  }
  const kind = classify(text, length);
  addToRegisters(column.registers, cellHash);
  const hash = kind == TEXT ? cellHash : hashBytes(text, length);
  column.kind6++;
  addLength(column, characters(text, length), 1);
  textOdd = oddSorts(TEXT, text, length);
  if (textOdd != ODD_TEXT) {
    column.decimalCommas++;
    if (textOdd & THOUSANDS_COMMA) column.thousandsCommas++;
  }
  return hash;
}

/**
 * How often each code stands among the rows, added to `counts` (4 bytes for each); codes whose count was 0 go to `met`.
 * How many those are.
 */
export function countCodes(codes: usize, valid: usize, count: u32, counts: usize, met: usize): u32 {
  let found: u32 = 0;
  for (let row: u32 = 0; row < count; row++) {
    if (load<u8>(valid + row) == 0) continue;
    const code = load<u32>(codes + (row << 2));
    const at = counts + (code << 2);
    const before = load<u32>(at);
    if (before == 0) store<u32>(met + (found++ << 2), code);
    store<u32>(at, before + 1);
  }
  return found;
}

/** Adds to the content of each row what `terms` has for its code. */
export function addTerms(codes: usize, valid: usize, count: u32, terms: usize, sums: usize): void {
  for (let row: u32 = 0; row < count; row++) {
    if (load<u8>(valid + row) == 0) continue;
    const at = sums + (row << 3);
    store<u64>(at, load<u64>(at) + load<u64>(terms + (load<u32>(codes + (row << 2)) << 3)));
  }
}

/** Rows whose places are in the sample: their indices, and their hashes. How many. */
export function selectPlaces(
  file: u32,
  position: u64,
  count: u32,
  threshold: u64,
  indices: usize,
  hashes: usize,
): u32 {
  const salt = saltOfFile(file);
  let found: u32 = 0;
  for (let row: u32 = 0; row < count; row++) {
    const hash = mix(salt ^ (position + row));
    store<u32>(indices + (found << 2), row);
    store<u64>(hashes + (found << 3), hash);
    found += u32(hash <= threshold);
  }
  return found;
}

/** The same of the contents whose sums these are. */
export function selectContents(
  sums: usize,
  count: u32,
  threshold: u64,
  indices: usize,
  hashes: usize,
): u32 {
  let found: u32 = 0;
  for (let row: u32 = 0; row < count; row++) {
    const hash = mix(load<u64>(sums + (row << 3)));
    store<u32>(indices + (found << 2), row);
    store<u64>(hashes + (found << 3), hash);
    found += u32(hash <= threshold);
  }
  return found;
}
