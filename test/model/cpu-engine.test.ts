import { expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import { describeEngine } from '../../shared/engine/index.ts';
import { loadPredictor, type Matrix, trainModel } from '../../shared/model/index.ts';
import { parseModel } from '../../shared/network/index.ts';
import { makeExamples, makeRequest } from './requests.ts';

const train = makeExamples(120, 3, ([x = 0, y = 0]) => (x > 0.1 ? 2 : y > 0 ? 1 : 0), 1);
const request = makeRequest(
  'multiclass-classification',
  { train },
  {
    architecture: { kind: 'mlp', hidden: [8, 4], activation: 'tanh', dropout: 0.2 },
    outputs: 3,
    epochs: 6,
    l2: 0.001,
  },
);

test('the plain backend trains to the same bytes each time, and up to rounding what WebAssembly does', async () => {
  const engine = describeEngine('cpu');
  const first = await trainModel({ ...request, engine });
  expect(tf.getBackend()).toBe('cpu');
  expect(first.engine).toEqual({ name: 'cpu', version: tf.version_core, simd: false });
  const onWasm = await trainModel(request);
  expect(tf.getBackend()).toBe('wasm');
  const second = await trainModel({ ...request, engine });
  expect(second.files).toEqual(first.files);
  expect(second.history).toEqual(first.history);
  // Other sums, so that engines that took each other's place would show.
  expect(onWasm.files.weights).not.toEqual(first.files.weights);
  const worst = (one: readonly number[], two: readonly number[]) =>
    Math.max(...one.map((value, index) => Math.abs(value - (two[index] as number))));
  const losses = ({ history }: typeof first) => history.map(({ validationLoss }) => validationLoss);
  expect(worst(losses(first), losses(onWasm))).toBeLessThan(1e-4);
});

test('a model predicts the same on both, up to rounding', async () => {
  const { files } = await trainModel(request);
  const answers: Matrix[] = [];
  for (const name of ['cpu', 'wasm'] as const) {
    const predictor = await loadPredictor(parseModel(files, 'model'), name);
    expect(tf.getBackend()).toBe(name);
    answers.push(predictor.predict(train.features));
    predictor.dispose();
  }
  const [cpu, wasm] = answers.map(({ data }) => [...data]) as [number[], number[]];
  expect(Math.max(...cpu.map((value, n) => Math.abs(value - (wasm[n] as number))))).toBeLessThan(
    1e-6,
  );
});
