/**
 * First stage: where cells and rows end. Fills `index` with the offsets of delimiters and line breaks that part cells,
 * and, marked, of line breaks inside quotes, which only count lines.
 */
export const IN_QUOTES: u32 = 0x80000000;

export const LINE_FEED: u32 = 10;
export const CARRIAGE_RETURN: u32 = 13;
export const QUOTE: u32 = 34;

/** What the index of a window may be. */
export const SOUND: u32 = 0;
export const TEXT_AFTER_QUOTE: u32 = 1;

export let indexStatus: u32 = SOUND;
/** Whether some window had to be indexed byte by byte: what opens and closes quotes is then no matter of counting. */
export let sawOddBytes: bool = false;

@inline
function maskOf(a: v128, b: v128, c: v128, d: v128, byte: v128): u64 {
  return (
    <u64>(<u32>i8x16.bitmask(i8x16.eq(a, byte)) | ((<u32>i8x16.bitmask(i8x16.eq(b, byte))) << 16)) |
    (<u64>(
      <u32>i8x16.bitmask(i8x16.eq(c, byte)) | ((<u32>i8x16.bitmask(i8x16.eq(d, byte))) << 16)
    ) <<
      32)
  );
}

@inline
function prefixXor(bits: u64): u64 {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  return bits ^ (bits << 32);
}

/**
 * Indexes a window that begins with a row; the number of offsets. Any bytes may follow the window, 64 of them are read.
 *
 * Quotes are taken to open and close in turn. That is so when every quote that opens follows a delimiter, a line break or
 * a quote, and every quote that closes precedes one; else, and where a carriage return stands alone, the window is
 * indexed byte by byte.
 */
export function indexCsv(window: usize, length: u32, delimiter: u32, index: usize): u32 {
  indexStatus = SOUND;
  const delimiters = i8x16.splat(<i8>delimiter);
  const quotes = i8x16.splat(<i8>QUOTE);
  const feeds = i8x16.splat(<i8>LINE_FEED);
  const returns = i8x16.splat(<i8>CARRIAGE_RETURN);
  let out = index;
  let inQuotes: u64 = 0;
  /** Of the block before: whether its last byte parts cells or is a quote, is a quote that closes, is a return. */
  let afterBreak: u64 = 1;
  let afterClosing: u64 = 0;
  let afterReturn: u64 = 0;
  let odd: u64 = 0;
  for (let offset: u32 = 0; offset < length; offset += 64) {
    const at = window + offset;
    const a = v128.load(at);
    const b = v128.load(at, 16);
    const c = v128.load(at, 32);
    const d = v128.load(at, 48);
    const rest = length - offset;
    const inside: u64 = rest < 64 ? ((<u64>1) << <u64>rest) - 1 : u64.MAX_VALUE;
    const delimiterBits = maskOf(a, b, c, d, delimiters) & inside;
    const feedBits = maskOf(a, b, c, d, feeds) & inside;
    const quoteBits = maskOf(a, b, c, d, quotes) & inside;
    const anyReturn = v128.or(
      v128.or(i8x16.eq(a, returns), i8x16.eq(b, returns)),
      v128.or(i8x16.eq(c, returns), i8x16.eq(d, returns)),
    );
    let returnBits: u64 = 0;
    if (v128.any_true(anyReturn)) returnBits = maskOf(a, b, c, d, returns) & inside;
    odd |= ((returnBits << 1) | afterReturn) & ~feedBits & inside;
    afterReturn = returnBits >> 63;

    const breaks = delimiterBits | feedBits | quoteBits;
    let quoted = inQuotes;
    if (quoteBits != 0) {
      quoted ^= prefixXor(quoteBits);
      odd |= quoteBits & quoted & ~((breaks << 1) | afterBreak);
      const closing = quoteBits & ~quoted;
      odd |= ((closing << 1) | afterClosing) & ~(breaks | returnBits) & inside;
      afterClosing = closing >> 63;
      inQuotes = <u64>(<i64>quoted >> 63);
    } else if (afterClosing != 0) {
      odd |= 1 & ~(breaks | returnBits) & inside;
      afterClosing = 0;
    }
    afterBreak = breaks >> 63;

    let bits = (delimiterBits & ~quoted) | feedBits;
    const inner = feedBits & quoted;
    if (inner == 0) {
      const count = <u32>popcnt<u64>(bits);
      const end = out + (count << 2);
      // Eight at a time: the loop's end is then mostly foreseen. What is written too much is overwritten.
      do {
        store<u32>(out, offset + <u32>ctz<u64>(bits)); bits &= bits - 1;
        store<u32>(out, offset + <u32>ctz<u64>(bits), 4); bits &= bits - 1;
        store<u32>(out, offset + <u32>ctz<u64>(bits), 8); bits &= bits - 1;
        store<u32>(out, offset + <u32>ctz<u64>(bits), 12); bits &= bits - 1;
        store<u32>(out, offset + <u32>ctz<u64>(bits), 16); bits &= bits - 1;
        store<u32>(out, offset + <u32>ctz<u64>(bits), 20); bits &= bits - 1;
        store<u32>(out, offset + <u32>ctz<u64>(bits), 24); bits &= bits - 1;
        store<u32>(out, offset + <u32>ctz<u64>(bits), 28); bits &= bits - 1;
        out += 32;
      } while (bits != 0);
      out = end;
    } else {
      while (bits != 0) {
        const place = ctz<u64>(bits);
        const mark = (<u32>(inner >> place) & 1) << 31;
        store<u32>(out, (offset + <u32>place) | mark);
        out += 4;
        bits &= bits - 1;
      }
    }
  }
  if (odd != 0) {
    sawOddBytes = true;
    return indexByteByByte(window, length, delimiter, index);
  }
  return <u32>((out - index) >> 2);
}

/** Line feeds of the bytes that `countQuotes` counted last. */
export let countedFeeds: u32 = 0;

/** Quotes in a block; up to 63 bytes behind it are read. */
export function countQuotes(block: usize, length: u32): u32 {
  const quotes = i8x16.splat(<i8>QUOTE);
  const feeds = i8x16.splat(<i8>LINE_FEED);
  let quoteCount: u32 = 0;
  let feedCount: u32 = 0;
  for (let offset: u32 = 0; offset < length; offset += 64) {
    const at = block + offset;
    const a = v128.load(at);
    const b = v128.load(at, 16);
    const c = v128.load(at, 32);
    const d = v128.load(at, 48);
    const rest = length - offset;
    const inside: u64 = rest < 64 ? ((<u64>1) << <u64>rest) - 1 : u64.MAX_VALUE;
    quoteCount += <u32>popcnt<u64>(maskOf(a, b, c, d, quotes) & inside);
    feedCount += <u32>popcnt<u64>(maskOf(a, b, c, d, feeds) & inside);
  }
  countedFeeds = feedCount;
  return quoteCount;
}

/** The same index for any text. Ends at the last row that is known to be complete. */
function indexByteByByte(window: usize, length: u32, delimiter: u32, index: usize): u32 {
  let out = index;
  let at: u32 = 0;
  while (at < length) {
    // At the start of a cell.
    if (<u32>load<u8>(window + at) == QUOTE) {
      at++;
      for (;;) {
        if (at >= length) return <u32>((out - index) >> 2);
        const byte = <u32>load<u8>(window + at);
        if (byte == QUOTE) {
          if (at + 1 >= length) return <u32>((out - index) >> 2);
          if (<u32>load<u8>(window + at + 1) != QUOTE) break;
          at += 2;
          continue;
        }
        const ofPair = byte == LINE_FEED && <u32>load<u8>(window + at - 1) == CARRIAGE_RETURN;
        if (byte == CARRIAGE_RETURN || (byte == LINE_FEED && !ofPair)) {
          store<u32>(out, at | IN_QUOTES);
          out += 4;
        }
        at++;
      }
      at++;
      const next = <u32>load<u8>(window + at);
      if (next != delimiter && next != LINE_FEED && next != CARRIAGE_RETURN) {
        indexStatus = TEXT_AFTER_QUOTE;
        return <u32>((out - index) >> 2);
      }
    } else {
      for (; at < length; at++) {
        const byte = <u32>load<u8>(window + at);
        if (byte == delimiter || byte == LINE_FEED || byte == CARRIAGE_RETURN) break;
      }
      if (at >= length) return <u32>((out - index) >> 2);
    }
    if (<u32>load<u8>(window + at) == CARRIAGE_RETURN) {
      if (at + 1 >= length) return <u32>((out - index) >> 2);
      if (<u32>load<u8>(window + at + 1) == LINE_FEED) at++;
    }
    store<u32>(out, at);
    out += 4;
    at++;
  }
  return <u32>((out - index) >> 2);
}
