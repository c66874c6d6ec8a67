/**
 * What one pass over rows knows of them, as plain data. It does not depend on the order of the rows, on how they were
 * dealt out to workers or machines, or on which scanner made it: merging the states of the parts of a data set gives
 * the state of the whole, bit for bit. So nothing in it is rounded (sums are exact) and nothing is drawn by chance
 * (the sample is chosen by a hash of each row's place).
 */
export interface ScanState {
  readonly rows: number;
  readonly columns: readonly ColumnState[];
  readonly sample: RowSample;
  readonly contents: ContentSample;
}

/** Where a row begins: index among the files of the data set, and physical line from 1. */
export interface Place {
  readonly file: number;
  readonly line: number;
}

export interface OddCell extends Place {
  /** At most `LONGEST_ODD_TEXT` characters (code points). */
  readonly text: string;
}

/** In the order of the columns of the data set. Missing cells: `rows` less the present ones. */
export interface ColumnState {
  /** Cells by `CELL` kind, 7 of them; that of `missing` is 0 here. */
  readonly kinds: readonly number[];
  readonly numbers: NumberState;
  readonly values: ValueState;
  readonly lengths: LengthState;
  /** Null unless some cell is a list. `kinds` and all else then count the values of lists, each for itself. */
  readonly lists: ListState | null;
  readonly decimalCommas: number;
  /** Those of `decimalCommas` whose comma may part thousands as well. */
  readonly thousandsCommas: number;
  /** Cells whose bytes are no UTF-8. All else takes U+FFFD for what begins no character, as a decoder does. */
  readonly invalidUtf8: number;
  /** The first cells of each sort by file and line, at most `MOST_ODD_CELLS`. */
  readonly oddCells: Readonly<Record<OddCellSort, readonly OddCell[]>>;
}

export type OddCellSort = 'text' | 'decimalComma' | 'infinity' | 'notANumber' | 'invalidUtf8';

/** How many values examples have that have any; a cell that is no list has one, an empty list is a missing cell. */
export interface ListState {
  readonly examples: number;
  readonly min: number;
  readonly max: number;
  readonly total: number;
  /** How many examples have so many values, ascending; from 1,024 values on rounded down to ten binary digits. */
  readonly sizes: readonly (readonly [size: number, examples: number])[];
}

/** Of the finite numbers of a column. Sums are exact. */
export interface NumberState {
  readonly count: number;
  /** +∞ and −∞ when there are none. */
  readonly min: number;
  readonly max: number;
  readonly zeros: number;
  /** Whole numbers beyond 2⁵³ in size: they are told apart by their digits. */
  readonly bigIntegers: number;
  /** Σx · 2¹⁰⁷⁴ */
  readonly sum: bigint;
  /** Σx² · 2²¹⁴⁸ */
  readonly sumOfSquares: bigint;
}

/** Exactly one of the two is there. */
export interface ValueState {
  /**
   * How often each text stands in the column (cells of any kind but missing, by their unquoted text), ordered by code
   * point. Null once the column has more than `MOST_COUNTED_NUMBERS` distinct texts that are numbers (integer, number,
   * nan, infinity; by `classifyText`, also where a JSON string holds them), more than `MOST_COUNTED_TEXTS` others, more
   * than `MOST_COUNTED_BYTES` of distinct text, or a text longer than `LONGEST_COUNTED_TEXT` bytes. The first three are
   * smaller where there are more than `FULLY_COUNTED_COLUMNS` (`valueLimits`).
   */
  readonly counts: { readonly texts: readonly string[]; readonly counts: readonly number[] } | null;
  /**
   * HyperLogLog of 2¹⁴ registers, once `counts` is given up, over the `CellHash` of the texts of all present cells, read
   * as in CSV whatever the kind of the cell, and mixed by the finalizer of `hash.ts` (unmixed, whole numbers that follow
   * each other err twice as much). The upper 14 bits are the register; one more than the leading zeros of the other 50
   * (at most 51) is what the register holds the largest of.
   */
  readonly registers: Uint8Array | null;
}

/** Characters (code points) of the texts of all present cells, whatever their kind; all 0 when there is none. */
export interface LengthState {
  readonly count: number;
  readonly min: number;
  readonly max: number;
  readonly total: number;
}

/**
 * A uniform sample of whole rows: those whose `hashPlace` is at most `SAMPLE_THRESHOLDS[level]`, where `level` is the
 * least at which no more rows are kept than `sampleCapacity(columns)`. At level 0 it is all rows.
 */
export interface RowSample {
  readonly level: number;
  /** By hash ascending. */
  readonly hashes: BigUint64Array;
  /** By column: one slot (`slotOfNumber`, `slotOfText`, `SLOT`) a row of the sample. */
  readonly slots: readonly BigUint64Array[];
  /**
   * Texts of text cells in the rows whose hash is at most `SAMPLE_THRESHOLDS[level] >> 5`, by column and slot. They
   * name the frequent values of columns whose values are not counted one by one. Longer ones than
   * `LONGEST_COUNTED_TEXT` bytes are cut there, at a character.
   */
  readonly texts: readonly ReadonlyMap<bigint, string>[];
}

/**
 * Distinct rows by the hash of their cells (`hashContent`): those whose hash is at most `SAMPLE_THRESHOLDS[level]`,
 * where `level` is the least at which there are no more than `MOST_CONTENTS`. At level 0 it is all rows.
 */
export interface ContentSample {
  readonly level: number;
  /** Ascending. */
  readonly hashes: BigUint64Array;
  readonly counts: readonly number[];
  /** Of each content the first two rows that have it, by file and line. */
  readonly places: readonly (readonly [Place] | readonly [Place, Place])[];
}
