import { HIGH, LOW, wordsOf } from './words.ts';

const GOLDEN_HIGH = 0x9e3779b9 | 0;
const GOLDEN_LOW = 0x7f4a7c15;
const ROUND_HIGH = 0x9fb21c65 | 0;
const ROUND_LOW = 0x1e98df25;
const FINISH_HIGH = 0xd6e8feb8 | 0;
const FINISH_LOW = 0x6659fd93;

const NUMBER = new Float64Array(1);
const NUMBER_WORDS = wordsOf(NUMBER);

/** The hashes of `hash.ts`, in two 32-bit words. Each method leaves its hash in `high` and `low`. */
export class Hasher {
  high = 0;
  low = 0;
  /** Of the text that was hashed last. */
  characters = 0;
  bytes = 0;
  #scratch = Buffer.allocUnsafe(4096);

  /** The text's UTF-8; a surrogate without its other half counts as U+FFFD. */
  hashText(text: string): void {
    const length = text.length;
    if (length * 3 > this.#scratch.length) this.#scratch = Buffer.allocUnsafe(length * 6);
    const scratch = this.#scratch;
    let index = 0;
    for (; index < length; index++) {
      const unit = text.charCodeAt(index);
      if (unit > 0x7f) break;
      scratch[index] = unit;
    }
    this.bytes = length;
    this.characters = length;
    if (index < length) {
      this.bytes = scratch.write(text, 'utf8');
      let continuations = 0;
      for (let byte = 0; byte < this.bytes; byte++) {
        if (((scratch[byte] as number) & 0xc0) === 0x80) continuations++;
      }
      this.characters = this.bytes - continuations;
    }
    this.#hashBytes(scratch, this.bytes);
  }

  /** A number's double, −0 as 0; no NaN. */
  hashNumber(value: number): void {
    NUMBER[0] = value === 0 ? 0 : value;
    this.#multiply(0, 8, GOLDEN_HIGH, GOLDEN_LOW);
    this.#round(NUMBER_WORDS[HIGH] as number, NUMBER_WORDS[LOW] as number);
    this.#finish();
  }

  hashPlace(file: number, position: number): void {
    this.#multiply(0, file + 1, GOLDEN_HIGH, GOLDEN_LOW);
    this.high ^= Math.floor(position / 0x1_0000_0000);
    this.low ^= position % 0x1_0000_0000;
    this.mix();
  }

  /** The salt of the value `index` of a list. */
  saltOfIndex(index: number): void {
    this.#multiply(0, index + 1, GOLDEN_HIGH, GOLDEN_LOW);
  }

  /** What a cell adds to the sum of a row's content: (its hash, which stands here, XOR salt)·ROUND. */
  salted(saltHigh: number, saltLow: number): void {
    this.#multiply(this.high ^ saltHigh, this.low ^ saltLow, ROUND_HIGH, ROUND_LOW);
  }

  set(high: number, low: number): void {
    this.high = high;
    this.low = low;
  }

  /** The finalizer of MurmurHash3. */
  mix(): void {
    this.low ^= this.high >>> 1;
    this.#multiply(this.high, this.low, 0xff51afd7 | 0, 0xed558ccd | 0);
    this.low ^= this.high >>> 1;
    this.#multiply(this.high, this.low, 0xc4ceb9fe | 0, 0x1a85ec53);
    this.low ^= this.high >>> 1;
  }

  #hashBytes(bytes: Uint8Array, length: number): void {
    this.#multiply(0, length, GOLDEN_HIGH, GOLDEN_LOW);
    let position = 0;
    for (; length - position >= 8; position += 8) {
      this.#round(wordAt(bytes, position + 4), wordAt(bytes, position));
    }
    const rest = length - position;
    if (rest >= 4) this.#round(wordAt(bytes, length - 4), wordAt(bytes, position));
    else if (rest > 0) {
      const first = bytes[position] as number;
      const middle = bytes[position + (rest >> 1)] as number;
      this.#round(0, first | (middle << 8) | ((bytes[length - 1] as number) << 16));
    }
    this.#finish();
  }

  #round(high: number, low: number): void {
    this.#multiply(this.high ^ high, this.low ^ low, ROUND_HIGH, ROUND_LOW);
    this.low ^= this.high;
  }

  #finish(): void {
    this.#multiply(this.high, this.low, FINISH_HIGH, FINISH_LOW);
    this.low ^= this.high;
  }

  #multiply(aHigh: number, aLow: number, bHigh: number, bLow: number): void {
    const a0 = aLow & 0xffff;
    const a1 = aLow >>> 16;
    const b0 = bLow & 0xffff;
    const b1 = bLow >>> 16;
    // The largest sum is (2¹⁶ − 1)² + 2¹⁶ − 1, which is below 2³².
    const middle = (Math.imul(a1, b0) + (Math.imul(a0, b0) >>> 16)) | 0;
    const other = (Math.imul(a0, b1) + (middle & 0xffff)) | 0;
    const carried = (Math.imul(a1, b1) + (middle >>> 16) + (other >>> 16)) | 0;
    this.high = (carried + Math.imul(aHigh, bLow) + Math.imul(aLow, bHigh)) | 0;
    this.low = Math.imul(aLow, bLow);
  }
}

function wordAt(bytes: Uint8Array, position: number): number {
  return (
    (bytes[position] as number) |
    ((bytes[position + 1] as number) << 8) |
    ((bytes[position + 2] as number) << 16) |
    ((bytes[position + 3] as number) << 24)
  );
}
