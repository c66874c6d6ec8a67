import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { UserError } from '../errors/index.ts';

interface WasmModule {
  _malloc(bytes: number): number;
  _free(address: number): void;
}

/** What 32-bit addresses reach. */
const ADDRESSABLE_BYTES = 2 ** 32;

/**
 * Makes an allocation that fails throw. The backend ignores the null pointer that it gets and would write the tensor
 * over the beginning of its memory; a size beyond 32 bits it would cut off.
 */
export function guardAllocation(backend: BackendWasm): void {
  const wasm = backend.wasm as unknown as WasmModule;
  // The loader's function replaces itself with the real one when it is first called.
  wasm._free(wasm._malloc(1));
  const allocate = wasm._malloc;
  wasm._malloc = (bytes) => {
    const address = bytes < ADDRESSABLE_BYTES ? allocate(bytes) : 0;
    if (address === 0 && bytes > 0) throw outOfMemory();
    return address;
  };
}

/** Runs work on the engine; memory that runs out inside a kernel, a trap of WebAssembly, becomes a `UserError`. */
export async function explainEngineErrors<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // By name: the class is not the same object in every realm.
    throw error instanceof Error && error.name === 'RuntimeError' ? outOfMemory(error) : error;
  }
}

function outOfMemory(cause?: unknown): UserError {
  return new UserError(
    {
      what: 'The model and its batches need more than the 4 GB of memory that WebAssembly can address',
      remedy:
        'Use a smaller training.batch-size, fewer hidden units, or leave columns with many categories out',
    },
    { cause },
  );
}
