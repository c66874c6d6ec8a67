import {
  type DenseParameter,
  embeddingName,
  listDenseParameters,
  type Network,
  WIDE_LAYER,
} from '../network/index.ts';
import { SeededRandom } from '../numeric/index.ts';
import type { LabelledMatrix } from './contract.ts';
import { drawLayerWeights } from './draw-layer-weights.ts';

/** Of an embedding's numbers, as Keras draws them: a row is read alone, so that its size does not matter. */
const EMBEDDING_LIMIT = 0.05;

/**
 * Weights to start from: kernels uniform in ±√(6 / fan-in) before relu (He et al. 2015, eq. 10) and in
 * ±√(6 / (fan-in + fan-out)) otherwise (Glorot & Bengio 2010, eq. 16), biases 0. In a wide-and-deep network embeddings
 * are uniform in ±0.05 and the linear part starts at 0.
 *
 * Rows that read inputs which are 0 in every training example (of those whose weight is not 0) start at 0: they are never trained, and a
 * category that training never showed should add nothing to a prediction instead of noise. `used`: see `findUsedInputs`.
 */
export function drawInitialWeights(
  network: Network,
  seed: number,
  used: Uint8Array,
): Float32Array[] {
  if (network.layersPart !== undefined) return drawLayerWeights(network.layersPart, seed);
  const random = new SeededRandom(seed, 'initial weights');
  const places = listPlaces(network);
  const embeddings = new Set(network.wideAndDeep?.inputs.map(embeddingName));
  return listDenseParameters(network).map((parameter) => {
    const values = new Float32Array(parameter.size);
    const limit = limitOf(parameter, network, embeddings);
    if (limit === 0) return values;
    for (let index = 0; index < values.length; index++) {
      values[index] = (2 * random.uniform() - 1) * limit;
    }
    const { units, name } = parameter.layer;
    for (const [row, place] of (places.get(name) ?? []).entries()) {
      if (place !== null && used[place] === 0) values.fill(0, row * units, (row + 1) * units);
    }
    return values;
  });
}

function limitOf(
  { kind, layer, shape }: DenseParameter,
  { wideAndDeep }: Network,
  embeddings: ReadonlySet<string>,
): number {
  if (kind === 'bias') return 0;
  if (wideAndDeep !== undefined && layer.name === WIDE_LAYER) return 0;
  if (embeddings.has(layer.name)) return EMBEDDING_LIMIT;
  const [rows = 1, units = 1] = shape;
  return Math.sqrt(6 / (layer.activation === 'relu' ? rows : rows + units));
}

/** For each layer that reads inputs: which one each row of its kernel reads, or null for a number of an embedding. */
function listPlaces({ inputs, layers, wideAndDeep }: Network): Map<string, (number | null)[]> {
  const places = new Map<string, (number | null)[]>();
  const first = layers.find(({ kind }) => kind === 'dense')?.name ?? '';
  const range = (offset: number, width: number) =>
    Array.from({ length: width }, (_, index) => offset + index);
  if (wideAndDeep === undefined) return places.set(first, range(0, inputs));
  const deep: (number | null)[] = [];
  for (const input of wideAndDeep.inputs) {
    const own = range(input.offset, input.width);
    if (input.use === 'both') {
      places.set(embeddingName(input), own);
      for (let index = 0; index < wideAndDeep.embedding; index++) deep.push(null);
    } else if (input.use === 'deep') {
      for (const place of own) deep.push(place);
    }
  }
  return places.set(first, deep);
}

/** 1 for each of the `columns` numbers that is not 0 in some training example that counts, 0 for the others. */
export function findUsedInputs(examples: Iterable<LabelledMatrix>, columns: number): Uint8Array {
  const used = new Uint8Array(columns);
  for (const { features, weights } of examples) {
    for (let row = 0; row < features.rows; row++) {
      if (weights !== undefined && weights[row] === 0) continue;
      const start = row * columns;
      for (let column = 0; column < columns; column++) {
        if (features.data[start + column] !== 0) used[column] = 1;
      }
    }
  }
  return used;
}
