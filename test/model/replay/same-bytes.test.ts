import { beforeAll, describe, expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import type { NetworkTraining } from '../../../shared/config/index.ts';
import { startEngine } from '../../../shared/model/engine.ts';
import { LayersTrainingStep } from '../../../shared/model/layers-training-step.ts';
import { ReplayTrainingStep } from '../../../shared/model/replay/index.ts';
import { SeededRandom } from '../../../shared/numeric/index.ts';
import { makeExamples, makeRequest } from '../requests.ts';
import { countingModel, REFUSED, REPLAYED, type ReplayModel } from './replay-models.ts';

const ROWS = 40;

beforeAll(() => startEngine());

function prepare(
  make: () => ReplayModel,
  options: Partial<NetworkTraining> = {},
  isWeighted = false,
) {
  const { inputs, outputs, ids } = make();
  const examples = makeExamples(ROWS, inputs, ([x = 0]) => (x > 0.3 ? 2 : x > -0.3 ? 1 : 0));
  const data = examples.features.data.map((value) =>
    ids === undefined ? value : Math.floor(((value + 1) / 2) * ids),
  );
  const train = {
    features: { ...examples.features, data },
    labels: examples.labels,
    ...(isWeighted ? { weights: Float64Array.from(examples.labels, (_, row) => row % 3) } : {}),
  };
  const request = makeRequest('multiclass-classification', { train }, { ...options, outputs });
  const network = { name: 'any', inputs, layers: [] };
  const start = (kind: typeof LayersTrainingStep) => new kind(network, [], request, make().build());
  return {
    plain: start(LayersTrainingStep),
    replay: start(ReplayTrainingStep) as ReplayTrainingStep,
  };
}

/** Batches of 7 and of 5 in turns, from random rows. */
function drawBatch(step: number): Uint32Array {
  const random = new SeededRandom(step, 'batch');
  return Uint32Array.from({ length: step % 2 === 0 ? 7 : 5 }, () => random.integer(ROWS));
}

const bytes = (arrays: readonly Float32Array[]) =>
  arrays.map((values) => Buffer.from(values.slice().buffer).toString('hex'));

function expectSameSteps(
  { plain, replay }: ReturnType<typeof prepare>,
  steps: number,
  rateAt: (step: number) => number = () => 0.01,
): void {
  for (let step = 0; step < steps; step++) {
    const rows = drawBatch(step);
    expect(replay.run(rows, rateAt(step))).toBe(plain.run(rows, rateAt(step)));
    expect(bytes(replay.weights())).toEqual(bytes(plain.weights()));
  }
  const [found, expected] = [replay.state(), plain.state()];
  expect(found.moments.map(bytes)).toEqual(expected.moments.map(bytes));
}

describe.each(Object.entries(REPLAYED))('by replay and by the layers: %s', (_, make) => {
  test('the same bytes and losses, for two sizes of batches', () => {
    const steps = prepare(make);
    expectSameSteps(steps, 10);
    expect([7, 5].map((rows) => steps.replay.isReplaying(rows))).toEqual([true, true]);
  });
});

describe('a training by replay', () => {
  const lstm = REPLAYED.lstm as () => ReplayModel;

  test.each([
    ['plain descent', { optimizer: { kind: 'sgd', learningRate: 0.01 } }],
    ['momentum', { optimizer: { kind: 'sgd', learningRate: 0.01, momentum: 0.9 } }],
    ['RMSprop', { optimizer: { kind: 'rmsprop', learningRate: 0.01 } }],
    ['AdamW', { optimizer: { kind: 'adamw', learningRate: 0.01 } }],
    ['clipped gradients', { clip: { by: 'norm', limit: 0.01 } }],
  ] satisfies [string, Partial<NetworkTraining>][])('gives the same bytes by %s', (_, options) => {
    const steps = prepare(lstm, options);
    expectSameSteps(steps, 8, (step) => 0.01 / (1 + step));
    expect(steps.replay.isReplaying(7)).toBe(true);
  });

  test('weighs examples', () => {
    const steps = prepare(lstm, {}, true);
    expectSameSteps(steps, 6);
    expect(steps.replay.isReplaying(7)).toBe(true);
  });

  test('goes on from what another step left', () => {
    const first = prepare(lstm);
    expectSameSteps(first, 6);
    const { replay } = prepare(lstm);
    replay.resume(first.plain.state(), 6);
    expectSameSteps({ plain: first.plain, replay }, 8);
    expect(replay.isReplaying(7)).toBe(true);
  });

  test('keeps no tensor from step to step, and none once disposed', () => {
    const { plain, replay } = prepare(lstm);
    plain.dispose();
    const run = (step: number) => replay.run(drawBatch(step), 0.01);
    for (let step = 0; step < 4; step++) run(step);
    const data = () =>
      (tf.backend() as unknown as { dataIdMap: { numDataIds(): number } }).dataIdMap.numDataIds();
    const [tensors, held] = [tf.memory().numTensors, data()];
    for (let step = 0; step < 6; step++) run(step);
    expect([tf.memory().numTensors, data()]).toEqual([tensors, held]);
  });

  test('frees what it recorded', () => {
    const data = () =>
      (tf.backend() as unknown as { dataIdMap: { numDataIds(): number } }).dataIdMap.numDataIds();
    const count = (kind: 'plain' | 'replay') => {
      const before = data();
      const steps = prepare(lstm);
      const other = kind === 'plain' ? steps.replay : steps.plain;
      other.dispose();
      for (let step = 0; step < 6; step++) steps[kind].run(drawBatch(step), 0.01);
      steps[kind].dispose();
      return data() - before;
    };
    expect(count('replay')).toBe(count('plain'));
  });
});

test.each(Object.entries(REFUSED))('%s is left to the layers', (_, make) => {
  const steps = prepare(make);
  // Dropout of recurrent layers has no seed, so that the library draws another one in each training.
  for (let step = 0; step < 6; step++) steps.replay.run(drawBatch(step), 0.01);
  expect(steps.replay.isReplaying(7)).toBe(false);
});

test('a model whose replay gives other bytes goes on by the layers', () => {
  const steps = prepare(countingModel);
  expectSameSteps(steps, 8);
  expect(steps.replay.isReplaying(7)).toBe(false);
});
