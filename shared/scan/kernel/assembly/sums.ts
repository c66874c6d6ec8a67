import { Column, SUM_PAGES, SUMS } from "./column";
import { allocateZeroed } from "./memory";

/**
 * Exact sums of doubles and of their squares. A double is ±m·2^e with m of 53 bits; for each exponent Σ±m, and of the
 * halves of m (27 and 26 bits) Σupper², Σlower² and Σupper·lower are summed. Sums of up to `MOST_PENDING` numbers fit
 * into 64 bits. They are then added to wide sums, the lower 32 bits and the rest apart, so that with fewer than 2³²
 * values nothing can overflow. JavaScript puts the parts together (read-sums.ts).
 *
 * A page has 32 exponents. The wide sums, 64 bytes each, come first: lower bits and rest of each of the four. The narrow
 * ones follow, 32 bytes each.
 */
const WIDE_BYTES: u32 = 32 * 64;
const PAGE_BYTES: u32 = 32 * (64 + 32);
const LOWER_BITS: u64 = 26;
/** So often (2²⁷ − 1)² is below 2⁶⁴. */
const MOST_PENDING: u32 = 1024;

/** Makes room for so many additions by `addToSums`, at most `MOST_PENDING`. */
@inline
export function reserveSums(column: Column, count: u32): void {
  if (column.pendingSums + count > MOST_PENDING) flushSums(column);
  column.pendingSums += count;
}

/** Room for it is reserved. */
@inline
export function addToSums(column: Column, bits: u64): void {
  const exponent = <u32>(bits >> 52) & 0x7ff;
  const at = pageOf(column, exponent) + WIDE_BYTES + ((exponent & 31) << 5);
  const mantissa = mantissaOf(bits, exponent);
  const sign = <i64>bits >> 63;
  const upper = mantissa >> LOWER_BITS;
  const lower = mantissa & 0x3ffffff;
  store<i64>(at, load<i64>(at) + ((<i64>mantissa ^ sign) - sign));
  add(at + 8, upper * upper);
  add(at + 16, lower * lower);
  add(at + 24, upper * lower);
}

/** Adds the narrow sums to the wide ones. */
export function flushSums(column: Column): void {
  column.pendingSums = 0;
  for (let head: usize = 0; head < 4 * SUM_PAGES; head += 4) {
    const page: usize = load<u32>(changetype<usize>(column) + SUMS + head);
    if (page == 0) continue;
    for (let exponent: usize = 0; exponent < 32; exponent++) {
      const narrow = page + WIDE_BYTES + (exponent << 5);
      // All but zeros have some square.
      if ((load<u64>(narrow, 8) | load<u64>(narrow, 16)) == 0) continue;
      const wide = page + (exponent << 6);
      const sum = load<i64>(narrow);
      add(wide, sum & 0xffffffff);
      add(wide + 8, sum >> 32);
      addWide(wide + 16, load<u64>(narrow, 8), 1);
      addWide(wide + 32, load<u64>(narrow, 16), 1);
      addWide(wide + 48, load<u64>(narrow, 24), 1);
      memory.fill(narrow, 0, 32);
    }
  }
}

/** The same value `times` over, at once in the wide sums. */
export function addToSumsTimes(column: Column, bits: u64, times: u64): void {
  const exponent = <u32>(bits >> 52) & 0x7ff;
  const at = pageOf(column, exponent) + ((exponent & 31) << 6);
  const mantissa = mantissaOf(bits, exponent);
  const upper = mantissa >> LOWER_BITS;
  const lower = mantissa & 0x3ffffff;
  const sign = <i64>bits >> 63;
  const signed = (<i64>mantissa ^ sign) - sign;
  add(at, (signed & 0xffffffff) * times);
  add(at + 8, (signed >> 32) * times);
  addWide(at + 16, upper * upper, times);
  addWide(at + 32, lower * lower, times);
  addWide(at + 48, upper * lower, times);
}

@inline
function add(at: usize, amount: u64): void {
  store<u64>(at, load<u64>(at) + amount);
}

@inline
function addWide(at: usize, amount: u64, times: u64): void {
  add(at, (amount & 0xffffffff) * times);
  add(at + 8, (amount >> 32) * times);
}

@inline
function mantissaOf(bits: u64, exponent: u32): u64 {
  const fraction = bits & 0xfffffffffffff;
  return exponent == 0 ? fraction : fraction | 0x10000000000000;
}

@inline
function pageOf(column: Column, exponent: u32): usize {
  const head = changetype<usize>(column) + SUMS + ((exponent >> 5) << 2);
  const page: usize = load<u32>(head);
  return page != 0 ? page : newPage(head);
}

function newPage(head: usize): usize {
  const page = allocateZeroed(PAGE_BYTES);
  store<u32>(head, <u32>page);
  return page;
}
