import * as tf from '@tensorflow/tfjs-core';
import { SeededRandom } from '../../../shared/numeric/index.ts';

/** Something to compute alike on every backend. It reads no backend and draws no random numbers but its own. */
export interface ParityCase {
  readonly name: string;
  /** Called inside `tf.tidy`. */
  readonly compute: () => tf.Tensor[];
}

export interface Result {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** Numbers uniform in low … high, the same for a seed on every backend. */
export function numbers(shape: readonly number[], seed = 1, low = -1, high = 1): tf.Tensor {
  const random = new SeededRandom(seed, 'parity');
  const values = new Float32Array(tf.util.sizeFromShape([...shape]));
  for (let index = 0; index < values.length; index++) {
    values[index] = low + (high - low) * random.uniform();
  }
  return tf.tensor(values, [...shape]);
}

/** Whole numbers 0 … below − 1. */
export function indices(shape: readonly number[], below: number, seed = 1): tf.Tensor {
  const random = new SeededRandom(seed, 'parity indices');
  const values = new Int32Array(tf.util.sizeFromShape([...shape]));
  for (let index = 0; index < values.length; index++) values[index] = random.integer(below);
  return tf.tensor(values, [...shape], 'int32');
}

// biome-ignore lint/suspicious/noExplicitAny: the ranks of an operation's tensors are its own matter
export type Operation = (...inputs: any[]) => tf.Tensor;

/** The result and its gradient by every input, with an upstream gradient that is not all ones. */
export function withGradients(operation: Operation, ...inputs: tf.Tensor[]): tf.Tensor[] {
  const value = operation(...inputs);
  return [value, ...tf.grads(operation)(inputs, numbers(value.shape, 99))];
}

/**
 * The results of a case on a backend that is registered and started (`cpu`, `wasm`, `tensorflow` of tfjs-node). The
 * backend stays the current one.
 */
export async function computeOn(backend: string, { compute }: ParityCase): Promise<Result[]> {
  if (tf.getBackend() !== backend && !(await tf.setBackend(backend))) {
    throw new Error(`the backend ${backend} could not be started`);
  }
  const results: Result[] = [];
  tf.tidy(() => {
    for (const tensor of compute()) {
      results.push({ shape: tensor.shape, values: Float32Array.from(tensor.dataSync()) });
    }
  });
  return results;
}

/** Largest difference allowed, as a share of the largest number of its tensor (of 0.001 where all are smaller). */
export const TOLERANCE = 2e-5;

/** The largest difference as a share of scale; infinite where shapes or places of NaN differ. */
export function differenceOf(actual: readonly Result[], expected: readonly Result[]): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  let worst = 0;
  for (const [index, { shape, values }] of expected.entries()) {
    const other = actual[index] as Result;
    if (shape.join() !== other.shape.join()) return Number.POSITIVE_INFINITY;
    let scale = 1e-3;
    for (const value of values)
      if (Number.isFinite(value)) scale = Math.max(scale, Math.abs(value));
    for (const [place, value] of values.entries()) {
      const found = other.values[place] as number;
      if (Object.is(value, found)) continue;
      const difference = Math.abs(value - found) / scale;
      if (!Number.isFinite(difference)) return Number.POSITIVE_INFINITY;
      worst = Math.max(worst, difference);
    }
  }
  return worst;
}
