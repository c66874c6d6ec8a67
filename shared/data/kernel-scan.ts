import {
  CsvKernelScanner,
  CsvScanner,
  JsonKernelScanner,
  MOST_COLUMNS,
  mergeStates,
  type RowRules,
  ScanKernel,
  type ScanState,
} from '../scan/index.ts';
import { type ColumnNames, CsvHeader } from './columns.ts';
import type { FileFormat } from './file-head.ts';

/** Why a data set is read again by rows: they say what is wrong with it, or hold what the kernel does not read. */
export class NotForKernel extends Error {}

/** Where a text file's bytes begin that are pushed. */
export interface TextStart {
  /** Index among the files of the data set. */
  readonly index: number;
  readonly file: string;
  readonly format: FileFormat;
  /** Bytes of a byte order mark. */
  readonly skip: number;
}

/**
 * What one pass over the text files of a data set collects without making rows of them. Every member but `state` throws
 * `NotForKernel`, after which nothing of it is of use.
 */
export class KernelScan {
  readonly #columns: ColumnNames;
  readonly #missingValues: readonly string[];
  readonly #rules: (names: readonly string[], kind: FileFormat['kind']) => RowRules;
  #csv: ScanKernel | null = null;
  #json: JsonKernelScanner | null = null;
  #scanner: CsvKernelScanner | JsonKernelScanner | null = null;

  /** `columns` gets the names that headers and keys have. */
  constructor(
    columns: ColumnNames,
    missingValues: readonly string[],
    rules: (names: readonly string[], kind: FileFormat['kind']) => RowRules,
  ) {
    this.#columns = columns;
    this.#missingValues = missingValues;
    this.#rules = rules;
  }

  get rows(): number {
    return (this.#csv?.rows ?? 0) + (this.#json?.rows ?? 0);
  }

  /**
   * `head`: the first bytes of the file, behind the byte order mark. All bytes of the file, those included, are to be
   * pushed after it. Throws a `UserError` for a header that is at fault.
   */
  begin({ index, file, format, skip }: TextStart, head: Uint8Array): void {
    if (format.kind === 'csv') {
      const { places } = readHeader(file, format.delimiter, head, this.#columns);
      this.#scanner = new CsvKernelScanner(this.#csvKernel(places.length), {
        file: index,
        delimiter: format.delimiter,
        places,
        position: skip,
      });
    } else {
      this.#scanner = this.#jsonScanner();
      this.#scanner.begin({ file: index, position: skip });
    }
  }

  push(chunk: Uint8Array): void {
    this.#scanner?.push(chunk);
    this.#checkRefusal();
  }

  finish(): void {
    this.#scanner?.finish();
    this.#checkRefusal();
    for (const name of (this.#json?.names ?? []).slice(this.#columns.names.length)) {
      if (name === '' || this.#columns.names.length >= MOST_COLUMNS) throw new NotForKernel();
      this.#columns.add(name);
    }
    this.#scanner = null;
  }

  /** Once, after the last file; null when there was no text. Its columns are the first of the data set. */
  state(): ScanState | null {
    const csv = this.#csv?.state() ?? null;
    const json = this.#json?.state() ?? null;
    return csv === null || json === null ? (csv ?? json) : mergeStates(csv, json);
  }

  /** Every CSV file of a data set has the same columns, in any order. */
  #csvKernel(cells: number): ScanKernel {
    const { names } = this.#columns;
    // Files of other formats have brought more columns.
    if (cells !== names.length) throw new NotForKernel();
    if (this.#csv === null) {
      this.#csv = new ScanKernel([...names], this.#missingValues);
      this.#csv.setRules(this.#rules(this.#csv.names, 'csv'));
    }
    if (this.#csv.names.length !== names.length) throw new NotForKernel();
    return this.#csv;
  }

  #jsonScanner(): JsonKernelScanner {
    this.#json ??= new JsonKernelScanner(this.#columns.names, {
      missingValues: this.#missingValues,
      rules: (names) => this.#rules(names, 'jsonl'),
    });
    // Files of other formats have brought columns since.
    if (this.#json.names.length !== this.#columns.names.length) throw new NotForKernel();
    return this.#json;
  }

  #checkRefusal(): void {
    const refusal = this.#scanner?.refusal ?? null;
    if (refusal !== null && refusal !== false) throw new NotForKernel();
  }
}

/** Throws `NotForKernel` for a header that is not whole in `head`, or that has faults in its bytes. */
function readHeader(
  file: string,
  delimiter: string,
  head: Uint8Array,
  columns: ColumnNames,
): CsvHeader {
  let header: CsvHeader | null = null;
  let fault = false;
  const scanner = new CsvScanner(delimiter, (row) => {
    if (header !== null || fault) return;
    if (row.fault === null) header = new CsvHeader(file, row, delimiter, columns);
    else fault = true;
  });
  scanner.push(head);
  if (header === null) throw new NotForKernel();
  return header;
}
