import { describe, expect, test } from '@jest/globals';
import { loadPredictor, startEngine } from '../../shared/model/index.ts';
import {
  describeNetwork,
  listParameters,
  type Network,
  networkOfLayers,
} from '../../shared/network/index.ts';
import { SeededRandom } from '../../shared/numeric/index.ts';
import { calibrate } from '../../shared/tflite/calibrate.ts';
import { executeGraph } from '../../shared/tflite/execute-graph.ts';
import { writeFlatbuffer } from '../../shared/tflite/flatbuffer-writer.ts';
import { type Graph, GraphBuilder } from '../../shared/tflite/graph.ts';
import { halveWeights } from '../../shared/tflite/half-precision.ts';
import { executeFile } from '../../shared/tflite/index.ts';
import { LOWERED_CLASSES, lowerLayers } from '../../shared/tflite/lower-layers.ts';
import { orderGraph } from '../../shared/tflite/order-graph.ts';
import { quantizeFully, quantizeWeights } from '../../shared/tflite/quantize.ts';
import { type Chain, chain, NETWORKS } from '../model/layer-networks.ts';

const ROWS = 12;

function drawn(size: number, seed: number, scale: number): Float32Array {
  const random = new SeededRandom(seed, 'test');
  return Float32Array.from({ length: size }, () => (random.uniform() - 0.5) * scale);
}

const drawWeights = (network: Network) =>
  listParameters(network).map(({ name, size }, index) =>
    // A variance is not negative, nor near 0.
    name.endsWith('moving_variance')
      ? drawn(size, index, 0.6).map((value) => 0.5 + Math.abs(value))
      : drawn(size, index, 0.8),
  );

/** A graph that reads the network's vector, in the order `order`, from the input `features`. */
function lower(network: Network, weights: readonly Float32Array[], order: Int32Array): Graph {
  const builder = new GraphBuilder();
  builder.input('features', 'float32', [1, network.inputs]);
  const result = lowerLayers(builder, { network, weights }, { features: 'features', order });
  return orderGraph(builder.build([result]));
}

async function execute(graph: Graph, data: Float32Array, width: number): Promise<Float32Array> {
  const answers = await executeFile({
    file: writeFlatbuffer(orderGraph(graph), 'test'),
    rows: ROWS,
    inputs: [{ name: 'features', data, width }],
    output: graph.outputs[0] ?? '',
  });
  return answers.data;
}

function executeHere(graph: Graph, data: Float32Array, width: number): number[] {
  return Array.from({ length: ROWS }, (_, row) => {
    const features = data.subarray(row * width, (row + 1) * width);
    return [
      ...(executeGraph(graph, new Map([['features', features]])).get(graph.outputs[0] ?? '') ?? []),
    ];
  }).flat();
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce(
    (most, value, index) => Math.max(most, Math.abs(value - (b[index] ?? Number.NaN))),
    0,
  );
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

const WRITTEN: [string, Network][] = [
  ...NETWORKS.filter(([name]) => !['series', 'pooled', 'activations'].includes(name)).map(
    ([name, network]): [string, Network] => [name, network],
  ),
  ['wide and deep', wideAndDeep],
  ...Object.entries(MORE).map(([name, layers]): [string, Network] => {
    const stored = chain(72, layers);
    return [
      name,
      networkOfLayers('n', stored, { inputs: ['layer_0'], output: stored.at(-1)?.name ?? '' }),
    ];
  }),
];

test('every class of layer that can be written is in a network of these', () => {
  const used = WRITTEN.flatMap(([, { layersPart }]) => layersPart?.nodes ?? []);
  const classes = new Set(used.map(({ className }) => className));
  expect(LOWERED_CLASSES.filter((name) => !classes.has(name))).toEqual([]);
});

describe.each(WRITTEN)('%s', (_name, network) => {
  const weights = drawWeights(network);
  const width = network.inputs;
  const data = drawn(ROWS * width, 77, 4).map(Math.abs);
  /** The vector turned round: what the file reads stands elsewhere than what the model reads. */
  const order = Int32Array.from({ length: width }, (_, index) => width - 1 - index);
  const turned = data.map((_, index) => {
    const column = index % width;
    return data[index - column + (order[column] ?? 0)] ?? 0;
  });

  async function expectedOf(): Promise<Float32Array> {
    await startEngine();
    const predictor = await loadPredictor({ network, weights });
    const answers = predictor.predict({ data, rows: ROWS, columns: width }).data;
    predictor.dispose();
    return answers;
  }

  test('answers as TensorFlow.js does, in LiteRT and here', async () => {
    const expected = await expectedOf();
    const graph = lower(network, weights, order);
    expect(largestDifference(await execute(graph, turned, width), expected)).toBeLessThan(2e-6);
    expect(largestDifference(executeHere(graph, turned, width), expected)).toBeLessThan(2e-6);
    const plain = lower(network, weights, order.toSorted());
    expect(largestDifference(await execute(plain, data, width), expected)).toBeLessThan(2e-6);
  });

  test('in smaller files, as the same arithmetic in JavaScript', async () => {
    const graph = lower(network, weights, order.toSorted());
    const examples = Array.from(
      { length: ROWS },
      (_, row) => new Map([['features', data.subarray(row * width, (row + 1) * width)]]),
    );
    const full = quantizeFully(graph, calibrate(graph, examples));
    for (const [smaller, tolerance] of [
      [halveWeights(graph), 2e-6],
      // Hybrid kernels round the values, too.
      [quantizeWeights(graph), 0.05],
      [full, 0.02],
    ] as const) {
      const expected = executeHere(orderGraph(smaller), data, width);
      const scale = Math.max(1, ...expected.map(Math.abs));
      const answers = await execute(smaller, data, width);
      expect(largestDifference(answers, expected) / scale).toBeLessThan(tolerance);
    }
  });
});

describe('what can not be written', () => {
  const refused = (layers: Chain, inputs: number) => {
    const stored = chain(inputs, layers);
    const network = networkOfLayers('n', stored, {
      inputs: ['layer_0'],
      output: stored.at(-1)?.name ?? '',
    });
    return () =>
      lower(
        network,
        drawWeights(network),
        Int32Array.from({ length: inputs }, (_, at) => at),
      );
  };
  test.each<[string, Chain, RegExp, number]>([
    [
      'a layer',
      [
        ['RepeatVector', { n: 2 }],
        ['Flatten', {}],
      ],
      /layer "layer_1" is a RepeatVector layer/,
      72,
    ],
    [
      'an activation',
      [['Dense', { units: 2, activation: 'selu' }]],
      /layer "layer_1" has the activation selu/,
      72,
    ],
    [
      'very many steps',
      [
        ['Reshape', { target_shape: [300, 1] }],
        ['LSTM', { units: 1 }],
      ],
      /reads 300 steps, and at most 256/,
      300,
    ],
  ])('%s', (_what, layers, message, inputs) => {
    expect(refused(layers, inputs)).toThrow(message);
  });
});
