/** How a missing cell is written as a slice's value. A cell that holds this very text counts as missing. */
export const MISSING = '(missing)';
/** A column of numbers with more distinct values than this is cut into quartile ranges. */
export const MOST_DISTINCT_NUMBERS = 20;

export interface QuartileRanges {
  /** `< 39.2`, `≥ 39.2 and < 44.5`, … */
  readonly names: readonly string[];
  /** Index of the range that a number lies in. */
  readonly rangeOf: (value: number) => number;
}

/**
 * The ranges between the quartiles of `values`, which have at least two distinct numbers; NaN is none. At most four: a
 * value that fills a whole quarter is the limit of two ranges, one of which would be empty.
 */
export function quartileRanges(values: Float64Array): QuartileRanges {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const quartiles = [0.25, 0.5, 0.75].map((q) => sorted[Math.floor(q * sorted.length)] as number);
  const smallest = sorted[0] as number;
  const proper = [...new Set(quartiles)].filter((limit) => limit > smallest);
  // Three quarters are one value: that value, and all above it.
  const limits = proper.length > 0 ? proper : [sorted.find((value) => value > smallest) as number];
  const names = [...limits, null].map((limit, index) => {
    const low = limits[index - 1];
    return [low === undefined ? '' : `≥ ${low}`, limit === null ? '' : `< ${limit}`]
      .filter((part) => part !== '')
      .join(' and ');
  });
  return { names, rangeOf: (value) => limits.filter((limit) => value >= limit).length };
}
