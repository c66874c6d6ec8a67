import type { CellSplitConfiguration } from '../config/index.ts';
import { cellText, findColumn } from './read-table.ts';
import type { RowSplits } from './row-splits.ts';
import { timesOfRows } from './split-by-time.ts';
import { hashKeys } from './split-key.ts';
import type { Column, Table } from './table.ts';

/** Row numbers of one round, each list ascending: the model learns from `train`, is stopped by `validation` and judged by `judged`. */
export interface Fold {
  readonly train: Int32Array;
  readonly validation: Int32Array;
  readonly judged: Int32Array;
}

/**
 * `folds` rounds (at least 3) over the rows that are not kept for the evaluation, after the way in which they are split.
 *
 * - `hash`: equal keys stay together; the keys are dealt out in the order of their hash, so that folds differ by a key at
 *   most. Every row is judged once; the next fold stops the training, the others train.
 * - `stratified`: the same within each value of the column, one value going on where the one before ended. A key whose
 *   rows have several values counts as one of the most frequent of them: it stays whole, and shares are kept about.
 * - `time`: the rows are cut by their times into folds + 2 blocks of about equal size. Round n learns from the first n
 *   blocks, is stopped by the next and judged by the one after: never by what is older. Rows of one time stay together.
 *
 * Rounds of fewer than one row in any part are possible where there are few keys: the caller refuses them.
 */
export function crossValidationFolds(
  table: Table,
  { train, validation }: Pick<RowSplits, 'train' | 'validation'>,
  split: CellSplitConfiguration,
  folds: number,
): Fold[] {
  const rows = new Int32Array(train.length + validation.length);
  rows.set(train);
  rows.set(validation, train.length);
  if (split.by === 'time') {
    const [column = ''] = split.key;
    return roundsInTime(rows, timesOfRows(table, column), folds);
  }
  const points = hashKeys(table, split.key, split.notInKey);
  const parts = Array.from({ length: folds }, () => [] as number[]);
  let next = 0;
  for (const together of inOrderOfStrata(table, groupsInOrder(rows, points), split)) {
    append(parts[next % folds], together);
    next++;
  }
  return parts.map((judged, fold) => {
    const stopping = (fold + 1) % folds;
    const learned = parts.filter((_, part) => part !== fold && part !== stopping);
    return {
      train: Int32Array.from(learned.flat()).sort(),
      validation: Int32Array.from(parts[stopping] ?? []).sort(),
      judged: Int32Array.from(judged).sort(),
    };
  });
}

/** Of a stratified split those of one value after those of another, by the order of the values; else as they are. */
function inOrderOfStrata(
  table: Table,
  groups: readonly Int32Array[],
  { by, column: name = '' }: CellSplitConfiguration,
): readonly Int32Array[] {
  const column = by === 'stratified' ? findColumn(table, name) : undefined;
  if (column === undefined) return groups;
  const strata = new Map<string, Int32Array[]>();
  for (const rows of groups) {
    const value = usualValue(column, rows);
    const stratum = strata.get(value);
    if (stratum === undefined) strata.set(value, [rows]);
    else stratum.push(rows);
  }
  return [...strata].sort(([one], [other]) => (one < other ? -1 : 1)).flatMap(([, of]) => of);
}

/** The most frequent value of the rows, of equally frequent ones the least. */
function usualValue(column: Column, rows: Int32Array): string {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const text = cellText(column, row);
    // Different from every text.
    const value = text === null ? '' : `=${text}`;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  let [usual, most] = ['', 0];
  for (const [value, count] of counts) {
    if (count > most || (count === most && value < usual)) [usual, most] = [value, count];
  }
  return usual;
}

/** One by one: as arguments of a call a hundred thousand rows would fill the stack. */
function append(part: number[] | undefined, rows: Int32Array): void {
  for (const row of rows) part?.push(row);
}

/** Rows of equal values together, ascending by value. */
function groupsInOrder(rows: Int32Array, values: Float64Array): Int32Array[] {
  const sorted = rows.slice().sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  const groups: Int32Array[] = [];
  let start = 0;
  for (let end = 1; end <= sorted.length; end++) {
    if (end < sorted.length && values[sorted[end] ?? 0] === values[sorted[start] ?? 0]) continue;
    groups.push(sorted.subarray(start, end));
    start = end;
  }
  return groups;
}

function roundsInTime(rows: Int32Array, times: Float64Array, folds: number): Fold[] {
  const count = folds + 2;
  const blocks = Array.from({ length: count }, () => [] as number[]);
  let before = 0;
  for (const together of groupsInOrder(rows, times)) {
    // By the middle of the rows of one time.
    const middle = before + together.length / 2;
    append(blocks[Math.min(count - 1, Math.floor((middle * count) / rows.length))], together);
    before += together.length;
  }
  return Array.from({ length: folds }, (_, round) => ({
    train: Int32Array.from(blocks.slice(0, round + 1).flat()).sort(),
    validation: Int32Array.from(blocks[round + 1] ?? []).sort(),
    judged: Int32Array.from(blocks[round + 2] ?? []).sort(),
  }));
}
