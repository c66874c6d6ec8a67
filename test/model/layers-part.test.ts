import { describe, expect, test } from '@jest/globals';
import { describeEngine } from '../../shared/engine/index.ts';
import type { TrainingRequest } from '../../shared/model/index.ts';
import {
  LayersTrainingStep,
  loadPredictor,
  ReplayTrainingStep,
  startEngine,
} from '../../shared/model/index.ts';
import { saveModel } from '../../shared/model/model-file.ts';
import { fitWeights } from '../../shared/model/training-loop.ts';
import {
  LAYER_CLASSES,
  listParameters,
  networkOfLayers,
  parseModel,
  type StoredLayer,
} from '../../shared/network/index.ts';
import { SeededRandom } from '../../shared/numeric/index.ts';

type Chain = readonly [className: string, config: Readonly<Record<string, unknown>>][];

/** Layers one after the other, on a vector. */
function chain(inputs: number, layers: Chain): StoredLayer[] {
  return [['InputLayer', { batch_input_shape: [null, inputs] }] as const, ...layers].map(
    ([className, config], index) => ({
      name: `layer_${index}`,
      className,
      config,
      from: index === 0 ? [] : [`layer_${index - 1}`],
    }),
  );
}

const ends = (layers: readonly StoredLayer[]) => ({
  inputs: layers.filter(({ className }) => className === 'InputLayer').map(({ name }) => name),
  output: layers.at(-1)?.name ?? '',
});

const out: Chain[number] = ['Dense', { units: 1, activation: 'sigmoid' }];
const image: Chain[number] = ['Reshape', { target_shape: [6, 6, 2] }];
const series: Chain[number] = ['Reshape', { target_shape: [12, 6] }];
const flat: Chain[number] = ['Flatten', {}];

/** Each class of layer at least once, on 72 numbers. */
const CHAINS: Readonly<Record<string, Chain>> = {
  convolutions: [
    image,
    ['Conv2D', { filters: 3, kernel_size: 3, activation: 'relu', padding: 'same' }],
    ['MaxPooling2D', {}],
    ['Conv2D', { filters: 2, kernel_size: [2, 1], use_bias: false, strides: 1 }],
    ['AveragePooling2D', { pool_size: [1, 2], strides: [1, 1] }],
    flat,
    out,
  ],
  series: [
    series,
    ['Conv1D', { filters: 4, kernel_size: [3], activation: 'tanh', strides: 2, padding: 'same' }],
    ['MaxPooling1D', { pool_size: 2 }],
    ['AveragePooling1D', { pool_size: [2], strides: [1] }],
    ['GlobalAveragePooling1D', {}],
    ['RepeatVector', { n: 3 }],
    ['Permute', { dims: [2, 1] }],
    ['GlobalMaxPooling1D', {}],
    out,
  ],
  pooled: [image, ['GlobalMaxPooling2D', {}], ['LayerNormalization', {}], out],
  averaged: [image, ['GlobalAveragePooling2D', {}], ['BatchNormalization', { momentum: 0.5 }], out],
  lstm: [series, ['LSTM', { units: 3, return_sequences: true }], ['LSTM', { units: 2 }], out],
  gru: [series, ['GRU', { units: 3, recurrent_activation: 'sigmoid' }], out],
  rnn: [series, ['SimpleRNN', { units: 3, go_backwards: true }], out],
  words: [
    ['Activation', { activation: 'relu' }],
    ['Embedding', { input_dim: 20, output_dim: 3 }],
    ['GlobalAveragePooling1D', {}],
    ['Dropout', { rate: 0.25 }],
    out,
  ],
  activations: [
    ['Dense', { units: 4, activation: 'selu' }],
    ['ReLU', {}],
    ['Dense', { units: 4, activation: 'swish' }],
    ['LeakyReLU', { alpha: 0.1 }],
    ['Softmax', { axis: -1 }],
    out,
  ],
};

/** Two inputs and all that joins layers. */
const JOINED: StoredLayer[] = [
  { name: 'b', className: 'InputLayer', config: { batch_input_shape: [null, 40] }, from: [] },
  { name: 'a', className: 'InputLayer', config: { batch_input_shape: [null, 32] }, from: [] },
  { name: 'left', className: 'Dense', config: { units: 3, activation: 'tanh' }, from: ['a'] },
  { name: 'right', className: 'Dense', config: { units: 3 }, from: ['b'] },
  { name: 'sum', className: 'Add', config: {}, from: ['left', 'right'] },
  { name: 'product', className: 'Multiply', config: {}, from: ['left', 'right'] },
  { name: 'mean', className: 'Average', config: {}, from: ['sum', 'product'] },
  { name: 'most', className: 'Maximum', config: {}, from: ['mean', 'left'] },
  { name: 'all', className: 'Concatenate', config: { axis: -1 }, from: ['most', 'sum'] },
  { name: 'out', className: 'Dense', config: { units: 1, activation: 'sigmoid' }, from: ['all'] },
];

const NOT_REPLAYED = ['BatchNormalization', 'GlobalMaxPooling2D'];

const NETWORKS = Object.entries({
  ...Object.fromEntries(Object.entries(CHAINS).map(([name, layers]) => [name, chain(72, layers)])),
  joined: JOINED,
}).map(([name, layers]) => [name, networkOfLayers(name, layers, ends(layers))] as const);

function drawn(size: number, seed: number, scale: number): Float32Array {
  const random = new SeededRandom(seed, 'test');
  return Float32Array.from({ length: size }, () => (random.uniform() - 0.5) * scale);
}

const examples = (rows: number, seed: number) => ({
  features: { data: drawn(rows * 72, seed, 4).map(Math.abs), rows, columns: 72 },
  labels: Float32Array.from({ length: rows }, (_, row) => row % 2),
});

test('every class of layer is in a network of these', () => {
  const used = NETWORKS.flatMap(([, { layersPart }]) => layersPart?.nodes ?? []);
  const classes = new Set(used.map(({ className }) => className));
  expect([...classes].sort()).toEqual([...Object.keys(LAYER_CLASSES), 'InputLayer'].sort());
});

describe.each(NETWORKS)('a network of %s', (_name, network) => {
  const initial = listParameters(network).map(({ name, size }, index) =>
    name.endsWith('moving_variance') || name.endsWith('gamma')
      ? new Float32Array(size).fill(1)
      : drawn(size, index, 0.6),
  );
  const request = {
    task: 'binary-classification',
    outputs: 1,
    train: examples(24, 1),
    validation: examples(8, 2),
    training: {
      seed: 5,
      batchSize: 8,
      epochs: 3,
      l2: 0.001,
      optimizer: { kind: 'adam', learningRate: 0.01 },
      earlyStopping: null,
    },
  } as unknown as TrainingRequest;

  test('trains on WebAssembly as in plain JavaScript', async () => {
    const trained = [];
    for (const name of ['wasm', 'cpu'] as const) {
      await startEngine(name);
      const engine = describeEngine(name);
      trained.push((await fitWeights(network, initial, { ...request, engine })).weights);
    }
    await startEngine();
    const [onWasm = [], onCpu = []] = trained;
    for (const [index, values] of onWasm.entries()) {
      const expected = onCpu[index] ?? new Float32Array();
      const far = values.reduce(
        (most, value, at) => Math.max(most, Math.abs(value - (expected[at] ?? Number.NaN))),
        0,
      );
      // Nine steps of at most 0.01 each.
      expect([listParameters(network)[index]?.name, far < 2e-4]).toEqual([
        listParameters(network)[index]?.name,
        true,
      ]);
    }
  });

  test('trains, is saved, read and read again to the same bytes and answers', async () => {
    await startEngine();
    const { weights, history } = await fitWeights(network, initial, request);
    expect(history).toHaveLength(3);
    let isReplayed = false;
    const byLayers = await fitWeights(
      network,
      initial,
      request,
      (...words) => new LayersTrainingStep(...words),
    );
    expect(byLayers.weights).toEqual(weights);
    const again = await fitWeights(network, initial, request, (...words) => {
      const step = new ReplayTrainingStep(...words);
      const { run } = step;
      step.run = (rows, rate) => {
        const loss = run.call(step, rows, rate);
        isReplayed = step.isReplaying(rows.length);
        return loss;
      };
      return step;
    });
    expect(again.weights).toEqual(weights);
    const classes = network.layersPart?.nodes.map(({ className }) => className) ?? [];
    // The moving averages are no kernel calls of the gradients, and the largest pixel is asked by JavaScript.
    expect(isReplayed).toBe(!classes.some((name) => NOT_REPLAYED.includes(name)));
    for (const [index, { name, kind }] of listParameters(network).entries()) {
      // The activation before the words is no bar: ids below 20 are never below 0.
      if (kind !== 'bias') expect([name, weights[index]]).not.toEqual([name, initial[index]]);
    }
    const files = await saveModel(network, weights);
    const read = parseModel(files, 'm');
    expect(read.network).toEqual(network);
    expect(read.weights.map((values) => [...values])).toEqual(weights.map((values) => [...values]));
    expect(await saveModel(read.network, read.weights)).toEqual(files);
    const { features } = examples(5, 3);
    const answers = [];
    for (const trained of [{ network, weights }, read]) {
      const predictor = await loadPredictor(trained);
      answers.push([...predictor.predict(features).data]);
      predictor.dispose();
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[0]?.every((value) => value > 0 && value < 1)).toBe(true);
  });
});
