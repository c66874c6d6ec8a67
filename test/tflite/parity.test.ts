import { describe, expect, test } from '@jest/globals';
import type { ClassPredictions, NumberPredictions } from '../../shared/evaluation/index.ts';
import type { Transform } from '../../shared/features/index.ts';
import {
  comparePredictions,
  FLOAT32_TOLERANCE,
  float32Tolerance,
  judgeComparison,
} from '../../shared/tflite/index.ts';

function classes(probabilities: readonly (readonly number[])[]): ClassPredictions {
  return {
    task: 'multiclass-classification',
    classes: ['a', 'b', 'c'],
    actual: Int32Array.of(0, 1, 2, 0),
    probabilities: Float64Array.from(probabilities.flat()),
  };
}

function numbers(predicted: readonly number[]): NumberPredictions {
  return {
    task: 'regression',
    actual: Float64Array.of(0, 50, 100),
    predicted: Float64Array.from(predicted),
  };
}

const MODEL = classes([
  [0.7, 0.2, 0.1],
  [0.1, 0.8, 0.1],
  [0.3, 0.3, 0.4],
  [0.5, 0.4, 0.1],
]);
const FILE = classes([
  [0.7, 0.2, 0.1],
  [0.2, 0.7, 0.1],
  [0.3, 0.3, 0.4],
  [0.4, 0.5, 0.1],
]);
const LIMITS = { variants: [], microcontroller: false, minAgreement: 0.75, mayDrop: {} };

describe('comparePredictions', () => {
  test('differences, agreement and metrics of classes', () => {
    const comparison = comparePredictions(MODEL, FILE);
    expect(comparison.maxDifference).toBeCloseTo(0.1, 12);
    expect(comparison.meanDifference).toBeCloseTo(0.4 / 12, 12);
    expect([comparison.agreement, comparison.disagreements, comparison.broken]).toEqual([
      0.75, 1, 0,
    ]);
    expect(comparison.metrics.find(({ metric }) => metric === 'accuracy')).toEqual({
      metric: 'accuracy',
      model: 1,
      file: 0.75,
    });
  });

  test('numbers agree within one hundredth of the label range', () => {
    const comparison = comparePredictions(numbers([1, 50, 99]), numbers([2, 51.001, 99]));
    expect([comparison.disagreements, comparison.maxDifference]).toEqual([
      1,
      expect.closeTo(1.001, 9),
    ]);
  });

  test('an answer that is no number is a disagreement and leaves the differences finite', () => {
    const comparison = comparePredictions(numbers([1, 50, 99]), numbers([Number.NaN, 50, 99]));
    expect([comparison.broken, comparison.disagreements, comparison.maxDifference]).toEqual([
      1, 1, 0,
    ]);
    expect(judgeComparison(comparison, 'int8', { ...LIMITS, minAgreement: 0 }, 1).reason).toContain(
      '1 answer of the file is no finite number',
    );
  });
});

describe('judgeComparison', () => {
  const comparison = comparePredictions(MODEL, FILE);
  const judge = (limits: object, variant: 'float32' | 'int8' = 'int8') =>
    judgeComparison(comparison, variant, { ...LIMITS, ...limits }, FLOAT32_TOLERANCE);

  test('passes at the very limits', () => {
    expect(judge({ mayDrop: { accuracy: 0.25 } })).toEqual({
      status: 'pass',
      reason: 'it agrees with the trained model on 3 of 4 examples',
    });
  });

  test.each([
    [{ minAgreement: 0.76 }, 'on 75 % of the examples, 76 % is asked for'],
    [{ mayDrop: { accuracy: 0.2 } }, 'accuracy goes from 1 to 0.75, by more than 0.2'],
    // Less is better: a loss that rises gets worse.
    [{ mayDrop: { 'log-loss': 0.01 } }, 'log-loss goes from'],
    // Named and not computable: fail closed.
    [{ mayDrop: { rmse: 1 } }, "rmse can't be computed"],
  ])('%j fails', (limits, reason) => {
    const judged = judge(limits);
    expect(judged.status).toBe('fail');
    expect(judged.reason).toContain(reason);
  });

  test('a single-precision file must compute the same numbers', () => {
    expect(judge({}, 'float32').reason).toContain('more than the 0.00001 that rounding explains');
  });
});

test('the tolerance of a regression is in the label units', () => {
  const transform: Pick<Transform, 'label'> = {
    label: { kind: 'number', column: 'y', mean: 0, deviation: 800 },
  };
  const tolerance = float32Tolerance(transform, numbers([0, 50, 4096]));
  expect(tolerance).toBeCloseTo(0.008 + 4096 / 2 ** 22, 12);
  expect(float32Tolerance(transform, MODEL)).toBe(FLOAT32_TOLERANCE);
});
