import { sampleCapacity } from './hash.ts';
import {
  LONGEST_COUNTED_TEXT,
  MOST_CONTENTS,
  MOST_COUNTED_BYTES,
  MOST_COUNTED_NUMBERS,
  MOST_COUNTED_TEXTS,
} from './limits.ts';

/** What a state may hold. All states that are merged have the same limits; tests have smaller ones. */
export interface StateLimits {
  readonly countedTexts: number;
  readonly countedNumbers: number;
  readonly countedBytes: number;
  readonly countedTextBytes: number;
  readonly contents: number;
  readonly sampleRows: (columns: number) => number;
}

export const STATE_LIMITS: StateLimits = {
  countedTexts: MOST_COUNTED_TEXTS,
  countedNumbers: MOST_COUNTED_NUMBERS,
  countedBytes: MOST_COUNTED_BYTES,
  countedTextBytes: LONGEST_COUNTED_TEXT,
  contents: MOST_CONTENTS,
  sampleRows: sampleCapacity,
};
