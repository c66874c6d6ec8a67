import type { GradientClipping } from '../config/index.ts';

/**
 * Limits gradients in place, all parameters of a model together, in the order of `listParameters`; how they are divided into arrays
 * changes no bit. `norm`: the root of the sum of all squares, as `tf.clip_by_global_norm`; a larger one is scaled down to the limit.
 * `value`: each number by itself, as `tf.clip_by_value`. One that is not a number stays, so
 * that the divergence shows; so does an infinite one by `norm`.
 */
export function clipGradients(
  gradients: readonly Float32Array[],
  { by, limit }: GradientClipping,
): void {
  if (by === 'value') {
    for (const values of gradients) {
      for (let index = 0; index < values.length; index++) {
        values[index] = Math.max(-limit, Math.min(limit, values[index] as number));
      }
    }
    return;
  }
  let squares = 0;
  for (const values of gradients) {
    for (let index = 0; index < values.length; index++) {
      const value = values[index] as number;
      squares += value * value;
    }
  }
  const norm = Math.sqrt(squares);
  // Not a number: nothing to scale by. Infinite: every finite number would become 0 and hide it.
  if (!(norm > limit) || norm === Number.POSITIVE_INFINITY) return;
  const scale = limit / norm;
  for (const values of gradients) {
    for (let index = 0; index < values.length; index++) {
      values[index] = (values[index] as number) * scale;
    }
  }
}
