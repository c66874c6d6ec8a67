import { isUtf8 } from 'node:buffer';
import { CELL, Row } from '../cell.ts';
import { LONGEST_ROW, MOST_COLUMNS } from '../limits.ts';
import { mergeStates } from '../merge-states.ts';
import type { ScanState } from '../scan-state.ts';
import { STATE_LIMITS, type StateLimits } from '../state-limits.ts';
import { decodeJsonRow } from './decode-json-row.ts';
import { MemoryFull } from './memory-full.ts';
import type { RowRules } from './row-rules.ts';
import { ScanKernel } from './scan-kernel.ts';

const FIRST_WINDOW = 1 << 18;
/** Behind the window: a line feed that ends the last row, and what the kernel reads at once. */
const SLACK = 128;
const LINE_FEED = 10;

/** Each makes a table of samples anew: rows whose keys never end are for another scanner. */
const MOST_KERNELS = 32;

const NEW_KEYS = 1;
const NOT_READ = 2;

export interface JsonKernelOptions {
  readonly missingValues?: readonly string[];
  readonly limits?: StateLimits;
  /**
   * What is looked for in rows of these columns: asked again when there are more. Where a column that no row may lack is
   * not among them, every row is to be asked for.
   */
  readonly rules?: (names: readonly string[]) => RowRules;
  /** Of the window that slides over a file, at the start; tests have small ones. */
  readonly windowBytes?: number;
}

/** Where the bytes that are pushed begin. */
export interface JsonPart {
  /** Index among the files of the data set. */
  readonly file: number;
  /** Bytes of the file before the first one; left out: 0. */
  readonly position?: number;
  /** Line of the first one; left out: 1. */
  readonly line?: number;
}

/**
 * Reads JSON Lines files into kernels, from chunks of any size. It gives what `JsonLinesScanner` and `RowStatistics` give
 * for the same bytes, as long as every row is a flat object; else `refusal` is set, and what was collected is of no use.
 *
 * A kernel has the columns that it was made with. Where a row has a new key, another kernel takes over, for which all
 * keys of the window are looked up first, and the states of both are merged.
 */
export class JsonKernelScanner {
  /** Every key met, in order of first appearance, behind those that were given. */
  readonly names: string[];
  /** Whether rows must be read by another scanner, which says what is wrong or reads lists and objects. */
  refusal = false;
  readonly #options: JsonKernelOptions;
  #kernel: ScanKernel;
  /** Keys that the kernel had from the start. */
  #givenKeys = 0;
  #kernels = 1;
  #before: ScanState | null = null;
  #rowsBefore = 0;
  #window = 0;
  #capacity = 0;
  /** Bytes in the window, which begins with a row, and of the file before it. */
  #end = 0;
  #position = 0;
  #file = 0;

  /** `names`: columns that other files have. */
  constructor(names: readonly string[] = [], options: JsonKernelOptions = {}) {
    this.names = [...names];
    this.#options = options;
    this.#kernel = this.#makeKernel();
    this.#allocate(options.windowBytes ?? FIRST_WINDOW);
  }

  get rows(): number {
    return this.#rowsBefore + this.#kernel.rows;
  }

  begin({ file, position = 0, line = 1 }: JsonPart): void {
    this.#file = file;
    this.#position = position;
    this.#end = 0;
    this.#beginKernel(line);
  }

  /** Memory for the next bytes, valid until the next call of anything; `filled` tells how many came. */
  room(): Uint8Array {
    return this.#kernel.memory.subarray(this.#window + this.#end, this.#window + this.#capacity);
  }

  filled(bytes: number): void {
    this.#end += bytes;
    if (this.#end === this.#capacity) this.#read();
  }

  push(chunk: Uint8Array): void {
    let taken = 0;
    while (taken < chunk.length && !this.refusal) {
      const room = this.room();
      const part = chunk.subarray(taken, taken + room.length);
      room.set(part);
      taken += part.length;
      this.filled(part.length);
    }
  }

  /** After the last byte of a part; its last row need not end with a line feed. */
  finish(): void {
    if (this.#end === 0 || this.refusal) return;
    const { memory } = this.#kernel;
    if (memory[this.#window + this.#end - 1] !== LINE_FEED) {
      memory[this.#window + this.#end++] = LINE_FEED;
    }
    this.#read();
  }

  /** Once, after the last part; null after a refusal. Throws `MemoryFull`. */
  state(): ScanState | null {
    if (this.refusal) return null;
    const state = this.#kernel.state();
    return this.#before === null ? state : this.#merge(this.#before, state);
  }

  #read(): void {
    try {
      this.#readWindow();
    } catch (error) {
      if (!(error instanceof MemoryFull)) throw error;
      this.refusal = true;
    }
  }

  #readWindow(): void {
    const bytes = this.#wholeRows();
    for (let done = 0; done < bytes; ) {
      const kernel = this.#kernel;
      const { exports } = kernel;
      const position = BigInt(this.#position + done);
      const at = this.#window + done;
      done += kernel.guarded(() => exports.readJson(at, bytes - done, position));
      const status = Number(exports.jsonStatus.value);
      if (status === NOT_READ || (status === NEW_KEYS && !this.#takeNewKeys())) {
        this.refusal = true;
        return;
      }
    }
    this.#kernel.memory.copyWithin(this.#window, this.#window + bytes, this.#window + this.#end);
    this.#end -= bytes;
    this.#position += bytes;
    if (this.#end === this.#capacity) this.#grow();
  }

  /** Bytes of the window up to its last line feed; none where they are no UTF-8. */
  #wholeRows(): number {
    const window = this.#kernel.memory.subarray(this.#window, this.#window + this.#end);
    const bytes = window.lastIndexOf(LINE_FEED) + 1;
    if (isUtf8(window.subarray(0, bytes))) return bytes;
    this.refusal = true;
    return 0;
  }

  /** Another kernel, whose columns are all that were met, reads on. False when columns or kernels are too many. */
  #takeNewKeys(): boolean {
    const last = this.#kernel;
    if (++this.#kernels > MOST_KERNELS) return false;
    const { exports } = last;
    for (let key = this.#givenKeys; key < Number(exports.keys.value); key++) {
      this.names.push(last.textAt(exports.keyName(key), exports.keyNameLength(key)));
    }
    if (this.names.length > MOST_COLUMNS) return false;
    if (last.rows > 0) {
      const state = last.state();
      this.#before = this.#before === null ? state : this.#merge(this.#before, state);
      this.#rowsBefore += last.rows;
    }
    // Its state may have made its memory grow.
    const window = last.memory.subarray(this.#window, this.#window + this.#end);
    const line = Number(exports.jsonLine.value) >>> 0;
    this.#kernel = this.#makeKernel();
    this.#allocate(this.#capacity + SLACK);
    this.#kernel.memory.set(window, this.#window);
    this.#beginKernel(line);
    return true;
  }

  #beginKernel(line: number): void {
    const kernel = this.#kernel;
    const predicates = kernel.rules?.predicates ?? [];
    const needed = predicates.filter((asked) => asked && asked.refusedKinds & (1 << CELL.missing));
    kernel.beginFile(this.#file);
    kernel.exports.beginJson(line, needed.length);
  }

  #makeKernel(): ScanKernel {
    const kernel = new ScanKernel(
      [...this.names],
      this.#options.missingValues,
      this.#options.limits,
    );
    const { exports, columns } = kernel;
    kernel.guarded(() => {
      for (const [index, name] of this.names.entries()) {
        kernel.withText(name, (at, length) => exports.nameKey(at, length, columns[index] ?? 0));
      }
      this.#givenKeys = Number(exports.keys.value);
      const rules = this.#options.rules?.(kernel.names);
      if (rules !== undefined) this.#takeFlaggedRows(kernel, rules);
    });
    return kernel;
  }

  #takeFlaggedRows(kernel: ScanKernel, rules: RowRules): void {
    kernel.setRules(rules);
    const row = new Row(kernel.names);
    const places = new Map(kernel.names.map((name, index) => [name, index]));
    kernel.onFlaggedRow = (at, length, line) => {
      row.file = this.#file;
      row.line = line;
      row.position = this.#position + at - this.#window;
      decodeJsonRow(kernel.textAt(at, length), places, kernel.missingValues, row);
      rules.onRow(row);
    };
  }

  #merge(before: ScanState, state: ScanState): ScanState {
    return mergeStates(before, state, undefined, this.#options.limits ?? STATE_LIMITS);
  }

  #grow(): void {
    if (this.#end > LONGEST_ROW) {
      this.refusal = true;
      return;
    }
    const window = this.#window;
    const capacity = this.#capacity;
    this.#allocate(2 * (capacity + SLACK));
    this.#kernel.memory.copyWithin(this.#window, window, window + this.#end);
    this.#kernel.exports.release(window, capacity + SLACK);
  }

  #allocate(bytes: number): void {
    const kernel = this.#kernel;
    this.#window = kernel.guarded(() => kernel.exports.allocate(bytes)) >>> 0;
    this.#capacity = bytes - SLACK;
  }
}
