import type { MetricName, Outcome, Task, Verdict } from '../config/index.ts';
import type { BaselineEntry } from '../lineage/index.ts';

/** `evaluation.json`: how good the model is and what the gates say. */
export interface EvaluationReport {
  readonly version: 1;
  readonly task: Task;
  readonly verdict: Verdict;
  readonly outcome: Outcome;
  /** Why, in one sentence without markup. */
  readonly reason: string;
  readonly modelDigest: string;
  readonly examples: number;
  readonly metrics: readonly MetricValue[];
  readonly gates: readonly GateResult[];
  readonly slices: readonly SliceResult[];
  /** Classification only. */
  readonly confusion?: {
    readonly classes: readonly string[];
    /** `counts[actual][predicted]`. */
    readonly counts: readonly (readonly number[])[];
  };
  /** Regression only: at most 500 pairs, evenly picked, for a picture. */
  readonly scatter?: readonly { readonly actual: number; readonly predicted: number }[];
  readonly baseline?: BaselineEntry & { readonly metrics: readonly MetricValue[] };
  /** How the intervals were made, with the number of resamples and the seed. */
  readonly intervals: string;
}

export interface MetricValue {
  readonly metric: MetricName;
  /** Null where it has no meaning, e.g. ROC AUC of a sample with one class; `reason` says why. */
  readonly value: number | null;
  /** 95 % interval. */
  readonly interval?: readonly [low: number, high: number];
  readonly reason?: string;
}

export interface SliceResult {
  /** Column to value, in the order of the configuration. */
  readonly slice: Readonly<Record<string, string>>;
  readonly examples: number;
  readonly metrics: readonly MetricValue[];
  readonly baseline?: readonly MetricValue[];
}

export interface GateResult {
  /** As a person would say it: `accuracy ≥ 0.95`, `accuracy may drop 0.01 (95 %), sex = female`. */
  readonly gate: string;
  readonly metric: MetricName;
  readonly slice?: Readonly<Record<string, string>>;
  readonly examples: number;
  /** `skipped`: fewer examples than `min-examples`; `no-baseline`: nothing to compare with. */
  readonly status: 'pass' | 'fail' | 'warn' | 'no-baseline' | 'skipped';
  readonly value: number | null;
  readonly interval?: readonly [low: number, high: number];
  readonly baselineValue?: number | null;
  /** Where the gate draws the line, in the metric's units: its limit, or the baseline moved by what it may lose. */
  readonly threshold?: number | null;
  /** Candidate − baseline. */
  readonly change?: number | null;
  /** At the gate's own confidence where it names one, else 95 %. */
  readonly changeInterval?: readonly [low: number, high: number];
  /**
   * How much worse the model would have to be for this gate to fail with a probability (power) of 80 %, in the metric's
   * units and positive: what a sample of this size can show.
   */
  readonly detectableChange?: number;
  /** The gate of the configuration that this is a result of; a gate over slices has one for each of them. */
  readonly configured?: {
    /** Its place in the list, from 0. */
    readonly index: number;
    /** As `gate`, before slices are put in: `accuracy may drop 0.01 (95 %), each sex`. */
    readonly text: string;
  };
  /** Why, in one sentence. */
  readonly reason: string;
}
