import {
  type NetworkTraining,
  type ParameterValue,
  type SearchDimension,
  TUNABLE_FIELDS,
  type TuningConfiguration,
} from '../config/index.ts';
import { SeededRandom } from '../numeric/index.ts';
import type { TrialParameters } from './trials.ts';

/**
 * Decimal digits of a number that was drawn: enough to search by, short enough to be copied into mlops.yml. They also
 * take away the last bits of `exp` and `log`, in which JavaScript engines may differ.
 */
const DIGITS = 6;

/**
 * The parameters of trial `trial` (from 1), each drawn independently and uniformly on its scale (random search: Bergstra
 * and Bengio 2012). They depend on the seed, the trial's number and the field's own values alone: neither the number of
 * trials nor the machines that share them nor another field in the search space changes them.
 */
export function drawParameters(
  { seed, search }: Pick<TuningConfiguration, 'seed' | 'search'>,
  trial: number,
): TrialParameters {
  return Object.fromEntries(
    TUNABLE_FIELDS.flatMap((field) => {
      const dimension = search[field];
      if (dimension === undefined) return [];
      return [[field, draw(dimension, new SeededRandom(seed, `trial ${trial} ${field}`))]];
    }),
  );
}

function draw(dimension: SearchDimension, random: SeededRandom): ParameterValue {
  if (dimension.kind === 'values') {
    return dimension.values[random.integer(dimension.values.length)] as ParameterValue;
  }
  const { from, to, scale, integers } = dimension;
  // A whole number stands for the unit that begins with it, so that each is as likely as the next.
  const end = integers ? to + 1 : to;
  const at = random.uniform();
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
  } = parameters;
  return {
    ...training,
    optimizer: { kind, learningRate },
    batchSize,
    l2,
    architecture: applyToArchitecture(training.architecture, parameters),
  } as NetworkTraining;
}

function applyToArchitecture(
  architecture: NetworkTraining['architecture'],
  parameters: TrialParameters,
) {
  if (architecture.kind === 'linear') return architecture;
  const {
    'training.architecture.hidden': hidden = architecture.hidden,
    'training.architecture.activation': activation = architecture.activation,
    'training.architecture.dropout': dropout = architecture.dropout,
  } = parameters;
  return { ...architecture, hidden, activation, dropout };
}
