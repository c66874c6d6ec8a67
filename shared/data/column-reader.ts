import type { ColumnBatch, PlacedBatch, Row } from '../scan/index.ts';
import { giveRows } from '../sources/index.ts';

/** What takes the rows of columnar files. */
export interface ColumnTarget {
  /**
   * Takes batches instead of their rows; null, or left out: there is none. A batch is only valid during the call. Returns
   * which of its rows `onBatchRow` is to get, 1 each.
   */
  readonly onBatch?: ((batch: PlacedBatch) => Uint8Array | 'every' | 'none') | undefined;
  readonly onBatchRow?: ((row: Row) => void) | undefined;
  /** Takes a row of a batch that is not taken as one; `index`: in the file. */
  readonly onRow: (row: Row, index: number) => void;
}

/** Where the columns of a file belong among those of the data set. */
export interface ColumnPlaces {
  /** Columns of the data set; may grow later. */
  readonly names: readonly string[];
  /** Column of the data set for each of the file. */
  readonly places: readonly number[];
  /** Texts that mean a missing cell. */
  readonly missingValues: ReadonlySet<string>;
}

/** Reads the batches of one columnar file. All rows are given in `row`, which knows the file. */
export class ColumnReader {
  readonly #row: Row;
  readonly #columns: ColumnPlaces;
  readonly #target: ColumnTarget;

  constructor(row: Row, columns: ColumnPlaces, target: ColumnTarget) {
    this.#row = row;
    this.#columns = columns;
    this.#target = target;
    row.resize(columns.names.length);
    row.clear();
    row.lists.clear();
    row.invalidUtf8.clear();
    row.hasTypes = true;
  }

  /** Batches that have lists, or text that is no UTF-8, are given as rows. */
  read(batch: ColumnBatch): void {
    const { onBatch, onBatchRow, onRow } = this.#target;
    const row = this.#row;
    if (onBatch === undefined || !isFlatAndSound(batch)) {
      this.#giveRows(batch, (index) => onRow(row, index));
      return;
    }
    const wanted = onBatch({ batch, file: row.file, ...this.#columns });
    if (wanted === 'none') return;
    const give = (index: number) => {
      row.position = index;
      row.line = index + 1;
      onBatchRow?.(row);
    };
    this.#giveRows(batch, give, wanted === 'every' ? null : wanted);
  }

  #giveRows(
    batch: ColumnBatch,
    give: (index: number) => void,
    only: Uint8Array | null = null,
  ): void {
    const { places, missingValues } = this.#columns;
    giveRows(batch, this.#row, places, missingValues, give, only);
  }
}

function isFlatAndSound({ columns }: ColumnBatch): boolean {
  return columns.every(({ offsets, values }) => {
    const plain = values.kind === 'coded' ? values.dictionary : values;
    return offsets === null && (plain.kind !== 'texts' || plain.invalid === null);
  });
}
