import { describe, expect, test } from '@jest/globals';
import { EarlyStopping } from '../../shared/model/early-stopping.ts';
import { computeLoss } from '../../shared/model/loss.ts';

// Numbers from SciPy 1.17.1 (float64), tolerance of single precision for gradients.
describe('losses', () => {
  test('cross-entropy over classes, for logits whose exponentials overflow too', () => {
    const logits = Float32Array.of(1, 2, 3, 1000, 0, -1000, -2, 0.5, 0.25);
    const labels = Float32Array.of(2, 1, 0);
    const { loss, gradient, correct } = computeLoss('multiclass-classification', logits, labels, 3);
    // -mean(scipy.special.log_softmax(z, axis=1)[arange(3), y])
    expect(loss).toBeCloseTo(334.50955285517585, 10);
    // (scipy.special.softmax(z, axis=1) - eye(3)[y]) / 3
    const expected = [
      0.03001019105679349, 0.08157615701826589, -0.1115863480750594, 0.3333333333333333,
      -0.3333333333333333, 0, -0.3186297623366012, 0.17912616486846392, 0.13950359746813726,
    ];
    for (const [index, value] of expected.entries()) expect(gradient[index]).toBeCloseTo(value, 7);
    expect(correct).toBe(1);
  });

  test('cross-entropy of two classes, for logits of any size', () => {
    const logits = Float32Array.of(0, 2.5, -3, 800, -800);
    const labels = Float32Array.of(1, 0, 1, 0, 0);
    const { loss, gradient, correct } = computeLoss('binary-classification', logits, labels, 1);
    // -mean(y * log_expit(z) + (1 - y) * log_expit(-z))
    expect(loss).toBeCloseTo(161.26412485328524, 10);
    // (expit(z) - y) / 5
    const expected = [-0.1, 0.1848283639957513, -0.19051482536448666, 0.2, 0];
    for (const [index, value] of expected.entries()) expect(gradient[index]).toBeCloseTo(value, 7);
    // A probability of exactly one half is not the positive class.
    expect(correct).toBe(1);
  });

  test('squared error', () => {
    const { loss, gradient } = computeLoss(
      'regression',
      Float32Array.of(1, -2),
      Float32Array.of(0, 1),
      1,
    );
    expect(loss).toBe(5);
    expect([...gradient]).toEqual([1, -3]);
  });
});

describe('weighted losses', () => {
  test('are those of Keras', () => {
    const logits = Float32Array.of(1, 2, 3, 1000, 0, -1000, -2, 0.5, 0.25);
    const weights = Float64Array.of(2, 0, 0.5);
    // Keras 3.15.1: SparseCategoricalCrossentropy(from_logits=True, reduction='sum_over_batch_size')(y, z, sample_weight=w)
    const { loss } = computeLoss(
      'multiclass-classification',
      logits,
      Float32Array.of(2, 1, 0),
      3,
      weights,
    );
    expect(loss).toBeCloseTo(0.7919127345085144, 6);
  });

  // What Keras documents of sample_weight with reduction='sum_over_batch_size': sum(w * losses) / len(w).
  const weights = Float64Array.of(2, 0, 0.5);

  test.each([
    ['multiclass-classification', [1, 2, 3, 1000, 0, -1000, -2, 0.5, 0.25], [2, 1, 0], 3],
    ['binary-classification', [0.3, 2.5, -3], [1, 0, 1], 1],
    ['regression', [1, -2, 0.5], [0, 1, 2], 1],
  ] as const)('are the sum of weight and loss of each example: %s', (task, z, y, outputs) => {
    const [logits, labels] = [Float32Array.from(z), Float32Array.from(y)];
    const whole = computeLoss(task, logits, labels, outputs, weights);
    let sum = 0;
    for (const [row, weight] of weights.entries()) {
      const own = logits.subarray(row * outputs, (row + 1) * outputs);
      const { loss, gradient } = computeLoss(task, own, labels.subarray(row, row + 1), outputs);
      sum += (weight * loss) / 3;
      for (const [index, value] of gradient.entries()) {
        expect(whole.gradient[row * outputs + index]).toBeCloseTo((weight * value) / 3, 6);
      }
    }
    expect(whole.loss).toBeCloseTo(sum, 10);
  });
});

describe('early stopping', () => {
  const judgeAll = (rule: { patience: number; minDelta: number } | null, losses: number[]) => {
    const stopping = new EarlyStopping(rule);
    let epochs = 0;
    while (!stopping.isOver && epochs < losses.length) {
      epochs++;
      stopping.judge(epochs, losses[epochs - 1] as number);
    }
    return { epochs, best: stopping.bestEpoch };
  };

  test('waits as many epochs as its patience', () => {
    const losses = [5, 4, 4.5, 4.2, 3, 3.5, 3, 3.1, 2];
    expect(judgeAll({ patience: 2, minDelta: 0 }, losses)).toEqual({ epochs: 4, best: 2 });
    expect(judgeAll({ patience: 3, minDelta: 0 }, losses)).toEqual({ epochs: 8, best: 5 });
    expect(judgeAll({ patience: 9, minDelta: 0 }, losses)).toEqual({ epochs: 9, best: 9 });
    expect(judgeAll(null, losses)).toEqual({ epochs: 9, best: 9 });
  });

  test('a fall smaller than min-delta does not keep it waiting, and is still the best', () => {
    const losses = [5, 4.9, 4.8, 4.7];
    expect(judgeAll({ patience: 2, minDelta: 0.25 }, losses)).toEqual({ epochs: 3, best: 3 });
    // Small falls that add up count once they are large enough.
    expect(judgeAll({ patience: 3, minDelta: 0.25 }, losses)).toEqual({ epochs: 4, best: 4 });
  });
});
