import { describe, expect, test } from '@jest/globals';
import type { NetworkTraining, SearchSpace } from '../../shared/config/index.ts';
import {
  applyParameters,
  drawParameters,
  shareOfTrials,
  type TrialParameters,
} from '../../shared/tuning/index.ts';

const range = (from: number, to: number, scale: 'linear' | 'log' = 'linear', integers = false) =>
  ({ kind: 'range', from, to, scale, integers }) as const;

const SEARCH: SearchSpace = {
  'training.optimizer.learning-rate': range(0.001, 0.1, 'log'),
  'training.batch-size': range(1, 4, 'linear', true),
  'training.architecture.hidden': { kind: 'values', values: [[16], [32, 16]] },
};

const trials = (count: number, search: SearchSpace = SEARCH, seed = 7): TrialParameters[] =>
  Array.from({ length: count }, (_, index) =>
    drawParameters({ method: 'random', seed, search }, index + 1),
  );

describe('parameters of a trial', () => {
  test('are fixed for ever by seed and number', () => {
    const [rate, size, hidden] = [
      'training.optimizer.learning-rate',
      'training.batch-size',
      'training.architecture.hidden',
    ] as const;
    expect(trials(3)).toEqual([
      { [rate]: 0.00293257, [size]: 4, [hidden]: [32, 16] },
      { [rate]: 0.0130773, [size]: 4, [hidden]: [32, 16] },
      { [rate]: 0.0356051, [size]: 3, [hidden]: [16] },
    ]);
  });

  test('depend on no other field of the search space', () => {
    const { 'training.batch-size': _, ...fewer } = SEARCH;
    for (const [index, parameters] of trials(20, fewer).entries()) {
      expect(trials(20)[index]).toMatchObject(parameters);
    }
  });

  test('differ with the seed', () => {
    expect(trials(3, SEARCH, 8)).not.toEqual(trials(3));
  });

  test('fill a range on its scale and never leave it', () => {
    const rates = trials(2000).map((each) => Number(each['training.optimizer.learning-rate']));
    expect(Math.min(...rates)).toBeGreaterThanOrEqual(0.001);
    expect(Math.max(...rates)).toBeLessThanOrEqual(0.1);
    // Half of a log-uniform draw from 0.001 … 0.1 lies below 0.01; four standard errors are 0.045.
    expect(rates.filter((rate) => rate < 0.01).length / rates.length).toBeCloseTo(0.5, 1);
    expect(rates.every((rate) => String(rate).replace(/^0\.0*|\./g, '').length <= 6)).toBe(true);
  });

  test('are whole numbers where only those have a meaning, both ends among them', () => {
    for (const scale of ['linear', 'log'] as const) {
      const search = { 'training.batch-size': range(1, 4, scale, true) };
      const sizes = new Set(trials(300, search).map((each) => each['training.batch-size']));
      expect([...sizes].sort()).toEqual([1, 2, 3, 4]);
    }
  });
});

test('parameters take the place of the fields that they name, and of no other', () => {
  const training: NetworkTraining = {
    seed: 1,
    architecture: { kind: 'mlp', hidden: [8], activation: 'relu', dropout: 0.1 },
    optimizer: { kind: 'adam', learningRate: 0.01 },
    epochs: 5,
    batchSize: 32,
    l2: 0,
    earlyStopping: null,
    checkpointMinutes: 0,
    cache: true,
  };
  expect(applyParameters(training, {})).toEqual(training);
  expect(
    applyParameters(training, {
      'training.optimizer.kind': 'sgd',
      'training.optimizer.learning-rate': 0.5,
      'training.batch-size': 4,
      'training.l2': 0.25,
      'training.architecture.hidden': [3, 2],
      'training.architecture.activation': 'tanh',
      'training.architecture.dropout': 0.5,
    }),
  ).toEqual({
    ...training,
    architecture: { kind: 'mlp', hidden: [3, 2], activation: 'tanh', dropout: 0.5 },
    optimizer: { kind: 'sgd', learningRate: 0.5 },
    batchSize: 4,
    l2: 0.25,
  });
});

test('parameters of the optimiser, the penalties, the schedule and embeddings', () => {
  const training: NetworkTraining = {
    seed: 1,
    architecture: {
      kind: 'wide-and-deep',
      hidden: [8],
      activation: 'relu',
      dropout: 0,
      embedding: 8,
    },
    optimizer: { kind: 'sgd', learningRate: 0.01, momentum: 0.9, nesterov: true },
    epochs: 5,
    batchSize: 32,
    l1: 0.1,
    l2: 0,
    clip: { by: 'value', limit: 1 },
    schedule: { kind: 'cosine', warmUp: 2, end: 0.1 },
    earlyStopping: null,
    checkpointMinutes: 0,
    cache: true,
  };
  expect(applyParameters(training, {})).toEqual(training);
  expect(applyParameters(training, { 'training.schedule.kind': 'cosine' })).toEqual(training);
  const changed = applyParameters(training, {
    'training.optimizer.momentum': 0.5,
    'training.optimizer.weight-decay': 0.02,
    'training.l1': 0.3,
    'training.clip.norm': 2,
    'training.architecture.embedding': 4,
    'training.schedule.kind': 'exponential',
  });
  expect(changed).toEqual({
    ...training,
    architecture: { ...training.architecture, embedding: 4 },
    optimizer: { ...training.optimizer, momentum: 0.5, weightDecay: 0.02 },
    l1: 0.3,
    clip: { by: 'norm', limit: 2 },
    schedule: { kind: 'exponential', factor: 0.95 },
  });
  const without = applyParameters(training, {
    'training.optimizer.momentum': 0,
    'training.l1': 0,
    'training.schedule.kind': 'none',
  });
  expect(without.optimizer).not.toHaveProperty('momentum');
  expect(without).not.toHaveProperty('l1');
  expect(without).not.toHaveProperty('schedule');
});

test('every trial belongs to one share, and shares differ by one trial at most', () => {
  for (const of of [1, 3, 8, 11]) {
    const shares = Array.from({ length: of }, (_, index) => shareOfTrials(10, index + 1, of));
    expect(shares.flat().sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const sizes = shares.map(({ length }) => length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  }
});
