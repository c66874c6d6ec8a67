import type { ArrayScaling, DatePart, WindowConfiguration } from '../config/index.ts';

/**
 * `transform.json`: how a row becomes the model's input vector, fitted on the training split alone. The same description
 * is applied in training, evaluation and drift, and is lowered into the exported model.
 */
export interface Transform {
  readonly version: 1;
  /** In the order of the vector; each feature writes `width` numbers from `offset`. */
  readonly features: readonly FeatureTransform[];
  /** Length of the vector. */
  readonly width: number;
  readonly label: LabelTransform;
}

export type FeatureTransform =
  | NumberTransform
  | BucketsTransform
  | CategoryTransform
  | DateTransform
  | TextTransform
  | TokensTransform
  | ImageTransform
  | ArrayTransform;

/** Features of ids: each value has a place, and exactly one place is 1. */
export type CategoryTransform = OneHotTransform | HashingTransform | CrossTransform;

/** Features of one number and an indicator: where the value is missing the number is 0 and the indicator 1. */
export type NumberTransform = StandardizeTransform | MinMaxTransform | LogTransform;

interface NumberFeature {
  readonly column: string;
  readonly offset: number;
  readonly width: 2;
  readonly clip?: Clip;
}

/** Smaller and larger values become these before anything else, in training too. At least one is there. */
export interface Clip {
  readonly low?: number;
  readonly high?: number;
}

/**
 * Two numbers: `(value − mean) / deviation`, or 0 where the value is missing; then 1 where missing, else 0.
 * A column that does not vary in training has deviation 1.
 */
export interface StandardizeTransform extends NumberFeature {
  readonly kind: 'standardize';
  readonly mean: number;
  /** Population standard deviation of the present training values. */
  readonly deviation: number;
}

/**
 * `(value − minimum) / (maximum − minimum)`; `value − minimum` where both are equal. A value beyond those of training is
 * below 0 or above 1, as with scikit-learn's MinMaxScaler.
 */
export interface MinMaxTransform extends NumberFeature {
  readonly kind: 'min-max';
  readonly minimum: number;
  readonly maximum: number;
}

/** `(ln(1 + value) − mean) / deviation`; only values above −1 have one. */
export interface LogTransform extends NumberFeature {
  readonly kind: 'log';
  /** Of ln(1 + value) of the present training values. */
  readonly mean: number;
  /** Population standard deviation of the same; 1 where they do not vary. */
  readonly deviation: number;
}

/**
 * One number for each bucket, then one for "missing": exactly one of them is 1. A value is in bucket i when it reaches i
 * boundaries, compared in single precision.
 */
export interface BucketsTransform {
  readonly kind: 'quantile-buckets';
  readonly column: string;
  readonly offset: number;
  /** `boundaries.length + 2`. */
  readonly width: number;
  /** Strictly ascending in single precision, too; at least one. */
  readonly boundaries: readonly number[];
}

/**
 * One number for each word of the vocabulary, then one for "out of vocabulary", then one for "missing": exactly one of
 * them is 1. The id of a value is its place: `vocabulary.length` for an unknown value, `vocabulary.length + 1` for none.
 */
export interface OneHotTransform {
  readonly kind: 'one-hot';
  readonly column: string;
  readonly offset: number;
  /** `vocabulary.length + 2`. */
  readonly width: number;
  /** Values of the training split, or those of them that were chosen, sorted by code point. Numbers that are classes stand as their shortest decimal text. */
  readonly vocabulary: readonly string[];
}

/** One number for each bucket of the hash (see `hashBucket`), then one for "missing": exactly one of them is 1. */
export interface HashingTransform {
  readonly kind: 'hashing';
  readonly column: string;
  readonly offset: number;
  /** `buckets + 1`. */
  readonly width: number;
  readonly buckets: number;
}

/**
 * One number for each bucket of the hash of several columns' values (see `crossValues`), then one for rows in which one
 * of them is missing: exactly one of them is 1.
 */
export interface CrossTransform {
  readonly kind: 'cross';
  /** No column's, and no other cross's. */
  readonly name: string;
  /** Two or three. */
  readonly columns: readonly string[];
  readonly offset: number;
  /** `buckets + 1`. */
  readonly width: number;
  readonly buckets: number;
}

/**
 * Sine and cosine of each part of the date (`angleOf`), then the trend where there is one, then 1 where the date is
 * missing and else 0; where it is missing the others are 0.
 */
export interface DateTransform {
  readonly kind: 'date';
  readonly column: string;
  readonly offset: number;
  /** `2 · parts.length + 1`, one more with a trend. */
  readonly width: number;
  /** Each once; empty only with a trend. */
  readonly parts: readonly DatePart[];
  /** `(days since start − mean) / deviation`. */
  readonly trend?: DateTrend;
}

/**
 * A number for each bucket of the words' hash (see `wordsOf`, `hashBucket`), of which the sum of squares is 1, or all 0
 * where the text has no word or is missing; then 1 where it is missing, else 0.
 */
export interface TextTransform {
  readonly kind: 'text';
  readonly column: string;
  readonly offset: number;
  /** `buckets + 1`. */
  readonly width: number;
  readonly buckets: number;
  /** Of a bucket before the normalisation: how many words are in it, or that one is. */
  readonly values: 'counts' | 'presence';
}

/**
 * The ids of the first `width` words of the text (see `wordsOf`), then `PADDING`; nothing else where it is missing. The
 * word at place i of the vocabulary has the id i + 2, any other word `UNKNOWN_WORD`.
 */
export interface TokensTransform {
  readonly kind: 'tokens';
  readonly column: string;
  readonly offset: number;
  /** Words that are read. */
  readonly width: number;
  /** Words of the training split, the most frequent first, equally frequent ones by code point. */
  readonly vocabulary: readonly string[];
}

/** The image at the path in the column, resized (see `resizeImage`), numbers between 0 and 1; 0 where it is missing. */
export interface ImageTransform {
  readonly kind: 'image';
  readonly column: string;
  readonly offset: number;
  /** The product of `shape`. */
  readonly width: number;
  /** Height, width and channels. */
  readonly shape: readonly [number, number, 1 | 3];
}

/**
 * Numbers of several columns, or of one whose cells are lists, row-major: `(value − centre) / spread` of the number's
 * channel, its place in the last axis. A missing number counts as `fill` of its channel.
 */
export interface ArrayTransform {
  readonly kind: 'array';
  /** No column's, and no cross's. */
  readonly name: string;
  /** `width` columns, or one; of a window one for each channel. */
  readonly columns: readonly string[];
  readonly offset: number;
  /** The product of `shape`. */
  readonly width: number;
  /** 1 … 4 axes. */
  readonly shape: readonly number[];
  readonly scaling: ArrayScaling;
  /** As many numbers as the last axis has: means, minima or zeros. */
  readonly centre: readonly number[];
  /** Population standard deviations, ranges or ones; 1 where they would be 0. */
  readonly spread: readonly number[];
  /** Means of the training values. */
  readonly fill: readonly number[];
  /** Makes the series of the rows before each row, the oldest first; left out: the row's own numbers. */
  readonly window?: WindowConfiguration;
}

export interface DateTrend {
  /** The first training date, in milliseconds since 1970. */
  readonly start: number;
  /** Of the days of the training dates. */
  readonly mean: number;
  /** Population standard deviation of the same; 1 where they do not vary. */
  readonly deviation: number;
}

export type LabelTransform =
  /** `classes` are sorted by code point; for a binary task the second is the positive one. */
  | { readonly kind: 'classes'; readonly column: string; readonly classes: readonly string[] }
  /** The model predicts `(value − mean) / deviation`; everything outside it speaks of `value`. */
  | {
      readonly kind: 'number';
      readonly column: string;
      readonly mean: number;
      readonly deviation: number;
    };

export function isNumberTransform(feature: FeatureTransform): feature is NumberTransform {
  return ['standardize', 'min-max', 'log'].includes(feature.kind);
}

export function isCategoryTransform(feature: FeatureTransform): feature is CategoryTransform {
  return ['one-hot', 'hashing', 'cross'].includes(feature.kind);
}

/** The feature's column, or the name of a cross or an array: unique among the features. */
export function nameOfFeature(feature: FeatureTransform): string {
  return 'name' in feature ? feature.name : feature.column;
}

/** Columns that the transform reads, the label's among them; each may stand there more than once. */
export function columnsOfTransform({ features, label }: Transform): string[] {
  const read = features.flatMap((feature) => {
    if (!('columns' in feature)) return [feature.column];
    const { by, group = [] } = ('window' in feature ? feature.window : undefined) ?? {};
    return [...feature.columns, ...(by === undefined ? [] : [by]), ...group];
  });
  return [...read, label.column];
}

/** Whether the feature reads numbers and not words or dates. */
export function readsNumbers(
  feature: FeatureTransform,
): feature is NumberTransform | BucketsTransform {
  return isNumberTransform(feature) || feature.kind === 'quantile-buckets';
}
