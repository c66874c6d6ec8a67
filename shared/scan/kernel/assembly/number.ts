import { INFINITE, INTEGER, MISSING, NUMBER } from "./column";
import { slowNumber } from "./imports";

/**
 * Decimal texts to doubles, rounded as JavaScript's `Number` does: exactly. Clinger's fast path where digits and power
 * of ten are doubles, else Eisel and Lemire's algorithm (Lemire, Number Parsing at a Gigabyte per Second, 2021), else
 * JavaScript.
 */

/** Powers of ten that are doubles. */
const tens: usize = memory.data<f64>([
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
]);
const LARGEST_EXACT_TEN: i32 = 22;

const LEAST_POWER: i32 = -342;
const LARGEST_POWER: i32 = 308;
/** 5^q for q from −342 to 308, 128 bits each, upper half first; JavaScript writes them. */
const fives: usize = memory.data(16 * 651, 16);

export function powersOfFive(): usize {
  return fives;
}

/** The value of the text that was read last. */
export let parsedValue: f64 = 0;

let high: u64 = 0;
let low: u64 = 0;

@inline
function multiply(a: u64, b: u64): void {
  const a0 = a & 0xffffffff;
  const a1 = a >> 32;
  const b0 = b & 0xffffffff;
  const b1 = b >> 32;
  const middle = a1 * b0 + ((a0 * b0) >> 32);
  const carry = (middle & 0xffffffff) + a0 * b1;
  high = a1 * b1 + (middle >> 32) + (carry >> 32);
  low = a * b;
}

/** |w · 10^q| as the bits of a double; the largest u64 when this can't tell. */
function eiselLemire(w: u64, q: i32): u64 {
  if (w == 0 || q < LEAST_POWER) return 0;
  if (q > LARGEST_POWER) return 0x7ff0000000000000;
  const zeros = clz<u64>(w);
  const shifted = w << zeros;
  const power = fives + (<usize>(q - LEAST_POWER) << 4);
  multiply(shifted, load<u64>(power));
  let upper = high;
  let lower = low;
  if ((upper & 0x1ff) == 0x1ff) {
    multiply(shifted, load<u64>(power, 8));
    lower += high;
    if (high > lower) upper++;
  }
  if (lower == 0xffffffffffffffff && (q < -27 || q > 55)) return u64.MAX_VALUE;
  const top = upper >> 63;
  let mantissa = upper >> (top + 9);
  let exponent = ((217706 * q) >> 16) + 63 + <i32>top - <i32>zeros + 1023;
  if (exponent <= 0) {
    if (-exponent + 1 >= 64) return 0;
    mantissa >>= <u64>(-exponent + 1);
    mantissa += mantissa & 1;
    mantissa >>= 1;
    return mantissa;
  }
  // Halfway cases that are exact round to even.
  if (lower <= 1 && q >= -4 && q <= 23 && (mantissa & 3) == 1 && mantissa << (top + 9) == upper) {
    mantissa &= ~1;
  }
  mantissa += mantissa & 1;
  mantissa >>= 1;
  if (mantissa >= (<u64>1 << 53)) {
    mantissa = <u64>1 << 52;
    exponent++;
  }
  if (exponent >= 0x7ff) return 0x7ff0000000000000;
  return (mantissa & 0xfffffffffffff) | (<u64>exponent << 52);
}

const iota: v128 = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);

/** The kind of the number that `parseShortNumber` read last. */
export let shortKind: u32 = INTEGER;

/**
 * Reads `[+-]digits[.digits]` of at most 16 characters behind the sign, without branches on what they are. NaN for
 * any other text; of a number, its kind is `shortKind`.
 */
@inline
export function parseShortNumber(text: usize, length: u32): f64 {
  const first = <u32>load<u8>(text);
  const negative = first == 0x2d;
  const signed = u32(negative) | u32(first == 0x2b);
  const count = length - signed;
  if (count - 1 > 15) return NaN;
  const digits = i8x16.sub(v128.load(text + signed), i8x16.splat(0x30));
  const others = ~i8x16.bitmask(i8x16.le_u(digits, i8x16.splat(9))) & ((1 << count) - 1);
  let fraction: u32 = 0;
  shortKind = INTEGER;
  // Indices that bring the last digit to the end; those before the point come one further.
  let order = i8x16.add(iota, i8x16.splat(<i8>(count - 16)));
  if (others != 0) {
    const point = ctz<u32>(others);
    if (
      (others & (others - 1)) != 0 ||
      load<u8>(text + signed + point) != 0x2e ||
      count == 1
    ) {
      return NaN;
    }
    fraction = count - 1 - point;
    shortKind = NUMBER;
    order = i8x16.add(order, i8x16.le_s(order, i8x16.splat(<i8>point)));
  }
  const aligned = i8x16.swizzle(digits, order);
  const pairs = i16x8.add(
    i16x8.mul(v128.and(aligned, i16x8.splat(0xff)), i16x8.splat(10)),
    i16x8.shr_u(aligned, 8),
  );
  const fours = i32x4.dot_i16x8_s(pairs, i32x4.splat(0x00010064));
  const eights = i32x4.dot_i16x8_s(i16x8.narrow_i32x4_u(fours, fours), i32x4.splat(0x00012710));
  const both = i64x2.extract_lane(eights, 0);
  const whole: u64 = <u64>(both & 0xffffffff) * 100000000 + (<u64>both >> 32);
  let value: f64;
  if (whole <= 0x20000000000000) {
    value = <f64><i64>whole;
    if (fraction != 0) value /= load<f64>(tens + (fraction << 3));
  } else {
    const bits = eiselLemire(whole, -(<i32>fraction));
    if (bits == u64.MAX_VALUE) return NaN;
    value = reinterpret<f64>(bits);
  }
  return reinterpret<f64>(reinterpret<u64>(value) | ((<u64>negative) << 63));
}

/** By the lower and upper half of a byte, bits that both have if it may stand in a number or in a decimal comma's. */
const lowerHalves: v128 = i8x16(19, 17, 17, 17, 17, 25, 17, 19, 17, 21, 16, 18, 18, 18, 18, 16);
const upperHalves: v128 = i8x16(4, 0, 2, 1, 8, 0, 8, 0, 16, 16, 16, 16, 16, 16, 16, 16);

/**
 * Whether a text that begins with a byte up to `9` is sure to be neither a number nor a word of one nor a number with a
 * decimal comma, by its first 16 bytes: most instants, days, versions and addresses.
 */
@inline
export function isPlainText(text: usize, length: u32): bool {
  const first = <u32>load<u8>(text);
  // Behind a sign or a space a word may come.
  if (first - 0x30 > 9) return false;
  const bytes = v128.load(text);
  const classes = v128.and(
    i8x16.swizzle(lowerHalves, v128.and(bytes, i8x16.splat(15))),
    i8x16.swizzle(upperHalves, i8x16.shr_u(bytes, 4)),
  );
  const inside: u32 = length < 16 ? (1 << length) - 1 : 0xffff;
  const others = <u32>i8x16.bitmask(i8x16.eq(classes, i8x16.splat(0)));
  const signs =
    <u32>i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(0x2b))) |
    <u32>i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(0x2d)));
  const exponents = <u32>i8x16.bitmask(
    i8x16.eq(v128.or(bytes, i8x16.splat(0x20)), i8x16.splat(0x65)),
  );
  return ((others | (signs & ~(exponents << 1))) & inside) != 0;
}

/** Any text: `INTEGER`, `NUMBER` or `INFINITE` for a decimal number with spaces around, `MISSING` for all others. */
export function parseNumber(text: usize, length: u32): u32 {
  let at = text;
  let end = text + length;
  while (at < end && isSpace(load<u8>(at))) at++;
  while (end > at && isSpace(load<u8>(end - 1))) end--;
  if (at == end) return MISSING;
  const first = load<u8>(at);
  const negative = first == 0x2d;
  if (negative || first == 0x2b) at++;

  let mantissa: u64 = 0;
  /** Digits in `mantissa`, and decimal places that it lacks (more digits) or has (digits behind the point). */
  let taken: u32 = 0;
  let scale: i32 = 0;
  let any = false;
  let inexact = false;
  let point = false;
  for (; at < end; at++) {
    const byte = <u32>load<u8>(at);
    const digit = byte - 0x30;
    if (digit <= 9) {
      any = true;
      if (taken < 19) {
        mantissa = mantissa * 10 + digit;
        if (mantissa != 0) taken++;
        if (point) scale--;
      } else {
        inexact = inexact || digit != 0;
        if (!point) scale++;
      }
    } else if (byte == 0x2e && !point) {
      point = true;
    } else {
      break;
    }
  }
  if (!any) return MISSING;
  let whole = !point;
  if (at < end) {
    if ((load<u8>(at) | 0x20) != 0x65) return MISSING;
    whole = false;
    at++;
    if (at == end) return MISSING;
    const sign = load<u8>(at);
    if (sign == 0x2d || sign == 0x2b) at++;
    if (at == end) return MISSING;
    let exponent: i32 = 0;
    for (; at < end; at++) {
      const digit = <u32>load<u8>(at) - 0x30;
      if (digit > 9) return MISSING;
      if (exponent < 100000000) exponent = exponent * 10 + <i32>digit;
    }
    scale += sign == 0x2d ? -exponent : exponent;
  }
  const value = decimal(mantissa, scale, inexact, text, length);
  parsedValue = negative ? -value : value;
  if (value == Infinity) return INFINITE;
  return whole ? INTEGER : NUMBER;
}

function decimal(mantissa: u64, scale: i32, inexact: bool, text: usize, length: u32): f64 {
  if (!inexact && mantissa <= 0x20000000000000) {
    if (scale == 0) return <f64>mantissa;
    if (scale < 0 && scale >= -LARGEST_EXACT_TEN) {
      return <f64>mantissa / load<f64>(tens + (<usize>-scale << 3));
    }
  }
  const bits = eiselLemire(mantissa, scale);
  // Digits that were left out lie between these two.
  if (bits != u64.MAX_VALUE && (!inexact || bits == eiselLemire(mantissa + 1, scale))) {
    return reinterpret<f64>(bits);
  }
  return abs<f64>(slowNumber(text, length));
}

@inline
export function isSpace(byte: u32): bool {
  return byte == 0x20 || byte == 0x09;
}
