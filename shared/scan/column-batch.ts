import { booleanCell, type CellValue, MISSING, numberCell, textCell } from './cell-value.ts';

/** Consecutive rows of a columnar file, by column. */
export interface ColumnBatch {
  /** Rows of the file before it. */
  readonly firstRow: number;
  readonly rowCount: number;
  readonly columns: readonly ColumnVector[];
}

/** What a columnar file gives, a batch at a time. A batch may be overwritten when the next one is asked for. */
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

export type PlainValues = NumberValues | BooleanValues | TextValues | Utf8Values;

export interface NumberValues {
  readonly kind: 'numbers';
  /** Whether the file's type is one of whole numbers. */
  readonly whole: boolean;
  readonly numbers: Float64Array;
  /** Digits of whole numbers beyond 2⁵³, by their place. */
  readonly digits: ReadonlyMap<number, string> | null;
}

export interface BooleanValues {
  readonly kind: 'booleans';
  readonly booleans: Uint8Array;
}

export interface TextValues {
  readonly kind: 'texts';
  readonly texts: readonly string[];
  /** Places of those whose bytes are no UTF-8; they are decoded with U+FFFD. */
  readonly invalid: ReadonlySet<number> | null;
}

/** Texts as they lie in the file; all are UTF-8. */
export interface Utf8Values {
  readonly kind: 'utf8';
  readonly bytes: Buffer;
  /** Where each begins and ends. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** The same dictionary object stands for the same values: what is known of one of them may be kept with it. */
export interface CodedValues {
  readonly kind: 'coded';
  /** Places in the dictionary; 0 … its length − 1, 0 where the row has no value. */
  readonly codes: Int32Array;
  readonly dictionary: PlainValues;
}

export function lengthOfValues(values: PlainValues): number {
  switch (values.kind) {
    case 'numbers':
      return values.numbers.length;
    case 'booleans':
      return values.booleans.length;
    case 'texts':
      return values.texts.length;
    case 'utf8':
      return values.starts.length;
  }
}

export function cellOfValues(values: PlainValues, at: number): CellValue {
  switch (values.kind) {
    case 'numbers':
      return numberCell(values.numbers[at] ?? Number.NaN, values.whole, values.digits?.get(at));
    case 'booleans':
      return booleanCell(values.booleans[at] === 1);
    case 'texts':
      return textCell(values.texts[at] ?? '');
    case 'utf8':
      return textCell(textAt(values, at));
  }
}

export function textAt({ bytes, starts, ends }: Utf8Values, at: number): string {
  return bytes.toString('utf8', starts[at], ends[at]);
}

/** The same, missing where its text means that. */
export function presentCell(
  values: PlainValues,
  at: number,
  missingValues: ReadonlySet<string>,
): CellValue {
  const cell = cellOfValues(values, at);
  return missingValues.size > 0 && missingValues.has(cell.text) ? MISSING : cell;
}

export function utf8OfTexts(texts: readonly string[]): Utf8Values {
  const starts = new Uint32Array(texts.length);
  const ends = new Uint32Array(texts.length);
  let bytes = Buffer.allocUnsafe(1 << 16);
  let at = 0;
  for (let index = 0; index < texts.length; index++) {
    const text = texts[index] as string;
    if (at + 3 * text.length > bytes.length) {
      const larger = Buffer.allocUnsafe(2 * (at + 3 * text.length));
      larger.set(bytes.subarray(0, at));
      bytes = larger;
    }
    starts[index] = at;
    at += bytes.write(text, at, 'utf8');
    ends[index] = at;
  }
  return { kind: 'utf8', bytes: bytes.subarray(0, at), starts, ends };
}

/** The value of each code; null for numbers that have digits of their own. */
export function withoutCodes({ codes, dictionary }: CodedValues): PlainValues | null {
  const count = codes.length;
  if (dictionary.kind === 'numbers' && dictionary.digits === null) {
    const numbers = new Float64Array(count);
    for (let row = 0; row < count; row++) {
      numbers[row] = dictionary.numbers[codes[row] as number] as number;
    }
    return { ...dictionary, numbers };
  }
  if (dictionary.kind !== 'utf8') return null;
  const starts = new Uint32Array(count);
  const ends = new Uint32Array(count);
  for (let row = 0; row < count; row++) {
    const code = codes[row] as number;
    starts[row] = dictionary.starts[code] as number;
    ends[row] = dictionary.ends[code] as number;
  }
  return { ...dictionary, starts, ends };
}
