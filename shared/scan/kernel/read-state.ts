import type { WasmMemory } from '../../web-assembly/index.ts';
import { compareCodePoints } from '../code-points.ts';
import type {
  ColumnState,
  ContentSample,
  NumberState,
  OddCell,
  OddCellSort,
  Place,
  RowSample,
  ValueState,
} from '../scan-state.ts';
import { COLUMN, CONTENT, ENTRY } from './column-layout.ts';
import { readSums } from './read-sums.ts';
import { readTexts } from './read-texts.ts';
import type { ScanKernel } from './scan-kernel.ts';

/** What columns are read from. */
export interface ColumnMemory {
  readonly memory: Buffer;
  readonly exports: { readonly memory: WasmMemory; columnSums(): number };
}

const KINDS = 7;
const REGISTERS = 1 << 14;

export function readColumn(
  kernel: ColumnMemory,
  column: number,
  oddCells: Readonly<Record<OddCellSort, readonly OddCell[]>>,
): ColumnState {
  const view = viewOf(kernel);
  const number = (offset: number) => Number(view.getBigUint64(column + offset, true));
  const kinds = readKinds(kernel, column);
  const count = kinds.reduce((sum, cells) => sum + cells, 0);
  const lengths =
    count === 0
      ? { count, min: 0, max: 0, total: 0 }
      : {
          count,
          min: view.getUint32(column + COLUMN.lengthMin, true),
          max: view.getUint32(column + COLUMN.lengthMax, true),
          total: number(COLUMN.lengthTotal),
        };
  return {
    kinds,
    numbers: readNumbers(kernel, column, (kinds[1] ?? 0) + (kinds[2] ?? 0)),
    values: readValues(kernel, column),
    lengths,
    lists: null,
    decimalCommas: number(COLUMN.decimalCommas),
    thousandsCommas: number(COLUMN.thousandsCommas),
    invalidUtf8: number(COLUMN.invalidUtf8),
    oddCells,
  };
}

export function readKinds(kernel: ColumnMemory, column: number): number[] {
  const view = viewOf(kernel);
  return Array.from({ length: KINDS }, (_, kind) =>
    Number(view.getBigUint64(column + COLUMN.kinds + 8 * kind, true)),
  );
}

export function readNumbers(kernel: ColumnMemory, column: number, count: number): NumberState {
  const view = viewOf(kernel);
  return {
    count,
    min: view.getFloat64(column + COLUMN.min, true),
    max: view.getFloat64(column + COLUMN.max, true),
    zeros: Number(view.getBigUint64(column + COLUMN.zeros, true)),
    bigIntegers: Number(view.getBigUint64(column + COLUMN.bigIntegers, true)),
    ...readSums(view, column + kernel.exports.columnSums()),
  };
}

function readValues(kernel: ColumnMemory, column: number): ValueState {
  const { memory } = kernel;
  const view = viewOf(kernel);
  const registers = readRegisters(kernel, column);
  if (registers !== null) return { counts: null, registers };
  const table = view.getUint32(column + COLUMN.table, true);
  const end = table + ENTRY.pointer * 2 ** view.getUint32(column + COLUMN.tableBits, true);
  const counts = new Map<string, number>();
  for (let at = table; at < end; at += ENTRY.pointer) {
    const entry = view.getUint32(at, true);
    if (entry === 0) continue;
    const count = view.getUint32(entry + ENTRY.count, true);
    const start = view.getUint32(entry + ENTRY.text, true);
    const text = memory.toString('utf8', start, start + view.getUint16(entry + ENTRY.length, true));
    // A JSON string and a number may have one text.
    counts.set(text, (counts.get(text) ?? 0) + count);
  }
  const texts = [...counts.keys()].sort(compareCodePoints);
  return { counts: { texts, counts: texts.map((text) => counts.get(text) ?? 0) }, registers: null };
}

/** Null while the column's values are counted. */
export function readRegisters(kernel: ColumnMemory, column: number): Uint8Array | null {
  const registers = viewOf(kernel).getUint32(column + COLUMN.registers, true);
  if (registers === 0) return null;
  return Uint8Array.from(kernel.memory.subarray(registers, registers + REGISTERS));
}

/** Hashes and slots are not copied, since they are most of the kernel's memory, unless they go to another thread. */
export function readSample(kernel: ScanKernel): RowSample {
  const { exports } = kernel;
  exports.sortSample();
  const rows = Number(exports.sampleRows.value) >>> 0;
  const sent = kernel.isSent ? new SharedArrayBuffer(8 * rows * (kernel.columns.length + 1)) : null;
  let sentBytes = 0;
  const wordsAt = (at: number) => {
    const words = new BigUint64Array(exports.memory.buffer, at >>> 0, rows);
    if (sent === null) return words;
    const copy = new BigUint64Array(sent, sentBytes, rows);
    sentBytes += copy.byteLength;
    copy.set(words);
    return copy;
  };
  return {
    level: Number(exports.sampleLevel.value),
    hashes: wordsAt(exports.sampleHashes()),
    slots: kernel.columns.map((_, column) => wordsAt(exports.sampleSlots(column))),
    texts: readTexts(kernel),
  };
}

export function readContents(kernel: ScanKernel): ContentSample {
  const { exports } = kernel;
  const view = viewOf(kernel);
  const all = new BigUint64Array(Number(exports.contents.value) >>> 0);
  let count = 0;
  const end = exports.contentTableEnd() >>> 0;
  for (let content = exports.contentTable() >>> 0; content < end; content += CONTENT.bytes) {
    if (view.getBigUint64(content + CONTENT.count, true) === 0n) continue;
    all[count++] = view.getBigUint64(content + CONTENT.hash, true);
  }
  const hashes = all.sort();
  const contents = Array.from(hashes, (hash) => exports.contentAt(hash) >>> 0);
  const placeAt = (at: number): Place => ({
    file: view.getUint32(at, true),
    line: view.getUint32(at + 4, true),
  });
  const counts = contents.map((at) => Number(view.getBigUint64(at + CONTENT.count, true)));
  return {
    level: Number(exports.contentLevel.value),
    hashes,
    counts,
    places: contents.map((at, index) => {
      const first = placeAt(at + CONTENT.places);
      return counts[index] === 1 ? [first] : [first, placeAt(at + CONTENT.places + 8)];
    }),
  };
}

function viewOf(kernel: Pick<ColumnMemory, 'exports'>): DataView {
  return new DataView(kernel.exports.memory.buffer);
}
