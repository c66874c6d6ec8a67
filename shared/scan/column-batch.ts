import { booleanCell, type CellValue, numberCell, textCell } from './cell-value.ts';

/** Consecutive rows of a columnar file, by column. */
export interface ColumnBatch {
  /** Rows of the file before it. */
  readonly firstRow: number;
  readonly rowCount: number;
  readonly columns: readonly ColumnVector[];
}

/** What a columnar file gives, a batch at a time. */
export interface ColumnarData {
  readonly columns: readonly string[];
  readonly batches: AsyncIterable<ColumnBatch>;
}

/** A batch among the columns of a data set. */
export interface PlacedBatch {
  readonly batch: ColumnBatch;
  /** Column of the data set for each of the batch. */
  readonly places: readonly number[];
  /** Columns of the data set; may grow later. */
  readonly names: readonly string[];
  /** Index among the files of the data set. Lines are numbers of rows from 1. */
  readonly file: number;
  /** Texts that mean a missing cell. */
  readonly missingValues: ReadonlySet<string>;
}

export interface ColumnVector {
  /** By row, 1 where it has a value; null where all have one. */
  readonly valid: Uint8Array | null;
  /**
   * Null where a row has at most one value: `values` has a place for each row, which holds anything where it is missing.
   * For lists, where the values of each row begin among `values`, and their end: rowCount + 1 of them.
   */
  readonly offsets: Uint32Array | null;
  readonly values: Values;
}

export type Values = PlainValues | CodedValues;

export type PlainValues =
  | {
      readonly kind: 'numbers';
      /** Whether the file's type is one of whole numbers. */
      readonly whole: boolean;
      readonly numbers: Float64Array;
      /** Digits of whole numbers beyond 2⁵³, by their place. */
      readonly digits: ReadonlyMap<number, string> | null;
    }
  | { readonly kind: 'booleans'; readonly booleans: Uint8Array }
  | {
      readonly kind: 'texts';
      readonly texts: readonly string[];
      /** Places of those whose bytes are no UTF-8; they are decoded with U+FFFD. */
      readonly invalid: ReadonlySet<number> | null;
    };

/** The same dictionary object stands for the same values: what is known of one of them may be kept with it. */
export interface CodedValues {
  readonly kind: 'coded';
  /** Places in the dictionary; 0 … its length − 1, 0 where the row has no value. */
  readonly codes: Int32Array;
  readonly dictionary: PlainValues;
}

export function lengthOfValues(values: PlainValues): number {
  if (values.kind === 'numbers') return values.numbers.length;
  return values.kind === 'booleans' ? values.booleans.length : values.texts.length;
}

export function cellOfValues(values: PlainValues, at: number): CellValue {
  switch (values.kind) {
    case 'numbers':
      return numberCell(values.numbers[at] ?? Number.NaN, values.whole, values.digits?.get(at));
    case 'booleans':
      return booleanCell(values.booleans[at] === 1);
    case 'texts':
      return textCell(values.texts[at] ?? '');
  }
}
