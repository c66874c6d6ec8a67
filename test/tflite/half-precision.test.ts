import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { GraphBuilder, tensorOf } from '../../shared/tflite/graph.ts';
import { fromHalf, halveWeights, toHalf } from '../../shared/tflite/half-precision.ts';

/** NumPy 2.4.6: `numpy.array(values, numpy.float32).astype(numpy.float16).view(numpy.uint16)`. */
const NUMPY: readonly (readonly [number, number])[] = [
  [0, 0],
  [-0, 32768],
  [1, 15360],
  [-2, 49152],
  [0.1, 11878],
  [1 / 3, 13653],
  [65504, 31743],
  [65519, 31743],
  [-65519.98828125, 64511],
  [6.103515625e-5, 1024],
  [6.097555160522461e-5, 1023],
  [2 ** -24, 1],
  [2.9802322387695312e-8, 0],
  [2.980232594040899e-8, 1],
  [8.940696716308594e-8, 2],
  [1.00048828125, 15360],
  [1.00146484375, 15362],
  [2047.5, 26624],
  [2048.5, 26624],
  [4097, 27648],
  [4099, 27649],
  [3.1415927410125732, 16968],
  [9.999999717180685e-10, 0],
  [-0.333251953125, 46421],
  [0.9998779296875, 15360],
  [1023.9998779296875, 25600],
];

describe('half precision', () => {
  test('rounds as NumPy does', () => {
    expect(NUMPY.map(([value]) => toHalf(Math.fround(value)))).toEqual(
      NUMPY.map(([, bits]) => bits),
    );
    expect([65520, -1e30, Number.POSITIVE_INFINITY].map(toHalf)).toEqual([31744, 64512, 31744]);
    expect(fromHalf(toHalf(Number.NaN))).toBeNaN();
  });

  test('every number of half precision stands for itself', () => {
    for (let bits = 0; bits <= 0x7c00; bits++) {
      expect(toHalf(fromHalf(bits))).toBe(bits);
      expect(toHalf(-fromHalf(bits))).toBe(bits | 0x8000);
    }
  });

  test('no other number of half precision is nearer', () => {
    fc.assert(
      fc.property(fc.float({ min: 0, max: 65504, noNaN: true }), (value) => {
        const bits = toHalf(value);
        const distance = (other: number) => Math.abs(fromHalf(other) - value);
        expect(distance(bits)).toBeLessThanOrEqual(distance(bits + 1));
        if (bits > 0) expect(distance(bits)).toBeLessThanOrEqual(distance(bits - 1));
      }),
    );
  });
});

describe('halveWeights', () => {
  const graphOf = (weights: readonly number[]) => {
    const builder = new GraphBuilder();
    builder.input('x', 'float32', [1, weights.length]);
    builder.constant('w', [1, weights.length], Float32Array.from(weights));
    builder.constant('b', [1], Float32Array.of(3));
    const inputs = ['x', 'w', 'b'];
    builder.apply(
      { kind: 'FULLY_CONNECTED', activation: 'relu', inputs, output: 'y' },
      { shape: [1, 1], type: 'float32' },
    );
    return builder.build(['y']);
  };

  test('a kernel is stored in half precision and widened, a bias stays', () => {
    const graph = halveWeights(graphOf([1, 1 / 3]));
    expect(tensorOf(graph, 'w/float16')).toMatchObject({
      type: 'float16',
      data: Uint16Array.of(15360, 13653),
    });
    expect(tensorOf(graph, 'w').data).toBeUndefined();
    expect(tensorOf(graph, 'b').data).toEqual(Float32Array.of(3));
    expect(graph.operators.map(({ kind, inputs }) => [kind, ...inputs])).toEqual([
      ['DEQUANTIZE', 'w/float16'],
      ['FULLY_CONNECTED', 'x', 'w', 'b'],
    ]);
  });

  test('a kernel that half precision can not hold stays as it is', () => {
    const graph = graphOf([1, -65520]);
    expect(halveWeights(graph).operators).toEqual(graph.operators);
    expect(tensorOf(halveWeights(graph), 'w').data).toEqual(Float32Array.of(1, -65520));
  });
});
