import { beforeAll, expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { seedAlea } from '../../../shared/model/alea.ts';
import { startDenseKernel } from '../../../shared/model/dense/dense-kernel.ts';
import { startEngine } from '../../../shared/model/engine.ts';
import { SeededRandom } from '../../../shared/numeric/index.ts';

const kernel = startDenseKernel();
const { fround } = Math;

beforeAll(() => startEngine());

/** Puts arrays into the kernel's memory, one behind the other with a gap, and gives a view on each. */
function place(...arrays: readonly ArrayLike<number>[]): Float32Array[] {
  let at = kernel.heapStart();
  return arrays.map((values) => {
    const view = new Float32Array(kernel.memory.buffer, at, values.length);
    view.set(values);
    at += 4 * values.length + 4;
    return view;
  });
}

/** Numbers in [−2, 2). */
function draw(count: number, seed: number): Float32Array {
  const random = new SeededRandom(seed, 'kernel');
  return Float32Array.from({ length: count }, () => 4 * random.uniform() - 2);
}

const at = (view: Float32Array | undefined) => view?.byteOffset ?? 0;

test('a product sums in the order of its inner dimension, each term rounded, for every shape', () => {
  const shape = fc.record({
    rows: fc.integer({ min: 1, max: 40 }),
    inner: fc.integer({ min: 0, max: 300 }),
    columns: fc.integer({ min: 1, max: 45 }),
    isTransposed: fc.boolean(),
    bias: fc.constantFrom('none', 'first', 'last'),
    relu: fc.boolean(),
    seed: fc.nat(),
  });
  fc.assert(
    fc.property(shape, ({ rows, inner, columns, isTransposed, bias, relu, seed }) => {
      const values = draw(rows * inner, seed);
      const other = draw(inner * columns, seed + 1);
      const row = draw(columns, seed + 2);
      const left = isTransposed
        ? values.map((_, index) => values[(index % rows) * inner + Math.floor(index / rows)] ?? 0)
        : values;
      const expected = Float32Array.from({ length: rows * columns }, (_, index) => {
        const [i, j] = [Math.floor(index / columns), index % columns];
        let sum = bias === 'first' ? (row[j] ?? 0) : 0;
        for (let p = 0; p < inner; p++) {
          sum = fround(sum + fround((values[i * inner + p] ?? 0) * (other[p * columns + j] ?? 0)));
        }
        if (bias === 'last') sum = fround(sum + (row[j] ?? 0));
        return relu && sum <= 0 ? 0 : sum;
      });
      const room = new Float32Array(rows * columns).fill(9);
      const guard = Float32Array.of(7);
      const views = place(left, other, row, room, guard, new Float32Array(8 * inner));
      kernel.matrixProduct(
        at(views[0]),
        isTransposed ? 1 : inner,
        isTransposed ? rows : 1,
        at(views[1]),
        at(views[3]),
        rows,
        inner,
        columns,
        bias === 'first' ? at(views[2]) : 0,
        bias === 'last' ? at(views[2]) : 0,
        relu,
        at(views[5]),
      );
      expect(views[3]).toEqual(expected);
      expect(views[4]).toEqual(guard);
    }),
    { numRuns: 300 },
  );
});

test('tanh is that of TensorFlow.js for every size of number', () => {
  const random = new SeededRandom(3, 'tanh');
  const values = new Float32Array(100_000);
  const words = new Uint32Array(values.buffer);
  for (let index = 0; index < words.length; index++) {
    // Every second one is 0.0005 … 11, where no formula gives the value itself, or ±1.
    words[index] =
      index % 2 === 0
        ? random.uint32()
        : 0x3a000000 + random.integer(0x07300000) + (random.integer(2) === 0 ? 0 : 0x80000000);
  }
  const [view] = place(values);
  kernel.tanh(at(view), values.length);
  const tensor = tf.tensor1d(values);
  const result = tf.tanh(tensor);
  expect(view).toEqual(result.dataSync());
  tf.dispose([tensor, result]);
});

test.each([0, 1, 77, 123_456_789, 4_294_967_295])(
  'masks are those of tf.dropout for the seed %i',
  (seed) => {
    const ones = tf.ones([500]);
    const result = tf.dropout(ones, 0.3, undefined, seed);
    const [view] = place(new Float32Array(500));
    const [s0, s1, s2] = seedAlea(String(seed));
    kernel.drawMask(at(view), 500, s0, s1, s2, 1 - 0.3);
    expect(view).toEqual(result.dataSync());
    tf.dispose([ones, result]);
  },
);
