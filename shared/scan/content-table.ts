import { SAMPLE_THRESHOLDS } from './hash.ts';
import { comparePlaces } from './odd-cells.ts';
import type { ContentSample, Place } from './scan-state.ts';
import { HIGH, isAtMost, LOW, thresholdWords, wordsOf } from './words.ts';

type Places = readonly [Place] | readonly [Place, Place];

interface Content {
  readonly high: number;
  readonly low: number;
  count: number;
  places: Places;
}

/** Counts rows by the hash of their content, and keeps those whose hashes are small enough. */
export class ContentTable {
  #level = 0;
  #threshold = thresholdWords(0);
  readonly #most: number;
  /** By the lower word: two contents that share it stand in one list. */
  #contents = new Map<number, Content | Content[]>();
  #size = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** The largest hash that is kept. */
  get threshold(): bigint {
    return SAMPLE_THRESHOLDS[this.#level] ?? 0n;
  }

  add(high: number, low: number, { file, line }: Place): void {
    if (!isAtMost(high, low, this.#threshold.high, this.#threshold.low)) return;
    const known = this.#find(high, low);
    if (known === undefined) {
      this.#insert({ high, low, count: 1, places: [{ file, line }] });
      while (this.#size > this.#most) this.#raiseLevel();
      return;
    }
    known.count++;
    const last = known.places[known.places.length - 1];
    if (
      known.places.length < 2 ||
      (last !== undefined && comparePlaces({ file, line }, last) < 0)
    ) {
      known.places = firstPlaces([...known.places, { file, line }]);
    }
  }

  #find(high: number, low: number): Content | undefined {
    const found = this.#contents.get(low);
    if (found === undefined) return undefined;
    return Array.isArray(found)
      ? found.find((one) => one.high === high)
      : found.high === high
        ? found
        : undefined;
  }

  #insert(content: Content): void {
    const found = this.#contents.get(content.low);
    if (found === undefined) this.#contents.set(content.low, content);
    else
      this.#contents.set(
        content.low,
        Array.isArray(found) ? [...found, content] : [found, content],
      );
    this.#size++;
  }

  #raiseLevel(): void {
    this.#threshold = thresholdWords(++this.#level);
    const { high, low } = this.#threshold;
    const all = [...this.#contents.values()].flat();
    this.#contents = new Map();
    this.#size = 0;
    for (const content of all) {
      if (isAtMost(content.high, content.low, high, low)) this.#insert(content);
    }
  }

  state(): ContentSample {
    const all = [...this.#contents.values()]
      .flat()
      .sort((a, b) => (a.high >>> 0) - (b.high >>> 0) || (a.low >>> 0) - (b.low >>> 0));
    const hashes = new BigUint64Array(all.length);
    const words = wordsOf(hashes);
    for (const [index, { high, low }] of all.entries()) {
      words[2 * index + HIGH] = high;
      words[2 * index + LOW] = low;
    }
    return {
      level: this.#level,
      hashes,
      counts: all.map(({ count }) => count),
      places: all.map(({ places }) => places),
    };
  }
}

/** The first two, by file and line. */
export function firstPlaces(places: readonly Place[]): Places {
  const [first = { file: 0, line: 0 }, second] = [...places].sort(comparePlaces);
  return second === undefined ? [first] : [first, second];
}
