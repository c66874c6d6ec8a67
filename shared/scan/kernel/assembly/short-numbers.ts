import { INTEGER, NUMBER } from "./column";

/**
 * The short numbers of a column, many in one loop that calls nothing and asks nothing of the digits: `parseShortNumber` of
 * one after the other, to the same bits. A cell is read from its end, so that its last digit always comes last.
 */

/** A sign and 16 characters. */
export const LONGEST_SHORT: u32 = 17;

/** Where bytes of the 16 before a cell's end are the cell's, 16 bytes from its length on. */
const insides: usize = memory.data<u8>([
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
]);

/** By the place of the point among the 16 bytes (16: none): the order that leaves it out, and what to divide by. */
const orders: usize = memory.data(16 * 17, 16);
const divisors: usize = memory.data(8 * 17, 16);

/** From memory, constants stay in registers; literals are made anew for each number. */
const constants: usize = memory.data(16 * 6, 16);

/** Before the first number; again does no harm. */
export function startShortNumbers(): void {
  let divisor: f64 = 1;
  for (let point: i32 = 16; point >= 0; point--) {
    for (let place: i32 = 0; place < 16; place++) {
      store<u8>(orders + (point << 4) + place, place > point || point == 16 ? place : place == 0 ? 255 : place - 1);
    }
    store<f64>(divisors + (point << 3), divisor);
    if (point < 16) divisor *= 10;
  }
  v128.store(constants, i8x16.splat(0x30));
  v128.store(constants, i8x16.splat(0x76), 16);
  v128.store(constants, i8x16.splat(-2), 32);
  v128.store(constants, i16x8.splat(2561), 48);
  v128.store(constants, i32x4.splat(0x00010064), 64);
  v128.store(constants, i32x4.splat(0x00012710), 80);
}

/** Of those that were read last: the rows that were none, how many have a point, and how many are zero. */
export let otherCount: u32 = 0;
export let decimalCount: u32 = 0;
export let zeroCount: u32 = 0;
/** And of their lengths the least, the largest and the sum. */
export let shortestNumber: u32 = 0;
export let longestNumber: u32 = 0;
export let numberBytes: u64 = 0;

/**
 * Reads the cells of `count` rows, which are not empty. `slots`: where by row the bits of numbers go; `rows`: the rows, and
 * afterwards those that hold short numbers below 2⁵³, in order; their count is returned. `others`: where the others go.
 * `kinds`: where the numbers' kinds go, a byte each.
 */
export function readShortNumbers(
  window: usize,
  before: usize,
  ends: usize,
  slots: usize,
  rows: usize,
  kinds: usize,
  count: u32,
  others: usize,
): u32 {
  const zeroDigits = v128.load(constants);
  const aboveDigits = v128.load(constants, 16);
  const points = v128.load(constants, 32);
  const toPairs = v128.load(constants, 48);
  const toFours = v128.load(constants, 64);
  const toEights = v128.load(constants, 80);
  let found: u32 = 0;
  let other: u32 = 0;
  let decimals: u32 = 0;
  let zeros: u32 = 0;
  let shortest: u32 = u32.MAX_VALUE;
  let longest: u32 = 0;
  let bytes: u64 = 0;
  for (let index: u32 = 0; index < count; index++) {
    const row = load<u32>(rows + (index << 2));
    const text = window + load<u32>(before + (row << 2)) + 1;
    const end = window + load<u32>(ends + (row << 2));
    const length = <u32>(end - text);
    const first = <u32>load<u8>(text);
    const negative = u32(first == 0x2d);
    const size = length - (negative | u32(first == 0x2b));
    // Of a longer cell too much may be read: it is none in any case.
    const inside = v128.load(insides + (size & 31));
    const digits = v128.and(i8x16.sub(v128.load(end - 16), zeroDigits), inside);
    const odd = <u32>i8x16.bitmask(i8x16.add_sat_u(digits, aboveDigits));
    const point = ctz<u32>(odd | 0x10000);
    // Anything but digits and one point.
    const isOdd = (odd ^ <u32>i8x16.bitmask(i8x16.eq(digits, points))) | (odd & (odd - 1));
    // 2561 · (first + 256 · second) is 256 · (10 · first + second) + first, modulo 2¹⁶.
    const pairs = i16x8.shr_u(
      i16x8.mul(i8x16.swizzle(digits, v128.load(orders + (point << 4))), toPairs),
      8,
    );
    const fours = i32x4.dot_i16x8_s(pairs, toFours);
    const eights = i32x4.dot_i16x8_s(i16x8.narrow_i32x4_u(fours, fours), toEights);
    const both = <u64>i64x2.extract_lane(eights, 0);
    const whole = (both & 0xffffffff) * 100000000 + (both >> 32);
    let value = <f64><i64>whole;
    let kind = INTEGER;
    if (point != 16) {
      value /= load<f64>(divisors + (point << 3));
      kind = NUMBER;
    }
    // A sign alone, and a point alone, have no digits.
    if ((isOdd | u32(size - 1 > 15) | u32(whole >= 0x20000000000000) | u32(size == 1 && point != 16)) != 0) {
      store<u32>(others + (other++ << 2), row);
      continue;
    }
    const isZero = u64(whole == 0);
    store<u64>(slots + (row << 3), reinterpret<u64>(value) | (<u64>(negative & ~(<u32>isZero)) << 63));
    store<u32>(rows + (found << 2), row);
    store<u8>(kinds + found, <u8>kind);
    found++;
    decimals += u32(point != 16);
    zeros += <u32>isZero;
    shortest = min<u32>(shortest, length);
    longest = max<u32>(longest, length);
    bytes += length;
  }
  otherCount = other;
  decimalCount = decimals;
  zeroCount = zeros;
  shortestNumber = shortest;
  longestNumber = longest;
  numberBytes = bytes;
  return found;
}
