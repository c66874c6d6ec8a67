import type { ByteSource } from '../platform/index.ts';

/** Large enough that the call no longer counts. */
const SLICE_BYTES = 1024 * 1024;

/** All bytes in order, one slice ahead of who takes them. */
export async function* streamSource(
  source: ByteSource,
  start = 0,
  end = source.byteLength,
): AsyncGenerator<Uint8Array, void, undefined> {
  const slice = (from: number) => {
    const bytes = source.slice(from, Math.min(end, from + SLICE_BYTES));
    // Who takes the bytes sees the error when it is their turn.
    bytes.catch(() => undefined);
    return bytes;
  };
  if (start >= end) return;
  let next = slice(start);
  for (let position = start; position < end; position += SLICE_BYTES) {
    const bytes = await next;
    if (position + SLICE_BYTES < end) next = slice(position + SLICE_BYTES);
    yield bytes;
  }
}

/** Of one size. */
export type ReusedBuffers = readonly [Uint8Array, Uint8Array];

/** Two that a file of so many bytes, at least one, can be read through. */
export function reusedBuffers(byteLength: number): ReusedBuffers {
  const size = Math.max(1, Math.min(SLICE_BYTES, byteLength));
  return [new Uint8Array(size), new Uint8Array(size)];
}

/**
 * The same in two buffers by turns, for who has taken what it needs of a chunk before it asks for the next one. V8 frees
 * the buffers of others late: 30 MB and more of them lie about.
 */
export async function* streamReused(
  readInto: (into: Uint8Array, start: number) => Promise<void>,
  start: number,
  end: number,
  buffers: ReusedBuffers,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (start >= end) return;
  let [filling, other] = buffers;
  const size = filling.length;
  const fill = async (from: number) => {
    const part = filling.subarray(0, Math.min(size, end - from));
    [filling, other] = [other, filling];
    await readInto(part, from);
    return part;
  };
  const begin = (from: number) => {
    const part = fill(from);
    // Who takes the bytes sees the error when it is their turn.
    part.catch(() => undefined);
    return part;
  };
  let next = begin(start);
  for (let position = start; position < end; position += size) {
    const part = await next;
    if (position + size < end) next = begin(position + size);
    yield part;
  }
}

/** Takes exact numbers of bytes from chunks of any size. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #pending: Uint8Array[] = [];
  #pendingBytes = 0;
  /** Bytes taken so far. */
  position = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** `length` bytes in a buffer of their own, or the fewer ones that are left. Holds no more than it must. */
  async take(length: number): Promise<Uint8Array<ArrayBuffer>> {
    while (this.#pendingBytes < length) {
      const next = await this.#chunks.next();
      if (next.done === true) break;
      // A copy: who gives chunks may use their buffers again.
      this.#pending.push(new Uint8Array(next.value));
      this.#pendingBytes += next.value.byteLength;
    }
    const taken = new Uint8Array(Math.min(length, this.#pendingBytes));
    let filled = 0;
    let used = 0;
    while (filled < taken.length) {
      const first = this.#pending[used] ?? new Uint8Array();
      const part = first.subarray(0, taken.length - filled);
      taken.set(part, filled);
      filled += part.length;
      if (part.length === first.length) used++;
      else this.#pending[used] = first.subarray(part.length);
    }
    // All at once: an array moves what is left.
    this.#pending.splice(0, used);
    this.#pendingBytes -= taken.length;
    this.position += taken.length;
    return taken;
  }

  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}
