import { type DataConfiguration, matchesPattern } from '../config/index.ts';
import { type SourceLocation, UserError } from '../errors/index.ts';
import {
  CELL,
  type ColumnBatch,
  type CsvRow,
  CsvScanner,
  type PlacedBatch,
  Row,
} from '../scan/index.ts';
import {
  type DataContent,
  type DataSource,
  hasRowsForLines,
  openData,
  type TfRecordRow,
} from '../sources/index.ts';
import { ColumnReader } from './column-reader.ts';
import { ColumnNames, CsvHeader } from './columns.ts';
import { describeCsvFault, FaultList } from './faults.ts';
import { detectFormat } from './file-head.ts';
import { fillFromExample, fillFromObject, type RowToFill } from './fill-row.ts';
import { JsonLinesScanner, type JsonObject } from './json-lines.ts';
import { KernelScan } from './kernel-scan.ts';
import { HEAD_BYTES, MOST_CELLS } from './limits.ts';
import type { SharedParquet } from './shared-parquet.ts';

export interface RowOptions {
  /** Of Parquet and Arrow files, only these columns are read; left out: all. */
  readonly columns?: ReadonlySet<string>;
  /** Left out: as many as can be held in memory. */
  readonly mostCells?: number;
  /** Whether cells may be lists; left out: a list is the user's error, but in columns of `data.ignore`. */
  readonly lists?: boolean;
  /**
   * Whether rows may have cells whose bytes are no UTF-8, marked in the row's `invalidUtf8`, their text with U+FFFD for
   * what begins no character; left out: such a cell is the user's error. Names of columns must be UTF-8 in any case.
   */
  readonly invalidUtf8?: boolean;
  /**
   * Takes batches of columnar files instead of their rows, which `onRow` then does not get: much faster. Batches that
   * have lists, or text that is no UTF-8, come as rows all the same. A batch is only valid during the call. Returns
   * which of its rows `onBatchRow` is to get, 1 each.
   */
  readonly onBatch?: (batch: PlacedBatch) => Uint8Array | 'every' | 'none';
  readonly onBatchRow?: (row: Row) => void;
  /** Lets second threads read what `onBatch` and `onBatchRow` then do not get; left out: there are none. */
  readonly sharedParquet?: SharedParquet;
  /** Makes what takes the text files instead of their rows, which `onRow` then does not get: many times as fast. */
  readonly kernel?: (columns: ColumnNames) => KernelScan;
}

export function tooManyCells(where: SourceLocation): UserError {
  return new UserError({
    what: `The data has more than ${MOST_CELLS} cells`,
    where,
    remedy: 'Use a sample of the rows, or leave columns out of the file',
  });
}

/** The state of reading one data set: which file, its format, the columns met so far. */
export class DataReader {
  readonly columns = new ColumnNames();
  readonly #paths: readonly string[];
  readonly #data: DataConfiguration;
  readonly #missingValues: ReadonlySet<string>;
  /** By column whether its cells may be lists. */
  readonly #listColumns = new Map<number, boolean>();
  readonly #onRow: (row: Row) => void;
  readonly #options: RowOptions;
  readonly #row = new Row(this.columns.names);
  readonly #faults = new FaultList();
  #file = '';
  #header: CsvHeader | null = null;
  #head: Uint8Array[] | null = null;
  #headLength = 0;
  #scanner: CsvScanner | JsonLinesScanner | KernelScan | null = null;
  readonly #kernel: KernelScan | null;
  #rowCount = 0;

  constructor(
    paths: readonly string[],
    data: DataConfiguration,
    onRow: (row: Row) => void,
    options: RowOptions = {},
  ) {
    this.#paths = paths;
    this.#data = data;
    this.#missingValues = new Set(data.missingValues);
    this.#onRow = onRow;
    this.#options = options;
    this.#kernel = options.kernel?.(this.columns) ?? null;
  }

  get rowCount(): number {
    const { sharedParquet } = this.#options;
    return this.#rowCount + (this.#kernel?.rows ?? 0) + (sharedParquet?.rows ?? 0);
  }

  /** Calls `onBytes` with the bytes of the file as they are stored, once and in order. */
  async readFile(
    index: number,
    source: DataSource,
    onBytes: (chunk: Uint8Array) => void,
  ): Promise<void> {
    this.#file = this.#paths[index] ?? '';
    this.#row.file = index;
    this.#row.lists.clear();
    this.#row.invalidUtf8.clear();
    this.#row.hasTypes = false;
    const { columns } = this.#options;
    const { content, finish } = await openData(this.#file, source, {
      format: this.#data.format,
      onBytes,
      ...(columns === undefined ? {} : { columns }),
    });
    if (content.kind === 'text') {
      const isRead = await this.#share(source, content.upTo);
      if (!isRead) await this.#readText(content.chunks);
    }
    if (content.kind === 'columns') await this.#readColumns(source, content, finish);
    if (content.kind === 'examples') {
      for await (const row of content.rows) this.#readExample(row);
    }
    await finish();
  }

  finish(): void {
    this.#faults.throwIfAny();
  }

  /** Reads a large file by two threads; false when it is to be read by this one. */
  async #share(
    source: DataSource,
    upTo: ((endByte: number) => Promise<void>) | null,
  ): Promise<boolean> {
    const kernel = this.#kernel;
    const { path, byteLength: size } = source;
    if (kernel === null || path === undefined || upTo === null || !kernel.wantsShared(size)) {
      return false;
    }
    const head = await source.slice(0, Math.min(size, HEAD_BYTES));
    const { format, skip } = detectFormat(this.#file, head, this.#data);
    const start = { index: this.#row.file, file: this.#file, format, skip };
    return await kernel.shareFile(start, head.subarray(skip), { path, size, upTo });
  }

  async #readText(chunks: AsyncIterable<Uint8Array>): Promise<void> {
    this.#beginText();
    for await (const chunk of chunks) this.#push(chunk);
    if (this.#head !== null) this.#begin();
    this.#scanner?.finish();
    this.#checkRefusal();
  }

  #beginText(): void {
    this.#header = null;
    this.#head = [];
    this.#headLength = 0;
    this.#scanner = null;
  }

  #push(chunk: Uint8Array): void {
    if (this.#head === null) {
      this.#feed(chunk);
      return;
    }
    // A copy: the reader of a file may use its buffer again.
    this.#head.push(chunk.slice());
    this.#headLength += chunk.byteLength;
    if (this.#headLength >= HEAD_BYTES) this.#begin();
  }

  async #readColumns(
    source: DataSource,
    { data, rowGroups }: Extract<DataContent, { kind: 'columns' }>,
    finish: () => Promise<void>,
  ): Promise<void> {
    const where = { file: this.#file };
    const problems = this.columns.takeHeader({ names: data.columns, where });
    if (problems.length > 0) throw new UserError(problems);
    const { names } = this.columns;
    const places = data.columns.map((name) => this.columns.find(name) ?? 0);
    const columns = { names, places, missingValues: this.#missingValues };
    const { onBatch, onBatchRow, sharedParquet } = this.#options;
    const reader = new ColumnReader(this.#row, columns, {
      onBatch:
        onBatch &&
        ((placed) => {
          this.#count(placed.batch.rowCount, where);
          return onBatch(placed);
        }),
      onBatchRow,
      onRow: (_, index) => this.#giveNumbered(index),
    });
    const read = (batch: ColumnBatch) => reader.read(batch);
    const { path, byteLength: size } = source;
    if (rowGroups !== null && path !== undefined && sharedParquet?.wants(rowGroups, names)) {
      const { file: index } = this.#row;
      const file = { path, size, index, wanted: data.columns, rowGroups, ...columns };
      await sharedParquet.share(file, read, finish);
      return;
    }
    for await (const batch of data.batches) read(batch);
  }

  #readExample({ row: index, features }: TfRecordRow): void {
    fillFromExample(this.#rowAt({ file: this.#file }), features);
    this.#giveNumbered(index);
  }

  /** A row that has no line, but a number: `index` counts from 0. */
  #giveNumbered(index: number): void {
    const row = this.#row;
    row.position = index;
    for (const column of this.#options.invalidUtf8 === true ? [] : row.invalidUtf8) {
      this.#faults.add({
        what: `Row ${index + 1} holds bytes in "${this.columns.names[column]}" that are no UTF-8`,
        where: { file: this.#file },
        remedy: 'Write text as UTF-8, and leave columns of bytes out of the file',
      });
      return;
    }
    this.#give(index + 1);
  }

  #begin(): void {
    const head = Buffer.concat(this.#head ?? []);
    this.#head = null;
    const { format, skip } = detectFormat(this.#file, head, this.#data);
    if (this.#kernel !== null) {
      const start = { index: this.#row.file, file: this.#file, format, skip };
      this.#kernel.begin(start, head.subarray(skip));
      this.#scanner = this.#kernel;
      this.#kernel.push(head.subarray(skip));
      return;
    }
    this.#scanner =
      format.kind === 'csv'
        ? new CsvScanner(format.delimiter, (row) => this.#readCsv(row, format.delimiter), skip)
        : new JsonLinesScanner(
            this.#file,
            (...row) => this.#readObject(...row),
            (problem) => this.#faults.add(problem),
            skip,
            this.#options.invalidUtf8,
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
    if (scanner instanceof KernelScan) return;
    const refusal =
      scanner instanceof CsvScanner
        ? scanner.refusal && describeCsvFault(this.#file, scanner.refusal)
        : scanner?.refusal;
    if (!refusal) return;
    this.#faults.add(refusal);
    this.#faults.throwIfAny();
  }

  #readCsv(row: CsvRow, delimiter: string): void {
    const isKept = row.fault?.kind === 'invalid-utf8' && this.#options.invalidUtf8 === true;
    const fault = isKept && this.#header !== null ? null : row.fault;
    if (fault !== null) this.#faults.add(describeCsvFault(this.#file, fault));
    if (this.#header === null) {
      // Without sound columns every row would be at fault.
      this.#faults.throwIfAny();
      this.#header = new CsvHeader(this.#file, row, delimiter, this.columns);
      return;
    }
    if (fault !== null) return;
    const { places } = this.#header;
    if (row.cellCount !== places.length) {
      this.#faults.add({
        what: `This row has ${row.cellCount} cells and the header has ${places.length}`,
        where: { file: this.#file, line: row.line },
        remedy: 'Check its delimiters and quotes',
      });
      return;
    }
    // JSON Lines may have brought columns that this file lacks.
    this.#row.resize(this.columns.names.length);
    this.#row.clear();
    for (let index = 0; index < places.length; index++) {
      this.#row.setText(places[index] ?? 0, row.text(index), this.#missingValues);
    }
    if (isKept) this.#markInvalidUtf8(row, places);
    this.#row.position = row.position;
    this.#give(row.line);
    this.#row.invalidUtf8.clear();
  }

  #markInvalidUtf8(row: CsvRow, places: readonly number[]): void {
    for (const [cell, column] of places.entries()) {
      const isMissing = this.#row.kinds[column] === CELL.missing;
      if (!isMissing && !row.isUtf8(cell)) this.#row.invalidUtf8.add(column);
    }
  }

  #readObject(line: number, object: JsonObject, offset: number, isUtf8: boolean): void {
    fillFromObject(this.#rowAt({ file: this.#file, line }), object, isUtf8);
    this.#row.position = offset;
    this.#give(line);
  }

  #rowAt(where: SourceLocation): RowToFill {
    return { row: this.#row, columns: this.columns, where, missingValues: this.#missingValues };
  }

  #give(line: number): void {
    const row = this.#row;
    row.line = line;
    const where = hasRowsForLines(this.#file) ? { file: this.#file } : { file: this.#file, line };
    if (row.lists.size > 0 && this.#options.lists !== true) this.#checkLists(where);
    this.#count(1, where);
    this.#onRow(row);
  }

  #count(rows: number, where: SourceLocation): void {
    this.#rowCount += rows;
    const most = this.#options.mostCells ?? MOST_CELLS;
    if (this.#rowCount * this.columns.names.length > most) throw tooManyCells(where);
  }

  #checkLists(where: SourceLocation): void {
    for (const column of this.#row.lists.keys()) {
      let allowed = this.#listColumns.get(column);
      if (allowed === undefined) {
        allowed = this.#mayHoldLists(column);
        this.#listColumns.set(column, allowed);
      }
      if (allowed) continue;
      throw new UserError({
        what: `The column "${this.columns.names[column]}" holds lists of values, which can be validated but not learned from`,
        where,
        remedy:
          'Write each value as a column of its own, name the column in data.ignore, or make an array of it in features',
      });
    }
  }

  #mayHoldLists(column: number): boolean {
    const name = this.columns.names[column] ?? '';
    const { ignore, listColumns = [] } = this.#data;
    return ignore.includes(name) || listColumns.some((pattern) => matchesPattern(pattern, name));
  }
}
