import { createHash } from 'node:crypto';
import type { DataConfiguration } from '../config/index.ts';
import { type SourceLocation, UserError } from '../errors/index.ts';
import type { DigestedFile } from '../lineage/index.ts';
import type { FilesPort } from '../platform/index.ts';
import { type CsvRow, CsvScanner, Row } from '../scan/index.ts';
import { ColumnNames, CsvHeader, type FileHeader } from './columns.ts';
import { type DataOrigin, resolveDataFiles } from './data-files.ts';
import { dealFiles, type FileRange } from './deal-files.ts';
import { describeCsvFault, FaultList } from './faults.ts';
import { detectFormat } from './file-head.ts';
import { JsonLinesScanner, type JsonObject } from './json-lines.ts';
import { HEAD_BYTES, MOST_CELLS } from './limits.ts';

export interface ScanOptions {
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
  const reader = new DataReader(paths, data, onRow);
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
    reader.beginFile(index);
    for await (const chunk of files.stream(path)) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      done += chunk.byteLength;
      reader.push(chunk);
      options.progress?.({ bytes: done, totalBytes, rows: reader.rowCount });
    }
    reader.endFile();
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

/** Throws a `UserError` for a data set without rows or without columns, whose last file is `file`. */
export function requireRows(rowCount: number, columns: readonly string[], file: string): void {
  if (rowCount > 0 && columns.length > 0) return;
  throw new UserError({
    what: rowCount > 0 ? 'The data has no columns' : 'The data has a header and no rows',
    where: { file },
    remedy: 'Write at least one row below the header',
  });
}

export function tooManyCells(where: SourceLocation): UserError {
  return new UserError({
    what: `The data has more than ${MOST_CELLS} cells`,
    where,
    remedy: 'Use a sample of the rows, or leave columns out of the file',
  });
}

/** The state of reading one data set: which file, its format, the columns met so far. */
class DataReader {
  readonly columns = new ColumnNames();
  rowCount = 0;
  readonly #paths: readonly string[];
  readonly #data: DataConfiguration;
  readonly #missingValues: ReadonlySet<string>;
  readonly #onRow: (row: Row) => void;
  readonly #row = new Row(this.columns.names);
  readonly #faults = new FaultList();
  #file = '';
  #header: CsvHeader | null = null;
  #head: Uint8Array[] | null = null;
  #headLength = 0;
  #scanner: CsvScanner | JsonLinesScanner | null = null;

  constructor(paths: readonly string[], data: DataConfiguration, onRow: (row: Row) => void) {
    this.#paths = paths;
    this.#data = data;
    this.#missingValues = new Set(data.missingValues);
    this.#onRow = onRow;
  }

  beginFile(index: number): void {
    this.#file = this.#paths[index] ?? '';
    this.#row.file = index;
    this.#header = null;
    this.#head = [];
    this.#headLength = 0;
    this.#scanner = null;
  }

  push(chunk: Uint8Array): void {
    if (this.#head === null) {
      this.#feed(chunk);
      return;
    }
    // A copy: the reader of a file may use its buffer again.
    this.#head.push(chunk.slice());
    this.#headLength += chunk.byteLength;
    if (this.#headLength >= HEAD_BYTES) this.#begin();
  }

  endFile(): void {
    if (this.#head !== null) this.#begin();
    this.#scanner?.finish();
    this.#checkRefusal();
  }

  finish(): void {
    this.#faults.throwIfAny();
  }

  #begin(): void {
    const head = Buffer.concat(this.#head ?? []);
    this.#head = null;
    const { format, skip } = detectFormat(this.#file, head, this.#data);
    this.#scanner =
      format.kind === 'csv'
        ? new CsvScanner(format.delimiter, (row) => this.#readCsv(row, format.delimiter), skip)
        : new JsonLinesScanner(
            this.#file,
            (line, object) => this.#readObject(line, object),
            (problem) => this.#faults.add(problem),
            skip,
          );
    this.#feed(head.subarray(skip));
  }

  #feed(chunk: Uint8Array): void {
    this.#scanner?.push(chunk);
    this.#checkRefusal();
  }

  /** A row without end leaves nothing to go on with. */
  #checkRefusal(): void {
    const scanner = this.#scanner;
    const refusal =
      scanner instanceof CsvScanner
        ? scanner.refusal && describeCsvFault(this.#file, scanner.refusal)
        : scanner?.refusal;
    if (!refusal) return;
    this.#faults.add(refusal);
    this.#faults.throwIfAny();
  }

  #readCsv(row: CsvRow, delimiter: string): void {
    if (row.fault !== null) this.#faults.add(describeCsvFault(this.#file, row.fault));
    if (this.#header === null) {
      // Without sound columns every row would be at fault.
      this.#faults.throwIfAny();
      this.#header = new CsvHeader(this.#file, row, delimiter, this.columns);
      return;
    }
    if (row.fault !== null) return;
    const { places } = this.#header;
    if (row.cellCount !== places.length) {
      this.#faults.add({
        what: `This row has ${row.cellCount} cells and the header has ${places.length}`,
        where: { file: this.#file, line: row.line },
        remedy: 'Check its delimiters and quotes',
      });
      return;
    }
    this.#row.resize(places.length);
    for (let index = 0; index < places.length; index++) {
      this.#row.setText(places[index] ?? 0, row.text(index), this.#missingValues);
    }
    this.#give(row.line);
  }

  #readObject(line: number, object: JsonObject): void {
    const where = { file: this.#file, line };
    for (const name of object.keys()) this.columns.require(name, where);
    this.#row.resize(this.columns.names.length);
    this.#row.clear();
    for (const [name, { kind, text }] of object) {
      const column = this.columns.find(name) ?? 0;
      if (kind === 'string') this.#row.setString(column, text, this.#missingValues);
      else this.#row.setText(column, text, this.#missingValues);
    }
    this.#give(line);
  }

  #give(line: number): void {
    this.#row.line = line;
    this.rowCount++;
    if (this.rowCount * this.columns.names.length > MOST_CELLS) {
      throw tooManyCells({ file: this.#file, line });
    }
    this.#onRow(this.#row);
  }
}
