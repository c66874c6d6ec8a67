import { bigWholeNumber, CELL, classifyText, type ListCell } from './cell.ts';
import { hashCell, hashTextAsCell } from './cell-hashes.ts';
import { ExactSums } from './exact-sums.ts';
import type { Hasher } from './hasher.ts';
import { addOddCell } from './odd-cells.ts';
import type { ColumnState, ListState, OddCell, OddCellSort, Place } from './scan-state.ts';
import type { StateLimits } from './state-limits.ts';
import { commasOf, ValueTally } from './value-tally.ts';

/** The state of one column, cell by cell. */
export class ColumnStatistics {
  readonly #kinds = new Float64Array(CELL.text + 1);
  readonly #sums = new ExactSums();
  readonly #values: ValueTally;
  #min = Number.POSITIVE_INFINITY;
  #max = Number.NEGATIVE_INFINITY;
  #zeros = 0;
  #bigIntegers = 0;
  #shortest = Number.POSITIVE_INFINITY;
  #longest = 0;
  #characters = 0;
  #decimalCommas = 0;
  #thousandsCommas = 0;
  #invalidUtf8 = 0;
  /** Cells that are no lists, and of those that are how many there are and their sizes. */
  #single = 0;
  #lists = 0;
  #leastValues = Number.POSITIVE_INFINITY;
  #mostValues = 0;
  readonly #oddCells: Record<OddCellSort, OddCell[]> = {
    text: [],
    decimalComma: [],
    infinity: [],
    notANumber: [],
    invalidUtf8: [],
  };

  constructor(limits: StateLimits) {
    this.#values = new ValueTally(limits);
  }

  /** Adds a present cell; leaves its hash in `hasher`. */
  addCell(hasher: Hasher, text: string, kind: number, value: number, place: Place): void {
    this.#single++;
    this.#addValue(hasher, text, kind, value, place);
  }

  /** Adds a list with at least one value; leaves its hash in `hasher`. */
  addList(hasher: Hasher, { texts, kinds, numbers }: ListCell, place: Place): void {
    let sumHigh = 0;
    let sumLow = 0;
    for (const [index, text] of texts.entries()) {
      hasher.saltOfIndex(index);
      const { high: saltHigh, low: saltLow } = hasher;
      this.#addValue(hasher, text, kinds[index] ?? CELL.text, numbers[index] ?? 0, place);
      hasher.salted(saltHigh, saltLow);
      const low = (sumLow >>> 0) + (hasher.low >>> 0);
      sumHigh = (sumHigh + hasher.high + (low > 0xffff_ffff ? 1 : 0)) | 0;
      sumLow = low | 0;
    }
    hasher.set(sumHigh, sumLow);
    hasher.mix();
    this.#lists++;
    this.#leastValues = Math.min(this.#leastValues, texts.length);
    this.#mostValues = Math.max(this.#mostValues, texts.length);
  }

  addInvalidUtf8(text: string, place: Place): void {
    this.#invalidUtf8++;
    addOddCell(this.#oddCells.invalidUtf8, text, place);
  }

  #addValue(hasher: Hasher, text: string, kind: number, value: number, place: Place): void {
    this.#kinds[kind] = (this.#kinds[kind] as number) + 1;
    const known = this.#values.count(text, hasher);
    let characters = text.length;
    if (known === null) {
      hashCell(hasher, text, kind, value);
      if (kind === CELL.text) characters = hasher.characters;
      this.#sketch(hasher, text, kind);
    } else {
      characters = known.characters;
      if (kind === known.kind || kind !== CELL.text) hasher.set(known.high, known.low);
      else hashCell(hasher, text, kind, value);
    }
    this.#characters += characters;
    if (characters < this.#shortest) this.#shortest = characters;
    if (characters > this.#longest) this.#longest = characters;
    if (kind === CELL.integer || kind === CELL.number) this.#addNumber(text, value);
    else if (kind === CELL.text) this.#addText(text, known?.commas ?? commasOf(text), place);
    else if (kind === CELL.infinity) addOddCell(this.#oddCells.infinity, text, place);
    else if (kind === CELL.notANumber) addOddCell(this.#oddCells.notANumber, text, place);
  }

  /** The hash of the cell stands in `hasher` and stays there. */
  #sketch(hasher: Hasher, text: string, kind: number): void {
    const { high, low } = hasher;
    const plain = kind === CELL.text ? classifyText(text) : CELL.text;
    // A JSON string may read like something else.
    if (plain !== CELL.text) hashTextAsCell(hasher, text, plain);
    this.#values.sketch(hasher);
    hasher.set(high, low);
  }

  #addNumber(text: string, value: number): void {
    this.#sums.add(value);
    if (value < this.#min) this.#min = value;
    if (value > this.#max) this.#max = value;
    if (value === 0) this.#zeros++;
    if (!Number.isSafeInteger(value) && bigWholeNumber(text, value) !== null) this.#bigIntegers++;
  }

  #addText(text: string, commas: 0 | 1 | 2, place: Place): void {
    addOddCell(this.#oddCells.text, text, place);
    if (commas === 0) return;
    addOddCell(this.#oddCells.decimalComma, text, place);
    this.#decimalCommas++;
    if (commas === 2) this.#thousandsCommas++;
  }

  state(): ColumnState {
    const kinds = [...this.#kinds];
    const values = kinds.reduce((sum, count) => sum + count, 0);
    const numbers = (kinds[CELL.integer] ?? 0) + (kinds[CELL.number] ?? 0);
    return {
      kinds,
      numbers: {
        count: numbers,
        // −0 is 0.
        min: this.#min + 0,
        max: this.#max + 0,
        zeros: this.#zeros,
        bigIntegers: this.#bigIntegers,
        sum: this.#sums.sum,
        sumOfSquares: this.#sums.sumOfSquares,
      },
      values: this.#values.state(),
      lengths: {
        count: values,
        min: values === 0 ? 0 : this.#shortest,
        max: this.#longest,
        total: this.#characters,
      },
      lists: this.#listState(values),
      decimalCommas: this.#decimalCommas,
      thousandsCommas: this.#thousandsCommas,
      invalidUtf8: this.#invalidUtf8,
      oddCells: structuredClone(this.#oddCells),
    };
  }

  #listState(values: number): ListState | null {
    if (this.#lists === 0) return null;
    return {
      examples: this.#single + this.#lists,
      min: this.#single > 0 ? 1 : this.#leastValues,
      max: this.#mostValues,
      total: values,
    };
  }
}
