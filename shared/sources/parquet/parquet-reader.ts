import type { ByteSource } from '../../platform/index.ts';
import type { ColumnarData, ColumnBatch } from '../../scan/index.ts';
import { ColumnChoice } from '../column-choice.ts';
import { FileBudget } from '../file-budget.ts';
import { batchRows } from '../limits.ts';
import { damaged } from '../source-fault.ts';
import { ColumnCursor } from './column-cursor.ts';
import { type LeafType, typeOfLeaf } from './leaf-type.ts';
import { type Leaf, listLeaves } from './leaves.ts';
import { type ColumnChunk, type ParquetMetadata, readMetadata } from './metadata.ts';
import { PageReader } from './page-reader.ts';
import { LeafDecoder } from './page-values.ts';

/** All columns together, of all threads, read so many bytes ahead, and each at least … */
const READ_AHEAD_BYTES = 32 * 1024 * 1024;
/** … so many, at most … */
const LEAST_WINDOW_BYTES = 32 * 1024;
/** … so many. */
const MOST_WINDOW_BYTES = 1024 * 1024;

/** Memory of pages that is used again, and of texts, of all columns and threads together. */
const KEPT_BYTES = 256 * 1024 * 1024;

export interface ParquetOptions {
  /** Only these; left out: all. Others are not read. */
  readonly columns?: ReadonlySet<string>;
  /** Called before a row group is read, with where its bytes end. */
  readonly beforeRowGroup?: (endByte: number) => Promise<void>;
}

export interface ParquetData extends ColumnarData {
  readonly rowGroups: RowGroups;
}

/** The row groups of a file, which threads may deal out among themselves. */
export interface RowGroups {
  readonly count: number;
  /** Of all rows, in the columns that are read; as the file has it. */
  readonly cells: number;
  /** Instead of all batches those of one thread's share. */
  batchesOf(share: RowGroupShare): AsyncIterable<ColumnBatch>;
}

/** What one thread reads of a file. */
export interface RowGroupShare {
  /** The next row group, by its index among all, ascending; null when there is none. */
  readonly take: () => number | null;
  readonly budget: FileBudget;
}

/**
 * Opens a Parquet file: its columns, and its rows a batch at a time. What is held in memory does not depend on the size of
 * row groups. Throws a `SourceFault` or a `RangeError` for files that are damaged, encrypted, or hold more than values and
 * lists of values.
 */
export async function openParquet(
  source: ByteSource,
  options: ParquetOptions = {},
): Promise<ParquetData> {
  const head = await source.slice(0, Math.min(4, source.byteLength));
  if (Buffer.from(head).toString('latin1') !== 'PAR1') {
    throw damaged('Parquet file', 'it does not begin as one');
  }
  const metadata = await readMetadata(source);
  const leaves = listLeaves(metadata);
  const wanted = chooseLeaves(leaves, options.columns);
  const { rowGroups } = metadata;
  const rows = rowGroups.reduce((sum, { rowCount }) => sum + rowCount, 0);
  const batchesOf = (share: RowGroupShare) =>
    readBatches(source, metadata, { leaves: leaves.length, wanted }, share, options);
  return {
    columns: wanted.map(({ leaf }) => leaf.name),
    batches: batchesOf({
      take: takeFrom(rowGroups.keys()),
      budget: new FileBudget(source.byteLength),
    }),
    rowGroups: { count: rowGroups.length, cells: rows * wanted.length, batchesOf },
  };
}

function takeFrom(indices: Iterator<number>): () => number | null {
  return () => indices.next().value ?? null;
}

interface WantedLeaf {
  readonly leaf: Leaf;
  /** Among the chunks of a row group. */
  readonly index: number;
  readonly type: LeafType;
}

function chooseLeaves(
  leaves: readonly Leaf[],
  columns: ReadonlySet<string> | undefined,
): WantedLeaf[] {
  const names = new ColumnChoice(columns);
  return [...leaves.entries()]
    .filter(([, leaf]) => names.isRead(leaf.name, () => leaf.refusal))
    .map(([index, leaf]) => ({ leaf, index, type: typeOfLeaf(leaf.element) }));
}

async function* readBatches(
  source: ByteSource,
  { rowGroups }: ParquetMetadata,
  { leaves, wanted }: { readonly leaves: number; readonly wanted: readonly WantedLeaf[] },
  { take, budget }: RowGroupShare,
  { beforeRowGroup }: ParquetOptions,
): AsyncGenerator<ColumnBatch, void, undefined> {
  const { threads } = budget;
  const readAhead = READ_AHEAD_BYTES / threads;
  const windowBytes = Math.max(
    LEAST_WINDOW_BYTES,
    Math.min(MOST_WINDOW_BYTES, Math.floor(readAhead / Math.max(1, wanted.length))),
  );
  const mostKept = Math.floor(KEPT_BYTES / threads / Math.max(1, leaves));
  const decoders = wanted.map(({ type }) => new LeafDecoder(type, mostKept));
  let firstRow = 0;
  let passed = 0;
  for (let taken = take(); taken !== null; taken = take()) {
    for (; passed < taken; passed++) firstRow += rowGroups[passed]?.rowCount ?? 0;
    const { rowCount, chunks } = rowGroups[taken] ?? { rowCount: 0, chunks: [] };
    if (chunks.length !== leaves) throw damaged('Parquet file', 'a row group lacks columns');
    budget.release();
    budget.addCells(countCells(rowCount, wanted, chunks));
    await beforeRowGroup?.(Math.max(0, ...chunks.map(({ end }) => end)));
    const most = rowsAtOnce(rowCount, wanted, chunks);
    const cursors = wanted.map(({ leaf, index }, at) => {
      const decoder = decoders[at] as LeafDecoder;
      const chunk = chunks[index];
      if (chunk === undefined || chunk.type !== leaf.element.type) {
        throw damaged('Parquet file', `the column "${leaf.name}" has another type in a row group`);
      }
      if (leaf.repetition === 0 && chunk.valueCount !== rowCount) {
        throw damaged(
          'Parquet file',
          `the column "${leaf.name}" has more or fewer values than rows`,
        );
      }
      return new ColumnCursor(
        leaf,
        decoder,
        new PageReader(source, leaf, chunk, decoder, windowBytes, budget),
      );
    });
    for (let row = 0; row < rowCount; row += most) {
      const rows = Math.min(most, rowCount - row);
      const columns = [];
      const addToBudget = budget.batch();
      for (const cursor of cursors) {
        const column = await cursor.read(rows);
        addToBudget(column);
        columns.push(column);
      }
      yield { firstRow: firstRow + row, rowCount: rows, columns };
    }
  }
}

function countCells(
  rows: number,
  wanted: readonly WantedLeaf[],
  chunks: readonly ColumnChunk[],
): number {
  // Rows without columns are given, too.
  let cells = rows;
  for (const { index } of wanted) cells += Math.max(rows, chunks[index]?.valueCount ?? 0);
  return cells;
}

function rowsAtOnce(
  rows: number,
  wanted: readonly WantedLeaf[],
  chunks: readonly ColumnChunk[],
): number {
  let bytes = 0;
  let listValues = 0;
  for (const { leaf, index } of wanted) {
    const chunk = chunks[index];
    bytes += chunk?.unpackedBytes ?? 0;
    if (leaf.repetition > 0) listValues = Math.max(listValues, chunk?.valueCount ?? 0);
  }
  return batchRows({ columns: wanted.length, rows, bytes, listValues });
}
