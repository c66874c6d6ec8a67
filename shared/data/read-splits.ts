import type { Configuration } from '../config/index.ts';
import type { DigestedFile } from '../lineage/index.ts';
import type { FilesPort } from '../platform/index.ts';
import { readTable, type TableOptions } from './read-table.ts';
import type { RowSplits } from './row-splits.ts';
import { sampleSplits } from './sample-splits.ts';
import { splitTable } from './split-table.ts';
import type { Table } from './table.ts';

/** Rows in memory with the split of each. */
export interface SplitReading {
  readonly table: Table;
  readonly splits: RowSplits;
  readonly digests: readonly DigestedFile[];
}

/**
 * The rows of a data set by their splits: all of them or, where `training.streaming` says that they don't fit in memory, those of
 * the evaluation split with `trainSample` training rows, about, and of the columns those that are `needed`. Throws a `UserError` as `readTable`, `splitTable` and
 * `sampleSplits` do.
 */
export async function readSplits(
  files: FilesPort,
  { data, training }: Pick<Configuration, 'data' | 'training'>,
  {
    trainSample,
    needed,
    ...options
  }: TableOptions & { readonly trainSample: number; readonly needed: readonly string[] },
): Promise<SplitReading> {
  if (training.streaming === true) {
    const { table, splits, survey } = await sampleSplits(files, data, {
      most: { train: trainSample, validation: 0, evaluation: Number.POSITIVE_INFINITY },
      columns: new Set(needed),
    });
    return { table, splits, digests: survey.digests };
  }
  const { table, digests } = await readTable(files, data, options);
  return { table, splits: await splitTable(files, table, data.split), digests };
}
