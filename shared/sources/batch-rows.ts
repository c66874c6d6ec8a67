import {
  type CellValue,
  type ColumnBatch,
  type ColumnVector,
  cellOfValues,
  MISSING,
  type PlainValues,
  putCell,
  putList,
  type Row,
} from '../scan/index.ts';

/**
 * Puts row after row of a batch into `row` and calls `give` with its index in the file. `places`: the row's column for
 * each column of the batch; `only`: the rows to give, 1 each.
 */
export function giveRows(
  batch: ColumnBatch,
  row: Row,
  places: readonly number[],
  missingValues: ReadonlySet<string>,
  give: (index: number) => void,
  only: Uint8Array | null = null,
): void {
  const readers = batch.columns.map((vector) => new VectorReader(vector));
  for (let index = 0; index < batch.rowCount; index++) {
    if (only !== null && only[index] === 0) continue;
    row.lists.clear();
    row.invalidUtf8.clear();
    for (const [at, reader] of readers.entries()) {
      const column = places[at] ?? 0;
      const { valid, offsets } = reader.vector;
      if (valid?.[index] === 0) putCell(row, column, MISSING, missingValues);
      else if (offsets === null) {
        putCell(row, column, reader.cell(index), missingValues);
        if (reader.isInvalid(index)) row.invalidUtf8.add(column);
      } else putListOf(row, column, reader, index, missingValues);
    }
    give(batch.firstRow + index);
  }
}

function putListOf(
  row: Row,
  column: number,
  reader: VectorReader,
  index: number,
  missingValues: ReadonlySet<string>,
): void {
  const { offsets } = reader.vector;
  const values: CellValue[] = [];
  for (let at = offsets?.[index] ?? 0; at < (offsets?.[index + 1] ?? 0); at++) {
    values.push(reader.cell(at));
    if (reader.isInvalid(at)) row.invalidUtf8.add(column);
  }
  putList(row, column, values, missingValues);
}

class VectorReader {
  readonly vector: ColumnVector;
  readonly #plain: PlainValues;
  readonly #codes: Int32Array | null;
  /** Cells of a dictionary's values, made once. */
  readonly #cells: (CellValue | undefined)[] = [];

  constructor(vector: ColumnVector) {
    this.vector = vector;
    const { values } = vector;
    this.#plain = values.kind === 'coded' ? values.dictionary : values;
    this.#codes = values.kind === 'coded' ? values.codes : null;
  }

  cell(at: number): CellValue {
    if (this.#codes === null) return cellOfValues(this.#plain, at);
    const code = this.#codes[at] ?? 0;
    const known = this.#cells[code];
    if (known !== undefined) return known;
    const made = cellOfValues(this.#plain, code);
    this.#cells[code] = made;
    return made;
  }

  isInvalid(at: number): boolean {
    if (this.#plain.kind !== 'texts' || this.#plain.invalid === null) return false;
    return this.#plain.invalid.has(this.#codes === null ? at : (this.#codes[at] ?? 0));
  }
}
