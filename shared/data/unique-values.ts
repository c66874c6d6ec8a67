import { UserError } from '../errors/index.ts';
import { AnomalyTally, comparePlaces, type RowPlace } from './anomaly-tally.ts';
import { demand } from './shard-consistency.ts';
import { TypedList } from './typed-list.ts';

/** Values are held in memory; a JavaScript set ends at 16.7 million. */
const MOST_UNIQUE_VALUES = 10_000_000;

export interface UniqueValuesJson {
  readonly column: string;
  readonly values: readonly string[];
  /** File and line where each of `values` stands first. */
  readonly files: readonly number[];
  readonly lines: readonly number[];
  /** Cells that are written otherwise than their value: its index and the text. */
  readonly texts: readonly (readonly [index: number, text: string])[];
}

/** The different values of a column that must be unique, with the place of each; mergeable. */
export class UniqueValues {
  readonly #column: string;
  /** In order of first appearance, as are the lists. */
  readonly #values = new Set<string>();
  readonly #files = new TypedList(Uint16Array);
  readonly #lines = new TypedList(Uint32Array);
  readonly #texts = new Map<number, string>();

  constructor(column: string) {
    this.#column = column;
  }

  /** Whether the value is new; `text` is the cell as it is written. */
  add(value: string, text: string, { file, line }: RowPlace): boolean {
    if (this.#values.has(value)) return false;
    if (this.#values.size >= MOST_UNIQUE_VALUES) {
      throw new UserError({
        what: `Uniqueness of "${this.#column}" can be checked for ${MOST_UNIQUE_VALUES} values at most`,
        remedy: 'Remove "unique" from the rules of this column',
      });
    }
    if (text !== value) this.#texts.set(this.#values.size, text);
    this.#values.add(value);
    this.#files.push(file);
    this.#lines.push(line);
    return true;
  }

  /** Adds the values of rows that follow; gives those of their cells that repeat a value from before. */
  merge(other: UniqueValues): AnomalyTally {
    const repeated = new AnomalyTally();
    const files = other.#files.view();
    const lines = other.#lines.view();
    let index = 0;
    for (const value of other.#values) {
      const place = { file: files[index] ?? 0, line: lines[index] ?? 0 };
      const text = other.#texts.get(index) ?? value;
      if (!this.add(value, text, place)) repeated.add(place, text);
      index++;
    }
    return repeated;
  }

  toJson(): UniqueValuesJson {
    return {
      column: this.#column,
      values: [...this.#values],
      files: [...this.#files.view()],
      lines: [...this.#lines.view()],
      texts: [...this.#texts],
    };
  }

  /** Throws `InconsistentShard`. */
  static fromJson({ column, values, files, lines, texts }: UniqueValuesJson): UniqueValues {
    const unique = new UniqueValues(column);
    const written = new Map(texts);
    let before: RowPlace = { file: 0, line: 0 };
    for (const [index, value] of values.entries()) {
      const place = { file: files[index] ?? -1, line: lines[index] ?? -1 };
      demand(comparePlaces(before, place) < 0, `values of "${column}" are not in order`);
      before = place;
      demand(
        unique.add(value, written.get(index) ?? value, place),
        `a value of "${column}" stands twice`,
      );
    }
    return unique;
  }
}
