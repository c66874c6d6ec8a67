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
  return (await openSplitter(files, split))(table);
}

/**
 * The same for pieces of a data set, where a row's split depends on the row alone: by hash and by file, not by time and
 * stratified.
 */
export async function openSplitter(
  files: FilesPort,
  split: SplitConfiguration,
): Promise<(piece: Table) => RowSplits> {
  if (split.by !== 'file') return (piece) => splitRows(piece, split);
  const given = await resolveSplitFiles(files, split);
  return (piece) => splitByFile(piece, given, split.notInKey);
}
