import type { NumberSample, Weights } from './sample.ts';

export interface RegressionMetrics {
  readonly rmse: number;
  readonly mae: number;
  /** NaN where the label does not vary. */
  readonly r2: number;
}

/** R² = 1 − Σ (yᵢ − ŷᵢ)² / Σ (yᵢ − ȳ)², the coefficient of determination against the mean of these examples. */
export function regressionMetrics(sample: NumberSample, weights: Weights): RegressionMetrics {
  const { actual, errors, size } = sample;
  let total = 0;
  let sum = 0;
  let absolute = 0;
  let squared = 0;
  for (let example = 0; example < size; example++) {
    const weight = weights[example] as number;
    const error = errors[example] as number;
    total += weight;
    sum += weight * (actual[example] as number);
    absolute += weight * Math.abs(error);
    squared += weight * error * error;
  }
  const mean = sum / total;
  let spread = 0;
  let smallest = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  for (let example = 0; example < size; example++) {
    if (weights[example] === 0) continue;
    const value = actual[example] as number;
    spread += (weights[example] as number) * (value - mean) ** 2;
    smallest = Math.min(smallest, value);
    largest = Math.max(largest, value);
  }
  // The mean of equal numbers may be off in its last bits, so the spread alone can't tell.
  const varies = largest > smallest;
  return {
    rmse: Math.sqrt(squared / total),
    mae: absolute / total,
    r2: varies ? 1 - squared / spread : Number.NaN,
  };
}
