import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { DataId, TensorInfo } from '@tensorflow/tfjs-core';
import { heapNumbers } from './heap.ts';

const columnsOf = new WeakMap<DataId, number>();

/**
 * The second operand of a product as XNNPACK can take it. XNNPACK keeps it packed by the identity of its data alone: the
 * same data in another shape, as after a reshape, was multiplied in the first shape, without a word. Here it gets a copy
 * of its own, which the caller disposes.
 */
export function packedInOneShape(operand: TensorInfo, wasm: BackendWasm): TensorInfo {
  const columns = operand.shape.at(-1) ?? 1;
  const known = columnsOf.get(operand.dataId);
  if (known === undefined) columnsOf.set(operand.dataId, columns);
  if (known === undefined || known === columns) return operand;
  const copy = wasm.makeOutput(operand.shape, 'float32');
  heapNumbers(wasm, copy).set(heapNumbers(wasm, operand));
  return copy;
}
