import type { Windows } from './graph.ts';
import {
  activationAfter,
  firstInput,
  isRelu,
  type LayerBuilder,
  type LayerToLower,
} from './layer-lowering.ts';

/** A series is an image of one row. */
function asImage(shape: readonly number[]): [number, number, number] {
  const [height = 1, width = 1, channels = 1] = shape.length === 2 ? [1, ...shape] : shape;
  return [height, width, channels];
}

function pairOf(value: unknown): [number, number] {
  const [height = 1, width = height] = value as readonly number[];
  return (value as readonly number[]).length === 1 ? [1, height] : [height, width];
}

export function lowerConvolution(layer: LayerBuilder, given: LayerToLower): string {
  const { node, inputs, weight } = given;
  const { config, shape } = node;
  const { name, shape: from } = firstInput(inputs);
  const sums = applyFilters(layer, given, {
    image: layer.reshape(name, [1, ...asImage(from)]),
    kernel: weight('kernel'),
    window: pairOf(config.kernel_size),
    windows: windowsOf(given),
    shape: asImage(shape),
  });
  return layer.reshape(layer.activate(sums, activationAfter(config)), [1, ...shape]);
}

/** A convolution by filters `[height, width, in, out]`, with the layer's bias and its relu. */
function applyFilters(
  layer: LayerBuilder,
  { node, weight, has }: LayerToLower,
  {
    image,
    kernel,
    window,
    windows,
    shape,
  }: {
    readonly image: string;
    readonly kernel: Float32Array;
    readonly window: readonly [height: number, width: number];
    readonly windows: Windows;
    readonly shape: readonly number[];
  },
): string {
  const filters = node.config.filters as number;
  const channels = layer.shapeOf(image).at(-1) ?? 1;
  const weights = layer.constant(
    'filters',
    [filters, ...window, channels],
    turnFilters(kernel, filters),
  );
  const bias = has('bias') ? weight('bias') : new Float32Array(filters);
  return layer.apply(
    {
      kind: 'CONV_2D',
      ...windows,
      activation: isRelu(node.config) ? 'relu' : 'none',
      inputs: [image, weights, layer.constant('bias', [filters], bias)],
    },
    [1, ...shape],
  );
}

/** TFLite has `[out, height, width, in]`. */
function turnFilters(kernel: Float32Array, filters: number): Float32Array {
  const size = kernel.length / filters;
  return Float32Array.from(kernel, (_, index) => {
    const filter = Math.floor(index / size);
    return kernel[(index - filter * size) * filters + filter] as number;
  });
}

export function lowerDepthwise(layer: LayerBuilder, given: LayerToLower): string {
  const { node, has, weight } = given;
  const channels = node.shape.at(-1) ?? 1;
  const bias = has('bias') ? weight('bias') : new Float32Array(channels);
  const sums = filterChannels(layer, given, {
    bias,
    shape: node.shape,
    isFused: isRelu(node.config),
  });
  return layer.activate(sums, activationAfter(node.config));
}

/** The channels by their own filters, then all of them in each pixel. */
export function lowerSeparable(layer: LayerBuilder, given: LayerToLower): string {
  const { node, inputs, weight } = given;
  const { config, shape } = node;
  const channels = (firstInput(inputs).shape.at(-1) ?? 1) * (config.depth_multiplier as number);
  const image = filterChannels(layer, given, {
    bias: new Float32Array(channels),
    shape: [...shape.slice(0, -1), channels],
    isFused: false,
  });
  const sums = applyFilters(layer, given, {
    image,
    kernel: weight('pointwise_kernel'),
    window: [1, 1],
    windows: { padding: 'valid', strides: [1, 1] },
    shape,
  });
  return layer.activate(sums, activationAfter(config));
}

/** The part of a convolution that keeps channels apart. */
function filterChannels(
  layer: LayerBuilder,
  given: LayerToLower,
  {
    bias,
    shape,
    isFused,
  }: { readonly bias: Float32Array; readonly shape: readonly number[]; readonly isFused: boolean },
): string {
  const { node, inputs, weight } = given;
  const { config } = node;
  const [height, width] = pairOf(config.kernel_size);
  const channels = bias.length;
  // TensorFlow has [height, width, in, multiplier]: the order that TFLite has.
  const kernel = layer.constant(
    'depthwise_filters',
    [1, height, width, channels],
    weight('depthwise_kernel'),
  );
  return layer.apply(
    {
      kind: 'DEPTHWISE_CONV_2D',
      ...windowsOf(given),
      multiplier: config.depth_multiplier as number,
      activation: isFused ? 'relu' : 'none',
      inputs: [firstInput(inputs).name, kernel, layer.constant('depthwise_bias', [channels], bias)],
    },
    [1, ...shape],
  );
}

export function lowerPooling(
  layer: LayerBuilder,
  given: LayerToLower,
  kind: 'MAX_POOL_2D' | 'AVERAGE_POOL_2D',
): string {
  const { node, inputs } = given;
  const { config, shape } = node;
  const { name, shape: from } = firstInput(inputs);
  const pooled = layer.apply(
    {
      kind,
      ...windowsOf(given),
      size: pairOf(config.pool_size),
      inputs: [layer.reshape(name, [1, ...asImage(from)])],
    },
    [1, ...asImage(shape)],
  );
  return layer.reshape(pooled, [1, ...shape]);
}

function windowsOf({ node: { config } }: LayerToLower): Windows {
  return { padding: config.padding as 'same', strides: pairOf(config.strides) };
}
