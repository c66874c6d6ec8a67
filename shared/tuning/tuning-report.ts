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
  /** Ranked: by validation loss, of equals the lowest number first; those that diverged last. */
  readonly trials: readonly TrialResult[];
}

/** By validation loss, of equals the lowest number first; those that diverged last. */
export function rankTrials(results: readonly TrialResult[]): TrialResult[] {
  const lossOf = (result: TrialResult) =>
    result.status === 'trained' ? result.validationLoss : Number.POSITIVE_INFINITY;
  return [...results].sort(
    (one, other) =>
      Number(one.status === 'diverged') - Number(other.status === 'diverged') ||
      (lossOf(one) === lossOf(other) ? one.trial - other.trial : lossOf(one) - lossOf(other)),
  );
}

/** Null when every trial diverged. */
export function bestTrial(results: readonly TrialResult[]): TrainedTrial | null {
  const [first] = rankTrials(results);
  return first?.status === 'trained' ? first : null;
}

export function isDiverged(result: TrialResult): result is DivergedTrial {
  return result.status === 'diverged';
}
