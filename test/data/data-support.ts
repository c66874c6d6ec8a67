import type { CellSplitConfiguration, DataConfiguration } from '../../shared/config/index.ts';
import type { Table } from '../../shared/data/index.ts';
import { readTable } from '../../shared/data/index.ts';
import { memoryPorts } from '../../shared/platform/index.ts';
import { type CsvFault, CsvScanner } from '../../shared/scan/csv-scanner.ts';

export interface ScannedRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault: CsvFault | null;
}

/** Scans bytes cut after every length in `lengths`, then the rest. */
export function scanCsv(
  source: string | Uint8Array,
  options: { readonly delimiter?: string; readonly lengths?: readonly number[] } = {},
): ScannedRow[] {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  const rows: ScannedRow[] = [];
  const scanner = new CsvScanner(options.delimiter ?? ',', (row) => {
    const cells = Array.from({ length: row.cellCount }, (_, index) => row.text(index));
    rows.push({ line: row.line, cells, fault: row.fault });
  });
  let start = 0;
  for (const length of options.lengths ?? []) {
    scanner.push(bytes.subarray(start, start + length));
    start += length;
  }
  scanner.push(bytes.subarray(start));
  scanner.finish();
  return rows;
}

export const CELL_SPLIT: CellSplitConfiguration = {
  by: 'hash',
  key: [],
  fractions: { train: 0.7, validation: 0.1, evaluation: 0.2 },
};

export function dataConfiguration(given: Partial<DataConfiguration> = {}): DataConfiguration {
  return {
    path: ['data.csv'],
    label: 'y',
    format: 'auto',
    missingValues: [],
    ignore: [],
    split: CELL_SPLIT,
    ...given,
  };
}

/** Reads files in memory; the configuration's path is all of them in order. */
export async function tableOf(
  files: Readonly<Record<string, string | Uint8Array>> | string,
  given: Partial<DataConfiguration> = {},
): Promise<Table> {
  const content = typeof files === 'string' ? { 'data.csv': files } : files;
  const configuration = dataConfiguration({ path: Object.keys(content), ...given });
  return (await readTable(memoryPorts(content).files, configuration)).table;
}
