/**
 * A seeded source of random numbers: sfc32 (Chris Doty-Humphrey, PractRand), the same sequence on every machine.
 * Not for secrets.
 */
export class SeededRandom {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  /** `seed`: 0 … 2³² − 1. `stream` keeps uses apart that share a seed: shuffling must not move the initial weights. */
  constructor(seed: number, stream = '') {
    this.#a = seed | 0;
    this.#b = hashText(stream);
    this.#c = (seed ^ 0x9e3779b9) | 0;
    for (let round = 0; round < 15; round++) this.uint32();
  }

  /** A whole number in 0 … 2³² − 1. */
  uint32(): number {
    const result = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + result) | 0;
    return result >>> 0;
  }

  /** In [0, 1), with 53 random bits. */
  uniform(): number {
    return ((this.uint32() >>> 5) * 0x4000000 + (this.uint32() >>> 6)) / 0x20000000000000;
  }

  /** A whole number in 0 … `below` − 1, without bias. `below` is at most 2³². */
  integer(below: number): number {
    const limit = 0x100000000 - (0x100000000 % below);
    for (;;) {
      const value = this.uint32();
      if (value < limit) return value % below;
    }
  }

  /** Puts the elements in a random order, in place (Fisher–Yates). */
  shuffle(values: { [index: number]: number; readonly length: number }): void {
    for (let last = values.length - 1; last > 0; last--) {
      const other = this.integer(last + 1);
      const kept = values[last] as number;
      values[last] = values[other] as number;
      values[other] = kept;
    }
  }
}

/** FNV-1a over UTF-16 code units: a fixed 32-bit hash, for seeds and not for security. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash | 0;
}
