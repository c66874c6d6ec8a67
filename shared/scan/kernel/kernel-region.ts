import type { WasmMemory } from '../../web-assembly/index.ts';

interface Allocator {
  readonly memory: WasmMemory;
  allocate(bytes: number): number;
  release(block: number, bytes: number): void;
}

/** Behind each region: the kernel may read some bytes further. */
const SLACK = 32;

/** A piece of a kernel's memory that is used again and again, and grows. What was in it before is lost then. */
export class KernelRegion {
  readonly #kernel: Allocator;
  #at = 0;
  #bytes = 0;

  constructor(kernel: Allocator) {
    this.#kernel = kernel;
  }

  /** Its address; it has room for so many bytes. */
  reserve(bytes: number): number {
    if (bytes > this.#bytes) {
      if (this.#bytes > 0) this.#kernel.release(this.#at, this.#bytes + SLACK);
      this.#at = this.#kernel.allocate(bytes + SLACK) >>> 0;
      this.#bytes = bytes;
    }
    return this.#at;
  }

  get at(): number {
    return this.#at;
  }

  // Views are only valid until anything of the kernel is called; to make room may give it other memory.

  bytes(length: number): Uint8Array {
    const at = this.reserve(length);
    return new Uint8Array(this.#kernel.memory.buffer, at, length);
  }

  words(length: number): Uint32Array {
    const at = this.reserve(4 * length);
    return new Uint32Array(this.#kernel.memory.buffer, at, length);
  }

  doubles(length: number): Float64Array {
    const at = this.reserve(8 * length);
    return new Float64Array(this.#kernel.memory.buffer, at, length);
  }
}
