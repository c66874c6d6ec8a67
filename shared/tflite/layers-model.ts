import { type Problem, UserError } from '../errors/index.ts';
import type { ModelFiles } from '../model/index.ts';
import { type LayerDescription, parseTopology } from './topology.ts';
import { parseWeights, type Weight } from './weights.ts';

export const ACTIVATIONS = ['linear', 'relu', 'tanh', 'sigmoid', 'softmax'] as const;
export type Activation = (typeof ACTIVATIONS)[number];

/** A trained TensorFlow.js model as plain data: a chain of dense layers. Layers that only train are left out. */
export interface LayersModel {
  /** Length of the vector that the first layer reads. */
  readonly inputs: number;
  readonly outputs: number;
  readonly layers: readonly DenseLayer[];
}

/** `activation(x · kernel + bias)`. */
export interface DenseLayer {
  readonly name: string;
  readonly inputs: number;
  readonly outputs: number;
  readonly activation: Activation;
  /** Row-major `inputs × outputs`. */
  readonly kernel: Float32Array;
  /** `outputs` numbers; zeros for a layer without bias. */
  readonly bias: Float32Array;
}

/** What can be exported, as the messages name it. */
const SUPPORTED = `Dense (${ACTIVATIONS.join(', ')}), Dropout and InputLayer in a Sequential model`;

/**
 * Reads a saved layers model without TensorFlow.js. `where` is the path of `model.json`, for messages.
 * Throws a `UserError` that names the layer for a layer or activation that can't be exported, and for a file that is cut
 * short, does not fit its manifest or holds a weight that is not a number. Memory stays within a few times the files' size.
 */
export function parseLayersModel(files: ModelFiles, where: string): LayersModel {
  const { topology, manifest } = parseTopology(files.modelJson, where);
  const weights = parseWeights(manifest, files.weights, where);
  const problems: Problem[] = [];
  const layers: DenseLayer[] = [];
  const used = new Set<string>();
  for (const description of topology) {
    try {
      const layer = parseLayer(description, weights, where, used);
      if (layer !== null) layers.push(layer);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new UserError(problems);
  const unused = [...weights.keys()].filter((name) => !used.has(name));
  if (unused.length > 0) {
    throw malformed(where, `weights that no layer reads: ${unused.slice(0, 5).join(', ')}`);
  }
  return connect(layers, where);
}

/** Null for a layer that does nothing once the model is trained. */
function parseLayer(
  { kind, name, config }: LayerDescription,
  weights: ReadonlyMap<string, Weight>,
  where: string,
  used: Set<string>,
): DenseLayer | null {
  if (kind === 'InputLayer' || kind === 'Dropout') return null;
  if (kind !== 'Dense') throw unsupported(where, `layer "${name}" is a ${kind} layer`);
  const activation = config.activation ?? 'linear';
  if (!isActivation(activation)) {
    const text = typeof activation === 'string' ? activation : 'not given by name';
    throw unsupported(where, `the activation of layer "${name}" is ${text}`);
  }
  const take = (part: string, rank: number): Weight => {
    const weight = weights.get(`${name}/${part}`);
    if (weight === undefined) throw malformed(where, `no weight "${name}/${part}"`);
    if (weight.shape.length !== rank) {
      throw malformed(where, `weight "${name}/${part}" with ${weight.shape.length} dimensions`);
    }
    used.add(`${name}/${part}`);
    return weight;
  };
  const kernel = take('kernel', 2);
  const [inputs = 0, outputs = 0] = kernel.shape;
  const bias = config.use_bias === false ? new Float32Array(outputs) : take('bias', 1).data;
  if (config.units !== outputs || bias.length !== outputs) {
    throw malformed(where, `layer "${name}" whose weights do not fit its number of units`);
  }
  return { name, inputs, outputs, activation, kernel: kernel.data, bias };
}

function connect(layers: readonly DenseLayer[], where: string): LayersModel {
  const [first] = layers;
  const last = layers.at(-1);
  if (first === undefined || last === undefined) {
    throw unsupported(where, 'the model has no Dense layer');
  }
  for (const [index, layer] of layers.entries()) {
    const next = layers[index + 1];
    if (next !== undefined && next.inputs !== layer.outputs) {
      throw malformed(
        where,
        `layer "${next.name}" that reads ${next.inputs} numbers where "${layer.name}" gives ${layer.outputs}`,
      );
    }
  }
  return { inputs: first.inputs, outputs: last.outputs, layers };
}

function isActivation(value: unknown): value is Activation {
  return (ACTIVATIONS as readonly unknown[]).includes(value);
}

function unsupported(where: string, what: string): UserError {
  return new UserError({
    what: `This model can't be exported: ${what}`,
    where: { file: where },
    remedy: `What can be exported: ${SUPPORTED}`,
  });
}

export function malformed(where: string, what: string): UserError {
  return new UserError({
    what: `The model is damaged: it has ${what}`,
    where: { file: where },
    remedy: 'Train the model again, or restore its three files from one training run',
  });
}
