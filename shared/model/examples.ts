import type { SeededRandom } from '../numeric/index.ts';
import type { LabelledMatrix } from './contract.ts';

/**
 * Examples that training reads again and again. A step reads those of `window`, whose arrays stay the same while their content
 * changes.
 */
export interface ExampleSource {
  /** All examples; the window may have fewer. */
  readonly rows: number;
  readonly window: LabelledMatrix;
  /**
   * Every example once, in an order that `random` draws and that depends on the passes before. Gives rows of the
   * window, which has their examples until the next ones are asked for.
   */
  shuffled(random: SeededRandom): Iterable<Uint32Array>;
  /** Draws what a pass draws, and reads nothing. */
  skip(random: SeededRandom): void;
  /** Every example once, in the order of the data; valid until the next ones are asked for. */
  inOrder(): Iterable<LabelledMatrix>;
}

/** Examples in memory: the window is all of them. */
export class ExamplesInMemory implements ExampleSource {
  readonly rows: number;
  readonly window: LabelledMatrix;
  readonly #order: Uint32Array;

  constructor(examples: LabelledMatrix) {
    this.window = examples;
    this.rows = examples.features.rows;
    this.#order = Uint32Array.from(examples.labels, (_, row) => row);
  }

  *shuffled(random: SeededRandom): Iterable<Uint32Array> {
    random.shuffle(this.#order);
    yield this.#order;
  }

  skip(random: SeededRandom): void {
    random.shuffle(this.#order);
  }

  *inOrder(): Iterable<LabelledMatrix> {
    yield this.window;
  }
}
