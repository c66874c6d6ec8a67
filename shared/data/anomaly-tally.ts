import type { Row } from '../scan/index.ts';
import { compareCodePoints } from '../scan/index.ts';
import type { Anomaly } from './reports.ts';
import { demand } from './shard-consistency.ts';

const MOST_PLACES = 10;
const MOST_VALUES = 10;
/** Different offending values that are counted; those met later are only in the total. */
const MOST_VALUES_COUNTED = 10_000;
/** An offending value is shown and not kept whole: it may be megabytes long. */
const LONGEST_VALUE_KEPT = 200;

/** Where a row begins: index into the data set's files, and physical line from 1. */
export type RowPlace = Pick<Row, 'file' | 'line'>;

export interface TallyJson {
  readonly count: number;
  readonly values: readonly string[];
  /** How often each of `values` breaks the rule. */
  readonly counts: readonly number[];
  /** File and line of the first rows. */
  readonly places: readonly (readonly [file: number, line: number])[];
}

/** How often one rule is broken, by which values and where; mergeable. */
export class AnomalyTally {
  count = 0;
  readonly #values = new Map<string, number>();
  #places: RowPlace[] = [];

  add({ file, line }: RowPlace, value: string): void {
    this.count++;
    if (this.#places.length < MOST_PLACES) this.#places.push({ file, line });
    if (value !== '') this.#addValue(value.slice(0, LONGEST_VALUE_KEPT), 1);
  }

  #addValue(shown: string, count: number): void {
    const before = this.#values.get(shown);
    if (before !== undefined || this.#values.size < MOST_VALUES_COUNTED) {
      this.#values.set(shown, (before ?? 0) + count);
    }
  }

  /** `other` counts other rows, wherever they stand. */
  merge(other: AnomalyTally): void {
    this.count += other.count;
    for (const [value, count] of other.#values) this.#addValue(value, count);
    this.#places = [...this.#places, ...other.#places].sort(comparePlaces).slice(0, MOST_PLACES);
  }

  /** Whether values met from now on are only in the total. */
  get isFull(): boolean {
    return this.#values.size >= MOST_VALUES_COUNTED;
  }

  get firstPlace(): RowPlace | undefined {
    return this.#places[0];
  }

  /** Equally frequent values stand by code point: that does not depend on the order of rows. */
  evidence(files: readonly string[]): Pick<Anomaly, 'count' | 'values' | 'places'> {
    return {
      count: this.count,
      values: [...this.#values]
        .sort(([a, before], [b, after]) => after - before || compareCodePoints(a, b))
        .slice(0, MOST_VALUES)
        .map(([value, count]) => ({ value, count })),
      places: this.#places.map(({ file, line }) => ({ file: files[file] ?? '', line })),
    };
  }

  /** Values ascending by code point: that does not depend on the order of rows, either. */
  toJson(): TallyJson {
    const values = [...this.#values].sort(([a], [b]) => compareCodePoints(a, b));
    return {
      count: this.count,
      values: values.map(([value]) => value),
      counts: values.map(([, count]) => count),
      places: this.#places.map(({ file, line }) => [file, line]),
    };
  }

  /** Throws `InconsistentShard`. */
  static fromJson({ count, values, counts, places }: TallyJson): AnomalyTally {
    const tally = new AnomalyTally();
    tally.count = count;
    for (const [index, value] of values.entries()) tally.#addValue(value, counts[index] ?? 0);
    const counted = counts.reduce((sum, one) => sum + one, 0);
    demand(
      tally.#values.size === counts.length && counted <= count,
      'values of a rule are doubled',
    );
    demand(places.length === Math.min(count, MOST_PLACES), 'places of a rule are missing');
    tally.#places = places.map(([file, line]) => ({ file, line })).sort(comparePlaces);
    return tally;
  }
}

export function comparePlaces(a: RowPlace, b: RowPlace): number {
  return a.file - b.file || a.line - b.line;
}

/** Evidence of an anomaly that is not about single rows. */
export const NO_EVIDENCE: Pick<Anomaly, 'count' | 'values' | 'places'> = {
  count: 0,
  values: [],
  places: [],
};
