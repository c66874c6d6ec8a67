import { expect, test } from '@jest/globals';
import { KernelRegion } from '../../../shared/scan/kernel/kernel-region.ts';
import type { WasmMemory } from '../../../shared/web-assembly/index.ts';

test('a view is of the memory that is there once it has room', () => {
  const memory = { buffer: new ArrayBuffer(64) };
  let end = 0;
  const region = new KernelRegion({
    memory: memory as WasmMemory,
    allocate(bytes) {
      const at = end;
      end += Math.ceil(bytes / 8) * 8;
      // As WebAssembly does: what was there before is detached.
      if (end > memory.buffer.byteLength) memory.buffer = memory.buffer.transfer(2 * end);
      return at;
    },
    release: () => undefined,
  });
  region.bytes(10).fill(1);
  expect(region.bytes(1000)).toHaveLength(1000);
  expect(region.words(1000)).toHaveLength(1000);
  expect(region.doubles(1000).buffer).toBe(memory.buffer);
});
