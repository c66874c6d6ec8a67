import { BatchStatistics } from './batch-statistics.ts';
import { CELL, type Row } from './cell.ts';
import type { PlacedBatch } from './column-batch.ts';
import { ColumnStatistics } from './column-statistics.ts';
import { ContentTable } from './content-table.ts';
import { SLOT, saltOfColumn } from './hash.ts';
import { Hasher } from './hasher.ts';
import { mergeColumns } from './merge-columns.ts';
import { SampleBuilder, type SampleSize } from './row-sample.ts';
import type { ColumnState, ScanState } from './scan-state.ts';
import { STATE_LIMITS, type StateLimits, type ValueLimits, valueLimits } from './state-limits.ts';
import { HIGH, highWord, LOW, lowWord, wordsOf } from './words.ts';

const NUMBER = new Float64Array(1);
const NUMBER_WORDS = wordsOf(NUMBER);
const TEXT_SLOT_HIGH = 0xfff80000 | 0;

/**
 * The state of rows in JavaScript: the kernel's checked twin, and the way for all sources that it does not read. Rows may
 * come in any order; their `file`, `line` and `position` say where they stand.
 */
export class RowStatistics {
  #rows = 0;
  readonly #limits: StateLimits;
  /** Of the columns so far, for all of them. */
  readonly #valueLimits: { -readonly [limit in keyof ValueLimits]: number };
  readonly #columns: ColumnStatistics[] = [];
  readonly #saltsHigh: number[] = [];
  readonly #saltsLow: number[] = [];
  readonly #sample: SampleBuilder;
  readonly #contents: ContentTable;
  readonly #hasher = new Hasher();
  #batches: BatchStatistics | null = null;

  constructor(limits: StateLimits = STATE_LIMITS) {
    this.#limits = limits;
    this.#valueLimits = valueLimits(limits, 0);
    this.#sample = new SampleBuilder(limits);
    this.#contents = new ContentTable(limits.contents);
  }

  get rows(): number {
    return this.#rows;
  }

  get sampled(): SampleSize {
    return this.#sample.size;
  }

  get mostSampled(): number {
    return this.#sample.mostRows;
  }

  /** Keeps about half of the rows in the sample, and of those that follow. */
  raiseSampleLevel(): void {
    this.#sample.raiseLevel();
  }

  add(row: Row): void {
    const width = row.texts.length;
    if (width > this.#columns.length) this.#widen(row.names, width);
    const hasher = this.#hasher;
    hasher.hashPlace(row.file, row.position);
    const sampled = this.#sample.begin(hasher.high, hasher.low);
    let sumHigh = 0;
    let sumLow = 0;
    for (let index = 0; index < width; index++) {
      const kind = row.kinds[index] as number;
      if (kind === CELL.missing) continue;
      this.#addCell(row, index, kind);
      if (sampled) this.#putSlot(row, index, kind);
      hasher.salted(this.#saltsHigh[index] as number, this.#saltsLow[index] as number);
      const low = (sumLow >>> 0) + (hasher.low >>> 0);
      sumHigh = (sumHigh + hasher.high + (low > 0xffff_ffff ? 1 : 0)) | 0;
      sumLow = low | 0;
    }
    if (row.invalidUtf8.size > 0) this.#addInvalidUtf8(row);
    hasher.set(sumHigh, sumLow);
    hasher.mix();
    this.#contents.add(hasher.high, hasher.low, row);
    if (sampled) this.#sample.end();
    this.#rows++;
  }

  /**
   * Adds what `add` would of the batch's rows, column by column. It has no lists and no text that is no UTF-8. All batches
   * have the same missing values, and none comes once the state was read. Throws `MemoryFull`, after which nothing of these
   * statistics is of use.
   */
  addBatch(placed: PlacedBatch): void {
    this.#widen(placed.names, placed.names.length);
    this.#batches ??= new BatchStatistics(
      {
        columns: this.#columns,
        sample: this.#sample,
        contents: this.#contents,
        hasher: this.#hasher,
      },
      placed.missingValues,
      this.#valueLimits,
    );
    this.#batches.add(placed);
    this.#rows += placed.batch.rowCount;
  }

  /** Leaves the cell's hash in the hasher. */
  #addCell(row: Row, index: number, kind: number): void {
    const column = this.#columns[index] as ColumnStatistics;
    const list = row.lists.size === 0 ? undefined : row.lists.get(index);
    if (list !== undefined) column.addList(this.#hasher, list, row);
    else {
      const text = row.texts[index] as string;
      column.addCell(this.#hasher, text, kind, row.numbers[index] as number, row);
    }
  }

  /** The cell's hash stands in the hasher and stays there. */
  #putSlot(row: Row, index: number, kind: number): void {
    const isList = row.lists.size > 0 && row.lists.has(index);
    if (isList || kind === CELL.text) {
      const { high, low } = this.#hasher;
      // The upper 51 bits of the hash.
      this.#sample.put(index, TEXT_SLOT_HIGH | (high >>> 13), (high << 19) | (low >>> 13));
      if (!isList) this.#sample.putText(index, row.texts[index] as string);
    } else if (kind === CELL.boolean) {
      const slot = row.texts[index]?.length === 4 ? SLOT.true : SLOT.false;
      this.#sample.put(index, highWord(slot), lowWord(slot));
    } else if (kind === CELL.notANumber) {
      this.#sample.put(index, highWord(SLOT.notANumber), lowWord(SLOT.notANumber));
    } else {
      const value = row.numbers[index] as number;
      NUMBER[0] = value === 0 ? 0 : value;
      this.#sample.put(index, NUMBER_WORDS[HIGH] as number, NUMBER_WORDS[LOW] as number);
    }
  }

  #addInvalidUtf8(row: Row): void {
    for (const index of row.invalidUtf8) {
      this.#columns[index]?.addInvalidUtf8(row.texts[index] ?? '', row);
    }
  }

  #widen(names: readonly string[], width: number): void {
    if (width > this.#columns.length) {
      Object.assign(this.#valueLimits, valueLimits(this.#limits, width));
    }
    while (this.#columns.length < width) {
      const salt = saltOfColumn(names[this.#columns.length] ?? '');
      this.#saltsHigh.push(highWord(salt));
      this.#saltsLow.push(lowWord(salt));
      this.#columns.push(new ColumnStatistics(this.#valueLimits));
    }
    this.#sample.widen(width);
  }

  /** `names`: the columns of the data set, some of which no row may have had. */
  state(names: readonly string[] = []): ScanState {
    this.#widen(names, Math.max(names.length, this.#columns.length));
    return {
      rows: this.#rows,
      columns: this.#columns.map((column, index) => this.#stateOf(column, index)),
      sample: this.#sample.state(),
      contents: this.#contents.state(),
    };
  }

  #stateOf(column: ColumnStatistics, index: number): ColumnState {
    const state = column.state();
    const ofBatches = this.#batches?.stateOf(index) ?? null;
    return ofBatches === null ? state : mergeColumns(state, ofBatches, this.#valueLimits);
  }
}
