import { randomBytes } from 'node:crypto';
import { WasmInstance, WasmModule } from '../../web-assembly/index.ts';
import { numberCell } from '../cell-value.ts';
import { emptyColumn, valuesOf } from '../merge-columns.ts';
import type { ColumnState, ValueState } from '../scan-state.ts';
import type { ValueLimits } from '../state-limits.ts';
import type { BatchExports } from './batch-exports.ts';
import { BATCH_KERNEL_BASE64 } from './batch-kernel-bytes.ts';
import { COLUMN } from './column-layout.ts';
import { KernelRegion } from './kernel-region.ts';
import { guardMemory } from './memory-full.ts';
import { powersOfFive } from './powers-of-five.ts';
import { readColumn, readKinds, readNumbers, readRegisters } from './read-state.ts';

const NUMBER_ENTRY = { bytes: 16, count: 8 } as const;

let compiled: WasmModule | null = null;

/**
 * An instance of the WebAssembly kernel of column batches, and the regions of its memory that a batch is put into. Each
 * column that is made in it has either numbers or texts.
 */
export class BatchKernel {
  readonly exports: BatchExports;
  readonly #limits: ValueLimits;
  #memory: Buffer = Buffer.alloc(0);
  /** By row: 1 where there is a value. */
  readonly valid: KernelRegion;
  /** By row, 8 bytes: doubles. */
  readonly values: KernelRegion;
  /** By row, 8 bytes: Σ of what the cells of the row add to its content. */
  readonly sums: KernelRegion;
  /** By row, 8 bytes: hashes of texts. */
  readonly hashes: KernelRegion;
  /** By row, 4 bytes: where texts begin, or codes; where they end. */
  readonly starts: KernelRegion;
  readonly ends: KernelRegion;
  /** By row, 4 bytes: indices of rows that a call found, or codes. */
  readonly found: KernelRegion;
  readonly bytes: KernelRegion;
  /** By code, 4 and 8 bytes. `counts` are 0 between batches. */
  readonly counts: KernelRegion;
  readonly terms: KernelRegion;

  constructor(missingValues: ReadonlySet<string>, limits: ValueLimits) {
    this.#limits = limits;
    compiled ??= new WasmModule(Buffer.from(BATCH_KERNEL_BASE64, 'base64'));
    const scan = {
      slowNumber: (text: number, length: number) =>
        Number(this.memory.toString('latin1', text >>> 0, (text >>> 0) + length)),
      // Columns of batches have no predicates.
      failsTest: () => 0,
    };
    this.exports = new WasmInstance(compiled, { scan }).exports as BatchExports;
    const { exports } = this;
    const region = () => new KernelRegion(exports);
    this.valid = region();
    this.values = region();
    this.sums = region();
    this.hashes = region();
    this.starts = region();
    this.ends = region();
    this.found = region();
    this.bytes = region();
    this.counts = region();
    this.terms = region();
    const seeds = randomBytes(16);
    exports.seedTables(seeds.readBigUInt64LE(0), seeds.readBigUInt64LE(8));
    exports.limitValues(
      limits.countedTexts,
      limits.countedNumbers,
      limits.countedBytes,
      limits.countedTextBytes,
    );
    const fives = powersOfFive();
    const at = exports.powersOfFive();
    new BigUint64Array(exports.memory.buffer, at, fives.length).set(fives);
    this.#addMissingValues([...missingValues].filter((text) => text !== ''));
  }

  /** The kernel's memory; what was got before it grew is no longer of use. */
  get memory(): Buffer {
    const { buffer } = this.exports.memory;
    if (this.#memory.buffer !== buffer) this.#memory = Buffer.from(buffer);
    return this.#memory;
  }

  /** Does what calls it. Throws `MemoryFull` where there was no memory left, after which nothing of it is of use. */
  guarded<Result>(work: () => Result): Result {
    return guardMemory(this.exports, work);
  }

  #addMissingValues(texts: readonly string[]): void {
    const { exports } = this;
    const numbers = texts
      .filter((text) => numberCell(Number(text), false).text === text)
      .map(Number);
    const at = exports.allocate(Math.max(1, 8 * numbers.length)) >>> 0;
    new Float64Array(exports.memory.buffer, at, numbers.length).set(numbers);
    exports.setMissingNumbers(at, numbers.length, this.#limits.countedNumbers);
    if (texts.length === 0) return;
    exports.startMissing(texts.length);
    for (const text of texts) {
      const bytes = Buffer.from(text, 'utf8');
      const start = exports.allocate(bytes.length) >>> 0;
      this.memory.set(bytes, start);
      exports.addMissing(start, bytes.length);
      exports.release(start, bytes.length);
    }
  }

  /** Of a column of `newTexts`, once. */
  textState(column: number): ColumnState {
    this.exports.tallyTexts(column);
    return readColumn(this, column, emptyColumn().oddCells);
  }

  /** Of a column of `newNumbers`, once. */
  numberState(column: number): ColumnState {
    this.exports.tallyNumbers(column);
    const kinds = readKinds(this, column);
    return {
      ...emptyColumn(),
      kinds,
      numbers: readNumbers(
        this,
        column,
        kinds.reduce((sum, count) => sum + count, 0),
      ),
      values: this.#numberValues(column),
    };
  }

  #numberValues(column: number): ValueState {
    const registers = readRegisters(this, column);
    if (registers !== null) return { counts: null, registers };
    const view = new DataView(this.exports.memory.buffer);
    const table = view.getUint32(column + COLUMN.table, true);
    const end = table + NUMBER_ENTRY.bytes * 2 ** view.getUint32(column + COLUMN.tableBits, true);
    const counts = new Map<string, number>();
    for (let entry = table; entry < end; entry += NUMBER_ENTRY.bytes) {
      const count = Number(view.getBigUint64(entry + NUMBER_ENTRY.count, true));
      if (count > 0) counts.set(numberCell(view.getFloat64(entry, true), false).text, count);
    }
    return valuesOf(counts, this.#limits);
  }
}
