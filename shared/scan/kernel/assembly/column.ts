/** The kinds of cells of shared/scan/cell.ts. */
export const MISSING: u32 = 0;
export const INTEGER: u32 = 1;
export const NUMBER: u32 = 2;
export const NOT_A_NUMBER: u32 = 3;
export const INFINITE: u32 = 4;
export const BOOLEAN: u32 = 5;
export const TEXT: u32 = 6;

/** Sorts of odd cells, as bits. */
export const ODD_TEXT: u32 = 1;
export const ODD_DECIMAL_COMMA: u32 = 2;
export const ODD_INFINITY: u32 = 4;
export const ODD_NOT_A_NUMBER: u32 = 8;
export const ODD_INVALID_UTF8: u32 = 16;
/** Of an `ODD_DECIMAL_COMMA`: its comma may part thousands as well. No sort of its own. */
export const THOUSANDS_COMMA: u32 = 32;
export const ALL_ODD: u32 = 31;

/** Pages of exact sums: 64 of 32 exponents. */
export const SUM_PAGES: u32 = 64;

/**
 * What is known of a column. JavaScript reads the part down to `sums` by the place of each member (column-layout.ts):
 * those of 8 bytes first, then those of 4.
 */
@unmanaged
export class Column {
  salt: u64;
  /** Cells by kind, without those that a living value table still counts; the first is never used. */
  kind0: u64;
  kind1: u64;
  kind2: u64;
  kind3: u64;
  kind4: u64;
  kind5: u64;
  kind6: u64;
  zeros: u64;
  bigIntegers: u64;
  min: f64;
  max: f64;
  lengthTotal: u64;
  decimalCommas: u64;
  thousandsCommas: u64;
  invalidUtf8: u64;
  lengthMin: u32;
  lengthMax: u32;
  /** Value table while values are counted, else 0; it has 2^tableBits entries. */
  table: u32;
  tableBits: u32;
  /** Distinct texts: numbers, others, and the bytes of all of them. */
  numberTexts: u32;
  otherTexts: u32;
  textBytes: u32;
  /** Newest chunk of the texts of the table. */
  textChunk: u32;
  /** 2¹⁴ registers once the table is given up, else 0. */
  registers: u32;
  index: u32;
  /** Sorts of odd cells of which more are wanted. */
  wantedOdd: u32;
  /** How many of each sort were given, 8 bits each. */
  oddCounts: u64;
  predicate: u32;
  /** Whether JavaScript wants each text. */
  watched: u32;
  /** Whether texts that are JSON strings came (`addString`). */
  hasStrings: u32;
  /** Whether the table is placed by a keyed hash, since texts with equal hashes met. */
  keyed: u32;
  /** Where its slots in the sample are. */
  slots: u32;
  /** How many numbers its narrow sums may have (sums.ts). */
  pendingSums: u32;
}

/** Pointers to pages of sums follow the members. */
export const SUMS: usize = offsetof<Column>();
export const COLUMN_BYTES: u32 = <u32>offsetof<Column>() + 4 * SUM_PAGES;

/** Where the pointers to pages of sums begin in a column. */
export function columnSums(): u32 {
  return <u32>SUMS;
}
