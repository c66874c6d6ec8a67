import { LONGEST_ODD_TEXT, MOST_ODD_CELLS } from './limits.ts';
import type { OddCell, OddCellSort, Place } from './scan-state.ts';

export const ODD_CELL_SORTS: readonly OddCellSort[] = [
  'text',
  'decimalComma',
  'infinity',
  'notANumber',
  'invalidUtf8',
];

export function comparePlaces(a: Place, b: Place): number {
  return a.file - b.file || a.line - b.line;
}

/** Keeps the first cells by file and line; those of one row in the order in which they come. */
export function addOddCell(cells: OddCell[], text: string, place: Place): void {
  const last = cells[cells.length - 1];
  const follows = last === undefined || comparePlaces(place, last) >= 0;
  if (follows && cells.length >= MOST_ODD_CELLS) return;
  const { file, line } = place;
  cells.push({ text: firstCharacters(text, LONGEST_ODD_TEXT), file, line });
  if (!follows) cells.sort(comparePlaces);
  if (cells.length > MOST_ODD_CELLS) cells.pop();
}

/** Whether `addOddCell` would keep a cell at this place. */
export function hasRoom(cells: readonly OddCell[], place: Place): boolean {
  const last = cells[cells.length - 1];
  return cells.length < MOST_ODD_CELLS || last === undefined || comparePlaces(place, last) < 0;
}

export function mergeOddCells(a: readonly OddCell[], b: readonly OddCell[]): OddCell[] {
  return [...a, ...b].sort(comparePlaces).slice(0, MOST_ODD_CELLS);
}

/** At most `most` code points; a surrogate without its other half becomes U+FFFD, as in the text's UTF-8. */
function firstCharacters(text: string, most: number): string {
  const start = text.slice(0, 2 * most).toWellFormed();
  return start.length <= most ? start : [...start].slice(0, most).join('');
}
