import { compareCodePoints } from './code-points.ts';
import { isTextSlot, SAMPLE_THRESHOLDS, SLOT } from './hash.ts';
import { LONGEST_COUNTED_TEXT } from './limits.ts';
import type { RowSample } from './scan-state.ts';
import type { StateLimits } from './state-limits.ts';
import { HIGH, highWord, isAtMost, LOW, lowWord, thresholdWords, wordsOf } from './words.ts';

const MISSING_HIGH = highWord(SLOT.missing);
const MISSING_LOW = lowWord(SLOT.missing);
/** Texts are kept of rows with hashes up to a 32nd of the threshold. */
const TEXT_SHIFT = 5;

export interface SampleSize {
  readonly level: number;
  readonly rows: number;
}

interface TextRow {
  readonly high: number;
  readonly low: number;
  readonly texts: Map<number, readonly [slot: bigint, text: string]>;
}

/** Collects the sample, row by row: `begin`, then a slot for each present cell. */
export class SampleBuilder {
  #level = 0;
  #threshold = thresholdWords(0);
  #textThreshold = thresholdWords(0, TEXT_SHIFT);
  #rows = 0;
  #room = 0;
  #hashes = new BigUint64Array(0);
  readonly #slots: BigUint64Array[] = [];
  /** Over `#slots`. */
  readonly #words: Uint32Array[] = [];
  #textRows: TextRow[] = [];
  #textRow: TextRow | null = null;
  /** Rows that were begun and not ended: where their texts go, null where none are kept. */
  #begun: (TextRow | null)[] = [];
  readonly #limits: StateLimits;

  constructor(limits: StateLimits) {
    this.#limits = limits;
  }

  /** Rows that it has, none of them begun and not ended. */
  get size(): SampleSize {
    return { level: this.#level, rows: this.#rows };
  }

  /** Rows that it may have. */
  get mostRows(): number {
    return this.#limits.sampleRows(this.#slots.length);
  }

  /** New columns are missing in the rows before. */
  widen(columns: number): void {
    while (this.#slots.length < columns) {
      const slots = new BigUint64Array(this.#room).fill(SLOT.missing);
      this.#slots.push(slots);
      this.#words.push(wordsOf(slots));
    }
  }

  /** Begins a row with this hash; false when it is not sampled. */
  begin(high: number, low: number): boolean {
    if (!isAtMost(high, low, this.#threshold.high, this.#threshold.low)) return false;
    if (this.#rows === this.#room) this.#grow(1);
    const words = wordsOf(this.#hashes);
    words[2 * this.#rows + HIGH] = high;
    words[2 * this.#rows + LOW] = low;
    this.#textRow = null;
    if (isAtMost(high, low, this.#textThreshold.high, this.#textThreshold.low)) {
      this.#textRow = { high, low, texts: new Map() };
      this.#textRows.push(this.#textRow);
    }
    const at = 2 * this.#rows;
    for (const column of this.#words) {
      column[at + HIGH] = MISSING_HIGH;
      column[at + LOW] = MISSING_LOW;
    }
    return true;
  }

  put(column: number, high: number, low: number): void {
    const words = this.#words[column] as Uint32Array;
    words[2 * this.#rows + HIGH] = high;
    words[2 * this.#rows + LOW] = low;
  }

  /** The text of a cell whose slot was put. */
  putText(column: number, text: string): void {
    if (this.#textRow === null) return;
    const slot = this.#slots[column]?.[this.#rows] ?? 0n;
    this.#textRow.texts.set(column, [slot, firstBytes(text)]);
  }

  end(): void {
    this.#rows++;
    this.#thin();
  }

  /** The largest hash that a row of the sample may have. */
  get threshold(): bigint {
    return SAMPLE_THRESHOLDS[this.#level] ?? 0n;
  }

  /** Begins rows with these hashes (their words), which are not above the threshold: slots by column, then `endRows`. */
  beginRows(hashes: Uint32Array): void {
    const count = hashes.length / 2;
    if (this.#rows + count > this.#room) this.#grow(count);
    wordsOf(this.#hashes).set(hashes, 2 * this.#rows);
    this.#begun = [];
    for (let index = 0; index < count; index++) {
      const high = hashes[2 * index + HIGH] as number;
      const low = hashes[2 * index + LOW] as number;
      if (!isAtMost(high, low, this.#textThreshold.high, this.#textThreshold.low)) {
        this.#begun.push(null);
        continue;
      }
      const row = { high, low, texts: new Map() };
      this.#begun.push(row);
      this.#textRows.push(row);
    }
    for (const slots of this.#slots) slots.fill(SLOT.missing, this.#rows, this.#rows + count);
  }

  /** Of a column, the slots of the rows that were begun. */
  begunSlots(column: number): BigUint64Array<ArrayBuffer> {
    const slots = this.#slots[column] as BigUint64Array<ArrayBuffer>;
    return slots.subarray(this.#rows, this.#rows + this.#begun.length);
  }

  /** `index`: among the rows that were begun. */
  keepsTextsOf(index: number): boolean {
    return this.#begun[index] !== null;
  }

  /** The text of a cell whose slot was put. */
  putTextIn(index: number, column: number, text: string): void {
    const slot = this.#slots[column]?.[this.#rows + index] ?? 0n;
    this.#begun[index]?.texts.set(column, [slot, firstBytes(text)]);
  }

  endRows(): void {
    this.#rows += this.#begun.length;
    this.#begun = [];
    this.#thin();
  }

  #thin(): void {
    const most = this.mostRows;
    while (this.#rows > most) this.raiseLevel();
  }

  /** Keeps about half of the rows, and of those that follow. */
  raiseLevel(): void {
    this.#level++;
    const threshold = thresholdWords(this.#level);
    this.#threshold = threshold;
    this.#textThreshold = thresholdWords(this.#level, TEXT_SHIFT);
    const kept = rowsWithin(this.#hashes.subarray(0, this.#rows), threshold);
    for (const words of [wordsOf(this.#hashes), ...this.#words]) {
      for (let row = 0; row < kept.length; row++) {
        const from = 2 * (kept[row] as number);
        words[2 * row] = words[from] as number;
        words[2 * row + 1] = words[from + 1] as number;
      }
    }
    this.#rows = kept.length;
    const { high, low } = this.#textThreshold;
    this.#textRows = this.#textRows.filter((row) => isAtMost(row.high, row.low, high, low));
  }

  #grow(count: number): void {
    const most = this.mostRows + 1;
    this.#room = Math.max(this.#rows + count, Math.min(most, Math.max(256, 2 * this.#room)));
    const enlarge = (from: BigUint64Array) => {
      const to = new BigUint64Array(this.#room);
      to.set(from.subarray(0, this.#rows));
      return to;
    };
    this.#hashes = enlarge(this.#hashes);
    for (const [column, slots] of this.#slots.entries()) {
      const larger = enlarge(slots);
      this.#slots[column] = larger;
      this.#words[column] = wordsOf(larger);
    }
  }

  state(): RowSample {
    this.#thin();
    const hashes = this.#hashes.slice(0, this.#rows);
    const order = sortingOrder(hashes);
    return {
      level: this.#level,
      hashes: gather(hashes, order),
      slots: this.#slots.map((slots) => gather(slots, order)),
      texts: this.#slots.map((_, column) => this.#textsOf(column)),
    };
  }

  #textsOf(column: number): ReadonlyMap<bigint, string> {
    const found: (readonly [bigint, string])[] = [];
    for (const { texts } of this.#textRows) {
      const pair = texts.get(column);
      if (pair !== undefined) found.push(pair);
    }
    return textMap(found);
  }
}

/** By slot ascending; of texts with one slot, which are equal but for a collision, the first by code point. */
export function textMap(pairs: Iterable<readonly [bigint, string]>): ReadonlyMap<bigint, string> {
  const texts = new Map<bigint, string>();
  for (const [slot, text] of pairs) {
    const before = texts.get(slot);
    if (before === undefined || compareCodePoints(text, before) < 0) texts.set(slot, text);
  }
  return new Map([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function rowsWithin(hashes: BigUint64Array, most: { high: number; low: number }): Uint32Array {
  const words = wordsOf(hashes);
  const rows = new Uint32Array(hashes.length);
  let kept = 0;
  for (let row = 0; row < hashes.length; row++) {
    const high = words[2 * row + HIGH] as number;
    const low = words[2 * row + LOW] as number;
    if (isAtMost(high, low, most.high, most.low)) rows[kept++] = row;
  }
  return rows.subarray(0, kept);
}

function sortingOrder(hashes: BigUint64Array): Uint32Array {
  const words = wordsOf(hashes);
  const order = Uint32Array.from(hashes.keys());
  return order.sort((a, b) => {
    const high = (words[2 * a + HIGH] as number) - (words[2 * b + HIGH] as number);
    return high === 0 ? (words[2 * a + LOW] as number) - (words[2 * b + LOW] as number) : high;
  });
}

function gather(from: BigUint64Array, order: Uint32Array): BigUint64Array {
  const to = new BigUint64Array(order.length);
  const source = wordsOf(from);
  const target = wordsOf(to);
  for (let index = 0; index < order.length; index++) {
    const at = order[index] as number;
    target[2 * index] = source[2 * at] as number;
    target[2 * index + 1] = source[2 * at + 1] as number;
  }
  return to;
}

/** The number of slots of a sample's rows whose texts are kept: they stand first. */
export function rowsWithTexts({ level, hashes }: Pick<RowSample, 'level' | 'hashes'>): number {
  const { high, low } = thresholdWords(level, TEXT_SHIFT);
  const words = wordsOf(hashes);
  let rows = 0;
  while (
    rows < hashes.length &&
    isAtMost(words[2 * rows + HIGH] as number, words[2 * rows + LOW] as number, high, low)
  ) {
    rows++;
  }
  return rows;
}

/** The texts among `pairs` that a sample's rows hold, where texts are kept. */
export function textsInUse(
  slots: BigUint64Array,
  rows: number,
  pairs: ReadonlyMap<bigint, string>,
): ReadonlyMap<bigint, string> {
  const found: (readonly [bigint, string])[] = [];
  for (const slot of slots.subarray(0, rows)) {
    const text = isTextSlot(slot) ? pairs.get(slot) : undefined;
    if (text !== undefined) found.push([slot, text]);
  }
  return textMap(found);
}

/** A text cut at a character, so that it has at most `LONGEST_COUNTED_TEXT` bytes. */
function firstBytes(text: string): string {
  if (text.length * 3 <= LONGEST_COUNTED_TEXT) return text.toWellFormed();
  const bytes = Buffer.from(text.slice(0, LONGEST_COUNTED_TEXT), 'utf8');
  if (bytes.length <= LONGEST_COUNTED_TEXT && text.length <= LONGEST_COUNTED_TEXT) {
    return text.toWellFormed();
  }
  let end = Math.min(bytes.length, LONGEST_COUNTED_TEXT);
  while (end > 0 && ((bytes[end] ?? 0x80) & 0xc0) === 0x80 && end < bytes.length) end--;
  return bytes.toString('utf8', 0, end);
}
