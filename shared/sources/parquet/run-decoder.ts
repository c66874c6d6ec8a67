/**
 * Parquet's hybrid of runs and packed bits (apache/parquet-format, Encodings.md, RLE), a piece at a time, so that a run
 * of two thousand million values costs no memory.
 */
export class RunDecoder {
  readonly #bytes: Uint8Array;
  readonly #width: number;
  readonly #end: number;
  #at: number;
  /** Of the run at hand: values left, and the value they all have, or −1 for packed ones. */
  #left = 0;
  #value = -1;
  /** Bits of `#bytes` before the next packed value. */
  #bit = 0;

  /** `width`: bits of a value, 0 … 32. Throws a `RangeError` for another one. */
  constructor(bytes: Uint8Array, start: number, end: number, width: number) {
    if (width > 32 || start > end || end > bytes.length) throw new RangeError('a run');
    this.#bytes = bytes;
    this.#at = start;
    this.#end = end;
    this.#width = width;
  }

  /** Writes the next `count` values. Throws a `RangeError` when there are fewer. */
  read(target: Int32Array | Uint8Array, offset: number, count: number): void {
    let filled = offset;
    const end = offset + count;
    while (filled < end) {
      if (this.#left === 0) this.#begin();
      const size = Math.min(this.#left, end - filled);
      if (this.#value >= 0) target.fill(this.#value, filled, filled + size);
      else this.#unpack(target, filled, size);
      this.#left -= size;
      filled += size;
    }
  }

  /** How many of the next values are all `value` without more being decoded than a run's header; 0 for packed ones. */
  runOf(value: number): number {
    if (this.#left === 0 && this.#at < this.#end) this.#begin();
    return this.#value === value ? this.#left : 0;
  }

  skipRun(count: number): void {
    this.#left -= count;
  }

  #begin(): void {
    const header = this.#varint();
    if (header % 2 === 1) {
      this.#left = ((header - 1) / 2) * 8;
      this.#value = -1;
      this.#bit = this.#at * 8;
      // The last group may be cut where its values end: zeros are read there.
      this.#at += ((header - 1) / 2) * this.#width;
      return;
    }
    this.#left = header / 2;
    const bytes = (this.#width + 7) >>> 3;
    if (this.#at + bytes > this.#end) throw new RangeError('a run is cut off');
    let value = 0;
    for (let index = bytes - 1; index >= 0; index--) {
      value = value * 256 + (this.#bytes[this.#at + index] ?? 0);
    }
    this.#at += bytes;
    // Codes beyond 2³¹ are none: the dictionary's length is checked.
    this.#value = Math.min(value, 0x7fffffff);
  }

  #unpack(target: Int32Array | Uint8Array, offset: number, count: number): void {
    const bytes = this.#bytes;
    const width = this.#width;
    let bit = this.#bit;
    if ((bit + count * width + 7) / 8 >= this.#end + 1) throw new RangeError('a run is cut off');
    const end = offset + count;
    if (width === 1) {
      for (let at = offset; at < end; at++, bit++) {
        target[at] = ((bytes[bit >>> 3] ?? 0) >>> (bit & 7)) & 1;
      }
    } else if (width <= 24) {
      const mask = (1 << width) - 1;
      for (let at = offset; at < end; at++, bit += width) {
        const byte = bit >>> 3;
        const word =
          (bytes[byte] ?? 0) |
          ((bytes[byte + 1] ?? 0) << 8) |
          ((bytes[byte + 2] ?? 0) << 16) |
          ((bytes[byte + 3] ?? 0) << 24);
        target[at] = (word >>> (bit & 7)) & mask;
      }
    } else {
      for (let at = offset; at < end; at++, bit += width) {
        target[at] = Math.min(wideBits(bytes, bit, width), 0x7fffffff);
      }
    }
    this.#bit = bit;
  }

  #varint(): number {
    let value = 0;
    for (let factor = 1; factor <= 2 ** 35; factor *= 128) {
      if (this.#at >= this.#end) throw new RangeError('a run is cut off');
      const byte = this.#bytes[this.#at++] ?? 0;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
    throw new RangeError('a run is too long');
  }
}

/** Up to 32 bits that begin anywhere. */
function wideBits(bytes: Uint8Array, bit: number, width: number): number {
  let value = 0;
  const first = Math.floor(bit / 8);
  for (let index = 4; index >= 0; index--) value = value * 256 + (bytes[first + index] ?? 0);
  return Math.floor(value / 2 ** (bit % 8)) % 2 ** width;
}
