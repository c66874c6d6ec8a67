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
} from '../../shared/network/index.ts';
import { SeededRandom } from '../../shared/numeric/index.ts';
import { chain, NETWORKS } from './layer-networks.ts';

const NOT_REPLAYED = ['GlobalMaxPooling2D'];

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
    // The largest pixel is asked by JavaScript.
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

test('a penalty on kernels is none where there are no kernels', async () => {
  await startEngine();
  const layers = chain(6, [
    ['Embedding', { input_dim: 5, output_dim: 1 }],
    ['GlobalAveragePooling1D', {}],
    ['Activation', { activation: 'sigmoid' }],
  ]);
  const network = networkOfLayers('n', layers, { inputs: ['layer_0'], output: 'layer_3' });
  const features = {
    data: drawn(8 * 6, 1, 8).map((value) => Math.floor(Math.abs(value))),
    rows: 8,
    columns: 6,
  };
  const batch = { features, labels: Float32Array.from({ length: 8 }, (_, row) => row % 2) };
  const fit = async (l2: number) => {
    const training = {
      seed: 1,
      batchSize: 4,
      epochs: 2,
      l2,
      optimizer: { kind: 'adam', learningRate: 0.1 },
      earlyStopping: null,
    };
    const request = {
      task: 'binary-classification',
      outputs: 1,
      train: batch,
      validation: batch,
      training,
    };
    const { weights } = await fitWeights(
      network,
      [drawn(5, 2, 1)],
      request as unknown as TrainingRequest,
    );
    return weights;
  };
  expect(await fit(0.1)).toEqual(await fit(0));
});
