import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { KernelFunc, TensorInfo } from '@tensorflow/tfjs-core';
import {
  convolutionGeometry,
  type Geometry,
  type WindowAttributes,
} from './convolution-geometry.ts';
import { heapNumbers } from './heap.ts';

/** DepthwiseConv2dNativeBackpropInput. The backend has none. */
export function depthwiseInputGradient(): KernelFunc {
  return ({ inputs, attrs, backend }) => {
    const wasm = backend as BackendWasm;
    const { dy, filter } = inputs as Record<'dy' | 'filter', TensorInfo>;
    const attributes = attrs as unknown as WindowAttributes & { inputShape: number[] };
    const geometry = convolutionGeometry(attributes.inputShape, filter.shape, attributes, true);
    const result = wasm.makeOutput(geometry.inShape, 'float32');
    const images = heapNumbers(wasm, result).fill(0);
    const gradients = heapNumbers(wasm, dy);
    const weights = heapNumbers(wasm, filter);
    const { inChannels } = geometry;
    const multiplier = geometry.outChannels / inChannels;
    forEachSight(geometry, (output, input, weight) => {
      for (let channel = 0; channel < inChannels; channel++) {
        let sum = images[input + channel] as number;
        for (let index = 0; index < multiplier; index++) {
          const place = channel * multiplier + index;
          sum += (gradients[output + place] as number) * (weights[weight + place] as number);
        }
        images[input + channel] = sum;
      }
    });
    return result;
  };
}

/** DepthwiseConv2dNativeBackpropFilter. The backend has none. */
export function depthwiseFilterGradient(): KernelFunc {
  return ({ inputs, attrs, backend }) => {
    const wasm = backend as BackendWasm;
    const { x, dy } = inputs as Record<'x' | 'dy', TensorInfo>;
    const attributes = attrs as unknown as WindowAttributes & { filterShape: number[] };
    const geometry = convolutionGeometry(x.shape, attributes.filterShape, attributes, true);
    const result = wasm.makeOutput(geometry.filterShape, 'float32');
    const weights = heapNumbers(wasm, result).fill(0);
    const images = heapNumbers(wasm, x);
    const gradients = heapNumbers(wasm, dy);
    const { inChannels } = geometry;
    const multiplier = geometry.outChannels / inChannels;
    forEachSight(geometry, (output, input, weight) => {
      for (let channel = 0; channel < inChannels; channel++) {
        const seen = images[input + channel] as number;
        for (let index = 0; index < multiplier; index++) {
          const place = channel * multiplier + index;
          weights[weight + place] =
            (weights[weight + place] as number) + (gradients[output + place] as number) * seen;
        }
      }
    });
    return result;
  };
}

/** Every place of a window that lies inside an image: where its output, its input and its weights begin. */
function forEachSight(
  geometry: Geometry,
  see: (output: number, input: number, weight: number) => void,
): void {
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, outChannels } = geometry;
  const { filterHeight, filterWidth, padInfo } = geometry;
  for (let example = 0; example < batchSize; example++) {
    for (let outRow = 0; outRow < outHeight; outRow++) {
      for (let outColumn = 0; outColumn < outWidth; outColumn++) {
        const output = ((example * outHeight + outRow) * outWidth + outColumn) * outChannels;
        for (let filterRow = 0; filterRow < filterHeight; filterRow++) {
          const row =
            outRow * geometry.strideHeight + filterRow * geometry.dilationHeight - padInfo.top;
          if (row < 0 || row >= inHeight) continue;
          for (let filterColumn = 0; filterColumn < filterWidth; filterColumn++) {
            const column =
              outColumn * geometry.strideWidth +
              filterColumn * geometry.dilationWidth -
              padInfo.left;
            if (column < 0 || column >= inWidth) continue;
            const input = ((example * inHeight + row) * inWidth + column) * inChannels;
            see(output, input, (filterRow * filterWidth + filterColumn) * outChannels);
          }
        }
      }
    }
  }
}
