import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { type DataType, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { RecordedCall } from './recording.ts';
import { addressOf, type ReplayKernel } from './replay-kernel.ts';

/** Makes a recorded call with what its inputs hold then, to the bits of the backend's kernel. */
export type Run = () => TensorInfo | TensorInfo[];

export interface Place {
  readonly call: RecordedCall;
  readonly backend: BackendWasm;
  readonly kernel: ReplayKernel;
}

/** A faster way of a call, null where there is none for its shapes. */
export type Find = (place: Place) => Run | null;

export const sizeOf = ({ shape }: TensorInfo) => util.sizeFromShape(shape);

export function named<Name extends string>({ call }: Place): Record<Name, TensorInfo> {
  return call.inputs as Record<Name, TensorInfo>;
}

export function areNumbers(...tensors: readonly (TensorInfo | undefined)[]): boolean {
  return tensors.every((tensor) => tensor?.dtype === 'float32' && sizeOf(tensor) > 0);
}

/** A run that makes one output. */
export function output(
  { backend, call }: Place,
  write: (to: number, address: (tensor: TensorInfo) => number) => void,
): Run {
  const [{ shape, dtype }] = call.outputs as [TensorInfo];
  const address = (tensor: TensorInfo) => addressOf(backend, tensor);
  return () => {
    const result = backend.makeOutput([...shape], dtype as DataType);
    write(addressOf(backend, result), address);
    return result;
  };
}
