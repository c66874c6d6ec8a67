import type { KernelFunc, TensorInfo } from '@tensorflow/tfjs-core';
import { convolutionGeometry, type WindowAttributes } from './convolution-geometry.ts';
import { registeredKernel } from './registry.ts';

/**
 * A convolution, plain or fused, with the padding `same` given as numbers. By the word alone the backend's own leaves zeros
 * for some windows that are narrower than their stride (1 × 2 by strides of 3), without a word.
 */
export function withPaddingInNumbers(kernelName: string, depthwise: boolean): KernelFunc {
  const convolve = registeredKernel(kernelName);
  return (call) => {
    const attributes = call.attrs as unknown as WindowAttributes;
    if (attributes.pad !== 'same' || attributes.dataFormat === 'NCHW') return convolve(call);
    const { x, filter } = call.inputs as Record<'x' | 'filter', TensorInfo>;
    const { padInfo } = convolutionGeometry(x.shape, filter.shape, attributes, depthwise);
    const { top, bottom, left, right } = padInfo;
    const pad = [
      [0, 0],
      [top, bottom],
      [left, right],
      [0, 0],
    ];
    return convolve({ ...call, attrs: { ...attributes, pad } as never });
  };
}
