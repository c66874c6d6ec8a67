import { beforeAll, describe, expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import { startEngine } from '../../../shared/model/engine.ts';
import { computeOn, differenceOf, type Result, TOLERANCE } from './case.ts';
import { PARITY_CASES } from './cases.ts';

// The JavaScript backend is the reference: the same operations, layers and gradients on both backends.

describe('the WebAssembly backend agrees with the JavaScript backend', () => {
  const expected = new Map<string, Result[]>();

  beforeAll(async () => {
    await startEngine();
    for (const one of PARITY_CASES) expected.set(one.name, await computeOn('cpu', one));
    await tf.setBackend('wasm');
  });

  test.each(PARITY_CASES.map((one) => [one.name, one] as const))('%s', async (name, one) => {
    const before = tf.engine().findBackend('wasm').numDataIds();
    const actual = await computeOn('wasm', one);
    const reference = expected.get(name) ?? [];
    expect(reference.length).toBeGreaterThan(0);
    expect(differenceOf(actual, reference)).toBeLessThanOrEqual(TOLERANCE);
    // Kernels must free what they allocate for themselves.
    expect(tf.engine().findBackend('wasm').numDataIds()).toBe(before);
  });

  test('every case has a name of its own', () => {
    expect(expected.size).toBe(PARITY_CASES.length);
  });
});
