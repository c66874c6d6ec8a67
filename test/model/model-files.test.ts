import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import { describeEngine } from '../../shared/engine/index.ts';
import { explainEngineErrors, guardAllocation } from '../../shared/model/engine-memory.ts';
import { loadPredictor, type Predictor, trainModel } from '../../shared/model/index.ts';
import { type ModelFiles, parseModel } from '../../shared/network/index.ts';
import { MLP, makeExamples, makeRequest } from './requests.ts';

const EXAMPLES = makeExamples(50, 4, ([x = 0, y = 0]) => (x > 0.2 ? 0 : y > 0 ? 1 : 2));
let files: ModelFiles;

beforeAll(async () => {
  const request = makeRequest(
    'multiclass-classification',
    { train: EXAMPLES },
    {
      architecture: { ...MLP, dropout: 0.25 },
      epochs: 3,
      outputs: 3,
    },
  );
  files = (await trainModel(request)).files;
});

describe('the files of a model', () => {
  test('are loaded by TensorFlow.js itself, with the same predictions', async () => {
    const model = JSON.parse(files.modelJson);
    const loaded = await loadLayersModel({
      load: async () => ({
        modelTopology: model.modelTopology,
        format: model.format,
        generatedBy: model.generatedBy,
        convertedBy: model.convertedBy,
        weightSpecs: model.weightsManifest[0].weights,
        weightData: Uint8Array.from(files.weights).buffer,
      }),
    });
    const { data, rows, columns } = EXAMPLES.features;
    const output = loaded.predict(tf.tensor2d(data, [rows, columns])) as tf.Tensor;
    const predictor = await loadPredictor(parseModel(files, 'model'));
    expect([...output.dataSync()]).toEqual([...predictor.predict(EXAMPLES.features).data]);
    predictor.dispose();
    expect(output.shape).toEqual([50, 3]);
    expect(loaded.layers.map((layer) => layer.name)).toEqual([
      'hidden_1',
      'dropout_1',
      'hidden_2',
      'dropout_2',
      'output',
    ]);
    expect(loaded.layers.at(-1)?.getConfig().activation).toBe('softmax');
    output.dispose();
    loaded.dispose();
  });

  test('hold no time and no folder', () => {
    expect(files.modelJson).not.toMatch(/20\d\d-|dateSaved|\/work|\\/);
    expect(JSON.parse(files.modelJson).weightsManifest[0].paths).toEqual(['weights.bin']);
  });
});

describe('a predictor', () => {
  let predictor: Predictor;
  beforeAll(async () => {
    predictor = await loadPredictor(parseModel(files, 'model'));
  });
  afterAll(() => predictor.dispose());

  test('knows its shape and refuses another', () => {
    expect(predictor).toMatchObject({ inputs: 4, outputs: 3 });
    expect(() => predictor.predict({ data: new Float32Array(6), rows: 2, columns: 3 })).toThrow(
      'reads 4 numbers',
    );
  });

  test('gives the same for a row, whatever rows come with it, and for no rows nothing', () => {
    const { data, columns } = EXAMPLES.features;
    const all = predictor.predict(EXAMPLES.features).data;
    for (const row of [0, 17, 49]) {
      const alone = predictor.predict({
        data: data.slice(row * columns, (row + 1) * columns),
        rows: 1,
        columns,
      });
      expect([...alone.data]).toEqual([...all.slice(3 * row, 3 * row + 3)]);
    }
    expect(predictor.predict({ data: new Float32Array(0), rows: 0, columns: 4 }).rows).toBe(0);
  });

  test('works through more rows than go in one block', () => {
    // 4.5 million rows of at most 16 numbers between two layers: two blocks.
    const rows = 1_100_000;
    const data = new Float32Array(rows * 4);
    data.set(EXAMPLES.features.data.subarray(0, 4), (rows - 1) * 4);
    const { data: scores } = predictor.predict({ data, rows, columns: 4 });
    expect([...scores.slice(-3)]).toEqual([
      ...predictor.predict(EXAMPLES.features).data.slice(0, 3),
    ]);
  });
});

describe('the engine', () => {
  test('is described as it is, without loading it', () => {
    const require = createRequire(import.meta.url);
    for (const name of ['core', 'layers', 'backend-wasm', 'backend-cpu']) {
      const { version } = JSON.parse(
        readFileSync(require.resolve(`@tensorflow/tfjs-${name}/package.json`), 'utf8'),
      );
      expect(describeEngine().version).toBe(version);
    }
    expect(describeEngine().simd).toBe(tf.env().getBool('WASM_HAS_SIMD_SUPPORT'));
    expect(tf.getBackend()).toBe(describeEngine().name);
  });

  test('says that memory ran out, when a tensor finds no place and when a kernel is trapped', async () => {
    await expect(
      explainEngineErrors(() => {
        tf.zeros([40_000, 40_000]);
      }),
    ).rejects.toThrow(/more than the 4 GB of memory/);
    const full = { wasm: { _malloc: () => 0, _free: () => undefined } };
    guardAllocation(full as unknown as BackendWasm);
    expect(() => (full.wasm._malloc as (bytes: number) => number)(8)).toThrow(/4 GB/);
    const trap = Object.assign(new Error('memory access out of bounds'), { name: 'RuntimeError' });
    await expect(explainEngineErrors(() => Promise.reject(trap))).rejects.toThrow(/4 GB/);
    const ours = new TypeError('another fault');
    await expect(explainEngineErrors(() => Promise.reject(ours))).rejects.toBe(ours);
  });
});
