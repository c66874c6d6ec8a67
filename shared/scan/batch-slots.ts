import { CELL } from './cell.ts';
import type { CellValue } from './cell-value.ts';
import { SLOT } from './hash.ts';
import type { SampleBuilder } from './row-sample.ts';
import { HIGH, highWord, LOW, lowWord, wordsOf } from './words.ts';

const NUMBER = new Float64Array(1);
const NUMBER_WORDS = wordsOf(NUMBER);
const TEXT_SLOT_HIGH = 0xfff80000 | 0;
const NAN_HIGH = highWord(SLOT.notANumber);
const NAN_LOW = lowWord(SLOT.notANumber);

/** Puts slots of one column into the rows that the sample has begun. */
export class SlotWriter {
  readonly #sample: SampleBuilder;
  readonly #column: number;

  constructor(sample: SampleBuilder, column: number) {
    this.#sample = sample;
    this.#column = column;
  }

  /** Any number, NaN and infinities included. `index`: among the rows that were begun. */
  number(index: number, number: number): void {
    if (Number.isNaN(number)) {
      this.#sample.putIn(index, this.#column, NAN_HIGH, NAN_LOW);
      return;
    }
    NUMBER[0] = number === 0 ? 0 : number;
    const [high, low] = [NUMBER_WORDS[HIGH] as number, NUMBER_WORDS[LOW] as number];
    this.#sample.putIn(index, this.#column, high, low);
  }

  /** `high` and `low`: its hash. `textOf` is only called where the text itself is kept. */
  text(index: number, high: number, low: number, textOf: () => string): void {
    // The upper 51 bits of the hash.
    const slotHigh = TEXT_SLOT_HIGH | (high >>> 13);
    this.#sample.putIn(index, this.#column, slotHigh, (high << 19) | (low >>> 13));
    if (this.#sample.keepsTextsOf(index)) this.#sample.putTextIn(index, this.#column, textOf());
  }

  /** A present cell and its hash. */
  cell(index: number, { kind, text, number }: CellValue, high: number, low: number): void {
    if (kind === CELL.text) this.text(index, high, low, () => text);
    else if (kind === CELL.boolean) {
      const slot = text === 'true' ? SLOT.true : SLOT.false;
      this.#sample.putIn(index, this.#column, highWord(slot), lowWord(slot));
    } else this.number(index, number);
  }
}
