/** Mean and deviation from the exact sums of a `NumberState`, correctly rounded. */

/** Exponent of the unit of `sum`. */
const UNIT = -1074;
/** Bits of a quotient that are enough to round it, with a note whether anything is left. */
const BITS = 66;

/** `sum`: Σx · 2¹⁰⁷⁴ of `count` doubles. NaN of none. */
export function meanOf(count: number, sum: bigint): number {
  if (count === 0) return Number.NaN;
  const size = sum < 0n ? -sum : sum;
  const mean = roundQuotient(size, BigInt(count), UNIT);
  return sum < 0n ? -mean : mean;
}

/** Population standard deviation √(n·Σx² − (Σx)²) / n; `sumOfSquares`: Σx² · 2²¹⁴⁸. NaN of none. */
export function deviationOf(count: number, sum: bigint, sumOfSquares: bigint): number {
  if (count === 0) return Number.NaN;
  const n = BigInt(count);
  return roundRoot(n * sumOfSquares - sum * sum, n * n, UNIT);
}

/** numerator / denominator · 2^exponent */
function roundQuotient(numerator: bigint, denominator: bigint, exponent: number): number {
  if (numerator === 0n) return 0;
  const shift = BITS - (bitLength(numerator) - bitLength(denominator));
  const { quotient, isExact } = divide(numerator, denominator, shift);
  return roundBits(quotient, isExact, exponent - shift);
}

/** √(numerator / denominator) · 2^exponent */
function roundRoot(numerator: bigint, denominator: bigint, exponent: number): number {
  if (numerator <= 0n) return 0;
  let shift = 2 * BITS - (bitLength(numerator) - bitLength(denominator));
  if (shift % 2 !== 0) shift++;
  const { quotient, isExact } = divide(numerator, denominator, shift);
  const root = squareRoot(quotient);
  return roundBits(root, isExact && root * root === quotient, exponent - shift / 2);
}

function divide(numerator: bigint, denominator: bigint, shift: number) {
  const over = shift > 0 ? numerator << BigInt(shift) : numerator;
  const under = shift < 0 ? denominator << BigInt(-shift) : denominator;
  const quotient = over / under;
  return { quotient, isExact: quotient * under === over };
}

/** bits · 2^exponent, and a little more unless `isExact`, to the nearest double, ties to even. */
function roundBits(bits: bigint, isExact: boolean, exponent: number): number {
  const length = bitLength(bits);
  const unit = Math.max(exponent + length - 53, UNIT);
  const dropped = BigInt(unit - exponent);
  const whole = bits >> dropped;
  const rest = bits - (whole << dropped);
  const half = 1n << (dropped - 1n);
  const isUp = rest > half || (rest === half && (!isExact || (whole & 1n) === 1n));
  return Number(isUp ? whole + 1n : whole) * 2 ** unit;
}

/** Rounded down; by Newton's method. */
function squareRoot(value: bigint): bigint {
  let root = BigInt(Math.ceil(Math.sqrt(Number(value)))) + 1n;
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

function bitLength(value: bigint): number {
  const digits = value.toString(16);
  return digits.length * 4 + 28 - Math.clz32(Number.parseInt(digits.slice(0, 1), 16));
}
