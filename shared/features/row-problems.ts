import type { Table } from '../data/index.ts';
import { type Problem, type SourceLocation, UserError } from '../errors/index.ts';

/** Places listed for one mistake that many rows share: enough to see the pattern. */
const MOST_PLACES = 10;

/** Collects rows with the same kind of mistake, so that a user sees the first places and how many there are. */
export class RowProblems {
  readonly #table: Table;
  readonly #problems: Problem[] = [];
  readonly #listed = new Set<string>();
  #count = 0;

  constructor(table: Table) {
    this.#table = table;
  }

  /** The same mistake of the same row again is no other one: windows read a row many times. */
  add(row: number, what: string, remedy: string): void {
    const key = `${row} ${what}`;
    if (this.#listed.has(key)) return;
    this.#count++;
    if (this.#problems.length < MOST_PLACES) {
      this.#listed.add(key);
      this.#problems.push({ what, where: locationOfRow(this.#table, row), remedy });
    }
  }

  /** Throws a `UserError` when a row was added. */
  throwIfAny(): void {
    if (this.#count === 0) return;
    const hidden = this.#count - this.#problems.length;
    throw new UserError(
      hidden === 0
        ? this.#problems
        : [
            ...this.#problems,
            { what: `${hidden} more ${hidden === 1 ? 'row has' : 'rows have'} the same problem` },
          ],
    );
  }
}

export function locationOfRow(table: Table, row: number): SourceLocation {
  return {
    file: table.files[table.fileOfRow[row] ?? 0] ?? '',
    line: table.lineOfRow[row] ?? 1,
  };
}

/** The header of the data: where a missing column is missing. */
export function locationOfHeader(table: Table): { readonly where?: SourceLocation } {
  const file = table.files[0];
  return file === undefined ? {} : { where: { file, line: 1 } };
}
