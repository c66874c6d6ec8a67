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

/** The description at the end of a Parquet file has some 100 bytes for each column of each row group. */
export const MOST_FOOTER_BYTES = 64 * MEBIBYTE;
/** Of one page header, which may hold the smallest and the largest text of its page. */
export const MOST_PAGE_HEADER_BYTES = 16 * MEBIBYTE;
/** Unpacked; writers make pages of 1 MiB. */
export const MOST_PAGE_BYTES = 256 * MEBIBYTE;

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

export function batchRows(columns: number): number {
  return Math.max(64, Math.min(BATCH_ROWS, Math.floor(BATCH_CELLS / Math.max(1, columns))));
}
