import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isUserError } from '../../shared/errors/index.ts';
import { listTrainedLayers, type ModelFiles, parseModel } from '../../shared/network/index.ts';
import { SeededRandom } from '../../shared/numeric/index.ts';
import { makeModelFiles } from '../tflite/random-model.ts';

/** Layers dense_0, dropout_0, dense_1: 3·4 + 4 + 4·2 + 2 = 26 numbers. */
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

function refusal(files: ModelFiles): string {
  try {
    parseModel(files, 'm');
  } catch (error) {
    if (!isUserError(error)) throw error;
    return error.message;
  }
  throw new Error('nothing was refused');
}

const layersOf = (model: Anything) => model.modelTopology.config.layers;
const weightsOf = (model: Anything) => model.weightsManifest[0].weights;

describe('parseModel', () => {
  test('reads the layers and their numbers', () => {
    const model = parseModel(FILES, 'm');
    expect(model.network).toEqual({
      name: 'm',
      inputs: 3,
      layers: [
        { kind: 'dense', name: 'dense_0', units: 4, activation: 'relu' },
        { kind: 'dropout', name: 'dropout_0', rate: 0.1 },
        { kind: 'dense', name: 'dense_1', units: 2, activation: 'softmax' },
      ],
    });
    const numbers = new Float32Array(FILES.weights.buffer);
    const [first, second] = listTrainedLayers(model);
    expect(first).toMatchObject({ name: 'dense_0', inputs: 3, units: 4, activation: 'relu' });
    expect(first?.kernel).toEqual(numbers.slice(0, 12));
    expect(first?.bias).toEqual(numbers.slice(12, 16));
    expect(second).toMatchObject({ name: 'dense_1', inputs: 4, units: 2, activation: 'softmax' });
    expect(second?.kernel).toEqual(numbers.slice(16, 24));
    expect(second?.bias).toEqual(numbers.slice(24));
  });

  test('weights need not begin at a multiple of four bytes', () => {
    const shifted = Buffer.alloc(FILES.weights.length + 1);
    shifted.set(FILES.weights, 1);
    const model = parseModel({ ...FILES, weights: shifted.subarray(1) }, 'm');
    expect(model).toEqual(parseModel(FILES, 'm'));
  });

  test('names every layer that is not supported, and what is', () => {
    const message = refusal(
      changed((model) => {
        layersOf(model)[0].config.activation = 'selu';
        layersOf(model)[1].class_name = 'BatchNormalization';
        layersOf(model)[2].config.use_bias = false;
      }),
    );
    expect(message.split('\n')).toHaveLength(3);
    expect(message).toContain('the activation of layer "dense_0" is selu');
    expect(message).toContain('layer "dropout_0" is a BatchNormalization layer');
    expect(message).toContain('layer "dense_1" has no bias');
    expect(message).toContain('A model is made of the layers that docs/training.md lists');
    expect(message).toMatch(/^m\/model\.json: /);
  });

  test.each<[string, (model: Anything) => void, string]>([
    ['no topology', (m) => delete m.modelTopology, '/modelTopology must be an object'],
    ['no class', (m) => delete m.modelTopology.class_name, '/class_name must be a name'],
    [
      'a functional model',
      (m) => (m.modelTopology.class_name = 'Functional'),
      'it is a Functional model',
    ],
    ['no model name', (m) => delete m.modelTopology.config.name, '/config/name must be a name'],
    ['layers of another kind', (m) => (m.modelTopology.config.layers = 3), 'layers must be a list'],
    ['no layers', (m) => (m.modelTopology.config.layers = []), 'must end in a Dense layer'],
    ['dropout at the end', (m) => layersOf(m).pop(), 'must end in a Dense layer'],
    [
      'more layers than sense',
      (m) => (m.modelTopology.config.layers = Array(300).fill(layersOf(m)[1])),
      'it has 300 layers, more than 256',
    ],
    ['a layer that is none', (m) => (layersOf(m)[1] = null), '/layers/1 must be an object'],
    [
      'a layer without a name',
      (m) => delete layersOf(m)[0].config.name,
      '/layers/0/config/name must be a name',
    ],
    ['a name with a slash', (m) => (layersOf(m)[0].config.name = '../x'), 'must be a name'],
    ['an endless name', (m) => (layersOf(m)[0].config.name = 'x'.repeat(101)), 'at most 100'],
    ['a hostile class', (m) => (layersOf(m)[1].class_name = '::error::\n'), 'must be a name'],
    ['layers of one name', (m) => (layersOf(m)[2].config.name = 'dense_0'), 'two layers of one'],
    ['an activation by object', (m) => (layersOf(m)[0].config.activation = {}), '/activation must'],
    ['a dropout of everything', (m) => (layersOf(m)[1].config.rate = 1), 'a number in [0, 1)'],
    ['no units', (m) => (layersOf(m)[0].config.units = 0), '/units must be a whole number'],
    ['impossible units', (m) => (layersOf(m)[0].config.units = 1e12), 'must be a whole number'],
    [
      'other units',
      (m) => (layersOf(m)[0].config.units = 7),
      'must list dense_0/kernel as float32 of shape [3, 7]',
    ],
    [
      'units that the weights do not fill',
      (m) => {
        layersOf(m)[0].config.units = 2 ** 24;
        weightsOf(m)[0].shape = [3, 2 ** 24];
        weightsOf(m)[1].shape = [2 ** 24];
        weightsOf(m)[2].shape = [2 ** 24, 2];
      },
      'weights.bin has 104 bytes where model.json asks for 402653192: it is cut short',
    ],
    [
      'no input',
      (m) => delete layersOf(m)[0].config.batch_input_shape,
      '/layers/0/config/batch_input_shape must be a list',
    ],
    [
      'an image as input',
      (m) => (layersOf(m)[0].config.batch_input_shape = [null, 2, 2]),
      'must be [null, inputs]',
    ],
    [
      'a negative input',
      (m) => (layersOf(m)[0].config.batch_input_shape = [null, -3]),
      'batch_input_shape/1 must be a whole number',
    ],
    ['no manifest', (m) => delete m.weightsManifest, '/weightsManifest must be a list'],
    [
      'a group without weights',
      (m) => delete m.weightsManifest[0].weights,
      '/weightsManifest/0/weights must be a list',
    ],
    ['a weight missing', (m) => weightsOf(m).pop(), 'lists 3 weights, the layers have 4'],
    ['a weight too many', (m) => weightsOf(m).push({}), 'lists 5 weights, the layers have 4'],
    ['a weight that is none', (m) => (weightsOf(m)[1] = 'bias'), '/weightsManifest must be'],
    ['another name', (m) => (weightsOf(m)[0].name = 'other'), 'must list dense_0/kernel'],
    ['a name twice', (m) => (weightsOf(m)[1].name = 'dense_0/kernel'), 'must list dense_0/bias'],
    ['another type', (m) => (weightsOf(m)[0].dtype = 'int32'), 'dense_0/kernel as float32'],
    [
      'quantised weights',
      (m) => (weightsOf(m)[0].quantization = { dtype: 'uint8' }),
      'dense_0/kernel as float32 of shape [3, 4], not quantised',
    ],
    ['a flat kernel', (m) => (weightsOf(m)[0].shape = [12]), 'of shape [3, 4]'],
    ['a negative size', (m) => (weightsOf(m)[0].shape = [-3, 4]), 'of shape [3, 4]'],
    ['a huge size', (m) => (weightsOf(m)[0].shape = [2 ** 31, 2 ** 20]), 'of shape [3, 4]'],
  ])('refuses %s', (_, change, expected) => {
    const message = refusal(changed(change));
    expect(message).toContain(expected);
    expect(message).toMatch(/^m\/(model\.json|weights\.bin): /);
    expect(message).toMatch(/train again\.$|train it with train-model\.$/);
  });

  test('refuses a model.json that is not JSON, another JSON, or endless', () => {
    const cut = FILES.modelJson.slice(0, 200);
    expect(refusal({ ...FILES, modelJson: cut })).toContain(
      'm/model.json: model.json is not JSON; it may have been cut short',
    );
    expect(refusal({ ...FILES, modelJson: '' })).toContain('is not JSON');
    expect(refusal({ ...FILES, modelJson: '[]' })).toContain('/ must be an object');
    expect(refusal({ ...FILES, modelJson: ' '.repeat(16_000_001) })).toContain(
      'more than 16000000 characters',
    );
  });

  test('refuses weights that are cut short, too long or not finite', () => {
    const { weights } = FILES;
    expect(refusal({ ...FILES, weights: weights.subarray(0, 50) })).toContain(
      'm/weights.bin: weights.bin has 50 bytes where model.json asks for 104: it is cut short',
    );
    expect(refusal({ ...FILES, weights: new Uint8Array(108) })).toContain(
      'has 108 bytes where model.json asks for 104: it belongs to another model',
    );
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      const broken = weights.slice();
      new DataView(broken.buffer).setFloat32(52, value, true);
      expect(refusal({ ...FILES, weights: broken })).toContain(
        'holds a number in dense_0/bias that is not finite',
      );
    }
  });

  test('whatever the JSON, a model is read or the mistake is the user’s', () => {
    const paths = ['modelTopology', 'weightsManifest', 'config', 'layers', 'weights', '0', '1'];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...paths), { minLength: 1, maxLength: 5 }),
        fc.jsonValue(),
        (path, value) => {
          const files = changed((model) => {
            let place = model;
            for (const key of path.slice(0, -1)) place = place?.[key] ?? place;
            if (typeof place === 'object') place[path.at(-1) ?? ''] = value;
          });
          try {
            parseModel(files, 'm');
          } catch (error) {
            if (!isUserError(error)) throw error;
          }
        },
      ),
    );
  });
});
