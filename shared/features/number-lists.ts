import { type Column, cellText } from '../data/index.ts';
import { parseDecimal } from './decimal.ts';
import type { RowProblems } from './row-problems.ts';

/** Characters of a cell shown in a message. */
const LONGEST_SHOWN = 40;

/** A cell that holds no list of as many numbers as are needed, in words that end a sentence. */
interface Fault {
  readonly fault: string;
}

/**
 * Reads cells that hold `numbers.length` numbers each into `numbers`, NaN for a missing one, and tells whether a row's
 * cell could be read; where not, it is a problem. A missing cell is missing numbers alone.
 */
export function listReader(
  column: Column,
  numbers: Float64Array,
  problems: RowProblems,
): (row: number) => boolean {
  return (row) => {
    const text = cellText(column, row);
    if (text === null) {
      numbers.fill(Number.NaN);
      return true;
    }
    const fault = readList(text, numbers);
    if (fault === undefined) return true;
    problems.add(
      row,
      `The cell of column "${column.name}" ${fault.fault}`,
      'Correct the row, or the shape of the array',
    );
    return false;
  };
}

/**
 * Fills `numbers` from a JSON list, or from a text of numbers with spaces, commas or semicolons between them; `null` and
 * `nan` are missing ones.
 */
export function readList(text: string, numbers: Float64Array): Fault | undefined {
  const trimmed = text.trim();
  const isJson = trimmed.startsWith('[') && trimmed.endsWith(']');
  const end = trimmed.length - (isJson ? 1 : 0);
  let count = 0;
  let place = isJson ? 1 : 0;
  while (true) {
    while (place < end && isSeparator(trimmed.charCodeAt(place))) place++;
    if (place >= end) break;
    const start = place;
    // Most numbers are whole and short: they are read on the way to their end.
    let whole = 0;
    for (; place < end; place++) {
      const code = trimmed.charCodeAt(place);
      if (isSeparator(code)) break;
      whole = code >= ZERO && code <= NINE ? 10 * whole + code - ZERO : Number.NaN;
    }
    const value = whole <= MOST_EXACT ? whole : numberOf(trimmed.slice(start, place));
    if (value === undefined) {
      return { fault: `holds ${quote(trimmed.slice(start, place))} where a number is needed` };
    }
    if (count < numbers.length) numbers[count] = value;
    count++;
  }
  if (count === numbers.length) return undefined;
  return {
    fault: `holds ${count === 1 ? 'one number' : `${count} numbers`} where the shape needs ${numbers.length}`,
  };
}

const ZERO = 48;
const NINE = 57;
const MOST_EXACT = 2 ** 53;
const MISSING_WORDS: ReadonlySet<string> = new Set(['nan', 'null']);

/** Spaces and controls, commas and semicolons. */
function isSeparator(code: number): boolean {
  return code <= 32 || code === 44 || code === 59;
}

function numberOf(word: string): number | undefined {
  if (MISSING_WORDS.has(word.toLowerCase())) return Number.NaN;
  const value = parseDecimal(word);
  return Number.isNaN(value) ? undefined : value;
}

function quote(word: string): string {
  const shown = word.length > LONGEST_SHOWN ? `${word.slice(0, LONGEST_SHOWN)}…` : word;
  return `"${shown}"`;
}
