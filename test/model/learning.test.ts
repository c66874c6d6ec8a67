import { beforeAll, describe, expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import type { NetworkTraining, Task } from '../../shared/config/index.ts';
import { isUserError } from '../../shared/errors/index.ts';
import { startEngine } from '../../shared/model/engine.ts';
import { loadPredictor, trainModel } from '../../shared/model/index.ts';
import { parseModel } from '../../shared/network/index.ts';
import { MLP, makeExamples, makeRequest, XOR } from './requests.ts';

const LINEAR = { kind: 'linear' } as const;

describe('learns', () => {
  test('exclusive or, which no linear model can, with a hidden layer', async () => {
    const request = makeRequest(
      'binary-classification',
      { train: XOR },
      {
        architecture: { kind: 'mlp', hidden: [8], activation: 'tanh', dropout: 0 },
        optimizer: { kind: 'adam', learningRate: 0.05 },
        epochs: 200,
      },
    );
    const { files, history, bestEpoch } = await trainModel(request);
    expect(history[bestEpoch - 1]?.validationAccuracy).toBe(1);
    const predictor = await loadPredictor(parseModel(files, 'model'));
    const probabilities = predictor.predict(XOR.features);
    expect([...probabilities.data].map((value) => value > 0.5)).toEqual([false, true, true, false]);
    predictor.dispose();
    const { history: straight } = await trainModel({ ...request, architecture: LINEAR });
    expect(straight.at(-1)?.validationAccuracy).toBeLessThan(1);
  });

  test('three classes that planes separate, with a linear model', async () => {
    const labelOf = ([x = 0, y = 0]: Float32Array) => (x > 0.1 ? 2 : y > 0 ? 1 : 0);
    const train = makeExamples(400, 2, labelOf, 1);
    const validation = makeExamples(200, 2, labelOf, 2);
    const { files, history } = await trainModel(
      makeRequest(
        'multiclass-classification',
        { train, validation },
        {
          architecture: LINEAR,
          epochs: 80,
          outputs: 3,
        },
      ),
    );
    expect(history.at(-1)?.validationAccuracy).toBeGreaterThan(0.9);
    const predictor = await loadPredictor(parseModel(files, 'model'));
    const { data } = predictor.predict(validation.features);
    for (let row = 0; row < 200; row++) {
      const sum = (data[3 * row] ?? 0) + (data[3 * row + 1] ?? 0) + (data[3 * row + 2] ?? 0);
      expect(sum).toBeCloseTo(1, 5);
    }
    predictor.dispose();
  });

  test('a known linear function, with an R² above 0.99', async () => {
    const functionOf = ([a = 0, b = 0, c = 0]: Float32Array) => 1.5 * a - 0.7 * b + 0.2 * c + 0.3;
    const train = makeExamples(300, 3, functionOf, 1);
    const validation = makeExamples(100, 3, functionOf, 2);
    const request = makeRequest(
      'regression',
      { train, validation },
      {
        architecture: LINEAR,
        optimizer: { kind: 'sgd', learningRate: 0.1 },
        epochs: 60,
      },
    );
    const { files, history } = await trainModel(request);
    const predictor = await loadPredictor(parseModel(files, 'model'));
    const { data } = predictor.predict(validation.features);
    predictor.dispose();
    const mean = validation.labels.reduce((sum, label) => sum + label, 0) / 100;
    let residual = 0;
    let total = 0;
    for (const [row, label] of validation.labels.entries()) {
      residual += (label - (data[row] ?? Number.NaN)) ** 2;
      total += (label - mean) ** 2;
    }
    expect(1 - residual / total).toBeGreaterThan(0.99);
    // The loss told is that of the predictions.
    expect(history.at(-1)?.validationLoss).toBeCloseTo(residual / 100, 6);
    expect(history.at(-1)).not.toHaveProperty('validationAccuracy');
  });

  test('nothing for an input that training never showed', async () => {
    const labelOf = ([x = 0]: Float32Array) => (x > 0 ? 1 : 0);
    const train = makeExamples(60, 3, labelOf);
    for (let row = 0; row < 60; row++) train.features.data[3 * row + 2] = 0;
    const { files } = await trainModel(
      makeRequest('binary-classification', { train }, { epochs: 3, l2: 0.01 }),
    );
    const predictor = await loadPredictor(parseModel(files, 'model'));
    const data = Float32Array.of(0.4, -0.2, 0, 0.4, -0.2, 1000);
    const [without, unseen] = predictor.predict({ data, rows: 2, columns: 3 }).data;
    predictor.dispose();
    expect(unseen).toBe(without);
  });

  test('smaller weights with a penalty on them', async () => {
    const train = makeExamples(80, 4, ([x = 0]) => (x > 0 ? 1 : 0));
    const sizeOf = async (l2: number) => {
      const { files } = await trainModel(makeRequest('binary-classification', { train }, { l2 }));
      return new Float32Array(Uint8Array.from(files.weights).buffer).reduce(
        (sum, weight) => sum + weight * weight,
        0,
      );
    };
    expect(await sizeOf(0.05)).toBeLessThan(0.5 * (await sizeOf(0)));
  });
});

describe('the same request', () => {
  const tasks: [Task, number][] = [
    ['binary-classification', 1],
    ['multiclass-classification', 3],
    ['regression', 1],
  ];
  const withDropout = { architecture: { ...MLP, dropout: 0.3 }, epochs: 4 } as const;
  const examplesFor = (outputs: number) =>
    makeExamples(70, 5, ([x = 0, y = 0]) => (x > 0 ? 0 : outputs === 3 && y > 0 ? 2 : 1));

  test.each(tasks)('gives the same bytes: %s', async (task, outputs) => {
    const request = makeRequest(task, { train: examplesFor(outputs) }, { ...withDropout, outputs });
    const first = await trainModel(request);
    // Work in between must not move names or seeds.
    await trainModel({ ...request, training: { ...request.training, epochs: 1 } });
    const second = await trainModel(request);
    expect(second).toEqual(first);
  });

  test('with another seed gives other weights, whatever the seed decides', async () => {
    const train = examplesFor(1);
    const train1 = (options: Partial<NetworkTraining>) =>
      trainModel(makeRequest('binary-classification', { train }, { ...withDropout, ...options }));
    expect((await train1({ seed: 1 })).files).not.toEqual((await train1({ seed: 2 })).files);
  });
});

describe('dropout', () => {
  test('draws a new mask in every step', async () => {
    // One batch an epoch and a learning rate too small to move anything: the loss of an epoch differs by its mask alone.
    const train = makeExamples(30, 4, ([x = 0]) => (x > 0 ? 1 : 0));
    const course = async (dropout: number) => {
      const request = makeRequest(
        'binary-classification',
        { train },
        {
          architecture: { ...MLP, dropout },
          optimizer: { kind: 'sgd', learningRate: 1e-30 },
          batchSize: 30,
          epochs: 5,
        },
      );
      const { history } = await trainModel(request);
      return history.map(({ trainLoss }) => trainLoss.toPrecision(6));
    };
    expect(new Set(await course(0)).size).toBe(1);
    const masked = await course(0.5);
    expect(new Set(masked).size).toBe(5);
    expect(await course(0.5)).toEqual(masked);
  });

  test('changes no prediction', async () => {
    const train = makeExamples(40, 4, ([x = 0]) => (x > 0 ? 1 : 0));
    const { files } = await trainModel(
      makeRequest(
        'binary-classification',
        { train },
        { architecture: { ...MLP, dropout: 0.5 }, epochs: 2 },
      ),
    );
    const predictor = await loadPredictor(parseModel(files, 'model'));
    expect(predictor.predict(train.features)).toEqual(predictor.predict(train.features));
    predictor.dispose();
  });
});

describe('early stopping', () => {
  // The validation labels contradict the training labels: their validation loss rises from some epoch on.
  const train = makeExamples(60, 3, ([x = 0]) => (x > 0 ? 1 : 0), 1);
  const validation = makeExamples(60, 3, ([x = 0]) => (x > 0.3 ? 1 : 0), 2);
  const request = (options: Partial<NetworkTraining>) =>
    makeRequest('binary-classification', { train, validation }, { epochs: 80, ...options });

  test('ends the training and keeps the weights of the best epoch', async () => {
    const trained = await trainModel(request({ earlyStopping: { patience: 3, minDelta: 0 } }));
    const { history, bestEpoch } = trained;
    expect(trained.stoppedEarly).toBe(true);
    expect(bestEpoch).toBeGreaterThan(1);
    expect(history).toHaveLength(bestEpoch + 3);
    const losses = history.map(({ validationLoss }) => validationLoss);
    expect(losses[bestEpoch - 1]).toBe(Math.min(...losses));
    // Training that ends at the best epoch has the same weights.
    const shorter = await trainModel(request({ epochs: bestEpoch }));
    expect(trained.files).toEqual(shorter.files);
    expect(shorter.stoppedEarly).toBe(false);
  });

  test('switched off trains every epoch and still keeps the best', async () => {
    const { history, bestEpoch, stoppedEarly } = await trainModel(request({}));
    expect(history).toHaveLength(80);
    expect(stoppedEarly).toBe(false);
    expect(bestEpoch).toBeLessThan(80);
  });
});

describe('refuses', () => {
  const train = makeExamples(40, 3, ([x = 0, y = 0]) => 3 * x + y);
  const failure = async (work: Promise<unknown>): Promise<Error> => {
    const error = await work.then(
      () => new Error('nothing was thrown'),
      (reason: Error) => reason,
    );
    expect(isUserError(error)).toBe(true);
    return error;
  };

  test('to go on when the loss is no number any more, naming epoch, step and remedy', async () => {
    const error = await failure(
      trainModel(
        makeRequest('regression', { train }, { optimizer: { kind: 'sgd', learningRate: 10 } }),
      ),
    );
    expect(error.message).toMatch(/loss stopped being a number in epoch \d+ /);
    expect(error.message).toMatch(/Lower training.optimizer.learning-rate/);
  });

  test('a model that fits in no memory', async () => {
    const architecture = { ...MLP, hidden: [65_536, 65_536] };
    const error = await failure(trainModel(makeRequest('regression', { train }, { architecture })));
    expect(error.message).toMatch(/trained numbers, more than/);
  });
});

describe('tensors', () => {
  beforeAll(() => startEngine());

  test('are all freed, after a failure too', async () => {
    const train = makeExamples(40, 3, ([x = 0]) => x);
    const architecture = { ...MLP, dropout: 0.2 };
    // The first training leaves what the library keeps for good.
    await trainModel(makeRequest('regression', { train }, { architecture, epochs: 1 }));
    const before = { ...tf.memory(), ids: tf.backend().numDataIds() };
    const { files } = await trainModel(
      makeRequest('regression', { train }, { architecture, epochs: 3, l2: 0.1 }),
    );
    const predictor = await loadPredictor(parseModel(files, 'model'));
    predictor.predict(train.features);
    predictor.dispose();
    await expect(
      trainModel(
        makeRequest('regression', { train }, { optimizer: { kind: 'sgd', learningRate: 10 } }),
      ),
    ).rejects.toThrow('loss');
    expect({ ...tf.memory(), ids: tf.backend().numDataIds() }).toEqual(before);
  });

  test('leave no listener that hides the errors of a program', () => {
    expect(process.listenerCount('uncaughtException')).toBe(0);
    expect(process.listenerCount('unhandledRejection')).toBe(0);
  });
});
