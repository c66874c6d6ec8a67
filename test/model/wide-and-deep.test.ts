import { beforeAll, describe, expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import fc from 'fast-check';
import { isUserError } from '../../shared/errors/index.ts';
import type { FeatureBlock } from '../../shared/features/index.ts';
import { startEngine } from '../../shared/model/engine.ts';
import {
  type Checkpoint,
  type LabelledMatrix,
  loadPredictor,
  type TrainingRequest,
  trainModel,
} from '../../shared/model/index.ts';
import { drawInitialWeights, findUsedInputs } from '../../shared/model/initial-weights.ts';
import { buildLayersModel } from '../../shared/model/layers-model.ts';
import { LayersTrainingStep } from '../../shared/model/layers-training-step.ts';
import {
  describeNetwork,
  listParameters,
  type ModelFiles,
  type Network,
  outputActivation,
  parseModel,
  withoutOutputActivation,
} from '../../shared/network/index.ts';
import { SeededRandom } from '../../shared/numeric/index.ts';
import { makeRequest } from './requests.ts';

/** A number, a category of 3, a cross of 4, another category of 3, two numbers. */
const BLOCKS: readonly FeatureBlock[] = [
  { meaning: 'numbers', offset: 0, width: 1 },
  { meaning: 'categories', offset: 1, width: 3 },
  { meaning: 'cross', offset: 4, width: 4 },
  { meaning: 'categories', offset: 8, width: 3 },
  { meaning: 'numbers', offset: 11, width: 1 },
  { meaning: 'numbers', offset: 12, width: 1 },
];
const COLUMNS = 13;
const ARCHITECTURE = {
  kind: 'wide-and-deep',
  hidden: [5, 4],
  activation: 'tanh',
  dropout: 0,
  embedding: 2,
} as const;

function makeData(rows: number, classes: number): LabelledMatrix {
  const random = new SeededRandom(5, 'rows');
  const data = new Float32Array(rows * COLUMNS);
  const labels = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (const { meaning, offset, width } of BLOCKS) {
      const place = random.integer(width);
      sum += place;
      data[row * COLUMNS + offset + place] = meaning === 'numbers' ? 2 * random.uniform() - 1 : 1;
    }
    labels[row] = sum % classes;
  }
  return { features: { data, rows, columns: COLUMNS }, labels };
}

const DATA = makeData(60, 3);

function makeWide(options: Parameters<typeof makeRequest>[2] = {}): TrainingRequest {
  const request = makeRequest(
    'multiclass-classification',
    { train: DATA },
    { outputs: 3, architecture: ARCHITECTURE, epochs: 4, ...options },
  );
  return { ...request, blocks: BLOCKS };
}

const NETWORK = describeNetwork('multiclass-classification', ARCHITECTURE, {
  inputs: COLUMNS,
  outputs: 3,
  blocks: BLOCKS,
});

/** Logits of one row in double precision, written down from the formula of Cheng et al. 2016. */
function logitsOf(weights: ReadonlyMap<string, number[]>, row: number[]): number[] {
  const multiply = (x: number[], name: string, bias?: string): number[] => {
    const kernel = weights.get(name) as number[];
    const units = kernel.length / x.length;
    return Array.from({ length: units }, (_, unit) =>
      x.reduce(
        (sum, value, index) => sum + value * (kernel[index * units + unit] as number),
        bias === undefined ? 0 : (weights.get(bias)?.[unit] as number),
      ),
    );
  };
  const deep = [
    ...row.slice(0, 1),
    ...multiply(row.slice(1, 4), 'both_2_embedding/kernel'),
    ...multiply(row.slice(8, 11), 'both_4_embedding/kernel'),
    ...row.slice(11, 13),
  ];
  const one = multiply(deep, 'hidden_1/kernel', 'hidden_1/bias').map(Math.tanh);
  const two = multiply(one, 'hidden_2/kernel', 'hidden_2/bias').map(Math.tanh);
  const wide = multiply(row.slice(1, 11), 'wide_output/kernel');
  return multiply(two, 'output/kernel', 'output/bias').map((z, unit) => z + (wide[unit] as number));
}

const rowOf = (row: number): number[] => [
  ...DATA.features.data.subarray(row * COLUMNS, (row + 1) * COLUMNS),
];

function named(network: Network, weights: readonly Float32Array[]): Map<string, number[]> {
  return new Map(
    listParameters(network).map(({ name }, index) => [name, [...(weights[index] ?? [])]]),
  );
}

/** All weights anything but 0. */
function randomWeights(): Float32Array[] {
  const random = new SeededRandom(9, 'weights');
  return listParameters(NETWORK).map(({ size }) =>
    Float32Array.from({ length: size }, () => random.uniform() - 0.5),
  );
}

let files: ModelFiles;
beforeAll(async () => {
  await startEngine();
  files = (await trainModel(makeWide({ architecture: { ...ARCHITECTURE, dropout: 0.2 } }))).files;
});

describe('a wide-and-deep model', () => {
  test('has one input for each block, neighbours of one use joined', () => {
    expect(NETWORK.wideAndDeep?.inputs).toEqual([
      { name: 'deep_1', use: 'deep', offset: 0, width: 1 },
      { name: 'both_2', use: 'both', offset: 1, width: 3 },
      { name: 'wide_3', use: 'wide', offset: 4, width: 4 },
      { name: 'both_4', use: 'both', offset: 8, width: 3 },
      { name: 'deep_5', use: 'deep', offset: 11, width: 2 },
    ]);
  });

  test('gives what the formula says', () => {
    const weights = randomWeights();
    const step = new LayersTrainingStep(withoutOutputActivation(NETWORK), weights, makeWide());
    const { data } = step.predict(DATA.features);
    step.dispose();
    for (let row = 0; row < 60; row++) {
      const expected = logitsOf(named(NETWORK, weights), rowOf(row));
      for (const [unit, value] of expected.entries()) {
        expect(data[row * 3 + unit]).toBeCloseTo(value, 5);
      }
    }
  });

  test('moves every weight against its slope, by finite differences in double precision', () => {
    const before = randomWeights();
    const rate = 0.5;
    const request = makeWide({ optimizer: { kind: 'sgd', learningRate: rate } });
    const step = new LayersTrainingStep(withoutOutputActivation(NETWORK), before, request);
    const rows = Uint32Array.of(3, 7, 8, 20, 41);
    step.run(rows, request.training.optimizer.learningRate);
    const after = step.weights();
    step.dispose();
    const lossOf = (weights: ReadonlyMap<string, number[]>): number =>
      [...rows].reduce((sum, row) => {
        const logits = logitsOf(weights, rowOf(row));
        const total = logits.reduce((all, z) => all + Math.exp(z), 0);
        return sum + Math.log(total) - (logits[DATA.labels[row] as number] as number);
      }, 0) / rows.length;
    const weights = named(NETWORK, before);
    for (const [index, { name, size }] of listParameters(NETWORK).entries()) {
      const values = weights.get(name) as number[];
      for (let place = 0; place < size; place++) {
        const value = values[place] as number;
        values[place] = value + 1e-5;
        const above = lossOf(weights);
        values[place] = value - 1e-5;
        const slope = (above - lossOf(weights)) / 2e-5;
        values[place] = value;
        expect(after[index]?.[place]).toBeCloseTo(value - rate * slope, 5);
      }
    }
  });

  test('is loaded by TensorFlow.js itself, with the same predictions', async () => {
    const model = JSON.parse(files.modelJson);
    const loaded = await loadLayersModel({
      load: async () => ({
        modelTopology: model.modelTopology,
        weightSpecs: model.weightsManifest[0].weights,
        weightData: Uint8Array.from(files.weights).buffer,
      }),
    });
    const block = (offset: number, width: number) =>
      tf.tensor2d(Array.from({ length: 60 }, (_, row) => rowOf(row).slice(offset, offset + width)));
    const given = [block(0, 1), block(1, 3), block(4, 4), block(8, 3), block(11, 2)];
    const output = loaded.predict(given) as tf.Tensor;
    const predictor = await loadPredictor(parseModel(files, 'model'));
    expect([...output.dataSync()]).toEqual([...predictor.predict(DATA.features).data]);
    predictor.dispose();
    tf.dispose([output, ...given]);
    loaded.dispose();
  });

  test('is read as it was described', () => {
    const { network } = parseModel(files, 'model');
    expect(network).toEqual(
      describeNetwork(
        'multiclass-classification',
        { ...ARCHITECTURE, dropout: 0.2 },
        { inputs: COLUMNS, outputs: 3, blocks: BLOCKS },
      ),
    );
  });

  test.each([
    ['binary-classification', 2, 'sigmoid'],
    ['regression', 5, 'linear'],
  ] as const)('has one output for a %s, of %i labels', async (task, labels, activation) => {
    const data = makeData(40, labels);
    const request = makeRequest(task, { train: data }, { architecture: ARCHITECTURE, epochs: 1 });
    const trained = await trainModel({ ...request, blocks: BLOCKS });
    const model = parseModel(trained.files, 'model');
    expect(outputActivation(model.network)).toBe(activation);
    const predictor = await loadPredictor(model);
    const logits = named(model.network, model.weights);
    const { data: found, columns } = predictor.predict(data.features);
    predictor.dispose();
    expect(columns).toBe(1);
    for (const [row, value] of found.entries()) {
      const numbers = [...data.features.data.subarray(row * COLUMNS, (row + 1) * COLUMNS)];
      const [logit = Number.NaN] = logitsOf(logits, numbers);
      const expected = task === 'regression' ? logit : 1 / (1 + Math.exp(-logit));
      expect(value).toBeCloseTo(expected, 5);
    }
  });

  test('is the same to the byte when trained again, another one for another seed', async () => {
    const train = async (seed: number) =>
      (await trainModel(makeWide({ seed, architecture: { ...ARCHITECTURE, dropout: 0.2 } }))).files;
    const again = await train(1);
    expect(again.modelJson).toBe(files.modelJson);
    expect(Buffer.compare(again.weights, files.weights)).toBe(0);
    expect(Buffer.compare((await train(2)).weights, files.weights)).not.toBe(0);
  });

  test('begins with 0 where training shows nothing', () => {
    const [data] = [Float32Array.from(DATA.features.data)];
    for (let row = 0; row < 60; row++) data.fill(0, row * COLUMNS + 2, row * COLUMNS + 3);
    const weights = drawInitialWeights(
      NETWORK,
      1,
      findUsedInputs([{ ...DATA, features: { ...DATA.features, data } }], DATA.features.columns),
    );
    const embedding = named(NETWORK, weights).get('both_2_embedding/kernel') as number[];
    expect(embedding.map((value) => value === 0)).toEqual([false, false, true, true, false, false]);
  });

  test('begins with 0 where training shows what weighs nothing', () => {
    const weights = Float64Array.from({ length: 60 }, (_, row) =>
      DATA.features.data[row * COLUMNS + 2] === 0 ? 1 : 0,
    );
    expect(weights.includes(0)).toBe(true);
    const drawn = drawInitialWeights(
      NETWORK,
      1,
      findUsedInputs([{ ...DATA, weights }], DATA.features.columns),
    );
    const embedding = named(NETWORK, drawn).get('both_2_embedding/kernel') as number[];
    expect(embedding.map((value) => value === 0)).toEqual([false, false, true, true, false, false]);
  });

  test('refuses a chain of layers that the engine would build by calls within calls', async () => {
    const hidden = Array.from({ length: 300 }, () => 1);
    const architecture = { ...ARCHITECTURE, hidden };
    const deep = await trainModel({
      ...makeWide({ architecture }),
      training: { ...makeWide({ architecture }).training, epochs: 1 },
    });
    expect(() => parseModel(deep.files, 'model')).toThrow(
      /its deep part has 301 layers, more than 256/,
    );
  });

  test('refuses more columns than its file could hold', async () => {
    const blocks = Array.from(
      { length: 4001 },
      (_, offset) =>
        ({ meaning: offset % 2 === 0 ? 'categories' : 'cross', offset, width: 1 }) as const,
    );
    const features = { data: new Float32Array(4001 * 4), rows: 4, columns: 4001 };
    const split = { features, labels: Float32Array.of(0, 1, 0, 1) };
    const request = { ...makeWide({}), blocks, train: split, validation: split };
    await expect(trainModel(request)).rejects.toThrow(
      /A wide-and-deep model of 4001 columns is too large: at most 4000/,
    );
  });
});

const shapesOf = (network: Network) =>
  listParameters(network).map(({ name, shape }) => [name, shape]);

const RUNS = Number(process.env.RUNS ?? 300);

type Path = readonly (string | number)[];

function listPlacesOf(value: unknown, path: Path): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, child]) =>
    listPlacesOf(child, [...path, key]),
  );
  return path.length === 0 ? inner : [path, ...inner];
}

/** Where an earlier change took the place away, nothing is changed. */
function change(root: unknown, path: Path, value: unknown): void {
  let at = root as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) {
    const next = at[key];
    if (typeof next !== 'object' || next === null) return;
    at = next as Record<string | number, unknown>;
  }
  at[path.at(-1) as string] = value;
}

type Anything = { name: string; config: Record<string, unknown>; inbound_nodes: unknown[][][] };

describe('the files of a wide-and-deep model are refused', () => {
  const layer = (layers: Anything[], name: string) =>
    layers.find((entry) => entry.name === name) as Anything;
  test.each<[string, (layers: Anything[]) => void, RegExp]>([
    [
      'with another layer',
      (layers) => Object.assign(layer(layers, 'sum'), { class_name: 'Multiply' }),
      /layer "sum" is a Multiply layer/,
    ],
    [
      'with another connection',
      (layers) => {
        layer(layers, 'hidden_2').inbound_nodes = [[['deep', 0, 0, {}]]];
      },
      /its layers are not those of a wide-and-deep model/,
    ],
    [
      'without a layer',
      (layers) => layers.splice(layers.indexOf(layer(layers, 'prediction')), 1),
      /its layers are not those of a wide-and-deep model/,
    ],
    [
      'with embeddings of two sizes',
      (layers) => Object.assign(layer(layers, 'both_4_embedding').config, { units: 3 }),
      /its layers are not those of a wide-and-deep model/,
    ],
    [
      'with a shared layer',
      (layers) => layer(layers, 'hidden_1').inbound_nodes.push([['deep', 0, 0, {}]]),
      /inbound_nodes must have one node/,
    ],
    [
      'with weights of another size',
      (layers) => Object.assign(layer(layers, 'hidden_1').config, { units: 6 }),
      /weightsManifest must list hidden_1\/kernel as float32/,
    ],
  ])('%s', (_, change, message) => {
    const model = JSON.parse(files.modelJson);
    change(model.modelTopology.config.layers);
    expect(() => parseModel({ ...files, modelJson: JSON.stringify(model) }, 'm')).toThrow(message);
  });

  test('changed anywhere, or read as what they say', () => {
    const places = listPlacesOf(JSON.parse(files.modelJson).modelTopology, []);
    const anything = fc.oneof(
      fc.constantFrom('deep', 'wide', 'both_2', 'Dense', 'InputLayer', 'relu', 'hidden_1', 'sum'),
      fc.constantFrom(null, [], {}, true, [null, 3], [['deep_1', 0, 0]], [[['sum', 0, 0, {}]]]),
      fc.integer({ min: -1, max: 5 }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...places), anything), { minLength: 1, maxLength: 3 }),
        (changes) => {
          const model = JSON.parse(files.modelJson);
          for (const [path, value] of changes) change(model.modelTopology, path, value);
          try {
            const { network } = parseModel({ ...files, modelJson: JSON.stringify(model) }, 'm');
            // What a model can hold besides: another activation or share of dropout, fields without a meaning here.
            expect(shapesOf(network)).toEqual(shapesOf(NETWORK));
            const built = buildLayersModel(
              network,
              listParameters(network).map(({ size }) => new Float32Array(size)),
            );
            built.dispose();
          } catch (error) {
            if (!isUserError(error)) throw error;
          }
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('cut short anywhere', () => {
    const { modelJson } = files;
    for (let length = 0; length < modelJson.length - 2; length += 97) {
      let error: unknown;
      try {
        parseModel({ ...files, modelJson: modelJson.slice(0, length) }, 'm');
      } catch (reason) {
        error = reason;
      }
      expect(isUserError(error)).toBe(true);
    }
  });
});

test('a training goes on from a checkpoint to the same bytes', async () => {
  const request = makeWide({ architecture: { ...ARCHITECTURE, dropout: 0.3 } });
  const taken: Checkpoint[] = [];
  const whole = await trainModel({
    ...request,
    checkpoints: { afterEpoch: (_, take) => void taken.push(take()) },
  });
  expect(taken).toHaveLength(3);
  for (const from of taken) {
    const checkpoints = { from, afterEpoch: () => undefined };
    expect(await trainModel({ ...request, checkpoints })).toEqual(whole);
  }
});
