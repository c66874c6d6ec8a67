import { getKernelsForBackend } from '@tensorflow/tfjs-core';
import { convolutionFilterGradient, convolutionInputGradient } from './convolution-gradients.ts';
import { cpuKernel } from './cpu-kernel.ts';
import { depthwiseFilterGradient, depthwiseInputGradient } from './depthwise-gradients.ts';
import { gatherRows, segmentSum } from './embedding-rows.ts';
import { fusedMatrixMultiplication } from './fused-matrix-multiplication.ts';
import { matrixMultiplication } from './matrix-multiplication.ts';
import { maxPoolingGradient } from './max-pooling-gradient.ts';
import { replaceKernel } from './registry.ts';
import { withPaddingInNumbers } from './same-padding.ts';

/** Kernels of the WebAssembly backend 4.22 that give wrong results without a word, too rare for more than a copy out and in. */
const WRONG = [
  // Takes 0 for the maximum of a window whose numbers are all ≤ 0.
  'MaxPool3D',
  'MaxPool3DGrad',
  // Wrong with strides.
  'Conv3DBackpropFilterV2',
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
 * Makes the WebAssembly backend fit for training: no kernel is missing, silently wrong, or slow where layers
 * need it. Call once, after the backend has started.
 */
export function mendKernels(): void {
  replaceKernel('BatchMatMul', matrixMultiplication());
  replaceKernel('_FusedMatMul', fusedMatrixMultiplication());
  for (const name of ['Conv2D', 'FusedConv2D']) {
    replaceKernel(name, withPaddingInNumbers(name, false));
  }
  for (const name of ['DepthwiseConv2dNative', 'FusedDepthwiseConv2D']) {
    replaceKernel(name, withPaddingInNumbers(name, true));
  }
  replaceKernel('Conv2DBackpropFilter', convolutionFilterGradient());
  replaceKernel('Conv2DBackpropInput', convolutionInputGradient());
  replaceKernel('DepthwiseConv2dNativeBackpropInput', depthwiseInputGradient());
  replaceKernel('DepthwiseConv2dNativeBackpropFilter', depthwiseFilterGradient());
  replaceKernel('MaxPoolGrad', maxPoolingGradient());
  replaceKernel('UnsortedSegmentSum', segmentSum());
  replaceKernel('GatherV2', gatherRows());
  for (const name of WRONG) replaceKernel(name, cpuKernel(name));
  const present = new Set(getKernelsForBackend('wasm').map(({ kernelName }) => kernelName));
  for (const { kernelName } of getKernelsForBackend('cpu')) {
    if (present.has(kernelName) || NOT_COPYABLE.has(kernelName)) continue;
    replaceKernel(kernelName, cpuKernel(kernelName));
  }
}
