import { expect, test } from '@jest/globals';
import { reusedBuffers, streamReused } from '../../shared/sources/byte-source.ts';

const LENGTH = 5 * 1024 * 1024 + 17;
const bytes = Uint8Array.from({ length: LENGTH }, (_, index) => (index * 2654435761) >>> 24);

async function readInto(into: Uint8Array, start: number): Promise<void> {
  into.set(bytes.subarray(start, start + into.length));
}

test.each([
  [0, LENGTH],
  [5, LENGTH],
  [3, 4],
  [7, 7],
  [1024 * 1024, 3 * 1024 * 1024],
])('gives the bytes from %d to %d in two buffers, one read ahead', async (start, end) => {
  const buffers = reusedBuffers(LENGTH);
  const chunks: Uint8Array[] = [];
  const memories = new Set<ArrayBufferLike>();
  for await (const chunk of streamReused(readInto, start, end, buffers)) {
    // Meanwhile the next one is read into the other buffer.
    await new Promise(setImmediate);
    chunks.push(chunk.slice());
    memories.add(chunk.buffer);
  }
  expect(Buffer.concat(chunks).equals(bytes.subarray(start, end))).toBe(true);
  expect([...memories].every((memory) => buffers.some(({ buffer }) => buffer === memory))).toBe(
    true,
  );
});

test('tells what can not be read where its turn comes', async () => {
  const failing = async (into: Uint8Array, start: number) => {
    if (start > 0) throw new Error('gone');
    await readInto(into, start);
  };
  const chunks = streamReused(failing, 0, LENGTH, reusedBuffers(LENGTH));
  expect((await chunks.next()).value).toHaveLength(1024 * 1024);
  await expect(chunks.next()).rejects.toThrow('gone');
});
