import * as tf from '@tensorflow/tfjs-core';
import { indices, numbers, type Operation, type ParityCase, withGradients } from './case.ts';

const fuse = tf.fused.matMul;

/** Values of several operations, without gradients. */
const FORWARD: Record<string, () => tf.Tensor[]> = {
  'fused matMul with a transposed': () => [
    fuse({
      a: numbers([70, 50]),
      b: numbers([70, 30], 2),
      bias: numbers([30], 3),
      transposeA: true,
    }),
  ],
  'fused matMul in batches with relu': () => [
    fuse({
      a: numbers([3, 40, 70]),
      b: numbers([3, 70, 30], 2),
      bias: numbers([30], 3),
      activation: 'relu',
    }),
  ],
  'matMul by one tensor in two shapes': () => {
    const b = numbers([6, 8], 2);
    return [tf.matMul(numbers([5, 6]), b), tf.matMul(numbers([5, 4]), tf.reshape(b, [4, 12]))];
  },
  'fused matMul by one tensor in two shapes': () => {
    const b = numbers([6, 8], 2);
    return [
      fuse({ a: numbers([5, 6]), b: b as tf.Tensor2D, bias: numbers([8], 3) }),
      fuse({ a: numbers([5, 4]), b: tf.reshape(b, [4, 12]), bias: numbers([12], 4) }),
      fuse({ a: numbers([5, 6]), b: b as tf.Tensor2D, bias: numbers([8], 5) }),
    ];
  },
  'matMul of batches, both transposed': () => [
    tf.matMul(numbers([3, 20, 9]), numbers([3, 11, 20], 2), true, true),
  ],
  gather: () => [tf.gather(numbers([50, 8]), indices([16, 20], 50))],
  'gather by axis 1': () => [tf.gather(numbers([5, 9, 3]), indices([4], 9), 1)],
  oneHot: () => [tf.oneHot(indices([32], 10), 10)],
  topk: () => [tf.topk(numbers([8, 20]), 5).values, tf.topk(numbers([8, 20]), 5).indices],
  'argMax and argMin': () => [tf.argMax(numbers([8, 20]), 1), tf.argMin(numbers([8, 20]), 1)],
  einsum: () => [tf.einsum('abc,cde->abde', numbers([2, 3, 4]), numbers([4, 2, 5], 2))],
  unsortedSegmentSum: () => [
    tf.unsortedSegmentSum(numbers([40, 5]), indices([40], 9) as tf.Tensor1D, 7),
  ],
  'unsortedSegmentSum of whole numbers': () => [
    tf.unsortedSegmentSum(indices([40, 5], 90), indices([40], 7) as tf.Tensor1D, 7),
  ],
  scatterND: () => [tf.scatterND(indices([5, 1], 10), numbers([5, 3]), [10, 3])],
  gatherND: () => [tf.gatherND(numbers([10, 3]), indices([5, 1], 10))],
  multinomial: () => [tf.multinomial(numbers([3, 5]) as tf.Tensor2D, 20, 7)],
  randomNormal: () => [tf.randomNormal([50], 0, 1, 'float32', 5)],
  truncatedNormal: () => [tf.truncatedNormal([50], 0, 1, 'float32', 5)],
  'linalg.qr': () => tf.linalg.qr(numbers([6, 6])),
  confusionMatrix: () => [
    tf.math.confusionMatrix(indices([20], 3) as tf.Tensor1D, indices([20], 3, 2) as tf.Tensor1D, 3),
  ],
  bincount: () => [tf.bincount(indices([20], 5) as tf.Tensor1D, tf.tensor1d([], 'float32'), 5)],
  'isNaN and isFinite': () => {
    const x = tf.tensor([1, Number.NaN, Number.POSITIVE_INFINITY]);
    return [tf.isNaN(x), tf.isFinite(x)];
  },
};

const labels = () => tf.oneHot(indices([32], 10), 10);

/** Operations with the inputs at which value and gradients are taken. */
const DIFFERENTIABLE: Record<string, readonly [Operation, ...(() => tf.Tensor)[]]> = {
  matMul: [(a, b) => tf.matMul(a, b), () => numbers([64, 20]), () => numbers([20, 33], 2)],
  'matMul with one row': [
    (a, b) => tf.matMul(a, b),
    () => numbers([1, 7]),
    () => numbers([7, 3], 2),
  ],
  'matMul, both transposed': [
    (a, b) => tf.matMul(a, b, true, true),
    () => numbers([20, 64]),
    () => numbers([33, 20], 2),
  ],
  'matMul in batches': [
    (a, b) => tf.matMul(a, b),
    () => numbers([4, 30, 60]),
    () => numbers([4, 60, 50], 2),
  ],
  'fused matMul with bias and relu': [
    (a, b, bias) => fuse({ a, b, bias, activation: 'relu' }),
    () => numbers([50, 70]),
    () => numbers([70, 30], 2),
    () => numbers([30], 3),
  ],
  'fused matMul with b transposed': [
    (a, b, bias) => fuse({ a, b, bias, transposeB: true }),
    () => numbers([50, 70]),
    () => numbers([30, 70], 2),
    () => numbers([30], 3),
  ],
  'batchNorm of rows': [
    (x, mean, variance, offset, scale) => tf.batchNorm(x, mean, variance, offset, scale, 1e-3),
    () => numbers([8, 10]),
    () => numbers([10], 2),
    () => numbers([10], 3, 0.5, 1),
    () => numbers([10], 4),
    () => numbers([10], 5),
  ],
  'batchNorm of images': [
    (x, mean, variance, offset, scale) => tf.batchNorm(x, mean, variance, offset, scale, 1e-3),
    () => numbers([2, 5, 5, 6]),
    () => numbers([6], 2),
    () => numbers([6], 3, 0.5, 1),
    () => numbers([6], 4),
    () => numbers([6], 5),
  ],
  'mean and variance': [
    (x) => tf.add(tf.moments(x, 0).mean, tf.moments(x, 0).variance),
    () => numbers([8, 10]),
  ],
  'embedding lookup': [(table) => tf.gather(table, indices([16, 20], 50)), () => numbers([50, 8])],
  'embedding lookup of a large table': [
    (table) => tf.gather(table, indices([8, 12], 400)),
    () => numbers([400, 33]),
  ],
  softmax: [(x) => tf.softmax(x), () => numbers([32, 10], 1, -5, 5)],
  logSoftmax: [(x) => tf.logSoftmax(x), () => numbers([32, 10], 1, -5, 5)],
  softmaxCrossEntropy: [
    (x) => tf.losses.softmaxCrossEntropy(labels(), x),
    () => numbers([32, 10], 1, -5, 5),
  ],
  sigmoidCrossEntropy: [
    (x) => tf.losses.sigmoidCrossEntropy(tf.cast(indices([32, 1], 2), 'float32'), x),
    () => numbers([32, 1], 1, -5, 5),
  ],
  meanSquaredError: [
    (x) => tf.losses.meanSquaredError(numbers([32, 10], 7), x),
    () => numbers([32, 10]),
  ],
  huberLoss: [
    (x) => tf.losses.huberLoss(numbers([32, 10], 7), x, undefined, 0.3),
    () => numbers([32, 10]),
  ],
  dropout: [(x) => tf.dropout(x, 0.3, undefined, 42), () => numbers([32, 10])],
  clipByValue: [(x) => tf.clipByValue(x, -0.5, 0.5), () => numbers([32, 10])],
  norm: [(x) => tf.norm(x), () => numbers([32, 10])],
  'sum of squares': [(x) => tf.sum(tf.square(x)), () => numbers([30, 7])],
  'concat and split': [
    (a, b) => {
      const [left, right] = tf.split(tf.concat([a, b], 1), 2, 1);
      return tf.mul(left as tf.Tensor, right as tf.Tensor);
    },
    () => numbers([8, 6]),
    () => numbers([8, 4], 2),
  ],
  'stack and unstack': [
    (a, b) => {
      const [left, right] = tf.unstack(tf.stack([a, b], 1), 1);
      return tf.mul(left as tf.Tensor, right as tf.Tensor);
    },
    () => numbers([8, 6]),
    () => numbers([8, 6], 2),
  ],
  slice: [(x) => tf.slice(x, [2, 1], [3, 4]), () => numbers([8, 6])],
  pad: [
    (x) =>
      tf.pad(x, [
        [1, 2],
        [0, 1],
      ]),
    () => numbers([8, 6]),
  ],
  mirrorPad: [
    (x) =>
      tf.mirrorPad(
        x,
        [
          [1, 2],
          [0, 1],
        ],
        'reflect',
      ),
    () => numbers([8, 6]),
  ],
  tile: [(x) => tf.tile(x, [2, 3]), () => numbers([8, 6])],
  'mean, sum, max and min of an axis': [
    (x) => tf.add(tf.add(tf.mean(x, 1), tf.max(x, 1)), tf.add(tf.min(x, 1), tf.sum(x, 1))),
    () => numbers([8, 6]),
  ],
  prod: [(x) => tf.prod(x, 1), () => numbers([8, 6])],
  reverse: [(x) => tf.reverse(x, 1), () => numbers([8, 6])],
  transpose: [(x) => tf.transpose(x, [0, 2, 1, 3]), () => numbers([2, 3, 4, 5])],
  where: [
    (a, b) => tf.where(tf.greater(numbers([8, 6], 3), 0), a, b),
    () => numbers([8, 6]),
    () => numbers([8, 6], 2),
  ],
  'minimum and maximum': [
    (a, b) => tf.add(tf.minimum(a, b), tf.maximum(a, tf.mul(b, 2))),
    () => numbers([8, 6]),
    () => numbers([8, 6], 2),
  ],
  cumsum: [(x) => tf.cumsum(x, 1), () => numbers([8, 6])],
  addN: [(a, b) => tf.addN([a, b, a]), () => numbers([5]), () => numbers([5], 2)],
  resizeBilinear: [(x) => tf.image.resizeBilinear(x, [8, 8]), () => numbers([3, 4, 4, 3])],
  resizeNearestNeighbor: [
    (x) => tf.image.resizeNearestNeighbor(x, [8, 8]),
    () => numbers([3, 4, 4, 3]),
  ],
  // The library's own gradient fails where it is broadcast.
  squaredDifference: [
    (a, b) => tf.squaredDifference(a, b),
    () => numbers([8, 6]),
    () => numbers([8, 6], 2),
  ],
  prelu: [(x, slopes) => tf.prelu(x, slopes), () => numbers([8, 6]), () => numbers([6], 2)],
};

const ANY_SIGN = {
  relu: tf.relu,
  relu6: tf.relu6,
  elu: tf.elu,
  selu: tf.selu,
  sigmoid: tf.sigmoid,
  tanh: tf.tanh,
  softplus: tf.softplus,
  leakyRelu: tf.leakyRelu,
  exp: tf.exp,
  expm1: tf.expm1,
  square: tf.square,
  abs: tf.abs,
  sin: tf.sin,
  cos: tf.cos,
  erf: tf.erf,
  step: tf.step,
  neg: tf.neg,
  sign: tf.sign,
};
const POSITIVE = {
  sqrt: tf.sqrt,
  rsqrt: tf.rsqrt,
  log: tf.log,
  log1p: tf.log1p,
  reciprocal: tf.reciprocal,
};
const OF_TWO = {
  add: tf.add,
  sub: tf.sub,
  mul: tf.mul,
  div: tf.div,
  pow: tf.pow,
  atan2: tf.atan2,
  mod: tf.mod,
  floorDiv: tf.floorDiv,
};

function entries<Value>(group: Record<string, Value>): [string, Value][] {
  return Object.entries(group);
}

export const OPERATION_CASES: readonly ParityCase[] = [
  ...entries(FORWARD).map(([name, compute]) => ({ name, compute })),
  ...entries(DIFFERENTIABLE).map(([name, [operation, ...inputs]]) => ({
    name,
    compute: () => withGradients(operation, ...inputs.map((make) => make())),
  })),
  ...entries(ANY_SIGN as Record<string, Operation>).map(([name, operation]) => ({
    name: `${name} of any sign`,
    compute: () => withGradients((x) => operation(x), numbers([53], 4, -7, 7)),
  })),
  ...entries(POSITIVE as Record<string, Operation>).map(([name, operation]) => ({
    name: `${name} of positive numbers`,
    compute: () => withGradients((x) => operation(x), numbers([53], 3, 0.05, 2)),
  })),
  ...entries(OF_TWO as Record<string, Operation>).map(([name, operation]) => ({
    name: `${name} with broadcasting`,
    compute: () => withGradients(operation, numbers([8, 6], 1, 0.5, 2), numbers([6], 2, 0.5, 2)),
  })),
];
