import type { SliceRequest } from '../config/index.ts';
import { UserError } from '../errors/index.ts';
import { compareCodePoints, parseNumber } from '../scan/index.ts';
import type { SampleColumn } from './sample-column.ts';
import { MISSING, MOST_DISTINCT_NUMBERS, quartileRanges } from './slice-values.ts';

/** Stands for every value in a request. */
const EVERY = '*';

/** Rows of the sample that share values. */
export interface SampledSlice {
  /** Column to value or range; null where the sample does not name one of the values. */
  readonly slice: Readonly<Record<string, string>> | null;
  /** Of the sample, ascending. */
  readonly rows: readonly number[];
}

/**
 * Slices that the requests ask for, the largest first, equally large ones in the order of the requests and of their values
 * (numbers by size, text by code point, missing last). Requests of columns that are not there are left out.
 *
 * Numbers count by value where the column has at most 20 distinct ones, otherwise by the quartile ranges of the sample,
 * unless the request names a value. A request of single values has a slice even where no row does.
 */
export function findSlices(
  columns: ReadonlyMap<string, SampleColumn>,
  requests: readonly SliceRequest[],
): SampledSlice[] {
  const known = new Set<string>();
  const found = requests.flatMap((request) => {
    const names = Object.keys(request);
    const sliced = names.flatMap((name) => columns.get(name) ?? []);
    if (sliced.length < names.length) return [];
    const slices = slicesOf(sliced, request);
    return slices.filter(({ slice }) => {
      if (slice === null) return true;
      const key = JSON.stringify(Object.entries(slice).sort(([a], [b]) => compareCodePoints(a, b)));
      if (known.has(key)) return false;
      known.add(key);
      return true;
    });
  });
  return found.sort((a, b) => b.rows.length - a.rows.length);
}

function slicesOf(columns: readonly SampleColumn[], request: SliceRequest): SampledSlice[] {
  const groupings = columns.map((column) => groupValues(column, request[column.name] ?? EVERY));
  const found = new Map<string, { readonly ids: readonly number[]; readonly rows: number[] }>();
  const rows = columns[0]?.numbers.length ?? 0;
  for (let row = 0; row < rows; row++) {
    const ids = groupings.map(({ idOf }) => idOf(row));
    if (ids.includes(-1)) continue;
    const key = ids.join();
    const group = found.get(key);
    if (group === undefined) found.set(key, { ids, rows: [row] });
    else group.rows.push(row);
  }
  if (found.size === 0 && Object.values(request).every((value) => value !== EVERY)) {
    return [{ slice: { ...request }, rows: [] }];
  }
  return [...found.values()]
    .sort((a, b) => compareLists(a.ids, b.ids))
    .map(({ ids, rows: members }) => ({
      slice: nameSlice(columns, groupings, ids),
      rows: members,
    }));
}

function nameSlice(
  columns: readonly SampleColumn[],
  groupings: readonly Grouping[],
  ids: readonly number[],
): Record<string, string> | null {
  const names = groupings.map((grouping, index) => grouping.names[ids[index] ?? 0]);
  if (names.includes(undefined)) return null;
  return Object.fromEntries(columns.map(({ name }, index) => [name, names[index] ?? MISSING]));
}

interface Grouping {
  /** In the order in which slices are listed. */
  readonly names: readonly (string | undefined)[];
  /** −1 for a row that is not asked for. */
  readonly idOf: (row: number) => number;
}

function groupValues(column: SampleColumn, wanted: string): Grouping {
  if (column.isList) {
    throw new UserError({
      what: `validation.slices names the column "${column.name}", whose cells are lists`,
      remedy: 'Slice by a column that has one value in a row',
    });
  }
  if (wanted !== EVERY) return groupOfValue(column, wanted);
  return (column.isNumeric ? groupByQuartile(column) : null) ?? groupByValue(column);
}

/** Null where the column has few numbers. */
function groupByQuartile(column: SampleColumn): Grouping | null {
  const finite = column.numbers.filter((value) => Number.isFinite(value));
  const [first] = finite;
  const varies = finite.some((value) => value !== first);
  if (column.distinct <= MOST_DISTINCT_NUMBERS || !varies) return null;
  const { names, rangeOf } = quartileRanges(finite);
  return {
    names: [...names, 'nan', MISSING],
    idOf: (row) => {
      if (column.isMissing(row)) return names.length + 1;
      return column.isNotANumber(row) ? names.length : rangeOf(column.numbers[row] as number);
    },
  };
}

function groupByValue(column: SampleColumn): Grouping {
  const { codes, names } = column.values;
  const compare = (a: string, b: string) =>
    column.isNumeric ? parseNumber(a) - parseNumber(b) : compareCodePoints(a, b);
  const order = [...names.keys()].sort((a, b) => {
    const [first, second] = [names[a], names[b]];
    // What has no name comes last, in the order of rows, which is that of their hashes.
    if (first === undefined || second === undefined) {
      return Number(first === undefined) - Number(second === undefined) || a - b;
    }
    return compare(first, second) || compareCodePoints(first, second);
  });
  const places = new Int32Array(names.length);
  for (const [place, code] of order.entries()) places[code] = place;
  return {
    names: [...order.map((code) => names[code]), MISSING],
    idOf: (row) => {
      const code = codes[row] as number;
      return code < 0 ? names.length : (places[code] as number);
    },
  };
}

function groupOfValue(column: SampleColumn, wanted: string): Grouping {
  if (wanted === MISSING) {
    return { names: [MISSING], idOf: (row) => (column.isMissing(row) ? 0 : -1) };
  }
  const { codes, names } = column.values;
  const number = parseNumber(wanted);
  const isWanted = (name: string | undefined) => {
    if (name === undefined) return false;
    if (column.isNumeric) return Object.is(parseNumber(name) + 0, number + 0);
    return column.type === 'boolean'
      ? name.toLowerCase() === wanted.toLowerCase()
      : name === wanted;
  };
  const matching = new Set([...names.keys()].filter((code) => isWanted(names[code])));
  return {
    names: [wanted],
    idOf: (row) => (matching.has(codes[row] as number) ? 0 : -1),
  };
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
