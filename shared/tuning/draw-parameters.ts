import {
  type NetworkTraining,
  type ParameterValue,
  type RateSchedule,
  type SearchDimension,
  scheduleOf,
  TUNABLE_FIELDS,
  type TuningConfiguration,
} from '../config/index.ts';
import { SeededRandom } from '../numeric/index.ts';
import { scrambledSobol } from './sobol.ts';
import type { TrialParameters } from './trials.ts';

/**
 * Decimal digits of a number that was drawn: enough to search by, short enough to be copied into mlops.yml. They also
 * take away the last bits of `exp` and `log`, in which JavaScript engines may differ.
 */
const DIGITS = 6;

/**
 * The parameters of trial `trial` (from 1), each uniform on its scale: drawn independently (random search: Bergstra and
 * Bengio 2012), or as the point of a scrambled Sobol sequence, which leaves no part of the space empty. They depend on the
 * method, the seed, the trial's number and the field's own values alone: neither the number of trials nor the machines
 * that share them nor another field in the search space changes them.
 */
export function drawParameters(
  { method, seed, search }: Pick<TuningConfiguration, 'method' | 'seed' | 'search'>,
  trial: number,
): TrialParameters {
  return Object.fromEntries(
    TUNABLE_FIELDS.flatMap((field, place) => {
      const dimension = search[field];
      if (dimension === undefined) return [];
      const value =
        method === 'sobol'
          ? // A field has a dimension of its own, whichever others are searched.
            valueAt(dimension, scrambledSobol(trial - 1, place, { seed, stream: `sobol ${field}` }))
          : drawValue(dimension, new SeededRandom(seed, `trial ${trial} ${field}`));
      return [[field, value]];
    }),
  );
}

function drawValue(dimension: SearchDimension, random: SeededRandom): ParameterValue {
  return dimension.kind === 'values'
    ? (dimension.values[random.integer(dimension.values.length)] as ParameterValue)
    : valueAt(dimension, random.uniform());
}

/** The value that lies at the share `at` (0 ≤ at < 1) of a dimension. */
function valueAt(dimension: SearchDimension, at: number): ParameterValue {
  if (dimension.kind === 'values') {
    return dimension.values[Math.floor(at * dimension.values.length)] as ParameterValue;
  }
  const { from, to, scale, integers } = dimension;
  // A whole number stands for the unit that begins with it, so that each is as likely as the next.
  const end = integers ? to + 1 : to;
  const value =
    scale === 'log'
      ? Math.exp(Math.log(from) + at * (Math.log(end) - Math.log(from)))
      : from + at * (end - from);
  const rounded = integers ? Math.floor(value) : Number(value.toPrecision(DIGITS));
  return Math.min(to, Math.max(from, rounded));
}

/** `training` with the parameters of a trial in the place of its own. */
export function applyParameters(
  training: NetworkTraining,
  parameters: TrialParameters,
): NetworkTraining {
  const {
    'training.optimizer.learning-rate': learningRate = training.optimizer.learningRate,
    'training.optimizer.kind': kind = training.optimizer.kind,
    'training.batch-size': batchSize = training.batchSize,
    'training.l2': l2 = training.l2,
    'training.l1': l1 = training.l1 ?? 0,
    'training.clip.norm': norm,
    'training.optimizer.momentum': momentum = training.optimizer.momentum ?? 0,
    'training.optimizer.weight-decay': weightDecay = training.optimizer.weightDecay,
  } = parameters;
  const { momentum: _momentum, ...optimizer } = training.optimizer;
  const { l1: _l1, schedule: _schedule, ...rest } = training;
  return {
    ...rest,
    optimizer: {
      ...optimizer,
      kind,
      learningRate,
      ...(momentum === 0 ? {} : { momentum }),
      ...(weightDecay === undefined ? {} : { weightDecay }),
    },
    ...(l1 === 0 ? {} : { l1 }),
    ...(norm === undefined ? {} : { clip: { by: 'norm', limit: norm } }),
    ...scheduleFor(training, parameters['training.schedule.kind'] as ScheduleKind | undefined),
    batchSize,
    l2,
    architecture: applyToArchitecture(training.architecture, parameters),
  } as NetworkTraining;
}

type ScheduleKind = RateSchedule['kind'] | 'none';

/** The configured schedule where it is of the kind, otherwise one with the kind's defaults. */
function scheduleFor(
  { schedule }: NetworkTraining,
  kind: ScheduleKind = schedule?.kind ?? 'none',
): Pick<NetworkTraining, 'schedule'> {
  if (kind === 'none') return {};
  return { schedule: schedule?.kind === kind ? schedule : scheduleOf({ kind }) };
}

function applyToArchitecture(
  architecture: NetworkTraining['architecture'],
  parameters: TrialParameters,
) {
  if (architecture.kind === 'linear' || architecture.kind === 'module') return architecture;
  const {
    'training.architecture.hidden': hidden = architecture.hidden,
    'training.architecture.activation': activation = architecture.activation,
    'training.architecture.dropout': dropout = architecture.dropout,
  } = parameters;
  if (!('embedding' in architecture)) return { ...architecture, hidden, activation, dropout };
  const { 'training.architecture.embedding': embedding = architecture.embedding } = parameters;
  return { ...architecture, hidden, activation, dropout, embedding };
}
