import { damaged } from './source-fault.ts';

/**
 * One block of the Snappy format (google/snappy, format_description.txt): the length of the text, then literals and
 * copies of what stands before. `length` is what the file says that the block unpacks to.
 */
export function unpackSnappy(packed: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const text = new Uint8Array(length);
  let at = 0;
  let claimed = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = packed[at++];
    if (byte === undefined || shift > 28) throw wrong();
    claimed += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) break;
  }
  if (claimed !== length) throw wrong();
  const end = packed.length;
  let filled = 0;
  while (at < end) {
    const tag = packed[at++] ?? 0;
    if ((tag & 3) === 0) {
      let size = tag >>> 2;
      if (size >= 60) {
        const bytes = size - 59;
        if (at + bytes > end) throw wrong();
        size = 0;
        for (let index = bytes - 1; index >= 0; index--)
          size = size * 256 + (packed[at + index] ?? 0);
        at += bytes;
      }
      size++;
      if (at + size > end || filled + size > length) throw wrong();
      // A call costs as much as copying some thirty bytes.
      if (size < 32)
        for (let index = 0; index < size; index++) text[filled + index] = packed[at + index] ?? 0;
      else text.set(packed.subarray(at, at + size), filled);
      at += size;
      filled += size;
      continue;
    }
    let size = (tag >>> 2) + 1;
    let offset = 0;
    if ((tag & 3) === 1) {
      size = ((tag >>> 2) & 7) + 4;
      offset = ((tag & 0xe0) << 3) | (packed[at] ?? 0);
      at += 1;
    } else if ((tag & 3) === 2) {
      offset = (packed[at] ?? 0) | ((packed[at + 1] ?? 0) << 8);
      at += 2;
    } else {
      offset =
        ((packed[at] ?? 0) |
          ((packed[at + 1] ?? 0) << 8) |
          ((packed[at + 2] ?? 0) << 16) |
          ((packed[at + 3] ?? 0) << 24)) >>>
        0;
      at += 4;
    }
    if (at > end || offset === 0 || offset > filled || filled + size > length) throw wrong();
    repeat(text, filled, offset, size);
    filled += size;
  }
  if (filled !== length) throw wrong();
  return text;
}

/** Copies `size` bytes from `offset` back; where they overlap, what was just written is read again. */
export function repeat(text: Uint8Array, filled: number, offset: number, size: number): void {
  if (offset >= size && size > 32) {
    text.copyWithin(filled, filled - offset, filled - offset + size);
    return;
  }
  const end = filled + size;
  for (let to = filled, from = filled - offset; to < end; to++, from++) text[to] = text[from] ?? 0;
}

function wrong(): Error {
  return damaged('file', 'its Snappy data is wrong');
}
