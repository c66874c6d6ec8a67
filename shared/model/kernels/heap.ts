import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { TensorInfo } from '@tensorflow/tfjs-core';

/**
 * The numbers of a float32 tensor where they lie. Whatever allocates (`makeOutput`, any kernel) may grow the memory and
 * detach the view: take it after the last of these.
 */
export function heapNumbers(wasm: BackendWasm, tensor: TensorInfo): Float32Array {
  return wasm.typedArrayFromHeap(tensor) as Float32Array;
}
