import { compareCodePoints } from '../scan/index.ts';
import type { DatasetEvidence } from './column-evidence.ts';
import { meanOf } from './exact-moments.ts';
import { countCodes, frequentCodes } from './frequent-codes.ts';
import { rankError } from './number-distribution.ts';
import { QUANTILES } from './numeric-statistics.ts';
import type {
  ColumnStatistics,
  SliceStatistics,
  StatisticsReport,
  WeightedStatistics,
} from './reports.ts';
import { type SampleColumn, sampleColumns } from './sample-column.ts';

const TOP_VALUES = 20;

/** How often each row of the sample counts. */
export interface SampleWeights {
  readonly column: string;
  readonly ofRows: Float64Array;
  /** Of all rows of the data set, exactly, and of those of the sample. */
  readonly total: number;
  readonly inSample: number;
  /** Whether the sample is all rows. */
  readonly isWhole: boolean;
}

/** The weights were checked (`refuseBadWeights`). Null where the column is not there. */
export function sampleWeights(
  { state }: DatasetEvidence,
  sampled: readonly SampleColumn[],
  weight: string | undefined,
): SampleWeights | null {
  const index = sampled.findIndex(({ name }) => name === weight);
  const [own, ofRows] = [state.columns[index], sampled[index]?.numbers];
  if (weight === undefined || own === undefined || ofRows === undefined) return null;
  const total = meanOf(1, own.numbers.sum);
  const isWhole = state.sample.level === 0;
  return { column: weight, ofRows, total, inSample: sumOf(ofRows), isWhole };
}

/**
 * Adds to each column what it is when every row counts as often as its weight says: from the sample, which is exact where
 * that is all rows.
 */
export function addWeighted(
  columns: readonly ColumnStatistics[],
  evidence: DatasetEvidence,
  names: readonly string[],
  weight: string | undefined,
): Pick<StatisticsReport, 'columns' | 'weight'> {
  if (weight === undefined) return { columns };
  const sampled = sampleColumns(evidence, names);
  const weights = sampleWeights(evidence, sampled, weight);
  if (weights === null) return { columns };
  const { column: name, total, ofRows, isWhole } = weights;
  const rows = [...ofRows.keys()];
  return {
    weight: {
      column: name,
      total,
      ...(isWhole ? {} : { approximate: rankError(effectiveRows(ofRows)) }),
    },
    columns: columns.map((column, place) => {
      const own = sampled[place];
      if (own === undefined || !canWeigh(weights)) return column;
      return { ...column, weighted: summarizeWeighted(own, rows, weights, TOP_VALUES) };
    }),
  };
}

/** Whether any row of the sample counts. */
export function canWeigh({ inSample }: SampleWeights): boolean {
  return inSample > 0;
}

/**
 * What rows of the sample, of the `all` of the data set, weigh. Where they are not all rows, the error is that of a ratio
 * estimate, N √(Σ(y − Rw)² / n² · (1 − n / N)), y being w in the slice and 0 elsewhere, R = Σy / Σw (Cochran 1977, 6.4).
 */
export function weightOf(
  rows: readonly number[],
  { ofRows, total, inSample, isWhole }: SampleWeights,
  all: number,
): NonNullable<SliceStatistics['weight']> {
  const own = Float64Array.from(rows, (row) => ofRows[row] ?? 0);
  const sum = sumOf(own);
  if (isWhole) return { total: sum };
  const share = Math.min(1, sum / inSample);
  // In units of the heaviest row, so that no square overflows.
  const heaviest = ofRows.reduce((most, weight) => Math.max(most, weight), 0);
  const [inside, everywhere] = [sumOfSquares(own, heaviest), sumOfSquares(ofRows, heaviest)];
  const residuals = (1 - share) ** 2 * inside + share ** 2 * Math.max(0, everywhere - inside);
  const count = ofRows.length;
  return {
    total: total * share,
    standardError: heaviest * (all / count) * Math.sqrt(residuals * Math.max(0, 1 - count / all)),
    approximate: rankError(effectiveRows(own)),
  };
}

/** Of some rows of the sample, at most `mostTop` values told. */
export function summarizeWeighted(
  column: SampleColumn,
  rows: readonly number[],
  weights: SampleWeights,
  mostTop: number,
): WeightedStatistics {
  const present = Int32Array.from(rows.filter((row) => !column.isMissing(row)));
  const whole = weigh(rows, weights);
  const isAll = present.length === rows.length;
  const weight = isAll ? whole : weigh(present, weights);
  return {
    present: weight,
    missing: isAll ? 0 : Math.max(0, whole - weight),
    ...(column.isTold ? { top: topByWeight(column, present, weights).slice(0, mostTop) } : {}),
    ...(column.isNumeric && !column.isList ? weighNumbers(column, present, weights.ofRows) : {}),
  };
}

/** Scaled to all rows of the data set. */
function weigh(
  rows: ArrayLike<number>,
  { ofRows, total, inSample, isWhole }: SampleWeights,
): number {
  if (rows.length === ofRows.length) return total;
  const sum = sumOf(Float64Array.from(rows, (row) => ofRows[row] ?? 0));
  return isWhole ? sum : sum * (total / inSample);
}

function topByWeight(
  column: SampleColumn,
  rows: Int32Array,
  { ofRows, total, inSample, isWhole }: SampleWeights,
): NonNullable<WeightedStatistics['top']> {
  const { codes, names } = column.values;
  const scale = isWhole ? 1 : total / inSample;
  const sums = new Map<number, number>();
  for (const row of rows) {
    const code = codes[row] as number;
    sums.set(code, (sums.get(code) ?? 0) + (ofRows[row] as number));
  }
  const frequent = frequentCodes(column, countCodes(column, rows), isWhole).map(({ code }) => ({
    value: names[code],
    weight: (sums.get(code) ?? 0) * scale,
  }));
  // Below a value without a name ranks would be wrong.
  const unnamed = frequent.reduce(
    (most, { value, weight }) => (value === undefined ? Math.max(most, weight) : most),
    0,
  );
  return frequent
    .filter(({ weight }) => weight > unnamed)
    .map(({ value = '', weight }) => ({ value, weight }))
    .sort((a, b) => b.weight - a.weight || compareCodePoints(a.value, b.value));
}

function weighNumbers(
  column: SampleColumn,
  rows: Int32Array,
  weights: Float64Array,
): Pick<WeightedStatistics, 'numeric'> {
  const { numbers } = column;
  const finite = rows.filter(
    (row) => Number.isFinite(numbers[row]) && (weights[row] as number) > 0,
  );
  if (finite.length === 0) return {};
  const order = finite.sort((a, b) => (numbers[a] as number) - (numbers[b] as number));
  const values = Float64Array.from(order, (row) => numbers[row] as number);
  const own = Float64Array.from(order, (row) => weights[row] as number);
  return {
    numeric: { ...weightedMoments(values, own), quantiles: weightedQuantiles(values, own) },
  };
}

/**
 * Of values in ascending order and positive weights: Σwx / Σw and the root of Σw(x − mean)² / Σw, by products in twice
 * the precision (Dekker 1971) and sums that keep what rounding loses (Neumaier 1974).
 */
function weightedMoments(
  values: Float64Array,
  weights: Float64Array,
): { readonly mean: number; readonly deviation: number } {
  const [least = 0, most = 0] = [values[0], values.at(-1)];
  if (least === most) return { mean: least, deviation: 0 };
  // Scaled by powers of two, so that no product overflows.
  const size = scaleOf(Math.max(Math.abs(least), Math.abs(most)));
  const heaviest = scaleOf(weights.reduce((largest, weight) => Math.max(largest, weight), 0));
  const x = values.map((value) => value * size);
  const w = weights.map((weight) => weight * heaviest);
  const total = sumOf(w);
  const products = new CompensatedSum();
  for (let index = 0; index < x.length; index++) {
    products.addProduct(x[index] as number, w[index] as number);
  }
  const mean = products.value / total;
  let [squares, rest] = [0, 0];
  for (let index = 0; index < x.length; index++) {
    const difference = (x[index] as number) - mean;
    squares += (w[index] as number) * difference * difference;
    rest += (w[index] as number) * difference;
  }
  const variance = Math.max(0, squares - (rest * rest) / total) / total;
  return { mean: mean / size, deviation: Math.sqrt(variance) / size };
}

/** The power of two that brings a positive number near 1. */
function scaleOf(largest: number): number {
  return largest === 0 ? 1 : 2 ** Math.max(-1022, Math.min(1022, -Math.floor(Math.log2(largest))));
}

/**
 * The least value up to which a share q of the weight lies: NumPy's `inverted_cdf`, the only one that it has for weights.
 */
function weightedQuantiles(
  values: Float64Array,
  weights: Float64Array,
): { readonly q: number; readonly value: number }[] {
  const total = sumOf(weights);
  let [index, upTo] = [0, weights[0] ?? 0];
  return QUANTILES.map((q) => {
    while (upTo < q * total && index < values.length - 1) upTo += weights[++index] as number;
    return { q, value: values[index] as number };
  });
}

/** Kish (1965): rows of equal weight that a sum of these would be as certain as. */
function effectiveRows(weights: Float64Array): number {
  const largest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  if (largest === 0) return 0;
  let [sum, squares] = [0, 0];
  for (const weight of weights) {
    sum += weight / largest;
    squares += (weight / largest) ** 2;
  }
  return Math.floor((sum * sum) / squares);
}

function sumOfSquares(values: Float64Array, unit: number): number {
  return sumOf(values.map((value) => (value / unit) ** 2));
}

function sumOf(values: Float64Array): number {
  const sum = new CompensatedSum();
  for (const value of values) sum.add(value);
  return sum.value;
}

class CompensatedSum {
  #sum = 0;
  #lost = 0;

  get value(): number {
    return this.#sum + this.#lost;
  }

  add(term: number): void {
    const next = this.#sum + term;
    this.#lost +=
      Math.abs(this.#sum) >= Math.abs(term) ? this.#sum - next + term : term - next + this.#sum;
    this.#sum = next;
  }

  /** Of two numbers of at most 2⁵⁰⁰. */
  addProduct(a: number, b: number): void {
    const product = a * b;
    const [aHigh, aLow] = halves(a);
    const [bHigh, bLow] = halves(b);
    this.add(product);
    this.add(aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow);
  }
}

/** The upper 26 bits and the rest (Veltkamp 1968). */
function halves(value: number): readonly [number, number] {
  const shifted = 134_217_729 * value;
  const high = shifted - (shifted - value);
  return [high, value - high];
}
