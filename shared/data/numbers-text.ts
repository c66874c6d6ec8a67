import { demand } from './shard-consistency.ts';

const BYTES = 8;

/** Doubles as base64 of their bytes, little-endian, on every machine: 10.7 characters a number. */
export function encodeNumbers(numbers: Float64Array): string {
  const bytes = Buffer.allocUnsafe(numbers.length * BYTES);
  for (let index = 0; index < numbers.length; index++) {
    bytes.writeDoubleLE(numbers[index] as number, index * BYTES);
  }
  return bytes.toString('base64');
}

/** Throws `InconsistentShard` for a text that is not what `encodeNumbers` gives for finite numbers. */
export function decodeNumbers(text: string): Float64Array {
  const bytes = Buffer.from(text, 'base64');
  // What is no base64 is passed over in decoding, and makes fewer bytes.
  const whole = bytes.length % BYTES === 0 && text.length === 4 * Math.ceil(bytes.length / 3);
  demand(whole, 'numbers are not base64 of doubles');
  const numbers = new Float64Array(bytes.length / BYTES);
  for (let index = 0; index < numbers.length; index++) {
    numbers[index] = bytes.readDoubleLE(index * BYTES);
    demand(Number.isFinite(numbers[index]), 'a number is not finite');
  }
  return numbers;
}
