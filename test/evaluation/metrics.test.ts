import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type ClassPredictions,
  computeMetrics,
  type MetricValue,
  type NumberPredictions,
  type Predictions,
  toPredictions,
} from '../../shared/evaluation/index.ts';

const BINARY: ClassPredictions = {
  task: 'binary-classification',
  classes: ['no', 'yes'],
  actual: Int32Array.of(0, 0, 1, 1, 1, 0, 1, 0, 1, 1, 0, 1),
  probabilities: Float64Array.from(
    [0.1, 0.4, 0.4, 0.35, 0.8, 0.8, 0.8, 0.05, 0.5, 0.95, 1.0, 0.0].flatMap((p) => [1 - p, p]),
  ),
};

const MULTICLASS: ClassPredictions = {
  task: 'multiclass-classification',
  classes: ['a', 'b', 'c'],
  actual: Int32Array.of(0, 1, 2, 0, 1, 2, 0, 1, 1, 2),
  probabilities: Float64Array.from(
    [
      [0.7, 0.2, 0.1],
      [0.1, 0.8, 0.1],
      [0.2, 0.2, 0.6],
      [0.3, 0.4, 0.3],
      [0.5, 0.25, 0.25],
      [0.1, 0.1, 0.8],
      [0.34, 0.33, 0.33],
      [0.0, 0.0, 1.0],
      [0.25, 0.5, 0.25],
      [0.6, 0.3, 0.1],
    ].flat(),
  ),
};

const REGRESSION: NumberPredictions = {
  task: 'regression',
  actual: Float64Array.of(3.5, -1.25, 0, 7.75, 2, 2),
  predicted: Float64Array.of(3.25, -1, 0.5, 6, 2.5, 1.5),
};

function valuesOf(metrics: readonly MetricValue[]): Record<string, number | null> {
  return Object.fromEntries(metrics.map(({ metric, value }) => [metric, value]));
}

function reasonsOf(predictions: Predictions, rows?: Int32Array): Record<string, string> {
  return Object.fromEntries(
    computeMetrics(predictions, rows)
      .filter(({ value }) => value === null)
      .map(({ metric, reason }) => [metric, reason ?? '']),
  );
}

function expectValues(predictions: Predictions, expected: Record<string, number | null>): void {
  const values = valuesOf(computeMetrics(predictions));
  expect(Object.keys(values)).toEqual(Object.keys(expected));
  for (const [metric, value] of Object.entries(expected)) {
    if (value === null) expect(values[metric]).toBeNull();
    else expect(Math.abs((values[metric] ?? Number.NaN) - value)).toBeLessThan(1e-12);
  }
}

// Expected numbers: scikit-learn 1.9.1 with NumPy 2.4.6, y = actual, p = probabilities, h = p.argmax(axis=1):
// accuracy_score(y, h), f1_score(y, h, average='macro' | 'weighted'), log_loss(y, p, labels=range(classes)),
// binary roc_auc_score(y, p[:, 1]) and average_precision_score(y, p[:, 1]), multiclass
// roc_auc_score(y, p, multi_class='ovr', average='macro') and
// average_precision_score(np.eye(classes)[y], p, average='macro'); root_mean_squared_error, mean_absolute_error, r2_score.
describe('metrics equal scikit-learn', () => {
  test('binary, with tied scores, probabilities of 0 and 1 and an even chance', () => {
    expectValues(BINARY, {
      accuracy: 0.5,
      'macro-f1': 0.5,
      'weighted-f1': 0.5,
      'log-loss': 6.460088713202377,
      'roc-auc': 0.5285714285714286,
      'pr-auc': 0.6059523809523809,
    });
  });

  test('multiclass', () => {
    expectValues(MULTICLASS, {
      accuracy: 0.6,
      'macro-f1': 0.6031746031746031,
      'weighted-f1': 0.6,
      'log-loss': 4.4022250159822045,
      'roc-auc': 0.6845238095238094,
      'pr-auc': 0.637962962962963,
    });
  });

  test('a class that neither occurs nor is predicted does not count in F1', () => {
    expectValues(
      {
        ...MULTICLASS,
        actual: Int32Array.of(0, 1, 0, 1),
        probabilities: Float64Array.of(0.7, 0.2, 0.1, 0.1, 0.8, 0.1, 0.4, 0.5, 0.1, 0.3, 0.6, 0.1),
      },
      {
        accuracy: 0.75,
        'macro-f1': 0.7333333333333334,
        'weighted-f1': 0.7333333333333334,
        'log-loss': 0.5017337127232719,
        'roc-auc': null,
        'pr-auc': null,
      },
    );
  });

  test('a class that is predicted and does not occur counts with an F1 of 0', () => {
    expectValues(
      {
        ...MULTICLASS,
        actual: Int32Array.of(0, 1, 0, 1),
        probabilities: Float64Array.of(0.7, 0.2, 0.1, 0.1, 0.8, 0.1, 0.2, 0.2, 0.6, 0.3, 0.6, 0.1),
      },
      {
        accuracy: 0.75,
        'macro-f1': 0.5555555555555555,
        'weighted-f1': 0.8333333333333333,
        'log-loss': 0.6750205078632583,
        'roc-auc': null,
        'pr-auc': null,
      },
    );
  });

  test('regression', () => {
    expectValues(REGRESSION, {
      rmse: 0.8100925873009825,
      mae: 0.625,
      r2: 0.9199830651989839,
    });
  });
});

describe('a metric without meaning is null and says why', () => {
  test('no examples', () => {
    expect(Object.values(reasonsOf(BINARY, new Int32Array()))).toEqual(
      Array(6).fill('there are no examples'),
    );
    expect(Object.values(reasonsOf(REGRESSION, new Int32Array()))).toHaveLength(3);
  });

  test('one class', () => {
    expect(reasonsOf(BINARY, Int32Array.of(0, 1, 5))).toEqual({
      'roc-auc': 'no example is of class "yes"',
      'pr-auc': 'no example is of class "yes"',
    });
    expect(reasonsOf(BINARY, Int32Array.of(2, 3))).toEqual({
      'roc-auc': 'every example is of class "yes"',
    });
  });

  test('a label that does not vary, also where its mean is not exact', () => {
    const predictions: NumberPredictions = {
      task: 'regression',
      actual: new Float64Array(7).fill(0.1),
      predicted: new Float64Array(7).fill(0.2),
    };
    expect(reasonsOf(predictions)).toEqual({
      r2: 'the label does not vary among these examples',
    });
  });

  test('a label that varies little beside its size has an R²', () => {
    const predictions: NumberPredictions = {
      task: 'regression',
      actual: Float64Array.from({ length: 1000 }, (_, index) => 1e9 + (index % 2) * 1e-3),
      predicted: new Float64Array(1000).fill(1e9),
    };
    expect(valuesOf(computeMetrics(predictions)).r2).toBeCloseTo(-1, 3);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])(
    'a prediction of %p spoils every metric',
    (bad) => {
      const probabilities = BINARY.probabilities.slice();
      probabilities[3] = bad;
      expect(Object.values(reasonsOf({ ...BINARY, probabilities }))).toEqual(
        Array(6).fill('1 of 12 predictions are not finite numbers'),
      );
      const predicted = REGRESSION.predicted.slice();
      predicted[0] = bad;
      expect(Object.values(reasonsOf({ ...REGRESSION, predicted }))).toEqual(
        Array(3).fill('1 of 6 predictions are not finite numbers'),
      );
    },
  );

  test('a squared error beyond the largest number', () => {
    const predicted = REGRESSION.predicted.slice();
    predicted[0] = 1e300;
    expect(reasonsOf({ ...REGRESSION, predicted })).toEqual({
      rmse: 'it overflows',
      r2: 'it overflows',
    });
  });
});

const classPredictions = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 30 }))
  .chain(([width, size]) =>
    fc.record({
      width: fc.constant(width),
      actual: fc.array(fc.nat(width - 1), { minLength: size, maxLength: size }),
      // Few distinct scores, so that ties are common.
      scores: fc.array(fc.integer({ min: 1, max: 6 }), {
        minLength: size * width,
        maxLength: size * width,
      }),
    }),
  )
  .map(({ width, actual, scores }): ClassPredictions => {
    const probabilities = Float64Array.from(scores, (score, index) => {
      const start = Math.floor(index / width) * width;
      const sum = scores.slice(start, start + width).reduce((a, b) => a + b, 0);
      return score / sum;
    });
    return {
      task: width === 2 ? 'binary-classification' : 'multiclass-classification',
      classes: Array.from({ length: width }, (_, index) => `class ${index}`),
      actual: Int32Array.from(actual),
      probabilities,
    };
  });

describe('properties', () => {
  test('the order of the examples does not matter', () => {
    fc.assert(
      fc.property(classPredictions, fc.infiniteStream(fc.nat()), (predictions, random) => {
        const rows = [...predictions.actual.keys()];
        const keys = new Map(rows.map((row) => [row, random.next().value]));
        const permuted = rows.sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
        const expected = valuesOf(computeMetrics(predictions));
        const values = valuesOf(computeMetrics(predictions, Int32Array.from(permuted)));
        for (const [metric, value] of Object.entries(expected)) {
          if (value === null) expect(values[metric]).toBeNull();
          else expect(values[metric]).toBeCloseTo(value, 12);
        }
      }),
    );
  });

  test('areas under curves depend on the order of the scores alone', () => {
    fc.assert(
      fc.property(classPredictions, (predictions) => {
        if (predictions.task !== 'binary-classification') return;
        const bent = {
          ...predictions,
          probabilities: predictions.probabilities.map((p) => p ** 3),
        };
        const before = valuesOf(computeMetrics(predictions));
        const after = valuesOf(computeMetrics(bent));
        expect(after['roc-auc']).toEqual(before['roc-auc']);
        expect(after['pr-auc']).toEqual(before['pr-auc']);
      }),
    );
  });

  test('ROC AUC is the share of pairs in the right order, ties counting half', () => {
    fc.assert(
      fc.property(classPredictions, ({ actual, probabilities, classes, ...rest }) => {
        if (rest.task !== 'binary-classification') return;
        let won = 0;
        let pairs = 0;
        for (const [i, a] of actual.entries()) {
          for (const [j, b] of actual.entries()) {
            if (a !== 1 || b !== 0) continue;
            pairs++;
            const difference =
              (probabilities[i * 2 + 1] ?? Number.NaN) - (probabilities[j * 2 + 1] ?? Number.NaN);
            won += difference > 0 ? 1 : difference === 0 ? 0.5 : 0;
          }
        }
        const metrics = computeMetrics({ actual, probabilities, classes, ...rest });
        const value = valuesOf(metrics)['roc-auc'];
        if (pairs === 0) expect(value).toBeNull();
        else expect(value).toBeCloseTo(won / pairs, 12);
      }),
    );
  });

  test('metrics that are means over examples add up over slices', () => {
    fc.assert(
      fc.property(classPredictions, fc.nat(), (predictions, at) => {
        const size = predictions.actual.length;
        const cut = at % (size + 1);
        const rows = Int32Array.from(predictions.actual.keys());
        const parts = [rows.subarray(0, cut), rows.subarray(cut)];
        const whole = valuesOf(computeMetrics(predictions));
        for (const metric of ['accuracy', 'log-loss']) {
          const sum = parts
            .map((part) => (valuesOf(computeMetrics(predictions, part))[metric] ?? 0) * part.length)
            .reduce((a, b) => a + b, 0);
          expect(sum / size).toBeCloseTo(whole[metric] ?? Number.NaN, 12);
        }
      }),
    );
  });

  test('any numbers at all give a finite value or a reason', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2), fc.double(), fc.double(), fc.double()), { maxLength: 12 }),
        (examples) => {
          const predictions: ClassPredictions = {
            task: 'multiclass-classification',
            classes: ['a', 'b', 'c'],
            actual: Int32Array.from(examples, ([actual]) => actual),
            probabilities: Float64Array.from(examples.flatMap(([, ...scores]) => scores)),
          };
          const numbers: NumberPredictions = {
            task: 'regression',
            actual: Float64Array.from(examples, ([, actual]) => actual),
            predicted: Float64Array.from(examples, ([, , predicted]) => predicted),
          };
          for (const each of [...computeMetrics(predictions), ...computeMetrics(numbers)]) {
            if (each.value === null) expect(each.reason).toMatch(/./);
            else expect(Number.isFinite(each.value)).toBe(true);
          }
        },
      ),
    );
  });
});

describe('toPredictions', () => {
  const classes = (...names: string[]) => ({
    label: { kind: 'classes' as const, column: 'label', classes: names },
  });

  test('gives a binary task two columns', () => {
    const scores = { data: Float32Array.of(0.25, 0.75), rows: 2, columns: 1 };
    const labels = Float32Array.of(0, 1);
    expect(toPredictions('binary-classification', classes('no', 'yes'), scores, labels)).toEqual({
      task: 'binary-classification',
      classes: ['no', 'yes'],
      actual: Int32Array.of(0, 1),
      probabilities: Float64Array.of(0.75, 0.25, 0.25, 0.75),
    });
  });

  test('gives a class that the model does not know a probability of 0', () => {
    const scores = { data: Float32Array.of(0.25, 0.75, 0.5, 0.5), rows: 2, columns: 2 };
    const predictions = toPredictions(
      'multiclass-classification',
      classes('a', 'b', 'new'),
      scores,
      Float32Array.of(1, 2),
    );
    expect(predictions).toMatchObject({
      probabilities: Float64Array.of(0.25, 0.75, 0, 0.5, 0.5, 0),
    });
    expect(valuesOf(computeMetrics(predictions)).accuracy).toBe(0.5);
  });

  test('puts a regression back into units', () => {
    const label = { kind: 'number' as const, column: 'label', mean: 100, deviation: 4 };
    const scores = { data: Float32Array.of(0.5, -1), rows: 2, columns: 1 };
    expect(toPredictions('regression', { label }, scores, Float32Array.of(0, 0.25))).toEqual({
      task: 'regression',
      actual: Float64Array.of(100, 101),
      predicted: Float64Array.of(102, 96),
    });
  });

  test('refuses what does not fit together', () => {
    const scores = { data: new Float32Array(3), rows: 1, columns: 3 };
    expect(() =>
      toPredictions('multiclass-classification', classes('a', 'b'), scores, new Float32Array(1)),
    ).toThrow('3 scores do not fit 2 classes');
    expect(() => toPredictions('regression', classes('a'), scores, new Float32Array(1))).toThrow();
    expect(() => toPredictions('regression', classes('a'), scores, new Float32Array(2))).toThrow(
      '1 rows of scores do not fit 2 labels',
    );
  });
});
