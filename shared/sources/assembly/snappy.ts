/**
 * One block of the Snappy format (google/snappy, format_description.txt), behind the length that it begins with: literals
 * and copies of what stands before. Both blocks are followed by 64 bytes that may be read and written.
 */

/** Where JavaScript may put the blocks. */
export function blocks(): usize {
  return (__heap_base + 15) & ~15;
}

/** Whether the bytes from `packed` to `packedEnd` unpack to those from `text` to `textEnd`, exactly. */
export function unpack(packed: usize, packedEnd: usize, text: usize, textEnd: usize): bool {
  let at = packed;
  let filled = text;
  while (at < packedEnd) {
    const tag = <u32>load<u8>(at++);
    const kind = tag & 3;
    if (kind == 0) {
      let size = tag >>> 2;
      if (size >= 60) {
        const bytes = size - 59;
        if (at + bytes > packedEnd) return false;
        size = load<u32>(at);
        if (bytes < 4) size &= ((<u32>1) << (bytes << 3)) - 1;
        at += bytes;
      }
      // Of a size of 2³² none is left.
      size++;
      if (size - 1 >= packedEnd - at || size > textEnd - filled) return false;
      if (size <= 16) v128.store(filled, v128.load(at));
      else if (size <= 64) {
        v128.store(filled, v128.load(at));
        v128.store(filled, v128.load(at, 16), 16);
        v128.store(filled, v128.load(at, 32), 32);
        v128.store(filled, v128.load(at, 48), 48);
      } else memory.copy(filled, at, size);
      at += size;
      filled += size;
      continue;
    }
    let size = (tag >>> 2) + 1;
    let offset: u32;
    if (kind == 1) {
      size = ((tag >>> 2) & 7) + 4;
      offset = ((tag & 0xe0) << 3) | <u32>load<u8>(at);
      at += 1;
    } else if (kind == 2) {
      offset = <u32>load<u16>(at);
      at += 2;
    } else {
      offset = load<u32>(at);
      at += 4;
    }
    if (at > packedEnd || offset - 1 >= filled - text || size > textEnd - filled) return false;
    repeat(filled, offset, size);
    filled += size;
  }
  return filled == textEnd;
}

/** Copies `size` bytes, at most 64, from `offset` back; where they overlap, what was just written is read again. */
@inline
function repeat(filled: usize, offset: u32, size: u32): void {
  const from = filled - offset;
  if (offset >= 16) {
    for (let done: u32 = 0; done < size; done += 16) v128.store(filled + done, v128.load(from + done));
  } else if (offset >= 8) {
    for (let done: u32 = 0; done < size; done += 8) store<u64>(filled + done, load<u64>(from + done));
  } else {
    for (let done: u32 = 0; done < size; done++) store<u8>(filled + done, load<u8>(from + done));
  }
}
