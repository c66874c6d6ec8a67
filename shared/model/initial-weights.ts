import { listParameters, type Network } from '../network/index.ts';
import { SeededRandom } from '../numeric/index.ts';
import type { Matrix } from './contract.ts';

/**
 * Weights to start from: kernels uniform in ±√(6 / fan-in) before relu (He et al. 2015, eq. 10) and in
 * ±√(6 / (fan-in + fan-out)) otherwise (Glorot & Bengio 2010, eq. 16), biases 0.
 *
 * Rows of the first kernel for inputs that are 0 in every training example start at 0: they are never trained, and a
 * category that training never showed should add nothing to a prediction instead of noise.
 */
export function drawInitialWeights(network: Network, seed: number, train: Matrix): Float32Array[] {
  const random = new SeededRandom(seed, 'initial weights');
  const weights = listParameters(network).map(({ kind, layer, shape, size }) => {
    const values = new Float32Array(size);
    if (kind === 'bias') return values;
    const [rows = 1, units = 1] = shape;
    const limit = Math.sqrt(6 / (layer.activation === 'relu' ? rows : rows + units));
    for (let index = 0; index < size; index++) values[index] = (2 * random.uniform() - 1) * limit;
    return values;
  });
  const [firstKernel] = weights;
  if (firstKernel !== undefined) clearUnusedRows(firstKernel, train);
  return weights;
}

function clearUnusedRows(kernel: Float32Array, train: Matrix): void {
  const used = new Uint8Array(train.columns);
  for (let start = 0; start < train.data.length; start += train.columns) {
    for (let column = 0; column < train.columns; column++) {
      if (train.data[start + column] !== 0) used[column] = 1;
    }
  }
  const units = kernel.length / train.columns;
  for (const [column, isUsed] of used.entries()) {
    if (isUsed === 0) kernel.fill(0, column * units, (column + 1) * units);
  }
}
