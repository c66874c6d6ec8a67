import type { TuningMethod } from '../config/index.ts';
import type { DivergedTrial, TrainedTrial, TrialResult } from './trials.ts';

/** `tuning.json`: every trial, the best first. */
export interface TuningReport {
  readonly version: 1;
  /** How the parameters were chosen. */
  readonly method: TuningMethod;
  /** Decided the parameters. */
  readonly seed: number;
  /** The trial that the model was trained by again. */
  readonly best: number;
  /** Ranked as by `rankTrials`. */
  readonly trials: readonly TrialResult[];
}

/** By validation loss, of equals the lowest number first; behind them those that were stopped, then those that diverged. */
export function rankTrials(results: readonly TrialResult[]): TrialResult[] {
  const lossOf = (result: TrialResult) =>
    result.status === 'trained' ? result.validationLoss : Number.POSITIVE_INFINITY;
  return [...results].sort(
    (one, other) =>
      groupOf(one) - groupOf(other) ||
      (lossOf(one) === lossOf(other) ? one.trial - other.trial : lossOf(one) - lossOf(other)),
  );
}

function groupOf(result: TrialResult): number {
  if (result.status === 'diverged') return 2;
  return result.stopped === true ? 1 : 0;
}

/** Null when every trial diverged. */
export function bestTrial(results: readonly TrialResult[]): TrainedTrial | null {
  const [first] = rankTrials(results);
  return first?.status === 'trained' ? first : null;
}

export function isDiverged(result: TrialResult): result is DivergedTrial {
  return result.status === 'diverged';
}
