import { MOST_PAGE_BYTES } from '../limits.ts';
import { damaged } from '../source-fault.ts';

/**
 * Parquet's delta encodings (apache/parquet-format, Encodings.md), written out plainly: what the page would hold with the
 * encoding PLAIN, so that one decoder of types serves all.
 */

/** DELTA_BINARY_PACKED of INT32 (`bytes` 4) or INT64 (8), little endian. `most`: as many values as there may be. */
export function plainOfDeltas(
  page: Uint8Array,
  start: number,
  width: 4 | 8,
  most: number,
): Uint8Array {
  const { values } = readDeltas(page, start, Math.min(most, MOST_PAGE_BYTES / width));
  if (width === 8) return new Uint8Array(values.buffer, 0, values.length * 8);
  return new Uint8Array(
    Int32Array.from(values, (value) => Number(BigInt.asIntN(32, value))).buffer,
  );
}

/** DELTA_LENGTH_BYTE_ARRAY: all lengths, then all bytes. */
export function plainOfLengths(page: Uint8Array, start: number, most: number): Uint8Array {
  const { lengths, end } = readLengths(page, start, most);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  if (end + total > page.length) throw new RangeError('texts are cut off');
  const plain = new PlainTexts(total + lengths.length * 4);
  let at = end;
  for (const length of lengths) {
    plain.add(page.subarray(at, at + length));
    at += length;
  }
  return plain.bytes;
}

/** DELTA_BYTE_ARRAY: of each text how much of the one before it keeps, then what comes after that. `fixed`: without lengths. */
export function plainOfPrefixes(
  page: Uint8Array,
  start: number,
  fixed: boolean,
  most: number,
): Uint8Array {
  const { lengths: prefixes, end } = readLengths(page, start, most);
  const { lengths: suffixes, end: first } = readLengths(page, end, most);
  if (prefixes.length !== suffixes.length) throw new RangeError('texts without an end');
  const total = prefixes.reduce((sum, prefix, index) => sum + prefix + (suffixes[index] ?? 0), 0);
  const plain = new PlainTexts(total + (fixed ? 0 : prefixes.length * 4), fixed);
  let at = first;
  let before = new Uint8Array();
  for (const [index, prefix] of prefixes.entries()) {
    const suffix = suffixes[index] ?? 0;
    if (prefix > before.length || at + suffix > page.length) throw new RangeError('texts');
    const text = new Uint8Array(prefix + suffix);
    text.set(before.subarray(0, prefix));
    text.set(page.subarray(at, at + suffix), prefix);
    at += suffix;
    plain.add(text);
    before = text;
  }
  return plain.bytes;
}

/** BYTE_STREAM_SPLIT: all first bytes, all second bytes, … */
export function plainOfStreams(page: Uint8Array, start: number, width: number): Uint8Array {
  const bytes = page.subarray(start);
  const count = Math.floor(bytes.length / width);
  const plain = new Uint8Array(count * width);
  for (let stream = 0; stream < width; stream++) {
    for (let index = 0; index < count; index++) {
      plain[index * width + stream] = bytes[stream * count + index] ?? 0;
    }
  }
  return plain;
}

class PlainTexts {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  readonly #fixed: boolean;
  #at = 0;

  constructor(length: number, fixed = false) {
    if (length > MOST_PAGE_BYTES) {
      throw damaged('Parquet file', `a page unpacks to more than ${MOST_PAGE_BYTES} bytes`);
    }
    this.bytes = new Uint8Array(length);
    this.#view = new DataView(this.bytes.buffer);
    this.#fixed = fixed;
  }

  add(text: Uint8Array): void {
    if (!this.#fixed) {
      this.#view.setUint32(this.#at, text.length, true);
      this.#at += 4;
    }
    this.bytes.set(text, this.#at);
    this.#at += text.length;
  }
}

function readLengths(
  page: Uint8Array,
  start: number,
  most: number,
): { lengths: number[]; end: number } {
  const { values, end } = readDeltas(page, start, Math.min(most, MOST_PAGE_BYTES / 4));
  const lengths = Array.from(values, Number);
  if (lengths.some((length) => length < 0 || length > MOST_PAGE_BYTES)) {
    throw new RangeError('the length of a text');
  }
  return { lengths, end };
}

function readDeltas(
  page: Uint8Array,
  start: number,
  most: number,
): { values: BigInt64Array<ArrayBuffer>; end: number } {
  const reader = new DeltaReader(page, start);
  const blockSize = Number(reader.varint());
  const miniblocks = Number(reader.varint());
  const count = Number(reader.varint());
  const first = reader.zigzag();
  const perMiniblock = blockSize / miniblocks;
  // A block of 2³² values might have no bytes at all.
  const sound = perMiniblock > 0 && perMiniblock % 32 === 0 && blockSize <= 65_536;
  if (!sound || count > most) throw new RangeError('a block of deltas');
  // A block has a byte for the width of each miniblock.
  if (count > 1 && (count - 1) / perMiniblock > page.length)
    throw new RangeError('too many deltas');
  const values = new BigInt64Array(count);
  if (count > 0) values[0] = first;
  let last = BigInt.asIntN(64, first);
  for (let filled = 1; filled < count; ) {
    const least = reader.zigzag();
    const widths = reader.bytes(miniblocks);
    for (const width of widths) {
      if (filled >= count) break;
      const bit = reader.position * 8;
      reader.bytes((perMiniblock / 8) * width);
      const end = Math.min(count, filled + perMiniblock);
      for (let index = 0; filled < end; index++, filled++) {
        const delta = least + reader.bits(bit + index * width, width);
        last = BigInt.asIntN(64, last + delta);
        values[filled] = last;
      }
    }
  }
  return { values, end: reader.position };
}

class DeltaReader {
  readonly #page: Uint8Array;
  position: number;

  constructor(page: Uint8Array, position: number) {
    this.#page = page;
    this.position = position;
  }

  varint(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.#page[this.position++];
      if (byte === undefined) break;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    throw new RangeError('a number is cut off');
  }

  zigzag(): bigint {
    const value = this.varint();
    return value & 1n ? -((value + 1n) >> 1n) : value >> 1n;
  }

  bytes(length: number): Uint8Array {
    const start = this.position;
    if (start + length > this.#page.length) throw new RangeError('deltas are cut off');
    this.position += length;
    return this.#page.subarray(start, this.position);
  }

  bits(bit: number, width: number): bigint {
    if (width === 0) return 0n;
    if (width > 64) throw new RangeError('the width of a delta');
    const first = bit >>> 3;
    const shift = bit & 7;
    if (width <= 40) {
      let value = 0;
      for (let index = (shift + width - 1) >>> 3; index >= 0; index--) {
        value = value * 256 + (this.#page[first + index] ?? 0);
      }
      return BigInt(Math.floor(value / 2 ** shift) % 2 ** width);
    }
    let value = 0n;
    for (let index = (shift + width - 1) >>> 3; index >= 0; index--) {
      value = (value << 8n) | BigInt(this.#page[first + index] ?? 0);
    }
    return (value >> BigInt(shift)) & ((1n << BigInt(width)) - 1n);
  }
}
