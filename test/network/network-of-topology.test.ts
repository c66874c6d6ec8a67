import { describe, expect, test } from '@jest/globals';
import { input, layers, model, type SymbolicTensor, sequential } from '@tensorflow/tfjs-layers';
import { startEngine } from '../../shared/model/index.ts';
import {
  BadLayers,
  listParameters,
  networkOfTopology,
  outputActivation,
  type WantedModel,
} from '../../shared/network/index.ts';

const BINARY: WantedModel = {
  task: 'binary-classification',
  inputs: 6,
  outputs: 1,
  widths: [4, 2],
};

/** What the library writes of a model. */
const topologyOf = (made: { toJSON(unused: null, asText: false): unknown }): unknown =>
  JSON.parse(JSON.stringify(made.toJSON(null, false)));

const end = (units = 1, activation: 'sigmoid' | 'linear' | 'softmax' = 'sigmoid') =>
  layers.dense({ name: 'end', units, activation });

function refusal(topology: unknown, wanted = BINARY): string {
  try {
    networkOfTopology(topology, wanted);
  } catch (error) {
    if (error instanceof BadLayers) return error.what;
    throw error;
  }
  throw new Error('it was taken');
}

test('a chain that reads the numbers as they are', async () => {
  await startEngine('cpu');
  const made = sequential({
    layers: [layers.dense({ name: 'first', units: 3, inputShape: [6] }), end()],
  });
  const network = networkOfTopology(topologyOf(made), BINARY);
  expect(network.layersPart?.nodes.map(({ name, from }) => [name, from])).toEqual([
    ['input_1', []],
    ['first', ['input_1']],
    ['end', ['first']],
  ]);
  expect(outputActivation(network)).toBe('sigmoid');
  expect(listParameters(network).map(({ name, shape }) => [name, shape])).toEqual(
    made.weights.map((weight) => [weight.originalName, weight.shape]),
  );
});

test('an image is a vector that is reshaped', () => {
  const made = sequential({
    layers: [
      layers.conv2d({ name: 'see', filters: 2, kernelSize: 2, inputShape: [3, 2, 1] }),
      layers.flatten({ name: 'flat' }),
      end(),
    ],
  });
  const { layersPart } = networkOfTopology(topologyOf(made), BINARY);
  expect(layersPart?.nodes.map(({ name, shape, from }) => [name, shape, from])).toEqual([
    ['input_1', [6], []],
    ['input_1_shape', [3, 2, 1], ['input_1']],
    ['see', [2, 1, 2], ['input_1_shape']],
    ['flat', [4], ['see']],
    ['end', [1], ['flat']],
  ]);
});

test('a functional model has an input for each feature', () => {
  const inputs = [input({ name: 'words', shape: [4] }), input({ name: 'pair', shape: [2] })];
  const joined = layers.concatenate({ name: 'all' }).apply(inputs) as SymbolicTensor;
  const made = model({ inputs, outputs: end().apply(joined) as SymbolicTensor });
  const { layersPart } = networkOfTopology(topologyOf(made), BINARY);
  expect(layersPart?.nodes.map(({ name, from }) => [name, from])).toEqual([
    ['input_1', []],
    ['input_2', []],
    ['all', ['input_1', 'input_2']],
    ['end', ['all']],
  ]);
});

test('an activation of its own may be the last layer', () => {
  const made = sequential({
    layers: [
      layers.dense({ units: 3, inputShape: [6] }),
      layers.activation({ name: 'shares', activation: 'softmax' }),
    ],
  });
  const wanted = { ...BINARY, task: 'multiclass-classification', outputs: 3 } as const;
  expect(outputActivation(networkOfTopology(topologyOf(made), wanted))).toBe('softmax');
});

const chain = (...made: Parameters<typeof sequential>[0][]) => topologyOf(sequential(...made));

describe('a model that can not be trained', () => {
  const shared = layers.dense({ name: 'shared', units: 2 });
  test.each<[what: string, topology: () => unknown, message: RegExp]>([
    [
      'another activation',
      () => chain({ layers: [layers.reLU({ inputShape: [6] }), end(1, 'linear')] }),
      /its last layer "end" has the activation linear, and a binary-classification needs sigmoid/,
    ],
    [
      'more outputs',
      () => chain({ layers: [layers.reLU({ inputShape: [6] }), end(2)] }),
      /its last layer "end" gives \[2\], and a binary-classification needs \[1\]/,
    ],
    [
      'other inputs',
      () => chain({ layers: [layers.reLU({ name: 'f', inputShape: [5] }), end()] }),
      /its inputs are "f_input" \[5\]: it needs one of 6 numbers \(inputs\), or 2 of 4, 2 numbers/,
    ],
    [
      'an input of any length',
      () => chain({ layers: [layers.simpleRNN({ units: 2, inputShape: [null, 2] }), end()] }),
      /the shape of its input "simple_rnn_SimpleRNN\d+_input" is not fixed/,
    ],
    [
      'a layer that is not known',
      () =>
        chain({ layers: [layers.gaussianNoise({ name: 'n', stddev: 1, inputShape: [6] }), end()] }),
      /layer "n" is a GaussianNoise layer/,
    ],
    [
      'a penalty',
      () =>
        chain({
          layers: [
            layers.dense({ name: 'd', units: 2, inputShape: [6], kernelRegularizer: 'l1l2' }),
            end(),
          ],
        }),
      /kernel_regularizer of layer "d" \(Dense\) must be left out: training\.l1/,
    ],
    [
      'a layer that is not trained',
      () =>
        chain({
          layers: [layers.dense({ name: 'd', units: 2, inputShape: [6], trainable: false }), end()],
        }),
      /trainable of layer "d"/,
    ],
    [
      'a layer that is used twice',
      () => {
        const one = input({ shape: [6] });
        const twice = shared.apply(layers.dense({ units: 2 }).apply(one)) as SymbolicTensor;
        const again = shared.apply(twice) as SymbolicTensor;
        return topologyOf(model({ inputs: one, outputs: end().apply(again) as SymbolicTensor }));
      },
      /layer "shared" is used 2 times/,
    ],
    [
      'two outputs',
      () => {
        const one = input({ shape: [6] });
        const outputs = [1, 2].map((n) =>
          layers.dense({ units: n }).apply(one),
        ) as SymbolicTensor[];
        return topologyOf(model({ inputs: one, outputs }));
      },
      /it has 2 outputs/,
    ],
    [
      'a name that no file may have',
      () => chain({ layers: [layers.dense({ name: 'a/b', units: 1, inputShape: [6] }), end()] }),
      /a layer is called "a\/b"/,
    ],
    ['no model', () => ({ class_name: 'Sequential', config: [] }), /its description is not that/],
    ['nothing', () => null, /its description is not that/],
    ['no layers', () => ({ class_name: 'Sequential', config: { layers: [] } }), /it has no layers/],
    ['another class', () => ({ class_name: 'Graph', config: {} }), /it is a Graph, no Sequential/],
  ])('%s', (_what, topology, message) => {
    expect(refusal(topology())).toMatch(message);
  });
});
