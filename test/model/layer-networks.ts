import { networkOfLayers, type StoredLayer } from '../../shared/network/index.ts';

export type Chain = readonly [className: string, config: Readonly<Record<string, unknown>>][];

/** Layers one after the other, on a vector. */
export function chain(inputs: number, layers: Chain): StoredLayer[] {
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
  separable: [
    image,
    [
      'ZeroPadding2D',
      {
        padding: [
          [1, 0],
          [2, 1],
        ],
      },
    ],
    ['DepthwiseConv2D', { kernel_size: 3, depth_multiplier: 2, activation: 'relu' }],
    ['SeparableConv2D', { filters: 3, kernel_size: [3, 2], padding: 'same', strides: 2 }],
    flat,
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

/** On 72 numbers each, with one output. */
export const NETWORKS = Object.entries({
  ...Object.fromEntries(Object.entries(CHAINS).map(([name, layers]) => [name, chain(72, layers)])),
  joined: JOINED,
}).map(([name, layers]) => [name, networkOfLayers(name, layers, ends(layers))] as const);
