import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import {
  getKernel,
  type KernelFunc,
  registerKernel,
  type TensorInfo,
  unregisterKernel,
} from '@tensorflow/tfjs-core';

/** Puts a kernel in the place of the backend's own. The own one has been set up by then, so that it can be called. */
export function replaceKernel(kernelName: string, kernelFunc: KernelFunc): void {
  if (getKernel(kernelName, 'wasm') !== undefined) unregisterKernel(kernelName, 'wasm');
  registerKernel({ kernelName, backendName: 'wasm', kernelFunc });
}

/** The kernel registered now, with all that a kernel is called with. */
export function registeredKernel(kernelName: string): KernelFunc {
  const found = getKernel(kernelName, 'wasm');
  if (found === undefined) throw new Error(`the wasm backend has no kernel ${kernelName}`);
  return found.kernelFunc;
}

export type Call = (
  inputs: Readonly<Record<string, TensorInfo>>,
  backend: BackendWasm,
  attributes?: object,
) => TensorInfo;

/** The kernel registered now, as a function with one output. */
export function kernel(kernelName: string): Call {
  const kernelFunc = registeredKernel(kernelName);
  return (inputs, backend, attributes = {}) =>
    kernelFunc({ inputs: { ...inputs }, backend, attrs: { ...attributes } }) as TensorInfo;
}
