import { describe, expect, test } from '@jest/globals';
import {
  BadLayers,
  describeNetwork,
  listParameters,
  networkOfLayers,
  outputActivation,
  type StoredLayer,
  withoutOutputActivation,
} from '../../shared/network/index.ts';

const input = (width: unknown = 4, name = 'in'): StoredLayer => ({
  name,
  className: 'InputLayer',
  config: { batch_input_shape: [null, width] },
  from: [],
});
const layer = (
  name: string,
  className: string,
  config: StoredLayer['config'],
  ...from: string[]
): StoredLayer => ({ name, className, config, from });
const dense = (name: string, from: string, config: StoredLayer['config'] = { units: 2 }) =>
  layer(name, 'Dense', config, from);

function plan(layers: readonly StoredLayer[], output = 'out', inputs = ['in']) {
  return networkOfLayers('n', layers, { inputs, output });
}

function refusal(...words: Parameters<typeof plan>): string {
  try {
    plan(...words);
  } catch (error) {
    if (error instanceof BadLayers) return error.what;
    throw error;
  }
  throw new Error('it was planned');
}

test('a graph has one order however its file lists the layers', () => {
  const layers = [
    input(),
    dense('b', 'in'),
    dense('a', 'in'),
    layer('sum', 'Add', {}, 'a', 'b'),
    dense('out', 'sum', { units: 1 }),
  ];
  const network = plan(layers);
  expect(listParameters(network).map(({ name }) => name)).toEqual([
    ...['a/kernel', 'a/bias', 'b/kernel', 'b/bias', 'out/kernel', 'out/bias'],
  ]);
  expect(plan(layers.toReversed())).toEqual(network);
});

// Shapes of tf.layers of TensorFlow.js 4.22.0: those of test/model/layers-part.test.ts are compared with the library's.
describe('what a file may not ask for', () => {
  test.each<[what: string, layers: StoredLayer[], message: RegExp]>([
    [
      'a vector made flat',
      [input(), layer('out', 'Flatten', {}, 'in')],
      /layer "out" reads a vector already: \[4\]/,
    ],
    [
      'more sizes than the library can add a bias to',
      [input(), layer('out', 'Reshape', { target_shape: [1, 2, 1, 2, 1] }, 'in')],
      /layer "out" has a result of more than 4 sizes/,
    ],
    [
      'more sizes than the library normalises',
      [
        input(),
        layer('a', 'Reshape', { target_shape: [1, 2, 1, -1] }, 'in'),
        layer('out', 'LayerNormalization', {}, 'a'),
      ],
      /layer "out" normalises 4 sizes, more than 3/,
    ],
    [
      'a dropout with a seed',
      [input(), layer('out', 'Dropout', { rate: 0.5, seed: 3 }, 'in')],
      /seed of layer "out" \(Dropout\) must be left out: training\.seed decides/,
    ],
    [
      'strides that differ',
      [
        input(),
        layer('a', 'Reshape', { target_shape: [2, 2, 1] }, 'in'),
        layer('out', 'DepthwiseConv2D', { kernel_size: 1, strides: [1, 2] }, 'a'),
      ],
      /strides of layer "out" \(DepthwiseConv2D\) must be the same in both directions/,
    ],
    [
      'padding of three sides',
      [
        input(),
        layer('a', 'Reshape', { target_shape: [2, 2, 1] }, 'in'),
        layer('out', 'ZeroPadding2D', { padding: [[1, 1], [1]] }, 'a'),
      ],
      /padding of layer "out" \(ZeroPadding2D\) must have 2 pairs of numbers/,
    ],
    [
      'a circle',
      [input(), layer('a', 'Add', {}, 'in', 'b'), dense('b', 'a', { units: 4 }), dense('out', 'b')],
      /part of a circle/,
    ],
    ['a layer that reads itself', [input(), dense('out', 'out')], /part of a circle/],
    [
      'a layer that is not there',
      [input(), dense('out', 'gone')],
      /reads "gone", which is not there/,
    ],
    [
      'two of one name',
      [input(), dense('out', 'in'), dense('out', 'in')],
      /two layers have one name/,
    ],
    [
      'a class that is not known',
      [input(), layer('out', 'Lambda', {}, 'in')],
      /"out" is a Lambda layer/,
    ],
    [
      'a class of the prototype',
      [input(), layer('out', 'constructor', {}, 'in')],
      /is a constructor layer/,
    ],
    [
      'endless units',
      [input(), dense('out', 'in', { units: 1e9 })],
      /units of layer "out".*from 1 to 16777216/,
    ],
    [
      'kernels that nothing holds',
      [input(2 ** 20), dense('a', 'in', { units: 2 ** 20 }), dense('out', 'a')],
      /"a" has more than 16777216 numbers/,
    ],
    ['an input without end', [input(1e12), dense('out', 'in')], /"in" is no vector/],
    [
      'an input of two sizes',
      [{ ...input(), config: { batch_input_shape: [null, 2, 2] } }, dense('out', 'in')],
      /is no vector/,
    ],
    [
      'a penalty',
      [input(), dense('out', 'in', { units: 1, kernel_regularizer: {} })],
      /kernel_regularizer of layer "out" \(Dense\) must be left out: training\.l1/,
    ],
    [
      'a field that is not known',
      [input(), dense('out', 'in', { units: 1, extra: 3 })],
      /extra of layer "out" \(Dense\) is not known here/,
    ],
    [
      'a field of the prototype',
      [input(), dense('out', 'in', { units: 1, constructor: 1 })],
      /constructor of layer "out" \(Dense\) is not known here/,
    ],
    ['frozen weights', [input(), dense('out', 'in', { units: 1, trainable: false })], /trainable/],
    [
      'an activation that is not known',
      [input(), dense('out', 'in', { units: 1, activation: 'evil' })],
      /activation of layer "out".*one of: linear/,
    ],
    [
      'a result that nobody reads',
      [input(), dense('a', 'in'), dense('out', 'in')],
      /nothing reads layer "a"/,
    ],
    [
      'an output in the middle',
      [input(), dense('out', 'in'), dense('b', 'out')],
      /part of a circle|no layer "out"|is read by another/,
    ],
    [
      'a merge of one',
      [input(), layer('out', 'Add', {}, 'in')],
      /reads 1 layers, not at least two/,
    ],
    [
      'a dense layer of two',
      [input(), dense('a', 'in'), { ...dense('out', 'a'), from: ['a', 'in'] }],
      /reads 2 layers, not one/,
    ],
    [
      'sums of different shapes',
      [input(), dense('a', 'in', { units: 3 }), layer('out', 'Add', {}, 'a', 'in')],
      /different shapes: \[3\] and \[4\]/,
    ],
    [
      'a shape of other size',
      [input(), layer('out', 'Reshape', { target_shape: [3, 2] }, 'in')],
      /makes \[3, 2\] of 4 numbers/,
    ],
    [
      'a window that is too wide',
      [
        input(),
        layer('a', 'Reshape', { target_shape: [2, 2] }, 'in'),
        layer('out', 'Conv1D', { filters: 1, kernel_size: [3] }, 'a'),
      ],
      /window of 3, wider than the 2/,
    ],
    [
      'a convolution of a vector',
      [input(), layer('out', 'Conv2D', { filters: 1, kernel_size: 1 }, 'in')],
      /reads 3 sizes an example, and gets \[4\]/,
    ],
    [
      'too many layers',
      [
        input(),
        ...Array.from({ length: 600 }, (_, index) =>
          dense(`d${index}`, index === 0 ? 'in' : `d${index - 1}`),
        ),
      ],
      /601 layers, more than 512/,
    ],
  ])('%s', (_what, layers, message) => {
    expect(refusal(layers)).toMatch(message);
  });

  test('inputs that are none, or named twice', () => {
    expect(refusal([input(), dense('out', 'in')], 'out', ['out'])).toMatch(/"out" is no input/);
    expect(refusal([input(), dense('out', 'in')], 'out', ['in', 'in'])).toMatch(/named twice/);
  });
});

test('what a recurrent layer computes within its steps is no activation of the output', () => {
  const recurrent = plan([
    input(8),
    layer('series', 'Reshape', { target_shape: [4, 2] }, 'in'),
    layer('out', 'LSTM', { units: 1, activation: 'sigmoid' }, 'series'),
  ]);
  expect(outputActivation(recurrent)).toBe('linear');
  expect(withoutOutputActivation(recurrent)).toEqual(recurrent);
  const ended = plan([input(8), dense('out', 'in', { units: 1, activation: 'sigmoid' })]);
  expect(outputActivation(ended)).toBe('sigmoid');
  expect(outputActivation(withoutOutputActivation(ended))).toBe('linear');
});

test('features that are not encoded are read beside the vectors of those that are, in the order of the vector', () => {
  const architecture = {
    kind: 'cnn',
    filters: [4],
    kernel: 3,
    hidden: [5],
    activation: 'relu',
    dropout: 0,
  } as const;
  const network = describeNetwork('multiclass-classification', architecture, {
    inputs: 20,
    outputs: 3,
    blocks: [
      { meaning: 'numbers', offset: 0, width: 1 },
      { meaning: 'categories', offset: 1, width: 2 },
      { meaning: 'array', offset: 3, width: 16, shape: [4, 4] },
      { meaning: 'array', offset: 19, width: 1, shape: [1] },
    ],
  });
  const shapes = network.layersPart?.nodes.map(({ name, shape }) => [name, shape]);
  expect(shapes).toEqual([
    ['input_1', [3]],
    ['input_2', [16]],
    ['input_3', [1]],
    ['image_2', [4, 4, 1]],
    ['convolution_1_2', [4, 4, 4]],
    ['pool_1_2', [2, 2, 4]],
    ['flat_2', [16]],
    ['features', [20]],
    ['hidden_1', [5]],
    ['output', [3]],
  ]);
  expect(network.inputs).toBe(20);
});
