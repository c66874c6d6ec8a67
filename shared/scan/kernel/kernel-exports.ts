import type { WasmGlobal, WasmMemory } from '../../web-assembly/index.ts';

/** What the compiled kernel exports; addresses and lengths are bytes of its memory. */
export interface KernelExports {
  readonly memory: WasmMemory;
  allocate(bytes: number): number;
  release(block: number, bytes: number): void;
  readonly isMemoryFull: WasmGlobal;
  powersOfFive(): number;
  seedTables(first: bigint, second: bigint): void;
  limitValues(texts: number, numbers: number, bytes: number, textBytes: number): void;
  startMissing(count: number): void;
  addMissing(text: number, length: number): void;
  startSample(columns: number, capacity: number): void;
  startContents(most: number): void;
  addColumn(index: number, salt: bigint): number;
  newPredicate(column: number, allowed: number): number;
  addAllowed(predicate: number, text: number, length: number): void;
  setRules(everyRow: number): void;
  watchColumn(column: number): void;
  tallyColumn(column: number): void;
  columnSums(): number;

  beginFile(index: number): void;
  setCheckUtf8(check: number): void;
  setRepairedText(text: number): void;
  beginCsv(delimiter: number, columns: number, cells: number, skip: number, line: number): void;
  findRows(window: number, length: number, limit: number): number;
  headerRowsLeft(): number;
  countQuotes(block: number, length: number): number;
  readonly countedFeeds: WasmGlobal;
  readonly sawOddBytes: WasmGlobal;
  readCsv(window: number, position: bigint): number;
  readonly status: WasmGlobal;

  nameKey(name: number, length: number, column: number): number;
  readonly keys: WasmGlobal;
  keyName(index: number): number;
  keyNameLength(index: number): number;
  beginJson(line: number, needed: number): void;
  readJson(window: number, length: number, position: bigint): number;
  readonly jsonStatus: WasmGlobal;
  readonly jsonLine: WasmGlobal;

  rowLine(): number;
  readonly rows: WasmGlobal;

  readonly sampleRows: WasmGlobal;
  readonly sampleLevel: WasmGlobal;
  readonly sampleThreshold: WasmGlobal;
  raiseSampleLevel(): void;
  sortSample(): void;
  sampleHashes(): number;
  sampleSlots(column: number): number;
  firstTexts(): number;
  readonly contentLevel: WasmGlobal;
  readonly contentThreshold: WasmGlobal;
  readonly contents: WasmGlobal;
  contentTable(): number;
  contentTableEnd(): number;
  contentAt(hash: bigint): number;
}

/** What the kernel calls. */
export interface KernelImports {
  slowNumber(text: number, length: number): number;
  oddCell(column: number, sort: number, text: number, length: number): void;
  repairText(text: number, length: number): number;
  failsTest(column: number, text: number, length: number, kind: number): number;
  flaggedRow(row: number, length: number, line: number): void;
  watchedCell(column: number, text: number, length: number): void;
}
