import { describe, expect, test } from '@jest/globals';
import {
  exampleLosses,
  permutationImportance,
  weightedMean,
} from '../../shared/evaluation/permutation-importance.ts';
import type { Matrix } from '../../shared/model/index.ts';

/** `X` and `LinearRegression().fit(X, y)` of scikit-learn 1.9.1, y = 3x₀ − x₁ + 0.2 sin i. */
const ROWS = 40;
const X: Matrix = {
  data: Float32Array.from(
    Array.from({ length: ROWS }, (_, i) => [
      ((7 * i) % 11) / 11 - 0.5,
      ((5 * i) % 7) / 7 - 0.5,
      ((3 * i) % 13) / 13 - 0.5,
    ]).flat(),
  ),
  rows: ROWS,
  columns: 3,
};
const LABELS = Float64Array.from(
  { length: ROWS },
  (_, i) => 3 * (X.data[3 * i] as number) - (X.data[3 * i + 1] as number) + 0.2 * Math.sin(i),
);
const COEFFICIENTS = [3.004951584112836, -1.0512159109350874, -0.06266695978697484];
const squares = ({ data }: Matrix): Float64Array =>
  LABELS.map((label, row) => {
    const prediction = COEFFICIENTS.reduce(
      (sum, weight, column) => sum + weight * (data[3 * row + column] as number),
      -0.0008235713016632243,
    );
    return (prediction - label) ** 2;
  });
const PLACES = ['first', 'second', 'third'].map((name, offset) => ({ name, offset, width: 1 }));

describe('permutationImportance', () => {
  test('is that of scikit-learn', () => {
    // permutation_importance(model, X, y, scoring='neg_mean_squared_error', n_repeats=20000, random_state=0)
    const expected = [1.5454117825402254, 0.18736014433938367, 0.0006664953588424976];
    const found = permutationImportance({
      features: X,
      places: PLACES,
      lossesOf: squares,
      repeats: 2000,
      seed: 1,
    });
    expect(found.map(({ feature }) => feature)).toEqual(['first', 'second', 'third']);
    // 4.5 standard errors of 2,000 repeats against 20,000.
    const tolerances = [0.027, 0.0035, 0.0001];
    for (const [index, { increase }] of found.entries()) {
      const difference = Math.abs(increase - (expected[index] as number));
      expect(difference).toBeLessThan(tolerances[index] as number);
    }
  });

  test('moves all numbers of a feature together and leaves the matrix as it was', () => {
    const before = X.data.slice();
    const seen: Matrix[] = [];
    permutationImportance({
      features: X,
      places: [{ name: 'both', offset: 1, width: 2 }],
      lossesOf: (matrix) => {
        seen.push({ ...matrix, data: matrix.data.slice() });
        return squares(matrix);
      },
      repeats: 3,
      seed: 1,
    });
    expect(X.data).toEqual(before);
    const pairs = (matrix: Matrix) =>
      Array.from({ length: ROWS }, (_, row) =>
        matrix.data.subarray(3 * row + 1, 3 * row + 3).join(),
      );
    expect(seen).toHaveLength(4);
    for (const matrix of seen.slice(1)) {
      expect(matrix.data.filter((_, at) => at % 3 === 0)).toEqual(
        before.filter((_, at) => at % 3 === 0),
      );
      expect(pairs(matrix)).not.toEqual(pairs(X));
      expect(pairs(matrix).sort()).toEqual(pairs(X).sort());
    }
  });

  test('of a feature that the model does not read is 0, and so is its interval', () => {
    const [only] = permutationImportance({
      features: X,
      places: [PLACES[2] as (typeof PLACES)[number]],
      lossesOf: ({ data }) =>
        Float64Array.from({ length: ROWS }, (_, row) => data[3 * row] as number),
      repeats: 4,
      seed: 5,
    });
    expect(only).toEqual({ feature: 'third', increase: 0, interval: [0, 0] });
  });

  test('is the same for the same seed, and for each feature whatever stands beside it', () => {
    const measure = (places: typeof PLACES) =>
      permutationImportance({ features: X, places, lossesOf: squares, repeats: 2, seed: 9 });
    expect(measure(PLACES)).toEqual(measure(PLACES));
    expect(measure(PLACES.slice(1))).toEqual(measure(PLACES).slice(1));
  });
});

describe('weightedMean', () => {
  test('has the standard error of a mean where all count alike', () => {
    // numpy.std([1, 2, 4, 9], ddof=1) / 2 = 1.7795130420052185 (NumPy 2.4.6)
    expect(weightedMean(Float64Array.of(1, 2, 4, 9))).toEqual({
      mean: 4,
      error: expect.closeTo(1.7795130420052185, 12),
    });
  });

  test('an example of weight 2 counts twice in the mean, one of weight 0 not at all', () => {
    expect(weightedMean(Float64Array.of(1, 4, 7), Float64Array.of(1, 2, 0)).mean).toBe(3);
    expect(weightedMean(Float64Array.of(1), Float64Array.of(0))).toEqual({ mean: 0, error: 0 });
    expect(weightedMean(Float64Array.of(3))).toEqual({ mean: 3, error: 0 });
  });
});

describe('exampleLosses', () => {
  test('are those of scikit-learn, probabilities of 0 among them', () => {
    // log_loss([0, 1, 2], numpy.array([[.7, .2, .1], [0, 1, 0], [1, 0, 0]], dtype=float32)) = 5.433019638061523
    const scores = { data: Float32Array.of(0.7, 0.2, 0.1, 0, 1, 0, 1, 0, 0), rows: 3, columns: 3 };
    const losses = exampleLosses('multiclass-classification', scores, Float32Array.of(0, 1, 2));
    expect(losses.reduce((sum, loss) => sum + loss, 0) / 3).toBeCloseTo(5.433019638061523, 5);
  });

  test('of a binary task are by the probability of the true class, of a regression squares', () => {
    const scores = { data: Float32Array.of(0.25, 0.25), rows: 2, columns: 1 };
    const labels = Float32Array.of(1, 0);
    expect(exampleLosses('binary-classification', scores, labels)).toEqual(
      Float64Array.of(-Math.log(0.25), -Math.log(0.75)),
    );
    expect(exampleLosses('regression', scores, labels)).toEqual(Float64Array.of(0.5625, 0.0625));
  });
});
