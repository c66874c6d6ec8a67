import { isUtf8 } from 'node:buffer';
import { Row } from '../cell.ts';
import { LONGEST_ROW } from '../limits.ts';
import { decodeRow } from './decode-row.ts';
import { MemoryFull } from './memory-full.ts';
import type { ScanKernel } from './scan-kernel.ts';

const FIRST_WINDOW = 1 << 18;
/** Behind the window: a line feed that ends the last row, and what the kernel reads at once. */
const SLACK = 128;
const LINE_FEED = 10;
const NO_LIMIT = 0x7fff_ffff;

/** Why the kernel leaves a file to `scanRows`, which says what is wrong with it, or reads what the kernel does not. */
export type KernelRefusal =
  | 'ragged'
  | 'text-after-quote'
  | 'row-too-long'
  | 'unclosed-quote'
  | 'memory-full';

const REFUSALS: readonly KernelRefusal[] = ['ragged', 'text-after-quote', 'row-too-long'];

export interface CsvFile {
  /** Index among the files of the data set. */
  readonly file: number;
  readonly delimiter: string;
  /** Column of the data set, for each cell of a row. */
  readonly places: readonly number[];
  /** Bytes before the first one that is pushed: a byte order mark, or what others read. */
  readonly position?: number;
  /** Rows before the first one that counts; left out: 1, the header. */
  readonly headerRows?: number;
  /** Physical line of the first byte that is pushed; left out: 1. */
  readonly line?: number;
  /** Rows that begin here or later are another's; left out: none are. */
  readonly endPosition?: number;
  /** Of the window that slides over the file, at the start; tests have small ones. */
  readonly windowBytes?: number;
}

/**
 * Reads one CSV file into a kernel, from chunks of any size. It gives what `CsvScanner` and `RowStatistics` give for the
 * same bytes. Once `refusal` is set, the kernel's state is of no use.
 */
export class CsvKernelScanner {
  readonly #kernel: ScanKernel;
  /** Pointers to the columns of a row's cells. */
  readonly #cells: number;
  readonly #cellsBytes: number;
  #window = 0;
  #capacity = 0;
  /** Bytes in the window, which begins with a row, and of the file before it. */
  #end = 0;
  #position: number;
  readonly #endPosition: number;
  refusal: KernelRefusal | null = null;

  /** Throws `MemoryFull`. */
  constructor(kernel: ScanKernel, file: CsvFile) {
    this.#kernel = kernel;
    this.#position = file.position ?? 0;
    this.#endPosition = file.endPosition ?? Number.POSITIVE_INFINITY;
    const { exports } = kernel;
    this.#allocate(file.windowBytes ?? FIRST_WINDOW);
    this.#cellsBytes = 4 * Math.max(1, file.places.length);
    const cells = kernel.guarded(() => exports.allocate(this.#cellsBytes)) >>> 0;
    this.#cells = cells;
    for (const [cell, place] of file.places.entries()) {
      kernel.memory.writeUInt32LE((kernel.columns[place] ?? 0) >>> 0, cells + 4 * cell);
    }
    kernel.beginFile(file.file);
    this.#takeFlaggedRows(file);
    exports.beginCsv(
      file.delimiter.charCodeAt(0),
      cells,
      file.places.length,
      file.headerRows ?? 1,
      file.line ?? 1,
    );
  }

  #takeFlaggedRows({ file, delimiter, places }: CsvFile): void {
    const kernel = this.#kernel;
    const { rules, missingValues } = kernel;
    if (rules === null) return;
    const row = new Row(kernel.names);
    row.file = file;
    kernel.onFlaggedRow = (at, length, line) => {
      row.line = line;
      row.position = this.#position + at - this.#window;
      const bytes = kernel.memory.subarray(at, at + length);
      decodeRow(bytes, delimiter.charCodeAt(0), places, missingValues, row);
      rules.onRow(row);
    };
  }

  /** Memory for the next bytes, valid until the next call of anything; `filled` tells how many came. */
  room(): Uint8Array {
    return this.#kernel.memory.subarray(this.#window + this.#end, this.#window + this.#capacity);
  }

  filled(bytes: number): void {
    this.#end += bytes;
    if (this.#end === this.#capacity) this.#read();
  }

  /** Whether all rows before `endPosition` are read. */
  get isDone(): boolean {
    return this.#position >= this.#endPosition;
  }

  push(chunk: Uint8Array): void {
    let taken = 0;
    while (taken < chunk.length && this.refusal === null) {
      const room = this.room();
      const part = chunk.subarray(taken, taken + room.length);
      room.set(part);
      taken += part.length;
      this.filled(part.length);
    }
  }

  /** After the last byte; the last row need not end with a line break. */
  finish(): void {
    if (this.#end > 0 && this.refusal === null && !this.isDone) {
      const { memory } = this.#kernel;
      if (memory[this.#window + this.#end - 1] !== LINE_FEED) {
        memory[this.#window + this.#end++] = LINE_FEED;
      }
      this.#read();
      if (this.#end > 0 && !this.isDone) this.refusal ??= 'unclosed-quote';
    }
    if (this.refusal === 'memory-full') return;
    this.#kernel.exports.release(this.#cells, this.#cellsBytes);
    this.#kernel.exports.release(this.#window, this.#capacity + SLACK);
  }

  #read(): void {
    try {
      this.#kernel.guarded(() => this.#readWindow());
    } catch (error) {
      if (!(error instanceof MemoryFull)) throw error;
      this.refusal = 'memory-full';
    }
  }

  #readWindow(): void {
    const { exports } = this.#kernel;
    const limit = Math.min(NO_LIMIT, this.#endPosition - this.#position);
    const bytes = exports.findRows(this.#window, this.#end, limit);
    if (bytes > 0) {
      const { memory } = this.#kernel;
      const complete = memory.subarray(this.#window, this.#window + bytes);
      exports.setCheckUtf8(isUtf8(complete) ? 0 : 1);
      exports.readCsv(this.#window, BigInt(this.#position));
    }
    const status = Number(exports.status.value);
    if (status !== 0) this.refusal = REFUSALS[status - 1] ?? 'ragged';
    if (this.refusal !== null) return;
    this.#kernel.memory.copyWithin(this.#window, this.#window + bytes, this.#window + this.#end);
    this.#end -= bytes;
    this.#position += bytes;
    if (this.#end === this.#capacity && !this.isDone) this.#grow();
  }

  #grow(): void {
    if (this.#end > LONGEST_ROW) {
      this.refusal = 'row-too-long';
      return;
    }
    const { exports } = this.#kernel;
    const window = this.#window;
    const capacity = this.#capacity;
    this.#allocate(2 * (capacity + SLACK));
    this.#kernel.memory.copyWithin(this.#window, window, window + this.#end);
    exports.release(window, capacity + SLACK);
  }

  #allocate(bytes: number): void {
    const kernel = this.#kernel;
    this.#window = kernel.guarded(() => kernel.exports.allocate(bytes)) >>> 0;
    this.#capacity = bytes - SLACK;
  }
}
