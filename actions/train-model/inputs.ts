import { type InputReader, MOST_PARTS, type Part } from '../../shared/action/index.ts';
import type { ConfigurationRequest } from '../../shared/config/index.ts';

export interface TrainModelInputs {
  readonly configuration: ConfigurationRequest;
  /** The share of the trials to run, in the place of a training. */
  readonly trials?: Part;
  /** Train by the best trial of this many parts. */
  readonly bestTrial?: number;
}

export function parseInputs(reader: InputReader): TrainModelInputs {
  reader.text('artifact-name');
  const trials = reader.part('trials');
  const bestTrial = reader.integer('best-trial', { min: 1, max: MOST_PARTS });
  if (trials !== undefined && bestTrial !== undefined) {
    reader.refuse(
      'best-trial',
      'and "trials" are given at once',
      'run the trials in their own jobs or steps, and best-trial after them',
    );
  }
  return {
    configuration: reader.configuration({
      data: 'data.path',
      label: 'data.label',
      seed: 'training.seed',
      epochs: 'training.epochs',
      cache: 'training.cache',
    }),
    ...(trials === undefined ? {} : { trials }),
    ...(bestTrial === undefined ? {} : { bestTrial }),
  };
}
