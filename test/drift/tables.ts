import type { Column, Table } from '../../shared/data/index.ts';
import type { DriftSource } from '../../shared/drift/index.ts';

type Cells = readonly (number | string | null)[];

/** A data set from lists of cells: a column is numeric when no cell is a text. */
export function source(columns: Readonly<Record<string, Cells>> | Map<string, Cells>): DriftSource {
  const entries = columns instanceof Map ? [...columns] : Object.entries(columns);
  const rowCount = entries[0]?.[1].length ?? 0;
  const table: Table = {
    rowCount,
    columns: entries.map(([name, cells]) => makeColumn(name, cells)),
    files: ['data.csv'],
    fileOfRow: new Uint16Array(rowCount),
    lineOfRow: Uint32Array.from({ length: rowCount }, (_, row) => row + 2),
  };
  return { table, digests: [{ path: 'data.csv', bytes: 1, sha256: '0'.repeat(64) }] };
}

function makeColumn(name: string, cells: Cells): Column {
  if (!cells.some((cell) => typeof cell === 'string')) {
    const values = Float64Array.from(cells, (cell) => (cell === null ? Number.NaN : Number(cell)));
    return { kind: 'numeric', name, values, integers: values.every(Number.isInteger) };
  }
  const ids = new Map<string, number>();
  const codes = Int32Array.from(cells, (cell) => {
    if (cell === null) return -1;
    const id = ids.get(String(cell)) ?? ids.size;
    ids.set(String(cell), id);
    return id;
  });
  return { kind: 'categorical', name, codes, vocabulary: [...ids.keys()] };
}
