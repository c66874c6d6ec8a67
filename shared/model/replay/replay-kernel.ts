import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { DataId, TensorInfo } from '@tensorflow/tfjs-core';
import { WasmInstance, WasmModule } from '../../web-assembly/index.ts';
import { backendMemory } from './backend-memory.ts';
import { REPLAY_KERNEL_BASE64 } from './replay-kernel-bytes.ts';

/** What the compiled kernels export. Numbers are given by their address in the backend's memory; counts are of numbers. */
export interface ReplayKernel {
  columnSums(matrix: number, result: number, rows: number, columns: number): void;
  transpose(matrix: number, result: number, rows: number, columns: number): void;
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
  tanh(values: number, count: number): void;
  adam(weights: number, gradient: number, first: number, second: number, ...rest: number[]): void;
  sgd(weights: number, gradient: number, count: number, negativeRate: number): void;
  combine(operation: number, left: number, right: number, result: number, count: number): void;
  combineWithNumber(
    operation: number,
    values: number,
    number: number,
    isLeft: boolean,
    result: number,
    count: number,
  ): void;
  combineWithRow(
    operation: number,
    values: number,
    row: number,
    result: number,
    rows: number,
    width: number,
  ): void;
  copyBlock(
    from: number,
    fromWidth: number,
    to: number,
    toWidth: number,
    rows: number,
    width: number,
  ): void;
  choose(condition: number, left: number, right: number, result: number, count: number): void;
  both(left: number, right: number, result: number, count: number): void;
  compareWithNumber(
    isAtLeast: boolean,
    values: number,
    number: number,
    result: number,
    count: number,
  ): void;
  takeRows(
    table: number,
    indices: number,
    result: number,
    rows: number,
    width: number,
    count: number,
  ): number;
  addRows(
    values: number,
    indices: number,
    result: number,
    rows: number,
    width: number,
    count: number,
  ): void;
  filterGradient(images: number, gradients: number, result: number, ...geometry: number[]): void;
  poolGradient(images: number, gradients: number, result: number, ...geometry: number[]): void;
}

interface Allocator {
  _malloc(bytes: number): number;
  _free(address: number): void;
  readonly HEAPU8: Uint8Array;
  readonly tfjs: {
    registerTensor(id: number, size: number, address: number): void;
    disposeData(id: number): void;
  };
}

let started: { readonly backend: BackendWasm; readonly kernel: ReplayKernel } | null = null;

/** Kernels on the memory of this backend, null where that memory is not known. They need SIMD instructions. */
export function startReplayKernel(backend: BackendWasm): ReplayKernel | null {
  if (started?.backend === backend) return started.kernel;
  const memory = backendMemory(allocator(backend).HEAPU8.buffer);
  if (memory === null) return null;
  const module = new WasmModule(Buffer.from(REPLAY_KERNEL_BASE64, 'base64'));
  const imports = { env: { memory } } as never;
  started = { backend, kernel: new WasmInstance(module, imports).exports as ReplayKernel };
  return started.kernel;
}

export function allocator(backend: BackendWasm): Allocator {
  return backend.wasm as unknown as Allocator;
}

/** Where the numbers of a tensor lie. */
export function addressOf(backend: BackendWasm, { dataId }: { readonly dataId: DataId }): number {
  return backend.dataIdMap.get(dataId).memoryOffset;
}

/**
 * To be called after numbers of a tensor were changed in place: XNNPACK keeps the second operand of a product, and filters,
 * packed by the identity of their data, and would go on with the numbers from before.
 */
export function forgetPacked(backend: BackendWasm, { dataId, shape }: TensorInfo): void {
  const { id, memoryOffset } = backend.dataIdMap.get(dataId);
  const { tfjs } = allocator(backend);
  tfjs.disposeData(id);
  tfjs.registerTensor(
    id,
    shape.reduce((product, size) => product * size, 1),
    memoryOffset,
  );
}
