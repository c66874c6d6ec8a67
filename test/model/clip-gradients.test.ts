import { describe, expect, test } from '@jest/globals';
import { clipGradients } from '../../shared/model/clip-gradients.ts';

const gradients = () => [Float32Array.of(3, -4, 0.5), Float32Array.of(12, 0.25)];
const flat = (arrays: readonly Float32Array[]) => arrays.flatMap((values) => [...values]);

describe('gradients are clipped', () => {
  test('by the norm of all of them', () => {
    const clipped = gradients();
    clipGradients(clipped, { by: 'norm', limit: 5 });
    // optax 0.2.8: optax.clip_by_global_norm(5.0).update(g, state)
    const expected = [
      1.1527810096740723, -1.537041187286377, 0.19213014841079712, 4.611124038696289,
      0.09606507420539856,
    ];
    for (const [index, value] of expected.entries()) {
      expect(flat(clipped)[index]).toBeCloseTo(value, 6);
    }
    const joined = [Float32Array.from(flat(gradients()))];
    clipGradients(joined, { by: 'norm', limit: 5 });
    expect(flat(joined)).toEqual(flat(clipped));
  });

  test('and left as they are within it', () => {
    const clipped = gradients();
    clipGradients(clipped, { by: 'norm', limit: 14 });
    expect(clipped).toEqual(gradients());
  });

  test('each by itself', () => {
    const clipped = gradients();
    clipGradients(clipped, { by: 'value', limit: 3.5 });
    expect(flat(clipped)).toEqual([3, -3.5, 0.5, 3.5, 0.25]);
  });

  test.each(['norm', 'value'] as const)('by %s, and one that is no number stays', (by) => {
    const clipped = [Float32Array.of(Number.NaN, 2)];
    clipGradients(clipped, { by, limit: 3 });
    expect(clipped).toEqual([Float32Array.of(Number.NaN, 2)]);
  });

  test('an infinite one hides nothing by making the others 0', () => {
    const clipped = [Float32Array.of(Number.POSITIVE_INFINITY, 2)];
    clipGradients(clipped, { by: 'norm', limit: 3 });
    expect(flat(clipped)).toEqual([Number.POSITIVE_INFINITY, 2]);
  });
});
