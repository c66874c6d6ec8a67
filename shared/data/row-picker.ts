import type { Column, Table } from './table.ts';
import { TypedList } from './typed-list.ts';

/** Puts rows of pieces of a data set together to a table of their own, in the order in which they come. */
export class RowPicker {
  #rowCount = 0;
  #files: readonly string[] = [];
  readonly #fileOfRow = new TypedList(Uint16Array);
  readonly #lineOfRow = new TypedList(Uint32Array);
  #columns: PickedColumn[] | null = null;

  get rowCount(): number {
    return this.#rowCount;
  }

  /** `piece`: has the columns of all other pieces. */
  add(piece: Table, rows: Iterable<number>): void {
    this.#columns ??= piece.columns.map(makeColumn);
    this.#files = piece.files;
    const codes = this.#columns.map((picked, index) => picked.take(piece.columns[index] as Column));
    for (const row of rows) {
      for (const add of codes) add(row, this.#rowCount);
      this.#fileOfRow.push(piece.fileOfRow[row] ?? 0);
      this.#lineOfRow.push(piece.lineOfRow[row] ?? 1);
      this.#rowCount++;
    }
  }

  toTable(): Table {
    return {
      rowCount: this.#rowCount,
      files: this.#files,
      fileOfRow: this.#fileOfRow.take(),
      lineOfRow: this.#lineOfRow.take(),
      columns: (this.#columns ?? []).map((column) => column.build()),
    };
  }
}

interface PickedColumn {
  /** What adds the cell of a row of this piece as that of row `at` of the table. */
  take(column: Column): (row: number, at: number) => void;
  build(): Column;
}

function makeColumn(like: Column): PickedColumn {
  return like.kind === 'numeric' ? new PickedNumbers(like) : new PickedCategories(like.name);
}

class PickedNumbers implements PickedColumn {
  readonly #name: string;
  readonly #integers: boolean;
  readonly #values = new TypedList(Float64Array);
  /** Filled up to the last row that has one, as by `TableBuilder`. */
  readonly #exactTexts: (string | null)[] = [];

  constructor({ name, integers }: { readonly name: string; readonly integers: boolean }) {
    this.#name = name;
    this.#integers = integers;
  }

  take(column: Column): (row: number, at: number) => void {
    if (column.kind !== 'numeric') throw new Error(`${this.#name} is no longer numeric`);
    const { values, exactTexts } = column;
    return (row, at) => {
      this.#values.push(values[row] ?? Number.NaN);
      const exact = exactTexts?.[row] ?? null;
      if (exact === null) return;
      while (this.#exactTexts.length < at) this.#exactTexts.push(null);
      this.#exactTexts.push(exact);
    };
  }

  build(): Column {
    return {
      kind: 'numeric',
      name: this.#name,
      values: this.#values.take(),
      integers: this.#integers,
      ...(this.#exactTexts.length === 0 ? {} : { exactTexts: this.#exactTexts }),
    };
  }
}

class PickedCategories implements PickedColumn {
  readonly #name: string;
  readonly #codes = new TypedList(Int32Array);
  readonly #codeOf = new Map<string, number>();

  constructor(name: string) {
    this.#name = name;
  }

  take(column: Column): (row: number) => void {
    if (column.kind !== 'categorical') throw new Error(`${this.#name} is no longer categorical`);
    const { codes, vocabulary } = column;
    return (row) => {
      const text = vocabulary[codes[row] ?? -1];
      this.#codes.push(text === undefined ? -1 : this.#codeFor(text));
    };
  }

  build(): Column {
    return {
      kind: 'categorical',
      name: this.#name,
      codes: this.#codes.take(),
      vocabulary: [...this.#codeOf.keys()],
    };
  }

  #codeFor(text: string): number {
    const known = this.#codeOf.get(text);
    if (known !== undefined) return known;
    const code = this.#codeOf.size;
    this.#codeOf.set(text, code);
    return code;
  }
}
