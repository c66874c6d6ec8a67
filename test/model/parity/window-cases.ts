import * as tf from '@tensorflow/tfjs-core';
import { numbers, type ParityCase, withGradients } from './case.ts';

// Convolutions and poolings by the way their windows go: strides, paddings, filters larger than a stride and smaller.

type Padding = 'same' | 'valid' | number;

interface Windows {
  readonly filter: readonly [number, number];
  readonly strides: number | [number, number];
  readonly pad: Padding;
}

const WINDOWS: readonly Windows[] = [
  { filter: [3, 3], strides: 1, pad: 'same' },
  { filter: [3, 3], strides: 1, pad: 'valid' },
  { filter: [3, 3], strides: 2, pad: 'same' },
  { filter: [3, 3], strides: 2, pad: 'valid' },
  { filter: [3, 2], strides: [2, 1], pad: 'same' },
  { filter: [1, 1], strides: 1, pad: 'valid' },
  { filter: [1, 1], strides: 2, pad: 'same' },
  { filter: [2, 2], strides: 3, pad: 'valid' },
  { filter: [5, 4], strides: 1, pad: 'same' },
  { filter: [3, 3], strides: 1, pad: 2 },
];

function describe({ filter, strides, pad }: Windows): string {
  return `${filter.join('×')}, strides ${strides}, ${pad}`;
}

export interface ConvolutionSize {
  readonly images: readonly [number, number, number, number];
  /** Filters; of a depthwise convolution for each channel. */
  readonly filters: number;
}

const SIZE: ConvolutionSize = { images: [3, 11, 9, 3], filters: 4 };

/** A convolution with its gradients by images and filter. */
export function convolution(windows: Windows, { images, filters }: ConvolutionSize): tf.Tensor[] {
  const { filter, strides, pad } = windows;
  return withGradients(
    (x, weights) => tf.conv2d(x, weights, strides, pad),
    numbers(images),
    numbers([...filter, images[3], filters], 2),
  );
}

export function depthwise(windows: Windows, { images, filters }: ConvolutionSize): tf.Tensor[] {
  const { filter, strides, pad } = windows;
  return withGradients(
    (x, weights) => tf.depthwiseConv2d(x, weights, strides, pad),
    numbers(images),
    numbers([...filter, images[3], filters], 2),
  );
}

/** `low` and `high` of the numbers: a window without a number above 0 is one of the cases. */
export function maxPooling(
  { filter, strides, pad }: Windows,
  images: readonly number[],
  low: number,
  high: number,
): tf.Tensor[] {
  return withGradients(
    (x) => tf.maxPool(x, [...filter] as [number, number], strides, pad),
    numbers(images, 1, low, high),
  );
}

function averagePooling({ filter, strides, pad }: Windows): tf.Tensor[] {
  return withGradients(
    (x) => tf.avgPool(x, [...filter] as [number, number], strides, pad),
    numbers(SIZE.images),
  );
}

/** The filter reaches over the border as far as a padding may. */
const POOLED = WINDOWS.filter(({ pad }) => typeof pad === 'string');

function evenStrides({ strides, pad }: Windows): boolean {
  return typeof strides === 'number' && typeof pad === 'string';
}

export const WINDOW_CASES: readonly ParityCase[] = [
  ...WINDOWS.map((windows) => ({
    name: `conv2d ${describe(windows)}`,
    compute: () => convolution(windows, SIZE),
  })),
  ...WINDOWS.filter(evenStrides).map((windows) => ({
    name: `depthwise conv2d ${describe(windows)}`,
    compute: () => depthwise(windows, { ...SIZE, filters: 2 }),
  })),
  ...POOLED.map((windows) => ({
    name: `max pooling ${describe(windows)}`,
    compute: () => maxPooling(windows, SIZE.images, -1, 1),
  })),
  ...POOLED.map((windows) => ({
    name: `max pooling of negative numbers ${describe(windows)}`,
    compute: () => maxPooling(windows, SIZE.images, -2, -1),
  })),
  ...POOLED.map((windows) => ({
    name: `average pooling ${describe(windows)}`,
    compute: () => averagePooling(windows),
  })),
  {
    // More numbers under the windows than are turned into columns at once.
    name: 'conv2d of a large batch, stride 1',
    compute: () =>
      convolution(
        { filter: [3, 3], strides: 1, pad: 'same' },
        { images: [3, 76, 76, 8], filters: 2 },
      ),
  },
  {
    name: 'conv2d of a large batch, stride 2',
    compute: () =>
      convolution(
        { filter: [5, 5], strides: 2, pad: 'same' },
        { images: [3, 91, 91, 8], filters: 2 },
      ),
  },
  {
    name: 'conv1d',
    compute: () =>
      withGradients(
        (x, weights) => tf.conv1d(x, weights, 1, 'same'),
        numbers([4, 30, 8]),
        numbers([3, 8, 16], 2),
      ),
  },
  {
    name: 'conv2d with dilations, forward',
    compute: () => [
      tf.conv2d(
        numbers(SIZE.images) as tf.Tensor4D,
        numbers([3, 3, 3, 4], 2) as tf.Tensor4D,
        1,
        'same',
        'NHWC',
        2,
      ),
    ],
  },
  {
    name: 'depthwise conv2d with dilations, forward',
    compute: () => [
      tf.depthwiseConv2d(
        numbers(SIZE.images) as tf.Tensor4D,
        numbers([3, 3, 3, 2], 2) as tf.Tensor4D,
        1,
        'same',
        'NHWC',
        2,
      ),
    ],
  },
  ...([1, 2] as const).flatMap((strides) =>
    (['same', 'valid'] as const).map((pad) => ({
      name: `transposed conv2d, strides ${strides}, ${pad}`,
      compute: () => {
        const length = pad === 'same' ? 7 * strides : 6 * strides + 3;
        return withGradients(
          (x, weights) => tf.conv2dTranspose(x, weights, [4, length, length, 8], strides, pad),
          numbers([4, 7, 7, 16]),
          numbers([3, 3, 8, 16], 2),
        );
      },
    })),
  ),
  {
    name: 'separable conv2d',
    compute: () =>
      withGradients(
        (x, depth, point) => tf.separableConv2d(x, depth, point, 1, 'same'),
        numbers([4, 13, 13, 8]),
        numbers([3, 3, 8, 1], 2),
        numbers([1, 1, 8, 6], 3),
      ),
  },
  ...([1, 2] as const).map((strides) => ({
    name: `conv3d, strides ${strides}`,
    compute: () =>
      withGradients(
        (x, weights) => tf.conv3d(x, weights, strides, 'same'),
        numbers([2, 6, 6, 6, 3]),
        numbers([3, 3, 3, 3, 4], 2),
      ),
  })),
  {
    name: 'max pooling in three dimensions',
    compute: () =>
      withGradients((x) => tf.maxPool3d(x, 2, 2, 'valid'), numbers([2, 6, 6, 6, 3], 1, -2, -1)),
  },
  {
    name: 'average pooling in three dimensions',
    compute: () => withGradients((x) => tf.avgPool3d(x, 2, 2, 'valid'), numbers([2, 6, 6, 6, 3])),
  },
];
