import { type LayerNode, type LayersPart, type LayerWeight, sizeOf } from '../network/index.ts';
import { SeededRandom } from '../numeric/index.ts';

/** Of an embedding's numbers, as Keras draws them: a row is read alone, so that its size does not matter. */
const EMBEDDING_LIMIT = 0.05;

/**
 * Weights to start from, one array for each of `listLayerWeights`: kernels uniform in ±√(6 / fan-in) before relu (He et
 * al. 2015, eq. 10) and in ±√(6 / (fan-in + fan-out)) otherwise (Glorot and Bengio 2010, eq. 16), where a convolution's fans
 * count its window; recurrent kernels with orthonormal rows (Saxe et al. 2014); embeddings in ±0.05; biases 0, but 1 for the
 * forget gate of an LSTM (Jozefowicz et al. 2015); factors and variances 1.
 */
export function drawLayerWeights({ nodes }: LayersPart, seed: number): Float32Array[] {
  const random = new SeededRandom(seed, 'initial weights');
  return nodes.flatMap((node) => node.weights.map((weight) => drawWeight(node, weight, random)));
}

function drawWeight(
  node: LayerNode,
  { name, shape }: LayerWeight,
  random: SeededRandom,
): Float32Array {
  const values = new Float32Array(sizeOf(shape));
  const uniform = (limit: number) => values.map(() => (2 * random.uniform() - 1) * limit);
  switch (name.slice(node.name.length + 1)) {
    case 'kernel':
    case 'depthwise_kernel':
    case 'pointwise_kernel':
      return uniform(limitOf(node, shape));
    case 'recurrent_kernel':
      return orthonormalRows(shape, random);
    case 'embeddings':
      return uniform(EMBEDDING_LIMIT);
    case 'gamma':
    case 'moving_variance':
      return values.fill(1);
    case 'bias': {
      const units = node.config.units as number;
      const hasForgetGate = node.className === 'LSTM' && node.config.unit_forget_bias === true;
      return hasForgetGate ? values.fill(1, units, 2 * units) : values;
    }
    default:
      return values;
  }
}

function limitOf({ config }: LayerNode, shape: readonly number[]): number {
  const window = sizeOf(shape.slice(0, -2));
  const [inputs = 1, outputs = 1] = shape.slice(-2);
  return Math.sqrt(6 / (window * (config.activation === 'relu' ? inputs : inputs + outputs)));
}

/** Of `[rows, columns]` with no more rows than columns, by modified Gram–Schmidt in double precision. */
function orthonormalRows([rows = 1, columns = 1]: readonly number[], random: SeededRandom) {
  const found: Float64Array[] = [];
  for (let row = 0; row < rows; row++) {
    // A sum of uniform numbers has about the shape of a normal one, and the same bits on every machine.
    const values = Float64Array.from(
      { length: columns },
      () => random.uniform() + random.uniform() + random.uniform() - 1.5,
    );
    for (const other of found) {
      const share = values.reduce(
        (sum, value, column) => sum + value * (other[column] as number),
        0,
      );
      for (const [column, value] of other.entries())
        values[column] = (values[column] as number) - share * value;
    }
    const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
    found.push(values.map((value) => value / length));
  }
  const matrix = new Float32Array(rows * columns);
  for (const [row, values] of found.entries()) matrix.set(values, row * columns);
  return matrix;
}
