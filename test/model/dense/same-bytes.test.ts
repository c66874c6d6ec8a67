import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DenseTrainingStep } from '../../../shared/model/dense/index.ts';
import { startEngine } from '../../../shared/model/engine.ts';
import { describeNetwork, withoutOutputActivation } from '../../../shared/network/index.ts';
import { MLP, makeExamples, makeRequest } from '../requests.ts';
import { byKernel, byLayers, course, requests } from './random-trainings.ts';

beforeAll(() => startEngine());

describe('a training by the kernel gives every byte and every loss of one by TensorFlow.js', () => {
  test('whatever the network and its training', async () => {
    await fc.assert(
      fc.asyncProperty(requests, async (request) => {
        expect(await course(byKernel(request))).toEqual(await course(byLayers(request)));
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['relu', 'adam', 256, 0],
    ['tanh', 'sgd', 64, 0.2],
  ] as const)(
    'on layers wide enough for panels: %s, %s',
    async (activation, kind, batchSize, dropout) => {
      const train = makeExamples(300, 130, ([x = 0, y = 0]) => (x * y > 0 ? 1 : 0));
      const request = makeRequest(
        'binary-classification',
        { train },
        {
          architecture: { kind: 'mlp', hidden: [150, 61], activation, dropout },
          optimizer: { kind, learningRate: 0.01 },
          batchSize,
          l2: 0.001,
          epochs: 2,
        },
      );
      expect(await course(byKernel(request))).toEqual(await course(byLayers(request)));
    },
  );
});

test.each([
  ['TensorFlow.js', byLayers],
  ['the kernel', byKernel],
])(
  'weights that are no numbers end a training by %s, though its loss may be one',
  async (_, run) => {
    const { features, labels } = makeExamples(20, 3, ([x = 0]) => (x > 0 ? 1 : 0));
    const data = features.data.map((value) => value * 1e15);
    const request = makeRequest(
      'binary-classification',
      { train: { features: { ...features, data }, labels }, validation: { features, labels } },
      {
        architecture: { ...MLP, hidden: [1] },
        optimizer: { kind: 'sgd', learningRate: 1 },
        batchSize: 5,
      },
    );
    await expect(run(request)).rejects.toThrow('stopped being a number in epoch 1 ');
  },
);

test('a training that does not fit in the memory of a kernel is left to TensorFlow.js', () => {
  // Only their number is asked for.
  const features = { data: new Float32Array(), rows: 2 ** 20, columns: 3 };
  const train = { features, labels: new Float32Array() };
  const request = makeRequest('regression', { train }, { batchSize: 2 ** 20 });
  const architecture = { ...MLP, hidden: [3000] };
  const network = describeNetwork('regression', architecture, { inputs: 3, outputs: 1 });
  expect(DenseTrainingStep.start(withoutOutputActivation(network), [], request)).toBeNull();
});
