import * as tf from '@tensorflow/tfjs-core';
import {
  model as graphModel,
  input,
  type LayersModel,
  layers,
  type Sequential,
  type SymbolicTensor,
  sequential,
} from '@tensorflow/tfjs-layers';
import {
  type GraphNode,
  type Layer,
  listGraph,
  listParameters,
  listPartInputs,
  type Network,
} from '../network/index.ts';
import { buildLayersPart } from './build-layers-part.ts';

/**
 * The network as an ordinary TensorFlow.js model, with its weights (one array for each of `listParameters`).
 * The engine must have been started. The caller disposes the model.
 */
export function buildLayersModel(network: Network, weights: readonly Float32Array[]): LayersModel {
  const model = buildModel(network);
  assignWeights(model, network, weights);
  return model;
}

function buildModel(network: Network): LayersModel {
  const { name, wideAndDeep, layersPart } = network;
  if (layersPart !== undefined) return buildLayersPart(name, layersPart);
  return wideAndDeep === undefined ? buildChain(network) : buildGraph(network);
}

function buildChain(network: Network): Sequential {
  const model = sequential({ name: network.name });
  for (const [index, layer] of network.layers.entries()) {
    model.add(buildLayer(layer, index === 0 ? { inputShape: [network.inputs] } : {}));
  }
  return model;
}

/** One input for each of `wideAndDeep.inputs`, in their order. */
function buildGraph(network: Network): LayersModel {
  const results = new Map<string, SymbolicTensor>();
  const inputs: SymbolicTensor[] = [];
  let last: SymbolicTensor | undefined;
  for (const node of listGraph(network)) {
    const from = node.from.map((name) => results.get(name) as SymbolicTensor);
    last = buildNode(node, from);
    if (node.layer.kind === 'input') inputs.push(last);
    results.set(node.name, last);
  }
  return graphModel({ name: network.name, inputs, outputs: last as SymbolicTensor });
}

function buildNode({ name, layer }: GraphNode, from: SymbolicTensor[]): SymbolicTensor {
  const [first] = from as [SymbolicTensor];
  switch (layer.kind) {
    case 'input':
      return input({ name, shape: [layer.width] });
    case 'concatenate':
      return layers.concatenate({ name }).apply(from) as SymbolicTensor;
    case 'add':
      return layers.add({ name }).apply(from) as SymbolicTensor;
    case 'activation':
      return layers
        .activation({ name, activation: layer.activation as 'linear' })
        .apply(first) as SymbolicTensor;
    case 'dropout':
      return layers.dropout({ name, rate: layer.rate }).apply(first) as SymbolicTensor;
    case 'dense':
      return layers
        .dense({
          name,
          units: layer.units,
          activation: layer.activation as 'linear',
          useBias: layer.bias,
          kernelInitializer: 'zeros',
        })
        .apply(first) as SymbolicTensor;
  }
}

/** The variables of the network's parameters, in the order of `listParameters`. */
export function findVariables(model: LayersModel, network: Network): tf.Variable[] {
  // Not by place: the library orders the weights of a graph in its own way. `read` is typed as a tensor and gives the variable.
  const byName = new Map(
    model.weights.map((weight) => [weight.originalName, weight.read() as tf.Variable]),
  );
  const parameters = listParameters(network);
  if (byName.size !== parameters.length) {
    throw new Error(`the model has ${byName.size} weights, the network ${parameters.length}`);
  }
  return parameters.map(({ name, shape }) => {
    const variable = byName.get(name);
    if (variable === undefined || variable.shape.join() !== shape.join()) {
      throw new Error(`the model has no weight ${name} of shape [${shape.join(', ')}]`);
    }
    return variable;
  });
}

/** Gives a model of the network other weights, one array for each of `listParameters`. */
export function assignWeights(
  model: LayersModel,
  network: Network,
  weights: readonly Float32Array[],
): void {
  tf.tidy(() => {
    for (const [index, variable] of findVariables(model, network).entries()) {
      const values = weights[index];
      if (values === undefined) throw new Error(`no weights for parameter ${index}`);
      variable.assign(tf.tensor(values, variable.shape, 'float32'));
    }
  });
}

function buildLayer(layer: Layer, input: { inputShape?: number[] }) {
  if (layer.kind === 'dropout')
    return layers.dropout({ name: layer.name, rate: layer.rate, ...input });
  return layers.dense({
    name: layer.name,
    units: layer.units,
    activation: layer.activation,
    // The weights come from elsewhere, so that no random number of the library's is drawn.
    kernelInitializer: 'zeros',
    ...input,
  });
}

/**
 * What each input of the model reads of `rows × network.inputs` numbers, row by row; of one input `rows` itself.
 */
export function splitRows(network: Network, rows: Float32Array): Float32Array[] {
  const inputs = listInputs(network);
  const columns = network.inputs;
  if (inputs.length < 2) return [rows];
  const count = rows.length / columns;
  return inputs.map(({ offset, width }) => {
    const block = new Float32Array(count * width);
    for (let row = 0; row < count; row++) {
      const start = row * columns + offset;
      block.set(rows.subarray(start, start + width), row * width);
    }
    return block;
  });
}

/** The same as what the model is given. The caller disposes the tensors, which keep the arrays. */
export function toInputs(blocks: readonly Float32Array[], rows: number): tf.Tensor | tf.Tensor[] {
  const tensors = blocks.map((block) => tf.tensor2d(block, [rows, block.length / rows]));
  return tensors.length === 1 ? (tensors[0] as tf.Tensor) : tensors;
}

function listInputs({ wideAndDeep, layersPart }: Network) {
  return layersPart === undefined ? (wideAndDeep?.inputs ?? []) : listPartInputs(layersPart);
}

/** Results for `rows × network.inputs` numbers, without training behaviour. */
export function predictRows(
  model: LayersModel,
  network: Network,
  rows: Float32Array,
): Float32Array {
  const result = tf.tidy(
    () =>
      model.apply(toInputs(splitRows(network, rows), rows.length / network.inputs), {
        training: false,
      }) as tf.Tensor,
  );
  const values = result.dataSync<'float32'>();
  result.dispose();
  return values;
}
