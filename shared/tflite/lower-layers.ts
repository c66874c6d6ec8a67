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
  firstInput,
  isRelu,
  LayerBuilder,
  type LayerToLower,
  NotLowered,
} from './layer-lowering.ts';
import {
  lowerConvolution,
  lowerDepthwise,
  lowerPooling,
  lowerSeparable,
} from './lower-convolutions.ts';
import { lowerBatchNormalization, lowerLayerNormalization } from './lower-normalization.ts';
import { lowerRecurrent } from './lower-recurrent.ts';
import type { LoweredTransform } from './lower-transform.ts';

/** Of a vector; each is an operand of its own. */
const MOST_COPIES = 1024;

type Lower = (layer: LayerBuilder, given: LayerToLower) => string;

/** Layers that become operators; the others are refused by name. */
const LOWERINGS: Readonly<Record<string, Lower>> = {
  Dense: lowerDense,
  Dropout: (_, { inputs }) => firstInput(inputs).name,
  Activation: (layer, { node, inputs }) =>
    layer.activate(firstInput(inputs).name, node.config.activation as string),
  ReLU: (layer, { inputs }) => layer.activate(firstInput(inputs).name, 'relu'),
  Softmax: (layer, { inputs }) => layer.activate(firstInput(inputs).name, 'softmax'),
  LeakyReLU: (layer, { node, inputs }) => {
    const { name } = firstInput(inputs);
    const alpha = node.config.alpha as number;
    return layer.apply({ kind: 'LEAKY_RELU', alpha, inputs: [name] }, layer.shapeOf(name));
  },
  Flatten: (layer, { node, inputs }) => layer.reshape(firstInput(inputs).name, [1, ...node.shape]),
  Reshape: (layer, { node, inputs }) => layer.reshape(firstInput(inputs).name, [1, ...node.shape]),
  Permute: (layer, { node, inputs }) => {
    const order = layer.integers('order', 0, ...(node.config.dims as readonly number[]));
    return layer.apply({ kind: 'TRANSPOSE', inputs: [firstInput(inputs).name, order] }, [
      1,
      ...node.shape,
    ]);
  },
  Embedding: lowerEmbedding,
  RepeatVector: (layer, { node, inputs }) => {
    const [count = 1, width = 1] = node.shape;
    if (count > MOST_COPIES)
      throw new NotLowered(`repeats ${count} times, more than ${MOST_COPIES}`);
    const { name } = firstInput(inputs);
    const copies = Array<string>(count).fill(name);
    if (count === 1) return layer.reshape(name, [1, 1, width]);
    const joined = layer.apply({ kind: 'CONCATENATION', inputs: copies }, [1, count * width]);
    return layer.reshape(joined, [1, ...node.shape]);
  },
  ZeroPadding2D: (layer, { node, inputs }) => {
    const margins = [0, 0, ...(node.config.padding as readonly (readonly number[])[]).flat(), 0, 0];
    const zeros = layer.constant('margins', [4, 2], Int32Array.from(margins));
    return layer.apply({ kind: 'PAD', inputs: [firstInput(inputs).name, zeros] }, [
      1,
      ...node.shape,
    ]);
  },
  DepthwiseConv2D: lowerDepthwise,
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

function lowerDense(layer: LayerBuilder, { node, inputs, weight, has }: LayerToLower): string {
  const { name, shape } = firstInput(inputs);
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
  const { name } = firstInput(inputs);
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

function lowerReduction(
  layer: LayerBuilder,
  { node, inputs }: LayerToLower,
  kind: 'MEAN' | 'REDUCE_MAX',
): string {
  const { name, shape } = firstInput(inputs);
  const axes = layer.integers('axes', ...shape.slice(0, -1).map((_, axis) => axis + 1));
  return layer.apply({ kind, inputs: [name, axes] }, [1, ...node.shape]);
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
