import type { Task } from '../config/index.ts';

/** What a model said of each evaluation example, and what was true. */
export type Predictions = ClassPredictions | NumberPredictions;

export interface ClassPredictions {
  readonly task: Exclude<Task, 'regression'>;
  /** Sorted as in the transform; two for a binary task, the second is the positive one. */
  readonly classes: readonly string[];
  /** Index into `classes`. */
  readonly actual: Int32Array;
  /** Row-major `examples × classes`; each row sums to 1, for a binary task too. */
  readonly probabilities: Float64Array;
}

export interface NumberPredictions {
  readonly task: 'regression';
  /** In the label's own units. */
  readonly actual: Float64Array;
  readonly predicted: Float64Array;
}
