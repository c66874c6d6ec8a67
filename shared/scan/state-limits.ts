import { sampleCapacity } from './hash.ts';
import {
  FULLY_COUNTED_COLUMNS,
  LONGEST_COUNTED_TEXT,
  MOST_CONTENTS,
  MOST_COUNTED_BYTES,
  MOST_COUNTED_NUMBERS,
  MOST_COUNTED_TEXTS,
} from './limits.ts';

/** Which values of a column are counted one by one. */
export interface ValueLimits {
  readonly countedTexts: number;
  readonly countedNumbers: number;
  readonly countedBytes: number;
  readonly countedTextBytes: number;
}

/** What a state may hold. All states that are merged have the same limits; tests have smaller ones. */
export interface StateLimits extends ValueLimits {
  readonly fullyCountedColumns: number;
  readonly contents: number;
  readonly sampleRows: (columns: number) => number;
}

export const STATE_LIMITS: StateLimits = {
  countedTexts: MOST_COUNTED_TEXTS,
  countedNumbers: MOST_COUNTED_NUMBERS,
  countedBytes: MOST_COUNTED_BYTES,
  countedTextBytes: LONGEST_COUNTED_TEXT,
  fullyCountedColumns: FULLY_COUNTED_COLUMNS,
  contents: MOST_CONTENTS,
  sampleRows: sampleCapacity,
};

/**
 * The limits of each column of a state with so many. They never grow with `columns`: what is given up while a file shows
 * ever more of them would be given up in the end.
 */
export function valueLimits(limits: StateLimits, columns: number): ValueLimits {
  const { countedTexts, countedNumbers, countedBytes, countedTextBytes } = limits;
  const share = Math.min(1, limits.fullyCountedColumns / Math.max(1, columns));
  return {
    countedTexts: Math.floor(countedTexts * share),
    countedNumbers: Math.floor(countedNumbers * share),
    countedBytes: Math.floor(countedBytes * share),
    countedTextBytes,
  };
}
