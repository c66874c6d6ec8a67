import { describe, expect, test } from '@jest/globals';
import type { ClassPredictions, NumberPredictions } from '../../shared/evaluation/index.ts';
import type { Transform } from '../../shared/features/index.ts';
import {
  comparePredictions,
  FLOAT32_TOLERANCE,
  float32Tolerance,
  judgeComparison,
} from '../../shared/tflite/index.ts';
import { judgeSlice } from '../../shared/tflite/slice-parity.ts';

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
const PLAN = { slices: [], resamples: 200, seed: 3 };
const LIMITS = { variants: [], microcontroller: false, minAgreement: 0.75, mayDrop: {} };

describe('comparePredictions', () => {
  test('differences, agreement and metrics of classes', () => {
    const comparison = comparePredictions(MODEL, FILE, PLAN);
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
    const comparison = comparePredictions(numbers([1, 50, 99]), numbers([2, 51.001, 99]), PLAN);
    expect([comparison.disagreements, comparison.maxDifference]).toEqual([
      1,
      expect.closeTo(1.001, 9),
    ]);
  });

  test('an answer that is no number is a disagreement and leaves the differences finite', () => {
    const comparison = comparePredictions(
      numbers([1, 50, 99]),
      numbers([Number.NaN, 50, 99]),
      PLAN,
    );
    expect([comparison.broken, comparison.disagreements, comparison.maxDifference]).toEqual([
      1, 1, 0,
    ]);
    expect(judgeComparison(comparison, 'int8', { ...LIMITS, minAgreement: 0 }, 1).reason).toContain(
      '1 answer of the file is no finite number',
    );
  });
});

describe('judgeComparison', () => {
  const comparison = comparePredictions(MODEL, FILE, PLAN);
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

describe('slices', () => {
  const slice = (examples: number, disagreements: number, accuracy?: readonly number[]) => {
    const [model = 0, file = 0, ...interval] = accuracy ?? [];
    return {
      slice: { sex: 'female' },
      examples,
      disagreements,
      agreement: (examples - disagreements) / examples,
      maxDifference: 0.3,
      metrics:
        accuracy === undefined
          ? []
          : [
              {
                metric: 'accuracy' as const,
                model,
                file,
                ...(interval.length === 2
                  ? { changeInterval: interval as unknown as [number, number] }
                  : {}),
              },
            ],
    };
  };
  const limits = { ...LIMITS, minAgreement: 0.95, mayDrop: { accuracy: 0.01 } };

  test.each([
    // P(X ≥ k) where each example disagrees with a probability of 5 %: SciPy 1.17.1, binom.sf(k − 1, n, 0.05).
    ['1 of 1: 0.05', slice(1, 1), 'warn'],
    ['2 of 10: 0.086', slice(10, 2), 'warn'],
    ['3 of 10: 0.012', slice(10, 3), 'fail'],
    ['5 of 100, as often as allowed', slice(100, 5), 'pass'],
    ['a drop that its interval makes sure', slice(100, 0, [0.9, 0.8, -0.15, -0.05]), 'fail'],
    ['a drop that could be chance', slice(100, 0, [0.9, 0.88, -0.05, 0]), 'warn'],
    ['a drop in too few examples', slice(5, 0, [1, 0.8]), 'warn'],
    ['a drop of what is allowed', slice(100, 0, [0.98, 0.97, -0.05, 0]), 'pass'],
    ['a metric that is not defined here', slice(100, 0), 'pass'],
  ] as const)('%s', (_, given, status) => {
    const judged = judgeSlice(given, limits);
    expect(judged.status).toBe(status);
    expect(judged.reason === undefined).toBe(status === 'pass');
    expect(judged.reason?.includes('could be chance') ?? false).toBe(status === 'warn');
  });

  test('where every example has to agree one that does not is proof', () => {
    expect(judgeSlice(slice(3, 1), { ...limits, minAgreement: 1 }).status).toBe('fail');
  });

  test('of a loss the lower end is the better one', () => {
    const pair = { metric: 'log-loss' as const, model: 0.1, file: 0.5 };
    const judge = (low: number) =>
      judgeSlice(
        { ...slice(50, 0), metrics: [{ ...pair, changeInterval: [low, 0.6] as const }] },
        { ...limits, mayDrop: { 'log-loss': 0.2 } },
      ).status;
    expect([judge(0.3), judge(0.1)]).toEqual(['fail', 'warn']);
  });

  test('a file that fails in a slice fails, and names it', () => {
    const places = [Int32Array.of(0, 1, 2), Int32Array.of(3)];
    const plan = {
      ...PLAN,
      slices: places.map((part, index) => ({ slice: { sex: `${index}` }, places: part })),
    };
    const comparison = comparePredictions(MODEL, FILE, plan);
    expect(
      comparison.slices.map(({ examples, disagreements }) => [examples, disagreements]),
    ).toEqual([
      [3, 0],
      [1, 1],
    ]);
    const judged = judgeComparison(comparison, 'int8', { ...LIMITS, minAgreement: 0.985 }, 1);
    expect(judged.status).toBe('fail');
    expect(judged.reason).toContain('in the slice sex = 1 it agrees on 0 % of 1');
    expect(judged.slices?.map(({ status }) => status)).toEqual(['pass', 'fail']);
  });

  test('numbers agree by the range of all labels, in a slice, too', () => {
    const plan = { ...PLAN, slices: [{ slice: { x: '1' }, places: Int32Array.of(1) }] };
    const [only] = comparePredictions(numbers([1, 50, 99]), numbers([1, 50.9, 99]), plan).slices;
    expect(only).toMatchObject({ examples: 1, disagreements: 0 });
    expect(only?.maxDifference).toBeCloseTo(0.9, 9);
  });
});

describe('intervals', () => {
  /** 200 examples of two classes; the file is wrong on each tenth, where the model is right. */
  const probabilities = (isFile: boolean) =>
    Float64Array.from({ length: 400 }, (_, place) => {
      const example = place >> 1;
      const hit = !(isFile && example % 10 === 0);
      return ((place & 1) === (example & 1)) === hit ? 0.8 : 0.2;
    });
  const predictions = (isFile: boolean): ClassPredictions => ({
    task: 'binary-classification',
    classes: ['no', 'yes'],
    actual: Int32Array.from({ length: 200 }, (_, example) => example & 1),
    probabilities: probabilities(isFile),
  });
  const plan = { slices: [], resamples: 1000, seed: 7 };

  test('of the change are those of a binomial proportion where the model is right everywhere', () => {
    const { metrics } = comparePredictions(predictions(false), predictions(true), plan);
    const accuracy = metrics.find(({ metric }) => metric === 'accuracy');
    expect(accuracy).toMatchObject({ model: 1, file: 0.9 });
    // SciPy 1.17.1: binom.ppf([0.025, 0.975], 200, 0.1) / 200 = 0.06, 0.145.
    const [low = 0, high = 0] = accuracy?.changeInterval ?? [];
    expect(low).toBeCloseTo(-0.145, 2);
    expect(high).toBeCloseTo(-0.06, 2);
  });

  test('equal files have equal intervals, and a file that answers like the model none that moves', () => {
    const once = comparePredictions(predictions(false), predictions(true), plan);
    expect(comparePredictions(predictions(false), predictions(true), plan)).toEqual(once);
    const same = comparePredictions(predictions(true), predictions(true), plan);
    for (const { changeInterval } of same.metrics) expect(changeInterval).toEqual([0, 0]);
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
