import type { OneHotFeatureConfiguration } from '../config/index.ts';
import { type Column, compareCodePoints, type Table } from '../data/index.ts';
import { countCategories } from './categories.ts';
import { constant, type DroppedColumn, noValue } from './dropped.ts';
import { refuseInfinite } from './fit-number.ts';
import type { OneHotTransform } from './transform.ts';

/**
 * A categorical column with more different values than this is an identifier or free text, which one-hot can't learn,
 * unless the configuration says which of them to keep.
 */
export const MOST_CATEGORIES = 100;

/**
 * Learns the vocabulary from the training rows: all values, or the most frequent ones. Of equally frequent ones the
 * first by code point are taken. Values that are left out are "out of vocabulary" in training, too. Throws a `UserError`
 * with the first places for an infinite value in a column of numbers.
 */
export function fitCategories(
  table: Table,
  rows: Int32Array,
  column: Column,
  offset: number,
  { top, minCount = 1 }: NonNullable<OneHotFeatureConfiguration['vocabulary']> = {},
): OneHotTransform | DroppedColumn {
  const { name } = column;
  if (column.kind === 'numeric') {
    const values = Float64Array.from(rows, (row) => column.values[row] as number);
    refuseInfinite(table, rows, name, values);
  }
  const counts = countCategories(column, rows);
  const [only] = counts.keys();
  if (only === undefined) return noValue(name);
  let present = 0;
  for (const count of counts.values()) present += count;
  if (counts.size === 1 && present === rows.length) {
    return constant(name, column.kind === 'numeric' ? only : `"${only}"`);
  }
  const frequent = [...counts].filter(([, count]) => count >= minCount);
  if (frequent.length === 0) {
    return {
      column: name,
      reason: `no value stands in ${minCount} rows of the training split, as features.${name}.vocabulary.min-count asks`,
    };
  }
  if (top === undefined && frequent.length > MOST_CATEGORIES) {
    return {
      column: name,
      reason: `${frequent.length} different values in the training split: an identifier or free text (at most ${MOST_CATEGORIES} are learned)`,
    };
  }
  const vocabulary = frequent
    .sort((a, b) => b[1] - a[1] || compareCodePoints(a[0], b[0]))
    .slice(0, top)
    .map(([word]) => word)
    .sort(compareCodePoints);
  return { kind: 'one-hot', column: name, offset, width: vocabulary.length + 2, vocabulary };
}
