import type { Row } from './cell.ts';
import type { Anomaly } from './reports.ts';

const MOST_PLACES = 10;
const MOST_VALUES = 10;
/** Different offending values that are counted; those met later are only in the total. */
const MOST_VALUES_COUNTED = 10_000;
/** An offending value is shown and not kept whole: it may be megabytes long. */
const LONGEST_VALUE_KEPT = 200;

/** How often one rule is broken, by which values and where. */
export class AnomalyTally {
  count = 0;
  readonly #values = new Map<string, number>();
  readonly #places: { readonly file: number; readonly line: number }[] = [];

  add(row: Row, value: string): void {
    this.count++;
    if (this.#places.length < MOST_PLACES) this.#places.push({ file: row.file, line: row.line });
    if (value === '') return;
    const shown = value.slice(0, LONGEST_VALUE_KEPT);
    const before = this.#values.get(shown);
    if (before !== undefined || this.#values.size < MOST_VALUES_COUNTED) {
      this.#values.set(shown, (before ?? 0) + 1);
    }
  }

  evidence(files: readonly string[]): Pick<Anomaly, 'count' | 'values' | 'places'> {
    return {
      count: this.count,
      values: [...this.#values]
        .sort(([, a], [, b]) => b - a)
        .slice(0, MOST_VALUES)
        .map(([value, count]) => ({ value, count })),
      places: this.#places.map(({ file, line }) => ({ file: files[file] ?? '', line })),
    };
  }
}

/** Evidence of an anomaly that is not about single rows. */
export const NO_EVIDENCE: Pick<Anomaly, 'count' | 'values' | 'places'> = {
  count: 0,
  values: [],
  places: [],
};
