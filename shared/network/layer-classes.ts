import {
  BadField,
  count,
  counts,
  type FieldReader,
  LAYER_ACTIVATIONS,
  number,
  oneOf,
  sizes,
  truth,
} from './layer-fields.ts';
import type { LayerConfig, LayerWeight, Shape } from './layers-part.ts';
import { sizeOf } from './layers-part.ts';

/** What does not fit about the layers that a layer reads, as the end of a sentence; thrown. */
export class BadShape {
  readonly what: string;
  constructor(what: string) {
    this.what = what;
  }
}

export interface LayerClass {
  readonly fields: Readonly<Record<string, FieldReader>>;
  /** Whether it reads several layers. */
  readonly isMerge?: true;
  /** Of the result, from the shapes that it reads. Throws a `BadShape`. */
  readonly shape: (config: LayerConfig, inputs: readonly Shape[]) => Shape;
  /** Names without the layer's, kinds and shapes, in the order of TensorFlow.js. */
  readonly weights?: (config: LayerConfig, input: Shape) => readonly LayerWeight[];
  /** Fields that say how weights begin: they are set to zeros, because the weights come from elsewhere. */
  readonly initializers?: readonly string[];
}

const LARGEST_WINDOW = 1024;

const activation = oneOf(LAYER_ACTIVATIONS, 'linear');
const padding = oneOf(['valid', 'same'], 'valid');
const useBias = truth(true);

const first = (inputs: readonly Shape[], rank?: number): Shape => {
  const [input = []] = inputs;
  if (rank === undefined || input.length === rank) return input;
  throw new BadShape(`reads ${rank} sizes an example, and gets [${input.join(', ')}]`);
};

const same = (_: LayerConfig, inputs: readonly Shape[]) => first(inputs);
const last = (shape: Shape) => shape.at(-1) ?? 1;
const list = (value: unknown) => value as readonly number[];

function weight(name: string, kind: LayerWeight['kind'], ...shape: number[]): LayerWeight {
  return { name, kind, shape };
}

/** Along each of the first sizes: (n − k) / s + 1 whole windows, or one for each stride where padded. */
function windows(config: LayerConfig, input: Shape, size: string): number[] {
  return list(config[size]).map((width, axis) => {
    const stride = list(config.strides)[axis] ?? 1;
    const length = input[axis] ?? 0;
    if (config.padding === 'same') return Math.ceil(length / stride);
    if (width <= length) return Math.floor((length - width) / stride) + 1;
    throw new BadShape(`has a window of ${width}, wider than the ${length} numbers that it reads`);
  });
}

function convolution(rank: 1 | 2): LayerClass {
  return {
    fields: {
      filters: count(),
      kernel_size: counts(rank, LARGEST_WINDOW),
      strides: counts(rank, LARGEST_WINDOW, 1),
      padding,
      // The library has no gradients of others.
      dilation_rate: counts(rank, 1, 1),
      activation,
      use_bias: useBias,
    },
    shape: (config, inputs) => [
      ...windows(config, first(inputs, rank + 1), 'kernel_size'),
      config.filters as number,
    ],
    weights: ({ kernel_size, filters, use_bias }, input) => [
      weight('kernel', 'kernel', ...list(kernel_size), last(input), filters as number),
      ...(use_bias === true ? [weight('bias', 'bias', filters as number)] : []),
    ],
    initializers: ['kernel_initializer', 'bias_initializer'],
  };
}

const depthMultiplier = count(1, LARGEST_WINDOW, 1);

/** Of an image, where each channel has filters of its own. */
const depthwiseFields = {
  kernel_size: counts(2, LARGEST_WINDOW),
  strides: equal(counts(2, LARGEST_WINDOW, 1)),
  padding,
  // The library has no gradients of others.
  dilation_rate: counts(2, 1, 1),
  depth_multiplier: depthMultiplier,
  activation,
  use_bias: useBias,
};

/** The library takes no others. */
function equal(read: FieldReader): FieldReader {
  return (value, field) => {
    const [one, other] = list(read(value, field));
    if (one === other) return [one as number, other as number];
    throw new BadField(field, 'must be the same in both directions');
  };
}

function depthwiseKernel(
  { kernel_size, depth_multiplier }: LayerConfig,
  input: Shape,
): LayerWeight {
  const sizes = [...list(kernel_size), last(input), depth_multiplier as number];
  return weight('depthwise_kernel', 'kernel', ...sizes);
}

const depthwiseConvolution: LayerClass = {
  fields: depthwiseFields,
  shape: (config, inputs) => {
    const input = first(inputs, 3);
    const channels = last(input) * (config.depth_multiplier as number);
    return [...windows(config, input, 'kernel_size'), channels];
  },
  weights: (config, input) => [
    depthwiseKernel(config, input),
    ...(config.use_bias === true
      ? [weight('bias', 'bias', last(input) * (config.depth_multiplier as number))]
      : []),
  ],
  initializers: ['depthwise_initializer', 'bias_initializer'],
};

const separableConvolution: LayerClass = {
  fields: { filters: count(), ...depthwiseFields },
  shape: (config, inputs) => [
    ...windows(config, first(inputs, 3), 'kernel_size'),
    config.filters as number,
  ],
  weights: (config, input) => {
    const { filters, depth_multiplier, use_bias } = config;
    const channels = last(input) * (depth_multiplier as number);
    return [
      depthwiseKernel(config, input),
      weight('pointwise_kernel', 'kernel', 1, 1, channels, filters as number),
      ...(use_bias === true ? [weight('bias', 'bias', filters as number)] : []),
    ];
  },
  initializers: ['depthwise_initializer', 'pointwise_initializer', 'bias_initializer'],
};

/** `[[above, below], [left, right]]`; one number or two stand for all of them. */
const margins: FieldReader = (value, field) => {
  const given: unknown = value ?? 1;
  const pair = Array.isArray(given) ? given : [given, given];
  if (pair.length !== 2) throw new BadField(field, 'must have 2 pairs of numbers');
  return pair.map((one: unknown) => {
    const both = Array.isArray(one) ? one : [one, one];
    if (both.length !== 2) throw new BadField(field, 'must have 2 pairs of numbers');
    return both.map((side) => count(0, LARGEST_WINDOW)(side, field));
  });
};

const zeroPadding: LayerClass = {
  fields: { padding: margins },
  shape: ({ padding: sides }, inputs) => {
    const [height = 1, width = 1, channels = 1] = first(inputs, 3);
    const [[above = 0, below = 0] = [], [left = 0, right = 0] = []] =
      sides as readonly (readonly number[])[];
    return [above + height + below, left + width + right, channels];
  },
};

function pooling(rank: 1 | 2): LayerClass {
  return {
    fields: {
      pool_size: counts(rank, LARGEST_WINDOW, 2),
      strides: counts(rank, LARGEST_WINDOW, 2),
      padding,
    },
    shape: (config, inputs) => {
      const input = first(inputs, rank + 1);
      return [...windows(config, input, 'pool_size'), last(input)];
    },
  };
}

function globalPooling(rank: 1 | 2): LayerClass {
  return { fields: {}, shape: (_, inputs) => [last(first(inputs, rank + 1))] };
}

function recurrent(gates: number, more: Readonly<Record<string, FieldReader>> = {}): LayerClass {
  return {
    fields: {
      units: count(),
      activation: oneOf(LAYER_ACTIVATIONS, 'tanh'),
      use_bias: useBias,
      return_sequences: truth(false),
      go_backwards: truth(false),
      ...more,
    },
    shape: ({ units, return_sequences }, inputs) => {
      const [steps = 1] = first(inputs, 2);
      return return_sequences === true ? [steps, units as number] : [units as number];
    },
    weights: ({ units, use_bias }, input) => {
      const width = gates * (units as number);
      return [
        weight('kernel', 'kernel', last(input), width),
        weight('recurrent_kernel', 'kernel', units as number, width),
        ...(use_bias === true ? [weight('bias', 'bias', width)] : []),
      ];
    },
    initializers: ['kernel_initializer', 'recurrent_initializer', 'bias_initializer'],
  };
}

const recurrentActivation = { recurrent_activation: oneOf(LAYER_ACTIVATIONS, 'hard_sigmoid') };

const merge: LayerClass = {
  fields: {},
  isMerge: true,
  shape: (_, inputs) => {
    const shape = first(inputs);
    if (inputs.every((other) => other.join() === shape.join())) return shape;
    const shapes = inputs.map((other) => `[${other.join(', ')}]`);
    throw new BadShape(`reads layers of different shapes: ${shapes.join(' and ')}`);
  },
};

/** The last axis, written as −1, or counted from the batch. */
function isLastAxis(axis: unknown, { length }: Shape): boolean {
  const [one] = Array.isArray(axis) ? axis : [axis];
  return one === -1 || one === length;
}

const axis: FieldReader = (value) => {
  const one: unknown = Array.isArray(value) && value.length === 1 ? value[0] : (value ?? -1);
  return one === -1 ? -1 : count(1, 6)(one, 'axis');
};

function overLastAxis(config: LayerConfig, inputs: readonly Shape[]): Shape {
  const input = first(inputs);
  if (isLastAxis(config.axis, input)) return input;
  throw new BadShape('works along another axis than the last one');
}

/** The library normalises no more sizes than these. */
const MOST_NORMALIZED = 3;

function normalized(config: LayerConfig, inputs: readonly Shape[]): Shape {
  const { length } = first(inputs);
  if (length <= MOST_NORMALIZED) return overLastAxis(config, inputs);
  throw new BadShape(`normalises ${length} sizes, more than ${MOST_NORMALIZED}`);
}

/** Layers that a network may be made of, by their classes in TensorFlow.js. */
export const LAYER_CLASSES: Readonly<Record<string, LayerClass>> = {
  Dense: {
    fields: { units: count(), activation, use_bias: useBias },
    shape: ({ units }, inputs) => [...first(inputs).slice(0, -1), units as number],
    weights: ({ units, use_bias }, input) => [
      weight('kernel', 'kernel', last(input), units as number),
      ...(use_bias === true ? [weight('bias', 'bias', units as number)] : []),
    ],
    initializers: ['kernel_initializer', 'bias_initializer'],
  },
  Dropout: { fields: { rate: number(0, 1) }, shape: same },
  Activation: { fields: { activation: oneOf(LAYER_ACTIVATIONS) }, shape: same },
  ReLU: { fields: {}, shape: same },
  LeakyReLU: { fields: { alpha: number(0, 1e6, 0.3) }, shape: same },
  Softmax: { fields: { axis }, shape: overLastAxis },
  Flatten: {
    fields: {},
    shape: (_, inputs) => {
      const input = first(inputs);
      if (input.length > 1) return [sizeOf(input)];
      throw new BadShape(`reads a vector already: [${input.join(', ')}]`);
    },
  },
  Reshape: {
    fields: { target_shape: sizes },
    shape: ({ target_shape }, inputs) => {
      const size = sizeOf(first(inputs));
      const known = list(target_shape).filter((one) => one !== -1);
      const rest = size / sizeOf(known);
      const open = list(target_shape).length - known.length;
      if (open > 1 || (open === 0 ? rest !== 1 : !Number.isInteger(rest))) {
        throw new BadShape(`makes [${list(target_shape).join(', ')}] of ${size} numbers`);
      }
      return list(target_shape).map((one) => (one === -1 ? rest : one));
    },
  },
  Permute: {
    fields: { dims: sizes },
    shape: ({ dims }, inputs) => {
      const input = first(inputs);
      const order = list(dims).toSorted((left, right) => left - right);
      if (order.join() !== input.map((_, index) => index + 1).join()) {
        throw new BadShape(`orders [${list(dims).join(', ')}] of ${input.length} sizes`);
      }
      return list(dims).map((dimension) => input[dimension - 1] ?? 1);
    },
  },
  RepeatVector: {
    fields: { n: count(1, 65_536) },
    shape: ({ n }, inputs) => [n as number, ...first(inputs, 1)],
  },
  Embedding: {
    fields: { input_dim: count(), output_dim: count() },
    shape: ({ output_dim }, inputs) => [...first(inputs), output_dim as number],
    weights: ({ input_dim, output_dim }) => [
      weight('embeddings', 'other', input_dim as number, output_dim as number),
    ],
    initializers: ['embeddings_initializer'],
  },
  Conv1D: convolution(1),
  Conv2D: convolution(2),
  DepthwiseConv2D: depthwiseConvolution,
  SeparableConv2D: separableConvolution,
  ZeroPadding2D: zeroPadding,
  MaxPooling1D: pooling(1),
  MaxPooling2D: pooling(2),
  AveragePooling1D: pooling(1),
  AveragePooling2D: pooling(2),
  GlobalMaxPooling1D: globalPooling(1),
  GlobalMaxPooling2D: globalPooling(2),
  GlobalAveragePooling1D: globalPooling(1),
  GlobalAveragePooling2D: globalPooling(2),
  SimpleRNN: recurrent(1),
  GRU: recurrent(3, recurrentActivation),
  LSTM: recurrent(4, { ...recurrentActivation, unit_forget_bias: truth(true) }),
  BatchNormalization: {
    fields: {
      axis,
      momentum: number(0, 1, 0.99),
      epsilon: number(1e-7, 1, 0.001),
      center: truth(true),
      scale: truth(true),
    },
    shape: normalized,
    weights: ({ center, scale }, input) => [
      ...(scale === true ? [weight('gamma', 'other', last(input))] : []),
      ...(center === true ? [weight('beta', 'other', last(input))] : []),
      weight('moving_mean', 'state', last(input)),
      weight('moving_variance', 'state', last(input)),
    ],
  },
  LayerNormalization: {
    fields: {
      axis,
      epsilon: number(1e-7, 1, 0.001),
      center: truth(true),
      scale: truth(true),
    },
    shape: normalized,
    weights: ({ center, scale }, input) => [
      ...(scale === true ? [weight('gamma', 'other', last(input))] : []),
      ...(center === true ? [weight('beta', 'other', last(input))] : []),
    ],
  },
  Add: merge,
  Multiply: merge,
  Average: merge,
  Maximum: merge,
  Concatenate: {
    fields: { axis },
    isMerge: true,
    shape: (config, inputs) => {
      const shape = first(inputs);
      const rest = (one: Shape) => one.slice(0, -1).join();
      if (inputs.some((one) => rest(one) !== rest(shape) || !isLastAxis(config.axis, one))) {
        const shapes = inputs.map((other) => `[${other.join(', ')}]`);
        throw new BadShape(`joins ${shapes.join(' and ')}, which differ beside their last size`);
      }
      return [...shape.slice(0, -1), inputs.reduce((sum, one) => sum + last(one), 0)];
    },
  },
};
