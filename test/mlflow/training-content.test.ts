import { expect, test } from '@jest/globals';
import { trainingContent } from '../../shared/mlflow/index.ts';
import type { TrainingReport } from '../../shared/model/index.ts';

const ENTRY = {
  task: 'binary-classification',
  seed: 7,
  engine: { name: 'wasm', version: '4.22.0', simd: true },
  splitDigest: 'd'.repeat(64),
  data: [{ path: 'a.csv', bytes: 1, sha256: 'e'.repeat(64) }],
  examples: { train: 80, validation: 10, evaluation: 10 },
  features: 2,
  parameters: 9,
  epochs: 2,
  bestEpoch: 1,
  stoppedBy: 'time-budget',
  modelDigest: 'a'.repeat(64),
  files: [],
  fromCache: false,
} as const;

const REPORT = {
  version: 1,
  task: ENTRY.task,
  architecture: { kind: 'linear' },
  seed: 7,
  engine: ENTRY.engine,
  examples: ENTRY.examples,
  features: ['a', 'b'],
  dropped: [],
  inputs: 2,
  parameters: 9,
  loss: 'cross-entropy',
  epochsConfigured: 5,
  history: [
    { epoch: 1, trainLoss: 0.7, validationLoss: 0.6, validationAccuracy: 0.5, learningRate: 0.1 },
    {
      epoch: 2,
      trainLoss: 0.5,
      validationLoss: 0.65,
      validationAccuracy: 0.75,
      learningRate: 0.05,
    },
  ],
  bestEpoch: 1,
  stoppedEarly: false,
  crossValidation: {
    folds: 3,
    rounds: [],
    metrics: [
      { metric: 'accuracy', rounds: 3, mean: 0.8, deviation: 0.1, lowest: 0.7, highest: 0.9 },
    ],
  },
  importance: {
    examples: 10,
    repeats: 2,
    features: Array.from({ length: 60 }, (_, index) => ({
      feature: `f${index}`,
      increase: 1 / (index + 1),
      interval: [0, 1],
      mutualInformation: null,
    })),
  },
} as const satisfies TrainingReport;

test('settings are named as in mlops.yml, what is named by values of the data is one of them', () => {
  const settings = {
    seed: 7,
    architecture: { kind: 'mlp', hidden: [32, 16], dropout: 0.1 },
    optimizer: { kind: 'adam', learningRate: 0.01 },
    earlyStopping: null,
    classWeight: { 'rare: class': 3, __proto__: null },
    crossValidation: { folds: 3 },
  };
  const { params } = trainingContent({ model: 'churn', settings, entry: ENTRY, report: REPORT });
  expect(Object.fromEntries(params.map(({ key, value }) => [key, value]))).toEqual({
    model: 'churn',
    task: 'binary-classification',
    'training.seed': '7',
    'training.architecture.kind': 'mlp',
    'training.architecture.hidden': '[32,16]',
    'training.architecture.dropout': '0.1',
    'training.optimizer.kind': 'adam',
    'training.optimizer.learning-rate': '0.01',
    'training.class-weight': '{"rare: class":3}',
    'training.cross-validation.folds': '3',
    'engine.name': 'wasm',
    'engine.version': '4.22.0',
    'engine.simd': 'true',
    'examples.train': '80',
    'examples.validation': '10',
    'examples.evaluation': '10',
    features: '2',
    parameters: '9',
    'data.sha256': expect.stringMatching(/^[0-9a-f]{64}$/),
    'data.split.sha256': 'd'.repeat(64),
    'stopped-by': 'time-budget',
  });
});

test('each epoch is a step, what there is once is step 0, and 50 features at most are told', () => {
  const { metrics } = trainingContent({ model: 'm', settings: {}, entry: ENTRY, report: REPORT });
  const told = metrics.map(({ key, value, step }) => `${key} ${step} ${value}`);
  expect(told.slice(0, -49)).toEqual([
    'train-loss 1 0.7',
    'validation-loss 1 0.6',
    'validation-accuracy 1 0.5',
    'learning-rate 1 0.1',
    'train-loss 2 0.5',
    'validation-loss 2 0.65',
    'validation-accuracy 2 0.75',
    'learning-rate 2 0.05',
    'best-epoch 0 1',
    'best-validation-loss 0 0.6',
    'best-validation-accuracy 0 0.5',
    'cross-validation/accuracy 0 0.8',
    'cross-validation/accuracy-deviation 0 0.1',
    'importance/f0 0 1',
  ]);
  expect(told.at(-1)).toBe('importance/f49 0 0.02');
});

test("a command's own metrics are logged as it names them", () => {
  const architecture = { kind: 'command', run: 'python train.py', timeoutMinutes: 30 } as const;
  const engine = { name: 'command', run: architecture.run } as const;
  const { params, metrics } = trainingContent({
    model: 'm',
    settings: { seed: 7, architecture },
    entry: { ...ENTRY, engine },
    report: {
      version: 1,
      task: ENTRY.task,
      architecture,
      seed: 7,
      engine,
      examples: ENTRY.examples,
      features: ['a'],
      metrics: { 'own f1': 0.9 },
    },
  });
  expect(metrics).toEqual([{ key: 'own f1', value: 0.9, step: 0 }]);
  expect(params).toContainEqual({ key: 'training.architecture.run', value: 'python train.py' });
});
