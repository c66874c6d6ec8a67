import type { NumberTransform } from './transform.ts';

/** How a kind of number feature computes: `(f(clipped value) − centre) / spread`, where f is ln(1 + x) or nothing. */
export interface Scaling {
  readonly logarithm: boolean;
  readonly centre: number;
  /** Above 0. */
  readonly spread: number;
}

export function scalingOf(feature: NumberTransform): Scaling {
  switch (feature.kind) {
    case 'standardize':
      return { logarithm: false, centre: feature.mean, spread: feature.deviation };
    case 'log':
      return { logarithm: true, centre: feature.mean, spread: feature.deviation };
    case 'min-max': {
      const { minimum, maximum } = feature;
      return { logarithm: false, centre: minimum, spread: maximum - minimum || 1 };
    }
  }
}

export function clipValue(clip: NumberTransform['clip'], value: number): number {
  const { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = clip ?? {};
  return Math.min(high, Math.max(low, value));
}

/** ln(1 + x) has no value there. */
export function hasNoLogarithm(value: number): boolean {
  return value <= -1;
}
