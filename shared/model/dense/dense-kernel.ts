import { WasmInstance, type WasmMemory, WasmModule } from '../../web-assembly/index.ts';
import { DENSE_KERNEL_BASE64 } from './dense-kernel-bytes.ts';

/** What the compiled kernel exports. Matrices are given by their address in its memory; counts are of numbers. */
export interface DenseKernel {
  readonly memory: WasmMemory;
  heapStart(): number;
  matrixProduct(
    left: number,
    rowStride: number,
    innerStride: number,
    right: number,
    result: number,
    rows: number,
    inner: number,
    columns: number,
    start: number,
    bias: number,
    relu: boolean,
    panel: number,
  ): void;
  transpose(matrix: number, result: number, rows: number, columns: number): void;
  columnSums(matrix: number, result: number, rows: number, columns: number): void;
  multiply(left: number, right: number, result: number, count: number): void;
  addPenalty(gradient: number, weights: number, count: number, l2: number): void;
  reluGradient(gradient: number, output: number, count: number): void;
  tanh(values: number, count: number): void;
  tanhGradient(gradient: number, output: number, count: number): void;
  drawMask(result: number, count: number, s0: number, s1: number, s2: number, keep: number): void;
  adam(
    weights: number,
    gradient: number,
    first: number,
    second: number,
    count: number,
    beta1: number,
    rest1: number,
    beta2: number,
    rest2: number,
    correction1: number,
    correction2: number,
    epsilon: number,
    negativeRate: number,
  ): void;
  sgd(weights: number, gradient: number, count: number, negativeRate: number): void;
  momentum(
    weights: number,
    gradient: number,
    velocity: number,
    count: number,
    decay: number,
    isNesterov: boolean,
    negativeRate: number,
  ): void;
  rmsprop(
    weights: number,
    gradient: number,
    meanSquare: number,
    count: number,
    decay: number,
    rest: number,
    epsilon: number,
    rate: number,
  ): void;
}

let compiled: WasmModule | null = null;

/** A kernel with a memory of its own, all zeros. It needs SIMD instructions. */
export function startDenseKernel(): DenseKernel {
  compiled ??= new WasmModule(Buffer.from(DENSE_KERNEL_BASE64, 'base64'));
  return new WasmInstance(compiled, {}).exports as DenseKernel;
}
