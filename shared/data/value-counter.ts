import { sha256 } from '../lineage/index.ts';
import { compareCodePoints } from './code-points.ts';

/** Beyond so many distinct values only those already met are counted: memory stays bounded. */
export const MOST_DISTINCT = 100_000;

/** Longer texts are told apart by a digest, so that a column of long texts is not held in memory. */
const LONGEST_KEPT = 500;

export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

/** Counts equal texts: exact for every text it holds. */
export class ValueCounter {
  readonly #counts = new Map<string, number>();
  /** Cells whose text was not counted because the limit was reached. */
  #uncounted = 0;
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
    for (const [text, count] of other.#counts) this.add(text, count);
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
    }
    groups.#uncounted = this.#uncounted;
    return groups;
  }

  get distinct(): number {
    return this.#counts.size;
  }

  /** The most frequent values; equally frequent ones by code point. Only those that no uncounted value can surpass. */
  top(most: number): ValueCount[] {
    return [...this.#counts]
      .map(([value, count]) => ({ value, count }))
      .filter(({ count }) => count >= this.#uncounted)
      .sort((a, b) => b.count - a.count || compareCodePoints(a.value, b.value))
      .slice(0, most);
  }

  values(): string[] {
    return [...this.#counts.keys()].sort(compareCodePoints);
  }
}

function abbreviate(text: string): string {
  const start = text.slice(0, LONGEST_KEPT - 150).replace(/[\ud800-\udbff]$/, '');
  return `${start}… (${text.length} characters, SHA-256 ${sha256(text)})`;
}
