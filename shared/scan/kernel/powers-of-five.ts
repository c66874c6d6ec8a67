const LEAST = -342;
const LARGEST = 308;
const BITS = 128n;

/**
 * 5^q for q from −342 to 308, each scaled by a power of two to 128 bits (upper half first): what Eisel and Lemire's
 * algorithm multiplies with. Positive powers are rounded down, reciprocals up (Lemire 2021, section 6, and the table of
 * the fast_float library, which this equals).
 */
export function powersOfFive(): BigUint64Array {
  const table = new BigUint64Array(2 * (LARGEST - LEAST + 1));
  for (let q = LEAST; q <= LARGEST; q++) {
    const scaled = q < 0 ? reciprocal(-q) : scaledPower(q);
    table[2 * (q - LEAST)] = scaled >> 64n;
    table[2 * (q - LEAST) + 1] = scaled & ((1n << 64n) - 1n);
  }
  return table;
}

function scaledPower(q: number): bigint {
  const power = 5n ** BigInt(q);
  const shift = BITS - BigInt(bitLength(power));
  return shift >= 0n ? power << shift : power >> -shift;
}

function reciprocal(q: number): bigint {
  const power = 5n ** BigInt(q);
  const length = BigInt(bitLength(power));
  if (q <= 27) return (1n << (length + BITS - 1n)) / power + 1n;
  const long = (1n << (2n * length + BITS)) / power + 1n;
  return long >> BigInt(bitLength(long) - Number(BITS));
}

function bitLength(value: bigint): number {
  return value.toString(2).length;
}
