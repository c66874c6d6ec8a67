import type { NumberDistribution } from './column-evidence.ts';
import {
  equalWidthHistogram,
  quantileHistogram,
  quantileOf,
  scaleBuckets,
  wholeNumberHistogram,
} from './number-distribution.ts';
import type { NumericStatistics } from './reports.ts';

export const QUANTILES = [
  0.05, 0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 0.95,
] as const;
const BUCKETS = 10;

/** What is known of the numbers of a column, or of the rows of a slice. */
export interface NumericFigures {
  /** Whether they are all whole numbers. */
  readonly isWhole: boolean;
  /** Of the finite ones, as are the next four. */
  readonly range: { readonly min: number; readonly max: number };
  readonly mean: number;
  readonly deviation: number;
  readonly zeros: number;
  readonly finiteNumbers: number;
  readonly notANumber: number;
  readonly infinite: number;
  /** The finite ones, or a sample of them. */
  readonly numbers: NumberDistribution;
}

export function summarizeNumbers(figures: NumericFigures): NumericStatistics {
  const { range, mean, deviation, zeros, finiteNumbers, notANumber, infinite, numbers } = figures;
  const { min, max } = range;
  const histogram =
    figures.isWhole && isNarrow(min, max)
      ? wholeNumberHistogram(numbers, range)
      : equalWidthHistogram(numbers, range, BUCKETS);
  return {
    min,
    max,
    mean,
    deviation,
    zeros,
    ...(notANumber > 0 ? { notANumber } : {}),
    ...(infinite > 0 ? { infinite } : {}),
    quantiles: quantilesOf(numbers),
    histogram: scaleBuckets(histogram, finiteNumbers),
    quantileHistogram: scaleBuckets(quantileHistogram(numbers, range, BUCKETS), finiteNumbers),
  };
}

/** None without numbers. */
export function quantilesOf(numbers: NumberDistribution): NumericStatistics['quantiles'] {
  return numbers.total === 0 ? [] : QUANTILES.map((q) => ({ q, value: quantileOf(numbers, q) }));
}

/** Whether whole numbers from `min` to `max` have a bucket each. Beyond 2⁵³ doubles skip some. */
function isNarrow(min: number, max: number): boolean {
  return max - min < BUCKETS && Number.isSafeInteger(min) && Number.isSafeInteger(max);
}
