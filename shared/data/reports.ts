import type { DigestedFile } from '../lineage/index.ts';
import type { Measure } from './data-schema.ts';

/** `statistics.json`: what the data looks like. */
export interface StatisticsReport {
  readonly version: 1;
  readonly files: readonly DigestedFile[];
  readonly examples: number;
  readonly columns: readonly ColumnStatistics[];
}

export interface ColumnStatistics {
  readonly name: string;
  readonly type: ColumnType;
  /** Present cells and missing ones add up to the number of examples. */
  readonly present: number;
  readonly missing: number;
  /** Exact up to the limit named in `distinctIsLowerBound`. */
  readonly distinct: number;
  /** True when counting stopped at the limit (100,000 values), so that `distinct` is a lower bound. */
  readonly distinctIsLowerBound: boolean;
  /**
   * Most frequent values, most frequent first, at most 20; numbers as they stand in the file. Where counting stopped at
   * the limit, only values that are certain to be among the most frequent.
   */
  readonly top: readonly { readonly value: string; readonly count: number }[];
  /**
   * Up to 1,000 of the most frequent values with how often they stand there, where `top` doesn't hold all of them: what
   * later data is compared with. Left out where counting stopped at the limit.
   */
  readonly frequencies?: readonly { readonly value: string; readonly count: number }[];
  /** For integer and number columns: over the cells that are finite numbers. */
  readonly numeric?: NumericStatistics;
  /** For string columns: characters. */
  readonly text?: {
    readonly minLength: number;
    readonly maxLength: number;
    readonly meanLength: number;
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
  /** At 0.05, 0.25, 0.5, 0.75, 0.95, by linear interpolation (NumPy's default). */
  readonly quantiles: readonly { readonly q: number; readonly value: number }[];
  /**
   * Ten buckets of equal width from min to max; the last one holds its upper edge. For an integer column from min to at
   * most min + 9 a bucket for each whole number, and one bucket when min is max: there `low` and `high` are that number.
   */
  readonly histogram: readonly {
    readonly low: number;
    readonly high: number;
    readonly count: number;
  }[];
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
