import { getKernelsForBackend } from '@tensorflow/tfjs-core';
import { cpuKernel } from './cpu-kernel.ts';
import { fusedMatrixMultiplication } from './fused-matrix-multiplication.ts';
import { matrixMultiplication } from './matrix-multiplication.ts';
import { replaceKernel } from './registry.ts';

/** Kernels of the WebAssembly backend 4.22 that give wrong results without a word, and what is wrong with each. */
const WRONG = [
  // Takes 0 for the maximum of a window whose values are all ≤ 0, so that its gradient is lost.
  'MaxPoolGrad',
  // Wrong for every input.
  'Conv3DBackpropInputV2',
  // Wrong from the second example of a batch on.
  'ResizeNearestNeighborGrad',
  // Draws other numbers than every other backend for the same seed.
  'Multinomial',
];

/** Complex tensors are pairs of other tensors and drawing needs a canvas: copying their data means nothing. */
const NOT_COPYABLE = new Set(['Complex', 'ComplexAbs', 'Real', 'Imag', 'FFT', 'IFFT', 'Draw']);

/**
 * Makes the WebAssembly backend fit for training: no kernel is missing, silently wrong, or slow where a dense layer
 * needs it. Call once, after the backend has started.
 */
export function mendKernels(): void {
  replaceKernel('BatchMatMul', matrixMultiplication());
  replaceKernel('_FusedMatMul', fusedMatrixMultiplication());
  for (const name of WRONG) replaceKernel(name, cpuKernel(name));
  const present = new Set(getKernelsForBackend('wasm').map(({ kernelName }) => kernelName));
  for (const { kernelName } of getKernelsForBackend('cpu')) {
    if (present.has(kernelName) || NOT_COPYABLE.has(kernelName)) continue;
    replaceKernel(kernelName, cpuKernel(kernelName));
  }
}
