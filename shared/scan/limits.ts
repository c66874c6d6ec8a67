/** Limits of one row and of what is remembered of a data set. Each row limit is far above what a sound file needs. */

/** A row may be this long, in bytes: longer ones are nearly always a quote that was never closed. */
export const LONGEST_ROW = 16 * 1024 * 1024;

/** Wider tables are matrices: their columns can't be described one by one in a report. */
export const MOST_COLUMNS = 10_000;

/** Values of one list. Each takes 100 times the bytes that it has in a file. */
export const MOST_LIST_VALUES = 2 ** 20;

/** Rows of the sample: up to so many rows every figure is exact. */
export const SAMPLE_ROWS = 100_000;
/** Wide tables keep fewer rows, so that the sample has at most so many cells (8 bytes each) … */
export const SAMPLE_CELLS = 8_000_000;
/** … but never fewer than this. */
export const LEAST_SAMPLE_ROWS = 1_000;

/** Distinct texts of a column that are counted one by one, as long as they are no numbers … */
export const MOST_COUNTED_TEXTS = 32_768;
/** … those that are … */
export const MOST_COUNTED_NUMBERS = 4_096;
/** … and the bytes of all of them. */
export const MOST_COUNTED_BYTES = 2 * 1024 * 1024;
/** A longer cell, in bytes, is free text: its column's values are not counted one by one. */
export const LONGEST_COUNTED_TEXT = 1_024;

/** Tables of more columns than this count fewer values of each, so that all of them have no more than so many have. */
export const FULLY_COUNTED_COLUMNS = 256;

/** Row contents that are remembered to find rows that stand twice. */
export const MOST_CONTENTS = 16_384;

/** Places kept of each kind of odd cell. */
export const MOST_ODD_CELLS = 10;
/** Characters kept of an odd cell. */
export const LONGEST_ODD_TEXT = 200;
