import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { type KernelFunc, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { cpuKernel } from './cpu-kernel.ts';
import { packedInOneShape } from './packed-operand.ts';
import { kernel } from './registry.ts';

type Operand = 'a' | 'b';

/**
 * BatchMatMul. The backend's own reaches XNNPACK (20–30 GFLOPS) for operands as they stand only; with a transposed one,
 * which every gradient of a dense layer has, it loops (1–2 GFLOPS). Transposing first costs little beside that.
 */
export function matrixMultiplication(): KernelFunc {
  const multiply = kernel('BatchMatMul');
  const transpose = kernel('Transpose');
  const rare = cpuKernel('BatchMatMul');
  return (call) => {
    const { inputs, attrs, backend } = call;
    const wasm = backend as BackendWasm;
    const { a, b } = inputs as unknown as Record<Operand, TensorInfo>;
    const transposed = attrs as unknown as { transposeA: boolean; transposeB: boolean };
    // The backend's own refuses whole numbers, of which a confusion matrix is made.
    if (a.dtype !== 'float32' || b.dtype !== 'float32') return rare(call);
    // The fast path has no batches.
    if (!isSingle(a) || !isSingle(b)) return multiply({ a, b }, wasm, transposed);
    const temporary: TensorInfo[] = [];
    const straighten = (matrix: TensorInfo, turned: boolean): TensorInfo => {
      if (!turned) return matrix;
      const result = transpose({ x: matrix }, wasm, { perm: lastTwoSwapped(matrix.shape.length) });
      temporary.push(result);
      return result;
    };
    const operands = {
      a: straighten(a, transposed.transposeA),
      b: straighten(b, transposed.transposeB),
    };
    const packed = packedInOneShape(operands.b, wasm);
    if (packed !== operands.b) temporary.push(packed);
    const product = multiply({ a: operands.a, b: packed }, wasm, {
      transposeA: false,
      transposeB: false,
    });
    for (const tensor of temporary) wasm.disposeData(tensor.dataId);
    return product;
  };
}

/** Whether a tensor is one matrix: all dimensions but the last two are 1. */
export function isSingle(tensor: TensorInfo): boolean {
  return util.sizeFromShape(tensor.shape.slice(0, -2)) === 1;
}

function lastTwoSwapped(rank: number): number[] {
  return [...Array(rank - 2).keys(), rank - 1, rank - 2];
}
