import type { ByteSource } from '../../platform/index.ts';
import type { ColumnarData, ColumnBatch } from '../../scan/index.ts';
import { ColumnChoice } from '../column-choice.ts';
import { FileBudget } from '../file-budget.ts';
import { batchRows } from '../limits.ts';
import { damaged } from '../source-fault.ts';
import { ColumnCursor } from './column-cursor.ts';
import { typeOfLeaf } from './leaf-type.ts';
import { type Leaf, listLeaves } from './leaves.ts';
import { type ColumnChunk, type ParquetMetadata, readMetadata } from './metadata.ts';
import { PageReader } from './page-reader.ts';
import { LeafDecoder } from './page-values.ts';

/** All columns together read so many bytes ahead, and each at least … */
const READ_AHEAD_BYTES = 32 * 1024 * 1024;
/** … so many, at most … */
const LEAST_WINDOW_BYTES = 32 * 1024;
/** … so many. */
const MOST_WINDOW_BYTES = 1024 * 1024;

/** Memory of pages that is used again, and of texts, of all columns together. */
const KEPT_BYTES = 256 * 1024 * 1024;

export interface ParquetOptions {
  /** Only these; left out: all. Others are not read. */
  readonly columns?: ReadonlySet<string>;
  /** Called before a row group is read, with where its bytes end. */
  readonly beforeRowGroup?: (endByte: number) => Promise<void>;
}

/**
 * Opens a Parquet file: its columns, and its rows a batch at a time. What is held in memory does not depend on the size of
 * row groups. Throws a `SourceFault` or a `RangeError` for files that are damaged, encrypted, or hold more than values and
 * lists of values.
 */
export async function openParquet(
  source: ByteSource,
  options: ParquetOptions = {},
): Promise<ColumnarData> {
  const head = await source.slice(0, Math.min(4, source.byteLength));
  if (Buffer.from(head).toString('latin1') !== 'PAR1') {
    throw damaged('Parquet file', 'it does not begin as one');
  }
  const metadata = await readMetadata(source);
  const leaves = listLeaves(metadata);
  const wanted = chooseLeaves(leaves, options.columns);
  return {
    columns: wanted.map(({ leaf }) => leaf.name),
    batches: readBatches(source, metadata, leaves.length, wanted, options),
  };
}

interface WantedLeaf {
  readonly leaf: Leaf;
  /** Among the chunks of a row group. */
  readonly index: number;
  readonly decoder: LeafDecoder;
}

function chooseLeaves(
  leaves: readonly Leaf[],
  columns: ReadonlySet<string> | undefined,
): WantedLeaf[] {
  const mostKept = Math.floor(KEPT_BYTES / Math.max(1, leaves.length));
  const wanted: WantedLeaf[] = [];
  const names = new ColumnChoice(columns);
  for (const [index, leaf] of leaves.entries()) {
    if (!names.isRead(leaf.name, () => leaf.refusal)) continue;
    wanted.push({ leaf, index, decoder: new LeafDecoder(typeOfLeaf(leaf.element), mostKept) });
  }
  return wanted;
}

async function* readBatches(
  source: ByteSource,
  { rowGroups }: ParquetMetadata,
  leafCount: number,
  wanted: readonly WantedLeaf[],
  { beforeRowGroup }: ParquetOptions,
): AsyncGenerator<ColumnBatch, void, undefined> {
  const budget = new FileBudget(source.byteLength);
  const windowBytes = Math.max(
    LEAST_WINDOW_BYTES,
    Math.min(MOST_WINDOW_BYTES, Math.floor(READ_AHEAD_BYTES / Math.max(1, wanted.length))),
  );
  let firstRow = 0;
  for (const { rowCount, chunks } of rowGroups) {
    if (chunks.length !== leafCount) throw damaged('Parquet file', 'a row group lacks columns');
    budget.release();
    budget.addCells(countCells(rowCount, wanted, chunks));
    await beforeRowGroup?.(Math.max(0, ...chunks.map(({ end }) => end)));
    const most = rowsAtOnce(rowCount, wanted, chunks);
    const cursors = wanted.map(({ leaf, index, decoder }) => {
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
    firstRow += rowCount;
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
