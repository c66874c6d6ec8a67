import { emptyColumn, mergeColumns } from './merge-columns.ts';
import { mergeContents, mergeSamples } from './merge-samples.ts';
import type { ScanState } from './scan-state.ts';
import { STATE_LIMITS, type StateLimits, valueLimits } from './state-limits.ts';

/**
 * The state of the rows of two parts of a data set, in any order: to the bit what one scan over both would give.
 * `columnsOfB`: the place of each column of `b` in the result, where they are not those of `a`; the result has all
 * columns of `a` at their places. Neither state is changed; the result may share arrays with them.
 */
export function mergeStates(
  a: ScanState,
  b: ScanState,
  columnsOfB: readonly number[] = [...b.columns.keys()],
  limits: StateLimits = STATE_LIMITS,
): ScanState {
  const width = columnsOfB.reduce((most, place) => Math.max(most, place + 1), a.columns.length);
  const placeInB = new Map(columnsOfB.map((place, index) => [place, index]));
  const sources = Array.from({ length: width }, (_, column) => ({
    a: column < a.columns.length ? column : -1,
    b: placeInB.get(column) ?? -1,
  }));
  const ofValues = valueLimits(limits, width);
  return {
    rows: a.rows + b.rows,
    columns: sources.map((source) =>
      mergeColumns(
        a.columns[source.a] ?? emptyColumn(),
        b.columns[source.b] ?? emptyColumn(),
        ofValues,
      ),
    ),
    sample: mergeSamples(a.sample, b.sample, sources, limits),
    contents: mergeContents(a.contents, b.contents, limits.contents),
  };
}

/** The state of no rows. */
export function emptyState(columns = 0): ScanState {
  const each = Array.from({ length: columns });
  return {
    rows: 0,
    columns: each.map(() => emptyColumn()),
    sample: {
      level: 0,
      hashes: new BigUint64Array(0),
      slots: each.map(() => new BigUint64Array(0)),
      texts: each.map(() => new Map()),
    },
    contents: { level: 0, hashes: new BigUint64Array(0), counts: [], places: [] },
  };
}
