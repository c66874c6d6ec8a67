import { describe, expect, test } from '@jest/globals';
import type { Progress } from '../../shared/platform/index.ts';
import { memoryPorts } from '../../shared/platform/index.ts';
import { followTraining } from '../../shared/report/index.ts';

describe('the progress of a training', () => {
  test('has the rate, and the longest time that is left, once they are known', () => {
    let now = 1000;
    const told: Progress[] = [];
    const tell = followTraining(
      { label: 'training', epochs: 100, examples: 5000 },
      {
        log: { ...memoryPorts({}).log, progress: (progress) => told.push(progress) },
        clock: { now: () => new Date(0), milliseconds: () => now },
      },
    );
    for (const [epoch, time] of [
      [1, 300],
      [10, 2000],
      [99, 20_000],
      [100, 20_200],
    ] as const) {
      now = 1000 + time;
      tell({ epoch, validationLoss: 0.5 / epoch });
    }
    expect(told).toEqual([
      { label: 'training', fraction: 0.01, detail: 'epoch 1 of 100, validation loss 0.5' },
      {
        label: 'training',
        fraction: 0.1,
        detail: 'epoch 10 of 100, validation loss 0.05, 25,000 examples/s, at most 18 s left',
      },
      {
        label: 'training',
        fraction: 0.99,
        detail: 'epoch 99 of 100, validation loss 0.005051, 24,750 examples/s, under 1 s left',
      },
      {
        label: 'training',
        fraction: 1,
        detail: 'epoch 100 of 100, validation loss 0.005, 24,752 examples/s',
      },
    ]);
  });

  test('of one that goes on counts what this run has trained alone', () => {
    let now = 0;
    const told: (string | undefined)[] = [];
    const tell = followTraining(
      { label: 'training', epochs: 100, examples: 1000, before: 40 },
      {
        log: { ...memoryPorts({}).log, progress: ({ detail }) => told.push(detail) },
        clock: { now: () => new Date(0), milliseconds: () => now },
      },
    );
    now = 10_000;
    tell({ epoch: 50, validationLoss: 0.5 });
    expect(told).toEqual([
      'epoch 50 of 100, validation loss 0.5, 1,000 examples/s, at most 50 s left',
    ]);
  });
});
