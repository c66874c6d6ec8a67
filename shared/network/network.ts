import type { EncoderArchitecture, NetworkArchitecture, Task } from '../config/index.ts';
import type { FeatureBlock } from '../features/index.ts';
import { describeEncoderNetwork } from './encoder-networks.ts';
import {
  type LayersPart,
  type LayerWeight,
  lastNode,
  listLayerWeights,
  outputActivationOf,
  sizeOf,
  withoutActivationOf,
} from './layers-part.ts';
import {
  embeddingName,
  firstLayerInputs,
  listNetworkInputs,
  type NetworkInput,
  WIDE_LAYER,
  type WideAndDeepPart,
  wideWidth,
} from './wide-and-deep.ts';

/**
 * A chain of layers from an input vector to the outputs, or, with `wideAndDeep`, from some blocks of it to the outputs,
 * to which others are added linearly (see `listGraph`); or, with `layersPart`, any other layers. Names are unique in the
 * network.
 */
export interface Network {
  readonly name: string;
  /** Length of the input vector. */
  readonly inputs: number;
  readonly layers: readonly Layer[];
  /** Left out: a chain. */
  readonly wideAndDeep?: WideAndDeepPart;
  /** All layers, where they are neither; `layers` is empty then. */
  readonly layersPart?: LayersPart;
}

export type Layer = DenseLayer | DropoutLayer;

/** `activation(x · kernel + bias)`; the kernel has one row for each number of `x`. */
export interface DenseLayer {
  readonly kind: 'dense';
  readonly name: string;
  readonly units: number;
  readonly activation: Activation;
}

/** Changes nothing but in training, where a share `rate` of the numbers becomes 0. */
export interface DropoutLayer {
  readonly kind: 'dropout';
  readonly name: string;
  readonly rate: number;
}

export const ACTIVATIONS = ['linear', 'relu', 'tanh', 'sigmoid', 'softmax'] as const;
export type Activation = (typeof ACTIVATIONS)[number];

/** What the outputs pass through last. */
export const OUTPUT_ACTIVATIONS = {
  'binary-classification': 'sigmoid',
  'multiclass-classification': 'softmax',
  regression: 'linear',
} as const satisfies Record<Task, Activation>;

function isEncoderArchitecture(
  architecture: NetworkArchitecture,
): architecture is EncoderArchitecture {
  return ['cnn', 'text', 'time-series'].includes(architecture.kind);
}

export function describeNetwork(
  task: Task,
  architecture: NetworkArchitecture,
  {
    inputs,
    outputs,
    blocks = [],
  }: {
    readonly inputs: number;
    readonly outputs: number;
    /** Of the input vector; a chain needs none. */
    readonly blocks?: readonly FeatureBlock[];
  },
): Network {
  const output: DenseLayer = {
    kind: 'dense',
    name: 'output',
    units: outputs,
    activation: OUTPUT_ACTIVATIONS[task],
  };
  if (architecture.kind === 'linear') return { name: 'linear', inputs, layers: [output] };
  if (isEncoderArchitecture(architecture)) {
    const { activation } = output;
    return describeEncoderNetwork(architecture, { outputs, activation, blocks });
  }
  if (architecture.kind === 'module') throw new Error('a module makes its network by itself');
  const { hidden, activation, dropout } = architecture;
  const layers = hidden.flatMap((units, index): Layer[] => {
    const dense: DenseLayer = { kind: 'dense', name: `hidden_${index + 1}`, units, activation };
    return dropout === 0
      ? [dense]
      : [dense, { kind: 'dropout', name: `dropout_${index + 1}`, rate: dropout }];
  });
  const network = { name: 'mlp', inputs, layers: [...layers, output] };
  if (architecture.kind === 'mlp') return network;
  const { embedding } = architecture;
  return {
    ...network,
    name: 'wide_and_deep',
    wideAndDeep: { inputs: listNetworkInputs(blocks), embedding },
  };
}

/** What the outputs of the network pass through last. */
export function outputActivation(network: Network): string {
  if (network.layersPart !== undefined) return outputActivationOf(network.layersPart);
  const last = network.layers.findLast((layer) => layer.kind === 'dense');
  return last?.activation ?? 'linear';
}

/** The network with its last activation left out, so that it gives logits: a loss is exact from those only. */
export function withoutOutputActivation(network: Network): Network {
  if (network.layersPart !== undefined) {
    return { ...network, layersPart: withoutActivationOf(network.layersPart) };
  }
  const last = network.layers.at(-1);
  if (last?.kind !== 'dense') return network;
  return {
    ...network,
    layers: [...network.layers.slice(0, -1), { ...last, activation: 'linear' }],
  };
}

export interface Parameter {
  /** `<layer>/<weight>`, as TensorFlow.js names them. */
  readonly name: string;
  readonly kind: LayerWeight['kind'];
  /** Of a chain and a wide-and-deep network `[rows, units]` of a kernel, `[units]` of a bias. */
  readonly shape: readonly number[];
  readonly size: number;
}

export interface DenseParameter extends Parameter {
  readonly layer: DenseLayer;
}

/** The numbers of a network, in the order in which they are saved. */
export function listParameters(network: Network): Parameter[] {
  if (network.layersPart === undefined) return listDenseParameters(network);
  return listLayerWeights(network.layersPart).map((weight) => ({
    ...weight,
    size: sizeOf(weight.shape),
  }));
}

/** The same of a chain or a wide-and-deep network. */
export function listDenseParameters(network: Network): DenseParameter[] {
  const { wideAndDeep } = network;
  const parameters: DenseParameter[] =
    wideAndDeep === undefined ? [] : wideAndDeep.inputs.flatMap(embeddingOf);
  let inputs = firstLayerInputs(network);
  for (const layer of network.layers) {
    if (layer.kind !== 'dense') continue;
    const { name, units } = layer;
    if (wideAndDeep !== undefined && layer === network.layers.at(-1)) {
      parameters.push(kernelOf(WIDE_LAYER, wideWidth(wideAndDeep), units));
    }
    parameters.push(
      {
        name: `${name}/kernel`,
        kind: 'kernel',
        layer,
        shape: [inputs, units],
        size: inputs * units,
      },
      { name: `${name}/bias`, kind: 'bias', layer, shape: [units], size: units },
    );
    inputs = units;
  }
  return parameters;

  function embeddingOf(input: NetworkInput): DenseParameter[] {
    if (input.use !== 'both' || wideAndDeep === undefined) return [];
    return [kernelOf(embeddingName(input), input.width, wideAndDeep.embedding)];
  }
}

/** Of a linear layer without a bias. */
function kernelOf(name: string, rows: number, units: number): DenseParameter {
  const layer: DenseLayer = { kind: 'dense', name, units, activation: 'linear' };
  return {
    name: `${name}/kernel`,
    kind: 'kernel',
    layer,
    shape: [rows, units],
    size: rows * units,
  };
}

export function countParameters(network: Network): number {
  return listParameters(network).reduce((sum, { size }) => sum + size, 0);
}

/** A network with its numbers: one array for each of `listParameters(network)`. */
export interface TrainedNetwork {
  readonly network: Network;
  readonly weights: readonly Float32Array[];
}

export interface TrainedLayer extends DenseLayer {
  /** Length of the vector that the layer reads. */
  readonly inputs: number;
  /** Row-major `inputs × units`. */
  readonly kernel: Float32Array;
  /** `units` numbers. */
  readonly bias: Float32Array;
}

/** The dense layers in order: all that there is to a trained network, because the others only train. */
export function listTrainedLayers({ network, weights }: TrainedNetwork): TrainedLayer[] {
  if (network.wideAndDeep !== undefined || network.layersPart !== undefined) {
    throw new Error(`${network.name} is no chain`);
  }
  const layers = network.layers.filter((layer) => layer.kind === 'dense');
  let inputs = network.inputs;
  return layers.map((layer, index) => {
    // As `listParameters` orders them.
    const [kernel, bias] = [weights[2 * index], weights[2 * index + 1]];
    if (kernel === undefined || bias === undefined) throw new Error(`no weights of ${layer.name}`);
    const trained = { ...layer, inputs, kernel, bias };
    inputs = layer.units;
    return trained;
  });
}

/** The longest vector that passes between two layers: decides how much memory an example needs. */
export function widestLayer(network: Network): number {
  if (network.layersPart !== undefined) {
    return Math.max(...network.layersPart.nodes.map(({ shape }) => sizeOf(shape)));
  }
  return network.layers.reduce(
    (widest, layer) => (layer.kind === 'dense' ? Math.max(widest, layer.units) : widest),
    Math.max(network.inputs, firstLayerInputs(network)),
  );
}

export function countOutputs(network: Network): number {
  if (network.layersPart !== undefined) return sizeOf(lastNode(network.layersPart).shape);
  return network.layers.reduce(
    (units, layer) => (layer.kind === 'dense' ? layer.units : units),
    network.inputs,
  );
}
