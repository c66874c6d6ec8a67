import { CsvScanner } from '../../../shared/scan/index.ts';
import type { PeerRow } from './csv-parse-rows.ts';

export interface ScannedFile {
  readonly rows: readonly (PeerRow & { readonly sound: boolean })[];
}

/** Everything of this project that cuts CSV into cells: all of them must read a file alike. */
export interface CellReader {
  readonly name: string;
  /** `cuts`: lengths of the chunks that the bytes come in; the rest is the last one. */
  read(bytes: Uint8Array, delimiter: string, mark: number, cuts: readonly number[]): ScannedFile;
}

export const CELL_READERS: readonly CellReader[] = [
  {
    name: 'CsvScanner',
    read(bytes, delimiter, mark, cuts) {
      const rows: (PeerRow & { sound: boolean })[] = [];
      const scanner = new CsvScanner(
        delimiter,
        (row) => {
          const cells = Array.from({ length: row.cellCount }, (_, index) => row.text(index));
          rows.push({ line: row.line, cells, sound: row.fault === null });
        },
        mark,
      );
      let start = mark;
      for (const length of cuts) {
        scanner.push(bytes.subarray(start, start + length));
        start = Math.min(bytes.length, start + length);
      }
      scanner.push(bytes.subarray(start));
      scanner.finish();
      return { rows };
    },
  },
];
