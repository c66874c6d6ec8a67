import { type PlainValues, textAt, type Utf8Values } from '../scan/index.ts';
import { tooMuchText } from './file-budget.ts';
import { MOST_BATCH_TEXT } from './limits.ts';

/** Memory that the values of one column take in batch after batch: each overwrites the one before. */
export class TargetRoom {
  #numbers = new Float64Array(0);
  #bytes = Buffer.alloc(0);
  #used = 0;
  readonly #mostKept: number;

  /** `mostKept`: bytes of texts that stay in memory. */
  constructor(mostKept: number) {
    this.#mostKept = mostKept;
  }

  /** Forgets the values before. */
  begin(): void {
    this.#used = 0;
    if (this.#bytes.length > this.#mostKept) this.#bytes = Buffer.alloc(0);
  }

  /** Of any content. */
  numbers(size: number): Float64Array<ArrayBuffer> {
    if (this.#numbers.length < size) this.#numbers = new Float64Array(size);
    return this.#numbers.subarray(0, size);
  }

  /** Of any content, beside those that were given since `begin`. */
  bytes(size: number): Buffer {
    if (this.#used + size > this.#bytes.length) {
      this.#bytes = Buffer.allocUnsafeSlow(size + (size >>> 2));
      this.#used = 0;
    }
    const start = this.#used;
    this.#used += size;
    return this.#bytes.subarray(start, this.#used);
  }
}

/** Room for the values of one column, filled piece by piece. */
export class ValueTarget {
  readonly kind: 'numbers' | 'booleans' | 'texts';
  readonly #whole: boolean;
  readonly #size: number;
  readonly #room: TargetRoom | null;
  readonly numbers: Float64Array<ArrayBuffer>;
  readonly booleans: Uint8Array;
  /** Texts that are made one by one; made when it is first used. */
  #texts: string[] | null = null;
  #utf8: Utf8Collector | null = null;
  /** Of all texts that are strings, in bytes. */
  #textBytes = 0;
  #digits: Map<number, string> | null = null;
  #invalid: Set<number> | null = null;

  /** `room`: what the values may take, which are overwritten when it is given again; left out: memory of their own. */
  constructor(
    kind: 'numbers' | 'booleans' | 'texts',
    whole: boolean,
    size: number,
    room: TargetRoom | null = null,
  ) {
    this.kind = kind;
    this.#whole = whole;
    this.#size = size;
    this.#room = room;
    room?.begin();
    const numbers = kind === 'numbers' ? size : 0;
    this.numbers = room?.numbers(numbers) ?? new Float64Array(numbers);
    this.booleans = new Uint8Array(kind === 'booleans' ? size : 0);
  }

  /** For values of the same kind as these. */
  static like(values: PlainValues, size: number): ValueTarget {
    const kind = values.kind === 'utf8' ? 'texts' : values.kind;
    return new ValueTarget(kind, values.kind === 'numbers' && values.whole, size);
  }

  /** Texts as strings. What came as UTF-8 so far is among them. */
  get texts(): string[] {
    if (this.#texts !== null) return this.#texts;
    const texts = new Array<string>(this.#size).fill('');
    const utf8 = this.#utf8?.values() ?? null;
    for (let at = 0; utf8 !== null && at < this.#size; at++) {
      this.addTextBytes((utf8.ends[at] ?? 0) - (utf8.starts[at] ?? 0));
      texts[at] = textAt(utf8, at);
    }
    this.#utf8 = null;
    this.#texts = texts;
    return texts;
  }

  setDigits(at: number, digits: string): void {
    this.#digits ??= new Map();
    this.#digits.set(at, digits);
  }

  /** Before a text is made a string: several may be the same bytes of the file. */
  addTextBytes(bytes: number): void {
    this.#textBytes += bytes;
    if (this.#textBytes > MOST_BATCH_TEXT) throw tooMuchText();
  }

  setInvalid(at: number): void {
    this.#invalid ??= new Set();
    this.#invalid.add(at);
  }

  /** For `putUtf8`: bytes of any content. */
  roomForBytes(size: number): Buffer {
    return this.#room?.bytes(size) ?? Buffer.allocUnsafe(size);
  }

  /** Sets the texts from `at` on to those of `values`, whose bytes must stay as they are. */
  putUtf8(at: number, values: Utf8Values): void {
    if (this.#texts === null) {
      this.#utf8 ??= new Utf8Collector(this.#size);
      this.#utf8.put(at, values);
      return;
    }
    for (let index = 0; index < values.starts.length; index++) {
      this.#texts[at + index] = textAt(values, index);
    }
  }

  /** From `values`, which are of the same kind. */
  copy(at: number, values: PlainValues, from: number): void {
    switch (values.kind) {
      case 'numbers': {
        this.numbers[at] = values.numbers[from] ?? Number.NaN;
        const digits = values.digits?.get(from);
        if (digits !== undefined) this.setDigits(at, digits);
        return;
      }
      case 'booleans':
        this.booleans[at] = values.booleans[from] ?? 0;
        return;
      case 'texts':
        this.texts[at] = values.texts[from] ?? '';
        if (values.invalid?.has(from) === true) this.setInvalid(at);
        return;
      case 'utf8':
        if (this.#texts === null) {
          this.#utf8 ??= new Utf8Collector(this.#size);
          this.#utf8.copy(at, values, from);
        } else {
          this.addTextBytes((values.ends[from] ?? 0) - (values.starts[from] ?? 0));
          this.#texts[at] = textAt(values, from);
        }
    }
  }

  /**
   * Moves `present` values that stand from `start` on to the places among `count` where `valid` is 1, from the last one
   * on, so that none is overwritten before it has moved.
   */
  spread(start: number, count: number, present: number, valid: Uint8Array): void {
    const { kind, numbers, booleans } = this;
    let from = start + present - 1;
    for (let to = start + count - 1; from >= start && to > from; to--) {
      if (valid[to] === 0) continue;
      if (kind === 'numbers') {
        numbers[to] = numbers[from] as number;
        if (this.#digits !== null) this.#move(this.#digits, from, to);
      } else if (kind === 'booleans') booleans[to] = booleans[from] as number;
      else if (this.#utf8 !== null) this.#utf8.move(from, to);
      else {
        this.texts[to] = this.texts[from] ?? '';
        if (this.#invalid?.delete(from) === true) this.#invalid.add(to);
      }
      from--;
    }
  }

  values(): PlainValues {
    const { kind, numbers, booleans } = this;
    if (kind === 'numbers') return { kind, whole: this.#whole, numbers, digits: this.#digits };
    if (kind === 'booleans') return { kind, booleans };
    if (this.#utf8 !== null) return this.#utf8.values();
    return { kind, texts: this.texts, invalid: this.#invalid };
  }

  #move(digits: Map<number, string>, from: number, to: number): void {
    const moved = digits.get(from);
    if (moved === undefined) return;
    digits.delete(from);
    digits.set(to, moved);
  }
}

/** Texts of several pages or dictionaries. */
class Utf8Collector {
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  readonly #parts: Buffer[] = [];
  /** Bytes before the last part. */
  #before = 0;

  constructor(size: number) {
    this.#starts = new Uint32Array(size);
    this.#ends = new Uint32Array(size);
  }

  put(at: number, { bytes, starts, ends }: Utf8Values): void {
    const before = this.#add(bytes);
    for (let index = 0; index < starts.length; index++) {
      this.#starts[at + index] = before + (starts[index] as number);
      this.#ends[at + index] = before + (ends[index] as number);
    }
  }

  copy(at: number, { bytes, starts, ends }: Utf8Values, from: number): void {
    const before = this.#add(bytes);
    this.#starts[at] = before + (starts[from] ?? 0);
    this.#ends[at] = before + (ends[from] ?? 0);
  }

  move(from: number, to: number): void {
    this.#starts[to] = this.#starts[from] as number;
    this.#ends[to] = this.#ends[from] as number;
  }

  values(): Utf8Values {
    const [only = Buffer.alloc(0)] = this.#parts;
    const bytes = this.#parts.length > 1 ? Buffer.concat(this.#parts) : only;
    return { kind: 'utf8', bytes, starts: this.#starts, ends: this.#ends };
  }

  /** Bytes before these, which are not added twice in a row. */
  #add(bytes: Buffer): number {
    const last = this.#parts[this.#parts.length - 1];
    if (last === bytes) return this.#before;
    this.#before += last?.length ?? 0;
    this.#parts.push(bytes);
    return this.#before;
  }
}
