import { sha256 } from '../lineage/index.ts';
import { compareCodePoints } from '../scan/index.ts';
import { demand } from './shard-consistency.ts';

/** Beyond so many distinct values only those already met are counted: memory stays bounded. */
export const MOST_DISTINCT = 100_000;

/** Longer texts are told apart by a digest, so that a column of long texts is not held in memory. */
const LONGEST_KEPT = 500;

export interface ValuesJson {
  readonly texts: readonly string[];
  /** How often each of `texts` stands. */
  readonly counts: readonly number[];
  readonly uncounted: number;
  readonly hasAbbreviated: boolean;
  /** Indices of texts whose count may be too low. */
  readonly inexact: readonly number[];
}

export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

/** Counts equal texts: exact for every text it holds, unless counters that had reached their limit were merged. */
export class ValueCounter {
  readonly #counts = new Map<string, number>();
  /** Cells whose text was not counted because the limit was reached. */
  #uncounted = 0;
  /** Texts that a merged counter may have met when it had reached its limit. */
  readonly #inexact = new Set<string>();
  /** True when some text was too long to be kept whole. */
  hasAbbreviated = false;

  add(text: string, count = 1): void {
    const key = text.length <= LONGEST_KEPT ? text : abbreviate(text);
    if (key !== text) this.hasAbbreviated = true;
    const before = this.#counts.get(key);
    if (before === undefined && this.#counts.size >= MOST_DISTINCT) this.#uncounted += count;
    else this.#counts.set(key, (before ?? 0) + count);
  }

  merge(other: ValueCounter): void {
    if (other.isFull) {
      for (const text of this.#counts.keys()) {
        if (!other.#counts.has(text)) this.#inexact.add(text);
      }
    }
    for (const [text, count] of other.#counts) this.add(text, count);
    for (const text of other.#inexact) this.#inexact.add(text);
    this.#uncounted += other.#uncounted;
    this.hasAbbreviated ||= other.hasAbbreviated;
  }

  get isFull(): boolean {
    return this.#uncounted > 0;
  }

  /** A counter of `key(text)`; texts with one key count together, under the text met first. */
  grouped(key: (text: string) => string): ValueCounter {
    const firstText = new Map<string, string>();
    const groups = new ValueCounter();
    for (const [text, count] of this.#counts) {
      const group = key(text);
      const first = firstText.get(group) ?? text;
      firstText.set(group, first);
      groups.#counts.set(first, (groups.#counts.get(first) ?? 0) + count);
      if (this.#inexact.has(text)) groups.#inexact.add(first);
    }
    groups.#uncounted = this.#uncounted;
    return groups;
  }

  get distinct(): number {
    return this.#counts.size;
  }

  /**
   * The most frequent values; equally frequent ones by code point. Only those whose count is exact and that no other
   * value can surpass, uncounted ones included.
   */
  top(most: number): ValueCount[] {
    let largestInexact = 0;
    for (const text of this.#inexact) {
      largestInexact = Math.max(largestInexact, this.#counts.get(text) ?? 0);
    }
    return [...this.#counts]
      .map(([value, count]) => ({ value, count }))
      .filter(({ count }) => count >= this.#uncounted + largestInexact)
      .filter(({ value }) => !this.#inexact.has(value))
      .sort((a, b) => b.count - a.count || compareCodePoints(a.value, b.value))
      .slice(0, most);
  }

  values(): string[] {
    return [...this.#counts.keys()].sort(compareCodePoints);
  }

  /** Cells that were given to `add`. */
  get cells(): number {
    let cells = this.#uncounted;
    for (const count of this.#counts.values()) cells += count;
    return cells;
  }

  toJson(): ValuesJson {
    const texts = [...this.#counts.keys()];
    return {
      texts,
      counts: [...this.#counts.values()],
      uncounted: this.#uncounted,
      hasAbbreviated: this.hasAbbreviated,
      inexact: [...texts.keys()].filter((index) => this.#inexact.has(texts[index] ?? '')),
    };
  }

  /** Throws `InconsistentShard`. */
  static fromJson(json: ValuesJson): ValueCounter {
    const { texts, counts, uncounted, inexact } = json;
    const counter = new ValueCounter();
    for (const [index, text] of texts.entries()) counter.add(text, counts[index] ?? 0);
    const whole = counter.distinct === texts.length && counter.distinct === counts.length;
    demand(whole && counter.#uncounted === 0, 'values of a column are doubled');
    counter.#uncounted = uncounted;
    counter.hasAbbreviated = json.hasAbbreviated;
    for (const index of inexact) counter.#inexact.add(texts[index] ?? '');
    return counter;
  }
}

function abbreviate(text: string): string {
  const start = text.slice(0, LONGEST_KEPT - 150).replace(/[\ud800-\udbff]$/, '');
  return `${start}… (${text.length} characters, SHA-256 ${sha256(text)})`;
}
