import type { LayersModel } from '@tensorflow/tfjs-layers';
import { countOutputs, type Network, widestLayer } from '../network/index.ts';
import type { Matrix } from './contract.ts';
import { predictRows } from './layers-model.ts';

/**
 * Numbers between two layers at a time: 16 MiB, large enough that calls cost nothing. A convolution has several such tensors at
 * once, and WebAssembly gives no memory back.
 */
const NUMBERS_AT_ONCE = 2 ** 22;

/** The outputs of the model for every row, computed in blocks of rows so that memory stays bounded. */
export function predictMatrix(model: LayersModel, network: Network, features: Matrix): Matrix {
  if (features.columns !== network.inputs) {
    throw new Error(`the model reads ${network.inputs} numbers, not ${features.columns}`);
  }
  const columns = countOutputs(network);
  const block = Math.max(1, Math.floor(NUMBERS_AT_ONCE / widestLayer(network)));
  const data = new Float32Array(features.rows * columns);
  for (let start = 0; start < features.rows; start += block) {
    const end = Math.min(start + block, features.rows);
    const rows = features.data.subarray(start * features.columns, end * features.columns);
    data.set(predictRows(model, network, rows), start * columns);
  }
  return { data, rows: features.rows, columns };
}
