import { describe, expect, test } from '@jest/globals';
import { loadPredictor, startEngine } from '../../shared/model/index.ts';
import { networkOfLayers } from '../../shared/network/index.ts';
import { INT8_ACTIVATIONS, INT16_ACTIVATIONS } from '../../shared/tflite/activation-format.ts';
import { calibrate } from '../../shared/tflite/calibrate.ts';
import { executeGraph } from '../../shared/tflite/execute-graph.ts';
import { writeFlatbuffer } from '../../shared/tflite/flatbuffer-writer.ts';
import type { Graph } from '../../shared/tflite/graph.ts';
import { halveWeights } from '../../shared/tflite/half-precision.ts';
import { executeFile } from '../../shared/tflite/index.ts';
import { LOWERED_CLASSES } from '../../shared/tflite/lower-layers.ts';
import { orderGraph } from '../../shared/tflite/order-graph.ts';
import { quantizeFully, quantizeWeights } from '../../shared/tflite/quantize.ts';
import { type Chain, chain } from '../model/layer-networks.ts';
import { drawn, drawWeights, lower, WRITTEN } from './layer-graphs.ts';

const ROWS = 12;

async function execute(graph: Graph, data: Float32Array, width: number): Promise<Float32Array> {
  const answers = await executeFile({
    file: writeFlatbuffer(orderGraph(graph), 'test'),
    rows: ROWS,
    inputs: [{ name: 'features', data, width }],
    output: graph.outputs[0] ?? '',
  });
  return answers.data;
}

function executeHere(graph: Graph, data: Float32Array, width: number): number[] {
  return Array.from({ length: ROWS }, (_, row) => {
    const features = data.subarray(row * width, (row + 1) * width);
    return [
      ...(executeGraph(graph, new Map([['features', features]])).get(graph.outputs[0] ?? '') ?? []),
    ];
  }).flat();
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce(
    (most, value, index) => Math.max(most, Math.abs(value - (b[index] ?? Number.NaN))),
    0,
  );
}

test('every class of layer that can be written is in a network of these', () => {
  const used = WRITTEN.flatMap(([, { layersPart }]) => layersPart?.nodes ?? []);
  const classes = new Set(used.map(({ className }) => className));
  expect(LOWERED_CLASSES.filter((name) => !classes.has(name))).toEqual([]);
});

describe.each(WRITTEN)('%s', (_name, network) => {
  const weights = drawWeights(network);
  const width = network.inputs;
  const data = drawn(ROWS * width, 77, 4).map(Math.abs);
  /** The vector turned round: what the file reads stands elsewhere than what the model reads. */
  const order = Int32Array.from({ length: width }, (_, index) => width - 1 - index);
  const turned = data.map((_, index) => {
    const column = index % width;
    return data[index - column + (order[column] ?? 0)] ?? 0;
  });

  async function expectedOf(): Promise<Float32Array> {
    await startEngine();
    const predictor = await loadPredictor({ network, weights });
    const answers = predictor.predict({ data, rows: ROWS, columns: width }).data;
    predictor.dispose();
    return answers;
  }

  test('answers as TensorFlow.js does, in LiteRT and here', async () => {
    const expected = await expectedOf();
    const graph = lower(network, weights, order);
    expect(largestDifference(await execute(graph, turned, width), expected)).toBeLessThan(2e-6);
    expect(largestDifference(executeHere(graph, turned, width), expected)).toBeLessThan(2e-6);
    const plain = lower(network, weights, order.toSorted());
    expect(largestDifference(await execute(plain, data, width), expected)).toBeLessThan(2e-6);
  });

  test('in smaller files, as the same arithmetic in JavaScript', async () => {
    const graph = lower(network, weights, order.toSorted());
    const examples = Array.from(
      { length: ROWS },
      (_, row) => new Map([['features', data.subarray(row * width, (row + 1) * width)]]),
    );
    const ranges = calibrate(graph, examples);
    for (const [smaller, tolerance] of [
      [halveWeights(graph), 2e-6],
      // Hybrid kernels round the values, too.
      [quantizeWeights(graph), 0.05],
      [quantizeFully(graph, ranges, INT8_ACTIVATIONS), 0.02],
      [quantizeFully(graph, ranges, INT16_ACTIVATIONS), 1e-3],
    ] as const) {
      const expected = executeHere(orderGraph(smaller), data, width);
      const scale = Math.max(1, ...expected.map(Math.abs));
      const answers = await execute(smaller, data, width);
      expect(largestDifference(answers, expected) / scale).toBeLessThan(tolerance);
    }
  });
});

describe('what can not be written', () => {
  const refused = (layers: Chain, inputs: number) => {
    const stored = chain(inputs, layers);
    const network = networkOfLayers('n', stored, {
      inputs: ['layer_0'],
      output: stored.at(-1)?.name ?? '',
    });
    return () =>
      lower(
        network,
        drawWeights(network),
        Int32Array.from({ length: inputs }, (_, at) => at),
      );
  };
  test.each<[string, Chain, RegExp, number]>([
    [
      'very many copies',
      [
        ['RepeatVector', { n: 2000 }],
        ['Flatten', {}],
      ],
      /repeats 2000 times, more than 1024/,
      2,
    ],
    [
      'gates by softmax',
      [
        ['Reshape', { target_shape: [36, 2] }],
        ['LSTM', { units: 2, recurrent_activation: 'softmax' }],
      ],
      /has the activation softmax for its gates/,
      72,
    ],
    [
      'very many steps',
      [
        ['Reshape', { target_shape: [300, 1] }],
        ['LSTM', { units: 1 }],
      ],
      /reads 300 steps, and at most 256/,
      300,
    ],
  ])('%s', (_what, layers, message, inputs) => {
    expect(refused(layers, inputs)).toThrow(message);
  });
});
