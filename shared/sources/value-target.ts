import type { PlainValues } from '../scan/index.ts';

/** Room for the values of one column, filled piece by piece. */
export class ValueTarget {
  readonly kind: PlainValues['kind'];
  readonly #whole: boolean;
  readonly numbers: Float64Array<ArrayBuffer>;
  readonly booleans: Uint8Array;
  readonly texts: string[];
  /** Of all texts that were put, in bytes. */
  textBytes = 0;
  #digits: Map<number, string> | null = null;
  #invalid: Set<number> | null = null;

  constructor(kind: PlainValues['kind'], whole: boolean, size: number) {
    this.kind = kind;
    this.#whole = whole;
    this.numbers = new Float64Array(kind === 'numbers' ? size : 0);
    this.booleans = new Uint8Array(kind === 'booleans' ? size : 0);
    this.texts = kind === 'texts' ? new Array<string>(size).fill('') : [];
  }

  setDigits(at: number, digits: string): void {
    this.#digits ??= new Map();
    this.#digits.set(at, digits);
  }

  setInvalid(at: number): void {
    this.#invalid ??= new Set();
    this.#invalid.add(at);
  }

  /** From `values`, which are of the same kind. */
  copy(at: number, values: PlainValues, from: number): void {
    if (values.kind === 'numbers') {
      this.numbers[at] = values.numbers[from] ?? Number.NaN;
      const digits = values.digits?.get(from);
      if (digits !== undefined) this.setDigits(at, digits);
    } else if (values.kind === 'booleans') this.booleans[at] = values.booleans[from] ?? 0;
    else {
      this.texts[at] = values.texts[from] ?? '';
      if (values.invalid?.has(from) === true) this.setInvalid(at);
    }
  }

  /**
   * Moves `present` values that stand from `start` on to the places among `count` where `valid` is 1, from the last one
   * on, so that none is overwritten before it has moved.
   */
  spread(start: number, count: number, present: number, valid: Uint8Array): void {
    let from = start + present - 1;
    for (let to = start + count - 1; from >= start && to > from; to--) {
      if (valid[to] === 0) continue;
      if (this.kind === 'numbers') {
        this.numbers[to] = this.numbers[from] ?? 0;
        this.#move(this.#digits, from, to);
      } else if (this.kind === 'booleans') this.booleans[to] = this.booleans[from] ?? 0;
      else {
        this.texts[to] = this.texts[from] ?? '';
        if (this.#invalid?.delete(from) === true) this.#invalid.add(to);
      }
      from--;
    }
  }

  values(): PlainValues {
    const { kind, numbers, booleans, texts } = this;
    if (kind === 'numbers') return { kind, whole: this.#whole, numbers, digits: this.#digits };
    if (kind === 'booleans') return { kind, booleans };
    return { kind, texts, invalid: this.#invalid };
  }

  #move(digits: Map<number, string> | null, from: number, to: number): void {
    const moved = digits?.get(from);
    if (digits === null || moved === undefined) return;
    digits.delete(from);
    digits.set(to, moved);
  }
}
