import type { WasmGlobal } from '../../web-assembly/index.ts';

/** A kernel's address space ends at 4 GiB, and the machine may have less to give. */
export class MemoryFull extends Error {
  constructor(options?: ErrorOptions) {
    super('The memory of a kernel is full', options);
  }
}

/**
 * Does what calls a kernel. Throws `MemoryFull` where it had no memory left, after which nothing of it is of use.
 */
export function guardMemory<Result>(
  exports: { readonly isMemoryFull: WasmGlobal },
  work: () => Result,
): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof MemoryFull || Number(exports.isMemoryFull.value) === 0) throw error;
    throw new MemoryFull({ cause: error });
  }
}
