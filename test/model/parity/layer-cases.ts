import * as tf from '@tensorflow/tfjs-core';
import {
  input,
  type LayersModel,
  layers,
  model as makeModel,
  type SymbolicTensor,
} from '@tensorflow/tfjs-layers';
import { indices, numbers, type ParityCase } from './case.ts';

// Every layer that can train, as a model of its own: output, gradients by input and weights, and what a training pass
// makes of weights that aren't trained (moving averages). On no backend has
// the library a gradient of conv3dTranspose, of thresholdedReLU and of bilinear upsampling of images that aren't square, nor
// causal padding in conv1d.

type Layer = ReturnType<typeof layers.dense>;
type MakeLayer = () => unknown;

/** Numbers in −1 … 1 of this shape, word numbers, or numbers by which no gradient is asked, of which some rows are 0. */
type Input =
  | readonly number[]
  | { readonly words: number; readonly below: number }
  | { readonly gaps: readonly [number, number] };

const ROW = [20];
const SERIES = [10, 6];
const IMAGE = [8, 7, 3];
const VOLUME = [5, 5, 4, 2];

const LAYERS: readonly (readonly [string, Input, MakeLayer])[] = [
  ['dense', ROW, () => layers.dense({ units: 8 })],
  ['dense of a series', SERIES, () => layers.dense({ units: 4, activation: 'tanh' })],
  ['conv1d', [30, 4], () => layers.conv1d({ filters: 8, kernelSize: 3, activation: 'relu' })],
  [
    'conv1d, strides 2',
    [30, 4],
    () => layers.conv1d({ filters: 8, kernelSize: 3, strides: 2, padding: 'same' }),
  ],
  ['conv2d', IMAGE, () => layers.conv2d({ filters: 8, kernelSize: 3, activation: 'relu' })],
  [
    'conv2d, strides 2',
    IMAGE,
    () => layers.conv2d({ filters: 5, kernelSize: 3, strides: 2, padding: 'same' }),
  ],
  [
    'conv2d, no bias',
    IMAGE,
    () => layers.conv2d({ filters: 5, kernelSize: [2, 3], useBias: false }),
  ],
  ['conv3d', VOLUME, () => layers.conv3d({ filters: 3, kernelSize: 2, activation: 'relu' })],
  [
    'separableConv2d',
    IMAGE,
    () => layers.separableConv2d({ filters: 8, kernelSize: 3, depthMultiplier: 2 }),
  ],
  ['depthwiseConv2d', IMAGE, () => layers.depthwiseConv2d({ kernelSize: 3, depthMultiplier: 2 })],
  [
    'depthwiseConv2d, strides 2',
    IMAGE,
    () => layers.depthwiseConv2d({ kernelSize: 3, strides: 2, padding: 'same' }),
  ],
  ['conv2dTranspose', [5, 6, 3], () => layers.conv2dTranspose({ filters: 4, kernelSize: 3 })],
  [
    'conv2dTranspose, strides 2',
    [5, 6, 3],
    () => layers.conv2dTranspose({ filters: 4, kernelSize: 3, strides: 2, padding: 'same' }),
  ],
  ['maxPooling1d', SERIES, () => layers.maxPooling1d({})],
  ['averagePooling1d', SERIES, () => layers.averagePooling1d({})],
  ['maxPooling2d', IMAGE, () => layers.maxPooling2d({})],
  [
    'maxPooling2d, overlapping',
    IMAGE,
    () => layers.maxPooling2d({ poolSize: 3, strides: 2, padding: 'same' }),
  ],
  [
    'averagePooling2d',
    IMAGE,
    () => layers.averagePooling2d({ poolSize: 3, strides: 2, padding: 'same' }),
  ],
  ['maxPooling3d', VOLUME, () => layers.maxPooling3d({ poolSize: 2 })],
  ['averagePooling3d', VOLUME, () => layers.averagePooling3d({ poolSize: 2 })],
  ['globalAveragePooling1d', SERIES, () => layers.globalAveragePooling1d({})],
  ['globalMaxPooling1d', SERIES, () => layers.globalMaxPooling1d({})],
  ['globalAveragePooling2d', IMAGE, () => layers.globalAveragePooling2d({})],
  ['globalMaxPooling2d', IMAGE, () => layers.globalMaxPooling2d({})],
  ['batchNormalization of rows', ROW, () => layers.batchNormalization({})],
  ['batchNormalization of series', SERIES, () => layers.batchNormalization({})],
  ['batchNormalization of images', IMAGE, () => layers.batchNormalization({})],
  ['layerNormalization', ROW, () => layers.layerNormalization({})],
  ['layerNormalization of series', SERIES, () => layers.layerNormalization({})],
  ['lstm', SERIES, () => layers.lstm({ units: 8 })],
  ['lstm with sequences', SERIES, () => layers.lstm({ units: 5, returnSequences: true })],
  ['lstm backwards', SERIES, () => layers.lstm({ units: 5, goBackwards: true })],
  ['gru', SERIES, () => layers.gru({ units: 8 })],
  ['gru with sequences', SERIES, () => layers.gru({ units: 5, returnSequences: true })],
  ['simpleRNN', SERIES, () => layers.simpleRNN({ units: 8 })],
  [
    'bidirectional lstm',
    SERIES,
    () => layers.bidirectional({ layer: layers.lstm({ units: 4 }) as never, mergeMode: 'concat' }),
  ],
  [
    'bidirectional gru, summed',
    SERIES,
    () => layers.bidirectional({ layer: layers.gru({ units: 4 }) as never, mergeMode: 'sum' }),
  ],
  [
    'stacked lstm cells',
    SERIES,
    () =>
      layers.rnn({ cell: [layers.lstmCell({ units: 4 }), layers.gruCell({ units: 3 })] as never }),
  ],
  ['convLstm2d', [3, 5, 5, 2], () => layers.convLstm2d({ filters: 3, kernelSize: 2 })],
  [
    'timeDistributed dense',
    SERIES,
    () => layers.timeDistributed({ layer: layers.dense({ units: 4 }) }),
  ],
  ['embedding', { words: 12, below: 50 }, () => layers.embedding({ inputDim: 50, outputDim: 8 })],
  ['upSampling2d', IMAGE, () => layers.upSampling2d({})],
  [
    'upSampling2d, bilinear',
    [6, 6, 3],
    () => layers.upSampling2d({ size: [2, 2], interpolation: 'bilinear' }),
  ],
  [
    'cropping2D',
    IMAGE,
    () =>
      layers.cropping2D({
        cropping: [
          [1, 2],
          [0, 1],
        ],
      }),
  ],
  [
    'zeroPadding2d',
    IMAGE,
    () =>
      layers.zeroPadding2d({
        padding: [
          [1, 2],
          [0, 1],
        ],
      }),
  ],
  ['permute', SERIES, () => layers.permute({ dims: [2, 1] })],
  ['repeatVector', ROW, () => layers.repeatVector({ n: 3 })],
  ['reshape', SERIES, () => layers.reshape({ targetShape: [4, 15] })],
  ['flatten', IMAGE, () => layers.flatten()],
  ['prelu', SERIES, () => layers.prelu()],
  ['leakyReLU', ROW, () => layers.leakyReLU()],
  ['elu layer', ROW, () => layers.elu()],
  ['softmax layer', ROW, () => layers.softmax()],
];

const ACTIVATIONS = [
  'elu',
  'gelu',
  'gelu_new',
  'hardSigmoid',
  'linear',
  'mish',
  'relu',
  'relu6',
  'selu',
  'sigmoid',
  'softmax',
  'softplus',
  'softsign',
  'swish',
  'tanh',
] as const;

const apply = (layer: unknown, to: unknown) =>
  (layer as Layer).apply(to as SymbolicTensor) as SymbolicTensor;

/** Models of several layers. */
const MODELS: readonly (readonly [string, Input, (x: SymbolicTensor) => SymbolicTensor])[] = [
  [
    'embedding with masking, lstm',
    { words: 12, below: 9 },
    (x) => {
      const vectors = apply(layers.embedding({ inputDim: 9, outputDim: 6, maskZero: true }), x);
      return apply(layers.lstm({ units: 4 }), vectors);
    },
  ],
  [
    'embedding with masking, gru with sequences',
    { words: 7, below: 9 },
    (x) => {
      const vectors = apply(layers.embedding({ inputDim: 9, outputDim: 6, maskZero: true }), x);
      return apply(layers.gru({ units: 4, returnSequences: true }), vectors);
    },
  ],
  [
    'masking, simpleRNN',
    { gaps: [10, 6] },
    (x) => apply(layers.simpleRNN({ units: 4 }), apply(layers.masking({ maskValue: 0 }), x)),
  ],
  [
    'embedding, average, dense',
    { words: 30, below: 200 },
    (x) => {
      const vectors = apply(layers.embedding({ inputDim: 200, outputDim: 16 }), x);
      return apply(layers.dense({ units: 3 }), apply(layers.globalAveragePooling1d({}), vectors));
    },
  ],
  [
    'dot of two branches',
    SERIES,
    (x) =>
      apply(layers.dot({ axes: 1 }), [
        apply(layers.dense({ units: 3 }), x),
        apply(layers.dense({ units: 4 }), x),
      ]),
  ],
  [
    'dot, normalised',
    ROW,
    (x) =>
      apply(layers.dot({ axes: 1, normalize: true }), [
        apply(layers.dense({ units: 4 }), x),
        apply(layers.dense({ units: 4 }), x),
      ]),
  ],
  ...(['add', 'multiply', 'average', 'maximum', 'minimum', 'concatenate'] as const).map(
    (merge) =>
      [
        `${merge} of two branches`,
        ROW,
        (x: SymbolicTensor) =>
          apply(layers[merge](), [
            apply(layers.dense({ units: 4 }), x),
            apply(layers.dense({ units: 4 }), x),
          ]),
      ] as const,
  ),
  [
    'dense, reshape, dense, one gradient in two shapes',
    ROW,
    (x) => {
      const rows = apply(layers.dense({ units: 12 }), x);
      const series = apply(layers.reshape({ targetShape: [3, 4] }), rows);
      return apply(layers.dense({ units: 5 }), apply(layers.dense({ units: 4 }), series));
    },
  ],
  [
    'convolutions, pooling, dense',
    [14, 14, 1],
    (x) => {
      let value = apply(layers.conv2d({ filters: 4, kernelSize: 3, activation: 'relu' }), x);
      value = apply(layers.maxPooling2d({}), value);
      value = apply(layers.conv2d({ filters: 6, kernelSize: 3, activation: 'relu' }), value);
      value = apply(layers.flatten(), apply(layers.maxPooling2d({}), value));
      return apply(layers.dense({ units: 3, activation: 'softmax' }), value);
    },
  ],
  [
    'convolution with batchNormalization',
    IMAGE,
    (x) => {
      const value = apply(layers.conv2d({ filters: 4, kernelSize: 3, useBias: false }), x);
      const normal = apply(
        layers.activation({ activation: 'relu' }),
        apply(layers.batchNormalization({}), value),
      );
      return apply(layers.dense({ units: 2 }), apply(layers.globalAveragePooling2d({}), normal));
    },
  ],
];

const EXAMPLES = 5;

function layerCase(
  name: string,
  from: Input,
  make: (x: SymbolicTensor) => SymbolicTensor,
): ParityCase {
  return {
    name: `layer ${name}`,
    compute: () => {
      const values = makeBatch(from);
      const x = input({ shape: values.shape.slice(1) });
      const model = makeModel({ inputs: x, outputs: make(x) });
      giveWeights(model);
      const batch = tf.variable(values);
      try {
        return outcome(model, batch, Array.isArray(from));
      } finally {
        model.dispose();
        batch.dispose();
      }
    },
  };
}

function makeBatch(from: Input): tf.Tensor {
  if ('words' in from) return tf.cast(indices([EXAMPLES, from.words], from.below), 'float32');
  if (!('gaps' in from)) return numbers([EXAMPLES, ...from], 3);
  const isThere = indices([EXAMPLES, from.gaps[0], 1], 3);
  return tf.mul(numbers([EXAMPLES, ...from.gaps], 3), tf.minimum(isThere, 1));
}

/** The layers' own initial weights are drawn by the library, anew each time. */
function giveWeights(model: LayersModel): void {
  model.setWeights(
    model.weights.map(({ shape, name }, index) => {
      const low = /variance/.test(name) ? 0.5 : -0.7;
      return numbers(shape as number[], 20 + index, low, low + 1.4);
    }),
  );
}

function outcome(model: LayersModel, batch: tf.Variable, byInput: boolean): tf.Tensor[] {
  const weights = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  let output: tf.Tensor | undefined;
  const { grads } = tf.variableGrads(
    () => {
      const value = model.apply(batch, { training: true }) as tf.Tensor;
      output = tf.keep(tf.clone(value));
      return tf.sum(tf.mul(value, numbers(value.shape, 99))) as tf.Scalar;
    },
    byInput ? [batch, ...weights] : weights,
  );
  const value = tf.clone(output as tf.Tensor);
  output?.dispose();
  // Clones: the weights go with their model.
  const moved = model.nonTrainableWeights.map((weight) => tf.clone(weight.read()));
  // Named by counters, which differ from one build of a model to the next: their order doesn't.
  const inOrder = (byInput ? [batch, ...weights] : weights).map(
    ({ name }) => grads[name] as tf.Tensor,
  );
  return [value, model.predict(batch) as tf.Tensor, ...inOrder, ...moved];
}

export const LAYER_CASES: readonly ParityCase[] = [
  ...LAYERS.map(([name, from, make]) => layerCase(name, from, (x) => apply(make(), x))),
  ...ACTIVATIONS.map((activation) =>
    layerCase(`dense with ${activation}`, ROW, (x) =>
      apply(layers.dense({ units: 6, activation }), x),
    ),
  ),
  ...MODELS.map(([name, from, make]) => layerCase(name, from, make)),
];
