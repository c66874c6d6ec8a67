import { addCodes, type BatchPart, type DictionaryFacts, TermAdder } from './batch-codes.ts';
import { SlotWriter } from './batch-slots.ts';
import { CELL } from './cell.ts';
import {
  lengthOfValues,
  type NumberValues,
  type PlacedBatch,
  type PlainValues,
  presentCell,
  textAt,
  type Utf8Values,
  utf8OfTexts,
  type Values,
  withoutCodes,
} from './column-batch.ts';
import type { ColumnStatistics } from './column-statistics.ts';
import type { ContentTable } from './content-table.ts';
import { saltOfColumn } from './hash.ts';
import type { Hasher } from './hasher.ts';
import { BatchKernel } from './kernel/batch-kernel.ts';
import { mergeColumns } from './merge-columns.ts';
import type { SampleBuilder } from './row-sample.ts';
import type { ColumnState } from './scan-state.ts';
import type { ValueLimits } from './state-limits.ts';
import { HIGH, LOW } from './words.ts';

/**
 * Up to so many values, a dictionary is looked at value by value for each batch; the rows of a larger one are taken as if
 * they had no codes.
 */
const MOST_CODES = 4_096;
/** Bytes of texts that are put into the kernel's memory at once. */
const MOST_BYTES = 16 * 1024 * 1024;

const BOOLEANS: PlainValues = { kind: 'booleans', booleans: Uint8Array.of(0, 1) };

/** What batches go into, beside what is collected here. */
export interface BatchTargets {
  /** Those of a batch at least. */
  readonly columns: readonly ColumnStatistics[];
  readonly sample: SampleBuilder;
  readonly contents: ContentTable;
  readonly hasher: Hasher;
}

/** What the kernel knows of a column: pointers, 0 where it had no such value. */
interface KernelColumn {
  readonly salt: bigint;
  numbers: number;
  texts: number;
}

/**
 * The state of column batches. Values without codes, and those of large dictionaries, are read by the WebAssembly kernel;
 * values of small dictionaries are counted by code and added once each; the few that are neither (numbers that are
 * infinite, none, or beyond 2⁵³) are added one by one, as rows are.
 */
export class BatchStatistics {
  readonly #kernel: BatchKernel;
  readonly #targets: BatchTargets;
  readonly #missingValues: ReadonlySet<string>;
  readonly #limits: ValueLimits;
  readonly #columns: KernelColumn[] = [];
  readonly #states: (ColumnState | null)[] = [];
  readonly #facts = new WeakMap<PlainValues, DictionaryFacts>();
  #isRead = false;

  constructor(
    targets: BatchTargets,
    missingValues: ReadonlySet<string>,
    limits: ValueLimits,
    kernel = new BatchKernel(missingValues, limits),
  ) {
    this.#targets = targets;
    this.#missingValues = missingValues;
    this.#limits = limits;
    this.#kernel = kernel;
  }

  /** Throws `MemoryFull`. */
  add(placed: PlacedBatch): void {
    if (this.#isRead)
      throw new Error('A batch came after the state of the batches before it was read');
    this.#kernel.guarded(() => this.#addBatch(placed));
  }

  #addBatch({ batch, places, names, file }: PlacedBatch): void {
    const { sample, contents } = this.#targets;
    const { exports, sums } = this.#kernel;
    const { rowCount, firstRow } = batch;
    sums.bytes(8 * rowCount).fill(0);
    const sampled = this.#select(rowCount, (indices, hashes) => {
      const position = BigInt(firstRow);
      return exports.selectPlaces(file, position, rowCount, sample.threshold, indices, hashes);
    });
    sample.beginRows(sampled.hashes);
    const rows = { sampled: sampled.rows, rowCount, file, line: firstRow + 1 };
    for (const [at, { valid, values }] of batch.columns.entries()) {
      const column = places[at] as number;
      this.#columns[column] ??= { salt: saltOfColumn(names[column] ?? ''), numbers: 0, texts: 0 };
      const present = this.#kernel.valid.bytes(rowCount);
      if (valid === null) present.fill(1);
      else present.set(valid.subarray(0, rowCount));
      this.#addColumn(this.#partOf(column, rows), values);
    }
    sample.endRows();
    const kept = this.#select(rowCount, (indices, hashes) =>
      exports.selectContents(sums.at, rowCount, contents.threshold, indices, hashes),
    );
    const place = { file, line: 0 };
    for (let index = 0; index < kept.rows.length; index++) {
      place.line = rows.line + (kept.rows[index] as number);
      const high = kept.hashes[2 * index + HIGH] as number;
      contents.add(high | 0, (kept.hashes[2 * index + LOW] as number) | 0, place);
    }
  }

  /**
   * What the kernel knows of a column, beside what went to the targets; null for nothing. No batch may follow. Throws
   * `MemoryFull`.
   */
  stateOf(column: number): ColumnState | null {
    this.#isRead = true;
    return this.#kernel.guarded(() => this.#stateOf(column));
  }

  #stateOf(column: number): ColumnState | null {
    const before = this.#states[column];
    if (before !== undefined) return before;
    const { numbers = 0, texts = 0 } = this.#columns[column] ?? {};
    const ofNumbers = numbers === 0 ? null : this.#kernel.numberState(numbers);
    const ofTexts = texts === 0 ? null : this.#kernel.textState(texts);
    const state =
      ofNumbers === null || ofTexts === null
        ? (ofNumbers ?? ofTexts)
        : mergeColumns(ofNumbers, ofTexts, this.#limits);
    this.#states[column] = state;
    return state;
  }

  /** Rows that a call of the kernel finds, and the words of their hashes. */
  #select(
    rowCount: number,
    call: (indices: number, hashes: number) => number,
  ): { readonly rows: Uint32Array; readonly hashes: Uint32Array } {
    const { found, hashes } = this.#kernel;
    // The call writes one more than it finds.
    const indices = found.reserve(4 * (rowCount + 1));
    const count = call(indices, hashes.reserve(8 * (rowCount + 1)));
    return { rows: found.words(count).slice(), hashes: hashes.words(2 * count).slice() };
  }

  #partOf(
    column: number,
    rows: Pick<BatchPart, 'sampled' | 'rowCount' | 'file' | 'line'>,
  ): BatchPart {
    const { columns, sample, hasher } = this.#targets;
    return {
      ...rows,
      column,
      salt: this.#columns[column]?.salt ?? 0n,
      statistics: columns[column] as ColumnStatistics,
      slots: new SlotWriter(sample, column),
      hasher,
      kernel: this.#kernel,
      missingValues: this.#missingValues,
    };
  }

  #addColumn(part: BatchPart, values: Values): void {
    switch (values.kind) {
      case 'numbers':
        this.#addNumbers(part, values);
        return;
      case 'utf8':
        this.#addTexts(part, values);
        return;
      case 'texts':
        this.#addTexts(part, utf8OfTexts(values.texts));
        return;
      case 'booleans': {
        const codes = Int32Array.from(values.booleans);
        addCodes(part, { kind: 'coded', codes, dictionary: BOOLEANS }, this.#factsOf(BOOLEANS));
        return;
      }
      case 'coded': {
        const { dictionary } = values;
        const plain = lengthOfValues(dictionary) > MOST_CODES ? withoutCodes(values) : null;
        if (plain === null) addCodes(part, values, this.#factsOf(dictionary));
        else this.#addColumn(part, plain);
      }
    }
  }

  #factsOf(dictionary: PlainValues): DictionaryFacts {
    const known = this.#facts.get(dictionary);
    if (known !== undefined) return known;
    const length = lengthOfValues(dictionary);
    const facts = {
      cells: new Array<undefined>(length),
      high: new Int32Array(length),
      low: new Int32Array(length),
    };
    this.#facts.set(dictionary, facts);
    return facts;
  }

  #addNumbers(part: BatchPart, values: NumberValues): void {
    const kernel = this.#kernel;
    const { rowCount, sampled, slots } = part;
    const { numbers, whole } = values;
    const column = this.#columns[part.column] as KernelColumn;
    if (column.numbers === 0) column.numbers = kernel.exports.newNumbers(column.salt) >>> 0;
    kernel.values.doubles(rowCount).set(numbers.subarray(0, rowCount));
    kernel.exports.addNumbers(
      column.numbers,
      whole ? CELL.integer : CELL.number,
      kernel.values.at,
      kernel.valid.at,
      rowCount,
      kernel.sums.at,
      kernel.found.reserve(4 * rowCount),
    );
    this.#addOddNumbers(part, values);
    const valid = kernel.valid.bytes(rowCount);
    for (let index = 0; index < sampled.length; index++) {
      const row = sampled[index] as number;
      if (valid[row] === 1) slots.number(index, numbers[row] as number);
    }
  }

  #addOddNumbers(part: BatchPart, values: NumberValues): void {
    const kernel = this.#kernel;
    const { statistics, hasher, file, line } = part;
    const rows = kernel.found.words(Number(kernel.exports.oddRows.value) >>> 0);
    const valid = kernel.valid.bytes(part.rowCount);
    const adder = new TermAdder(part);
    for (const row of rows) {
      const cell = presentCell(values, row, this.#missingValues);
      if (cell.kind === CELL.missing) {
        valid[row] = 0;
        continue;
      }
      statistics.addCells(hasher, cell, 1);
      adder.add(row);
      const place = { file, line: line + row };
      if (statistics.keepsOdd(cell.kind, cell.text, place)) {
        statistics.addOdd(cell.text, cell.kind, place);
      }
    }
  }

  #addTexts(part: BatchPart, values: Utf8Values): void {
    const kernel = this.#kernel;
    const { rowCount, sampled, slots } = part;
    kernel.starts.words(rowCount).set(values.starts.subarray(0, rowCount));
    kernel.ends.words(rowCount).set(values.ends.subarray(0, rowCount));
    kernel.hashes.reserve(8 * rowCount);
    kernel.found.reserve(4 * rowCount);
    for (let row = 0; row < rowCount; ) row = this.#addTextsFrom(row, part, values);
    this.#addOddTexts(part, values);
    const valid = kernel.valid.bytes(rowCount);
    const hashes = kernel.hashes.words(2 * rowCount);
    for (let index = 0; index < sampled.length; index++) {
      const row = sampled[index] as number;
      if (valid[row] === 0) continue;
      const high = (hashes[2 * row + HIGH] as number) | 0;
      const low = (hashes[2 * row + LOW] as number) | 0;
      if (slots.text(index, high, low)) slots.keepText(index, textAt(values, row));
    }
  }

  /** Adds as many rows as there is room for their texts; the row after them. */
  #addTextsFrom(first: number, part: BatchPart, { bytes, starts, ends }: Utf8Values): number {
    const kernel = this.#kernel;
    const { exports } = kernel;
    const valid = kernel.valid.bytes(part.rowCount);
    let start = Number.POSITIVE_INFINITY;
    let end = 0;
    let row = first;
    for (; row < part.rowCount; row++) {
      if (valid[row] === 0) continue;
      const least = Math.min(start, starts[row] as number);
      const most = Math.max(end, ends[row] as number);
      if (most - least > MOST_BYTES && end > 0) break;
      start = least;
      end = most;
    }
    if (end === 0) {
      // Empty texts are missing.
      valid.fill(0, first, row);
      return row;
    }
    const column = this.#columns[part.column] as KernelColumn;
    if (column.texts === 0) column.texts = exports.newTexts(column.salt) >>> 0;
    kernel.bytes.bytes(end - start).set(bytes.subarray(start, end));
    const { statistics, file, line } = part;
    exports.addTexts(
      column.texts,
      kernel.starts.at + 4 * first,
      kernel.ends.at + 4 * first,
      kernel.bytes.at - start,
      kernel.valid.at + first,
      row - first,
      kernel.sums.at + 8 * first,
      kernel.hashes.at + 8 * first,
      kernel.found.at,
      statistics.hasRoomFor('decimalComma', { file, line: line + first }) ? 1 : 0,
    );
    for (const odd of kernel.found.words(Number(exports.oddRows.value) >>> 0)) {
      const place = { file, line: line + first + odd };
      if (!statistics.hasRoomFor('decimalComma', place)) break;
      statistics.keepOdd(
        'decimalComma',
        textAt({ kind: 'utf8', bytes, starts, ends }, first + odd),
        place,
      );
    }
    return row;
  }

  #addOddTexts({ statistics, rowCount, file, line }: BatchPart, values: Utf8Values): void {
    const valid = this.#kernel.valid.bytes(rowCount);
    const place = { file, line };
    for (let row = 0; row < rowCount; row++) {
      place.line = line + row;
      if (!statistics.hasRoomFor('text', place)) return;
      if (valid[row] === 1) statistics.keepOdd('text', textAt(values, row), place);
    }
  }
}
