import type { DataConfiguration } from '../config/index.ts';
import type { DigestedFile } from '../lineage/index.ts';
import type { FilesPort } from '../platform/index.ts';
import { formatValue } from '../scan/index.ts';
import { type ImageRequest, readImages } from './read-images.ts';
import { type ScanOptions, scanRows } from './scan-rows.ts';
import type { Column, Table } from './table.ts';
import { TableBuilder } from './table-builder.ts';

export interface TableReading {
  readonly table: Table;
  /** Of the files in their order, then one for all images of each column. */
  readonly digests: DigestedFile[];
  /** Names of the columns with a cell that is a list, whose JSON text the table has. */
  readonly listColumns: readonly string[];
}

export interface TableOptions extends ScanOptions {
  /** Columns whose images are read, too; left out: none. */
  readonly images?: readonly ImageRequest[];
  /** Called after each image with how many of its column are read. */
  readonly imageProgress?: (read: number, total: number) => void;
}

/**
 * Reads a data set into memory, by column. Infinite values are kept as they are; `nan` in a numeric column is missing.
 * A column without any value is numeric. Throws a `UserError` as `scanRows` and `readImages` do.
 */
export async function readTable(
  files: FilesPort,
  data: DataConfiguration,
  { images: requests = [], imageProgress, ...options }: TableOptions = {},
): Promise<TableReading> {
  const reading = await readCells(files, data, options);
  if (requests.length === 0) return reading;
  const { images, digests } = await readImages(files, reading.table, requests, imageProgress);
  return {
    ...reading,
    table: { ...reading.table, images },
    digests: [...reading.digests, ...digests],
  };
}

async function readCells(
  files: FilesPort,
  data: DataConfiguration,
  options: ScanOptions,
): Promise<TableReading> {
  const builder = new TableBuilder();
  const scanned = await scanRows(files, data, (row) => builder.add(row), options);
  const listColumns = scanned.columns.filter((_, index) => builder.listColumns.has(index));
  const demoted = builder.demotedColumns();
  if (demoted.size > 0) {
    // Texts of cells that looked like numbers until a later row did not were not kept: read them again.
    const again = new TableBuilder(demoted);
    const { progress: _, ...quiet } = options;
    await scanRows(files, data, (row) => again.add(row), quiet);
    return { table: again.build(scanned), digests: scanned.digests, listColumns };
  }
  return { table: builder.build(scanned), digests: scanned.digests, listColumns };
}

export function findColumn(table: Table, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name);
}

/** The cell as text, null where it is missing; a number as its shortest decimal text, a whole one with all its digits. */
export function cellText(column: Column, row: number): string | null {
  if (column.kind === 'categorical') return column.vocabulary[column.codes[row] ?? -1] ?? null;
  const value = column.values[row] ?? Number.NaN;
  return Number.isNaN(value) ? null : (column.exactTexts?.[row] ?? formatValue(value));
}
