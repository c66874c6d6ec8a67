import { type Column, cellText } from '../data/index.ts';
import { parseDecimal } from './decimal.ts';
import type { RowProblems } from './row-problems.ts';

/** Visits the numbers of `rows`, NaN for a missing one. Words are problems and are not visited. */
export function visitNumbers(
  column: Column,
  rows: Int32Array,
  problems: RowProblems,
  visit: (row: number, value: number, place: number) => void,
): void {
  const read = cellReader(column, problems);
  for (const [place, row] of rows.entries()) {
    const value = read(row);
    if (value !== undefined) visit(row, value, place);
  }
}

/** Gives the number in a row, NaN for a missing one; a word is a problem and `undefined`. */
export function cellReader(
  column: Column,
  problems: RowProblems,
): (row: number) => number | undefined {
  const readNumber = numberReader(column);
  if (column.kind === 'numeric') return readNumber;
  return (row) => {
    const value = readNumber(row);
    const word = Number.isNaN(value) ? cellText(column, row) : null;
    if (word === null) return value;
    problems.add(
      row,
      `Column "${column.name}" holds "${word}" where the model reads a number`,
      'Correct the row, or name this text in data.missing-values',
    );
    return undefined;
  };
}

export function addTooLarge(
  problems: RowProblems,
  row: number,
  column: string,
  value: number,
): void {
  problems.add(
    row,
    `The value ${value} of column "${column}" is infinite or too large`,
    'Correct the row, or leave the column out with data.ignore',
  );
}

/** Gives the number in a row; NaN where it is missing and where a column of words holds another word. */
function numberReader(column: Column): (row: number) => number {
  if (column.kind === 'numeric') return (row) => column.values[row] as number;
  const numbers = column.vocabulary.map(parseDecimal);
  return (row) => numbers[column.codes[row] as number] ?? Number.NaN;
}
