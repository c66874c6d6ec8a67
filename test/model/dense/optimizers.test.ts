import { beforeAll, describe, expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import type { OptimizerConfiguration } from '../../../shared/config/index.ts';
import { DenseTrainingStep } from '../../../shared/model/dense/index.ts';
import { startEngine } from '../../../shared/model/engine.ts';
import { LayersTrainingStep } from '../../../shared/model/layers-training-step.ts';
import { describeNetwork, withoutOutputActivation } from '../../../shared/network/index.ts';
import { makeRequest } from '../requests.ts';

beforeAll(() => startEngine());

const train = {
  features: { data: Float32Array.of(1, 0.5, -0.5, 2, 0.25, -1, 1.5, 0.75), rows: 4, columns: 2 },
  labels: Float32Array.of(1, -1, 0.5, 2),
};

/** Weights and bias of a line through the four points after six steps of all of them. */
function descend(optimizer: OptimizerConfiguration, isPlain: boolean): number[] {
  const architecture = { kind: 'linear' } as const;
  const request = makeRequest('regression', { train }, { optimizer, architecture, batchSize: 4 });
  const network = withoutOutputActivation(
    describeNetwork('regression', architecture, { inputs: 2, outputs: 1 }),
  );
  const initial = [Float32Array.of(0.3, -0.2), Float32Array.of(0.1)];
  const step = isPlain
    ? new LayersTrainingStep(network, initial, request)
    : DenseTrainingStep.start(network, initial, request);
  if (step === null) throw new Error('the kernel refuses this training');
  for (let count = 0; count < 6; count++) {
    step.run(Uint32Array.of(0, 1, 2, 3), optimizer.learningRate);
  }
  const weights = step.weights().flatMap((values) => [...values]);
  step.dispose();
  return weights;
}

// optax 0.2.8 on JAX 0.10.2, float32: six steps of jax.grad of jnp.mean((x @ w[:, 0] + b - y) ** 2) from these weights
const CASES: [string, OptimizerConfiguration, number[]][] = [
  [
    'optax.sgd(0.05, momentum=0.9)',
    { kind: 'sgd', learningRate: 0.05, momentum: 0.9 },
    [1.3066743612289429, -0.24455298483371735, 0.46524786949157715],
  ],
  [
    'optax.sgd(0.05, momentum=0.8, nesterov=True)',
    { kind: 'sgd', learningRate: 0.05, momentum: 0.8, nesterov: true },
    [1.156713843345642, -0.2669770121574402, 0.34123140573501587],
  ],
  [
    "optax.adamw(0.05, eps=1e-7, weight_decay=0.3, mask={'w': True, 'b': False})",
    { kind: 'adamw', learningRate: 0.05, weightDecay: 0.3 },
    [0.5580341815948486, -0.2266334593296051, 0.379363089799881],
  ],
  [
    'optax.rmsprop(0.05, decay=0.9, eps=1e-7, eps_in_sqrt=True)',
    { kind: 'rmsprop', learningRate: 0.05 },
    [0.783888041973114, -0.2780548632144928, 0.36836421489715576],
  ],
  // Keras 3.15.1 on JAX, the same gradients: optimizer.apply
  [
    'keras.optimizers.RMSprop(0.05)',
    { kind: 'rmsprop', learningRate: 0.05 },
    [0.783888041973114, -0.2780548334121704, 0.3683641850948334],
  ],
];

describe.each([
  ['the kernel', false],
  ['TensorFlow.js', true],
])('by %s', (_, isPlain) => {
  test.each(CASES)('%s', (_call, optimizer, expected) => {
    for (const [index, value] of descend(optimizer, isPlain).entries()) {
      // TensorFlow.js rounds the powers of Adam's decays to single precision.
      expect(Math.abs(value - (expected[index] as number))).toBeLessThan(2e-6);
    }
  });

  test.each(CASES)('%s leaves no tensor behind', (_call, optimizer) => {
    const before = tf.memory().numTensors;
    descend(optimizer, isPlain);
    expect(tf.memory().numTensors).toBe(before);
  });
});
