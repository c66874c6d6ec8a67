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
  type Network,
} from '../network/index.ts';

/**
 * The network as an ordinary TensorFlow.js model, with its weights (one array for each of `listParameters`).
 * The engine must have been started. The caller disposes the model.
 */
export function buildLayersModel(network: Network, weights: readonly Float32Array[]): LayersModel {
  const model = network.wideAndDeep === undefined ? buildChain(network) : buildGraph(network);
  assignWeights(model, network, weights);
  return model;
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

/** Gives a model of the network other weights, one array for each of `listParameters`. */
export function assignWeights(
  model: LayersModel,
  network: Network,
  weights: readonly Float32Array[],
): void {
  const variables = model.weights;
  tf.tidy(() => {
    model.setWeights(
      listParameters(network).map(({ name, shape }, index) => {
        const values = weights[index];
        if (values === undefined) throw new Error(`no weights for parameter ${index}`);
        const variable = variables[index]?.originalName;
        // Two embeddings may have one shape: the library would not notice that they are mixed up.
        if (variable !== name) throw new Error(`weights of ${name} are meant for ${variable}`);
        return tf.tensor(values, [...shape], 'float32');
      }),
    );
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

/** What the model reads of `rows × network.inputs` numbers: one tensor, or one for each block. The caller disposes them. */
export function inputTensors(network: Network, rows: Float32Array): tf.Tensor | tf.Tensor[] {
  const columns = network.inputs;
  const count = rows.length / columns;
  if (network.wideAndDeep === undefined) return tf.tensor2d(rows, [count, columns]);
  return network.wideAndDeep.inputs.map(({ offset, width }) => {
    const block = new Float32Array(count * width);
    for (let row = 0; row < count; row++) {
      const start = row * columns + offset;
      block.set(rows.subarray(start, start + width), row * width);
    }
    return tf.tensor2d(block, [count, width]);
  });
}

/** Results for `rows × network.inputs` numbers, without training behaviour. */
export function predictRows(
  model: LayersModel,
  network: Network,
  rows: Float32Array,
): Float32Array {
  const result = tf.tidy(
    () => model.apply(inputTensors(network, rows), { training: false }) as tf.Tensor,
  );
  const values = result.dataSync<'float32'>();
  result.dispose();
  return values;
}
