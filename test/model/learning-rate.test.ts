import { describe, expect, test } from '@jest/globals';
import type { RateSchedule } from '../../shared/config/index.ts';
import { LearningRate } from '../../shared/model/learning-rate.ts';

const rateOf = (epochs: number, stepsPerEpoch: number, schedule?: RateSchedule) =>
  new LearningRate(
    {
      optimizer: { kind: 'sgd', learningRate: 0.1 },
      epochs,
      ...(schedule === undefined ? {} : { schedule }),
    },
    stepsPerEpoch,
  );

/** By the number of the step from 0, as optax counts. */
function expectRates(rate: LearningRate, perEpoch: number, expected: readonly [number, number][]) {
  for (const [count, value] of expected) {
    const found = rate.at(Math.floor(count / perEpoch) + 1, (count % perEpoch) + 1);
    expect(found).toBeCloseTo(value, 7);
  }
}

describe('the learning rate', () => {
  test('is that of the optimiser', () => {
    expect(rateOf(3, 7).at(3, 7)).toBe(0.1);
  });

  test('decays exponentially', () => {
    // optax 0.2.8: optax.exponential_decay(0.1, 5, 0.8)(count)
    expectRates(rateOf(9, 5, { kind: 'exponential', factor: 0.8 }), 5, [
      [0, 0.1],
      [1, 0.09563525021076202],
      [5, 0.08000000566244125],
      [7, 0.0731688067317009],
      [20, 0.040960002690553665],
    ]);
  });

  test('falls in steps', () => {
    // optax 0.2.8: optax.exponential_decay(0.1, 20, 0.5, staircase=True)(count)
    expectRates(rateOf(20, 4, { kind: 'step', factor: 0.5, every: 5 }), 4, [
      [0, 0.10000000149011612],
      [19, 0.10000000149011612],
      [20, 0.05000000074505806],
      [39, 0.05000000074505806],
      [40, 0.02500000037252903],
      [61, 0.012500000186264515],
    ]);
  });

  test('warms up and falls along a cosine', () => {
    // optax 0.2.8: optax.warmup_cosine_decay_schedule(0.0, 0.1, 6, 20, 0.01)(count)
    expectRates(rateOf(10, 2, { kind: 'cosine', warmUp: 3, end: 0.1 }), 2, [
      [0, 0],
      [3, 0.05000000074505806],
      [6, 0.10000000149011612],
      [10, 0.08305704593658447],
      [13, 0.05499999597668648],
      [19, 0.011128244921565056],
    ]);
    expect(rateOf(10, 2, { kind: 'cosine', warmUp: 0, end: 0 }).at(1, 1)).toBe(0.1);
  });

  test('falls when the loss does not', () => {
    // Keras 3.15.1: ReduceLROnPlateau(factor=0.5, patience=2, min_delta=0.1, min_lr=0.03, mode='min'), on_epoch_end for each
    const schedule = { kind: 'plateau', factor: 0.5, patience: 2, minDelta: 0.1, minimum: 0.03 };
    const rate = rateOf(20, 4, schedule as RateSchedule);
    const rates = [5, 4, 3.95, 3.92, 3.5, 3.5, 3.5, 9, 9, 9].map((loss) => {
      rate.judge(loss);
      return rate.at(2, 1);
    });
    expect(rates).toEqual([0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.03, 0.03, 0.03, 0.03]);
  });
});
