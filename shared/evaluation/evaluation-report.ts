import type { MetricName, Outcome, Task, Verdict } from '../config/index.ts';

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
  readonly baseline?: {
    readonly path: string;
    readonly modelDigest: string;
    readonly metrics: readonly MetricValue[];
  };
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
  /** Candidate − baseline. */
  readonly change?: number | null;
  readonly changeInterval?: readonly [low: number, high: number];
  /** Why, in one sentence. */
  readonly reason: string;
}
