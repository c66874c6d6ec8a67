import { beforeAll, describe, expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { startEngine } from '../../../shared/model/engine.ts';
import {
  computeOn,
  differenceOf,
  indices,
  numbers,
  type ParityCase,
  TOLERANCE,
  withGradients,
} from './case.ts';
import { convolution, depthwise, maxPooling } from './window-cases.ts';

const length = fc.integer({ min: 1, max: 9 });
const few = fc.integer({ min: 1, max: 4 });
const windows = fc.record({
  filter: fc.tuple(few, few),
  strides: fc.integer({ min: 1, max: 3 }),
  pad: fc.constantFrom('same' as const, 'valid' as const),
  images: fc.tuple(few, length, length, few),
  filters: few,
});

/** A filter that is larger than an image has no place in it. */
const fits = ({ filter, images, pad }: typeof windows extends fc.Arbitrary<infer T> ? T : never) =>
  pad === 'same' || (filter[0] <= images[1] && filter[1] <= images[2]);

async function expectParity(compute: ParityCase['compute']): Promise<void> {
  const one = { name: 'random', compute };
  const expected = await computeOn('cpu', one);
  expect(differenceOf(await computeOn('wasm', one), expected)).toBeLessThanOrEqual(TOLERANCE);
}

const runs = { numRuns: 60 };

describe('backends agree for shapes drawn at random', () => {
  beforeAll(startEngine);

  test('convolutions', async () => {
    await fc.assert(
      fc.asyncProperty(windows.filter(fits), (drawn) =>
        expectParity(() => convolution(drawn, drawn)),
      ),
      runs,
    );
  });

  test('depthwise convolutions', async () => {
    await fc.assert(
      fc.asyncProperty(windows.filter(fits), (drawn) =>
        expectParity(() => depthwise(drawn, drawn)),
      ),
      runs,
    );
  });

  test('max pooling, of negative numbers too', async () => {
    await fc.assert(
      fc.asyncProperty(windows.filter(fits), fc.constantFrom(1, 0, -0.5), (drawn, high) =>
        expectParity(() => maxPooling(drawn, drawn.images, -1, high)),
      ),
      runs,
    );
  });

  test('embeddings', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(length, { minLength: 1, maxLength: 2 }),
        length,
        few,
        (words, rows, width) =>
          expectParity(() =>
            withGradients(
              (table) => tf.gather(table, indices(words, rows)),
              numbers([rows, width]),
            ),
          ),
      ),
      runs,
    );
  });

  test('products of one tensor in two shapes', async () => {
    await fc.assert(
      fc.asyncProperty(few, few, few, few, (rows, height, width, part) =>
        expectParity(() => {
          const b = numbers([height * part, width], 2);
          return [
            tf.matMul(numbers([rows, height * part]), b),
            tf.matMul(numbers([rows, height]), tf.reshape(b, [height, part * width])),
          ];
        }),
      ),
      runs,
    );
  });
});

describe('the engine', () => {
  beforeAll(startEngine);

  test('computes a gradient for which its memory has to grow', async () => {
    // 16 MB of images: views of the memory taken before would be detached. Each block of 2 × 2 has the same gradient.
    const gradientOf = (blocks: number) => {
      const images = tf.tile(numbers([1, 2, 2, 2]), [blocks > 1 ? 8 : 1, blocks, blocks, 1]);
      const filter = numbers([1, 1, 2, 1], 2) as tf.Tensor4D;
      const gradient = tf.grad((x) => tf.conv2d(x as tf.Tensor4D, filter, 2, 'same'))(images);
      return [tf.max(gradient, [0, 1, 2]), tf.min(gradient, [0, 1, 2])];
    };
    const block = await computeOn('cpu', { name: 'one', compute: () => gradientOf(1) });
    const all = await computeOn('wasm', { name: 'many', compute: () => gradientOf(256) });
    expect(differenceOf(all, block)).toBeLessThanOrEqual(TOLERANCE);
  });

  test('says which index a table has no row for', async () => {
    await tf.setBackend('wasm');
    const table = numbers([4, 2]);
    for (const index of [-1, 4]) {
      expect(() => tf.gather(table, tf.tensor1d([index], 'int32'))).toThrow(
        `An embedding layer has rows for the numbers 0 to 3, and got ${index}`,
      );
    }
    table.dispose();
  });
});
