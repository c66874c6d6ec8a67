import type { RawConfiguration } from './defaults.ts';
import type { FieldPath } from './schema-problems.ts';
import type { FeatureElimination } from './training-configuration.ts';

export interface RawElimination {
  'min-features'?: number;
  repeats?: number;
  'max-trainings'?: number;
}

/** Models that an elimination trains at most, unless it is told. */
const DEFAULT_MOST_TRAININGS = 100;

export function eliminationOf(raw: RawElimination): FeatureElimination {
  return {
    minFeatures: raw['min-features'] ?? 1,
    repeats: raw.repeats ?? 5,
    maxTrainings: raw['max-trainings'] ?? DEFAULT_MOST_TRAININGS,
  };
}

/** Fewer than two models for each fold drop nothing. */
export function checkElimination(
  training: RawConfiguration['training'],
  report: (path: FieldPath, what: string, remedy: string) => void,
): void {
  const elimination = training?.['feature-elimination'];
  if (training === undefined || elimination === undefined) return;
  const path = ['training', 'feature-elimination'];
  const kind = training.architecture?.kind ?? 'mlp';
  if (kind !== 'linear' && kind !== 'mlp' && kind !== 'command') {
    report(
      path,
      `Models of kind: ${kind} can't do without some of their features`,
      'remove it, or choose kind: mlp or linear',
    );
  }
  const { 'max-trainings': most = DEFAULT_MOST_TRAININGS } = elimination;
  const folds =
    training['cross-validation'] === undefined ? 0 : (training['cross-validation'].folds ?? 5);
  const fewest = 2 * (1 + folds);
  if (most < fewest) {
    report(
      [...path, ...(elimination['max-trainings'] === undefined ? [] : ['max-trainings'])],
      `${most} trainings are too few: each of ${folds} folds and the model itself need two`,
      `write ${fewest} or more`,
    );
  }
}
