import { createHash } from 'node:crypto';
import type { DataConfiguration } from '../config/index.ts';
import { UserError } from '../errors/index.ts';
import type { DigestedFile } from '../lineage/index.ts';
import type { FilesPort } from '../platform/index.ts';
import type { Row } from '../scan/index.ts';
import type { FileHeader } from './columns.ts';
import { type DataOrigin, resolveDataFiles } from './data-files.ts';
import { DataReader, type RowOptions } from './data-reader.ts';
import { dealFiles, type FileRange } from './deal-files.ts';

export interface ScanOptions extends RowOptions {
  /** Files or globs; left out: those of the configuration. */
  readonly paths?: readonly string[];
  /** Where the paths stand, for messages about them; left out: `data.path`. */
  readonly origin?: DataOrigin;
  /** Only one share of the files, which may hold no rows; `index` counts from 1. */
  readonly share?: { readonly index: number; readonly of: number };
  /** Called as bytes are read, at most once a chunk, and at the end. */
  readonly progress?: (read: ReadProgress) => void;
}

/** How far the reading of a data set, or of its share, has come. */
export interface ReadProgress {
  /** As they stand in the files, packed ones packed. */
  readonly bytes: number;
  /** Of all files that are to be read; smaller than `bytes` when a file grows meanwhile. */
  readonly totalBytes: number;
  readonly rows: number;
}

export interface ScannedData {
  /** Every column, in order of first appearance. */
  readonly columns: readonly string[];
  readonly files: readonly string[];
  /** Of the files that were read. */
  readonly digests: DigestedFile[];
  readonly rowCount: number;
}

/** What is known of the files besides. */
export interface FileScan extends ScannedData {
  /** In bytes, of every file of the data set. */
  readonly sizes: readonly number[];
  readonly range: FileRange;
  /** The first header of the files that were read. */
  readonly header: FileHeader | null;
}

/**
 * Reads all rows of a data set, or of a share of its files, in one pass, in file order. `onRow` gets a `Row` that is only valid during the call; its
 * cells are in the order of `columns`, which may grow while JSON Lines are read (a key not met before).
 *
 * Throws a `UserError` with up to 20 faults at once (file and line of each): no file, bytes that are no UTF-8, rows with
 * too few or too many cells, quotes never closed, duplicate or empty column names, files whose columns differ, no rows.
 */
export async function scanRows(
  files: FilesPort,
  data: DataConfiguration,
  onRow: (row: Row) => void,
  options: ScanOptions = {},
): Promise<FileScan> {
  const paths = await resolveDataFiles(files, options.paths ?? data.path, options.origin);
  const reader = new DataReader(paths, data, onRow, options);
  const digests: DigestedFile[] = [];
  const sizes = await Promise.all(paths.map((path) => files.size(path)));
  const { share } = options;
  const range = (share && dealFiles(sizes, share.of)[share.index - 1]) ?? {
    first: 0,
    end: paths.length,
  };
  const totalBytes = sizes.slice(range.first, range.end).reduce((sum, size) => sum + size, 0);
  let done = 0;
  for (let index = range.first; index < range.end; index++) {
    const path = paths[index] ?? '';
    const hash = createHash('sha256');
    let bytes = 0;
    const file = await files.open(path);
    try {
      const version = await file.version?.();
      await reader.readFile(index, file, (chunk) => {
        hash.update(chunk);
        bytes += chunk.byteLength;
        done += chunk.byteLength;
        options.progress?.({ bytes: done, totalBytes, rows: reader.rowCount });
      });
      // Threads and readers of columns read what is digested at another time.
      if ((await file.version?.()) !== version) throw changedMeanwhile(path);
    } finally {
      await file.close();
    }
    digests.push({ path, bytes, sha256: hash.digest('hex') });
  }
  reader.finish();
  const { columns, rowCount } = reader;
  options.progress?.({ bytes: done, totalBytes, rows: rowCount });
  if (share === undefined) requireRows(rowCount, columns.names, paths.at(-1) ?? '');
  return {
    columns: columns.names,
    files: paths,
    digests,
    rowCount,
    sizes,
    range,
    header: columns.header,
  };
}

function changedMeanwhile(file: string): UserError {
  return new UserError({
    what: 'The data file changed while it was read',
    where: { file },
    remedy: 'Run this again when nothing writes to the data',
  });
}

/** Throws a `UserError` for a data set without rows or without columns, whose last file is `file`. */
export function requireRows(rowCount: number, columns: readonly string[], file: string): void {
  if (rowCount > 0 && columns.length > 0) return;
  throw new UserError({
    what: rowCount > 0 ? 'The data has no columns' : 'The data has a header and no rows',
    where: { file },
    remedy: 'Write at least one row below the header',
  });
}
