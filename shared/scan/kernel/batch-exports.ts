import type { WasmGlobal, WasmMemory } from '../../web-assembly/index.ts';

/** What the compiled kernel of column batches exports; addresses and lengths are bytes of its memory. */
export interface BatchExports {
  readonly memory: WasmMemory;
  readonly isMemoryFull: WasmGlobal;
  allocate(bytes: number): number;
  release(block: number, bytes: number): void;
  powersOfFive(): number;
  seedTables(first: bigint, second: bigint): void;
  limitValues(texts: number, numbers: number, bytes: number, textBytes: number): void;
  startMissing(count: number): void;
  addMissing(text: number, length: number): void;
  setMissingNumbers(numbers: number, count: number, most: number): void;

  columnSums(): number;
  newNumbers(salt: bigint): number;
  newTexts(salt: bigint): number;
  tallyNumbers(column: number): void;
  tallyTexts(column: number): void;

  addNumbers(
    column: number,
    kind: number,
    values: number,
    valid: number,
    count: number,
    sums: number,
    odd: number,
  ): void;
  addTexts(
    column: number,
    starts: number,
    ends: number,
    bytes: number,
    valid: number,
    count: number,
    sums: number,
    hashes: number,
    odd: number,
    wantsCommas: number,
  ): void;
  readonly oddRows: WasmGlobal;
  countCodes(codes: number, valid: number, count: number, counts: number, met: number): number;
  addTerms(codes: number, valid: number, count: number, terms: number, sums: number): void;
  selectPlaces(
    file: number,
    position: bigint,
    count: number,
    threshold: bigint,
    indices: number,
    hashes: number,
  ): number;
  selectContents(
    sums: number,
    count: number,
    threshold: bigint,
    indices: number,
    hashes: number,
  ): number;
}
