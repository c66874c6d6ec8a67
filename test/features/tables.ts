import type { DataConfiguration } from '../../shared/config/index.ts';
import { readTable, type Table } from '../../shared/data/index.ts';
import { MemoryFiles } from '../../shared/platform/index.ts';

/** The table that the data reader makes of a text, as file `data.csv` (or another name, for its format). */
export async function makeTable(text: string, file = 'data.csv'): Promise<Table> {
  const data: DataConfiguration = {
    path: [file],
    label: 'label',
    format: 'auto',
    missingValues: ['NA'],
    ignore: [],
    split: { by: 'hash', key: [], fractions: { train: 0.7, validation: 0.1, evaluation: 0.2 } },
  };
  return (await readTable(new MemoryFiles({ [file]: text }), data)).table;
}

export function allRows(table: Table): Int32Array {
  return Int32Array.from({ length: table.rowCount }, (_, row) => row);
}

/** CSV of columns given as lists of cells. */
export function csv(columns: Readonly<Record<string, readonly (string | number)[]>>): string {
  const lists = Object.values(columns);
  const lines = (lists[0] ?? []).map((_, row) => lists.map((cells) => cells[row]).join(','));
  return `${[Object.keys(columns).join(','), ...lines].join('\n')}\n`;
}

/** The messages of the `UserError` that `work` throws. */
export function problemsOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Error && error.name === 'UserError') return error.message;
    throw error;
  }
  throw new Error('nothing was thrown');
}
