import { bigWholeNumber, CELL, isNumeric, type Row } from '../scan/index.ts';
import type { ScannedData } from './scan-rows.ts';
import type { Column, Table } from './table.ts';
import { TypedList } from './typed-list.ts';

/** Collects rows into columns. Every column is numeric until a cell says otherwise. */
export class TableBuilder {
  readonly #categorical: ReadonlySet<number>;
  readonly #columns: ColumnBuilder[] = [];
  readonly #fileOfRow = new TypedList(Uint16Array);
  readonly #lineOfRow = new TypedList(Uint32Array);

  /** Indices of columns with a cell that is a list; it is kept as its JSON text. */
  readonly listColumns = new Set<number>();

  /** `categorical`: columns known to be so from an earlier reading. */
  constructor(categorical: ReadonlySet<number> = new Set()) {
    this.#categorical = categorical;
  }

  add(row: Row): void {
    while (this.#columns.length < row.texts.length) {
      const column = new ColumnBuilder(this.#categorical.has(this.#columns.length));
      column.fillMissing(this.#lineOfRow.length);
      this.#columns.push(column);
    }
    for (let index = 0; index < this.#columns.length; index++)
      this.#columns[index]?.add(row, index);
    for (const column of row.lists.keys()) this.listColumns.add(column);
    this.#fileOfRow.push(row.file);
    this.#lineOfRow.push(row.line);
  }

  /** Columns that turned out to be categorical after they held numbers, whose texts were not kept. */
  demotedColumns(): Set<number> {
    return new Set(
      [...this.#columns.entries()].flatMap(([index, c]) => (c.lostTexts ? [index] : [])),
    );
  }

  build({ columns, files, rowCount }: ScannedData): Table {
    return {
      rowCount,
      files,
      fileOfRow: this.#fileOfRow.take(),
      lineOfRow: this.#lineOfRow.take(),
      columns: this.#columns.map((column, index) => column.build(columns[index] ?? '')),
    };
  }
}

class ColumnBuilder {
  #values: TypedList<Float64Array> | null = new TypedList(Float64Array);
  #codes: TypedList<Int32Array> | null = null;
  readonly #codeOf = new Map<string, number>();
  /** Filled up to the last whole number that a double can't hold. */
  readonly #exactTexts: (string | null)[] = [];
  #integers = true;
  #numbers = 0;
  #finiteNumbers = 0;

  constructor(categorical: boolean) {
    if (categorical) this.#becomeCategorical();
  }

  /** Like the statistics' type: `nan` and infinities are numbers only beside a finite one. */
  get lostTexts(): boolean {
    return this.#numbers > 0 && (this.#values === null || this.#finiteNumbers === 0);
  }

  fillMissing(rows: number): void {
    this.#values?.extend(rows, Number.NaN);
    this.#codes?.extend(rows, -1);
  }

  add(row: Row, index: number): void {
    const kind = row.kinds[index] ?? CELL.missing;
    if (kind === CELL.missing) {
      this.#values?.push(Number.NaN);
      this.#codes?.push(-1);
      return;
    }
    if (this.#values !== null) {
      if (isNumeric(kind)) {
        this.#addNumber(row.numbers[index] ?? Number.NaN, row.texts[index] ?? '');
        return;
      }
      this.#becomeCategorical();
    }
    const text = row.texts[index] ?? '';
    let code = this.#codeOf.get(text);
    if (code === undefined) {
      code = this.#codeOf.size;
      this.#codeOf.set(text, code);
    }
    this.#codes?.push(code);
  }

  build(name: string): Column {
    if (this.#values !== null) {
      return {
        kind: 'numeric',
        name,
        values: this.#values.take(),
        integers: this.#integers,
        ...(this.#exactTexts.length === 0 ? {} : { exactTexts: this.#exactTexts }),
      };
    }
    return {
      kind: 'categorical',
      name,
      codes: this.#codes?.take() ?? new Int32Array(),
      vocabulary: [...this.#codeOf.keys()],
    };
  }

  #addNumber(value: number, text: string): void {
    this.#numbers++;
    if (Number.isFinite(value)) this.#finiteNumbers++;
    if (!Number.isNaN(value) && !Number.isInteger(value)) this.#integers = false;
    const exact = bigWholeNumber(text, value);
    if (exact !== null && this.#values !== null) {
      while (this.#exactTexts.length < this.#values.length) this.#exactTexts.push(null);
      this.#exactTexts.push(exact);
    }
    this.#values?.push(value);
  }

  #becomeCategorical(): void {
    const rows = this.#values?.length ?? 0;
    this.#values = null;
    this.#exactTexts.length = 0;
    this.#codes = new TypedList(Int32Array);
    this.#codes.extend(rows, -1);
  }
}
