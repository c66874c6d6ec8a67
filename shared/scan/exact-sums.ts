import { HIGH, LOW, wordsOf } from './words.ts';

/** Bins of one exponent: three parts of the mantissas' sum and five of their squares'. */
const BINS = 8;
/** Additions after which bins, the largest of which grows by less than 2³⁷ each time, are emptied. */
const MOST_PENDING = 1 << 15;
/** Exponents that get their bins together: the numbers of one column have few. */
const CHUNK = 32;

const NUMBER = new Float64Array(1);
const WORDS = wordsOf(NUMBER);

/**
 * Σx · 2¹⁰⁷⁴ and Σx² · 2²¹⁴⁸ of finite doubles, exact. Mantissas are cut into parts of 17, 18 and 18 bits, which doubles
 * add and multiply without rounding, exponent by exponent (a small superaccumulator: Neal 2015, arXiv:1505.05571).
 */
export class ExactSums {
  #sum = 0n;
  #squares = 0n;
  #pending = 0;
  readonly #chunks: (Float64Array | undefined)[] = [];

  /** `times`: how often, at most 2¹⁴. */
  add(value: number, times = 1): void {
    if (this.#pending + times > MOST_PENDING) this.#empty();
    NUMBER[0] = value;
    const high = WORDS[HIGH] as number;
    const low = WORDS[LOW] as number;
    const exponent = (high >>> 20) & 0x7ff;
    const top = (high & 0xfffff) | (exponent === 0 ? 0 : 0x100000);
    // Numbers below the least normal one have the exponent of that one.
    const shift = (exponent === 0 ? 1 : exponent) - 1;
    const bins = this.#chunks[shift >>> 5] ?? this.#addChunk(shift >>> 5);
    const at = (shift & (CHUNK - 1)) * BINS;
    const p = top >>> 4;
    const q = ((top & 15) << 14) | (low >>> 18);
    const r = low & 0x3ffff;
    const a = p * times;
    const b = q * times;
    const c = r * times;
    if (high >>> 31 === 0) {
      bins[at] = (bins[at] as number) + a;
      bins[at + 1] = (bins[at + 1] as number) + b;
      bins[at + 2] = (bins[at + 2] as number) + c;
    } else {
      bins[at] = (bins[at] as number) - a;
      bins[at + 1] = (bins[at + 1] as number) - b;
      bins[at + 2] = (bins[at + 2] as number) - c;
    }
    bins[at + 3] = (bins[at + 3] as number) + a * p;
    bins[at + 4] = (bins[at + 4] as number) + a * q;
    bins[at + 5] = (bins[at + 5] as number) + (2 * a * r + b * q);
    bins[at + 6] = (bins[at + 6] as number) + b * r;
    bins[at + 7] = (bins[at + 7] as number) + c * r;
    this.#pending += times;
  }

  get sum(): bigint {
    this.#empty();
    return this.#sum;
  }

  get sumOfSquares(): bigint {
    this.#empty();
    return this.#squares;
  }

  #addChunk(index: number): Float64Array {
    const chunk = new Float64Array(CHUNK * BINS);
    this.#chunks[index] = chunk;
    return chunk;
  }

  #empty(): void {
    if (this.#pending === 0) return;
    this.#pending = 0;
    for (const [index, chunk] of this.#chunks.entries()) {
      if (chunk === undefined) continue;
      for (let place = 0; place < CHUNK; place++) {
        this.#take(chunk.subarray(place * BINS, (place + 1) * BINS), index * CHUNK + place);
      }
      chunk.fill(0);
    }
  }

  #take(bins: Float64Array, shift: number): void {
    // Only zeros have neither a square's lowest part nor any other.
    if (bins.every((bin) => bin === 0)) return;
    const part = (bin: number) => BigInt(bins[bin] ?? 0);
    this.#sum += ((part(0) << 36n) + (part(1) << 18n) + part(2)) << BigInt(shift);
    this.#squares +=
      ((part(3) << 72n) + (part(4) << 55n) + (part(5) << 36n) + (part(6) << 19n) + part(7)) <<
      BigInt(2 * shift);
  }
}
