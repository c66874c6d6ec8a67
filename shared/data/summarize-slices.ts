import type { SliceRequest } from '../config/index.ts';
import { compareCodePoints, ExactSums } from '../scan/index.ts';
import type { DatasetEvidence } from './column-evidence.ts';
import { deviationOf, meanOf } from './exact-moments.ts';
import { findSlices, type SampledSlice } from './find-slices.ts';
import { countCodes, frequentCodes } from './frequent-codes.ts';
import { distributionOf, rankError } from './number-distribution.ts';
import { summarizeNumbers } from './numeric-statistics.ts';
import type {
  ColumnStatistics,
  NumericStatistics,
  OmittedSlices,
  SliceColumn,
  SliceStatistics,
} from './reports.ts';
import { type SampleColumn, sampleColumns } from './sample-column.ts';
import {
  canWeigh,
  type SampleWeights,
  sampleWeights,
  summarizeWeighted,
  weightOf,
} from './weighted-statistics.ts';

/** More slices are no report that anyone reads. */
const MOST_SLICES = 100;
/** Columns of all slices together: each is some 2 kB of statistics.json. */
const MOST_COLUMNS = 5_000;
/** Slices of which only the size is told. */
const MOST_NAMED = 100;
const TOP_VALUES = 10;

export interface SlicedStatistics {
  readonly slices?: readonly SliceStatistics[];
  readonly omittedSlices?: OmittedSlices;
}

/**
 * Statistics of the rows of the sample that share values, the largest slices first: exact where the sample is all rows.
 * Weighted ones, too, where `weight` names a column.
 */
export function summarizeSlices(
  evidence: DatasetEvidence,
  names: readonly string[],
  requests: readonly SliceRequest[],
  weight?: string,
): SlicedStatistics {
  if (requests.length === 0) return {};
  const columns = sampleColumns(evidence, names);
  const found = findSlices(new Map(columns.map((column) => [column.name, column])), requests);
  const most = Math.min(MOST_SLICES, Math.max(1, Math.floor(MOST_COLUMNS / columns.length)));
  const named = found.filter(({ slice }) => slice !== null);
  const scale = evidence.examples / Math.max(1, evidence.state.sample.hashes.length);
  const ofSample = sampleWeights(evidence, columns, weight);
  const weights = ofSample !== null && canWeigh(ofSample) ? ofSample : null;
  const rest = named.slice(most);
  const omitted = found.length - Math.min(most, named.length);
  return {
    slices: named.slice(0, most).map((slice) => summarizeSlice(slice, columns, evidence, weights)),
    ...(omitted === 0
      ? {}
      : {
          omittedSlices: {
            count: omitted,
            largest: rest.slice(0, MOST_NAMED).map(({ slice, rows }) => ({
              slice: slice ?? {},
              examples: Math.round(rows.length * scale),
            })),
          },
        }),
  };
}

function summarizeSlice(
  { slice, rows }: SampledSlice,
  columns: readonly SampleColumn[],
  { examples: all, state }: DatasetEvidence,
  weights: SampleWeights | null,
): SliceStatistics {
  const sampled = state.sample.hashes.length;
  const isWhole = state.sample.level === 0;
  const scale = all / Math.max(1, sampled);
  const examples = Math.round(rows.length * scale);
  const share = rows.length / Math.max(1, sampled);
  return {
    slice: slice ?? {},
    examples,
    ...(isWhole
      ? {}
      : {
          standardError:
            all * Math.sqrt(((share * (1 - share)) / sampled) * Math.max(0, 1 - sampled / all)),
          approximate: rankError(rows.length),
        }),
    ...(weights === null ? {} : { weight: weightOf(rows, weights, all) }),
    columns: columns.map((column) => ({
      ...summarizeColumn(column, rows, { examples, scale, isWhole }),
      ...(weights === null
        ? {}
        : { weighted: summarizeWeighted(column, rows, weights, TOP_VALUES) }),
    })),
  };
}

interface SliceSize {
  /** Rows of the data set in the slice. */
  readonly examples: number;
  /** Rows of the data set for each of the sample. */
  readonly scale: number;
  readonly isWhole: boolean;
}

function summarizeColumn(
  column: SampleColumn,
  rows: readonly number[],
  size: SliceSize,
): SliceColumn {
  const present = rows.filter((row) => !column.isMissing(row));
  const missing = Math.round((rows.length - present.length) * size.scale);
  return {
    name: column.name,
    type: column.type,
    present: size.examples - missing,
    missing,
    ...(column.isTold ? summarizeValues(column, present, size) : {}),
    ...(column.isNumeric && !column.isList ? summarizeNumeric(column, present, size) : {}),
  };
}

function summarizeValues(
  column: SampleColumn,
  rows: readonly number[],
  { scale, isWhole }: SliceSize,
): Pick<SliceColumn, 'distinct' | 'top' | 'text'> {
  const { names } = column.values;
  const counts = countCodes(column, rows);
  const frequent = frequentCodes(column, counts, isWhole);
  // Below a value without a name ranks would be wrong.
  const unnamed = frequent.reduce(
    (most, { code, count }) => (names[code] === undefined ? Math.max(most, count) : most),
    0,
  );
  const top = frequent
    .filter(({ count }) => count > unnamed)
    .map(({ code, count }) => ({ value: names[code] ?? '', count }))
    .sort((a, b) => b.count - a.count || compareCodePoints(a.value, b.value))
    .slice(0, TOP_VALUES)
    .map(({ value, count }) => ({ value, count: Math.round(count * scale) }));
  return {
    ...(isWhole ? { distinct: counts.size } : {}),
    top,
    ...(column.hasLengths && counts.size > 0 ? { text: lengthsOf(counts, names) } : {}),
  };
}

function lengthsOf(
  counts: ReadonlyMap<number, number>,
  names: readonly (string | undefined)[],
): NonNullable<ColumnStatistics['text']> {
  let [minLength, maxLength, total, cells] = [Number.POSITIVE_INFINITY, 0, 0, 0];
  for (const [code, count] of counts) {
    const length = [...(names[code] ?? '')].length;
    minLength = Math.min(minLength, length);
    maxLength = Math.max(maxLength, length);
    total += length * count;
    cells += count;
  }
  return { minLength, maxLength, meanLength: total / cells };
}

function summarizeNumeric(
  column: SampleColumn,
  rows: readonly number[],
  { scale, isWhole }: SliceSize,
): { numeric?: NumericStatistics } {
  const numbers = Float64Array.from(rows, (row) => column.numbers[row] as number);
  const finite = numbers.filter((value) => Number.isFinite(value));
  if (finite.length === 0) return {};
  const sums = new ExactSums();
  for (const value of finite) sums.add(value);
  const count = finite.length;
  const nan = numbers.filter((value) => Number.isNaN(value)).length;
  const distribution = distributionOf(finite, isWhole ? null : rankError(count));
  const { values, counts } = distribution;
  const zero = values.indexOf(0);
  return {
    numeric: summarizeNumbers({
      isWhole: column.type === 'integer',
      range: { min: values[0] ?? 0, max: values.at(-1) ?? 0 },
      mean: meanOf(count, sums.sum),
      deviation: deviationOf(count, sums.sum, sums.sumOfSquares),
      zeros: Math.round((zero < 0 ? 0 : (counts[zero] ?? 0)) * scale),
      finiteNumbers: Math.round(count * scale),
      notANumber: Math.round(nan * scale),
      infinite: Math.round((numbers.length - count - nan) * scale),
      numbers: distribution,
    }),
  };
}
