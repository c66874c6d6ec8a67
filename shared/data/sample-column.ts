import {
  CELL,
  type ColumnState,
  formatValue,
  isTextSlot,
  parseNumber,
  SLOT,
} from '../scan/index.ts';
import type { ColumnEvidence } from './column-evidence.ts';
import type { ColumnType } from './reports.ts';
import { countedNames, nameOfSlot } from './slot-names.ts';

/** The different values of a column of the sample. */
export interface CodedValues {
  /** By row of the sample: index of its value; −1 for a missing cell. */
  readonly codes: Int32Array;
  /** Undefined for a text that the sample does not name. */
  readonly names: readonly (string | undefined)[];
}

/** A column of the sample of rows, to be computed with over any of them. */
export class SampleColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** Lists are told apart, and nothing is known of their values. */
  readonly isList: boolean;
  /** Whether equal slots are equal values: no lists, and no whole numbers beyond 2⁵³. */
  readonly isTold: boolean;
  /** Whether every value of the column was counted, so that all have names. */
  readonly isCounted: boolean;
  /** Whether all values are texts that have names. */
  readonly hasLengths: boolean;
  /** By row; NaN for what is no number. Infinities are among them. */
  readonly numbers: Float64Array;
  readonly #slots: BigUint64Array;
  readonly #state: ColumnState;
  readonly #evidence: ColumnEvidence;
  readonly #texts: ReadonlyMap<bigint, string>;
  #values: CodedValues | null = null;

  constructor(
    name: string,
    evidence: ColumnEvidence,
    state: ColumnState,
    slots: BigUint64Array,
    texts: ReadonlyMap<bigint, string>,
  ) {
    this.name = name;
    this.type = evidence.type;
    this.isList = state.lists !== null;
    this.isTold = !this.isList && state.numbers.bigIntegers === 0;
    this.isCounted = state.values.counts !== null;
    this.hasLengths =
      this.isTold && this.isCounted && evidence.count(CELL.text) === evidence.valueCount;
    this.numbers = new Float64Array(slots.buffer, slots.byteOffset, slots.length);
    this.#slots = slots;
    this.#state = state;
    this.#evidence = evidence;
    this.#texts = texts;
  }

  /** Of all rows. */
  get distinct(): number {
    return this.#evidence.countValues().distinct;
  }

  get isNumeric(): boolean {
    return this.type === 'integer' || this.type === 'number';
  }

  isMissing(row: number): boolean {
    return Number.isNaN(this.numbers[row]) && this.#slots[row] === SLOT.missing;
  }

  isNotANumber(row: number): boolean {
    return Number.isNaN(this.numbers[row]) && this.#slots[row] === SLOT.notANumber;
  }

  get values(): CodedValues {
    this.#values ??= this.isNumeric ? this.#codeNumbers() : this.#codeSlots();
    return this.#values;
  }

  /** Numbers are keys by themselves: a table of large integers takes ten times as long. */
  #codeNumbers(): CodedValues {
    const { numbers } = this;
    const found = new Map<number, number>();
    const codes = new Int32Array(numbers.length);
    for (let row = 0; row < numbers.length; row++) {
      const value = numbers[row] as number;
      if (this.isMissing(row)) {
        codes[row] = -1;
        continue;
      }
      let code = found.get(value);
      if (code === undefined) {
        code = found.size;
        found.set(value, code);
      }
      codes[row] = code;
    }
    const spelled = new Map<number, string>();
    if (this.isCounted) {
      for (const { value } of this.#evidence.countValues().top(Number.POSITIVE_INFINITY)) {
        const number = parseNumber(value);
        spelled.set(number === 0 ? 0 : number, value);
      }
    }
    const nameOf = (value: number) =>
      spelled.get(value) ?? (Number.isNaN(value) ? 'nan' : formatValue(value));
    return { codes, names: [...found.keys()].map(nameOf) };
  }

  #codeSlots(): CodedValues {
    const found = new Map<bigint, number>();
    const codes = Int32Array.from(this.#slots, (slot) => {
      if (slot === SLOT.missing) return -1;
      let code = found.get(slot);
      if (code === undefined) {
        code = found.size;
        found.set(slot, code);
      }
      return code;
    });
    const named = this.isList ? new Map<bigint, string>() : countedNames(this.#state.values);
    return {
      codes,
      names: [...found.keys()].map((slot) =>
        isTextSlot(slot) && this.isList
          ? undefined
          : (named.get(slot) ?? nameOfSlot(slot, this.#texts)),
      ),
    };
  }
}
