import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import {
  type BackendValues,
  findBackend,
  getKernel,
  type KernelFunc,
  type TensorInfo,
} from '@tensorflow/tfjs-core';

/** A kernel of the JavaScript backend for tensors of the WebAssembly backend: inputs are copied out, outputs in. */
export function cpuKernel(kernelName: string): KernelFunc {
  const found = getKernel(kernelName, 'cpu');
  if (found === undefined) throw new Error(`the cpu backend has no kernel ${kernelName}`);
  return ({ inputs, attrs, backend }) => {
    const wasm = backend as BackendWasm;
    const cpu = findBackend('cpu') as MathBackendCPU;
    const copies: TensorInfo[] = [];
    const copyOut = (tensor: TensorInfo): TensorInfo => {
      const copy = cpu.makeTensorInfo(tensor.shape, tensor.dtype, wasm.readSync(tensor.dataId));
      copies.push(copy);
      return copy;
    };
    const outputs = found.kernelFunc({
      inputs: mapInputs(inputs, copyOut),
      backend: cpu,
      ...(attrs === undefined ? {} : { attrs }),
    });
    const list = Array.isArray(outputs) ? outputs : [outputs];
    const results = list.map((output) => copyIn(output, cpu, wasm));
    // An output may share its data with an input; the reference counts take care of that.
    for (const tensor of [...list, ...copies]) cpu.disposeIntermediateTensorInfo(tensor);
    return Array.isArray(outputs) ? results : (results[0] as TensorInfo);
  };
}

type Inputs = Parameters<KernelFunc>[0]['inputs'];

/** Kernels with any number of inputs (Concat, Pack, AddN) get them as an array; optional inputs may be null. */
function mapInputs(inputs: Inputs, map: (tensor: TensorInfo) => TensorInfo): Inputs {
  if (Array.isArray(inputs)) return inputs.map(map) as unknown as Inputs;
  return Object.fromEntries(
    Object.entries(inputs).flatMap(([name, tensor]) =>
      tensor == null ? [] : [[name, map(tensor)]],
    ),
  );
}

function copyIn(output: TensorInfo, cpu: MathBackendCPU, wasm: BackendWasm): TensorInfo {
  const values = cpu.data.get(output.dataId).values as BackendValues;
  const result = wasm.makeOutput(output.shape, output.dtype);
  if (output.dtype === 'string') {
    wasm.dataIdMap.get(result.dataId).stringBytes = values as Uint8Array[];
  } else {
    wasm.typedArrayFromHeap(result).set(values as Float32Array);
  }
  return result;
}
