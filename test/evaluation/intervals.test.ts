import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { MetricName } from '../../shared/config/index.ts';
import { type BootstrapResult, bootstrapMetrics } from '../../shared/evaluation/bootstrap.ts';
import type { ClassPredictions } from '../../shared/evaluation/index.ts';
import { prepareSample } from '../../shared/evaluation/sample.ts';
import {
  computeMoments,
  percentileInterval,
  quantileOfSorted,
  twoSidedQuantile,
  wilsonInterval,
} from '../../shared/numeric/index.ts';

describe('wilsonInterval', () => {
  // SciPy 1.17.1: binomtest(k, n).proportion_ci(confidence_level=c, method='wilson')
  test.each([
    [67, 68, 0.95, 0.9212902687183914, 0.9973993164238931],
    [0, 10, 0.95, 0, 0.27753279986288926],
    [10, 10, 0.95, 0.7224672001371109, 1],
    [1, 1, 0.95, 0.20654931437723745, 1],
    [50, 100, 0.9, 0.41884779611252954, 0.5811522038874705],
    [812, 1000, 0.99, 0.7781566122308579, 0.8417305008694163],
    [3, 7, 0.95, 0.1582198552514697, 0.7495416354723428],
  ])('%d of %d at %d equals SciPy', (successes, total, confidence, low, high) => {
    const interval = wilsonInterval(successes, total, confidence);
    expect(interval[0]).toBeCloseTo(low, 10);
    expect(interval[1]).toBeCloseTo(high, 10);
  });

  test('holds the share, lies in 0 … 1 and narrows with more examples', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), (total, at) => {
        const successes = at % (total + 1);
        const [low, high] = wilsonInterval(successes, total, 0.95);
        const [lowOfMore, highOfMore] = wilsonInterval(successes * 4, total * 4, 0.95);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(successes / total);
        expect(high).toBeGreaterThanOrEqual(successes / total);
        expect(highOfMore - lowOfMore).toBeLessThan(high - low);
      }),
    );
  });

  test.each([
    [1, 0],
    [-1, 5],
    [6, 5],
    [Number.NaN, 5],
  ])('%d of %d is no proportion', (successes, total) => {
    expect(() => wilsonInterval(successes, total, 0.95)).toThrow(RangeError);
  });

  test('the quantile is that of SciPy 1.17.1 norm.ppf(0.975)', () => {
    expect(twoSidedQuantile(0.95)).toBeCloseTo(1.959963984540054, 12);
  });
});

describe('quantiles', () => {
  // NumPy 2.4.6: numpy.quantile([1, 2, 4, 8], q)
  test.each([
    [0, 1],
    [0.1, 1.3],
    [0.5, 3],
    [0.9, 6.8],
    [1, 8],
  ])('%d equals NumPy', (q, expected) => {
    expect(quantileOfSorted(Float64Array.of(1, 2, 4, 8), q)).toBeCloseTo(expected, 12);
  });

  test('no numbers have none', () => {
    expect(() => quantileOfSorted(new Float64Array(), 0.5)).toThrow(RangeError);
  });
});

/** Numbers that Python makes alike: x ← (1103515245 x + 12345) mod 2³¹, divided by 2³¹. */
function congruential(count: number, seed: bigint): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 1103515245n + 12345n) % 2147483648n;
    return Number(state) / 2 ** 31;
  });
}

const EXAMPLES = 300;
const ACTUAL = congruential(EXAMPLES, 1n).map((value) => (value < 0.4 ? 1 : 0));

/** Scores that follow the label by `signal`, with two decimals so that ties are common. */
function makePredictions(signal: number, seed: bigint): ClassPredictions {
  const scores = congruential(EXAMPLES, seed).map(
    (value, example) =>
      Math.round((signal * (ACTUAL[example] ?? 0) + (1 - signal) * value) * 100) / 100,
  );
  return {
    task: 'binary-classification',
    classes: ['no', 'yes'],
    actual: Int32Array.from(ACTUAL),
    probabilities: Float64Array.from(scores.flatMap((score) => [1 - score, score])),
  };
}

const CANDIDATE = prepareSample(makePredictions(0.35, 2n));
const BASELINE = prepareSample(makePredictions(0.25, 3n));
const OPTIONS = { seed: 7, stream: 'test', resamples: 1000 };

function intervalOf(distributions: BootstrapResult['values'], metric: MetricName) {
  const distribution = distributions.get(metric);
  if (distribution === undefined) throw new Error(`no distribution of ${metric}`);
  return percentileInterval(distribution, 0.95);
}

describe('bootstrapMetrics', () => {
  const result = bootstrapMetrics(CANDIDATE, BASELINE, OPTIONS);

  // SciPy 1.17.1: scipy.stats.bootstrap((numpy.arange(300),), statistic, n_resamples=4000, method='percentile',
  // vectorized=False, rng=5) with scikit-learn 1.9.1 metrics of the examples drawn. Both are random: the ends of these
  // intervals differ by about 0.003 from one seed to the next.
  test.each<[MetricName, number, number]>([
    ['accuracy', 0.7533333333333333, 0.8433333333333334],
    ['macro-f1', 0.7494250506298699, 0.8411715009856379],
    ['log-loss', 0.3748756947082183, 0.44092451594090465],
    ['roc-auc', 0.8795388941698976, 0.9401562835156585],
    ['pr-auc', 0.8533455752705118, 0.9300946167232345],
  ])('the interval of %s is that of SciPy', (metric, low, high) => {
    const interval = intervalOf(result.values, metric);
    expect(Math.abs(interval[0] - low)).toBeLessThan(0.01);
    expect(Math.abs(interval[1] - high)).toBeLessThan(0.01);
  });

  // As above, of the difference on the same draws; the last number is `standard_error`.
  test.each<[MetricName, number, number, number]>([
    ['accuracy', 0.07, 0.20666666666666667, 0.03457630739445779],
    ['macro-f1', 0.07022882543208377, 0.208357085030488, 0.03501248623831645],
    ['log-loss', -0.20131903946950194, -0.0924937013764114, 0.027779481371438174],
    ['roc-auc', 0.09714822486580693, 0.22390075251692512, 0.03177304362873044],
    ['pr-auc', 0.11174661166244643, 0.25873251716988815, 0.036717953153065565],
  ])('the interval of the change of %s is that of SciPy', (metric, low, high, error) => {
    const interval = intervalOf(result.changes, metric);
    expect(Math.abs(interval[0] - low)).toBeLessThan(0.015);
    expect(Math.abs(interval[1] - high)).toBeLessThan(0.015);
    const { deviation } = computeMoments(result.changes.get(metric) ?? new Float64Array());
    expect(Math.abs(deviation / error - 1)).toBeLessThan(0.1);
  });

  test('is paired: a model beside itself does not change on any resample', () => {
    const { changes } = bootstrapMetrics(CANDIDATE, CANDIDATE, { ...OPTIONS, resamples: 50 });
    for (const distribution of changes.values()) {
      expect(distribution.every((change) => change === 0)).toBe(true);
    }
  });

  test('the same seed and stream draw the same, others do not', () => {
    const draw = (options: Partial<typeof OPTIONS>) =>
      bootstrapMetrics(CANDIDATE, null, { ...OPTIONS, resamples: 20, ...options }).values.get(
        'log-loss',
      );
    expect(draw({})).toEqual(draw({}));
    expect(draw({ seed: 8 })).not.toEqual(draw({}));
    expect(draw({ stream: 'other' })).not.toEqual(draw({}));
  });

  test('a metric that resamples often leave undefined has no interval', () => {
    const actual = new Int32Array(EXAMPLES);
    actual[0] = 1;
    const rare = prepareSample({ ...makePredictions(0.3, 4n), actual });
    const { values } = bootstrapMetrics(rare, null, { ...OPTIONS, resamples: 100 });
    expect([...values.keys()]).toEqual(['accuracy', 'macro-f1', 'weighted-f1', 'log-loss']);
  });

  test('fewer than ten examples have no bootstrap', () => {
    const few = prepareSample(makePredictions(0.3, 4n), Int32Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8));
    expect(bootstrapMetrics(few, null, OPTIONS).values.size).toBe(0);
  });
});
