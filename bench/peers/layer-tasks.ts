import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, layers, type Sequential, sequential } from '@tensorflow/tfjs-layers';
import type { Task } from '../../shared/config/index.ts';
import { SeededRandom } from '../../shared/numeric/index.ts';
import { HIDDEN, INPUTS } from '../train/task.ts';

/** A network of plain layers and one batch for it. Data and initial weights are the same in every process. */
export interface LayerTask {
  readonly task: Task;
  /** It reads rows of numbers, as every model of this project does. */
  readonly build: () => Sequential;
  readonly batch: (size: number) => { readonly x: tf.Tensor; readonly y: tf.Tensor };
  /** Mean loss of logits. */
  readonly loss: (y: tf.Tensor, logits: tf.Tensor) => tf.Scalar;
}

const softmaxLoss = (y: tf.Tensor, logits: tf.Tensor) =>
  tf.losses.softmaxCrossEntropy(y, logits) as tf.Scalar;
const sigmoidLoss = (y: tf.Tensor, logits: tf.Tensor) =>
  tf.losses.sigmoidCrossEntropy(y, logits) as tf.Scalar;

const WORDS = 5000;

export const LAYER_TASKS: Readonly<Record<string, LayerTask>> = {
  cnn: {
    task: 'multiclass-classification',
    build: () =>
      stack([
        layers.reshape({ targetShape: [28, 28, 1], inputShape: [28 * 28] }),
        layers.conv2d({ filters: 8, kernelSize: 3, activation: 'relu' }),
        layers.maxPooling2d({}),
        layers.conv2d({ filters: 16, kernelSize: 3, activation: 'relu' }),
        layers.maxPooling2d({}),
        layers.flatten(),
        layers.dense({ units: 64, activation: 'relu' }),
        layers.dense({ units: 10 }),
      ]),
    batch: (size) => ({
      x: uniform([size, 28 * 28], 1),
      y: tf.oneHot(whole(size, 10), 10),
    }),
    loss: softmaxLoss,
  },
  embedding: {
    task: 'binary-classification',
    build: () =>
      stack([
        layers.embedding({ inputDim: WORDS, outputDim: 32, inputLength: 100 }),
        layers.globalAveragePooling1d({}),
        layers.dense({ units: 1 }),
      ]),
    batch: (size) => ({
      x: tf.reshape(tf.cast(whole(size * 100, WORDS), 'float32'), [size, 100]),
      y: classes(size),
    }),
    loss: sigmoidLoss,
  },
  lstm: {
    task: 'binary-classification',
    build: () =>
      stack([
        layers.reshape({ targetShape: [20, 8], inputShape: [20 * 8] }),
        layers.lstm({ units: 32 }),
        layers.dense({ units: 1 }),
      ]),
    batch: (size) => ({ x: uniform([size, 20 * 8], 1), y: classes(size) }),
    loss: sigmoidLoss,
  },
  mlp: {
    task: 'binary-classification',
    build: () =>
      stack([
        ...HIDDEN.map((units, index) =>
          layers.dense({
            units,
            activation: 'relu',
            ...(index === 0 ? { inputShape: [INPUTS] } : {}),
          }),
        ),
        layers.dense({ units: 1 }),
      ]),
    batch: (size) => ({ x: uniform([size, INPUTS], 1), y: classes(size) }),
    loss: sigmoidLoss,
  },
};

type AnyLayer = Parameters<Sequential['add']>[0];

function stack(members: readonly unknown[]): Sequential {
  const model = sequential();
  for (const member of members) model.add(member as AnyLayer);
  giveWeights(model);
  return model;
}

function giveWeights(model: LayersModel): void {
  const values = model.weights.map(({ shape }, index) =>
    tf.mul(uniform(shape as number[], 100 + index), 0.1),
  );
  model.setWeights(values);
  tf.dispose(values);
}

function uniform(shape: number[], seed: number): tf.Tensor {
  const random = new SeededRandom(seed, 'layers benchmark');
  const values = Float32Array.from(
    { length: tf.util.sizeFromShape(shape) },
    () => 2 * random.uniform() - 1,
  );
  return tf.tensor(values, shape);
}

function whole(count: number, below: number): tf.Tensor1D {
  const random = new SeededRandom(below, 'layers benchmark');
  return tf.tensor1d(
    Int32Array.from({ length: count }, () => random.integer(below)),
    'int32',
  );
}

function classes(size: number): tf.Tensor {
  return tf.cast(tf.reshape(whole(size, 2), [size, 1]), 'float32');
}
