import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import {
  type DataId,
  getKernelsForBackend,
  type KernelFunc,
  type NamedAttrMap,
  type TensorInfo,
} from '@tensorflow/tfjs-core';

/** One call of a kernel. Tensors are named by the identity of their data; an alias (a reshape) has that of its source. */
export interface RecordedCall {
  readonly name: string;
  readonly kernelFunc: KernelFunc;
  readonly inputs: Record<string, TensorInfo> | TensorInfo[];
  readonly inputList: readonly TensorInfo[];
  readonly attributes: NamedAttrMap | undefined;
  readonly outputs: readonly TensorInfo[];
}

/** What happened on the backend while a step ran. The data of all tensors named here stays until `release`. */
export interface Recording {
  readonly calls: readonly RecordedCall[];
  /** Tensors made of numbers of JavaScript, outside of kernels. */
  readonly made: readonly { readonly dataId: DataId; readonly values: unknown }[];
  /** Data whose numbers JavaScript took, and how many calls there had been. */
  readonly reads: readonly { readonly dataId: DataId; readonly after: number }[];
}

/** Everything that the WebAssembly backend does during `work`, the calls that kernels make of each other left out. */
export function record<T>(
  backend: BackendWasm,
  work: () => T,
): { readonly result: T; readonly recording: Recording } {
  const calls: RecordedCall[] = [];
  const made: { dataId: DataId; values: unknown }[] = [];
  const reads: { dataId: DataId; after: number }[] = [];
  let isInKernel = false;
  const configs = getKernelsForBackend('wasm') as { kernelName: string; kernelFunc: KernelFunc }[];
  const originals = configs.map(({ kernelFunc }) => kernelFunc);
  for (const config of configs) {
    const { kernelName: name, kernelFunc } = config;
    config.kernelFunc = (call) => {
      if (isInKernel) return kernelFunc(call);
      isInKernel = true;
      try {
        const result = kernelFunc(call);
        const outputs = (Array.isArray(result) ? result : [result]).map(toInfo);
        const { inputs, inputList } = copyInputs(call.inputs);
        for (const { dataId } of [...outputs, ...inputList]) backend.incRef(dataId);
        calls.push({ name, kernelFunc, inputs, inputList, attributes: call.attrs, outputs });
        return result;
      } finally {
        isInKernel = false;
      }
    };
  }
  const { write, readSync } = backend;
  backend.write = (values, shape, dtype) => {
    const dataId = write.call(backend, values, shape, dtype);
    if (!isInKernel) made.push({ dataId, values });
    return dataId;
  };
  backend.readSync = (dataId, ...range) => {
    if (!isInKernel) reads.push({ dataId, after: calls.length });
    return readSync.call(backend, dataId, ...range);
  };
  try {
    return { result: work(), recording: { calls, made, reads } };
  } catch (error) {
    release(backend, { calls, made, reads }, new Set());
    throw error;
  } finally {
    for (const [index, config] of configs.entries()) {
      config.kernelFunc = originals[index] as KernelFunc;
    }
    // What stands on the prototype again.
    Reflect.deleteProperty(backend, 'write');
    Reflect.deleteProperty(backend, 'readSync');
  }
}

/** Lets the data go that the recording holds, but for one hold on each of `kept`. */
export function release(
  backend: BackendWasm,
  { calls }: Recording,
  kept: ReadonlySet<DataId>,
): void {
  const seen = new Set<DataId>();
  for (const { inputList, outputs } of calls) {
    for (const { dataId } of [...outputs, ...inputList]) {
      if (kept.has(dataId) && !seen.has(dataId)) seen.add(dataId);
      else backend.disposeData(dataId);
    }
  }
}

function toInfo({ dataId, shape, dtype }: TensorInfo): TensorInfo {
  return { dataId, shape: [...shape], dtype };
}

/** Kernels with any number of inputs get them as an array; optional ones may be missing. */
function copyInputs(inputs: object): Pick<RecordedCall, 'inputs' | 'inputList'> {
  const pairs = (Object.entries(inputs) as [string, TensorInfo | null | undefined][]).flatMap(
    ([name, tensor]) => (tensor == null ? [] : [[name, toInfo(tensor)] as const]),
  );
  const inputList = pairs.map(([, tensor]) => tensor);
  return { inputList, inputs: Array.isArray(inputs) ? inputList : Object.fromEntries(pairs) };
}
