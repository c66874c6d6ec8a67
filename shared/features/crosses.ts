import type { CrossFeatureConfiguration } from '../config/index.ts';
import { type Column, cellText, type Table } from '../data/index.ts';
import { nearestName, type Problem, UserError } from '../errors/index.ts';
import { listNames, requireColumn } from './columns.ts';
import { shortestDecimal } from './decimal.ts';
import type { DroppedColumn } from './dropped.ts';
import { refuseInfinite } from './fit-number.ts';
import { hashBucket } from './hashing.ts';
import type { CrossTransform } from './transform.ts';

/** Texts whose bucket is kept: most data repeats fewer, and the memory stays within some 100 MB. */
const MOST_REMEMBERED = 1_000_000;

/**
 * Several values as one text to hash: joined by `_X_`, as TensorFlow joins crossed columns. Stored models depend on it:
 * it never changes.
 */
export function crossValues(values: readonly string[]): string {
  return values.map(shortestDecimal).join('_X_');
}

/**
 * Nothing but whether the cross says anything is learned from the training rows. Throws a `UserError` for columns that
 * are not in the data, for a name that a column has, and with the first places for an infinite value in a column of
 * numbers.
 */
export function fitCross(
  table: Table,
  rows: Int32Array,
  { name, columns, buckets, where }: CrossFeatureConfiguration,
  offset: number,
): CrossTransform | DroppedColumn {
  const names = table.columns.map((column) => column.name);
  const problems = columns
    .filter((column) => !names.includes(column))
    .map((column): Problem => {
      const near = nearestName(column, names);
      return {
        what: `The cross "${name}" names a column "${column}" that is not in the data`,
        where,
        remedy:
          near === undefined ? `The columns are: ${listNames(names)}` : `Did you mean "${near}"?`,
      };
    });
  if (names.includes(name)) {
    problems.push({
      what: `The cross "${name}" has the name of a column`,
      where,
      remedy: 'Give it another name',
    });
  }
  if (problems.length > 0) throw new UserError(problems);
  const crossed = columnsOf(columns, table);
  for (const column of crossed) {
    if (column.kind !== 'numeric') continue;
    const values = Float64Array.from(rows, (row) => column.values[row] as number);
    refuseInfinite(table, rows, column.name, values);
  }
  const seen = new Set<string | null>();
  for (const row of rows) {
    seen.add(readCross(crossed, row));
    if (seen.size > 1) break;
  }
  const [only] = seen;
  if (seen.size === 1) {
    return {
      column: name,
      reason:
        only === null
          ? 'no row of the training split has a value in all of its columns'
          : `always ${JSON.stringify(only)} in the training split`,
    };
  }
  return { kind: 'cross', name, columns, offset, width: buckets + 1, buckets };
}

/** Gives the place of a row in the cross's vector: its bucket, or `buckets` where a value is missing. */
export function indexCrosses(
  { columns, buckets }: Pick<CrossTransform, 'columns' | 'buckets'>,
  table: Table,
): (row: number) => number {
  const crossed = columnsOf(columns, table);
  const places = new Map<string, number>();
  return (row) => {
    const text = readCross(crossed, row);
    if (text === null) return buckets;
    let place = places.get(text);
    if (place === undefined) {
      place = hashBucket(text, buckets);
      if (places.size < MOST_REMEMBERED) places.set(text, place);
    }
    return place;
  };
}

function columnsOf(names: readonly string[], table: Table): Column[] {
  return names.map((name) => requireColumn(table, name, 'feature'));
}

/** Null where a value is missing. */
function readCross(columns: readonly Column[], row: number): string | null {
  const values: string[] = [];
  for (const column of columns) {
    const text = cellText(column, row);
    if (text === null) return null;
    values.push(text);
  }
  return crossValues(values);
}
