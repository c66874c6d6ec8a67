import { FIRST_WORD } from './tokens.ts';
import type { FeatureTransform, Transform } from './transform.ts';

/** The numbers of one feature in the input vector, and what they tell. */
export type FeatureBlock = NumbersBlock | TokensBlock | ArrayBlock;

interface Place {
  readonly offset: number;
  readonly width: number;
}

export interface NumbersBlock extends Place {
  /**
   * - `numbers`: quantities, as they are.
   * - `categories`: one number for each of some values, words or buckets, most of them 0.
   * - `cross`: the same for several columns together.
   */
  readonly meaning: 'numbers' | 'categories' | 'cross';
}

/** Ids of the words of a text in their order, padded with 0 behind. */
export interface TokensBlock extends Place {
  readonly meaning: 'tokens';
  /** How many ids there are: 0 is padding, 1 a word out of the vocabulary, those from 2 are its words. */
  readonly ids: number;
}

/** Quantities with a place in space or time. */
export interface ArrayBlock extends Place {
  readonly meaning: 'array';
  /** Row-major, channels last; its product is `width`. */
  readonly shape: readonly number[];
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
} as const satisfies Record<
  Exclude<FeatureTransform['kind'], 'tokens' | 'image' | 'array'>,
  FeatureBlock['meaning']
>;

/** One block a feature, in the order of the vector. */
export function listBlocks({ features }: Transform): FeatureBlock[] {
  return features.map((feature): FeatureBlock => {
    const { offset, width } = feature;
    if (feature.kind === 'tokens') {
      return { meaning: 'tokens', offset, width, ids: feature.vocabulary.length + FIRST_WORD };
    }
    if (feature.kind === 'array' || feature.kind === 'image') {
      return { meaning: 'array', offset, width, shape: feature.shape };
    }
    return { meaning: MEANINGS[feature.kind], offset, width };
  });
}
