import {
  CsvKernelScanner,
  CsvScanner,
  JsonKernelScanner,
  MOST_COLUMNS,
  mergeStates,
  ScanKernel,
  type ScanState,
  SecondThreadFailed,
  scanInParallel,
} from '../scan/index.ts';
import { AnomalyTally } from './anomaly-tally.ts';
import { type ColumnNames, CsvHeader } from './columns.ts';
import type { CsvWorkerAnswer, CsvWorkerTask } from './csv-worker.ts';
import type { FileFormat } from './file-head.ts';
import { RowFindings } from './row-findings.ts';
import type { RowJudge } from './row-judge.ts';

declare const __BUNDLED__: boolean | undefined;

const SHARED_BLOCK_BYTES = 8 * 1024 * 1024;

/** Why a data set is read again by rows: they say what is wrong with it, or hold what the kernel does not read. */
export class NotForKernel extends Error {
  /** Whether one thread may do what two could not. */
  readonly isForOneThread: boolean;

  constructor(isForOneThread = false) {
    super(isForOneThread ? 'to be read by one thread' : 'to be read by rows');
    this.isForOneThread = isForOneThread;
  }
}

/** Where a text file's bytes begin that are pushed. */
export interface TextStart {
  /** Index among the files of the data set. */
  readonly index: number;
  readonly file: string;
  readonly format: FileFormat;
  /** Bytes of a byte order mark. */
  readonly skip: number;
}

/** A plain file that threads may open by themselves. */
export interface PlainFile {
  readonly path: string;
  readonly size: number;
  /** Awaited now and then, with how many bytes have been taken. */
  readonly upTo: (bytes: number) => Promise<void>;
}

/**
 * What one pass over the text files of a data set collects without making rows of them. Its methods throw `NotForKernel`
 * and `MemoryFull`, after which nothing of it is of use.
 */
export class KernelScan {
  readonly #columns: ColumnNames;
  readonly #missingValues: readonly string[];
  readonly #judge: RowJudge;
  /** From how many bytes on two threads read a file. */
  readonly #leastShared: number;
  /** Of files or parts of them that other threads read. */
  #shared: ScanState | null = null;
  /** Rows of the file that threads read now, with those that `#csv` had before. */
  #sharing = { rows: 0, before: 0 };
  #csv: ScanKernel | null = null;
  #json: JsonKernelScanner | null = null;
  #scanner: CsvKernelScanner | JsonKernelScanner | null = null;

  /** `columns` gets the names that headers and keys have. */
  constructor(
    columns: ColumnNames,
    missingValues: readonly string[],
    judge: RowJudge,
    leastShared = Number.POSITIVE_INFINITY,
  ) {
    this.#columns = columns;
    this.#missingValues = missingValues;
    this.#judge = judge;
    this.#leastShared = leastShared;
  }

  get rows(): number {
    return this.#csvRows + (this.#json?.rows ?? 0) + (this.#shared?.rows ?? 0);
  }

  get #csvRows(): number {
    return Math.max(this.#csv?.rows ?? 0, this.#sharing.before + this.#sharing.rows);
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

  /** Whether two threads should read a file of so many bytes, if it can be shared. */
  wantsShared(size: number): boolean {
    return size >= this.#leastShared;
  }

  /** Reads a whole file by two threads; false when it can't be shared. Throws as `begin` does. */
  async shareFile(
    { index, file, format, skip }: TextStart,
    head: Uint8Array,
    { path, size, upTo }: PlainFile,
  ): Promise<boolean> {
    if (format.kind !== 'csv') return false;
    const { delimiter } = format;
    const { places } = readHeader(file, delimiter, head, this.#columns);
    if (!this.#judge.isOrderless(this.#columns.names)) return false;
    const kernel = this.#csvKernel(places.length);
    const { names } = kernel;
    const task: CsvWorkerTask = {
      names,
      missingValues: this.#missingValues,
      judge: this.#judge.task,
    };
    const before = kernel.rows;
    const answer = await scanInParallel<CsvWorkerAnswer>(
      kernel,
      {
        path,
        size,
        csv: { file: index, delimiter, places, position: skip },
        blockBytes: Math.min(SHARED_BLOCK_BYTES, Math.ceil(this.#leastShared / 4)),
      },
      { module: workerModule(), task },
      async ({ bytes, rows }) => {
        this.#sharing = { rows, before };
        await upTo(bytes);
      },
    ).catch((error: unknown) => {
      throw error instanceof SecondThreadFailed ? new NotForKernel(true) : error;
    });
    this.#sharing = { rows: 0, before: 0 };
    if (answer === null) throw new NotForKernel(true);
    const { state, findings, missingLabels } = answer;
    this.#shared = this.#shared === null ? state : mergeStates(this.#shared, state);
    const isWhole = this.#judge.merge(
      RowFindings.fromJson(findings.rules, findings.unique),
      AnomalyTally.fromJson(missingLabels),
    );
    if (!isWhole) throw new NotForKernel(true);
    return true;
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
    const ofJson = this.#json?.state();
    if (ofJson === null) throw new NotForKernel();
    const states = [this.#csv?.state(), ofJson, this.#shared].filter((state) => state != null);
    return states.length === 0 ? null : states.reduce((all, state) => mergeStates(all, state));
  }

  /** Every CSV file of a data set has the same columns, in any order. */
  #csvKernel(cells: number): ScanKernel {
    const { names } = this.#columns;
    // Files of other formats have brought more columns.
    if (cells !== names.length) throw new NotForKernel();
    if (this.#csv === null) {
      const kernel = new ScanKernel([...names], this.#missingValues);
      kernel.guarded(() => kernel.setRules(this.#judge.rulesFor(kernel.names, 'csv')));
      this.#csv = kernel;
    }
    if (this.#csv.names.length !== names.length) throw new NotForKernel();
    return this.#csv;
  }

  #jsonScanner(): JsonKernelScanner {
    this.#json ??= new JsonKernelScanner(this.#columns.names, {
      missingValues: this.#missingValues,
      rules: (names) => this.#judge.rulesFor(names, 'jsonl'),
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

function workerModule(): URL {
  const bundled = typeof __BUNDLED__ !== 'undefined' && __BUNDLED__;
  return new URL(bundled ? './csv-worker.js' : './csv-worker.ts', import.meta.url);
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
