import { describe, expect, test } from '@jest/globals';
import {
  INT8_ACTIVATIONS,
  INT16_ACTIVATIONS,
  quantizationOfRange,
} from '../../shared/tflite/activation-format.ts';
import { roundHalfToEven } from '../../shared/tflite/arithmetic.ts';
import { calibrate, pickCalibrationRows } from '../../shared/tflite/calibrate.ts';
import { type Graph, GraphBuilder, tensorOf } from '../../shared/tflite/graph.ts';
import { toIntegerEndpoints } from '../../shared/tflite/integer-endpoints.ts';
import { quantizeFully, quantizeWeights } from '../../shared/tflite/quantize.ts';

/** x → dense → tanh → y, with weights and a bias that are easy to follow. */
function denseGraph(weights: readonly number[], bias: number): Graph {
  const builder = new GraphBuilder();
  const number = { shape: [1, 1], type: 'float32' } as const;
  builder.input('x', 'float32', [1, weights.length]);
  builder.constant('w', [1, weights.length], Float32Array.from(weights));
  builder.constant('b', [1], Float32Array.of(bias));
  builder.apply(
    { kind: 'FULLY_CONNECTED', activation: 'none', inputs: ['x', 'w', 'b'], output: 'sum' },
    number,
  );
  builder.apply({ kind: 'TANH', inputs: ['sum'], output: 'y' }, number);
  return builder.build(['y']);
}

describe('quantizeWeights', () => {
  test('kernels become symmetric 8-bit numbers, all else stays', () => {
    const graph = quantizeWeights(denseGraph([0.5, -1.27, 0.0149, 0], 3));
    const weights = tensorOf(graph, 'w');
    expect(weights.type).toBe('int8');
    expect(weights.data).toEqual(Int8Array.of(50, -127, 1, 0));
    expect(weights.quantization).toEqual({ scale: Math.fround(0.01), zeroPoint: 0 });
    expect(tensorOf(graph, 'b').data).toEqual(Float32Array.of(3));
    expect(graph.operators).toEqual(denseGraph([0, 0, 0, 0], 0).operators);
  });

  test('a kernel of zeros stays zeros', () => {
    const { data, quantization } = tensorOf(quantizeWeights(denseGraph([0, 0], 1)), 'w');
    expect([data, quantization]).toEqual([Int8Array.of(0, 0), { scale: 1, zeroPoint: 0 }]);
  });
});

describe('quantizeFully', () => {
  const graph = denseGraph([1.27, -0.5], 0.2);
  const ranges = calibrate(graph, [
    new Map([['x', Float32Array.of(-1, 4.1)]]),
    new Map([['x', Float32Array.of(2, 0)]]),
  ]);

  test('calibration finds the ranges of computed tensors', () => {
    expect(ranges.get('sum')?.max).toBeCloseTo(2.74, 6);
    expect(ranges.get('sum')?.min).toBeCloseTo(-3.12, 6);
  });

  test('dense layers compute in 8 bits between QUANTIZE and DEQUANTIZE', () => {
    const quantized = quantizeFully(
      graph,
      new Map([...ranges, ['x', { min: -1, max: 4.1 }]]),
      INT8_ACTIVATIONS,
    );
    expect(quantized.operators.map(({ kind }) => kind)).toEqual([
      'QUANTIZE',
      'FULLY_CONNECTED',
      'TANH',
      'DEQUANTIZE',
    ]);
    expect(quantized.outputs).toEqual(['y']);
    expect(tensorOf(quantized, 'y').type).toBe('float32');
    // 5.1 / 255 = 0.02; −1 is step −128, so 0 is step −78.
    expect(tensorOf(quantized, 'x/int8').quantization).toEqual({
      scale: Math.fround(0.02),
      zeroPoint: -78,
    });
    expect(tensorOf(quantized, 'y/int8').quantization).toEqual({ scale: 1 / 128, zeroPoint: 0 });
    // 0.2 / (0.02 × 0.01).
    expect(tensorOf(quantized, 'b').data).toEqual(Int32Array.of(1000));
    expect(tensorOf(quantized, 'b').type).toBe('int32');
  });

  test('in 16 bits: symmetric values, biases of 64 bits', () => {
    const wide = quantizeFully(
      graph,
      new Map([...ranges, ['x', { min: -1, max: 4.1 }]]),
      INT16_ACTIVATIONS,
    );
    const x = tensorOf(wide, 'x/int16');
    expect([x.type, x.quantization]).toEqual([
      'int16',
      { scale: Math.fround(4.1 / 32767), zeroPoint: 0 },
    ]);
    expect(tensorOf(wide, 'y/int16').quantization).toEqual({ scale: 1 / 32768, zeroPoint: 0 });
    const bias = tensorOf(wide, 'b');
    // 0.2 / (4.1 / 32767 × 0.01).
    expect([bias.type, bias.data]).toEqual(['int64', Float64Array.of(159839)]);
    expect(tensorOf(wide, 'w').type).toBe('int8');
  });

  test('integers at the ends take the names of the real numbers', () => {
    const quantized = quantizeFully(
      graph,
      new Map([...ranges, ['x', { min: -1, max: 4.1 }]]),
      INT8_ACTIVATIONS,
    );
    const only = toIntegerEndpoints(quantized);
    expect(only.operators.map(({ kind }) => kind)).toEqual(['FULLY_CONNECTED', 'TANH']);
    expect([only.inputs, only.outputs]).toEqual([['x'], ['y']]);
    expect(['x', 'y'].map((name) => tensorOf(only, name).type)).toEqual(['int8', 'int8']);
    expect(tensorOf(only, 'x').quantization).toEqual(tensorOf(quantized, 'x/int8').quantization);
  });

  test('a tensor without a range is our mistake', () => {
    expect(() => quantizeFully(graph, new Map(), INT8_ACTIVATIONS)).toThrow('not calibrated');
  });
});

test.each([
  [0, 255, 1, -128],
  [-255, 0, 1, 127],
  [-128, 127, 1, 0],
  // The range is widened to hold 0.
  [10, 25.5, 0.1, -128],
  [0, 0, 1, -128],
])('the range %d … %d has steps of %d and its zero at %d', (min, max, scale, zeroPoint) => {
  expect(quantizationOfRange({ min, max })).toEqual({ scale: Math.fround(scale), zeroPoint });
});

test('halves are rounded to even', () => {
  expect([0.5, 1.5, 2.5, -0.5, -1.5, 0.49999, 2.6].map(roundHalfToEven)).toEqual([
    0, 2, 2, 0, -2, 0, 3,
  ]);
});

test('calibration rows are spread over all rows, at most 2,000', () => {
  const rows = Int32Array.from({ length: 5000 }, (_, row) => row * 2);
  const picked = pickCalibrationRows(rows);
  expect([picked.length, picked[0], picked[1], picked.at(-1)]).toEqual([2000, 0, 4, 9994]);
  expect(pickCalibrationRows(rows.subarray(0, 10))).toHaveLength(10);
});
