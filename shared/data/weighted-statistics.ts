import { compareCodePoints } from '../scan/index.ts';
import type { DatasetEvidence } from './column-evidence.ts';
import { meanOf } from './exact-moments.ts';
import { rankError } from './number-distribution.ts';
import { QUANTILES } from './numeric-statistics.ts';
import type { ColumnStatistics, StatisticsReport, WeightedStatistics } from './reports.ts';
import type { SampleColumn } from './sample-column.ts';
import { countCodes, frequentCodes, sampleColumns } from './summarize-slices.ts';

const TOP_VALUES = 20;

/**
 * Adds to each column what it is when every row counts as often as its weight says: from the sample, which is exact where
 * that is all rows. The weights were checked (`refuseBadWeights`); a column that is not there gives none.
 */
export function addWeighted(
  columns: readonly ColumnStatistics[],
  evidence: DatasetEvidence,
  names: readonly string[],
  weight: string | undefined,
): Pick<StatisticsReport, 'columns' | 'weight'> {
  const index = weight === undefined ? -1 : names.indexOf(weight);
  const state = evidence.state.columns[index];
  const sampled = sampleColumns(evidence, names);
  const weights = sampled[index]?.numbers;
  if (state === undefined || weights === undefined) return { columns };
  const total = meanOf(1, state.numbers.sum);
  const rows = Int32Array.from(weights.keys());
  const inSample = sumOf(weights);
  const isWhole = evidence.state.sample.level === 0;
  const scale = isWhole ? 1 : total / inSample;
  return {
    weight: {
      column: names[index] ?? '',
      total,
      ...(isWhole ? {} : { approximate: rankError(effectiveRows(weights)) }),
    },
    columns: columns.map((column, place) => {
      const own = sampled[place];
      if (own === undefined || !(inSample > 0)) return column;
      const present = rows.filter((row) => !own.isMissing(row));
      return {
        ...column,
        weighted: summarizeWeighted(own, present, weights, { total, scale, isWhole }),
      };
    }),
  };
}

interface Weights {
  readonly total: number;
  /** Weight of the data set for that of the sample. */
  readonly scale: number;
  readonly isWhole: boolean;
}

function summarizeWeighted(
  column: SampleColumn,
  rows: Int32Array,
  weights: Float64Array,
  { total, scale, isWhole }: Weights,
): WeightedStatistics {
  const isAll = rows.length === weights.length;
  const present = isAll
    ? total
    : sumOf(Float64Array.from(rows, (row) => weights[row] ?? 0)) * scale;
  return {
    present,
    missing: isAll ? 0 : Math.max(0, total - present),
    ...(column.isTold
      ? { top: topByWeight(column, rows, weights, { total, scale, isWhole }) }
      : {}),
    ...(column.isNumeric && !column.isList ? weighNumbers(column, rows, weights) : {}),
  };
}

function topByWeight(
  column: SampleColumn,
  rows: Int32Array,
  weights: Float64Array,
  { scale, isWhole }: Weights,
): NonNullable<WeightedStatistics['top']> {
  const { codes, names } = column.values;
  const sums = new Map<number, number>();
  for (const row of rows) {
    const code = codes[row] as number;
    sums.set(code, (sums.get(code) ?? 0) + (weights[row] as number));
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
    .sort((a, b) => b.weight - a.weight || compareCodePoints(a.value, b.value))
    .slice(0, TOP_VALUES);
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
