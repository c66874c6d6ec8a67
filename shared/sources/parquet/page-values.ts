import { isUtf8 } from 'node:buffer';
import type { PlainValues } from '../../scan/index.ts';
import { bigEndianInteger, decimalText } from '../decimal-text.ts';
import { checkLength, putDecimal, putText, viewOf } from '../fixed-width.ts';
import { TargetRoom, ValueTarget } from '../value-target.ts';
import { plainOfDeltas, plainOfLengths, plainOfPrefixes, plainOfStreams } from './delta.ts';
import type { LeafType } from './leaf-type.ts';
import { RunDecoder } from './run-decoder.ts';

/** The present values of a page, read once, in order. */
export type PageValues =
  | { readonly kind: 'coded'; readonly codes: RunDecoder; readonly dictionary: PlainValues }
  | {
      readonly kind: 'plain';
      /** Throws a `RangeError` when there are fewer. */
      read(target: ValueTarget, offset: number, count: number): void;
    };

export interface PageContext {
  readonly dictionary: PlainValues | null;
  readonly mostValues: number;
}

const ENCODING = {
  plain: 0,
  plainDictionary: 2,
  runs: 3,
  deltas: 5,
  lengths: 6,
  prefixes: 7,
  dictionary: 8,
  streams: 9,
} as const;

/** Bytes before each text. */
const LENGTH_BYTES = 4;

/** Decodes the values of one leaf. */
export class LeafDecoder {
  readonly #type: LeafType;
  readonly #mostKept: number;
  #pageRoom: Uint8Array | null = null;
  /** Of the batch before, which is used up when the next one is made. */
  readonly #batchRoom: TargetRoom;

  /** `mostKept`: bytes of used up pages, and of the texts of used up batches, that may be kept to be used again. */
  constructor(type: LeafType, mostKept = 0) {
    this.#type = type;
    this.#mostKept = mostKept;
    this.#batchRoom = new TargetRoom(mostKept);
  }

  /** Of a page that is used up when the next one is unpacked. */
  get pageRoom(): Uint8Array | null {
    return this.#pageRoom;
  }

  keepPage(bytes: Uint8Array): void {
    const kept = this.#pageRoom?.length ?? 0;
    if (bytes.length > kept && bytes.length <= this.#mostKept) this.#pageRoom = bytes;
  }

  makeTarget(size: number, room: TargetRoom | null = null): ValueTarget {
    const type = this.#type;
    if (type.kind === 'fixed')
      return new ValueTarget(type.fixed.kind, type.fixed.whole, size, room);
    if (type.kind === 'decimals') return new ValueTarget('numbers', type.scale <= 0, size, room);
    return new ValueTarget(type.kind, false, size, room);
  }

  /** The same for the values of a batch; what the last one gave is overwritten. */
  makeBatchTarget(size: number): ValueTarget {
    return this.makeTarget(size, this.#batchRoom);
  }

  /** Bytes that a value has at least, but for booleans. */
  get leastBytes(): number {
    return this.#type.kind === 'fixed' ? this.#type.fixed.width : LENGTH_BYTES;
  }

  /**
   * `start`: where the values begin; `mostValues`: how many there are at most. Null for an encoding that isn't known for
   * this type.
   */
  open(
    encoding: number,
    bytes: Uint8Array,
    start: number,
    { dictionary, mostValues }: PageContext,
  ): PageValues | null {
    const type = this.#type;
    switch (encoding) {
      case ENCODING.plain:
        return this.#plain(bytes, start);
      case ENCODING.plainDictionary:
      case ENCODING.dictionary: {
        // A page without values has no width.
        if (start >= bytes.length) return this.#plain(bytes, start);
        if (dictionary === null) return null;
        const codes = new RunDecoder(bytes, start + 1, bytes.length, bytes[start] ?? 0);
        return { kind: 'coded', codes, dictionary };
      }
      case ENCODING.runs: {
        if (type.kind !== 'booleans') return null;
        const runs = new RunDecoder(bytes, start + LENGTH_BYTES, bytes.length, 1);
        return {
          kind: 'plain',
          read: (target, offset, count) => runs.read(target.booleans, offset, count),
        };
      }
      case ENCODING.deltas: {
        const width = type.kind === 'fixed' ? type.fixed.width : 0;
        return width === 4 || width === 8
          ? this.#plain(plainOfDeltas(bytes, start, width, mostValues), 0)
          : null;
      }
      case ENCODING.lengths:
        return this.#hasTexts ? this.#plain(plainOfLengths(bytes, start, mostValues), 0) : null;
      case ENCODING.prefixes:
        if (type.kind === 'booleans') return null;
        return this.#plain(plainOfPrefixes(bytes, start, type.kind === 'fixed', mostValues), 0);
      case ENCODING.streams:
        if (type.kind !== 'fixed') return null;
        return this.#plain(plainOfStreams(bytes, start, type.fixed.width), 0);
      default:
        return null;
    }
  }

  get #hasTexts(): boolean {
    return this.#type.kind === 'texts' || this.#type.kind === 'decimals';
  }

  #plain(bytes: Uint8Array, start: number): PageValues {
    const type = this.#type;
    switch (type.kind) {
      case 'booleans':
        return readBits(bytes, start);
      case 'fixed': {
        let at = start;
        return {
          kind: 'plain',
          read: (target, offset, count) => {
            const end = at + count * type.fixed.width;
            if (end > bytes.length) throw new RangeError('values are cut off');
            type.fixed.read(bytes, at, target, offset, count);
            at = end;
          },
        };
      }
      case 'texts':
        return readUtf8(bytes, start);
      case 'decimals':
        return readTexts(bytes, start, (target, at, buffer, from, to) =>
          putDecimal(
            target,
            at,
            decimalText(bigEndianInteger(buffer.subarray(from, to)), type.scale),
          ),
        );
    }
  }
}

/** The values of a dictionary page. */
export function decodeDictionary(
  decoder: LeafDecoder,
  bytes: Uint8Array,
  count: number,
): PlainValues {
  if (count * decoder.leastBytes > bytes.length) throw new RangeError('a dictionary is cut off');
  const target = decoder.makeTarget(count);
  const page = decoder.open(ENCODING.plain, bytes, 0, { dictionary: null, mostValues: count });
  if (page?.kind === 'plain') page.read(target, 0, count);
  return target.values();
}

function readBits(bytes: Uint8Array, start: number): PageValues {
  let bit = start * 8;
  return {
    kind: 'plain',
    read: (target, offset, count) => {
      if (bit + count > bytes.length * 8) throw new RangeError('values are cut off');
      const { booleans } = target;
      for (let index = 0; index < count; index++, bit++) {
        booleans[offset + index] = ((bytes[bit >>> 3] ?? 0) >>> (bit & 7)) & 1;
      }
    },
  };
}

/** Texts stay bytes, unless some are no UTF-8. */
function readUtf8(bytes: Uint8Array, start: number): PageValues {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let first = start;
  return {
    kind: 'plain',
    read: (target, offset, count) => {
      const { starts, ends, end } = findTexts(whole, first, count);
      const texts = target.roomForBytes(end - first);
      texts.set(whole.subarray(first, end));
      // With zeros instead of lengths, the bytes are UTF-8 when each text is.
      for (let index = 0; index < count; index++) {
        const at = (starts[index] as number) - LENGTH_BYTES;
        texts[at] = 0;
        texts[at + 1] = 0;
        texts[at + 2] = 0;
        texts[at + 3] = 0;
      }
      if (isUtf8(texts)) target.putUtf8(offset, { kind: 'utf8', bytes: texts, starts, ends });
      else {
        for (let index = 0; index < count; index++) {
          putText(target, offset + index, texts, starts[index] as number, ends[index] as number);
        }
      }
      first = end;
    },
  };
}

/** Where the next texts begin and end, from `first` on; where the last one ends. */
function findTexts(
  bytes: Buffer,
  first: number,
  count: number,
): { readonly starts: Uint32Array; readonly ends: Uint32Array; readonly end: number } {
  const starts = new Uint32Array(count);
  const ends = new Uint32Array(count);
  let at = first;
  for (let index = 0; index < count; index++) {
    const from = at + LENGTH_BYTES;
    const length = bytes.readUInt32LE(at);
    if (from + length > bytes.length) throw new RangeError('texts are cut off');
    checkLength(length);
    at = from + length;
    starts[index] = from - first;
    ends[index] = at - first;
  }
  return { starts, ends, end: at };
}

function readTexts(
  bytes: Uint8Array,
  start: number,
  put: (target: ValueTarget, at: number, bytes: Buffer, from: number, to: number) => void,
): PageValues {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const view = viewOf(bytes);
  let at = start;
  return {
    kind: 'plain',
    read: (target, offset, count) => {
      for (let index = 0; index < count; index++) {
        const from = at + LENGTH_BYTES;
        const to = from + view.getUint32(at, true);
        if (to > bytes.length) throw new RangeError('texts are cut off');
        put(target, offset + index, buffer, from, to);
        at = to;
      }
    },
  };
}
