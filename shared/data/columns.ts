import { formatLocation, nearestName, type Problem, UserError } from '../errors/index.ts';
import type { CsvRow } from './csv-scanner.ts';
import { describeDelimiter, likelyDelimiter } from './delimiter.ts';
import { MOST_COLUMNS } from './limits.ts';

/** The columns of a data set in order of first appearance; several files share them. */
export class ColumnNames {
  readonly names: string[] = [];
  readonly #places = new Map<string, number>();
  /** The file whose header came first. */
  firstFile: string | null = null;

  find(name: string): number | undefined {
    return this.#places.get(name);
  }

  add(name: string): void {
    this.#places.set(name, this.names.length);
    this.names.push(name);
  }

  /** Adds a key of a JSON Lines row that was not met before. */
  require(name: string, file: string, line: number): void {
    if (this.#places.has(name)) return;
    if (name === '') {
      throw new UserError({
        what: 'A key of this row is empty',
        where: { file, line },
        remedy: 'Give every column a name',
      });
    }
    if (this.names.length >= MOST_COLUMNS) throw new UserError(tooWide(file, line));
    this.add(name);
  }
}

/** Where the cells of one CSV file's rows belong among the columns of the data set. */
export class CsvHeader {
  /** Column of the data set, for each cell of a row. */
  readonly places: readonly number[];

  constructor(file: string, row: CsvRow, delimiter: string, columns: ColumnNames) {
    const where = { file, line: row.line };
    if (row.cellCount > MOST_COLUMNS) throw new UserError(tooWide(file, row.line));
    const names = Array.from({ length: row.cellCount }, (_, index) => row.text(index));
    const problems = checkNames(names, file, row.line, delimiter);
    if (problems.length === 0 && columns.firstFile !== null) {
      problems.push(...compareNames(names, columns, file, row.line));
    }
    if (problems.length > 0) throw new UserError(problems);
    if (columns.firstFile === null) {
      columns.firstFile = formatLocation(where);
      for (const name of names) if (columns.find(name) === undefined) columns.add(name);
    }
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

/** Files of one data set have the same columns, in any order. */
function compareNames(
  names: readonly string[],
  columns: ColumnNames,
  file: string,
  line: number,
): Problem[] {
  const where = { file, line };
  const own = new Set(names);
  const absent = columns.names.filter((name) => !own.has(name));
  const extra = names.filter((name) => columns.find(name) === undefined);
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
      problem(`The column "${name}" of ${columns.firstFile} is missing here`, name, extra),
    ),
    ...extra.map((name) =>
      problem(`The column "${name}" is not in ${columns.firstFile}`, name, absent),
    ),
  ];
}

function tooWide(file: string, line: number): Problem {
  return {
    what: `The data has more than ${MOST_COLUMNS} columns`,
    where: { file, line },
    remedy: 'Leave columns out of the file',
  };
}
