import type { RateSchedule, TrainingConfiguration } from './training-configuration.ts';

/** `training.schedule`. */
export interface RawSchedule {
  kind: RateSchedule['kind'];
  factor?: number;
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

export function scheduleOf(raw: RawSchedule): RateSchedule {
  const { kind } = raw;
  if (kind === 'exponential') return { kind, factor: raw.factor ?? 0.95 };
  if (kind === 'cosine') return { kind, warmUp: raw['warm-up'] ?? 0, end: raw.end ?? 0 };
  const { factor = 0.5, patience = 5, 'min-delta': minDelta = 0, minimum = 0 } = raw;
  return { kind, factor, patience, minDelta, minimum };
}

export function clipOf(clip: RawClipping | undefined): Pick<TrainingConfiguration, 'clip'> {
  if (clip?.norm !== undefined) return { clip: { by: 'norm', limit: clip.norm } };
  if (clip?.value !== undefined) return { clip: { by: 'value', limit: clip.value } };
  return {};
}
