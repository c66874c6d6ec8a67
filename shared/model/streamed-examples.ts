import type { SeededRandom } from '../numeric/index.ts';
import type { LabelledMatrix } from './contract.ts';
import type { ExampleSource } from './examples.ts';

/** Encoded examples that are kept outside memory, in the order of the data. */
export interface ExampleFile {
  readonly rows: number;
  /** Numbers of each example. */
  readonly columns: number;
  /** Whether examples have weights. */
  readonly isWeighted: boolean;
  /**
   * Fills the arrays from their beginning with the examples from `first` on, as many as `labels` has room for: `features`
   * row by row, the weights with a mean of 1 over all rows.
   */
  read(
    first: number,
    features: Float32Array,
    labels: Float32Array,
    weights: Float64Array | undefined,
  ): void;
}

/** Of a window; few examples of many numbers make a smaller one. */
const WINDOW_ROWS = 65_536;
/** 64 MiB. */
const WINDOW_NUMBERS = 2 ** 24;
/** Examples that are read in one: so that a disk is not asked for each example. */
const BLOCK_ROWS = 256;

/**
 * Examples of a file, of which a window at a time is in memory.
 *
 * Where all fit in the window, their order is that of `ExamplesInMemory`, so that a training has the same bytes. Otherwise blocks
 * of neighbouring rows are shuffled, a window is filled with the next ones, and its rows are shuffled: an epoch still
 * reads each example once, and two examples far apart in the data are as likely in one batch as any others. `SeededRandom`
 * draws all of it, so that the same seed gives the same order.
 */
export class StreamedExamples implements ExampleSource {
  readonly rows: number;
  readonly window: LabelledMatrix;
  readonly #file: ExampleFile;
  /** A multiple of the batch: no batch but the last one is smaller. */
  readonly #blockRows: number;
  readonly #windowBlocks: number;
  /** Of blocks; of rows where there is one window only. */
  readonly #order: Uint32Array;
  readonly #isWhole: boolean;

  /** `windowRows`: of the window at most. */
  constructor(file: ExampleFile, batchSize: number, windowRows = WINDOW_ROWS) {
    this.#file = file;
    this.rows = file.rows;
    this.#blockRows = Math.max(1, Math.ceil(BLOCK_ROWS / batchSize)) * batchSize;
    const most = Math.min(windowRows, Math.floor(WINDOW_NUMBERS / Math.max(1, file.columns)));
    this.#windowBlocks = Math.max(1, Math.floor(most / this.#blockRows));
    const capacity = this.#windowBlocks * this.#blockRows;
    this.#isWhole = file.rows <= capacity;
    const rows = this.#isWhole ? file.rows : capacity;
    this.window = {
      features: { data: new Float32Array(rows * file.columns), rows, columns: file.columns },
      labels: new Float32Array(rows),
      ...(file.isWeighted ? { weights: new Float64Array(rows) } : {}),
    };
    const places = this.#isWhole ? file.rows : Math.ceil(file.rows / this.#blockRows);
    this.#order = Uint32Array.from({ length: places }, (_, place) => place);
    if (this.#isWhole) this.#read(0, 0, file.rows);
  }

  *shuffled(random: SeededRandom): Iterable<Uint32Array> {
    random.shuffle(this.#order);
    if (this.#isWhole) {
      yield this.#order;
      return;
    }
    for (const blocks of this.#windows()) {
      let filled = 0;
      for (const block of blocks) {
        const count = this.#sizeOf(block);
        this.#read(block * this.#blockRows, filled, count);
        filled += count;
      }
      const rows = inOrder(filled);
      random.shuffle(rows);
      yield rows;
    }
  }

  skip(random: SeededRandom): void {
    random.shuffle(this.#order);
    if (this.#isWhole) return;
    for (const blocks of this.#windows()) {
      const filled = blocks.reduce((sum, block) => sum + this.#sizeOf(block), 0);
      random.shuffle(inOrder(filled));
    }
  }

  *inOrder(): Iterable<LabelledMatrix> {
    if (this.#isWhole) {
      yield this.window;
      return;
    }
    const { features, labels, weights } = this.window;
    for (let first = 0; first < this.rows; first += features.rows) {
      const count = Math.min(features.rows, this.rows - first);
      this.#read(first, 0, count);
      yield {
        features: {
          data: features.data.subarray(0, count * features.columns),
          rows: count,
          columns: features.columns,
        },
        labels: labels.subarray(0, count),
        ...(weights === undefined ? {} : { weights: weights.subarray(0, count) }),
      };
    }
  }

  *#windows(): Iterable<Uint32Array> {
    for (let start = 0; start < this.#order.length; start += this.#windowBlocks)
      yield this.#order.subarray(start, start + this.#windowBlocks);
  }

  #sizeOf(block: number): number {
    return Math.min(this.#blockRows, this.rows - block * this.#blockRows);
  }

  /** `count` examples from `first` on, to the window's rows from `at` on. */
  #read(first: number, at: number, count: number): void {
    const { features, labels, weights } = this.window;
    const { columns } = features;
    this.#file.read(
      first,
      features.data.subarray(at * columns, (at + count) * columns),
      labels.subarray(at, at + count),
      weights?.subarray(at, at + count),
    );
  }
}

function inOrder(length: number): Uint32Array {
  return Uint32Array.from({ length }, (_, row) => row);
}
