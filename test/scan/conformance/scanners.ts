import { CsvKernelScanner, CsvScanner, ScanKernel } from '../../../shared/scan/index.ts';
import { SMALL_LIMITS } from '../row-support.ts';
import type { PeerRow } from './csv-parse-rows.ts';

export interface ScannedFile {
  readonly rows: readonly (PeerRow & { readonly sound: boolean })[];
}

/** Everything of this project that cuts CSV into cells: all of them must read a file alike. */
export interface CellReader {
  readonly name: string;
  /**
   * `cuts`: lengths of the chunks that the bytes come in; the rest is the last one. Null for a file that the reader leaves
   * to another one: it has rows of several widths, or faults.
   */
  read(
    bytes: Uint8Array,
    delimiter: string,
    mark: number,
    cuts: readonly number[],
  ): ScannedFile | null;
}

/** Whether a reader may leave a file to another one. */
export function isTable({ rows }: ScannedFile): boolean {
  return rows.every(({ cells, sound }) => sound && cells.length === rows[0]?.cells.length);
}

function pushAll(
  bytes: Uint8Array,
  mark: number,
  cuts: readonly number[],
  push: (chunk: Uint8Array) => void,
): void {
  let start = mark;
  for (const length of cuts) {
    push(bytes.subarray(start, start + length));
    start = Math.min(bytes.length, start + length);
  }
  push(bytes.subarray(start));
}

export const CSV_SCANNER = {
  name: 'CsvScanner',
  read(bytes: Uint8Array, delimiter: string, mark: number, cuts: readonly number[]): ScannedFile {
    const rows: (PeerRow & { sound: boolean })[] = [];
    const scanner = new CsvScanner(
      delimiter,
      (row) => {
        const cells = Array.from({ length: row.cellCount }, (_, index) => row.text(index));
        rows.push({ line: row.line, cells, sound: row.fault === null });
      },
      mark,
    );
    pushAll(bytes, mark, cuts, (chunk) => scanner.push(chunk));
    scanner.finish();
    return { rows };
  },
};

const KERNEL: CellReader = {
  name: 'the kernel',
  read(bytes, delimiter, mark, cuts) {
    const width = CSV_SCANNER.read(bytes, delimiter, mark, []).rows[0]?.cells.length ?? 1;
    const places = Array.from({ length: width }, (_, index) => index);
    const kernel = new ScanKernel(
      places.map((place) => `c${place}`),
      [],
      // Its memory for large tables takes longer to make than small files to read.
      SMALL_LIMITS,
    );
    const rows: (PeerRow & { sound: boolean })[] = [];
    kernel.setRules({
      predicates: [],
      everyRow: true,
      onRow: ({ line, texts, invalidUtf8 }) =>
        rows.push({ line, cells: [...texts], sound: invalidUtf8.size === 0 }),
    });
    const file = { file: 0, delimiter, places, position: mark, headerRows: 0, windowBytes: 256 };
    const scanner = new CsvKernelScanner(kernel, file);
    pushAll(bytes, mark, cuts, (chunk) => scanner.push(chunk));
    scanner.finish();
    return scanner.refusal === null ? { rows } : null;
  },
};

export const CELL_READERS: readonly CellReader[] = [CSV_SCANNER, KERNEL];
