import { demand } from './state-consistency.ts';

const BYTES = 8;

/** 64-bit numbers as base64 of their bytes, little-endian, on every machine: 10.7 characters a number. */
export function encodeWords(words: BigUint64Array): string {
  const bytes = Buffer.allocUnsafe(words.length * BYTES);
  for (let index = 0; index < words.length; index++) {
    bytes.writeBigUInt64LE(words[index] ?? 0n, index * BYTES);
  }
  return bytes.toString('base64');
}

/** Throws `InconsistentState` for a text that is not what `encodeWords` gives. */
export function decodeWords(text: string): BigUint64Array {
  const bytes = decodeBytes(text);
  demand(bytes.length % BYTES === 0, 'numbers are cut short');
  const words = new BigUint64Array(bytes.length / BYTES);
  for (let index = 0; index < words.length; index++) {
    words[index] = bytes.readBigUInt64LE(index * BYTES);
  }
  return words;
}

/** Throws `InconsistentState` for a text that is no base64. */
export function decodeBytes(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  // What is no base64 is passed over in decoding, and makes fewer bytes.
  demand(text.length === 4 * Math.ceil(bytes.length / 3), 'numbers are no base64');
  return bytes;
}
