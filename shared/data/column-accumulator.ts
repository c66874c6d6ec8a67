import {
  CELL,
  type CellKind,
  hasDecimalComma,
  mayHaveThousandsComma,
  type Row,
} from '../scan/index.ts';
import { Moments, meanAndDeviation } from './moments.ts';
import { decodeNumbers, encodeNumbers } from './numbers-text.ts';
import { equalWidthHistogram, quantile, wholeNumberHistogram } from './quantiles.ts';
import type { ColumnStatistics, ColumnType, NumericStatistics } from './reports.ts';
import { demand } from './shard-consistency.ts';
import { type LengthsJson, TextLengths } from './text-lengths.ts';
import { TypedList } from './typed-list.ts';
import { ValueCounter, type ValuesJson } from './value-counter.ts';

const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;
const BUCKETS = 10;
const TOP_VALUES = 20;
const MOSTLY = 0.9;
/** From this share on, numbers with a decimal comma and numbers make a column that was meant to be numeric. */
const NEARLY_ALL = 0.95;
/** Places of cells among numbers that are remembered, to show where a column is not what it seems. */
const MOST_ODD_CELLS = 10;
/** Of their texts, which may be megabytes long. */
const LONGEST_ODD_TEXT = 200;

const ODD_CELLS = ['oddTexts', 'decimalCommaCells', 'infinities', 'notNumbers'] as const;

export interface OddCell {
  readonly text: string;
  readonly file: number;
  readonly line: number;
}

type OddCellJson = readonly [text: string, file: number, line: number];

export interface ColumnJson extends Readonly<Record<(typeof ODD_CELLS)[number], OddCellJson[]>> {
  /** Cells of each kind, in the order of `CELL`. */
  readonly kinds: readonly number[];
  /** The finite numbers in the order of rows, as `encodeNumbers` writes them. */
  readonly numbers: string;
  readonly values: ValuesJson;
  readonly lengths: LengthsJson;
  readonly decimalCommas: number;
  readonly thousandsCommas: number;
}

/**
 * All that statistics and schema need to know of one column, collected in one pass and mergeable: the accumulators of
 * shards, merged in order, give what one accumulator over all rows gives, to the last bit.
 */
export class ColumnAccumulator {
  readonly #kinds = new Float64Array(CELL.text + 1);
  readonly #moments = new Moments();
  readonly #numbers = new TypedList((length) => new Float64Array(length));
  #values = new ValueCounter();
  /** Kept until the next row, since several rules ask for it. */
  #grouped: ValueCounter | null = null;
  #lengths = new TextLengths();
  /** Texts such as `110,6`, and those of them whose comma may part thousands. */
  #decimalCommas = 0;
  #thousandsCommas = 0;
  /** First cells that are neither numbers nor missing, and those that are no finite numbers. */
  readonly oddTexts: OddCell[] = [];
  readonly decimalCommaCells: OddCell[] = [];
  readonly infinities: OddCell[] = [];
  readonly notNumbers: OddCell[] = [];

  add(row: Row, index: number): void {
    const kind = row.kinds[index] ?? CELL.missing;
    if (kind === CELL.missing) return;
    this.#kinds[kind] = (this.#kinds[kind] ?? 0) + 1;
    const text = row.texts[index] ?? '';
    this.#values.add(text);
    this.#grouped = null;
    this.#lengths.add(countCharacters(text));
    if (kind === CELL.integer || kind === CELL.number) {
      const value = row.numbers[index] ?? 0;
      this.#moments.add(value);
      this.#numbers.push(value);
    } else if (kind === CELL.text) this.#addText(text, row);
    else if (kind === CELL.infinity) remember(this.infinities, text, row);
    else if (kind === CELL.notANumber) remember(this.notNumbers, text, row);
  }

  #addText(text: string, row: Row): void {
    remember(this.oddTexts, text, row);
    if (!hasDecimalComma(text)) return;
    remember(this.decimalCommaCells, text, row);
    this.#decimalCommas++;
    if (mayHaveThousandsComma(text)) this.#thousandsCommas++;
  }

  /** `other` holds the rows that follow; its places count files from the same list. */
  merge(other: ColumnAccumulator): void {
    for (const [kind, count] of other.#kinds.entries()) {
      this.#kinds[kind] = (this.#kinds[kind] ?? 0) + count;
    }
    // One by one, so that rounding is that of one accumulator over all rows.
    for (const number of other.#numbers.view()) this.#moments.add(number);
    this.#numbers.append(other.#numbers);
    this.#values.merge(other.#values);
    this.#grouped = null;
    this.#lengths.merge(other.#lengths);
    this.#decimalCommas += other.#decimalCommas;
    this.#thousandsCommas += other.#thousandsCommas;
    for (const list of ODD_CELLS) {
      this[list].push(...other[list].slice(0, MOST_ODD_CELLS - this[list].length));
    }
  }

  toJson(): ColumnJson {
    const cells = (list: readonly OddCell[]) =>
      list.map(({ text, file, line }): OddCellJson => [text, file, line]);
    return {
      kinds: [...this.#kinds],
      numbers: encodeNumbers(this.#numbers.view()),
      values: this.#values.toJson(),
      lengths: this.#lengths.toJson(),
      decimalCommas: this.#decimalCommas,
      thousandsCommas: this.#thousandsCommas,
      oddTexts: cells(this.oddTexts),
      decimalCommaCells: cells(this.decimalCommaCells),
      infinities: cells(this.infinities),
      notNumbers: cells(this.notNumbers),
    };
  }

  /** Throws `InconsistentShard`. */
  static fromJson(json: ColumnJson): ColumnAccumulator {
    const column = new ColumnAccumulator();
    column.#kinds.set(json.kinds);
    for (const number of decodeNumbers(json.numbers)) {
      column.#moments.add(number);
      column.#numbers.push(number);
    }
    column.#values = ValueCounter.fromJson(json.values);
    column.#lengths = TextLengths.fromJson(json.lengths);
    column.#decimalCommas = json.decimalCommas;
    column.#thousandsCommas = json.thousandsCommas;
    for (const list of ODD_CELLS) {
      column[list].push(...json[list].map(([text, file, line]) => ({ text, file, line })));
    }
    const { present, finiteNumbers } = column;
    const numeric = column.count(CELL.integer) + column.count(CELL.number);
    demand(column.count(CELL.missing) === 0 && finiteNumbers === numeric, 'numbers are missing');
    demand(column.#values.cells === present, 'values are not as many as cells');
    demand(column.#lengths.count === present, 'lengths are not as many as cells');
    demand(
      column.#thousandsCommas <= column.#decimalCommas &&
        column.#decimalCommas <= column.count(CELL.text),
      'there are more commas than texts',
    );
    return column;
  }

  count(kind: CellKind): number {
    return this.#kinds[kind] ?? 0;
  }

  get present(): number {
    return this.#kinds.reduce((sum, count) => sum + count, 0);
  }

  /** Cells that are finite numbers. */
  get finiteNumbers(): number {
    return this.#moments.count;
  }

  /** Of the finite numbers; from +∞ to −∞ when there are none. */
  get range(): { readonly min: number; readonly max: number } {
    return this.#moments;
  }

  /**
   * The narrowest type that every present cell has. `nan` and infinities are numbers beside a finite one, and texts
   * otherwise (a person may be called Nan).
   */
  get type(): ColumnType {
    const { present } = this;
    if (present === 0) return 'string';
    if (this.count(CELL.boolean) === present) return 'boolean';
    if (this.count(CELL.text) + this.count(CELL.boolean) > 0 || this.finiteNumbers === 0) {
      return 'string';
    }
    return this.count(CELL.integer) === present ? 'integer' : 'number';
  }

  /** True for a column of texts most of whose cells are numbers: it was probably meant to be numeric. */
  get isMostlyNumeric(): boolean {
    return this.type === 'string' && this.finiteNumbers > MOSTLY * this.present;
  }

  /**
   * For a column of texts nearly all of which are numbers, some with a decimal comma: how many have one, and whether one
   * of them can't be anything else (every `1,234` may mean 1234, too). Null for every other column.
   */
  get decimalCommas(): { readonly count: number; readonly certain: boolean } | null {
    const count = this.#decimalCommas;
    if (count === 0 || this.type !== 'string') return null;
    if (count + this.finiteNumbers < NEARLY_ALL * this.present) return null;
    return { count, certain: this.#thousandsCommas < count };
  }

  /** Counts of values: numbers that are equal are one value, however written; so are `true` and `TRUE`. */
  countValues(): ValueCounter {
    const { type } = this;
    if (type === 'string') return this.#values;
    this.#grouped ??= this.#values.grouped(
      type === 'boolean' ? (text) => text.toLowerCase() : numberKey,
    );
    return this.#grouped;
  }

  /** The finite numbers in ascending order, each once. */
  numbers(): {
    readonly values: Float64Array;
    readonly counts: Float64Array;
    readonly total: number;
  } {
    const sorted = this.#numbers.toArray().sort();
    const values = sorted.filter((value, index) => index === 0 || value !== sorted[index - 1]);
    const counts = new Float64Array(values.length);
    let place = -1;
    for (const [index, value] of sorted.entries()) {
      if (index === 0 || value !== sorted[index - 1]) place++;
      counts[place] = (counts[place] ?? 0) + 1;
    }
    return { values, counts, total: sorted.length };
  }

  /** `examples`: rows of the data set. */
  summarize(name: string, examples: number): ColumnStatistics {
    const { present, type } = this;
    const values = this.countValues();
    return {
      name,
      type,
      present,
      missing: examples - present,
      distinct: values.distinct,
      distinctIsLowerBound: values.isFull,
      top: values.top(TOP_VALUES),
      ...(type === 'integer' || type === 'number' ? { numeric: this.#summarizeNumbers() } : {}),
      ...(type === 'string' && present > 0
        ? {
            text: {
              minLength: this.#lengths.min,
              maxLength: this.#lengths.max,
              meanLength: this.#lengths.mean,
            },
          }
        : {}),
    };
  }

  #summarizeNumbers(): NumericStatistics {
    const sorted = this.#numbers.toArray().sort();
    const { min, max, zeros } = this.#moments;
    const notANumber = this.count(CELL.notANumber);
    const infinite = this.count(CELL.infinity);
    return {
      min,
      max,
      ...meanAndDeviation(this.#moments, sorted),
      zeros,
      ...(notANumber > 0 ? { notANumber } : {}),
      ...(infinite > 0 ? { infinite } : {}),
      quantiles: QUANTILES.map((q) => ({ q, value: quantile(sorted, q) })),
      histogram:
        this.type === 'integer' && isNarrow(min, max)
          ? wholeNumberHistogram(sorted)
          : equalWidthHistogram(sorted, BUCKETS),
    };
  }
}

/** Whether whole numbers from `min` to `max` have a bucket each. Beyond 2⁵³ doubles skip some. */
function isNarrow(min: number, max: number): boolean {
  return max - min < BUCKETS && Number.isSafeInteger(min) && Number.isSafeInteger(max);
}

function remember(cells: OddCell[], text: string, { file, line }: Row): void {
  if (cells.length >= MOST_ODD_CELLS) return;
  cells.push({ text: text.slice(0, LONGEST_ODD_TEXT), file, line });
}

/** Whole numbers beyond 2⁵³ keep their text: as doubles, different ones would be equal. */
function numberKey(text: string): string {
  const value = Number(text);
  if (Number.isNaN(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return text.trim();
  return String(value === 0 ? 0 : value);
}

/** Code points, and not UTF-16 units. */
function countCharacters(text: string): number {
  if (!/[\ud800-\udbff]/.test(text)) return text.length;
  let count = 0;
  for (const _ of text) count++;
  return count;
}
