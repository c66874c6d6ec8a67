import { CELL } from './cell.ts';
import { hashCell } from './cell-hashes.ts';
import type { CellValue } from './cell-value.ts';
import {
  type CodedValues,
  type ColumnVector,
  cellOfValues,
  lengthOfValues,
  type PlainValues,
} from './column-batch.ts';
import type { ColumnStatistics } from './column-statistics.ts';
import { SLOT } from './hash.ts';
import type { Hasher } from './hasher.ts';
import type { SampleBuilder } from './row-sample.ts';
import { HIGH, highWord, LOW, lowWord, wordsOf } from './words.ts';

const NUMBER = new Float64Array(1);
const NUMBER_WORDS = wordsOf(NUMBER);
const TEXT_SLOT_HIGH = 0xfff80000 | 0;

/** Σ of what the cells of each row add to its content, in words. */
export interface RowSums {
  readonly high: Int32Array;
  readonly low: Int32Array;
}

/** What a column's cells go into. */
export interface BatchContext {
  readonly hasher: Hasher;
  readonly sums: RowSums;
  readonly file: number;
  /** Of the batch's first row, from 1. */
  readonly line: number;
  readonly rowCount: number;
  readonly missingValues: ReadonlySet<string>;
}

/** The name of a column, hashed. */
export interface Salt {
  readonly high: number;
  readonly low: number;
}

/** One column of a batch: adds its cells to the statistics, and gives slots of sampled rows afterwards. */
export interface BatchColumn {
  putSlot(sample: SampleBuilder, column: number, row: number): void;
}

export function addBatchColumn(
  vector: ColumnVector,
  statistics: ColumnStatistics,
  salt: Salt,
  context: BatchContext,
): BatchColumn {
  const { values, valid } = vector;
  if (values.kind === 'coded') return addCodes(values, valid, statistics, salt, context);
  if (values.kind === 'booleans') {
    const dictionary: PlainValues = { kind: 'booleans', booleans: Uint8Array.of(0, 1) };
    const codes = Int32Array.from(values.booleans);
    return addCodes({ kind: 'coded', codes, dictionary }, valid, statistics, salt, context);
  }
  return addCells(values, valid, statistics, salt, context);
}

/** What is known of the values of a dictionary, which many batches share. */
class DictionaryFacts {
  readonly cells: (CellValue | undefined)[];
  readonly hashHigh: Int32Array;
  readonly hashLow: Int32Array;
  /** Of the batch at hand. */
  readonly counts: Int32Array;

  constructor(dictionary: PlainValues) {
    const length = lengthOfValues(dictionary);
    this.cells = new Array<CellValue | undefined>(length);
    this.hashHigh = new Int32Array(length);
    this.hashLow = new Int32Array(length);
    this.counts = new Int32Array(length);
  }
}

const facts = new WeakMap<PlainValues, DictionaryFacts>();

/** Each value is looked at once, however often it stands in the batch. */
function addCodes(
  { codes, dictionary }: CodedValues,
  valid: Uint8Array | null,
  statistics: ColumnStatistics,
  salt: Salt,
  context: BatchContext,
): BatchColumn {
  const { hasher, sums, rowCount, missingValues } = context;
  const known = facts.get(dictionary) ?? new DictionaryFacts(dictionary);
  facts.set(dictionary, known);
  const { cells, counts, hashHigh, hashLow } = known;
  const met: number[] = [];
  for (let row = 0; row < rowCount; row++) {
    if (valid !== null && valid[row] === 0) continue;
    const code = codes[row] as number;
    const count = counts[code] as number;
    if (count === 0) met.push(code);
    counts[code] = count + 1;
  }
  const place = { file: context.file, line: context.line };
  let hasOdd = false;
  // What each value adds to a row's content; nothing where it means a missing cell.
  const saltedHigh = scratch(known.counts.length, 0);
  const saltedLow = scratch(known.counts.length, 1);
  for (const code of met) {
    const cell = cells[code] ?? presentCell(dictionary, code, missingValues);
    cells[code] = cell;
    saltedHigh[code] = 0;
    saltedLow[code] = 0;
    if (cell.kind !== CELL.missing) {
      statistics.addCells(hasher, cell, counts[code] as number);
      hashHigh[code] = hasher.high;
      hashLow[code] = hasher.low;
      hasher.salted(salt.high, salt.low);
      saltedHigh[code] = hasher.high;
      saltedLow[code] = hasher.low;
      hasOdd ||= statistics.keepsOdd(cell.kind, cell.text, place);
    }
    counts[code] = 0;
  }
  for (let row = 0; row < rowCount; row++) {
    if (valid !== null && valid[row] === 0) continue;
    const code = codes[row] as number;
    const low = ((sums.low[row] as number) >>> 0) + ((saltedLow[code] as number) >>> 0);
    const carry = low > 0xffff_ffff ? 1 : 0;
    sums.high[row] = (sums.high[row] as number) + (saltedHigh[code] as number) + carry;
    sums.low[row] = low;
  }
  if (hasOdd) addOddCells((row) => cells[codes[row] ?? 0], valid, statistics, context);
  return {
    putSlot: (sample, column, row) => {
      if (valid !== null && valid[row] === 0) return;
      const code = codes[row] as number;
      const cell = cells[code];
      if (cell === undefined || cell.kind === CELL.missing) return;
      put(sample, column, cell, hashHigh[code] as number, hashLow[code] as number);
    },
  };
}

/** Numbers and texts that have no codes. */
function addCells(
  values: PlainValues,
  valid: Uint8Array | null,
  statistics: ColumnStatistics,
  salt: Salt,
  context: BatchContext,
): BatchColumn {
  const { hasher, sums, rowCount, missingValues } = context;
  const { high: sumHigh, low: sumLow } = sums;
  const numbers = values.kind === 'numbers' ? values.numbers : null;
  // Texts mean missing cells: numbers have to be written out to be compared.
  const mayBePlain = numbers !== null && missingValues.size === 0;
  const kind = values.kind === 'numbers' && values.whole ? CELL.integer : CELL.number;
  for (let row = 0; row < rowCount; row++) {
    if (valid !== null && valid[row] === 0) continue;
    const number = mayBePlain ? (numbers[row] as number) : Number.NaN;
    if (Math.abs(number) <= Number.MAX_SAFE_INTEGER && !statistics.countsTexts) {
      statistics.addNumberCell(hasher, kind, number);
    } else {
      const cell = presentCell(values, row, missingValues);
      if (cell.kind === CELL.missing) continue;
      statistics.addCells(hasher, cell, 1);
      const place = { file: context.file, line: context.line + row };
      if (statistics.keepsOdd(cell.kind, cell.text, place))
        statistics.addOdd(cell.text, cell.kind, place);
    }
    hasher.salted(salt.high, salt.low);
    const low = ((sumLow[row] as number) >>> 0) + (hasher.low >>> 0);
    sumHigh[row] = (sumHigh[row] as number) + hasher.high + (low > 0xffff_ffff ? 1 : 0);
    sumLow[row] = low;
  }
  return {
    putSlot: (sample, column, row) => {
      if (valid !== null && valid[row] === 0) return;
      const cell = presentCell(values, row, missingValues);
      if (cell.kind === CELL.missing) return;
      if (cell.kind === CELL.text) hashCell(hasher, cell.text, cell.kind, cell.number);
      put(sample, column, cell, hasher.high, hasher.low);
    },
  };
}

function addOddCells(
  cellOf: (row: number) => CellValue | undefined,
  valid: Uint8Array | null,
  statistics: ColumnStatistics,
  { file, line, rowCount }: BatchContext,
): void {
  for (let row = 0; row < rowCount; row++) {
    const cell = valid?.[row] === 0 ? undefined : cellOf(row);
    if (cell === undefined || cell.kind < CELL.notANumber) continue;
    const place = { file, line: line + row };
    if (statistics.keepsOdd(cell.kind, cell.text, place))
      statistics.addOdd(cell.text, cell.kind, place);
  }
}

function presentCell(
  values: PlainValues,
  at: number,
  missingValues: ReadonlySet<string>,
): CellValue {
  const cell = cellOfValues(values, at);
  if (missingValues.size === 0 || !missingValues.has(cell.text)) return cell;
  return { kind: CELL.missing, text: '', number: Number.NaN };
}

/** `high` and `low`: hash of a text. */
function put(
  sample: SampleBuilder,
  column: number,
  { kind, text, number }: CellValue,
  high: number,
  low: number,
): void {
  if (kind === CELL.text) {
    // The upper 51 bits of the hash.
    sample.put(column, TEXT_SLOT_HIGH | (high >>> 13), (high << 19) | (low >>> 13));
    sample.putText(column, text);
    return;
  }
  if (kind === CELL.integer || kind === CELL.number || kind === CELL.infinity) {
    NUMBER[0] = number === 0 ? 0 : number;
    sample.put(column, NUMBER_WORDS[HIGH] as number, NUMBER_WORDS[LOW] as number);
    return;
  }
  const slot =
    kind === CELL.notANumber ? SLOT.notANumber : text === 'true' ? SLOT.true : SLOT.false;
  sample.put(column, highWord(slot), lowWord(slot));
}

const scratches: [Int32Array, Int32Array] = [new Int32Array(0), new Int32Array(0)];

/** Room for a value of each code, used by one column after the other. */
function scratch(length: number, index: 0 | 1): Int32Array {
  if (scratches[index].length < length) scratches[index] = new Int32Array(length * 2);
  return scratches[index];
}
