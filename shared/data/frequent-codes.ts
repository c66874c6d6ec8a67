import type { SampleColumn } from './sample-column.ts';

/** In a sample, a value of a column whose values were too many to be counted is noise when it is rarer. */
const LEAST_SAMPLED = 100;

/** How often each value stands in the rows, by its code. */
export function countCodes(column: SampleColumn, rows: Iterable<number>): Map<number, number> {
  const { codes } = column.values;
  const counts = new Map<number, number>();
  for (const row of rows) {
    const code = codes[row] as number;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

/** A value that stands there once is no frequent one, unless all are known. */
export function frequentCodes(
  column: SampleColumn,
  counts: ReadonlyMap<number, number>,
  isWhole: boolean,
): { readonly code: number; readonly count: number }[] {
  const least = column.isCounted ? 1 : isWhole ? 2 : LEAST_SAMPLED;
  return [...counts]
    .filter(([, count]) => count >= least)
    .map(([code, count]) => ({ code, count }));
}
