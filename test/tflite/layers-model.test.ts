import { describe, expect, test } from '@jest/globals';
import { isUserError } from '../../shared/errors/index.ts';
import type { ModelFiles } from '../../shared/model/index.ts';
import { SeededRandom } from '../../shared/numeric/index.ts';
import { parseLayersModel, taskOfModel } from '../../shared/tflite/index.ts';
import { makeModel, makeModelFiles } from './random-model.ts';

const FILES = makeModelFiles(
  3,
  [
    { units: 4, activation: 'relu' },
    { units: 2, activation: 'softmax' },
  ],
  new SeededRandom(1),
);

// biome-ignore lint/suspicious/noExplicitAny: the tests break the file at any depth
type Anything = any;

function changed(change: (model: Anything) => void): ModelFiles {
  const model = JSON.parse(FILES.modelJson);
  change(model);
  return { ...FILES, modelJson: JSON.stringify(model) };
}

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (!isUserError(error)) throw error;
    return error.message;
  }
  throw new Error('nothing was refused');
}

const refusal = (files: ModelFiles) => messageOf(() => parseLayersModel(files, 'm/model.json'));

describe('parseLayersModel', () => {
  test('reads kernels and biases, and leaves dropout out', () => {
    const model = parseLayersModel(FILES, 'model.json');
    expect(
      model.layers.map(({ name, inputs, outputs, activation }) => [
        name,
        inputs,
        outputs,
        activation,
      ]),
    ).toEqual([
      ['dense_0', 3, 4, 'relu'],
      ['dense_1', 4, 2, 'softmax'],
    ]);
    const numbers = new Float32Array(FILES.weights.buffer);
    expect(model.layers[0]?.kernel).toEqual(numbers.slice(0, 12));
    expect(model.layers[0]?.bias).toEqual(numbers.slice(12, 16));
    expect(model.layers[1]?.bias).toEqual(numbers.slice(-2));
  });

  test('weights need not begin at a multiple of four bytes', () => {
    const shifted = new Uint8Array(FILES.weights.length + 1);
    shifted.set(FILES.weights, 1);
    const model = parseLayersModel({ ...FILES, weights: shifted.subarray(1) }, 'model.json');
    expect(model).toEqual(parseLayersModel(FILES, 'model.json'));
  });

  test('names every layer that can not be exported, and what can', () => {
    const message = refusal(
      changed((model) => {
        const { layers } = model.modelTopology.config;
        layers[0].config.activation = 'selu';
        layers[1].class_name = 'BatchNormalization';
      }),
    );
    expect(message).toContain('activation of layer "dense_0" is selu');
    expect(message).toContain('layer "dropout_0" is a BatchNormalization layer');
    expect(message).toContain(
      'Dense (linear, relu, tanh, sigmoid, softmax), Dropout and InputLayer',
    );
    expect(message).toContain('m/model.json');
  });

  test.each<[string, (model: Anything) => void, string]>([
    ['no topology', (m) => delete m.modelTopology, 'no modelTopology'],
    ['a functional model', (m) => (m.modelTopology.class_name = 'Model'), 'a Model model'],
    ['no layers', (m) => (m.modelTopology.config.layers = 3), 'lists no layers'],
    ['no dense layer', (m) => (m.modelTopology.config.layers = []), 'no layer reads'],
    [
      'a layer without a name',
      (m) => delete m.modelTopology.config.layers[0].config.name,
      'has no name',
    ],
    [
      'too many layers',
      (m) => (m.modelTopology.config.layers = Array(2000).fill({})),
      'more than 1000',
    ],
    ['no manifest', (m) => delete m.weightsManifest, 'no weightsManifest'],
    [
      'a negative size',
      (m) => (m.weightsManifest[0].weights[0].shape = [-3, 4]),
      'no name, type or shape',
    ],
    [
      'a huge size',
      (m) => (m.weightsManifest[0].weights[0].shape = [2 ** 31, 2 ** 20]),
      'weights.bin has 104 bytes',
    ],
    [
      'another type',
      (m) => (m.weightsManifest[0].weights[0].dtype = 'int32'),
      'is int32, not float32',
    ],
    [
      'quantised weights',
      (m) => (m.weightsManifest[0].weights[0].quantization = { dtype: 'uint8' }),
      'stored quantised',
    ],
    [
      'a weight missing',
      (m) => (m.weightsManifest[0].weights[0].name = 'other'),
      'no weight "dense_0/kernel"',
    ],
    [
      'a name twice',
      (m) => (m.weightsManifest[0].weights[1].name = 'dense_0/kernel'),
      'two weights',
    ],
    ['a flat kernel', (m) => (m.weightsManifest[0].weights[0].shape = [12]), 'with 1 dimensions'],
    ['other units', (m) => (m.modelTopology.config.layers[0].config.units = 7), 'number of units'],
    [
      'layers that do not meet',
      (m) => {
        m.weightsManifest[0].weights[0].shape = [4, 4];
        m.weightsManifest[0].weights[2].shape = [2, 2];
      },
      '"dense_1" that reads 2 numbers where "dense_0" gives 4',
    ],
  ])('refuses %s', (_, change, expected) => {
    expect(refusal(changed(change))).toContain(expected);
  });

  test('refuses a model.json that is not JSON, or endless', () => {
    expect(refusal({ ...FILES, modelJson: FILES.modelJson.slice(0, 200) })).toContain(
      'is not JSON',
    );
    expect(refusal({ ...FILES, modelJson: '[]' })).toContain('no object');
    expect(refusal({ ...FILES, modelJson: ' '.repeat(16_000_001) })).toContain('more than');
  });

  test('refuses weights that are cut short, too long or not numbers', () => {
    const { weights } = FILES;
    expect(refusal({ ...FILES, weights: weights.subarray(0, 50) })).toContain(
      'has 50 bytes where model.json asks for 104',
    );
    expect(refusal({ ...FILES, weights: new Uint8Array(108) })).toContain('has 108 bytes');
    const broken = weights.slice();
    new DataView(broken.buffer).setFloat32(52, Number.NaN, true);
    expect(refusal({ ...FILES, weights: broken })).toContain(
      '"dense_0/bias" holds a number that is not finite',
    );
  });
});

describe('taskOfModel', () => {
  const plan = { numeric: 1, vocabularies: [], hidden: [] };
  test.each(['multiclass-classification', 'binary-classification', 'regression'] as const)(
    '%s',
    (task) => {
      const made = makeModel({ ...plan, task, classes: task[0] === 'm' ? 4 : 2 }, 1, 1);
      expect(taskOfModel(parseLayersModel(made, ''), made.transform, '')).toBe(task);
    },
  );

  test('refuses a transform of another model', () => {
    const { transform } = makeModel({ ...plan, task: 'regression', classes: 2 }, 1, 1);
    const model = parseLayersModel(FILES, 'model.json');
    expect(messageOf(() => taskOfModel(model, transform, 'model.json'))).toContain(
      'do not belong together',
    );
  });
});
