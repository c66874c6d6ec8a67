import { isUtf8 } from 'node:buffer';
import { LONGEST_ROW } from '../scan/index.ts';
import { SourceFault } from './source-fault.ts';
import type { ValueTarget } from './value-target.ts';

/** Values of a fixed width, little endian, into a target: the same in Parquet's pages and in Arrow's buffers. */
export type FixedReader = (
  bytes: Uint8Array,
  start: number,
  target: ValueTarget,
  offset: number,
  count: number,
) => void;

export interface FixedType {
  readonly width: number;
  readonly kind: 'numbers' | 'texts';
  readonly whole: boolean;
  readonly read: FixedReader;
}

export const float64: FixedType = {
  width: 8,
  kind: 'numbers',
  whole: false,
  read: (bytes, start, target, offset, count) => {
    target.numbers.set(new Float64Array(aligned(bytes, start, count * 8), 0, count), offset);
  },
};

export const float32 = typed(4, false, (buffer, count) => new Float32Array(buffer, 0, count));
export const int32 = typed(4, true, (buffer, count) => new Int32Array(buffer, 0, count));
export const uint32 = typed(4, true, (buffer, count) => new Uint32Array(buffer, 0, count));
export const int16 = typed(2, true, (buffer, count) => new Int16Array(buffer, 0, count));
export const uint16 = typed(2, true, (buffer, count) => new Uint16Array(buffer, 0, count));
export const int8 = typed(1, true, (buffer, count) => new Int8Array(buffer, 0, count));
export const uint8 = typed(1, true, (buffer, count) => new Uint8Array(buffer, 0, count));

export const int64 = wide((low, high) => (high | 0) * 2 ** 32 + low, BigInt64Array);
export const uint64 = wide((low, high) => high * 2 ** 32 + low, BigUint64Array);

/** Texts that are made of each value by itself. */
export function converted(
  width: number,
  textOf: (view: DataView, at: number) => string,
): FixedType {
  return {
    width,
    kind: 'texts',
    whole: false,
    read: (bytes, start, target, offset, count) => {
      const view = viewOf(bytes);
      for (let index = 0; index < count; index++) {
        target.texts[offset + index] = textOf(view, start + index * width);
      }
    },
  };
}

/** Text of a fixed length in bytes: a shorter one is filled up with zeros, which are left out. */
export function fixedText(width: number): FixedType {
  return converted(width, (view, at) => {
    const bytes = Buffer.from(view.buffer, view.byteOffset + at, width);
    let end = width;
    // No regular expression: of zeros in the middle, it would look at each run from each of its places.
    while (end > 0 && bytes[end - 1] === 0) end--;
    return bytes.toString('utf8', 0, end);
  });
}

/** Numbers that are made of their decimal text. */
export function decimals(
  width: number,
  whole: boolean,
  textOf: (view: DataView, at: number) => string,
): FixedType {
  return {
    width,
    kind: 'numbers',
    whole,
    read: (bytes, start, target, offset, count) => {
      const view = viewOf(bytes);
      for (let index = 0; index < count; index++) {
        putDecimal(target, offset + index, textOf(view, start + index * width));
      }
    },
  };
}

export function putDecimal(target: ValueTarget, at: number, text: string): void {
  const value = Number(text);
  target.numbers[at] = value;
  if (Number.isInteger(value) && !Number.isSafeInteger(value) && !text.includes('.')) {
    target.setDigits(at, text);
  }
}

/** Bytes that are text: with U+FFFD, and marked, where they are no UTF-8. */
export function putText(
  target: ValueTarget,
  at: number,
  bytes: Buffer,
  start: number,
  end: number,
) {
  checkLength(end - start);
  target.addTextBytes(end - start);
  const text = bytes.toString('utf8', start, end);
  target.texts[at] = text;
  if (text.includes('\ufffd') && !isUtf8(bytes.subarray(start, end))) target.setInvalid(at);
}

/** Of a text, in bytes. */
export function checkLength(length: number): void {
  if (length <= LONGEST_ROW) return;
  throw new SourceFault(
    `A text is longer than ${LONGEST_ROW / 1024 / 1024} MiB`,
    'Leave its column out of the file',
  );
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function typed(
  width: number,
  whole: boolean,
  makeArray: (buffer: ArrayBuffer, count: number) => ArrayLike<number>,
): FixedType {
  return {
    width,
    kind: 'numbers',
    whole,
    read: (bytes, start, target, offset, count) => {
      target.numbers.set(makeArray(aligned(bytes, start, count * width), count), offset);
    },
  };
}

function wide(
  combine: (low: number, high: number) => number,
  Exact: new (buffer: ArrayBuffer) => ArrayLike<bigint>,
): FixedType {
  return {
    width: 8,
    kind: 'numbers',
    whole: true,
    read: (bytes, start, target, offset, count) => {
      const buffer = aligned(bytes, start, count * 8);
      const words = new Uint32Array(buffer, 0, 2 * count);
      const { numbers } = target;
      let exact: ArrayLike<bigint> | null = null;
      for (let index = 0; index < count; index++) {
        const value = combine(words[2 * index] ?? 0, words[2 * index + 1] ?? 0);
        numbers[offset + index] = value;
        if (!Number.isSafeInteger(value)) {
          exact ??= new Exact(buffer);
          target.setDigits(offset + index, String(exact[index]));
        }
      }
    },
  };
}

/** A copy goes here, unless it is longer: one at a time is in use. */
const scratch = new ArrayBuffer(1 << 17);

/** Bytes that may begin anywhere, copied to the start of a buffer. Throws a `RangeError` when they aren't there. */
function aligned(bytes: Uint8Array, start: number, length: number): ArrayBuffer {
  if (start + length > bytes.length) throw new RangeError('values are cut off');
  const copy = length > scratch.byteLength ? new ArrayBuffer(length) : scratch;
  new Uint8Array(copy).set(bytes.subarray(start, start + length));
  return copy;
}
