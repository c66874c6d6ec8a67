import { UserError } from '../errors/index.ts';
import {
  BadLayers,
  type GraphNode,
  type LayerNode,
  listGraph,
  listParameters,
  listPartInputs,
  networkOfLayers,
  type StoredLayer,
  type TrainedNetwork,
} from '../network/index.ts';
import { elementCount, type GraphBuilder } from './graph.ts';
import {
  activationAfter,
  isRelu,
  LayerBuilder,
  type LayerToLower,
  NotLowered,
} from './layer-lowering.ts';
import { lowerRecurrent } from './lower-recurrent.ts';
import type { LoweredTransform } from './lower-transform.ts';

/** Of a vector; each is an operand of its own. */
const MOST_COPIES = 1024;

type Lower = (layer: LayerBuilder, given: LayerToLower) => string;

/** Layers that become operators; the others are refused by name. */
const LOWERINGS: Readonly<Record<string, Lower>> = {
  Dense: lowerDense,
  Dropout: (_, { inputs }) => first(inputs).name,
  Activation: (layer, { node, inputs }) =>
    layer.activate(first(inputs).name, node.config.activation as string),
  ReLU: (layer, { inputs }) => layer.activate(first(inputs).name, 'relu'),
  Softmax: (layer, { inputs }) => layer.activate(first(inputs).name, 'softmax'),
  LeakyReLU: (layer, { node, inputs }) => {
    const { name } = first(inputs);
    const alpha = node.config.alpha as number;
    return layer.apply({ kind: 'LEAKY_RELU', alpha, inputs: [name] }, layer.shapeOf(name));
  },
  Flatten: (layer, { node, inputs }) => layer.reshape(first(inputs).name, [1, ...node.shape]),
  Reshape: (layer, { node, inputs }) => layer.reshape(first(inputs).name, [1, ...node.shape]),
  Permute: (layer, { node, inputs }) => {
    const order = layer.integers('order', 0, ...(node.config.dims as readonly number[]));
    return layer.apply({ kind: 'TRANSPOSE', inputs: [first(inputs).name, order] }, [
      1,
      ...node.shape,
    ]);
  },
  Embedding: lowerEmbedding,
  RepeatVector: (layer, { node, inputs }) => {
    const [count = 1, width = 1] = node.shape;
    if (count > MOST_COPIES)
      throw new NotLowered(`repeats ${count} times, more than ${MOST_COPIES}`);
    const { name } = first(inputs);
    const copies = Array<string>(count).fill(name);
    if (count === 1) return layer.reshape(name, [1, 1, width]);
    const joined = layer.apply({ kind: 'CONCATENATION', inputs: copies }, [1, count * width]);
    return layer.reshape(joined, [1, ...node.shape]);
  },
  ZeroPadding2D: (layer, { node, inputs }) => {
    const margins = [0, 0, ...(node.config.padding as readonly (readonly number[])[]).flat(), 0, 0];
    const zeros = layer.constant('margins', [4, 2], Int32Array.from(margins));
    return layer.apply({ kind: 'PAD', inputs: [first(inputs).name, zeros] }, [1, ...node.shape]);
  },
  DepthwiseConv2D: (layer, given) => {
    const { node, has, weight } = given;
    const channels = node.shape.at(-1) ?? 1;
    const bias = has('bias') ? weight('bias') : new Float32Array(channels);
    const sums = lowerDepthwise(layer, given, {
      bias,
      shape: node.shape,
      isRelu: isRelu(node.config),
    });
    return layer.activate(sums, activationAfter(node.config));
  },
  SeparableConv2D: lowerSeparable,
  LayerNormalization: lowerLayerNormalization,
  Conv1D: lowerConvolution,
  Conv2D: lowerConvolution,
  MaxPooling1D: (layer, given) => lowerPooling(layer, given, 'MAX_POOL_2D'),
  MaxPooling2D: (layer, given) => lowerPooling(layer, given, 'MAX_POOL_2D'),
  AveragePooling1D: (layer, given) => lowerPooling(layer, given, 'AVERAGE_POOL_2D'),
  AveragePooling2D: (layer, given) => lowerPooling(layer, given, 'AVERAGE_POOL_2D'),
  GlobalMaxPooling1D: (layer, given) => lowerReduction(layer, given, 'REDUCE_MAX'),
  GlobalMaxPooling2D: (layer, given) => lowerReduction(layer, given, 'REDUCE_MAX'),
  GlobalAveragePooling1D: (layer, given) => lowerReduction(layer, given, 'MEAN'),
  GlobalAveragePooling2D: (layer, given) => lowerReduction(layer, given, 'MEAN'),
  SimpleRNN: lowerRecurrent,
  GRU: lowerRecurrent,
  LSTM: lowerRecurrent,
  BatchNormalization: lowerBatchNormalization,
  Add: (layer, given) => lowerMerge(layer, given, 'ADD'),
  Multiply: (layer, given) => lowerMerge(layer, given, 'MUL'),
  Maximum: (layer, given) => lowerMerge(layer, given, 'MAXIMUM'),
  Average: (layer, given) => {
    const sum = lowerMerge(layer, given, 'ADD');
    const share = layer.numbers('share', 1 / given.inputs.length);
    return layer.apply({ kind: 'MUL', inputs: [sum, share] }, layer.shapeOf(sum));
  },
  Concatenate: (layer, { node, inputs }) =>
    layer.apply({ kind: 'CONCATENATION', inputs: inputs.map(({ name }) => name) }, [
      1,
      ...node.shape,
    ]),
};

/** Classes of layers that can be written. */
export const LOWERED_CLASSES: readonly string[] = Object.keys(LOWERINGS);

/**
 * The layers of a network that is no chain, as operators on the transform's vector. Gives the result, `[1, outputs]`. Throws a
 * `UserError` for a layer that has no operators.
 */
export function lowerLayers(
  builder: GraphBuilder,
  model: TrainedNetwork,
  lowered: LoweredTransform,
): string {
  const { nodes, inputs } = planNodes(model);
  const weights = new Map(
    listParameters(model.network).map(({ name }, index) => [name, model.weights[index]]),
  );
  const results = new Map<string, { readonly name: string; readonly shape: readonly number[] }>();
  for (const input of inputs) {
    results.set(input.name, { name: pickInput(builder, lowered, input), shape: [input.width] });
  }
  let last = '';
  for (const node of nodes) {
    if (node.className === 'InputLayer') continue;
    const weightOf = (name: string) => weights.get(`${node.name}/${name}`);
    last = lowerNode(builder, {
      node,
      inputs: node.from.map((from) => results.get(from) as LayerToLower['inputs'][number]),
      weight: (name) => {
        const values = weightOf(name);
        if (values === undefined) throw new Error(`${node.name} has no ${name}`);
        return values;
      },
      has: (name) => weightOf(name) !== undefined,
    });
    results.set(node.name, { name: last, shape: node.shape });
  }
  return last;
}

function lowerNode(builder: GraphBuilder, given: LayerToLower): string {
  const { name, className } = given.node;
  const lower = LOWERINGS[className];
  try {
    if (lower === undefined) throw new NotLowered(`is a ${className} layer`);
    return lower(new LayerBuilder(builder, name), given);
  } catch (error) {
    if (!(error instanceof NotLowered)) throw error;
    throw new UserError({
      what: `The model can't be written as a TFLite file: its layer "${name}" ${error.what}`,
      remedy:
        'Use other layers (docs/tflite.md lists those that can be written), or leave export-tflite out',
    });
  }
}

/** A wide-and-deep network is the same graph in other words. */
function planNodes({ network }: TrainedNetwork): {
  readonly nodes: readonly LayerNode[];
  readonly inputs: ReturnType<typeof listPartInputs>;
} {
  const part = network.layersPart ?? wideAndDeepPart(network);
  return { nodes: part.nodes, inputs: listPartInputs(part) };
}

function wideAndDeepPart(network: TrainedNetwork['network']) {
  const graph = listGraph(network);
  const layers = graph.map(toStoredLayer);
  const inputs = graph.filter(({ layer }) => layer.kind === 'input').map(({ name }) => name);
  try {
    const { layersPart } = networkOfLayers(network.name, layers, {
      inputs,
      output: graph.at(-1)?.name ?? '',
    });
    if (layersPart === undefined) throw new Error('there are no layers');
    return layersPart;
  } catch (error) {
    if (!(error instanceof BadLayers)) throw error;
    throw new UserError({
      what: `The model can't be written as a TFLite file: ${error.what}`,
      remedy: 'Learn from fewer columns (data.features), or leave export-tflite out',
    });
  }
}

function toStoredLayer({ name, layer, from }: GraphNode): StoredLayer {
  const stored = (className: string, config: StoredLayer['config']) => ({
    name,
    from,
    className,
    config,
  });
  switch (layer.kind) {
    case 'input':
      return stored('InputLayer', { batch_input_shape: [null, layer.width] });
    case 'concatenate':
      return stored('Concatenate', {});
    case 'add':
      return stored('Add', {});
    case 'activation':
      return stored('Activation', { activation: layer.activation });
    case 'dropout':
      return stored('Dropout', { rate: layer.rate });
    case 'dense':
      return stored('Dense', {
        units: layer.units,
        activation: layer.activation,
        use_bias: layer.bias,
      });
  }
}

/** The numbers of an input in the order of the transform's vector, which is not that of the graph's. */
function pickInput(
  builder: GraphBuilder,
  { features, order }: LoweredTransform,
  { name, offset, width }: ReturnType<typeof listPartInputs>[number],
): string {
  const placeOf = new Int32Array(order.length);
  for (const [index, place] of order.entries()) placeOf[place] = index;
  const places = placeOf.slice(offset, offset + width);
  const isWhole = width === order.length && places.every((place, index) => place === index);
  if (isWhole) return features;
  const positions = builder.constant(`${name}/places`, [width], places);
  return builder.apply(
    { kind: 'GATHER', inputs: [features, positions], output: `${name}/picked` },
    { shape: [1, width], type: 'float32' },
  );
}

function first(inputs: LayerToLower['inputs']): LayerToLower['inputs'][number] {
  return inputs[0] as LayerToLower['inputs'][number];
}

function lowerDense(layer: LayerBuilder, { node, inputs, weight, has }: LayerToLower): string {
  const { name, shape } = first(inputs);
  const columns = shape.at(-1) ?? 1;
  const units = node.config.units as number;
  const rows = elementCount(shape) / columns;
  const sums = layer.dense(layer.reshape(name, [rows, columns]), {
    name: 'dense',
    kernel: weight('kernel'),
    bias: has('bias') ? weight('bias') : new Float32Array(units),
    isRelu: isRelu(node.config),
  });
  const activated = layer.activate(sums, activationAfter(node.config));
  return layer.reshape(activated, [1, ...node.shape]);
}

/** Ids beyond the table would be read from other memory by some runtimes. */
function lowerEmbedding(layer: LayerBuilder, { node, inputs, weight }: LayerToLower): string {
  const { name } = first(inputs);
  const shape = layer.shapeOf(name);
  const ids = node.config.input_dim as number;
  const least = layer.apply({ kind: 'MAXIMUM', inputs: [name, layer.numbers('least', 0)] }, shape);
  const most = layer.apply(
    { kind: 'MINIMUM', inputs: [least, layer.numbers('most', ids - 1)] },
    shape,
  );
  const whole = layer.apply({ kind: 'CAST', inputs: [most] }, shape, 'int32');
  const table = layer.constant(
    'embeddings',
    [ids, node.config.output_dim as number],
    weight('embeddings'),
  );
  return layer.apply({ kind: 'GATHER', axis: 0, inputs: [table, whole] }, [1, ...node.shape]);
}

/** A series is an image of one row. */
function asImage(shape: readonly number[]): [number, number, number] {
  const [height = 1, width = 1, channels = 1] = shape.length === 2 ? [1, ...shape] : shape;
  return [height, width, channels];
}

function pairOf(value: unknown): [number, number] {
  const [height = 1, width = height] = value as readonly number[];
  return (value as readonly number[]).length === 1 ? [1, height] : [height, width];
}

function lowerConvolution(
  layer: LayerBuilder,
  { node, inputs, weight, has }: LayerToLower,
): string {
  const { config, shape } = node;
  const { name, shape: from } = first(inputs);
  const image = layer.reshape(name, [1, ...asImage(from)]);
  const [height, width] = pairOf(config.kernel_size);
  const filters = config.filters as number;
  const channels = from.at(-1) ?? 1;
  // TensorFlow has [height, width, in, out], TFLite [out, height, width, in].
  const kernel = layer.constant(
    'filters',
    [filters, height, width, channels],
    turnFilters(weight('kernel'), filters),
  );
  const bias = layer.constant(
    'bias',
    [filters],
    has('bias') ? weight('bias') : new Float32Array(filters),
  );
  const sums = layer.apply(
    {
      kind: 'CONV_2D',
      padding: config.padding as 'same',
      strides: pairOf(config.strides),
      activation: isRelu(config) ? 'relu' : 'none',
      inputs: [image, kernel, bias],
    },
    [1, ...asImage(shape)],
  );
  return layer.reshape(layer.activate(sums, activationAfter(config)), [1, ...shape]);
}

/** The part of a convolution that keeps channels apart. */
function lowerDepthwise(
  layer: LayerBuilder,
  { node, inputs, weight }: LayerToLower,
  {
    bias,
    shape,
    isRelu: fuses,
  }: { readonly bias: Float32Array; readonly shape: readonly number[]; readonly isRelu: boolean },
): string {
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
      padding: config.padding as 'same',
      strides: pairOf(config.strides),
      multiplier: config.depth_multiplier as number,
      activation: fuses ? 'relu' : 'none',
      inputs: [first(inputs).name, kernel, layer.constant('depthwise_bias', [channels], bias)],
    },
    [1, ...shape],
  );
}

function lowerSeparable(layer: LayerBuilder, given: LayerToLower): string {
  const { node, inputs, weight, has } = given;
  const { config, shape } = node;
  const channels = (first(inputs).shape.at(-1) ?? 1) * (config.depth_multiplier as number);
  const apart = lowerDepthwise(layer, given, {
    bias: new Float32Array(channels),
    shape: [...shape.slice(0, -1), channels],
    isRelu: false,
  });
  const filters = config.filters as number;
  const kernel = layer.constant(
    'pointwise_filters',
    [filters, 1, 1, channels],
    turnFilters(weight('pointwise_kernel'), filters),
  );
  const bias = layer.constant(
    'bias',
    [filters],
    has('bias') ? weight('bias') : new Float32Array(filters),
  );
  const sums = layer.apply(
    {
      kind: 'CONV_2D',
      padding: 'valid',
      strides: [1, 1],
      activation: isRelu(config) ? 'relu' : 'none',
      inputs: [apart, kernel, bias],
    },
    [1, ...shape],
  );
  return layer.activate(sums, activationAfter(config));
}

/**
 * Over the last axis (Ba et al. 2016). Sums and the copies of means are products with ones: means come in the shape of
 * the values, so that nothing has to be repeated.
 */
function lowerLayerNormalization(
  layer: LayerBuilder,
  { node, inputs, weight, has }: LayerToLower,
): string {
  const { name, shape } = first(inputs);
  const channels = shape.at(-1) ?? 1;
  const rows = [elementCount(shape) / channels, channels];
  // Ones, which are exact in half precision, too; the share stays in single precision.
  const kernel = new Float32Array(channels).fill(1);
  const share = layer.numbers('share', 1 / channels);
  const meanOf = (values: string) => {
    const sum = layer.dense(values, { name: 'sum', kernel, bias: new Float32Array(1) });
    const mean = layer.apply({ kind: 'MUL', inputs: [sum, share] }, layer.shapeOf(sum));
    return layer.dense(mean, { name: 'copies', kernel, bias: new Float32Array(channels) });
  };
  const binary = (kind: 'ADD' | 'SUB' | 'MUL', left: string, right: string) =>
    layer.apply({ kind, inputs: [left, right] }, rows);
  const values = layer.reshape(name, rows);
  const centred = binary('SUB', values, meanOf(values));
  const variance = meanOf(binary('MUL', centred, centred));
  const padded = binary('ADD', variance, layer.numbers('epsilon', node.config.epsilon as number));
  const factor = layer.apply({ kind: 'RSQRT', inputs: [padded] }, rows);
  let result = binary('MUL', centred, factor);
  if (has('gamma'))
    result = binary('MUL', result, layer.constant('gamma', [channels], weight('gamma')));
  if (has('beta'))
    result = binary('ADD', result, layer.constant('beta', [channels], weight('beta')));
  return layer.reshape(result, [1, ...node.shape]);
}

function turnFilters(kernel: Float32Array, filters: number): Float32Array {
  const size = kernel.length / filters;
  return Float32Array.from(kernel, (_, index) => {
    const filter = Math.floor(index / size);
    return kernel[(index - filter * size) * filters + filter] as number;
  });
}

function lowerPooling(
  layer: LayerBuilder,
  { node, inputs }: LayerToLower,
  kind: 'MAX_POOL_2D' | 'AVERAGE_POOL_2D',
): string {
  const { config, shape } = node;
  const { name, shape: from } = first(inputs);
  const pooled = layer.apply(
    {
      kind,
      padding: config.padding as 'same',
      strides: pairOf(config.strides),
      size: pairOf(config.pool_size),
      inputs: [layer.reshape(name, [1, ...asImage(from)])],
    },
    [1, ...asImage(shape)],
  );
  return layer.reshape(pooled, [1, ...shape]);
}

function lowerReduction(
  layer: LayerBuilder,
  { node, inputs }: LayerToLower,
  kind: 'MEAN' | 'REDUCE_MAX',
): string {
  const { name, shape } = first(inputs);
  const axes = layer.integers('axes', ...shape.slice(0, -1).map((_, axis) => axis + 1));
  return layer.apply({ kind, inputs: [name, axes] }, [1, ...node.shape]);
}

/** What training has averaged makes it a factor and a shift of each channel (Ioffe and Szegedy 2015). */
function lowerBatchNormalization(
  layer: LayerBuilder,
  { node, inputs, weight, has }: LayerToLower,
): string {
  const { name } = first(inputs);
  const epsilon = node.config.epsilon as number;
  const means = weight('moving_mean');
  const factors = Float64Array.from(weight('moving_variance'), (variance, channel) => {
    const gamma = has('gamma') ? (weight('gamma')[channel] as number) : 1;
    return gamma / Math.sqrt(variance + epsilon);
  });
  const shifts = Float32Array.from(factors, (factor, channel) => {
    const beta = has('beta') ? (weight('beta')[channel] as number) : 0;
    return beta - (means[channel] as number) * factor;
  });
  const shape = layer.shapeOf(name);
  const scaled = layer.apply(
    {
      kind: 'MUL',
      inputs: [name, layer.constant('factor', [factors.length], Float32Array.from(factors))],
    },
    shape,
  );
  return layer.apply(
    { kind: 'ADD', inputs: [scaled, layer.constant('shift', [shifts.length], shifts)] },
    shape,
  );
}

function lowerMerge(
  layer: LayerBuilder,
  { inputs }: LayerToLower,
  kind: 'ADD' | 'MUL' | 'MAXIMUM',
): string {
  const names = inputs.map(({ name }) => name);
  return names.reduce((left, right) =>
    layer.apply({ kind, inputs: [left, right] }, layer.shapeOf(left)),
  );
}
