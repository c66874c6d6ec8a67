import type { Configuration, NetworkTraining } from '../../shared/config/index.ts';
import {
  classesOfCounts,
  type DroppedColumn,
  type FittedTransform,
  fitTransform,
  type Transform,
} from '../../shared/features/index.ts';
import type { LabelledMatrix, TrainingRequest } from '../../shared/model/index.ts';
import type { TrainingData } from './training-data.ts';

/** What a training starts from, fitted once for any number of trainings on the same rows. */
export interface PreparedTraining {
  readonly transform: Transform;
  readonly dropped: readonly DroppedColumn[];
  readonly train: LabelledMatrix;
  readonly validation: LabelledMatrix;
  /** Of the classes, where they don't count alike. */
  readonly classWeights?: Readonly<Record<string, number>>;
  /** Where not all examples are in memory: `train` and `validation` are then their windows. */
  readonly sources?: TrainingRequest['sources'];
  /** Gives back what the examples take beside memory; left out: nothing. */
  readonly close?: () => void;
}

export type NetworkConfiguration = Configuration & { readonly training: NetworkTraining };

/** Fits the transform on the training rows, or on the sample of them that is in memory. */
export function fitData(
  { data: { label, features, ignore }, features: kinds }: Configuration,
  { table, splits, task, streamed }: TrainingData,
): FittedTransform {
  return fitTransform(table, splits.train, {
    label,
    task,
    ignore,
    kinds,
    ...(features === undefined ? {} : { features }),
    // A class that the sample lacks is one all the same.
    ...(streamed === undefined || task === 'regression'
      ? {}
      : { fittedLabel: classesOfCounts(streamed.labels, task, table) }),
  });
}
