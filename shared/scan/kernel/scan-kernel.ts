import { isUtf8 } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import { WasmInstance, WasmModule } from '../../web-assembly/index.ts';
import { saltOfColumn } from '../hash.ts';
import { LONGEST_ODD_TEXT } from '../limits.ts';
import { addOddCell, ODD_CELL_SORTS } from '../odd-cells.ts';
import type { SampleSize } from '../row-sample.ts';
import type { OddCell, OddCellSort, Place, ScanState } from '../scan-state.ts';
import { STATE_LIMITS, type StateLimits, valueLimits } from '../state-limits.ts';
import { KERNEL_BASE64 } from './kernel-bytes.ts';
import type { KernelExports, KernelImports } from './kernel-exports.ts';
import { guardMemory } from './memory-full.ts';
import { powersOfFive } from './powers-of-five.ts';
import { readColumn, readContents, readSample } from './read-state.ts';
import { addPredicates, failsTest, type RowRules } from './row-rules.ts';

/** A character has at most four bytes. */
const LONGEST_ODD_BYTES = 4 * LONGEST_ODD_TEXT;

let compiled: WasmModule | null = null;
let fives: BigUint64Array | null = null;

export type OddCells = Record<OddCellSort, OddCell[]>;

/**
 * An instance of the WebAssembly kernel: the columns of a data set and all that is collected of them. Files come in
 * the order of their index, and rows in that of their lines.
 */
export class ScanKernel {
  readonly exports: KernelExports;
  readonly names: readonly string[];
  readonly missingValues: ReadonlySet<string>;
  /** Rows that its sample may have. */
  readonly mostSampled: number;
  rules: RowRules | null = null;
  /**
   * Whether `state` is for another thread: its sample is then a copy, in shared memory. Else it is the kernel's memory,
   * all of which would be sent with it.
   */
  isSent = false;
  /** What reads the file at hand takes its flagged rows. */
  onFlaggedRow: (row: number, length: number, line: number) => void = () => {};
  /** Pointers to the columns. */
  readonly columns: readonly number[];
  readonly #oddCells: OddCells[] = [];
  #file = 0;
  #memory: Buffer = Buffer.alloc(0);
  #repaired = { at: 0, bytes: 0 };

  /** Throws `MemoryFull`. */
  constructor(
    names: readonly string[],
    missingValues: Iterable<string> = [],
    limits: StateLimits = STATE_LIMITS,
  ) {
    this.names = names;
    this.missingValues = new Set(missingValues);
    this.mostSampled = limits.sampleRows(names.length);
    this.exports = this.#instantiate();
    this.columns = this.guarded(() => this.#begin(limits));
  }

  /** Pointers to its columns. */
  #begin(limits: StateLimits): number[] {
    const { exports, names } = this;
    const seeds = randomBytes(16);
    exports.seedTables(seeds.readBigUInt64LE(0), seeds.readBigUInt64LE(8));
    const ofValues = valueLimits(limits, names.length);
    exports.limitValues(
      ofValues.countedTexts,
      ofValues.countedNumbers,
      ofValues.countedBytes,
      ofValues.countedTextBytes,
    );
    fives ??= powersOfFive();
    const at = exports.powersOfFive();
    new BigUint64Array(exports.memory.buffer, at, fives.length).set(fives);
    exports.startSample(names.length, this.mostSampled);
    exports.startContents(limits.contents);
    this.#addMissingValues([...this.missingValues]);
    return names.map((name, index) => exports.addColumn(index, saltOfColumn(name)));
  }

  /** What is looked for in rows, before the first one comes. */
  setRules(rules: RowRules): void {
    this.rules = rules;
    addPredicates(this, rules.predicates);
    for (const index of rules.watched ?? []) {
      const column = this.columns[index];
      if (column !== undefined) this.exports.watchColumn(column);
    }
    this.exports.setRules(rules.everyRow === true ? 1 : 0);
  }

  /** The kernel's memory; what was got before it grew is no longer of use. */
  get memory(): Buffer {
    const { buffer } = this.exports.memory;
    if (this.#memory.buffer !== buffer) this.#memory = Buffer.from(buffer);
    return this.#memory;
  }

  /** Of its sample. */
  get sampled(): SampleSize {
    const { sampleLevel, sampleRows } = this.exports;
    return { level: Number(sampleLevel.value), rows: Number(sampleRows.value) >>> 0 };
  }

  /** Keeps about half of the rows in the sample, and of those that follow. */
  raiseSampleLevel(): void {
    this.exports.raiseSampleLevel();
  }

  get rows(): number {
    return Number(this.exports.rows.value) >>> 0;
  }

  /** Rows that follow belong to this file of the data set. */
  beginFile(index: number): void {
    this.#file = index;
    this.exports.beginFile(index);
  }

  /** Does what calls it. Throws `MemoryFull` where there was no memory left, after which nothing of it is of use. */
  guarded<Result>(work: () => Result): Result {
    return guardMemory(this.exports, work);
  }

  /** Once, after the last row. Throws `MemoryFull`. */
  state(): ScanState {
    return this.guarded(() => this.#state());
  }

  #state(): ScanState {
    const { exports, columns } = this;
    for (const column of columns) exports.tallyColumn(column);
    return {
      rows: this.rows,
      columns: columns.map((column, index) =>
        readColumn(this, column, this.#oddCells[index] ?? noOddCells()),
      ),
      sample: readSample(this),
      contents: readContents(this),
    };
  }

  #instantiate(): KernelExports {
    compiled ??= new WasmModule(Buffer.from(KERNEL_BASE64, 'base64'));
    const scan: KernelImports = {
      slowNumber: (text, length) => Number(this.memory.toString('latin1', text, text + length)),
      oddCell: (column, sort, text, length) => this.#keepOddCell(column, sort, text, length),
      repairText: (text, length) => this.#repairText(text >>> 0, length),
      failsTest: (column, text, length, kind) => {
        const predicates = this.rules?.predicates ?? [];
        return failsTest(predicates, column, this.textAt(text, length), kind) ? 1 : 0;
      },
      flaggedRow: (row, length, line) => this.onFlaggedRow(row >>> 0, length, line >>> 0),
      watchedCell: (column, text, length) => {
        this.rules?.onWatched?.(column, this.textAt(text, length), this.#place());
      },
    };
    const instance = new WasmInstance(compiled, { scan: { ...scan } });
    return instance.exports as KernelExports;
  }

  #addMissingValues(texts: readonly string[]): void {
    const kept = texts.filter((text) => text !== '');
    if (kept.length === 0) return;
    this.exports.startMissing(kept.length);
    for (const text of kept) {
      this.withText(text, (at, length) => this.exports.addMissing(at, length));
    }
  }

  /** Puts a text into memory while `use` runs. */
  withText(text: string, use: (at: number, length: number) => void): void {
    const bytes = Buffer.from(text, 'utf8');
    const room = Math.max(1, bytes.length);
    const at = this.exports.allocate(room) >>> 0;
    this.memory.set(bytes, at);
    use(at, bytes.length);
    this.exports.release(at, room);
  }

  #keepOddCell(column: number, sort: number, text: number, length: number): void {
    const start = text >>> 0;
    const end = start + Math.min(length, LONGEST_ODD_BYTES);
    const name = ODD_CELL_SORTS[31 - Math.clz32(sort)] ?? 'text';
    const cells = this.#oddCells[column] ?? noOddCells();
    this.#oddCells[column] = cells;
    addOddCell(cells[name], this.memory.toString('utf8', start, end), this.#place());
  }

  #place(): Place {
    return { file: this.#file, line: this.exports.rowLine() >>> 0 };
  }

  /** A text in the kernel's memory. */
  textAt(text: number, length: number): string {
    return this.memory.toString('utf8', text >>> 0, (text >>> 0) + length);
  }

  #repairText(text: number, length: number): number {
    const bytes = this.memory.subarray(text, text + length);
    if (isUtf8(bytes)) return -1;
    const sound = Buffer.from(bytes.toString('utf8'), 'utf8');
    // The kernel may read some bytes further.
    if (this.#repaired.bytes < sound.length + 16) {
      if (this.#repaired.bytes > 0) this.exports.release(this.#repaired.at, this.#repaired.bytes);
      const room = sound.length + 16;
      this.#repaired = { at: this.exports.allocate(room) >>> 0, bytes: room };
      this.exports.setRepairedText(this.#repaired.at);
    }
    this.memory.set(sound, this.#repaired.at);
    return sound.length;
  }
}

function noOddCells(): OddCells {
  return { text: [], decimalComma: [], infinity: [], notANumber: [], invalidUtf8: [] };
}
