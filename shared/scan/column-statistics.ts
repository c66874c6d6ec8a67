import { bigWholeNumber, CELL, classifyText, type ListCell } from './cell.ts';
import { hashCell, hashTextAsCell } from './cell-hashes.ts';
import type { CellValue } from './cell-value.ts';
import { ExactSums } from './exact-sums.ts';
import type { Hasher } from './hasher.ts';
import { countedSize, sizesOf } from './list-sizes.ts';
import { addOddCell, hasRoom } from './odd-cells.ts';
import type { ColumnState, ListState, OddCell, OddCellSort, Place } from './scan-state.ts';
import type { ValueLimits } from './state-limits.ts';
import { type Commas, commasOf, ValueTally } from './value-tally.ts';

/** Numbers of a file with types have no texts, and so no characters. */
type TypedPlace = Place & { readonly hasTypes?: boolean };

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
  /** Values whose characters count. */
  #measured = 0;
  #decimalCommas = 0;
  #thousandsCommas = 0;
  #invalidUtf8 = 0;
  /** Cells that are no lists, and of those that are how many there are and their sizes. */
  #single = 0;
  #lists = 0;
  #leastValues = Number.POSITIVE_INFINITY;
  #mostValues = 0;
  readonly #sizes = new Map<number, number>();
  readonly #oddCells: Record<OddCellSort, OddCell[]> = {
    text: [],
    decimalComma: [],
    infinity: [],
    notANumber: [],
    invalidUtf8: [],
  };

  constructor(limits: ValueLimits) {
    this.#values = new ValueTally(limits);
  }

  /** Adds a present cell; leaves its hash in `hasher`. */
  addCell(hasher: Hasher, text: string, kind: number, value: number, place: TypedPlace): void {
    this.#single++;
    const isMeasured = kind === CELL.text || place.hasTypes !== true;
    this.#addValue(hasher, text, kind, value, place, 1, isMeasured);
  }

  /** Adds equal cells of a file with types, at most 2¹⁴, but to the odd ones; leaves their hash in `hasher`. */
  addCells(hasher: Hasher, { text, kind, number }: CellValue, times: number): void {
    this.#single += times;
    this.#addValue(hasher, text, kind, number, null, times, kind === CELL.text);
  }

  hasRoomFor(sort: OddCellSort, place: Place): boolean {
    return hasRoom(this.#oddCells[sort], place);
  }

  keepOdd(sort: OddCellSort, text: string, place: Place): void {
    addOddCell(this.#oddCells[sort], text, place);
  }

  /** Whether a cell of this kind at this place would be among the odd ones that are kept. */
  keepsOdd(kind: number, characters: string, place: Place): boolean {
    const { text, decimalComma, infinity, notANumber } = this.#oddCells;
    if (kind === CELL.infinity) return hasRoom(infinity, place);
    if (kind === CELL.notANumber) return hasRoom(notANumber, place);
    if (kind !== CELL.text) return false;
    if (hasRoom(text, place)) return true;
    // Most columns have none, and their list never fills.
    return commasOf(characters) !== 0 && hasRoom(decimalComma, place);
  }

  addOdd(text: string, kind: number, place: Place, commas?: Commas): void {
    if (kind === CELL.text) {
      addOddCell(this.#oddCells.text, text, place);
      if ((commas ?? commasOf(text)) !== 0) addOddCell(this.#oddCells.decimalComma, text, place);
    } else if (kind === CELL.infinity) addOddCell(this.#oddCells.infinity, text, place);
    else if (kind === CELL.notANumber) addOddCell(this.#oddCells.notANumber, text, place);
  }

  /** Adds a list with at least one value; leaves its hash in `hasher`. */
  addList(hasher: Hasher, { texts, kinds, numbers }: ListCell, place: TypedPlace): void {
    let sumHigh = 0;
    let sumLow = 0;
    for (const [index, text] of texts.entries()) {
      hasher.saltOfIndex(index);
      const { high: saltHigh, low: saltLow } = hasher;
      const kind = kinds[index] ?? CELL.text;
      const isMeasured = kind === CELL.text || place.hasTypes !== true;
      this.#addValue(hasher, text, kind, numbers[index] ?? 0, place, 1, isMeasured);
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
    const size = countedSize(texts.length);
    this.#sizes.set(size, (this.#sizes.get(size) ?? 0) + 1);
  }

  addInvalidUtf8(text: string, place: Place): void {
    this.#invalidUtf8++;
    addOddCell(this.#oddCells.invalidUtf8, text, place);
  }

  /** `place`: null for cells of which the odd ones are added apart. */
  #addValue(
    hasher: Hasher,
    text: string,
    kind: number,
    value: number,
    place: Place | null,
    times: number,
    isMeasured: boolean,
  ): void {
    this.#kinds[kind] = (this.#kinds[kind] as number) + times;
    const known = this.#values.count(text, hasher, times);
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
    if (isMeasured) {
      this.#measured += times;
      this.#characters += characters * times;
      if (characters < this.#shortest) this.#shortest = characters;
      if (characters > this.#longest) this.#longest = characters;
    }
    if (kind === CELL.integer || kind === CELL.number) this.#addNumber(text, value, times);
    else if (kind === CELL.text) this.#countCommas(known?.commas ?? commasOf(text), times);
    if (place !== null) this.addOdd(text, kind, place, known?.commas);
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

  #addNumber(text: string, value: number, times: number): void {
    this.#sums.add(value, times);
    if (value < this.#min) this.#min = value;
    if (value > this.#max) this.#max = value;
    if (value === 0) this.#zeros += times;
    if (!Number.isSafeInteger(value) && bigWholeNumber(text, value) !== null) {
      this.#bigIntegers += times;
    }
  }

  #countCommas(commas: Commas, times: number): void {
    if (commas > 0) this.#decimalCommas += times;
    if (commas === 2) this.#thousandsCommas += times;
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
        count: this.#measured,
        min: this.#measured === 0 ? 0 : this.#shortest,
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
    const single = this.#single + (this.#sizes.get(1) ?? 0);
    return {
      examples: this.#single + this.#lists,
      min: this.#single > 0 ? 1 : this.#leastValues,
      max: this.#mostValues,
      total: values,
      sizes: sizesOf(single === 0 ? this.#sizes : new Map([...this.#sizes, [1, single]])),
    };
  }
}
