import { describe, expect, test } from '@jest/globals';
import type { Task } from '../../shared/config/index.ts';
import type { LabelTransform } from '../../shared/features/index.ts';
import { type Activation, parseModel, taskOfModel } from '../../shared/network/index.ts';
import { SeededRandom } from '../../shared/numeric/index.ts';
import { makeModelFiles } from '../tflite/random-model.ts';

const NUMBER: LabelTransform = { kind: 'number', column: 'y', mean: 1, deviation: 2 };
const classes = (...names: string[]): LabelTransform => ({
  kind: 'classes',
  column: 'y',
  classes: names,
});

function taskOf(units: number, activation: Activation, label: LabelTransform, width = 2): Task {
  const files = makeModelFiles(
    2,
    [
      { units: 3, activation: 'relu' },
      { units, activation },
    ],
    new SeededRandom(1),
  );
  const transform = { version: 1, features: [], width, label } as const;
  return taskOfModel(parseModel(files, 'm').network, transform, 'm');
}

describe('taskOfModel', () => {
  test('tells the tasks apart by outputs, last activation and label', () => {
    expect(taskOf(1, 'linear', NUMBER)).toBe('regression');
    expect(taskOf(1, 'sigmoid', classes('a', 'b'))).toBe('binary-classification');
    expect(taskOf(2, 'softmax', classes('a', 'b'))).toBe('multiclass-classification');
    expect(taskOf(3, 'softmax', classes('a', 'b', 'c'))).toBe('multiclass-classification');
  });

  test.each<[string, () => Task]>([
    ['another width', () => taskOf(1, 'linear', NUMBER, 3)],
    ['two numbers', () => taskOf(2, 'linear', NUMBER)],
    ['a number that is a probability', () => taskOf(1, 'sigmoid', NUMBER)],
    ['one probability for three classes', () => taskOf(1, 'sigmoid', classes('a', 'b', 'c'))],
    ['another number of classes', () => taskOf(3, 'softmax', classes('a', 'b'))],
    ['classes without probabilities', () => taskOf(2, 'linear', classes('a', 'b'))],
  ])('refuses a transform of another model: %s', (_, work) => {
    expect(work).toThrow(
      /^m\/model\.json: model\.json and transform\.json do not belong together: .*train again\.$/,
    );
  });
});
