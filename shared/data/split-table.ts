import type { SplitConfiguration } from '../config/index.ts';
import type { FilesPort } from '../platform/index.ts';
import type { RowSplits } from './row-splits.ts';
import { resolveSplitFiles, splitByFile } from './split-by-file.ts';
import { splitRows } from './split-rows.ts';
import type { Table } from './table.ts';

/** Gives each row to a split: by its cells (`splitRows`), or by its file, whose paths are looked up in `files`. */
export async function splitTable(
  files: FilesPort,
  table: Table,
  split: SplitConfiguration,
): Promise<RowSplits> {
  if (split.by !== 'file') return splitRows(table, split);
  return splitByFile(table, await resolveSplitFiles(files, split), split.notInKey);
}
