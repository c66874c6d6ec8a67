import {
  describeNetwork,
  listParameters,
  type Network,
  networkOfLayers,
} from '../../shared/network/index.ts';
import { SeededRandom } from '../../shared/numeric/index.ts';
import { type Graph, GraphBuilder } from '../../shared/tflite/graph.ts';
import { lowerLayers } from '../../shared/tflite/lower-layers.ts';
import { orderGraph } from '../../shared/tflite/order-graph.ts';
import { type Chain, chain, NETWORKS } from '../model/layer-networks.ts';

export function drawn(size: number, seed: number, scale: number): Float32Array {
  const random = new SeededRandom(seed, 'test');
  return Float32Array.from({ length: size }, () => (random.uniform() - 0.5) * scale);
}

export const drawWeights = (network: Network) =>
  listParameters(network).map(({ name, size }, index) =>
    // A variance is not negative, nor near 0.
    name.endsWith('moving_variance')
      ? drawn(size, index, 0.6).map((value) => 0.5 + Math.abs(value))
      : drawn(size, index, 0.8),
  );

/** A graph that reads the network's vector, in the order `order`, from the input `features`. */
export function lower(
  network: Network,
  weights: readonly Float32Array[],
  order: Int32Array,
): Graph {
  const builder = new GraphBuilder();
  builder.input('features', 'float32', [1, network.inputs]);
  const result = lowerLayers(builder, { network, weights }, { features: 'features', order });
  return orderGraph(builder.build([result]));
}

const wideAndDeep = describeNetwork(
  'binary-classification',
  { kind: 'wide-and-deep', hidden: [6], activation: 'tanh', dropout: 0.2, embedding: 3 },
  {
    inputs: 72,
    outputs: 1,
    blocks: [
      { meaning: 'numbers', offset: 0, width: 20 },
      { meaning: 'categories', offset: 20, width: 30 },
      { meaning: 'cross', offset: 50, width: 22 },
    ],
  },
);
const MORE: Readonly<Record<string, Chain>> = {
  'a series': [
    ['Reshape', { target_shape: [12, 6] }],
    ['Conv1D', { filters: 4, kernel_size: [3], activation: 'tanh', strides: 2, padding: 'same' }],
    ['MaxPooling1D', { pool_size: 2 }],
    ['AveragePooling1D', { pool_size: [2], strides: [1], padding: 'same' }],
    ['Permute', { dims: [2, 1] }],
    ['GlobalMaxPooling1D', {}],
    ['Dense', { units: 1, activation: 'sigmoid' }],
  ],
  'other activations': [
    ['Dense', { units: 4, activation: 'elu' }],
    ['ReLU', {}],
    ['Dense', { units: 4, activation: 'swish', use_bias: false }],
    ['LeakyReLU', { alpha: 0.1 }],
    ['Dense', { units: 4, activation: 'relu6' }],
    ['Dense', { units: 4, activation: 'hard_sigmoid' }],
    ['Dense', { units: 5, activation: 'softplus' }],
    ['Dense', { units: 5, activation: 'softsign' }],
    ['Dense', { units: 5, activation: 'selu' }],
    ['Softmax', {}],
    ['Dense', { units: 3, activation: 'softmax' }],
  ],
  'layers of each step': [
    ['Reshape', { target_shape: [6, 12] }],
    ['GRU', { units: 3, return_sequences: true, go_backwards: true, use_bias: false }],
    ['Dense', { units: 5, activation: 'relu' }],
    ['SimpleRNN', { units: 4, return_sequences: true }],
    ['GlobalAveragePooling1D', {}],
  ],
  'the largest pixel': [
    ['Reshape', { target_shape: [6, 6, 2] }],
    ['GlobalMaxPooling2D', {}],
  ],
};

/** Networks with each class of layer that can be written. */
export const WRITTEN: [string, Network][] = [
  ...NETWORKS.map(([name, network]): [string, Network] => [name, network]),
  ['wide and deep', wideAndDeep],
  ...Object.entries(MORE).map(([name, layers]): [string, Network] => {
    const stored = chain(72, layers);
    return [
      name,
      networkOfLayers('n', stored, { inputs: ['layer_0'], output: stored.at(-1)?.name ?? '' }),
    ];
  }),
];
