import type { DigestedFile } from '../lineage/index.ts';

/** `drift.json`: how far the current data is from the reference. */
export interface DriftReport {
  readonly version: 1;
  /**
   * `insufficient-data`: one of the data sets has fewer rows than `min-examples`, or no column can be compared; then no
   * column counts as drifted.
   */
  readonly status: 'drift' | 'no-drift' | 'insufficient-data';
  /** Why, in one sentence. */
  readonly reason: string;
  readonly reference: DriftSample;
  readonly current: DriftSample;
  readonly driftedColumns: number;
  /** Drifted columns among those that can be compared, 0 … 1. */
  readonly driftShare: number;
  readonly driftShareThreshold: number;
  readonly falseDiscoveryRate: number;
  /** Most drifted first. */
  readonly columns: readonly ColumnDrift[];
  /** Columns that are in one of the data sets alone. */
  readonly onlyInReference: readonly string[];
  readonly onlyInCurrent: readonly string[];
}

export interface DriftSample {
  readonly files: readonly DigestedFile[];
  readonly examples: number;
}

export type DriftMethod =
  | 'kolmogorov-smirnov'
  | 'chi-square'
  | 'two-proportion-z'
  | 'wasserstein'
  | 'jensen-shannon';

export interface ColumnDrift {
  readonly column: string;
  readonly kind: 'numeric' | 'categorical';
  readonly method: DriftMethod;
  /** The formula with what it was computed from, in words. */
  readonly formula: string;
  readonly statistic: number;
  /** For tests; absent for distances. */
  readonly pValue?: number;
  /** Benjamini–Hochberg over the tests of this report. */
  readonly adjustedPValue?: number;
  /** What `adjustedPValue` (at or below) or `statistic` (at or above) is compared with. */
  readonly threshold: number;
  readonly drifted: boolean;
  /**
   * `false` where the values can't be compared, as those of an identifier, and left out otherwise. Such a column neither
   * drifted nor stayed the same, and counts in no share.
   */
  readonly comparable?: false;
  /** Where the numbers alone don't tell why the column is called drifted or not. */
  readonly reason?: string;
  readonly referencePresent: number;
  readonly currentPresent: number;
  readonly referenceMissing: number;
  readonly currentMissing: number;
  /** Shares per bucket, for a picture: same labels for both; numeric buckets are intervals. */
  readonly buckets: readonly {
    readonly label: string;
    readonly reference: number;
    readonly current: number;
  }[];
  /** Numeric columns. */
  readonly means?: { readonly reference: number; readonly current: number };
}
