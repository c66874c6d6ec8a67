import type { Task } from '../config/index.ts';
import type { Transform } from '../features/index.ts';
import type { Matrix } from '../model/index.ts';

/** What a model said of each evaluation example, and what was true. */
export type Predictions = ClassPredictions | NumberPredictions;

export interface ClassPredictions {
  readonly task: Exclude<Task, 'regression'>;
  /**
   * Sorted as in the transform; for a binary task the second is the positive one. Classes that the data has and the
   * model does not know stand after them, with probability 0 everywhere: such an example is always a miss.
   */
  readonly classes: readonly string[];
  /** Index into `classes`. */
  readonly actual: Int32Array;
  /** Row-major `examples × classes`; each row sums to 1 (within single precision), for a binary task too. */
  readonly probabilities: Float64Array;
}

export interface NumberPredictions {
  readonly task: 'regression';
  /** In the label's own units. */
  readonly actual: Float64Array;
  readonly predicted: Float64Array;
}

/**
 * A model's scores and encoded labels in the terms of the data. Binary scores become two columns; standardised numbers
 * go back to the label's units. `transform.label.classes` may be longer than the model's outputs (classes that the model
 * does not know): the columns added hold 0.
 */
export function toPredictions(
  task: Task,
  transform: Pick<Transform, 'label'>,
  scores: Matrix,
  labels: Float32Array,
): Predictions {
  const { label } = transform;
  if (scores.rows !== labels.length) {
    throw new Error(`${scores.rows} rows of scores do not fit ${labels.length} labels`);
  }
  if (task === 'regression') {
    if (label.kind !== 'number') throw new Error('a regression needs a label that is a number');
    const inUnits = (value: number) => value * label.deviation + label.mean;
    return {
      task,
      actual: Float64Array.from(labels, inUnits),
      predicted: Float64Array.from(scores.data.subarray(0, scores.rows), inUnits),
    };
  }
  if (label.kind !== 'classes') throw new Error('a classification needs a label with classes');
  return {
    task,
    classes: label.classes,
    actual: Int32Array.from(labels),
    probabilities: toProbabilities(task, scores, label.classes.length),
  };
}

function toProbabilities(task: Task, scores: Matrix, classCount: number): Float64Array {
  const known = task === 'binary-classification' ? 2 : scores.columns;
  if (known > classCount) throw new Error(`${known} scores do not fit ${classCount} classes`);
  const probabilities = new Float64Array(scores.rows * classCount);
  for (let row = 0; row < scores.rows; row++) {
    const target = row * classCount;
    if (task === 'binary-classification') {
      const positive = scores.data[row * scores.columns] as number;
      probabilities[target] = 1 - positive;
      probabilities[target + 1] = positive;
    } else {
      const source = row * scores.columns;
      probabilities.set(scores.data.subarray(source, source + scores.columns), target);
    }
  }
  return probabilities;
}
