import { CELL } from './cell.ts';
import type { CellValue } from './cell-value.ts';
import { SLOT } from './hash.ts';
import type { SampleBuilder } from './row-sample.ts';
import { HIGH, highWord, LOW, lowWord, wordsOf } from './words.ts';

const TEXT_SLOT_HIGH = 0xfff80000 | 0;

/**
 * Puts slots of one column into the rows that the sample has begun. There are many, so that no object is made for any, and
 * no 64-bit number but as the words of the slot.
 */
export class SlotWriter {
  readonly #sample: SampleBuilder;
  readonly #column: number;
  readonly #words: Uint32Array;
  readonly #doubles: Float64Array;

  constructor(sample: SampleBuilder, column: number) {
    this.#sample = sample;
    this.#column = column;
    const slots = sample.begunSlots(column);
    this.#words = wordsOf(slots);
    this.#doubles = new Float64Array(slots.buffer, slots.byteOffset, slots.length);
  }

  /** Any number, NaN and infinities included. `index`: among the rows that were begun. */
  number(index: number, number: number): void {
    if (Number.isNaN(number)) this.#put(index, SLOT.notANumber);
    else this.#doubles[index] = number === 0 ? 0 : number;
  }

  /** `high` and `low`: its hash, in words with a sign. Whether the text is wanted, too, by `keepText`. */
  text(index: number, high: number, low: number): boolean {
    const words = this.#words;
    // The upper 51 bits of the hash.
    words[2 * index + HIGH] = TEXT_SLOT_HIGH | (high >>> 13);
    words[2 * index + LOW] = (high << 19) | (low >>> 13);
    return this.#sample.keepsTextsOf(index);
  }

  keepText(index: number, text: string): void {
    this.#sample.putTextIn(index, this.#column, text);
  }

  /** A present cell and its hash. */
  cell(index: number, cell: CellValue, high: number, low: number): void {
    if (cell.kind === CELL.text) {
      if (this.text(index, high, low)) this.keepText(index, cell.text);
    } else if (cell.kind === CELL.boolean) {
      this.#put(index, cell.text === 'true' ? SLOT.true : SLOT.false);
    } else this.number(index, cell.number);
  }

  #put(index: number, slot: bigint): void {
    this.#words[2 * index + HIGH] = highWord(slot);
    this.#words[2 * index + LOW] = lowWord(slot);
  }
}
