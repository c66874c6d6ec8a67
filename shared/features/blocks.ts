import type { FeatureTransform, Transform } from './transform.ts';

/** The numbers of one feature in the input vector, and what they tell. */
export interface FeatureBlock {
  /**
   * - `numbers`: quantities, as they are.
   * - `categories`: one number for each of some values, words or buckets, most of them 0.
   * - `cross`: the same for several columns together.
   */
  readonly meaning: 'numbers' | 'categories' | 'cross';
  readonly offset: number;
  readonly width: number;
}

const MEANINGS = {
  standardize: 'numbers',
  'min-max': 'numbers',
  log: 'numbers',
  date: 'numbers',
  'quantile-buckets': 'categories',
  'one-hot': 'categories',
  hashing: 'categories',
  text: 'categories',
  cross: 'cross',
} as const satisfies Record<FeatureTransform['kind'], FeatureBlock['meaning']>;

/** One block a feature, in the order of the vector. */
export function listBlocks({ features }: Transform): FeatureBlock[] {
  return features.map(({ kind, offset, width }) => ({ meaning: MEANINGS[kind], offset, width }));
}
