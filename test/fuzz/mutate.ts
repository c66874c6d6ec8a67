import type { SeededRandom } from '../../shared/numeric/index.ts';

const INTERESTING = [
  0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff,
];

/** Makes new inputs of old ones: bytes changed, put in, left out or doubled, words of the format, parts of two inputs. */
export class Mutator {
  readonly #random: SeededRandom;
  readonly #words: readonly Uint8Array[];
  readonly #longest: number;

  constructor(random: SeededRandom, words: readonly Uint8Array[], longest: number) {
    this.#random = random;
    this.#words = words;
    this.#longest = longest;
  }

  mutate(input: Uint8Array, other: Uint8Array): Uint8Array {
    let bytes = [...input];
    // One change mostly, seldom many.
    const changes = 1 << this.#random.integer(5);
    for (let change = 0; change < changes; change++) {
      this.#change(bytes, other);
      if (bytes.length > this.#longest) bytes = bytes.slice(0, this.#longest);
    }
    return Uint8Array.from(bytes);
  }

  #change(bytes: number[], other: Uint8Array): void {
    const random = this.#random;
    const at = random.integer(bytes.length + 1);
    const length = 1 + random.integer(1 << random.integer(6));
    switch (random.integer(10)) {
      case 0:
        if (at < bytes.length) bytes[at] = (bytes[at] as number) ^ (1 << random.integer(8));
        break;
      case 1:
        if (at < bytes.length) bytes[at] = random.integer(256);
        break;
      case 2:
        bytes.splice(at, 0, random.integer(256));
        break;
      case 3:
        bytes.splice(at, length);
        break;
      case 4:
        bytes.splice(at, 0, ...bytes.slice(at, at + length));
        break;
      case 5:
        bytes.splice(at, 0, ...this.#word());
        break;
      case 6: {
        const word = this.#word();
        bytes.splice(at, word.length, ...word);
        break;
      }
      case 7: {
        const from = random.integer(other.length + 1);
        bytes.splice(at, random.integer(2) * length, ...other.subarray(from, from + length));
        break;
      }
      case 8:
        this.#putNumber(bytes, at);
        break;
      default:
        if (at < bytes.length) {
          bytes[at] = ((bytes[at] as number) + random.integer(33) - 16) & 0xff;
        }
    }
  }

  #word(): Uint8Array {
    return this.#words[this.#random.integer(this.#words.length)] ?? new Uint8Array();
  }

  /** One, two or four bytes, little endian: lengths and offsets of binary formats. */
  #putNumber(bytes: number[], at: number): void {
    const value = INTERESTING[this.#random.integer(INTERESTING.length)] ?? 0;
    const width = 1 << this.#random.integer(3);
    for (let byte = 0; byte < width && at + byte < bytes.length; byte++) {
      bytes[at + byte] = (value >>> (8 * byte)) & 0xff;
    }
  }
}

/** Constants of the code as bytes: characters, short texts, and numbers of four bytes. */
export function wordsOf(constants: readonly (number | string)[]): Uint8Array[] {
  const encoder = new TextEncoder();
  return constants.flatMap((constant) => {
    if (typeof constant === 'string') {
      return constant.length > 0 && constant.length <= 32 ? [encoder.encode(constant)] : [];
    }
    if (!Number.isInteger(constant) || constant < 0 || constant > 0xffffffff) return [];
    if (constant < 256) return [Uint8Array.of(constant)];
    const word = new Uint8Array(4);
    new DataView(word.buffer).setUint32(0, constant, true);
    return [word];
  });
}
