import { createHash } from 'node:crypto';
import type { DataConfiguration } from '../config/index.ts';
import { UserError } from '../errors/index.ts';
import type { DigestedFile } from '../lineage/index.ts';
import type { FilesPort } from '../platform/index.ts';
import { Row } from './cell.ts';
import { ColumnNames, CsvHeader } from './columns.ts';
import { type CsvRow, CsvScanner } from './csv-scanner.ts';
import { type DataOrigin, resolveDataFiles } from './data-files.ts';
import { describeCsvFault, FaultList } from './faults.ts';
import { detectFormat } from './file-head.ts';
import { JsonLinesScanner, type JsonObject } from './json-lines.ts';
import { HEAD_BYTES, MOST_CELLS } from './limits.ts';

export interface ScanOptions {
  /** Files or globs; left out: those of the configuration. */
  readonly paths?: readonly string[];
  /** Where the paths stand, for messages about them; left out: `data.path`. */
  readonly origin?: DataOrigin;
  /** Called as bytes are read, 0 … 1. */
  readonly progress?: (fraction: number) => void;
}

export interface ScannedData {
  /** Every column, in order of first appearance. */
  readonly columns: readonly string[];
  readonly files: readonly string[];
  readonly digests: DigestedFile[];
  readonly rowCount: number;
}

/**
 * Reads all rows of a data set in one pass, in file order. `onRow` gets a `Row` that is only valid during the call; its
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
): Promise<ScannedData> {
  const paths = await resolveDataFiles(files, options.paths ?? data.path, options.origin);
  const reader = new DataReader(paths, data, onRow);
  const digests: DigestedFile[] = [];
  const sizes = await Promise.all(paths.map((path) => files.size(path)));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let done = 0;
  for (const [index, path] of paths.entries()) {
    const hash = createHash('sha256');
    let bytes = 0;
    reader.beginFile(index);
    for await (const chunk of files.stream(path)) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      done += chunk.byteLength;
      reader.push(chunk);
      options.progress?.(Math.min(1, done / Math.max(1, total)));
    }
    reader.endFile();
    digests.push({ path, bytes, sha256: hash.digest('hex') });
  }
  reader.finish();
  return { columns: reader.columns.names, files: paths, digests, rowCount: reader.rowCount };
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
    if (this.rowCount > 0 && this.columns.names.length > 0) return;
    throw new UserError({
      what: this.rowCount > 0 ? 'The data has no columns' : 'The data has a header and no rows',
      where: { file: this.#file },
      remedy: 'Write at least one row below the header',
    });
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
    for (const name of object.keys()) this.columns.require(name, this.#file, line);
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
      throw new UserError({
        what: `The data has more than ${MOST_CELLS} cells`,
        where: { file: this.#file, line },
        remedy: 'Use a sample of the rows, or leave columns out of the file',
      });
    }
    this.#onRow(this.#row);
  }
}
