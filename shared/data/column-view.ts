import {
  CELL,
  type CellKind,
  type ColumnState,
  classifyText,
  isNumeric,
  parseNumber,
  type ScanState,
} from '../scan/index.ts';
import type { ColumnEvidence, NumberDistribution, ValueCounts } from './column-evidence.ts';
import { deviationOf, meanOf } from './exact-moments.ts';
import { distributionOf, rankError } from './number-distribution.ts';
import type { ColumnType } from './reports.ts';
import { exactCounts, sampledCounts } from './value-counts.ts';

const MOSTLY = 0.9;
/** From this share on, numbers with a decimal comma and numbers make a column that was meant to be numeric. */
const NEARLY_ALL = 0.95;

/** A column of a `ScanState`, read-only. */
export class ColumnView implements ColumnEvidence {
  readonly #state: ColumnState;
  readonly #scan: ScanState;
  readonly #index: number;
  #values: ValueCounts | null = null;

  constructor(scan: ScanState, index: number, state: ColumnState) {
    this.#scan = scan;
    this.#index = index;
    this.#state = state;
  }

  count(kind: CellKind): number {
    return this.#state.kinds[kind] ?? 0;
  }

  get valueCount(): number {
    return this.#state.kinds.reduce((sum, count) => sum + count, 0);
  }

  get present(): number {
    return this.#state.lists?.examples ?? this.valueCount;
  }

  get lists(): ColumnEvidence['lists'] {
    const { lists } = this.#state;
    if (lists === null) return null;
    const { min, max, total, examples, sizes } = lists;
    return {
      min,
      max,
      mean: total / examples,
      sizes: {
        values: Float64Array.from(sizes, ([size]) => size),
        counts: Float64Array.from(sizes, ([, count]) => count),
        total: examples,
        approximate: null,
      },
    };
  }

  get finiteNumbers(): number {
    return this.#state.numbers.count;
  }

  get range(): { readonly min: number; readonly max: number } {
    return this.#state.numbers;
  }

  get zeros(): number {
    return this.#state.numbers.zeros;
  }

  get mean(): number {
    const { count, sum } = this.#state.numbers;
    return meanOf(count, sum);
  }

  get deviation(): number {
    const { count, sum, sumOfSquares } = this.#state.numbers;
    return deviationOf(count, sum, sumOfSquares);
  }

  get type(): ColumnType {
    const { valueCount } = this;
    if (valueCount === 0) return 'string';
    if (this.count(CELL.boolean) === valueCount) return 'boolean';
    if (this.count(CELL.text) + this.count(CELL.boolean) > 0 || this.finiteNumbers === 0) {
      return 'string';
    }
    return this.count(CELL.integer) === valueCount ? 'integer' : 'number';
  }

  get isMostlyNumeric(): boolean {
    return this.type === 'string' && this.finiteNumbers > MOSTLY * this.valueCount;
  }

  get decimalCommas(): ColumnEvidence['decimalCommas'] {
    const { decimalCommas: count, thousandsCommas } = this.#state;
    if (count === 0 || this.type !== 'string') return null;
    if (count + this.finiteNumbers < NEARLY_ALL * this.valueCount) return null;
    return { count, certain: thousandsCommas < count };
  }

  get oddTexts() {
    return this.#state.oddCells.text;
  }

  get decimalCommaCells() {
    return this.#state.oddCells.decimalComma;
  }

  get infinities() {
    return this.#state.oddCells.infinity;
  }

  get notNumbers() {
    return this.#state.oddCells.notANumber;
  }

  get invalidUtf8() {
    return { count: this.#state.invalidUtf8, cells: this.#state.oddCells.invalidUtf8 };
  }

  get lengths(): ColumnEvidence['lengths'] {
    const { count, min, max, total } = this.#state.lengths;
    return count === 0 ? null : { min, max, mean: total / count };
  }

  countValues(): ValueCounts {
    this.#values ??= this.#countValues();
    return this.#values;
  }

  #countValues(): ValueCounts {
    const { values, lists, numbers } = this.#state;
    if (values.counts !== null) return exactCounts(values.counts, this.type);
    const { rows, sample } = this.#scan;
    return sampledCounts(values.registers ?? new Uint8Array(0), {
      slots: sample.slots[this.#index] ?? new BigUint64Array(0),
      texts: sample.texts[this.#index] ?? new Map(),
      isWhole: sample.level === 0,
      scale: rows / Math.max(1, sample.hashes.length),
      present: this.valueCount,
      isTold: lists === null && numbers.bigIntegers === 0,
    });
  }

  numbers(): NumberDistribution {
    const { values, lists } = this.#state;
    if (values.counts !== null) return distributionOfCounts(values.counts);
    // The slot of a list says nothing of its values.
    if (lists !== null) return distributionOf(new Float64Array(0), rankError(0));
    const slots = this.#scan.sample.slots[this.#index] ?? new BigUint64Array(0);
    const numbers = new Float64Array(slots.buffer, slots.byteOffset, slots.length);
    const finite = numbers.filter((value) => Number.isFinite(value));
    return distributionOf(finite, this.#scan.sample.level === 0 ? null : rankError(finite.length));
  }
}

function distributionOfCounts(counted: {
  readonly texts: readonly string[];
  readonly counts: readonly number[];
}): NumberDistribution {
  const byNumber = new Map<number, number>();
  for (const [index, text] of counted.texts.entries()) {
    if (!isNumeric(classifyText(text))) continue;
    const value = parseNumber(text);
    if (!Number.isFinite(value)) continue;
    // −0 is 0.
    const key = value === 0 ? 0 : value;
    byNumber.set(key, (byNumber.get(key) ?? 0) + (counted.counts[index] ?? 0));
  }
  const values = Float64Array.from(byNumber.keys()).sort();
  const counts = values.map((value) => byNumber.get(value) ?? 0);
  return {
    values,
    counts,
    total: counts.reduce((sum, count) => sum + count, 0),
    approximate: null,
  };
}
