import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { KernelFunc, TensorInfo } from '@tensorflow/tfjs-core';
import {
  convolutionGeometry,
  type Geometry,
  type WindowAttributes,
} from './convolution-geometry.ts';
import { cpuKernel } from './cpu-kernel.ts';
import { heapNumbers } from './heap.ts';
import { addColumns, examplesAtOnce, windowSize, writeColumns } from './images-as-columns.ts';
import { type Call, kernel } from './registry.ts';

const STRAIGHT = { transposeA: false, transposeB: false };

/**
 * Conv2DBackpropFilter. The backend has none. The gradient is the product of what each window saw with the gradients of
 * the outputs, so that XNNPACK does the work; a large batch goes through in pieces that are added up.
 */
export function convolutionFilterGradient(): KernelFunc {
  const multiply = kernel('BatchMatMul');
  const slice = kernel('Slice');
  const rare = cpuKernel('Conv2DBackpropFilter');
  return (call) => {
    const wasm = call.backend as BackendWasm;
    const { x, dy } = call.inputs as Record<'x' | 'dy', TensorInfo>;
    const attributes = call.attrs as unknown as WindowAttributes & { filterShape: number[] };
    const geometry = convolutionGeometry(x.shape, attributes.filterShape, attributes);
    if (geometry.dataFormat !== 'channelsLast') return rare(call);
    const { batchSize, outHeight, outWidth, outChannels } = geometry;
    const window = windowSize(geometry);
    const total = wasm.makeOutput(attributes.filterShape, 'float32');
    heapNumbers(wasm, total).fill(0);
    const atOnce = examplesAtOnce(geometry);
    for (let first = 0; first < batchSize; first += atOnce) {
      const examples = Math.min(atOnce, batchSize - first);
      const places = examples * outHeight * outWidth;
      const columns = wasm.makeOutput([window, places], 'float32');
      writeColumns(heapNumbers(wasm, x), heapNumbers(wasm, columns), geometry, first, examples);
      const piece = slice({ x: dy }, wasm, {
        begin: [first, 0, 0, 0],
        size: [examples, outHeight, outWidth, outChannels],
      });
      // A copy even where the piece is the whole: XNNPACK keeps what it packed by the data's identity alone, not by shape.
      const gradients = { ...piece, shape: [places, outChannels] };
      const product = multiply({ a: columns, b: gradients }, wasm, STRAIGHT);
      addTo(heapNumbers(wasm, total), heapNumbers(wasm, product));
      for (const temporary of [columns, piece, product]) wasm.disposeData(temporary.dataId);
    }
    return total;
  };
}

function addTo(total: Float32Array, part: Float32Array): void {
  for (let index = 0; index < total.length; index++) {
    total[index] = (total[index] as number) + (part[index] as number);
  }
}

/**
 * Conv2DBackpropInput, which is also the forward pass of a transposed convolution. The backend's own loops at 1–2 GFLOPS;
 * with stride 1 it is the convolution of the gradients with the filter turned round, else a product by XNNPACK whose
 * columns are added to the images.
 */
export function convolutionInputGradient(): KernelFunc {
  const rare = cpuKernel('Conv2DBackpropInput');
  const convolve = kernel('Conv2D');
  const multiply = kernel('BatchMatMul');
  const slice = kernel('Slice');
  return (call) => {
    const wasm = call.backend as BackendWasm;
    const { dy, filter } = call.inputs as Record<'dy' | 'filter', TensorInfo>;
    const attributes = call.attrs as unknown as WindowAttributes & { inputShape: number[] };
    const geometry = convolutionGeometry(attributes.inputShape, filter.shape, attributes);
    if (geometry.dataFormat !== 'channelsLast') return rare(call);
    const pad = reversePadding(geometry);
    return pad === null
      ? byColumns(dy, filter, geometry, wasm, multiply, slice)
      : byTurnedFilter(dy, filter, pad, wasm, convolve);
  };
}

type Padding = [[0, 0], [number, number], [number, number], [0, 0]];

/** Padding of the reverse convolution, null where it can't be had as one: strides, or more padding than a window has. */
function reversePadding(geometry: Geometry): Padding | null {
  const { strideHeight, strideWidth, filterHeight, filterWidth, padInfo } = geometry;
  if (strideHeight !== 1 || strideWidth !== 1) return null;
  const top = filterHeight - 1 - padInfo.top;
  const left = filterWidth - 1 - padInfo.left;
  const bottom = geometry.inHeight + filterHeight - 1 - geometry.outHeight - top;
  const right = geometry.inWidth + filterWidth - 1 - geometry.outWidth - left;
  if (Math.min(top, left, bottom, right) < 0) return null;
  return [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ];
}

function byTurnedFilter(
  dy: TensorInfo,
  filter: TensorInfo,
  pad: Padding,
  wasm: BackendWasm,
  convolve: Call,
): TensorInfo {
  const [height, width, channels, filters] = filter.shape as [number, number, number, number];
  const turned = wasm.makeOutput([height, width, filters, channels], 'float32');
  const source = heapNumbers(wasm, filter);
  const target = heapNumbers(wasm, turned);
  const places = height * width;
  for (let place = 0; place < places; place++) {
    const from = (places - 1 - place) * channels * filters;
    const to = place * channels * filters;
    for (let channel = 0; channel < channels; channel++) {
      for (let index = 0; index < filters; index++) {
        target[to + index * channels + channel] = source[
          from + channel * filters + index
        ] as number;
      }
    }
  }
  const attributes = { strides: [1, 1], pad, dataFormat: 'NHWC', dilations: [1, 1] };
  const images = convolve({ x: dy, filter: turned }, wasm, attributes);
  wasm.disposeData(turned.dataId);
  return images;
}

function byColumns(
  dy: TensorInfo,
  filter: TensorInfo,
  geometry: Geometry,
  wasm: BackendWasm,
  multiply: Call,
  slice: Call,
): TensorInfo {
  const { batchSize, outHeight, outWidth, outChannels } = geometry;
  const window = windowSize(geometry);
  const images = wasm.makeOutput(geometry.inShape, 'float32');
  heapNumbers(wasm, images).fill(0);
  const turned = kernel('Transpose')({ x: { ...filter, shape: [window, outChannels] } }, wasm, {
    perm: [1, 0],
  });
  const atOnce = examplesAtOnce(geometry);
  for (let first = 0; first < batchSize; first += atOnce) {
    const examples = Math.min(atOnce, batchSize - first);
    const piece = slice({ x: dy }, wasm, {
      begin: [first, 0, 0, 0],
      size: [examples, outHeight, outWidth, outChannels],
    });
    const gradients = { ...piece, shape: [examples * outHeight * outWidth, outChannels] };
    const columns = multiply({ a: gradients, b: turned }, wasm, STRAIGHT);
    addColumns(heapNumbers(wasm, columns), heapNumbers(wasm, images), geometry, first, examples);
    for (const temporary of [piece, columns]) wasm.disposeData(temporary.dataId);
  }
  wasm.disposeData(turned.dataId);
  return images;
}
