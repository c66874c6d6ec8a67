import type { Table } from './table.ts';

/** Row numbers of each split, ascending. Together they hold every row once. */
export interface RowSplits {
  readonly train: Int32Array;
  readonly validation: Int32Array;
  readonly evaluation: Int32Array;
}

/** The files that `rows` stand in, in the order of the table's. */
export function filesOfRows({ files, fileOfRow }: Table, rows: Int32Array): string[] {
  const seen = new Set<number>();
  for (const row of rows) seen.add(fileOfRow[row] ?? 0);
  return files.filter((_, index) => seen.has(index));
}

/** `places`: for each row 0 (train), 1 (validation) or 2 (evaluation). */
export function collectSplits(places: Uint8Array): RowSplits {
  const rows: [number[], number[], number[]] = [[], [], []];
  for (const [row, place] of places.entries()) rows[place]?.push(row);
  const [train, validation, evaluation] = rows.map((numbers) => Int32Array.from(numbers)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  return { train, validation, evaluation };
}
