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

export type FeatureTransform = StandardizeTransform | OneHotTransform;

/**
 * Two numbers: `(value − mean) / deviation`, or 0 where the value is missing; then 1 where missing, else 0.
 * A column that does not vary in training has deviation 1.
 */
export interface StandardizeTransform {
  readonly kind: 'standardize';
  readonly column: string;
  readonly offset: number;
  readonly width: 2;
  readonly mean: number;
  /** Population standard deviation of the present training values. */
  readonly deviation: number;
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
  /** Values of the training split, sorted by code point. Numbers that are classes stand as their shortest decimal text. */
  readonly vocabulary: readonly string[];
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
