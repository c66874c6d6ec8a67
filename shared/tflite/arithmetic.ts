import type { Quantization } from './graph.ts';

/** IEEE 754's default rounding, as the vector instructions behind XNNPACK do it. */
export function roundHalfToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return rest < 0.5 ? below : below + 1;
  return below % 2 === 0 ? below : below + 1;
}

/** Smallest and largest number of the types that values are quantised to. */
export const INTEGER_LIMITS = {
  int8: { low: -128, high: 127 },
  int16: { low: -32768, high: 32767 },
} as const;

/** The integer that stands for a real number; beyond the range the nearest end. */
export function storeQuantized(
  value: number,
  { scale, zeroPoint }: Quantization,
  type: keyof typeof INTEGER_LIMITS,
): number {
  const { low, high } = INTEGER_LIMITS[type];
  return Math.min(high, Math.max(low, roundHalfToEven(value / scale) + zeroPoint));
}
