import { beforeAll, describe, expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import { startEngine } from '../../shared/model/engine.ts';
import { SeededRandom } from '../../shared/numeric/index.ts';

// The JavaScript backend is the reference: the same operation and its gradients on both backends.

/** Largest difference allowed, as a share of the largest number in the result. */
const TOLERANCE = 2e-5;

function numbers(shape: number[], seed: number, low = -1, high = 1): tf.Tensor {
  const random = new SeededRandom(seed, 'kernels');
  const size = shape.reduce((product, length) => product * length, 1);
  const values = Float32Array.from({ length: size }, () => low + (high - low) * random.uniform());
  return tf.tensor(values, shape);
}

function indices(shape: number[], below: number): tf.Tensor {
  const random = new SeededRandom(below, 'indices');
  const size = shape.reduce((product, length) => product * length, 1);
  return tf.tensor(
    Int32Array.from({ length: size }, () => random.integer(below)),
    shape,
    'int32',
  );
}

type Operation = (...inputs: tf.Tensor[]) => tf.Tensor;

/** The result and its gradient by every input, with an upstream gradient that is not all ones. */
function withGradients(operation: Operation, ...inputs: tf.Tensor[]): tf.Tensor[] {
  const value = operation(...inputs);
  const upstream = numbers(value.shape, 99);
  return [value, ...tf.grads(operation)(inputs, upstream)];
}

const fuse = tf.fused.matMul;
const four = (matrix: tf.Tensor) => matrix as tf.Tensor4D;

const CASES: Record<string, () => tf.Tensor[]> = {
  'matMul of a dense layer': () =>
    withGradients((a, b) => tf.matMul(a, b), numbers([64, 20], 1), numbers([20, 33], 2)),
  'matMul with one row': () =>
    withGradients((a, b) => tf.matMul(a, b), numbers([1, 7], 1), numbers([7, 3], 2)),
  'matMul, a transposed': () => [
    tf.matMul(numbers([20, 64], 1), numbers([20, 33], 2), true, false),
  ],
  'matMul, b transposed': () => [
    tf.matMul(numbers([64, 20], 1), numbers([33, 20], 2), false, true),
  ],
  'matMul, both transposed': () => [
    tf.matMul(numbers([20, 64], 1), numbers([33, 20], 2), true, true),
  ],
  'matMul in batches': () =>
    withGradients((a, b) => tf.matMul(a, b), numbers([4, 9, 20], 1), numbers([4, 20, 11], 2)),
  'matMul in batches, transposed': () => [
    tf.matMul(numbers([3, 20, 9], 1), numbers([3, 11, 20], 2), true, true),
  ],
  'fused matMul, bias and relu': () =>
    withGradients(
      (a, b, bias) => fuse({ a, b, bias, activation: 'relu' }),
      numbers([50, 70], 1),
      numbers([70, 30], 2),
      numbers([30], 3),
    ),
  'fused matMul, a transposed': () => [
    fuse({
      a: numbers([70, 50], 1),
      b: numbers([70, 30], 2),
      bias: numbers([30], 3),
      transposeA: true,
    }),
  ],
  'fused matMul, b transposed': () => [
    fuse({
      a: numbers([50, 70], 1),
      b: numbers([30, 70], 2),
      bias: numbers([30], 3),
      transposeB: true,
    }),
  ],
  'fused matMul in batches': () => [
    fuse({ a: numbers([3, 40, 70], 1), b: numbers([3, 70, 30], 2), bias: numbers([30], 3) }),
  ],
  'tf.sum, mean and max by axis': () =>
    withGradients(
      (x) => tf.add(tf.sum(x, 1), tf.add(tf.mean(x, 1), tf.max(x, 1))),
      numbers([8, 6], 1),
    ),
  'sum of squares': () => withGradients((x) => tf.sum(tf.square(x)), numbers([30, 7], 1)),
  addN: () => withGradients((a, b) => tf.addN([a, b, a]), numbers([5], 1), numbers([5], 2)),
  'add with broadcasting': () =>
    withGradients((x, bias) => tf.add(x, bias), numbers([16, 5], 1), numbers([5], 2)),
  relu: () => withGradients((x) => tf.relu(x), numbers([50], 1)),
  tanh: () => withGradients((x) => tf.tanh(x), numbers([50], 1, -4, 4)),
  sigmoid: () => withGradients((x) => tf.sigmoid(x), numbers([50], 1, -9, 9)),
  softmax: () => withGradients((x) => tf.softmax(x), numbers([32, 10], 1, -5, 5)),
  dropout: () => withGradients((x) => tf.dropout(x, 0.3, undefined, 42), numbers([32, 10], 1)),
  // Silently wrong in the backend's own kernels:
  'max pooling of numbers below zero': () =>
    withGradients((x) => tf.maxPool(four(x), 2, 2, 'valid'), numbers([4, 12, 12, 3], 1, -2, -1)),
  'conv3d by its input': () =>
    withGradients(
      (x, filter) => tf.conv3d(x as tf.Tensor5D, filter as tf.Tensor5D, 1, 'same'),
      numbers([2, 5, 5, 5, 2], 1),
      numbers([3, 3, 3, 2, 4], 2),
    ),
  'nearest-neighbour resizing of a batch': () =>
    withGradients((x) => tf.image.resizeNearestNeighbor(four(x), [8, 8]), numbers([3, 4, 4, 2], 1)),
  multinomial: () => [tf.multinomial(numbers([3, 5], 1) as tf.Tensor2D, 20, 7)],
  // Missing in the backend:
  'conv2d by input and filter': () =>
    withGradients(
      (x, filter) => tf.conv2d(four(x), four(filter), 2, 'same'),
      numbers([2, 9, 9, 3], 1),
      numbers([3, 3, 3, 4], 2),
    ),
  'depthwise conv2d by input and filter': () =>
    withGradients(
      (x, filter) => tf.depthwiseConv2d(four(x), four(filter), 1, 'same'),
      numbers([2, 9, 9, 3], 1),
      numbers([3, 3, 3, 2], 2),
    ),
  'embedding lookup': () =>
    withGradients((words) => tf.gather(words, indices([16, 5], 50)), numbers([50, 8], 1)),
  einsum: () => [tf.einsum('abc,cde->abde', numbers([2, 3, 4], 1), numbers([4, 2, 5], 2))],
  'unsorted segment sum of whole numbers': () => [
    tf.unsortedSegmentSum(indices([40, 5], 90), indices([40], 7) as tf.Tensor1D, 7),
  ],
  isNaN: () => [tf.isNaN(tf.tensor([1, Number.NaN, 3]))],
};

interface Result {
  readonly shape: number[];
  readonly values: Float32Array;
}

function compute(name: string): Result[] {
  const results: Result[] = [];
  tf.tidy(() => {
    for (const tensor of CASES[name]?.() ?? []) {
      results.push({ shape: tensor.shape, values: Float32Array.from(tensor.dataSync()) });
    }
  });
  return results;
}

describe('kernels of the WebAssembly backend agree with the JavaScript backend', () => {
  const expected = new Map<string, Result[]>();

  beforeAll(async () => {
    await startEngine();
    await tf.setBackend('cpu');
    for (const name of Object.keys(CASES)) expected.set(name, compute(name));
    await tf.setBackend('wasm');
  });

  test.each(Object.keys(CASES))('%s', (name) => {
    expect(tf.getBackend()).toBe('wasm');
    const before = tf.engine().backend.numDataIds();
    const actual = compute(name);
    const reference = expected.get(name) ?? [];
    expect(actual.map(({ shape }) => shape)).toEqual(reference.map(({ shape }) => shape));
    for (const [index, { values }] of reference.entries()) {
      const scale = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1e-3);
      const worst = values.reduce(
        (difference, value, place) =>
          Math.max(difference, Math.abs(value - (actual[index]?.values[place] ?? Number.NaN))),
        0,
      );
      expect(worst / scale).toBeLessThanOrEqual(TOLERANCE);
    }
    // Kernels must free what they allocate for themselves.
    expect(tf.engine().backend.numDataIds()).toBe(before);
  });
});
