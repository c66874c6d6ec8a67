import {
  asText,
  cellHash,
  cellSlot,
  cellValue,
  characters,
  classify,
  FIRST_UNSAFE,
  mayBeWord,
  oddSorts,
  textSlot,
} from "./classify";
import { ALL_ODD, Column, ODD_INVALID_UTF8, ODD_TEXT, TEXT } from "./column";
import { addContent, contentThreshold } from "./contents";
import { contentTerm, hashBytes, hashDouble, mix, saltOfFile } from "./hash";
import { oddCell, repairText, watchedCell } from "./imports";
import { isMissing, missingLengths } from "./missing";
import { cellFails, missingFails } from "./predicates";
import { parseShortNumber, shortKind } from "./number";
import { isDeep, sampleRow, sampleText, sampleThreshold, thinSample } from "./sample";
import { addLength, addNumber, addTimes } from "./tally";
import { addToRegisters, countValue, Entry, FAILS, ODD_SHIFT, STRING } from "./values";

/**
 * Rows and their cells, as they come from whatever reads them: `beginRow`, `addCell` for each, `endRows`. Up to
 * `MOST_OPEN_ROWS` may be begun before cells are added, those of one column after the other (`openRow` says of which
 * row): a column's tables then stay near, and what its cells are like is foreseen.
 */
export const MOST_OPEN_ROWS: u32 = 256;

const MOST_ODD_CELLS: u64 = 10;

export let rows: u32 = 0;
let file: u32 = 0;
let fileSalt: u64 = 0;

/** What is known of a row that was begun. */
@unmanaged
class OpenRow {
  hash: u64;
  line: u32;
  /** One more than its index in the sample; 0 when it is not sampled. */
  sample: u32;
  /** Whether its texts are sampled, too. */
  isDeep: u32;
  /** Whether a cell fails what its column's predicate asks, or every row is wanted. */
  isFlagged: u32;
}
const OPEN_ROW_SHIFT: u32 = 5;
const openRows: usize = memory.data(32 * 256, 16);
/** Of each the sum of its cells' content. */
const contentSums: usize = memory.data(8 * 256, 16);
let openCount: u32 = 0;
/** Those of them that are sampled, by index. */
const sampledRows: usize = memory.data(4 * 256, 16);
export let sampledCount: u32 = 0;
/** The row that cells are added to. */
let row: usize = openRows;

let flagEveryRow: bool = false;
/** Whether any column has a predicate or is watched. */
export let hasRules: bool = false;

/** Hash and slot of the cell that was tallied last. */
export let tallyHash: u64 = 0;
export let tallySlot: u64 = 0;

/** Cells may hold bytes that are no UTF-8. */
export let checkUtf8: bool = false;
let repaired: usize = 0;

export function beginFile(index: u32): void {
  file = index;
  fileSalt = saltOfFile(index);
}

export function setCheckUtf8(check: bool): void {
  checkUtf8 = check;
}

export function setRules(everyRow: bool): void {
  hasRules = true;
  flagEveryRow = everyRow;
}

export function watchColumn(column: usize): void {
  changetype<Column>(column).watched = 1;
}

/** The line of the row that cells are added to. */
export function rowLine(): u32 {
  return changetype<OpenRow>(row).line;
}

export function setRepairedText(text: usize): void {
  repaired = text;
}

/** `position`: bytes before the row in its file. */
@inline
export function beginRow(position: u64, line: u32): void {
  store<u64>(contentSums + (openCount << 3), 0);
  row = openRows + (openCount << OPEN_ROW_SHIFT);
  const open = changetype<OpenRow>(row);
  open.line = line;
  open.sample = 0;
  open.isFlagged = u32(flagEveryRow);
  open.hash = mix(fileSalt ^ position);
  if (open.hash <= sampleThreshold) startSampledRow();
  openCount++;
}

function startSampledRow(): void {
  const open = changetype<OpenRow>(row);
  open.sample = sampleRow(open.hash) + 1;
  open.isDeep = u32(isDeep(open.hash));
  store<u32>(sampledRows + (sampledCount++ << 2), openCount);
}

/** Cells are of this row from now on, of those that were begun. */
@inline
export function openRow(index: u32): void {
  row = openRows + (index << OPEN_ROW_SHIFT);
}

/** The same for those that are sampled; its index among all. */
@inline
export function openSampledRow(index: u32): u32 {
  const open = load<u32>(sampledRows + (index << 2));
  openRow(open);
  return open;
}

@inline
export function isFlagged(index: u32): bool {
  return changetype<OpenRow>(openRows + (index << OPEN_ROW_SHIFT)).isFlagged != 0;
}

/** All rows that were begun have all their cells. */
export function endRows(): void {
  for (let index: u32 = 0; index < openCount; index++) {
    const open = changetype<OpenRow>(openRows + (index << OPEN_ROW_SHIFT));
    const content = mix(load<u64>(contentSums + (index << 3)));
    if (content <= contentThreshold) addContent(content, file, open.line);
  }
  rows += openCount;
  openCount = 0;
  sampledCount = 0;
  thinSample();
}

/** A cell whose text alone decides what it is; of no length, it is missing. */
@inline
export function addCell(column: Column, text: usize, length: u32): void {
  if (length == 0) {
    addMissingCell(column);
    return;
  }
  if ((missingLengths >> <u64>min<u32>(length, 63)) & 1) {
    if (isMissing(text, length)) {
      addMissingCell(column);
      return;
    }
  }
  if (checkUtf8) addCheckedCell(column, text, length);
  else placeCell(column, tally(column, text, length, 0), text, length);
}

/** Nothing is known of a missing cell but that it is one: rows less present cells. */
@inline
export function addMissingCell(column: Column): void {
  if (hasRules && missingFails(column)) changetype<OpenRow>(row).isFlagged = 1;
}

/** A JSON string: a text, whatever it reads like. */
export function addString(column: Column, text: usize, length: u32): void {
  const mayBeMissing = ((missingLengths >> <u64>min<u32>(length, 63)) & 1) != 0;
  if (length == 0 || (mayBeMissing && isMissing(text, length))) {
    addMissingCell(column);
    return;
  }
  placeCell(column, tally(column, text, length, STRING), text, length);
}

function addCheckedCell(column: Column, text: usize, length: u32): void {
  const sound = repairText(text, length);
  if (sound >= 0) {
    column.invalidUtf8++;
    if (column.predicate != 0) changetype<OpenRow>(row).isFlagged = 1;
    text = repaired;
    length = sound;
    if (column.wantedOdd & ODD_INVALID_UTF8) keepOdd(column, ODD_INVALID_UTF8, text, length);
  }
  placeCell(column, tally(column, text, length, 0), text, length);
}

/** Counts a present cell into its column's statistics. Its kind; its hash and slot are left in `tallyHash`, `tallySlot`. */
@inline
export function tally(column: Column, text: usize, length: u32, string: u32): u32 {
  if (column.table != 0) {
    const entry = countValue(column, text, length, string);
    if (entry) {
      const odd = <u32>entry.flags >> ODD_SHIFT;
      if (odd & column.wantedOdd) keepOdd(column, odd, text, length);
      tallyHash = entry.cellHash;
      tallySlot = entry.slot;
      if (hasRules) checkCounted(column, entry, text, length);
      return entry.kind;
    }
  }
  const first = <u32>load<u8>(text);
  if (first <= 0x39 && string == 0) {
    const parsed = parseShortNumber(text, length);
    // NaN is not below.
    if (abs<f64>(parsed) < FIRST_UNSAFE) {
      const kind = shortKind;
      const value = parsed == 0 ? 0 : parsed;
      const bits = reinterpret<u64>(value);
      tallyHash = hashDouble(bits);
      tallySlot = bits;
      addNumber(column, kind, value, length);
      addToRegisters(column.registers, tallyHash);
      if (hasRules) checkCell(column, kind, value, text, length);
      return kind;
    }
  }
  return tallyOther(column, text, length, string);
}

/** A cell that is no short number, in a column whose values are no longer counted one by one. */
export function tallyOther(column: Column, text: usize, length: u32, string: u32): u32 {
  const first = <u32>load<u8>(text);
  if (first > 0x39 && !mayBeWord(first)) {
    const hash = hashBytes(text, length);
    tallyHash = hash;
    tallySlot = textSlot(hash);
    column.kind6++;
    addLength(column, characters(text, length), 1);
    addToRegisters(column.registers, hash);
    if (column.wantedOdd & ODD_TEXT) keepOdd(column, ODD_TEXT, text, length);
    if (hasRules) checkCell(column, TEXT, 0, text, length);
    return TEXT;
  }
  let kind = classify(text, length);
  addToRegisters(column.registers, cellHash);
  if (string != 0) kind = asText(text, length);
  tallyHash = cellHash;
  tallySlot = cellSlot;
  const odd = oddSorts(kind, text, length);
  if (odd & column.wantedOdd) keepOdd(column, odd, text, length);
  addTimes(column, kind, text, length, 1, odd);
  if (hasRules) checkCell(column, kind, cellValue, text, length);
  return kind;
}

/** A cell that is counted in `entry`. */
@inline
export function checkCounted(column: Column, entry: Entry, text: usize, length: u32): void {
  if ((<u32>entry.flags & FAILS) != 0) changetype<OpenRow>(row).isFlagged = 1;
  if (column.watched != 0) watchedCell(column.index, text, length);
}

export function checkCell(column: Column, kind: u32, value: f64, text: usize, length: u32): void {
  if (column.predicate != 0 && cellFails(column, kind, value, text, length)) changetype<OpenRow>(row).isFlagged = 1;
  if (column.watched != 0) watchedCell(column.index, text, length);
}

/** Puts a tallied cell in its row. */
@inline
export function placeCell(column: Column, kind: u32, text: usize, length: u32): void {
  addToContent(<u32>(row - openRows) >> OPEN_ROW_SHIFT, contentTerm(tallyHash, column.salt));
  if (changetype<OpenRow>(row).sample == 0) return;
  putSlot(column, tallySlot);
  if (kind == TEXT && keepsTexts()) putText(column, tallySlot, text, length);
}

/** What a present cell adds to the content of an open row. */
@inline
export function addToContent(index: u32, term: u64): void {
  const sum = contentSums + (index << 3);
  store<u64>(sum, load<u64>(sum) + term);
}

/** Puts a cell's slot in the sample, as all of the following do of a row that is sampled. */
@inline
export function putSlot(column: Column, slot: u64): void {
  store<u64>(<usize>column.slots + ((changetype<OpenRow>(row).sample - 1) << 3), slot);
}

@inline
export function keepsTexts(): bool {
  return changetype<OpenRow>(row).isDeep != 0;
}

export function putText(column: Column, slot: u64, text: usize, length: u32): void {
  sampleText(changetype<OpenRow>(row).hash, slot, column.index, text, length);
}

export function keepOdd(column: Column, odd: u32, text: usize, length: u32): void {
  for (let sort: u32 = 0; sort < 5; sort++) {
    const bit = <u32>1 << sort;
    if ((odd & column.wantedOdd & ALL_ODD & bit) == 0) continue;
    oddCell(column.index, bit, text, length);
    column.oddCounts += (<u64>1) << (<u64>sort << 3);
    if (((column.oddCounts >> (<u64>sort << 3)) & 0xff) == MOST_ODD_CELLS) column.wantedOdd &= ~bit;
  }
}
