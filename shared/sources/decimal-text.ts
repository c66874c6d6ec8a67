import { SourceFault } from './source-fault.ts';

/** A whole number of units of 10^−`scale`: `−1234` with scale 2 is `−12.34`. A negative scale adds zeros. */
export function decimalText(unscaled: bigint, scale: number): string {
  if (scale <= 0) return unscaled === 0n ? '0' : `${unscaled}${'0'.repeat(-scale)}`;
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
  const point = digits.length - scale;
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Other programs write 32 at most, which are 76 digits. The time that digits take grows with the square of their number. */
const LONGEST_DECIMAL_BYTES = 256;

/** Two's complement, most significant byte first. Throws a `SourceFault` for more than 256 bytes. */
export function bigEndianInteger(bytes: Uint8Array): bigint {
  if (bytes.length > LONGEST_DECIMAL_BYTES) {
    throw new SourceFault(
      `A decimal number is longer than ${LONGEST_DECIMAL_BYTES} bytes`,
      'Write its column as floating-point numbers or text, or leave it out of the file',
    );
  }
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return BigInt.asIntN(bytes.length * 8, value);
}

/** A half-precision number by its 16 bits (IEEE 754 binary16). */
export function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >>> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
