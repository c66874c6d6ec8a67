import { Column, SUMS } from "./column";
import { allocateZeroed } from "./memory";

/**
 * Exact sums of doubles and of their squares. A double is ±m·2^e with m of 53 bits; for each exponent the halves of m
 * (27 and 26 bits) are summed, and of their products the lower 32 bits and the rest apart, so that with fewer than 2³²
 * values nothing can overflow. JavaScript puts the parts together (exact-sums.ts).
 *
 * A page has 32 exponents of 64 bytes: Σ±upper, Σ±lower; then of upper², lower² the lower bits, then the rest; then
 * lower bits and rest of upper·lower.
 */
const PAGE_BYTES: u32 = 32 * 64;
const LOWER_BITS: u64 = 26;

@inline
export function addToSums(column: Column, bits: u64): void {
  const exponent = <u32>(bits >> 52) & 0x7ff;
  const head = changetype<usize>(column) + SUMS + ((exponent >> 5) << 2);
  let page: usize = load<u32>(head);
  if (page == 0) page = newPage(head);
  const at = page + ((exponent & 31) << 6);
  const mantissa = mantissaOf(bits, exponent);
  const upper = mantissa >> LOWER_BITS;
  const lower = mantissa & 0x3ffffff;
  const halves = i64x2.replace_lane(i64x2.splat(<i64>upper), 1, <i64>lower);
  const sign = i64x2.splat(<i64>bits >> 63);
  v128.store(at, i64x2.add(v128.load(at), i64x2.sub(v128.xor(halves, sign), sign)));
  const narrow = i64x2.splat(<i64>(upper | (lower << 32)));
  const squares = i64x2.extmul_low_i32x4_u(narrow, narrow);
  const mask = i64x2.splat(0xffffffff);
  v128.store(at, i64x2.add(v128.load(at, 16), v128.and(squares, mask)), 16);
  v128.store(at, i64x2.add(v128.load(at, 32), i64x2.shr_u(squares, 32)), 32);
  const product = upper * lower;
  store<u64>(at, load<u64>(at, 48) + (product & 0xffffffff), 48);
  store<u64>(at, load<u64>(at, 56) + (product >> 32), 56);
}

/** The same value `times` over. */
export function addToSumsTimes(column: Column, bits: u64, times: u64): void {
  const exponent = <u32>(bits >> 52) & 0x7ff;
  const head = changetype<usize>(column) + SUMS + ((exponent >> 5) << 2);
  let page: usize = load<u32>(head);
  if (page == 0) page = newPage(head);
  const at = page + ((exponent & 31) << 6);
  const mantissa = mantissaOf(bits, exponent);
  const upper = mantissa >> LOWER_BITS;
  const lower = mantissa & 0x3ffffff;
  const sign = <i64>bits >> 63;
  add(at, <u64>((<i64>(upper * times) ^ sign) - sign));
  add(at + 8, <u64>((<i64>(lower * times) ^ sign) - sign));
  add(at + 16, ((upper * upper) & 0xffffffff) * times);
  add(at + 24, ((lower * lower) & 0xffffffff) * times);
  add(at + 32, ((upper * upper) >> 32) * times);
  add(at + 40, ((lower * lower) >> 32) * times);
  add(at + 48, ((upper * lower) & 0xffffffff) * times);
  add(at + 56, ((upper * lower) >> 32) * times);
}

@inline
function add(at: usize, amount: u64): void {
  store<u64>(at, load<u64>(at) + amount);
}

@inline
function mantissaOf(bits: u64, exponent: u32): u64 {
  const fraction = bits & 0xfffffffffffff;
  return exponent == 0 ? fraction : fraction | 0x10000000000000;
}

function newPage(head: usize): usize {
  const page = allocateZeroed(PAGE_BYTES);
  store<u32>(head, <u32>page);
  return page;
}
