import type { ImageSize } from '../images/index.ts';

/**
 * A data set in memory, by column. Row `r` of every column belongs to one example.
 * A column is numeric when every present value is a number, categorical otherwise.
 */
export interface Table {
  readonly rowCount: number;
  readonly columns: readonly Column[];
  /** Where each row begins: index into `files` and physical line from 1, quoted newlines counted. */
  readonly files: readonly string[];
  readonly fileOfRow: Uint16Array;
  readonly lineOfRow: Uint32Array;
  /** What the paths of columns lead to, where images were asked for. */
  readonly images?: readonly ImagePixels[];
}

/** The decoded images of a column of paths, in one size. */
export interface ImagePixels extends ImageSize {
  readonly column: string;
  /** By row the place among the images, −1 where there is none. */
  readonly ofRow: Int32Array;
  /** `[images, height, width, channels]` numbers between 0 and 1. */
  readonly data: Float32Array;
}

export type Column = NumericColumn | CategoricalColumn;

export interface NumericColumn {
  readonly kind: 'numeric';
  readonly name: string;
  /** NaN where missing. */
  readonly values: Float64Array;
  /** True when every present value is a whole number. */
  readonly integers: boolean;
  /** By row, the digits of whole numbers beyond 2⁵³, which `values` rounds; null elsewhere. Absent where there are none. */
  readonly exactTexts?: readonly (string | null)[];
}

export interface CategoricalColumn {
  readonly kind: 'categorical';
  readonly name: string;
  /** Index into `vocabulary`, −1 where missing. */
  readonly codes: Int32Array;
  /** Distinct values in order of first appearance. */
  readonly vocabulary: readonly string[];
}
