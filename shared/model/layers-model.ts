import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, layers, type Sequential, sequential } from '@tensorflow/tfjs-layers';
import { type Layer, listParameters, type Network } from '../network/index.ts';

/**
 * The network as an ordinary TensorFlow.js model, with its weights (one array for each of `listParameters`).
 * The engine must have been started. The caller disposes the model.
 */
export function buildLayersModel(network: Network, weights: readonly Float32Array[]): Sequential {
  const model = sequential({ name: network.name });
  for (const [index, layer] of network.layers.entries()) {
    model.add(buildLayer(layer, index === 0 ? { inputShape: [network.inputs] } : {}));
  }
  assignWeights(model, network, weights);
  return model;
}

/** Gives a model of the network other weights, one array for each of `listParameters`. */
export function assignWeights(
  model: LayersModel,
  network: Network,
  weights: readonly Float32Array[],
): void {
  tf.tidy(() => {
    model.setWeights(
      listParameters(network).map(({ shape }, index) => {
        const values = weights[index];
        if (values === undefined) throw new Error(`no weights for parameter ${index}`);
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

/** Results for `rows × columns` numbers, without training behaviour. */
export function predictRows(model: LayersModel, rows: Float32Array, columns: number): Float32Array {
  const result = tf.tidy(() => {
    const input = tf.tensor2d(rows, [rows.length / columns, columns]);
    return model.apply(input, { training: false }) as tf.Tensor;
  });
  const values = result.dataSync<'float32'>();
  result.dispose();
  return values;
}
