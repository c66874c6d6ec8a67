import * as tf from '@tensorflow/tfjs-core';
import {
  model as graphModel,
  input,
  type LayersModel,
  layers,
  type SymbolicTensor,
  sequential,
} from '@tensorflow/tfjs-layers';
import { SeededRandom } from '../../../shared/numeric/index.ts';

/** A model of plain layers on rows of `inputs` numbers; `ids`: the numbers are whole, from 0 to below this. */
export interface ReplayModel {
  readonly inputs: number;
  readonly outputs: number;
  readonly ids?: number;
  readonly build: () => LayersModel;
}

const chain = (
  inputs: number,
  shape: number[],
  members: readonly unknown[],
  ids?: number,
): ReplayModel => ({
  inputs,
  outputs: 3,
  ...(ids === undefined ? {} : { ids }),
  build: () => {
    const model = sequential();
    model.add(layers.reshape({ targetShape: shape, inputShape: [inputs] }));
    for (const member of members) model.add(member as ReturnType<typeof layers.dense>);
    model.add(layers.dense({ units: 3 }));
    giveWeights(model);
    return model;
  },
});

const image = (...members: unknown[]) => chain(98, [7, 7, 2], [...members, layers.flatten()]);
const series = (...members: unknown[]) => chain(40, [8, 5], members);

/** By name: models whose every layer replay is proved for. Layers are made anew for each, since a layer belongs to one model. */
export const REPLAYED: Readonly<Record<string, () => ReplayModel>> = {
  dense: () => chain(7, [7], [layers.dense({ units: 9, activation: 'relu' })]),
  activations: () =>
    chain(
      7,
      [7],
      [
        layers.dense({ units: 9, activation: 'tanh' }),
        layers.dense({ units: 8, activation: 'sigmoid' }),
        layers.dense({ units: 17, useBias: false }),
        layers.activation({ activation: 'elu' }),
        layers.dense({ units: 5, activation: 'softplus' }),
      ],
    ),
  'convolution and pooling': () =>
    image(
      layers.conv2d({ filters: 8, kernelSize: 3, activation: 'relu' }),
      layers.maxPooling2d({ poolSize: 2 }),
    ),
  'max pooling of six channels': () =>
    image(
      layers.conv2d({ filters: 6, kernelSize: 2, activation: 'relu' }),
      layers.maxPooling2d({ poolSize: 3, strides: 2, padding: 'same' }),
    ),
  'convolution with strides and padding': () =>
    image(
      layers.conv2d({ filters: 5, kernelSize: 3, strides: 2, padding: 'same' }),
      layers.averagePooling2d({ poolSize: 2, padding: 'same' }),
      layers.conv2d({ filters: 12, kernelSize: 2, padding: 'same', activation: 'tanh' }),
    ),
  'two convolutions': () =>
    image(
      layers.conv2d({ filters: 4, kernelSize: 3, padding: 'same', activation: 'relu' }),
      layers.conv2d({ filters: 16, kernelSize: 3, activation: 'relu' }),
      layers.maxPooling2d({ poolSize: 3, strides: 2 }),
    ),
  'depthwise and separable convolutions': () =>
    image(
      layers.zeroPadding2d({
        padding: [
          [1, 0],
          [2, 1],
        ],
      }),
      layers.depthwiseConv2d({ kernelSize: 3, depthMultiplier: 2, activation: 'relu' }),
      layers.separableConv2d({ filters: 6, kernelSize: 2, strides: 2, padding: 'same' }),
    ),
  // So large that the gradient of the filter is summed in pieces of the batch.
  'convolution of large images': () =>
    chain(
      12_288,
      [64, 64, 3],
      [layers.conv2d({ filters: 4, kernelSize: 5 }), layers.globalAveragePooling2d({})],
    ),
  'global pooling of images': () =>
    chain(
      98,
      [7, 7, 2],
      [layers.conv2d({ filters: 4, kernelSize: 3 }), layers.globalAveragePooling2d({})],
    ),
  'convolution of series': () =>
    series(
      layers.conv1d({ filters: 8, kernelSize: 3, activation: 'relu' }),
      layers.maxPooling1d({ poolSize: 2 }),
      layers.globalAveragePooling1d({}),
    ),
  'pooling of series': () =>
    series(layers.averagePooling1d({ poolSize: 2 }), layers.globalMaxPooling1d({})),
  lstm: () => series(layers.lstm({ units: 6 })),
  'two lstm, sigmoid gates': () =>
    series(
      layers.lstm({ units: 4, returnSequences: true, recurrentActivation: 'sigmoid' }),
      layers.lstm({ units: 5 }),
    ),
  gru: () => series(layers.gru({ units: 6 })),
  'simple recurrence': () => series(layers.simpleRNN({ units: 6 })),
  embedding: () =>
    chain(
      10,
      [10],
      [layers.embedding({ inputDim: 30, outputDim: 6 }), layers.globalAveragePooling1d({})],
      30,
    ),
  'embedding and lstm': () =>
    chain(6, [6], [layers.embedding({ inputDim: 9, outputDim: 4 }), layers.lstm({ units: 8 })], 9),
  'permute and repeat': () =>
    series(
      layers.permute({ dims: [2, 1] }),
      layers.flatten(),
      layers.repeatVector({ n: 2 }),
      layers.flatten(),
    ),
  dropout: () =>
    chain(
      7,
      [7],
      [
        layers.dense({ units: 9, activation: 'relu' }),
        layers.dropout({ rate: 0.5 }),
        layers.dense({ units: 9 }),
        layers.dropout({ rate: 0.2 }),
      ],
    ),
  'dropout of images': () =>
    image(layers.dropout({ rate: 0.3 }), layers.conv2d({ filters: 4, kernelSize: 3 })),
  'other activations': () =>
    chain(
      7,
      [7],
      [
        layers.dense({ units: 9 }),
        layers.reLU({}),
        layers.dense({ units: 9 }),
        layers.leakyReLU({ alpha: 0.1 }),
        layers.dense({ units: 9, activation: 'selu' }),
        layers.softmax({}),
      ],
    ),
  normalised: () => series(layers.layerNormalization({}), layers.flatten()),
  'batch normalisation': () =>
    chain(7, [7], [layers.dense({ units: 6 }), layers.batchNormalization({ momentum: 0.7 })]),
  'batch normalisation of images': () =>
    image(
      layers.conv2d({ filters: 4, kernelSize: 3 }),
      layers.batchNormalization({}),
      layers.dropout({ rate: 0.2 }),
    ),
  branches,
};

/** Layers that join others. */
function branches(): ReplayModel {
  return {
    inputs: 12,
    outputs: 3,
    build: () => {
      const start = input({ shape: [12] });
      const [left, right] = [1, 2].map(
        () => layers.dense({ units: 6, activation: 'tanh' }).apply(start) as SymbolicTensor,
      ) as [SymbolicTensor, SymbolicTensor];
      const joined = [
        layers.add({}),
        layers.multiply({}),
        layers.average({}),
        layers.maximum({}),
      ].map((layer) => layer.apply([left, right]) as SymbolicTensor);
      const all = layers.concatenate({}).apply(joined) as SymbolicTensor;
      const last = layers.dense({ units: 3 }).apply(all) as SymbolicTensor;
      const made = graphModel({ inputs: start, outputs: last });
      giveWeights(made);
      return made;
    },
  };
}

/** Models that replay leaves to the layers. */
export const REFUSED: Readonly<Record<string, () => ReplayModel>> = {
  'recurrent dropout': () => series(layers.lstm({ units: 6, dropout: 0.2 })),
};

/** With a layer that has another name than it deserves: it multiplies by how often it was called. */
export function countingModel(): ReplayModel {
  const layer = layers.activation({ activation: 'linear' });
  let calls = 0;
  layer.call = (inputs) =>
    tf.mul(Array.isArray(inputs) ? (inputs[0] as tf.Tensor) : inputs, ++calls);
  return chain(7, [7], [layer]);
}

function giveWeights(model: LayersModel): void {
  const values = model.weights.map(({ shape }, index) => {
    const random = new SeededRandom(index, 'weights');
    const size = tf.util.sizeFromShape(shape as number[]);
    return tf.tensor(
      Float32Array.from({ length: size }, () => random.uniform() - 0.5),
      shape as number[],
    );
  });
  model.setWeights(values);
  tf.dispose(values);
}
