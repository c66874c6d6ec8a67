/**
 * Memory by size classes of powers of two: what is given back is used again, in halves where less is wanted. Nothing is
 * ever given back to the system, so that the most that was in use at once is what the kernel takes.
 */

/** Reading 16 bytes from any address inside a block stays inside memory. */
const SLACK: usize = 64;

const freeLists: usize = memory.data(4 * 32, 16);
let top: usize = (__heap_base + 15) & ~15;

@inline
function classOf(bytes: u32): u32 {
  return bytes <= 16 ? 4 : 32 - clz<u32>(bytes - 1);
}

/** Bytes that a block for `bytes` has. */
@inline
export function blockSize(bytes: u32): u32 {
  return <u32>1 << classOf(bytes);
}

/** A block of at least `bytes`, of any content, aligned to 16. Traps when there is no memory left. */
export function allocate(bytes: u32): usize {
  const sizeClass = classOf(bytes);
  const head = freeLists + (sizeClass << 2);
  const free: usize = load<u32>(head);
  if (free != 0) {
    store<u32>(head, load<u32>(free));
    return free;
  }
  for (let larger = sizeClass + 1; larger < 32; larger++) {
    const block: usize = load<u32>(freeLists + (larger << 2));
    if (block == 0) continue;
    store<u32>(freeLists + (larger << 2), load<u32>(block));
    while (larger > sizeClass) release(block + (<usize>1 << --larger), <u32>1 << larger);
    return block;
  }
  return takeTop((<u64>1) << sizeClass);
}

/**
 * Memory that is never given back, all zeros, and no more of it than `bytes`: what is not written yet takes none of the
 * system's.
 */
export function allocateForGood(bytes: u64): usize {
  return takeTop((bytes + 15) & ~15);
}

/** Whether there was none left: the kernel has trapped then, and is of no use any more. */
export let isMemoryFull: bool = false;

function takeTop(bytes: u64): usize {
  const block = top;
  const end = <u64>block + bytes;
  const pages = <i64>((end + SLACK + 65535) >> 16) - memory.size();
  if (pages > 0) {
    if (
      end > <u64>u32.MAX_VALUE - 65536 ||
      (memory.grow(pages > 16 ? <i32>pages : 16) < 0 && memory.grow(<i32>pages) < 0)
    ) {
      isMemoryFull = true;
      unreachable();
    }
  }
  top = <usize>end;
  return block;
}

export function allocateZeroed(bytes: u32): usize {
  const block = allocate(bytes);
  memory.fill(block, 0, bytes);
  return block;
}

/** `bytes` as they were asked for. */
export function release(block: usize, bytes: u32): void {
  const head = freeLists + (classOf(bytes) << 2);
  store<u32>(block, load<u32>(head));
  store<u32>(head, <u32>block);
}
