import type { DatasetEvidence } from './column-evidence.ts';
import type { Correlation } from './reports.ts';

/** More columns make more pairs than anyone reads. */
const MOST_COLUMNS = 50;
/** Rows of a sample that is not all rows: the standard error of a correlation is then 0.7 % at most. */
const SAMPLED_ROWS = 20_000;

interface NumberColumn {
  readonly name: string;
  /** By row; NaN where there is no finite number. Scaled by a power of two, so that squares stay finite. */
  readonly values: Float64Array;
  /** Rows with a finite number, by that number ascending. */
  readonly order: Uint32Array;
}

/**
 * Pearson's and Spearman's coefficients of every pair of numeric columns, over the rows in which both have a finite
 * number, as pandas computes them; the first 50 columns. A pair one of which is constant there has none.
 */
export function correlateColumns(
  { columns, state }: DatasetEvidence,
  names: readonly string[],
): { correlations?: Correlation[] } {
  const { level, slots, hashes } = state.sample;
  // Hashes are ascending: the first rows of the sample are a sample, too.
  const rows = level === 0 ? hashes.length : Math.min(hashes.length, SAMPLED_ROWS);
  const numeric = columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => column.type === 'integer' || column.type === 'number')
    .filter(({ column }) => column.lists === null)
    .slice(0, MOST_COLUMNS)
    .map(({ index }) => numberColumn(names[index] ?? '', slots[index], rows));
  const correlations = numeric.flatMap((a, index) =>
    numeric.slice(index + 1).flatMap((b) => correlate(a, b)),
  );
  return correlations.length === 0 ? {} : { correlations };
}

function numberColumn(
  name: string,
  slots: BigUint64Array = new BigUint64Array(0),
  rows: number,
): NumberColumn {
  const numbers = new Float64Array(slots.buffer, slots.byteOffset, Math.min(rows, slots.length));
  let largest = 0;
  for (const value of numbers) {
    if (Number.isFinite(value)) largest = Math.max(largest, Math.abs(value));
  }
  const scale = largest === 0 ? 1 : 2 ** -Math.min(1000, Math.floor(Math.log2(largest)));
  const values = numbers.map((value) => (Number.isFinite(value) ? value * scale : Number.NaN));
  const present = [...values.keys()].filter((row) => !Number.isNaN(values[row]));
  const order = Uint32Array.from(present).sort(
    (a, b) => (values[a] as number) - (values[b] as number) || a - b,
  );
  return { name, values, order };
}

function correlate(a: NumberColumn, b: NumberColumn): Correlation[] {
  const shared = a.order.filter((row) => !Number.isNaN(b.values[row])).sort();
  const pearson = pearsonOf(a.values, b.values, shared);
  const spearman =
    pearson === null ? null : pearsonOf(ranksOf(a, b.values), ranksOf(b, a.values), shared);
  if (pearson === null || spearman === null) return [];
  return [{ columns: [a.name, b.name], rows: shared.length, pearson, spearman }];
}

/** Ranks among the rows in which the other column has a number, too; equal numbers share their mean rank. */
function ranksOf({ values, order }: NumberColumn, other: Float64Array): Float64Array {
  const ranks = new Float64Array(values.length);
  const shared = order.filter((row) => !Number.isNaN(other[row]));
  let start = 0;
  for (let end = 1; end <= shared.length; end++) {
    if (end < shared.length && values[shared[end] as number] === values[shared[start] as number]) {
      continue;
    }
    // Ranks from start + 1 to end.
    for (let place = start; place < end; place++)
      ranks[shared[place] as number] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

/** Null where one of the two does not vary. */
function pearsonOf(a: Float64Array, b: Float64Array, rows: Uint32Array): number | null {
  const first = rows[0];
  if (first === undefined) return null;
  let varies = 0;
  let meanA = 0;
  let meanB = 0;
  for (const row of rows) {
    varies |= (a[row] === a[first] ? 0 : 1) | (b[row] === b[first] ? 0 : 2);
    meanA += a[row] as number;
    meanB += b[row] as number;
  }
  if (varies !== 3) return null;
  meanA /= rows.length;
  meanB /= rows.length;
  let products = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (const row of rows) {
    const x = (a[row] as number) - meanA;
    const y = (b[row] as number) - meanB;
    products += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  if (squaresA === 0 || squaresB === 0) return null;
  return Math.max(-1, Math.min(1, products / Math.sqrt(squaresA) / Math.sqrt(squaresB)));
}
