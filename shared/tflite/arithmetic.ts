import type { Quantization } from './graph.ts';

/** IEEE 754's default rounding, as the vector instructions behind XNNPACK do it. */
export function roundHalfToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return rest < 0.5 ? below : below + 1;
  return below % 2 === 0 ? below : below + 1;
}

/** The 8-bit number that stands for a real one; beyond the range the nearest end. */
export function storeQuantized(value: number, { scale, zeroPoint }: Quantization): number {
  return Math.min(127, Math.max(-128, roundHalfToEven(value / scale) + zeroPoint));
}
