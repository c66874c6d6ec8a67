import {
  BOOLEAN,
  INFINITE,
  INTEGER,
  MISSING,
  NOT_A_NUMBER,
  NUMBER,
  ODD_DECIMAL_COMMA,
  ODD_TEXT,
  TEXT,
  THOUSANDS_COMMA,
} from "./column";
import { hashBytes, hashDouble } from "./hash";
import { isSpace, parsedValue, parseNumber } from "./number";

/** What a cell's text means, as shared/scan/cell.ts says. */

/** Of the text that was classified last: its `CellHash`, its value (0 for what has none), its slot in a sample. */
export let cellHash: u64 = 0;
export let cellValue: f64 = 0;
export let cellSlot: u64 = 0;
/** Whether it is a whole number beyond 2⁵³. */
export let cellIsBig: bool = false;

export const SLOT_MISSING: u64 = 0x7ff9000000000000;
const SLOT_NOT_A_NUMBER: u64 = 0x7ffa000000000000;
const SLOT_FALSE: u64 = 0x7ffb000000000000;
const SLOT_TRUE: u64 = 0x7ffc000000000000;
const TEXT_SLOT: u64 = 0xfff8000000000000;

/** Doubles from here on no longer tell neighbours apart. */
export const FIRST_UNSAFE: f64 = 9007199254740992;

const words: usize = memory.data<u8>([
  0x6e, 0x61, 0x6e, 0x74, 0x72, 0x75, 0x65, 0x66, 0x61, 0x6c, 0x73, 0x65,
]);
const NAN_WORD: usize = 0;
const TRUE_WORD: usize = 3;
const FALSE_WORD: usize = 7;

/** A whole number that is finite has at most 309 digits. */
const LONGEST_WHOLE: u32 = 320;
const wholeDigits: usize = memory.data(320, 16);

@inline
export function textSlot(hash: u64): u64 {
  return TEXT_SLOT | (hash >> 13);
}

@inline
export function isTextSlot(slot: u64): bool {
  return slot >= TEXT_SLOT;
}

/** Whether a text that begins with a byte above `9` may be anything but text: inf, nan, true or false. */
@inline
export function mayBeWord(first: u32): bool {
  const low = first | 0x20;
  return low == 0x69 || low == 0x6e || low == 0x66 || low == 0x74;
}

@inline
function letter(at: usize): u32 {
  return <u32>load<u8>(at) | 0x20;
}

/** Classifies a present cell's text. */
export function classify(text: usize, length: u32): u32 {
  const first = <u32>load<u8>(text);
  const low = first | 0x20;
  if (first > 0x39 && !mayBeWord(first)) return asText(text, length);
  if (first <= 0x39) {
    const kind = parseNumber(text, length);
    if (kind != MISSING) return asNumber(kind, parsedValue, text, length);
  }
  return asWord(text, length, low);
}

/** Of a text that `parseNumber` or `parseShortNumber` has read. */
@inline
export function asNumber(kind: u32, value: f64, text: usize, length: u32): u32 {
  const number = value == 0 ? 0 : value;
  const bits = reinterpret<u64>(number);
  cellValue = number;
  cellSlot = bits;
  cellIsBig = false;
  cellHash = hashDouble(bits);
  if (abs<f64>(number) >= FIRST_UNSAFE && kind != INFINITE) hashBigNumber(text, length);
  return kind;
}

export function asText(text: usize, length: u32): u32 {
  cellHash = hashBytes(text, length);
  cellSlot = textSlot(cellHash);
  cellIsBig = false;
  return TEXT;
}

function asWord(text: usize, length: u32, low: u32): u32 {
  if (length == 4 && low == 0x74 && isWord(text, TRUE_WORD, 4)) return asBoolean(TRUE_WORD, 4, SLOT_TRUE);
  if (length == 5 && low == 0x66 && isWord(text, FALSE_WORD, 5)) return asBoolean(FALSE_WORD, 5, SLOT_FALSE);
  const signed = u32(load<u8>(text) == 0x2d || load<u8>(text) == 0x2b);
  const word = text + signed;
  const rest = length - signed;
  if (rest == 3 && isWord(word, NAN_WORD, 3)) {
    cellHash = hashBytes(words + NAN_WORD, 3);
    cellSlot = SLOT_NOT_A_NUMBER;
    cellIsBig = false;
    return NOT_A_NUMBER;
  }
  if ((rest == 3 || rest == 8) && isInfinity(word, rest)) {
    return asNumber(INFINITE, load<u8>(text) == 0x2d ? -Infinity : Infinity, text, length);
  }
  return asText(text, length);
}

function asBoolean(word: usize, length: u32, slot: u64): u32 {
  cellHash = hashBytes(words + word, length);
  cellSlot = slot;
  cellIsBig = false;
  return BOOLEAN;
}

function isWord(text: usize, word: usize, length: u32): bool {
  for (let i: u32 = 0; i < length; i++) {
    if (letter(text + i) != <u32>load<u8>(words + word + i)) return false;
  }
  return true;
}

const infinityWord: usize = memory.data<u8>([0x69, 0x6e, 0x66, 0x69, 0x6e, 0x69, 0x74, 0x79]);

function isInfinity(text: usize, length: u32): bool {
  for (let i: u32 = 0; i < length; i++) {
    if (letter(text + i) != <u32>load<u8>(infinityWord + i)) return false;
  }
  return true;
}

/** `bigWholeNumber`: the hash of all digits of a number beyond 2⁵³, unless it has a fraction. */
function hashBigNumber(text: usize, length: u32): void {
  let at = text;
  let end = text + length;
  while (isSpace(load<u8>(at))) at++;
  while (isSpace(load<u8>(end - 1))) end--;
  const negative = load<u8>(at) == 0x2d;
  if (negative || load<u8>(at) == 0x2b) at++;
  // First the exponent, since it tells how many digits are whole.
  let digitsEnd = at;
  let places: i32 = 0;
  let point = false;
  for (; digitsEnd < end && (load<u8>(digitsEnd) | 0x20) != 0x65; digitsEnd++) {
    if (load<u8>(digitsEnd) == 0x2e) point = true;
    else if (point) places++;
  }
  let shift: i32 = 0;
  if (digitsEnd < end) {
    let exponentAt = digitsEnd + 1;
    const sign = load<u8>(exponentAt);
    if (sign == 0x2d || sign == 0x2b) exponentAt++;
    for (; exponentAt < end; exponentAt++) {
      if (shift < 100000000) shift = shift * 10 + <i32>load<u8>(exponentAt) - 0x30;
    }
    if (sign == 0x2d) shift = -shift;
  }
  shift -= places;
  let digits: i32 = 0;
  for (let place = at, started = false; place < digitsEnd; place++) {
    const byte = load<u8>(place);
    if (byte == 0x2e) continue;
    started = started || byte != 0x30;
    if (started) digits++;
  }
  const wholes = digits + min<i32>(0, shift);
  let taken: i32 = 0;
  let out: u32 = 0;
  if (negative) store<u8>(wholeDigits, 0x2d), out++;
  for (let place = at, started = false; place < digitsEnd; place++) {
    const byte = load<u8>(place);
    if (byte == 0x2e) continue;
    started = started || byte != 0x30;
    if (!started) continue;
    if (taken < wholes) {
      if (out < LONGEST_WHOLE) store<u8>(wholeDigits + out++, byte);
      taken++;
    } else if (byte != 0x30) {
      return;
    }
  }
  for (; shift > 0 && out < LONGEST_WHOLE; shift--) store<u8>(wholeDigits + out++, 0x30);
  cellIsBig = true;
  cellHash = hashBytes(wholeDigits, out);
}

/** `ODD_` bits of a cell: its sort, and for a text whether it has a decimal comma. */
@inline
export function oddSorts(kind: u32, text: usize, length: u32): u32 {
  if (kind == TEXT) {
    const first = <u32>load<u8>(text);
    return first > 0x39 ? ODD_TEXT : ODD_TEXT | decimalComma(text, length);
  }
  return kind == INFINITE ? 4 : kind == NOT_A_NUMBER ? 8 : 0;
}

const LONGEST_DECIMAL: u32 = 60;

/** `hasDecimalComma` and `mayHaveThousandsComma`. */
function decimalComma(text: usize, length: u32): u32 {
  // Each character of such a number has at most three bytes.
  if (length > 3 * LONGEST_DECIMAL) return 0;
  let at = text;
  let end = text + length;
  while (at < end && isSpace(load<u8>(at))) at++;
  while (end > at && isSpace(load<u8>(end - 1))) end--;
  if (at < end && (load<u8>(at) == 0x2d || load<u8>(at) == 0x2b)) at++;
  const start = at;
  at = skipDigits(at, end);
  const head = <u32>(at - start);
  if (head == 0) return 0;
  let groups: u32 = 0;
  let extraBytes: u32 = 0;
  for (;;) {
    const mark = thousandsMark(at, end);
    if (mark == 0) break;
    const group = skipDigits(at + mark, end) - (at + mark);
    if (group != 3) return 0;
    extraBytes += mark - 1;
    at += mark + 3;
    groups++;
  }
  if (groups != 0 && head > 3) return 0;
  if (length - extraBytes > LONGEST_DECIMAL) return 0;
  if (at >= end || load<u8>(at) != 0x2c) return 0;
  const decimals = at + 1;
  at = skipDigits(decimals, end);
  const places = <u32>(at - decimals);
  if (places == 0) return 0;
  const exponent = at < end;
  if (exponent) {
    if ((load<u8>(at) | 0x20) != 0x65) return 0;
    at++;
    if (at < end && (load<u8>(at) == 0x2d || load<u8>(at) == 0x2b)) at++;
    const last = skipDigits(at, end);
    if (last == at || last != end) return 0;
  }
  const thousands = !exponent && groups == 0 && head <= 3 && places == 3 && load<u8>(start) != 0x30;
  return thousands ? ODD_DECIMAL_COMMA | THOUSANDS_COMMA : ODD_DECIMAL_COMMA;
}

@inline
function skipDigits(from: usize, end: usize): usize {
  let at = from;
  while (at < end && <u32>load<u8>(at) - 0x30 <= 9) at++;
  return at;
}

/** Bytes of a mark between thousands: `.`, space, `'`, U+2019, U+00A0, U+202F. */
function thousandsMark(at: usize, end: usize): u32 {
  if (at >= end) return 0;
  const byte = load<u8>(at);
  if (byte == 0x2e || byte == 0x20 || byte == 0x27) return 1;
  if (byte == 0xc2) return end - at >= 2 && load<u8>(at, 1) == 0xa0 ? 2 : 0;
  if (byte != 0xe2 || end - at < 3 || load<u8>(at, 1) != 0x80) return 0;
  const third = load<u8>(at, 2);
  return third == 0x99 || third == 0xaf ? 3 : 0;
}

/** Characters (code points) of well-formed UTF-8: bytes that continue none. */
@inline
export function characters(text: usize, length: u32): u32 {
  let count = length;
  let at = text;
  let rest: i32 = <i32>length;
  for (; rest > 0; rest -= 16, at += 16) {
    const bytes = v128.load(at);
    if (i8x16.bitmask(bytes) == 0) continue;
    // 0x80 … 0xbf are −128 … −65.
    const inside = rest < 16 ? (1 << rest) - 1 : 0xffff;
    count -= <u32>popcnt<i32>(i8x16.bitmask(i8x16.lt_s(bytes, i8x16.splat(-64))) & inside);
  }
  return count;
}
