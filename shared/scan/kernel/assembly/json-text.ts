import { allocate, release } from "./memory";

/** Strings and numbers of JSON, as RFC 8259 has them. The text ends with a line feed, which no value can hold. */

const QUOTE: u32 = 0x22;
const BACKSLASH: u32 = 0x5c;

/** Of the string that was read last, unescaped. */
export let stringText: usize = 0;
export let stringLength: u32 = 0;

/** Unescaped strings of the row that is being read. */
let scratch: usize = 0;
let scratchBytes: u32 = 0;
let scratchEnd: usize = 0;

/** `bytes`: of the text that is read; no string is longer when it is unescaped. */
export function makeScratch(bytes: u32): void {
  const wanted = bytes + 32;
  if (scratchBytes >= wanted) return;
  if (scratchBytes != 0) release(scratch, scratchBytes);
  scratch = allocate(wanted);
  scratchBytes = wanted;
}

@inline
export function clearScratch(): void {
  scratchEnd = scratch;
}

/** Quotes, backslashes and control characters among 16 bytes, as bits. */
@inline
function specialsAt(at: usize): u32 {
  const bytes = v128.load(at);
  const marks = v128.or(
    i8x16.eq(bytes, i8x16.splat(<i8>QUOTE)),
    i8x16.eq(bytes, i8x16.splat(<i8>BACKSLASH)),
  );
  const controls = i8x16.eq(i8x16.min_u(bytes, i8x16.splat(0x1f)), bytes);
  return <u32>i8x16.bitmask(v128.or(marks, controls));
}

/** First quote, backslash or control character from `at` on. */
@inline
function findSpecial(at: usize): usize {
  let found = specialsAt(at);
  while (found == 0) {
    at += 16;
    found = specialsAt(at);
  }
  return at + ctz<u32>(found);
}

/** Reads the string whose first character stands at `at`. Where its closing quote stands; 0 when it is none. */
@inline
export function readString(at: usize): usize {
  const end = findSpecial(at);
  if (<u32>load<u8>(end) == QUOTE) {
    stringText = at;
    stringLength = <u32>(end - at);
    return end;
  }
  return readEscaped(at, end);
}

function readEscaped(start: usize, special: usize): usize {
  let out = scratchEnd;
  stringText = out;
  let at = start;
  for (;;) {
    memory.copy(out, at, special - at);
    out += special - at;
    const byte = <u32>load<u8>(special);
    if (byte == QUOTE) break;
    if (byte != BACKSLASH) return 0;
    const escape = <u32>load<u8>(special, 1);
    at = special + 2;
    if (escape == 0x75) {
      const unit = hexUnit(at);
      if (unit < 0) return 0;
      at += 4;
      let point = <u32>unit;
      if (point >= 0xd800 && point < 0xe000) {
        // Half of a character alone is no text in UTF-8: JavaScript keeps it.
        if (point >= 0xdc00 || load<u16>(at) != 0x755c) return 0;
        const second = hexUnit(at + 2);
        if (second < 0xdc00 || second >= 0xe000) return 0;
        at += 6;
        point = 0x10000 + ((point - 0xd800) << 10) + (<u32>second - 0xdc00);
      }
      out = putCharacter(out, point);
    } else {
      const meant = meaningOf(escape);
      if (meant == 0) return 0;
      store<u8>(out++, <u8>meant);
    }
    special = findSpecial(at);
  }
  stringLength = <u32>(out - stringText);
  scratchEnd = out;
  return special;
}

function meaningOf(escape: u32): u32 {
  if (escape == QUOTE || escape == BACKSLASH || escape == 0x2f) return escape;
  if (escape == 0x62) return 8;
  if (escape == 0x66) return 12;
  if (escape == 0x6e) return 10;
  if (escape == 0x72) return 13;
  return escape == 0x74 ? 9 : 0;
}

/** −1 unless four hexadecimal digits stand there. */
function hexUnit(at: usize): i32 {
  let unit: i32 = 0;
  for (let i: usize = 0; i < 4; i++) {
    const byte = <u32>load<u8>(at + i);
    const low = byte | 0x20;
    let digit: u32;
    if (byte - 0x30 <= 9) digit = byte - 0x30;
    else if (low - 0x61 <= 5) digit = low - 0x61 + 10;
    else return -1;
    unit = (unit << 4) | <i32>digit;
  }
  return unit;
}

function putCharacter(out: usize, point: u32): usize {
  if (point < 0x80) {
    store<u8>(out, <u8>point);
    return out + 1;
  }
  if (point < 0x800) {
    store<u8>(out, <u8>(0xc0 | (point >> 6)));
    store<u8>(out, <u8>(0x80 | (point & 0x3f)), 1);
    return out + 2;
  }
  if (point < 0x10000) {
    store<u8>(out, <u8>(0xe0 | (point >> 12)));
    store<u8>(out, <u8>(0x80 | ((point >> 6) & 0x3f)), 1);
    store<u8>(out, <u8>(0x80 | (point & 0x3f)), 2);
    return out + 3;
  }
  store<u8>(out, <u8>(0xf0 | (point >> 18)));
  store<u8>(out, <u8>(0x80 | ((point >> 12) & 0x3f)), 1);
  store<u8>(out, <u8>(0x80 | ((point >> 6) & 0x3f)), 2);
  store<u8>(out, <u8>(0x80 | (point & 0x3f)), 3);
  return out + 4;
}

/** Bytes of the number at `at`; 0 when there is none. What follows is not looked at. */
@inline
export function numberLength(at: usize): u32 {
  const negative = u32(<u32>load<u8>(at) == 0x2d);
  const start = at + negative;
  const places = i8x16.sub(v128.load(start), i8x16.splat(0x30));
  const digits = <u32>i8x16.bitmask(i8x16.le_u(places, i8x16.splat(9)));
  let end = ctz<u32>(~digits);
  if (end >= 16) return longNumberLength(at);
  if (end == 0 || (end > 1 && <u32>load<u8>(start) == 0x30)) return 0;
  let next = <u32>load<u8>(start + end);
  if (next == 0x2e) {
    const decimals = ctz<u32>(~(digits >> (end + 1)));
    if (decimals == 0) return longNumberLength(at);
    end += 1 + decimals;
    if (end >= 16) return longNumberLength(at);
    next = <u32>load<u8>(start + end);
  }
  return (next | 0x20) == 0x65 ? longNumberLength(at) : negative + end;
}

@inline
function skipDigits(at: usize): usize {
  while (<u32>load<u8>(at) - 0x30 <= 9) at++;
  return at;
}

function longNumberLength(start: usize): u32 {
  let at = start;
  if (<u32>load<u8>(at) == 0x2d) at++;
  let end = skipDigits(at);
  if (end == at || (end > at + 1 && <u32>load<u8>(at) == 0x30)) return 0;
  if (<u32>load<u8>(end) == 0x2e) {
    at = end + 1;
    end = skipDigits(at);
    if (end == at) return 0;
  }
  if ((<u32>load<u8>(end) | 0x20) == 0x65) {
    at = end + 1;
    const sign = <u32>load<u8>(at);
    if (sign == 0x2b || sign == 0x2d) at++;
    end = skipDigits(at);
    if (end == at) return 0;
  }
  return <u32>(end - start);
}
