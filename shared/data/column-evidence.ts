import type { CellKind, OddCell, ScanState } from '../scan/index.ts';
import type { ColumnType } from './reports.ts';

/** Values of a column with how often each stands there: counted one by one, or estimated from sketches and the sample. */
export interface ValueCounts {
  /** Exact, unless `distinctError` says otherwise. */
  readonly distinct: number;
  /** Relative standard error of `distinct`, 0.0081; 0 where it is exact. */
  readonly distinctError: number;
  /** True when values were too many to be counted one by one: `top` is what the sample shows, and `values` is not all. */
  readonly isFull: boolean;
  /** True when some text was too long to be kept whole. */
  readonly hasAbbreviated: boolean;
  /**
   * The most frequent values, equally frequent ones by code point. Where `isFull`, only those that the sample shows often
   * enough to be no noise, their counts scaled to all rows.
   */
  top(most: number): readonly ValueCount[];
  /** Ascending by code point; none where `isFull`. */
  values(): readonly string[];
}

export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

/** Finite numbers in ascending order, each once with how often it stands there. */
export interface NumberDistribution {
  readonly values: Float64Array;
  readonly counts: Float64Array;
  /** Sum of `counts`. */
  readonly total: number;
  /** Null where these are all numbers of the column; else they are those of the sample. */
  readonly approximate: RankError | null;
}

export interface RankError {
  /** Largest distance of a quantile's rank, as a share of all, that is passed with `confidence`. */
  readonly rankError: number;
  readonly confidence: number;
  /** Values that were sampled. */
  readonly rows: number;
}

/** What one pass over the data knows of one column. */
export interface ColumnEvidence {
  /** Values of a kind; 0 for missing. Cells that are lists count with each of their values. */
  count(kind: CellKind): number;
  /** Examples with a value. */
  readonly present: number;
  /** Values: `present`, or more where cells are lists. */
  readonly valueCount: number;
  /** How many values the examples have that have any; null where no cell is a list. */
  readonly lists: {
    readonly min: number;
    readonly max: number;
    readonly mean: number;
    /** From 1,024 values on rounded down by less than 1/512. */
    readonly sizes: NumberDistribution;
  } | null;
  /** Values that are finite numbers. */
  readonly finiteNumbers: number;
  /** Of the finite numbers; from +∞ to −∞ when there are none. */
  readonly range: { readonly min: number; readonly max: number };
  /** Finite numbers that are 0. */
  readonly zeros: number;
  /** Correctly rounded; NaN without finite numbers. Population standard deviation. */
  readonly mean: number;
  readonly deviation: number;
  /**
   * The narrowest type that every present value has. `nan` and infinities are numbers beside a finite one, and texts
   * otherwise (a person may be called Nan).
   */
  readonly type: ColumnType;
  /** True for a column of texts most of whose cells are numbers: it was probably meant to be numeric. */
  readonly isMostlyNumeric: boolean;
  /**
   * For a column of texts nearly all of which are numbers, some with a decimal comma: how many have one, and whether one
   * of them can't be anything else (every `1,234` may mean 1234, too). Null for every other column.
   */
  readonly decimalCommas: { readonly count: number; readonly certain: boolean } | null;
  /** First cells, at most 10, that are neither numbers nor missing. */
  readonly oddTexts: readonly OddCell[];
  readonly decimalCommaCells: readonly OddCell[];
  readonly infinities: readonly OddCell[];
  readonly notNumbers: readonly OddCell[];
  readonly invalidUtf8: { readonly count: number; readonly cells: readonly OddCell[] };
  /** Characters; null without values. */
  readonly lengths: { readonly min: number; readonly max: number; readonly mean: number } | null;
  /** Numbers that are equal are one value, however written (under the text that comes first); so are `true`, `TRUE`. */
  countValues(): ValueCounts;
  /** Of the finite numbers; put in order anew each time, since nothing keeps so much memory. */
  numbers(): NumberDistribution;
}

/** What one pass over the data knows of all of it, in the order of the columns. */
export interface DatasetEvidence {
  readonly examples: number;
  readonly columns: readonly ColumnEvidence[];
  /** The sample of rows and contents, for questions that go across columns. */
  readonly state: ScanState;
}
