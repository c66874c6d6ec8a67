import {
  DEFAULT_WEIGHT_DECAY,
  type OptimizerConfiguration,
  type RateSchedule,
  type TrainingConfiguration,
} from './training-configuration.ts';

/** `training.optimizer`. */
export interface RawOptimizer {
  kind?: OptimizerConfiguration['kind'];
  'learning-rate'?: number;
  momentum?: number;
  nesterov?: boolean;
  'weight-decay'?: number;
}

/** `training.schedule`. */
export interface RawSchedule {
  kind: RateSchedule['kind'];
  factor?: number;
  every?: number;
  'warm-up'?: number;
  end?: number;
  patience?: number;
  'min-delta'?: number;
  minimum?: number;
}

/** `training.clip`; one of both. */
export interface RawClipping {
  norm?: number;
  value?: number;
}

export function optimizerOf(raw: RawOptimizer = {}): OptimizerConfiguration {
  const { kind = 'adam', 'learning-rate': learningRate = 0.01, momentum = 0, nesterov } = raw;
  const weightDecay = raw['weight-decay'] ?? (kind === 'adamw' ? DEFAULT_WEIGHT_DECAY : undefined);
  return {
    kind,
    learningRate,
    ...(momentum === 0 ? {} : { momentum }),
    ...(nesterov === true ? { nesterov } : {}),
    ...(weightDecay === undefined ? {} : { weightDecay }),
  };
}

export function scheduleOf(raw: RawSchedule): RateSchedule {
  const { kind } = raw;
  if (kind === 'exponential') return { kind, factor: raw.factor ?? 0.95 };
  if (kind === 'step') return { kind, factor: raw.factor ?? 0.5, every: raw.every ?? 10 };
  if (kind === 'cosine') return { kind, warmUp: raw['warm-up'] ?? 0, end: raw.end ?? 0 };
  const { factor = 0.5, patience = 5, 'min-delta': minDelta = 0, minimum = 0 } = raw;
  return { kind, factor, patience, minDelta, minimum };
}

export function clipOf(clip: RawClipping | undefined): Pick<TrainingConfiguration, 'clip'> {
  if (clip?.norm !== undefined) return { clip: { by: 'norm', limit: clip.norm } };
  if (clip?.value !== undefined) return { clip: { by: 'value', limit: clip.value } };
  return {};
}

export function warmStartOf(
  value: string | undefined,
  resolve: (path: string) => string,
): Pick<TrainingConfiguration, 'warmStart'> {
  if (value === undefined) return {};
  return { warmStart: value === 'blessed' ? value : { folder: resolve(value) } };
}
