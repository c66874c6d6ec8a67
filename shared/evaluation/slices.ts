import {
  type Column,
  cellText,
  findColumn,
  MISSING,
  MOST_DISTINCT_NUMBERS,
  quartileRanges,
  type Table,
} from '../data/index.ts';
import { nearestName, type Problem, UserError } from '../errors/index.ts';

/** More slices than this from one list of columns is an identifier by mistake, and no report that anyone reads. */
const MOST_SLICES = 1000;
/** Columns listed in a message. */
const MOST_NAMES = 20;

export interface Slice {
  /** Column to value. */
  readonly slice: Readonly<Record<string, string>>;
  /** Places in the list of rows that was given, ascending. */
  readonly places: Int32Array;
}

/**
 * Slices that `rows` fall into by the values of `columns`: every combination that occurs, in the order of the values
 * (numbers by size, text by code point, missing last).
 *
 * Numbers count by value where the whole column has at most 20 distinct ones; otherwise by the quartile ranges of the
 * whole column, named by their limits: `< 39.2`, `≥ 39.2 and < 44.5`, `≥ 44.5 and < 48.5`, `≥ 48.5`.
 */
export function findSlices(table: Table, rows: Int32Array, columns: readonly string[]): Slice[] {
  const groupings = columns.map((name) => groupValues(requireColumn(table, name)));
  const found = new Map<string, { readonly ids: number[]; readonly places: number[] }>();
  for (const [place, row] of rows.entries()) {
    const ids = groupings.map(({ idOf }) => idOf(row));
    const key = ids.join();
    const known = found.get(key);
    if (known !== undefined) known.places.push(place);
    else if (found.size === MOST_SLICES) throw tooManySlices(columns);
    else found.set(key, { ids, places: [place] });
  }
  return [...found.values()]
    .sort((a, b) => compareLists(a.ids, b.ids))
    .map(({ ids, places }) => ({
      slice: Object.fromEntries(
        columns.map((name, index) => [name, groupings[index]?.names[ids[index] ?? 0] ?? MISSING]),
      ),
      places: Int32Array.from(places),
    }));
}

/** Lists of columns to slice by, each once and without the empty one: the order of columns makes no other slices. */
export function distinctLists(lists: Iterable<readonly string[]>): (readonly string[])[] {
  const found = new Map<string, readonly string[]>();
  for (const columns of lists) {
    const key = keyOfList(columns);
    if (columns.length > 0 && !found.has(key)) found.set(key, [...new Set(columns)]);
  }
  return [...found.values()];
}

/** The same for lists that make the same slices. */
export function keyOfList(columns: readonly string[]): string {
  return JSON.stringify([...new Set(columns)].sort());
}

/** Problems with columns that a slice names and the data lacks. */
export function findMissingColumns(
  table: Table,
  columns: readonly string[],
  where: { readonly file: string; readonly line?: number },
): Problem[] {
  const names = table.columns.map(({ name }) => name);
  return columns
    .filter((name) => findColumn(table, name) === undefined)
    .map((name) => {
      const near = nearestName(name, names);
      return {
        what: `The evaluation names a slice by column "${name}", which the data does not have`,
        where,
        remedy:
          near === undefined
            ? `The columns are: ${names.slice(0, MOST_NAMES).join(', ')}${names.length > MOST_NAMES ? ' …' : ''}`
            : `Did you mean "${near}"?`,
      };
    });
}

interface Grouping {
  /** In the order in which slices are listed. */
  readonly names: readonly string[];
  readonly idOf: (row: number) => number;
}

function groupValues(column: Column): Grouping {
  if (column.kind === 'categorical') return groupByText(column, compareText);
  const distinct = new Set<number>();
  for (const value of column.values) {
    if (!Number.isNaN(value)) distinct.add(value);
    if (distinct.size > MOST_DISTINCT_NUMBERS) return groupByQuartile(column.values);
  }
  return groupByText(column, (a, b) => Number(a) - Number(b));
}

function groupByText(column: Column, compare: (a: string, b: string) => number): Grouping {
  const texts =
    column.kind === 'categorical'
      ? [...column.vocabulary]
      : [...new Set(column.values.keys().map((row) => cellText(column, row) ?? MISSING))];
  const names = [...texts.filter((text) => text !== MISSING).sort(compare), MISSING];
  const idOfName = new Map(names.map((name, id) => [name, id]));
  return { names, idOf: (row) => idOfName.get(cellText(column, row) ?? MISSING) ?? 0 };
}

function groupByQuartile(values: Float64Array): Grouping {
  const { names, rangeOf } = quartileRanges(values);
  return {
    names: [...names, MISSING],
    idOf: (row) => {
      const value = values[row] as number;
      return Number.isNaN(value) ? names.length : rangeOf(value);
    },
  };
}

function requireColumn(table: Table, name: string): Column {
  const column = findColumn(table, name);
  if (column === undefined) throw new Error(`the data has no column ${name}`);
  return column;
}

function tooManySlices(columns: readonly string[]): UserError {
  return new UserError({
    what: `The columns ${columns.join(', ')} make more than ${MOST_SLICES} slices`,
    remedy: 'Slice by columns with fewer values',
  });
}

/** By code unit, the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
