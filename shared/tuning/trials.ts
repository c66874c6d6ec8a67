import type { ParameterValue, TunableField } from '../config/index.ts';
import type { EngineEntry } from '../lineage/index.ts';

/** By the field of mlops.yml that each takes the place of. */
export type TrialParameters = Readonly<Partial<Record<TunableField, ParameterValue>>>;

/** How one trial ended. Holds nothing that differs from machine to machine: a trial that is run again gives the same. */
export type TrialResult = TrainedTrial | DivergedTrial;

export interface TrainedTrial {
  /** From 1. */
  readonly trial: number;
  readonly parameters: TrialParameters;
  readonly status: 'trained';
  /** Of the best epoch; what trials are compared by. */
  readonly validationLoss: number;
  /** Not for a regression. */
  readonly validationAccuracy?: number;
  readonly epochs: number;
  readonly bestEpoch: number;
  /** Successive halving ended it: others were better after as many epochs. */
  readonly stopped?: true;
}

/** The loss stopped being a number: a finding about these parameters, not a fault. */
export interface DivergedTrial {
  readonly trial: number;
  readonly parameters: TrialParameters;
  readonly status: 'diverged';
  readonly reason: string;
}

/** What trials must have in common to be compared. */
export interface TrialsOrigin {
  /** Digest of the data files and of how they are read and split. */
  readonly data: string;
  /** Digest of the training section, its tuned fields included, and of the task. */
  readonly training: string;
  /** Digest of the tuning section. */
  readonly tuning: string;
  /** Digest of the code that trains. */
  readonly code: string;
  readonly engine: EngineEntry;
}

/** `trials/<part>-of-<of>.json`: one machine's share of the trials. */
export interface TrialsFile {
  readonly version: 1;
  readonly part: number;
  readonly of: number;
  /** Trials of all parts together. */
  readonly trials: number;
  readonly origin: TrialsOrigin;
  /** Ascending by number. */
  readonly results: readonly TrialResult[];
}

/** Place of a part in the output directory. */
export function trialsPath(part: number, of: number): string {
  return `trials/${part}-of-${of}.json`;
}

/**
 * Numbers of the trials that part `part` of `of` runs: every `of`-th bracket, so that all parts have about as many. A bracket
 * has so many trials with numbers in a row.
 */
export function shareOfTrials(trials: number, part: number, of: number, bracket = 1): number[] {
  const share: number[] = [];
  for (let first = 1 + (part - 1) * bracket; first <= trials; first += of * bracket) {
    for (let trial = first; trial <= Math.min(trials, first + bracket - 1); trial++) {
      share.push(trial);
    }
  }
  return share;
}
