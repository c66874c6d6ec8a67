import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { KernelFunc, TensorInfo } from '@tensorflow/tfjs-core';
import { poolingGeometry, type WindowAttributes } from './convolution-geometry.ts';
import { heapNumbers } from './heap.ts';

/**
 * MaxPoolGrad. The backend's own takes 0 for the maximum of a window whose numbers are all ≤ 0, so that its gradient is
 * lost. Of equal numbers the first gets it, as with the JavaScript backend.
 */
export function maxPoolingGradient(): KernelFunc {
  return ({ inputs, attrs, backend }) => {
    const wasm = backend as BackendWasm;
    const { dy, input } = inputs as Record<'dy' | 'input', TensorInfo>;
    const geometry = poolingGeometry(
      input,
      attrs as unknown as WindowAttributes & { filterSize: [number, number] | number },
    );
    const result = wasm.makeOutput(input.shape, 'float32');
    const target = heapNumbers(wasm, result).fill(0);
    const upstream = heapNumbers(wasm, dy);
    const values = heapNumbers(wasm, input);
    const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, padInfo } = geometry;
    let output = 0;
    for (let example = 0; example < batchSize; example++) {
      for (let outRow = 0; outRow < outHeight; outRow++) {
        const top = outRow * geometry.strideHeight - padInfo.top;
        const firstRow = Math.max(0, top);
        const endRow = Math.min(inHeight, top + geometry.effectiveFilterHeight);
        for (let outColumn = 0; outColumn < outWidth; outColumn++) {
          const left = outColumn * geometry.strideWidth - padInfo.left;
          const firstColumn = Math.max(0, left);
          const endColumn = Math.min(inWidth, left + geometry.effectiveFilterWidth);
          for (let channel = 0; channel < inChannels; channel++, output++) {
            let largest = Number.NEGATIVE_INFINITY;
            let place = -1;
            for (let row = firstRow; row < endRow; row++) {
              let at = ((example * inHeight + row) * inWidth + firstColumn) * inChannels + channel;
              for (let column = firstColumn; column < endColumn; column++, at += inChannels) {
                const value = values[at] as number;
                if (value > largest) {
                  largest = value;
                  place = at;
                }
              }
            }
            if (place >= 0)
              target[place] = (target[place] as number) + (upstream[output] as number);
          }
        }
      }
    }
    return result;
  };
}
