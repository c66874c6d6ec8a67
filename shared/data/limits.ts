/** Limits on data files, which may hold anything. Each is far above what a sound file needs. */

/** Rows keep the number of their file in 16 bits. */
export const MOST_FILES = 65_535;

/** Columns are held in memory at up to 8 bytes a cell: 1.6 GB. */
export const MOST_CELLS = 200_000_000;

/** Faults listed in one message; the rest are counted. */
export const MOST_FAULTS_LISTED = 20;

/** Bytes looked at to decide on format and delimiter. */
export const HEAD_BYTES = 64 * 1024;

/** Globs that the braces of one path may stand for: each is searched by itself. */
export const MOST_BRACE_ALTERNATIVES = 1_000;

/** Longer paths exist on no system; a long glob takes long. */
export const LONGEST_PATH = 4_096;

/** A shard's file is read as one text, of which an engine holds half a gigabyte. */
export const MOST_SHARD_BYTES = 256 * 1024 * 1024;
