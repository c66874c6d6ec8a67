import { MOST_COLUMNS } from '../scan/index.ts';
import { MOST_NAME_CHARACTERS } from './limits.ts';
import { SourceFault } from './source-fault.ts';

/** Names of the columns of a file, and which of them are read. */
export class ColumnChoice {
  readonly #wanted: ReadonlySet<string> | undefined;
  readonly #names = new Set<string>();
  #characters = 0;

  /** `wanted`: left out, all are read. */
  constructor(wanted: ReadonlySet<string> | undefined) {
    this.#wanted = wanted;
  }

  /**
   * Whether a column is read. `refusal`: what it holds instead of values or lists of values. Throws a `SourceFault` for
   * one that should be read and can't be.
   */
  isRead(name: string, refusal: () => string | null): boolean {
    // Before anything is done with it: a name is its groups' names, joined, and each of those may be long.
    this.#characters += name.length;
    if (this.#characters > MOST_NAME_CHARACTERS) {
      throw new SourceFault(
        `The names of the columns have more than ${MOST_NAME_CHARACTERS.toLocaleString('en')} characters`,
        'Give the columns shorter names',
      );
    }
    if (this.#wanted !== undefined && !this.#wanted.has(name)) return false;
    const held = refusal();
    if (held !== null) {
      throw new SourceFault(
        `The column "${name}" holds ${held}`,
        'Write each part as a column of its own, or leave the column out of the file',
      );
    }
    if (this.#names.has(name) || name === '') {
      const what = name === '' ? 'A column has no name' : `Two columns are named "${name}"`;
      throw new SourceFault(what, 'Give every column a name of its own');
    }
    if (this.#names.size >= MOST_COLUMNS) {
      throw new SourceFault(
        `The data has more than ${MOST_COLUMNS} columns`,
        'Leave columns out of the file',
      );
    }
    this.#names.add(name);
    return true;
  }
}
