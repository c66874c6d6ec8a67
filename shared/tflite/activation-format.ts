import { UserError } from '../errors/index.ts';
import type { Quantization } from './graph.ts';

/** Smallest and largest value that a tensor took on the calibration examples. */
export interface ValueRange {
  readonly min: number;
  readonly max: number;
}

/** How the values between layers are stored where layers compute in integers; kernels are int8 in each. */
export interface ActivationFormat {
  readonly type: 'int8' | 'int16';
  readonly quantizationOf: (range: ValueRange, tensor?: string) => Quantization;
  /** TFLite's kernels demand these very quantisations of the bounded activations. */
  readonly tanh: Quantization;
  readonly probability: Quantization;
  /** Type of biases, and the largest that a kernel can add up. */
  readonly bias: { readonly type: 'int32' | 'int64'; readonly largest: number };
}

export const INT8_ACTIVATIONS: ActivationFormat = {
  type: 'int8',
  quantizationOf: quantizationOfRange,
  tanh: { scale: 1 / 128, zeroPoint: 0 },
  probability: { scale: 1 / 256, zeroPoint: -128 },
  bias: { type: 'int32', largest: 2 ** 31 - 1 },
};

/** TFLite's kernels know 16-bit values symmetric alone, and multiply sums of up to 48 bits. */
export const INT16_ACTIVATIONS: ActivationFormat = {
  type: 'int16',
  quantizationOf: symmetricQuantizationOfRange,
  tanh: { scale: 1 / 32768, zeroPoint: 0 },
  probability: { scale: 1 / 32768, zeroPoint: 0 },
  bias: { type: 'int64', largest: 2 ** 46 },
};

/** 256 steps over the range widened to hold 0, which must be a step of its own: a missing feature is exactly 0. */
export function quantizationOfRange(
  { min, max }: ValueRange,
  tensor = 'an activation',
): Quantization {
  const low = Math.min(0, min);
  const high = Math.max(0, max);
  const scale = Math.fround((high - low) / 255) || 1;
  if (!Number.isFinite(scale)) throw overflow(tensor);
  const zeroPoint = Math.round(-128 - low / scale);
  return { scale, zeroPoint: Math.min(127, Math.max(-128, zeroPoint)) };
}

/** 65,535 steps, as many on either side of 0. */
export function symmetricQuantizationOfRange(
  { min, max }: ValueRange,
  tensor = 'an activation',
): Quantization {
  const scale = Math.fround(Math.max(-min, max, 0) / 32767) || 1;
  if (!Number.isFinite(scale)) throw overflow(tensor);
  return { scale, zeroPoint: 0 };
}

/** Weights so large that a sum of products leaves the range of single precision: no integer scale can hold it. */
export function overflow(tensor: string): UserError {
  return new UserError({
    what: `The model's numbers are not finite at ${tensor}: it can't be written with integers`,
    remedy:
      'Run train-model again, with a lower training.optimizer.learning-rate or some training.l2',
  });
}
