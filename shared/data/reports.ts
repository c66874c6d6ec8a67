import type { DigestedFile } from '../lineage/index.ts';
import type { RankError } from './column-evidence.ts';
import type { Measure } from './data-schema.ts';
import type { Bucket } from './number-distribution.ts';

/** `statistics.json`: what the data looks like. */
export interface StatisticsReport {
  readonly version: 1;
  readonly files: readonly DigestedFile[];
  readonly examples: number;
  /** Rows of the sample that some figures come from; left out where it is all rows. */
  readonly sample?: RankError;
  readonly repeatedRows: RepeatedRows;
  /** Where the configuration names one; each column then has its `weighted`. */
  readonly weight?: {
    readonly column: string;
    /** Sum of the weights of all rows. */
    readonly total: number;
    /** Where weighted figures come from the sample: `rows` are those that it is worth, being weighted (Kish). */
    readonly approximate?: RankError;
  };
  readonly columns: readonly ColumnStatistics[];
  /** Of pairs of numeric columns; left out when there are none. */
  readonly correlations?: readonly Correlation[];
  /** Those that the configuration asks for, the largest first, at most 100. */
  readonly slices?: readonly SliceStatistics[];
  /** Left out where there are none. */
  readonly omittedSlices?: OmittedSlices;
}

/** Rows that share values. */
export interface SliceStatistics {
  /** Column to value, or to a range of a column with many numbers. */
  readonly slice: Readonly<Record<string, string>>;
  readonly examples: number;
  /** Of `examples`, where all figures are those of a sample, and counts are scaled to all rows. */
  readonly standardError?: number;
  /** The rows of the sample that are in the slice; left out where figures are exact. */
  readonly approximate?: RankError;
  /** Where the configuration names a column of weights; each column then has its `weighted`. */
  readonly weight?: {
    /** Sum of the weights of the slice's rows. */
    readonly total: number;
    /** Of `total`, where it comes from the sample. */
    readonly standardError?: number;
    /** The rows of equal weight that those of the sample in the slice are worth (Kish). */
    readonly approximate?: RankError;
  };
  readonly columns: readonly SliceColumn[];
}

/** Of lists only how many there are; no top values of columns with whole numbers beyond 2⁵³. */
export interface SliceColumn extends Pick<ColumnStatistics, 'numeric' | 'text' | 'weighted'> {
  readonly name: string;
  /** Of the whole column. */
  readonly type: ColumnType;
  readonly present: number;
  readonly missing: number;
  /** Different values, numbers by their value; left out where the sample is not all rows. */
  readonly distinct?: number;
  /** At most 10. */
  readonly top?: ColumnStatistics['top'];
}

/** Slices beyond those that a report can hold, and those with a value that is too long or too rare to be kept. */
export interface OmittedSlices {
  readonly count: number;
  /** The largest, at most 100. */
  readonly largest: readonly Pick<SliceStatistics, 'slice' | 'examples'>[];
}

/** Rows that are equal to an earlier one in every column. */
export interface RepeatedRows {
  readonly count: number;
  /** Where `count` is estimated: from 16,385 different rows on. */
  readonly standardError?: number;
}

/** Over `rows` rows in which both columns have a finite number. */
export interface Correlation {
  readonly columns: readonly [string, string];
  readonly rows: number;
  readonly pearson: number;
  readonly spearman: number;
}

export interface ColumnStatistics {
  readonly name: string;
  readonly type: ColumnType;
  /** Present cells and missing ones add up to the number of examples. */
  readonly present: number;
  readonly missing: number;
  /** How many values examples have that have any; left out where no cell is a list. All else counts values. */
  readonly valuesPerExample?: {
    readonly min: number;
    readonly max: number;
    readonly mean: number;
    /** As those of numbers; from 1,024 values on too low by less than 1/512. */
    readonly quantiles: NumericStatistics['quantiles'];
  };
  /** Cells whose bytes are no UTF-8; left out when there are none. */
  readonly invalidUtf8?: number;
  /** Different values. */
  readonly distinct: number;
  /** Relative standard error of `distinct`; left out where it is exact. */
  readonly distinctError?: number;
  /**
   * Most frequent values, most frequent first, at most 20; numbers as they stand in the file. Where values were too many
   * to be counted one by one, only those that the sample shows often enough, their counts scaled to all rows.
   */
  readonly top: readonly { readonly value: string; readonly count: number }[];
  /**
   * For string and boolean columns: up to 1,000 of the most frequent values, where `top` doesn't hold all of them: what
   * later data is compared with.
   */
  readonly frequencies?: readonly { readonly value: string; readonly count: number }[];
  /** Where quantiles, histograms and frequent values come from a sample of the column's values. */
  readonly approximate?: RankError;
  /** For integer and number columns: over the cells that are finite numbers. */
  readonly numeric?: NumericStatistics;
  /** For string columns: characters. */
  readonly text?: {
    readonly minLength: number;
    readonly maxLength: number;
    readonly meanLength: number;
  };
  /** Where the configuration names a column of weights. */
  readonly weighted?: WeightedStatistics;
}

/** What a column is when each row counts as often as its weight says. */
export interface WeightedStatistics {
  /** Weight of the rows with a value, and of those without. */
  readonly present: number;
  readonly missing: number;
  /** The heaviest values, at most 20, of a slice 10; none for lists and whole numbers beyond 2⁵³. */
  readonly top?: readonly { readonly value: string; readonly weight: number }[];
  /** Of finite numbers, as far as any has a weight. */
  readonly numeric?: {
    readonly mean: number;
    /** Population standard deviation. */
    readonly deviation: number;
    /** The least value up to which a share q of the weight lies (NumPy's inverted_cdf). */
    readonly quantiles: NumericStatistics['quantiles'];
  };
}

export type ColumnType = 'integer' | 'number' | 'boolean' | 'string';

export interface NumericStatistics {
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Population standard deviation (n, not n − 1), as TFDV has it. */
  readonly deviation: number;
  readonly zeros: number;
  /** Cells that say `nan`; left out when there are none. They are in none of the other figures. */
  readonly notANumber?: number;
  /** Infinite cells; left out when there are none. They are in none of the other figures. */
  readonly infinite?: number;
  /** At 0.05, 0.1, 0.2, 0.25, 0.3 … 0.75, 0.8, 0.9, 0.95, by linear interpolation (NumPy's default). */
  readonly quantiles: readonly { readonly q: number; readonly value: number }[];
  /**
   * Ten buckets of equal width from min to max; the last one holds its upper edge. For an integer column from min to at
   * most min + 9 a bucket for each whole number, and one bucket when min is max: there `low` and `high` are that number.
   */
  readonly histogram: readonly Bucket[];
  /** Ten buckets from decile to decile; each holds its lower edge, the last one its upper edge, too. */
  readonly quantileHistogram: readonly Bucket[];
}

/** `anomalies.json`: where the data breaks its schema. */
export interface AnomaliesReport {
  readonly version: 1;
  /** Path of the schema that was applied; null when it was inferred from this very data. */
  readonly schema: string | null;
  readonly examples: number;
  /** Errors first, then by column in file order. */
  readonly anomalies: readonly Anomaly[];
  /** With other data, as far as the configuration names some. */
  readonly comparisons?: readonly Comparison[];
}

/** How far the data is from other data: figures whether or not the schema sets thresholds. */
export interface Comparison {
  /** Earlier data (drift), what the model is served (skew), or the same data before a change. */
  readonly with: 'reference' | 'serving' | 'previous-version';
  /** Its data files, or the file with its statistics. */
  readonly files: readonly string[];
  readonly examples: {
    readonly current: number;
    readonly control: number;
    /** `current` / `control`; null where that is 0. */
    readonly ratio: number | null;
  };
  /** In the order of the data's columns, then those that only the control has. */
  readonly columns: readonly ColumnComparison[];
}

export interface ColumnComparison {
  readonly column: string;
  /** What was compared; null where nothing can be, and `reason` says why. */
  readonly kind: 'numeric' | 'categorical' | null;
  readonly reason?: string;
  /** The column in the other data; left out where it has none. */
  readonly control?: ControlColumn;
  readonly measures: readonly MeasuredDifference[];
}

export interface ControlColumn {
  readonly present: number;
  readonly missing: number;
  /** Of numbers. */
  readonly mean?: number;
  readonly deviation?: number;
  readonly histogram?: NumericStatistics['histogram'];
  /** Of categories: at most 20. */
  readonly top?: ColumnStatistics['top'];
}

export interface MeasuredDifference {
  readonly measure: Measure;
  /** 0 (equal) to 1. */
  readonly value: number;
  /** The value of the column, or the bucket, that differs most; of measures that look at one. */
  readonly at?: string;
  /** Left out where the schema sets none: nothing is judged then. */
  readonly threshold?: number;
  /** Whether `value` is above the threshold. */
  readonly exceeded?: boolean;
}

export interface Anomaly {
  /** TFDV's name where it has one, e.g. `ENUM_TYPE_UNEXPECTED_STRING_VALUES`. */
  readonly type: string;
  readonly severity: 'error' | 'warning';
  /** Absent for an anomaly of the whole data set. */
  readonly column?: string;
  /** A few words, e.g. `Unexpected values`. */
  readonly title: string;
  /** What is wrong, with numbers, and what the schema asks for. */
  readonly description: string;
  /** How many examples break the rule; 0 for a rule about a whole column. */
  readonly count: number;
  /** Offending values, most frequent first, at most 10. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
  /** First places, at most 10. */
  readonly places: readonly { readonly file: string; readonly line: number }[];
}
