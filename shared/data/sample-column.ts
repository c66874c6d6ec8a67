import {
  CELL,
  type ColumnState,
  formatValue,
  isTextSlot,
  parseNumber,
  SLOT,
} from '../scan/index.ts';
import type { ColumnEvidence, DatasetEvidence } from './column-evidence.ts';
import type { ColumnType } from './reports.ts';
import { codeSlots } from './slot-counts.ts';
import { countedNames, nameOfSlot, numberOfSlot } from './slot-names.ts';

/** The different values of a column of the sample. */
export interface CodedValues {
  /** By row of the sample: index of its value; −1 for a missing cell. */
  readonly codes: Int32Array;
  /** Undefined for a text that the sample does not name. One that no code has may stand for missing cells. */
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
    this.#values ??= this.#code();
    return this.#values;
  }

  #code(): CodedValues {
    const { different, codes } = codeSlots(this.#slots);
    const slots = different.slots();
    const missing = slots.indexOf(SLOT.missing);
    const nameOf = this.isNumeric ? this.#namesOfNumbers() : this.#namesOfSlots();
    return {
      codes: missing < 0 ? codes : codes.map((code) => (code === missing ? -1 : code)),
      names: Array.from(slots, nameOf),
    };
  }

  #namesOfNumbers(): (slot: bigint) => string {
    const spelled = new Map<number, string>();
    if (this.isCounted) {
      for (const { value } of this.#evidence.countValues().top(Number.POSITIVE_INFINITY)) {
        const number = parseNumber(value);
        spelled.set(number === 0 ? 0 : number, value);
      }
    }
    return (slot) => {
      const value = numberOfSlot(slot);
      return spelled.get(value) ?? (Number.isNaN(value) ? 'nan' : formatValue(value));
    };
  }

  #namesOfSlots(): (slot: bigint) => string | undefined {
    const named = this.isList ? new Map<bigint, string>() : countedNames(this.#state.values);
    return (slot) =>
      isTextSlot(slot) && this.isList
        ? undefined
        : (named.get(slot) ?? nameOfSlot(slot, this.#texts));
  }
}

/** Those of the data set, in its order. */
export function sampleColumns(
  { columns, state }: DatasetEvidence,
  names: readonly string[],
): SampleColumn[] {
  const { slots, texts } = state.sample;
  return columns.flatMap((column, index) => {
    const [own, cells] = [state.columns[index], slots[index]];
    if (own === undefined || cells === undefined) return [];
    return [new SampleColumn(names[index] ?? '', column, own, cells, texts[index] ?? new Map())];
  });
}
