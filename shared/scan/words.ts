import { SAMPLE_THRESHOLDS } from './hash.ts';

/** 64-bit numbers as pairs of 32-bit words: BigInt takes ten times as long. */

const LITTLE = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
/** Where the words of the element 0 stand in a `Uint32Array` over 64-bit elements. */
export const HIGH = LITTLE ? 1 : 0;
export const LOW = LITTLE ? 0 : 1;

export function wordsOf(values: BigUint64Array | Float64Array): Uint32Array {
  return new Uint32Array(values.buffer, values.byteOffset, values.length * 2);
}

export function highWord(value: bigint): number {
  return Number(value >> 32n) | 0;
}

export function lowWord(value: bigint): number {
  return Number(value & 0xffff_ffffn) | 0;
}

/** Whether an unsigned number of two words is at most another. */
export function isAtMost(high: number, low: number, mostHigh: number, mostLow: number): boolean {
  const a = high >>> 0;
  const b = mostHigh >>> 0;
  return a < b || (a === b && low >>> 0 <= mostLow >>> 0);
}

/** `SAMPLE_THRESHOLDS[level] >> shift`, in words. */
export function thresholdWords(level: number, shift = 0): { high: number; low: number } {
  const threshold = (SAMPLE_THRESHOLDS[level] ?? 0n) >> BigInt(shift);
  return { high: highWord(threshold), low: lowWord(threshold) };
}
