import { type Column, cellText } from '../data/index.ts';
import { parseDecimal, shortestDecimal } from './decimal.ts';

/** What `indexCategories` gives for a cell without a value. */
export const MISSING = -1;

/**
 * Gives the place of a row's value in `words`, `words.length` for an unknown value and `MISSING` for none.
 * A column that was read as numbers, now or when `words` were learned, is compared by value: whether a file writes `1`
 * or `1.0` then depends on the other rows of that file alone.
 */
export function indexCategories(words: readonly string[], column: Column): (row: number) => number {
  const unknown = words.length;
  if (column.kind === 'numeric') {
    const places = new Map(words.map((word, place) => [parseDecimal(word), place]));
    return (row) => {
      const value = column.values[row] as number;
      if (Number.isNaN(value)) return MISSING;
      return places.get(value) ?? unknown;
    };
  }
  const places = new Map(words.map((word, place) => [word, place]));
  const spellingOf = words.every(isShortestDecimal) ? shortestDecimal : (word: string) => word;
  const placeOfCode = Int32Array.from(
    column.vocabulary,
    (word) => places.get(word) ?? places.get(spellingOf(word)) ?? unknown,
  );
  return (row) => placeOfCode[column.codes[row] as number] ?? MISSING;
}

/** How numbers that were learned as categories are spelled; a learned word such as the version `1.10` is not one. */
function isShortestDecimal(word: string): boolean {
  return !Number.isNaN(parseDecimal(word)) && shortestDecimal(word) === word;
}

/** Whether a cell holds a value. */
export function isMissing(column: Column, row: number): boolean {
  return column.kind === 'numeric'
    ? Number.isNaN(column.values[row])
    : (column.codes[row] as number) < 0;
}

/** Rows for each value, as text. */
export function countCategories(column: Column, rows: Iterable<number>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const text = cellText(column, row);
    if (text !== null) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}
