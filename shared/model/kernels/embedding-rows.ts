import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { type KernelFunc, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { cpuKernel } from './cpu-kernel.ts';
import { heapNumbers } from './heap.ts';
import { noSuchRow } from './no-such-row.ts';
import { registeredKernel } from './registry.ts';

/**
 * UnsortedSegmentSum, the gradient of an embedding. The backend has none, and that of the JavaScript backend goes over all
 * values once for every segment. Rows whose segment is out of range are left out, as there.
 */
export function segmentSum(): KernelFunc {
  const rare = cpuKernel('UnsortedSegmentSum');
  return (call) => {
    const wasm = call.backend as BackendWasm;
    const { x, segmentIds } = call.inputs as Record<'x' | 'segmentIds', TensorInfo>;
    if (x.dtype !== 'float32' || segmentIds.dtype !== 'int32') return rare(call);
    const { numSegments } = call.attrs as unknown as { numSegments: number };
    const rowShape = x.shape.slice(segmentIds.shape.length);
    const width = util.sizeFromShape(rowShape);
    const result = wasm.makeOutput([numSegments, ...rowShape], 'float32');
    const sums = heapNumbers(wasm, result).fill(0);
    const values = heapNumbers(wasm, x);
    const segments = wasm.typedArrayFromHeap(segmentIds) as Int32Array;
    let from = 0;
    for (const segment of segments) {
      const end = from + width;
      if (segment < 0 || segment >= numSegments) {
        from = end;
        continue;
      }
      for (let to = segment * width; from < end; from++, to++) {
        sums[to] = (sums[to] as number) + (values[from] as number);
      }
    }
    return result;
  };
}

/** GatherV2. The backend's own works out the place of every single number anew; rows of a table are copied as they lie. */
export function gatherRows(): KernelFunc {
  const general = registeredKernel('GatherV2');
  return (call) => {
    const wasm = call.backend as BackendWasm;
    const { x, indices } = call.inputs as Record<'x' | 'indices', TensorInfo>;
    const { axis, batchDims } = call.attrs as unknown as { axis: number; batchDims?: number };
    const isTable = util.parseAxisParam(axis, x.shape)[0] === 0 && (batchDims ?? 0) === 0;
    if (!isTable || x.dtype !== 'float32' || indices.dtype !== 'int32') return general(call);
    const [rows = 0, ...rowShape] = x.shape;
    const width = util.sizeFromShape(rowShape);
    const result = wasm.makeOutput([...indices.shape, ...rowShape], 'float32');
    const gathered = heapNumbers(wasm, result);
    const table = heapNumbers(wasm, x);
    let to = 0;
    for (const row of wasm.typedArrayFromHeap(indices) as Int32Array) {
      if (row < 0 || row >= rows) {
        wasm.disposeData(result.dataId);
        throw noSuchRow(rows, row);
      }
      const end = to + width;
      for (let from = row * width; to < end; to++, from++) gathered[to] = table[from] as number;
    }
    return result;
  };
}
