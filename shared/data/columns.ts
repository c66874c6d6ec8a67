import {
  formatLocation,
  nearestName,
  type Problem,
  type SourceLocation,
  UserError,
} from '../errors/index.ts';
import type { CsvRow } from '../scan/index.ts';
import { MOST_COLUMNS } from '../scan/index.ts';
import { describeDelimiter, likelyDelimiter } from './delimiter.ts';

export interface FileHeader {
  readonly names: readonly string[];
  readonly where: SourceLocation;
}

/** The columns of a data set in order of first appearance; several files share them. */
export class ColumnNames {
  readonly names: string[] = [];
  readonly #places = new Map<string, number>();
  /** The header that came first, as it stands there. */
  header: FileHeader | null = null;

  find(name: string): number | undefined {
    return this.#places.get(name);
  }

  add(name: string): void {
    this.#places.set(name, this.names.length);
    this.names.push(name);
  }

  /** Adds a key of a JSON Lines row that was not met before. */
  require(name: string, where: SourceLocation): void {
    if (this.#places.has(name)) return;
    if (name === '') {
      throw new UserError({
        what: 'A key of this row is empty',
        where,
        remedy: 'Give every column a name',
      });
    }
    if (this.names.length >= MOST_COLUMNS) throw new UserError(tooWide(where));
    this.add(name);
  }

  /** What is wrong with a file's header beside the others; its columns are known after it if nothing is. */
  takeHeader(header: FileHeader): Problem[] {
    if (this.header !== null) return compareNames(header, this.header);
    this.header = header;
    for (const name of header.names) if (this.find(name) === undefined) this.add(name);
    return [];
  }
}

/** Where the cells of one CSV file's rows belong among the columns of the data set. */
export class CsvHeader {
  /** Column of the data set, for each cell of a row. */
  readonly places: readonly number[];

  constructor(file: string, row: CsvRow, delimiter: string, columns: ColumnNames) {
    const where = { file, line: row.line };
    if (row.cellCount > MOST_COLUMNS) throw new UserError(tooWide(where));
    const names = Array.from({ length: row.cellCount }, (_, index) => row.text(index));
    const problems = checkNames(names, file, row.line, delimiter);
    if (problems.length === 0) problems.push(...columns.takeHeader({ names, where }));
    if (problems.length > 0) throw new UserError(problems);
    this.places = names.map((name) => columns.find(name) ?? 0);
  }
}

function checkNames(
  names: readonly string[],
  file: string,
  line: number,
  delimiter: string,
): Problem[] {
  const [only = ''] = names;
  const likely = names.length === 1 ? likelyDelimiter(only, delimiter) : undefined;
  if (likely !== undefined) {
    return [
      {
        what: `The header has one column when read with ${describeDelimiter(delimiter)} as delimiter, and it holds ${describeDelimiter(likely)}`,
        where: { file, line },
        remedy: `Set data.delimiter to ${describeDelimiter(likely)}, or leave it out to have it detected`,
      },
    ];
  }
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    const first = seen.get(name);
    if (name === '') {
      problems.push({
        what: `Column ${index + 1} has no name`,
        where: { file, line },
        remedy: 'Give every column a name in the header',
      });
    } else if (first !== undefined) {
      problems.push({
        what: `Columns ${first + 1} and ${index + 1} are both named "${name}"`,
        where: { file, line },
        remedy: 'Rename one of them',
      });
    } else seen.set(name, index);
  }
  return problems;
}

/** Files with a header have the same columns, in any order; what rows without one have beside them is no matter here. */
function compareNames({ names, where }: FileHeader, first: FileHeader): Problem[] {
  const own = new Set(names);
  const others = new Set(first.names);
  const absent = first.names.filter((name) => !own.has(name));
  const extra = names.filter((name) => !others.has(name));
  const problem = (what: string, name: string, candidates: readonly string[]): Problem => {
    const near = nearestName(name, candidates);
    return {
      what,
      where,
      remedy:
        near === undefined
          ? 'Files of one data set need the same columns'
          : `Is "${near}" meant to be the same column? Then give it one name`,
    };
  };
  return [
    ...absent.map((name) =>
      problem(
        `The column "${name}" of ${formatLocation(first.where)} is missing here`,
        name,
        extra,
      ),
    ),
    ...extra.map((name) =>
      problem(`The column "${name}" is not in ${formatLocation(first.where)}`, name, absent),
    ),
  ];
}

function tooWide(where: SourceLocation): Problem {
  return {
    what: `The data has more than ${MOST_COLUMNS} columns`,
    where,
    remedy: 'Leave columns out of the file',
  };
}
