import type { SlotWriter } from './batch-slots.ts';
import { CELL } from './cell.ts';
import type { CellValue } from './cell-value.ts';
import { type CodedValues, lengthOfValues, presentCell } from './column-batch.ts';
import type { ColumnStatistics } from './column-statistics.ts';
import type { Hasher } from './hasher.ts';
import type { BatchKernel } from './kernel/batch-kernel.ts';
import { HIGH, highWord, LOW, lowWord } from './words.ts';

/** A column of a batch, its rows, and what its cells go into. Which rows have a value stands in the kernel. */
export interface BatchPart {
  readonly column: number;
  readonly statistics: ColumnStatistics;
  /** Of the column's name. */
  readonly salt: bigint;
  readonly slots: SlotWriter;
  /** Rows of the batch that are in the sample. */
  readonly sampled: Uint32Array;
  readonly rowCount: number;
  readonly file: number;
  /** Of the first row. */
  readonly line: number;
  readonly hasher: Hasher;
  readonly kernel: BatchKernel;
  readonly missingValues: ReadonlySet<string>;
}

/** What is known of the values of a dictionary, which many batches share. */
export interface DictionaryFacts {
  /** Undefined until a row has the value. */
  readonly cells: (CellValue | undefined)[];
  readonly high: Int32Array;
  readonly low: Int32Array;
}

/** Cells that are added at once, at most. */
const MOST_TIMES = 1 << 14;

/** Each value is looked at once, however often it stands in the batch. */
export function addCodes(
  part: BatchPart,
  { codes, dictionary }: CodedValues,
  facts: DictionaryFacts,
): void {
  const { kernel, statistics, hasher, rowCount, salt } = part;
  const { exports } = kernel;
  const { cells } = facts;
  const length = lengthOfValues(dictionary);
  kernel.starts.words(rowCount).set(codes.subarray(0, rowCount));
  kernel.counts.bytes(4 * length).fill(0);
  const found = exports.countCodes(
    kernel.starts.at,
    kernel.valid.at,
    rowCount,
    kernel.counts.at,
    kernel.found.reserve(4 * Math.min(rowCount, length)),
  );
  const [saltHigh, saltLow] = [highWord(salt), lowWord(salt)];
  const terms = kernel.terms.words(2 * length);
  const counts = kernel.counts.words(length);
  const place = { file: part.file, line: part.line };
  let hasOdd = false;
  for (const code of kernel.found.words(found)) {
    const cell = cells[code] ?? presentCell(dictionary, code, part.missingValues);
    cells[code] = cell;
    if (cell.kind === CELL.missing) {
      terms[2 * code] = 0;
      terms[2 * code + 1] = 0;
      continue;
    }
    for (let left = counts[code] as number; left > 0; left -= MOST_TIMES) {
      statistics.addCells(hasher, cell, Math.min(left, MOST_TIMES));
    }
    facts.high[code] = hasher.high;
    facts.low[code] = hasher.low;
    hasher.salted(saltHigh, saltLow);
    terms[2 * code + HIGH] = hasher.high;
    terms[2 * code + LOW] = hasher.low;
    hasOdd ||= statistics.keepsOdd(cell.kind, cell.text, place);
  }
  exports.addTerms(kernel.starts.at, kernel.valid.at, rowCount, kernel.terms.at, kernel.sums.at);
  if (hasOdd) addOddCells(part, codes, cells);
  putSlots(part, codes, facts);
}

function addOddCells(
  { kernel, statistics, rowCount, file, line }: BatchPart,
  codes: Int32Array,
  cells: readonly (CellValue | undefined)[],
): void {
  const valid = kernel.valid.bytes(rowCount);
  for (let row = 0; row < rowCount; row++) {
    const cell = valid[row] === 0 ? undefined : cells[codes[row] as number];
    if (cell === undefined || cell.kind < CELL.notANumber) continue;
    const place = { file, line: line + row };
    if (statistics.keepsOdd(cell.kind, cell.text, place)) {
      statistics.addOdd(cell.text, cell.kind, place);
    }
  }
}

function putSlots(
  { kernel, sampled, slots, rowCount }: BatchPart,
  codes: Int32Array,
  { cells, high, low }: DictionaryFacts,
): void {
  const valid = kernel.valid.bytes(rowCount);
  for (let index = 0; index < sampled.length; index++) {
    const row = sampled[index] as number;
    if (valid[row] === 0) continue;
    const code = codes[row] as number;
    const cell = cells[code];
    if (cell === undefined || cell.kind === CELL.missing) continue;
    slots.cell(index, cell, high[code] as number, low[code] as number);
  }
}

/** Adds cells, whose hash stands in the part's hasher, to the contents of their rows. */
export class TermAdder {
  readonly #hasher: Hasher;
  readonly #saltHigh: number;
  readonly #saltLow: number;
  readonly #sums: Uint32Array;

  constructor({ hasher, salt, kernel, rowCount }: BatchPart) {
    this.#hasher = hasher;
    this.#saltHigh = highWord(salt);
    this.#saltLow = lowWord(salt);
    this.#sums = kernel.sums.words(2 * rowCount);
  }

  add(row: number): void {
    this.#hasher.salted(this.#saltHigh, this.#saltLow);
    const { high, low } = this.#hasher;
    const sums = this.#sums;
    const sum = (sums[2 * row + LOW] as number) + (low >>> 0);
    sums[2 * row + LOW] = sum;
    sums[2 * row + HIGH] = (sums[2 * row + HIGH] as number) + high + (sum > 0xffff_ffff ? 1 : 0);
  }
}
