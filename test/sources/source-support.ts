import { readFileSync } from 'node:fs';
import { type ScanOptions, scanRows } from '../../shared/data/scan-rows.ts';
import { memoryPorts } from '../../shared/platform/index.ts';
import { CELL } from '../../shared/scan/index.ts';
import { dataConfiguration } from '../data/data-support.ts';

export type CellOf = string | number | null | readonly (string | number)[];

export function golden(name: string): Uint8Array {
  return readFileSync(`test/sources/golden/${name}`);
}

/** Rows of a file as objects: finite numbers up to 2⁵³ as such, all else as text; missing cells are null. */
export async function rowsOf(
  file: string,
  bytes: Uint8Array | string,
  options: ScanOptions = {},
  format: Parameters<typeof dataConfiguration>[0] = {},
): Promise<{ columns: readonly string[]; rows: Record<string, CellOf>[]; places: number[][] }> {
  const rows: Record<string, CellOf>[] = [];
  const places: number[][] = [];
  const { files } = memoryPorts({ [file]: bytes });
  const scanned = await scanRows(
    files,
    dataConfiguration({ path: [file], ...format }),
    (row) => {
      const cells: Record<string, CellOf> = {};
      for (const [column, name] of row.names.entries()) {
        const list = row.lists.get(column);
        cells[name] =
          list === undefined
            ? plain(row.kinds[column] ?? 0, row.texts[column] ?? '', row.numbers[column] ?? 0)
            : list.texts
                .map((text, at) => plain(list.kinds[at] ?? 0, text, list.numbers[at] ?? 0))
                .map((value) => value ?? '');
      }
      rows.push(cells);
      places.push([row.line, row.position]);
    },
    { lists: true, ...options },
  );
  return { columns: scanned.columns, rows, places };
}

function plain(kind: number, text: string, number: number): string | number | null {
  if (kind === CELL.missing) return null;
  if (kind === CELL.number) return number === 0 ? 0 : number;
  if (kind === CELL.integer && Number.isSafeInteger(number)) return number;
  return text;
}
