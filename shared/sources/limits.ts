import { MOST_COLUMNS } from '../scan/index.ts';

/** Limits on packed and columnar files, which may claim anything. Each is far above what a sound file needs. */

const MEBIBYTE = 1024 * 1024;

/**
 * Unpacked text may be so many times as long as the packed file: tables reach 5 to 50, and gzip at most 1,032. A file
 * beyond it is made of nothing but repetition, to keep machines busy.
 */
export const MOST_EXPANSION = 400;
/** The ratio is looked at from here on: of little text it says nothing. */
export const EXPANSION_FROM_BYTES = 64 * MEBIBYTE;
/** Of one packed file, whatever its ratio. */
export const MOST_UNPACKED_BYTES = 1024 * 1024 * MEBIBYTE;

/**
 * Columnar files hold what repeats as a number of repetitions, so that five bytes may stand for 2³¹ cells. A table in
 * which each row says one word among thousands of columns has some 400 cells for each byte of its file. Texts count as
 * one cell for each 64 characters begun.
 */
export const MOST_CELLS_PER_BYTE = 1_000;
/** The ratio is looked at from here on: so many are read in a second or two, whoever wrote them. */
export const CELLS_FROM = 8 * 1024 * 1024;
/** Pages, dictionaries and buffers may unpack to so many times the file: a page that is all zeros does to 17,000 times its own … */
export const MOST_COLUMNAR_EXPANSION = 10_000;
/** … which is looked at from here on. */
export const COLUMNAR_EXPANSION_FROM_BYTES = 1024 * MEBIBYTE;

/** Of one schema, groups included: a few bytes can name one field many times. */
export const MOST_FIELDS = 4 * MOST_COLUMNS;
/** Names of all columns together, in characters: those within a group repeat its name. */
export const MOST_NAME_CHARACTERS = 16 * MEBIBYTE;
/** Of a Parquet file. Writers make one for 100,000 rows or more. */
export const MOST_ROW_GROUPS = 2 ** 20;

/** The description at the end of a Parquet file has some 100 bytes for each column of each row group. */
export const MOST_FOOTER_BYTES = 64 * MEBIBYTE;
/** Of one page header, which may hold the smallest and the largest text of its page. */
export const MOST_PAGE_HEADER_BYTES = 16 * MEBIBYTE;
/** Unpacked; writers make pages of 1 MiB. */
export const MOST_PAGE_BYTES = 256 * MEBIBYTE;
/** Unpacked; writers give up dictionaries of 1 MiB to 2 MiB. */
export const MOST_DICTIONARY_BYTES = 64 * MEBIBYTE;
/** Unpacked pages and dictionaries of all columns, which are read side by side. */
export const MOST_HELD_BYTES = 2048 * MEBIBYTE;

/** The description of one record batch or of the schema of an Arrow file. */
export const MOST_ARROW_METADATA_BYTES = 64 * MEBIBYTE;
/** One record batch of an Arrow file is held in memory. */
export const MOST_ARROW_BATCH_BYTES = 1024 * MEBIBYTE;

/** Objects within objects of one row. */
export const DEEPEST_NESTING = 32;

/** Rows of a batch, as long as it has no more cells than … */
export const BATCH_ROWS = 16_384;
/** … this. */
export const BATCH_CELLS = 2_000_000;

/** Long texts and lists make batches smaller, down to one row: so many bytes of the file … */
const BATCH_BYTES = 64 * MEBIBYTE;
/** … and so many values of lists, going by the mean. Where it misleads, rows of one batch may hold so much text … */
export const MOST_BATCH_TEXT = 512 * MEBIBYTE;
/** … and a column so many values of lists. */
export const MOST_BATCH_LIST_VALUES = 2 ** 25;

/** What some rows hold, as far as it is known before they are read. */
export interface RowsAhead {
  readonly columns: number;
  readonly rows: number;
  /** Unpacked. */
  readonly bytes: number;
  /** Of the column that has most. */
  readonly listValues: number;
}

/** Rows that are read at once. */
export function batchRows({ columns, rows, bytes, listValues }: RowsAhead): number {
  const ofCells = Math.max(64, Math.floor(BATCH_CELLS / Math.max(1, columns)));
  const ofBytes = Math.floor((BATCH_BYTES * rows) / Math.max(1, bytes));
  const ofLists = Math.floor((BATCH_CELLS * rows) / Math.max(1, listValues));
  return Math.max(1, Math.min(BATCH_ROWS, ofCells, ofBytes, ofLists));
}
