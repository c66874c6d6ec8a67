import { damaged } from './source-fault.ts';

/** One block of the LZ4 format (lz4/doc/lz4_Block_format.md) that unpacks to at most `length` bytes, which it fills. */
export function unpackLz4Block(packed: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const text = new Uint8Array(length);
  if (unpackBlock(packed, text, 0) !== length) throw wrong();
  return text;
}

/** Returns where the block's text ends. Copies may reach back before `start`. */
function unpackBlock(packed: Uint8Array, text: Uint8Array, start: number): number {
  const end = packed.length;
  let at = 0;
  let filled = start;
  const more = (size: number): number => {
    if (size !== 15) return size;
    let sum = size;
    for (;;) {
      const byte = packed[at++];
      if (byte === undefined) throw wrong();
      sum += byte;
      if (byte !== 255) return sum;
    }
  };
  while (at < end) {
    const token = packed[at++] ?? 0;
    const literals = more(token >>> 4);
    if (at + literals > end || filled + literals > text.length) throw wrong();
    text.set(packed.subarray(at, at + literals), filled);
    at += literals;
    filled += literals;
    if (at === end) return filled;
    const offset = (packed[at] ?? 0) | ((packed[at + 1] ?? 0) << 8);
    at += 2;
    const size = more(token & 15) + 4;
    if (at > end || offset === 0 || offset > filled || filled + size > text.length) throw wrong();
    repeat(text, filled, offset, size);
    filled += size;
  }
  return filled;
}

const MAGIC = 0x184d2204;

/** LZ4 frames (lz4/doc/lz4_Frame_format.md) that unpack to `length` bytes. Their checksums are not looked at. */
export function unpackLz4Frame(packed: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const text = new Uint8Array(length);
  let filled = 0;
  let at = 0;
  while (at < packed.length) {
    if (view.getUint32(at, true) !== MAGIC) throw wrong();
    const flags = view.getUint8(at + 4);
    // Version 01; 8 bytes of content size, 4 of a dictionary's name, 1 of a checksum.
    if (flags >>> 6 !== 1 || (flags & 1) !== 0) throw wrong();
    at += 6 + ((flags & 8) === 0 ? 0 : 8) + 1;
    for (;;) {
      const size = view.getUint32(at, true);
      at += 4;
      if (size === 0) break;
      const bytes = size & 0x7fffffff;
      if (at + bytes > packed.length) throw wrong();
      const block = packed.subarray(at, at + bytes);
      if (size >>> 31 === 0) filled = unpackBlock(block, text, filled);
      else {
        if (filled + bytes > length) throw wrong();
        text.set(block, filled);
        filled += bytes;
      }
      at += bytes + ((flags & 16) === 0 ? 0 : 4);
    }
    if ((flags & 4) !== 0) at += 4;
  }
  if (filled !== length) throw wrong();
  return text;
}

/** As Hadoop wrote LZ4: each block after its unpacked and packed length, big endian. Some writers left those out. */
export function unpackHadoopLz4(packed: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const text = new Uint8Array(length);
  let filled = 0;
  let at = 0;
  while (at + 8 <= packed.length) {
    const unpackedBytes = view.getUint32(at);
    const packedBytes = view.getUint32(at + 4);
    if (filled + unpackedBytes > length || at + 8 + packedBytes > packed.length) break;
    const block = unpackLz4Block(packed.subarray(at + 8, at + 8 + packedBytes), unpackedBytes);
    text.set(block, filled);
    filled += unpackedBytes;
    at += 8 + packedBytes;
  }
  return filled === length && at === packed.length ? text : unpackLz4Block(packed, length);
}

function wrong(): Error {
  return damaged('file', 'its LZ4 data is wrong');
}

/** Copies `size` bytes from `offset` back; where they overlap, what was just written is read again. */
function repeat(text: Uint8Array, filled: number, offset: number, size: number): void {
  if (offset >= size && size > 32) {
    text.copyWithin(filled, filled - offset, filled - offset + size);
    return;
  }
  const end = filled + size;
  for (let to = filled, from = filled - offset; to < end; to++, from++) text[to] = text[from] ?? 0;
}
