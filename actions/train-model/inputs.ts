import { type InputReader, MOST_PARTS, type Part } from '../../shared/action/index.ts';
import type { ConfigurationRequest } from '../../shared/config/index.ts';

export interface TrainModelInputs {
  readonly configuration: ConfigurationRequest;
  /** The share of the trials to run, in the place of a training. */
  readonly trials?: Part;
  /** Train by the best trial of this many parts. */
  readonly bestTrial?: number;
  /** Train again what a run record tells of, and compare. */
  readonly rebuild?: 'verify';
  /** The run record of the rebuild; left out: that of the output directory. */
  readonly record?: string;
}

/** What a rebuild takes from the record. */
const RECORDED_INPUTS = [
  'data',
  'label',
  'seed',
  'epochs',
  'cache',
  'trials',
  'best-trial',
] as const;

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
  const rebuild = reader.choice('rebuild', ['verify']);
  const record = reader.text('record');
  if (record !== undefined && rebuild === undefined) {
    reader.refuse('record', 'is given without "rebuild"', 'add rebuild: verify');
  }
  if (rebuild !== undefined) {
    for (const name of RECORDED_INPUTS) {
      if (reader.text(name) === undefined) continue;
      reader.refuse(name, 'and "rebuild" are given at once', 'leave it out: the record decides');
    }
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
    ...(rebuild === undefined ? {} : { rebuild }),
    ...(record === undefined ? {} : { record }),
  };
}
