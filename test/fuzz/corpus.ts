import type { SeededRandom } from '../../shared/numeric/index.ts';

/** Inputs that ran a branch that none before had run, or ran it about twice as often or more. */
export class Corpus {
  readonly inputs: Uint8Array[] = [];
  /** For each branch a bit for each of eight ranges of how often it ran: 1, 2, 3, 4–7, 8–15, 16–31, 32–127, more. */
  readonly #seen: Uint8Array;
  readonly #random: SeededRandom;

  constructor(branches: number, random: SeededRandom) {
    this.#seen = new Uint8Array(branches);
    this.#random = random;
  }

  get branches(): number {
    return this.#seen.reduce((sum, ranges) => sum + (ranges === 0 ? 0 : 1), 0);
  }

  /** Keeps the input if its counters show something new; empties them. */
  offer(input: Uint8Array, counters: Uint8Array): void {
    let isNew = false;
    for (let branch = 0; branch < counters.length; branch++) {
      const count = counters[branch] as number;
      if (count === 0) continue;
      const range = RANGES[count] as number;
      if (((this.#seen[branch] as number) & range) === 0) {
        this.#seen[branch] = (this.#seen[branch] as number) | range;
        isNew = true;
      }
    }
    counters.fill(0);
    if (isNew) this.inputs.push(input);
  }

  /** Every second time one of the latest. */
  pick(): Uint8Array {
    const all = this.inputs.length;
    const among = this.#random.integer(2) === 0 ? all : Math.ceil(all / 8);
    return this.inputs[all - 1 - this.#random.integer(Math.max(1, among))] ?? new Uint8Array();
  }
}

const RANGES = Uint8Array.from({ length: 256 }, (_, count) => {
  if (count < 4) return count === 0 ? 0 : 1 << (count - 1);
  return count < 8 ? 8 : count < 16 ? 16 : count < 32 ? 32 : count < 128 ? 64 : 128;
});
