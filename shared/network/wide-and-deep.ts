import type { FeatureBlock } from '../features/index.ts';
import type { Network } from './network.ts';

/** What becomes of a block of the input vector in a wide-and-deep network. */
export type BlockUse =
  /** Read by the hidden layers as it is. */
  | 'deep'
  /** Read by the outputs themselves, linearly. */
  | 'wide'
  /** Wide, and through an embedding also read by the hidden layers. */
  | 'both';

/** Consecutive numbers of the input vector: one input of the TensorFlow.js model. */
export interface NetworkInput {
  /** `<use>_<number>`, the number from 1: a layer's name. */
  readonly name: string;
  readonly use: BlockUse;
  readonly offset: number;
  readonly width: number;
}

/** The part of a wide-and-deep network that is no chain. Inputs are in the order of the vector and cover it. */
export interface WideAndDeepPart {
  readonly inputs: readonly NetworkInput[];
  /** Numbers that an embedding makes of its block. */
  readonly embedding: number;
}

/** Neighbours of one use are one input; each block with an embedding stays by itself. */
export function listNetworkInputs(blocks: readonly FeatureBlock[]): NetworkInput[] {
  const inputs: NetworkInput[] = [];
  for (const { meaning, offset, width } of blocks) {
    const use = useOf(meaning);
    const last = inputs.at(-1);
    if (last?.use === use && use !== 'both') {
      inputs[inputs.length - 1] = { ...last, width: last.width + width };
    } else {
      inputs.push({ name: nameInput(use, inputs.length), use, offset, width });
    }
  }
  return inputs;
}

function useOf(meaning: FeatureBlock['meaning']): BlockUse {
  switch (meaning) {
    case 'numbers':
    case 'array':
      return 'deep';
    case 'categories':
      return 'both';
    case 'cross':
      return 'wide';
    case 'tokens':
      throw new Error('ids of words are no input of a wide-and-deep network');
  }
}

export function nameInput(use: BlockUse, index: number): string {
  return `${use}_${index + 1}`;
}

export function embeddingName(input: NetworkInput): string {
  return `${input.name}_embedding`;
}

/** Length of the vector that the first layer of the network reads. */
export function firstLayerInputs({ inputs, wideAndDeep }: Network): number {
  if (wideAndDeep === undefined) return inputs;
  return wideAndDeep.inputs.reduce((sum, { use, width }) => {
    if (use === 'wide') return sum;
    return sum + (use === 'deep' ? width : wideAndDeep.embedding);
  }, 0);
}

/** Length of the vector that the linear part reads. */
export function wideWidth({ inputs }: WideAndDeepPart): number {
  return inputs.reduce((sum, { use, width }) => (use === 'deep' ? sum : sum + width), 0);
}

/** A layer of the TensorFlow.js model and the layers whose results it reads, in that order. */
export interface GraphNode {
  readonly name: string;
  readonly layer:
    | { readonly kind: 'input'; readonly width: number }
    | { readonly kind: 'concatenate' | 'add' }
    | { readonly kind: 'activation'; readonly activation: string }
    | { readonly kind: 'dropout'; readonly rate: number }
    | {
        readonly kind: 'dense';
        readonly units: number;
        readonly activation: string;
        readonly bias: boolean;
      };
  readonly from: readonly string[];
}

/**
 * The layers of a wide-and-deep network, each after those that it reads; the last one gives the outputs. The sum of both
 * parts passes through the output's activation: `activation(wide · x_wide + chain(x_deep))` (Cheng et al. 2016, eq. 3).
 */
export function listGraph(network: Network): GraphNode[] {
  const { wideAndDeep, layers } = network;
  if (wideAndDeep === undefined) throw new Error(`${network.name} is a chain`);
  const nodes: GraphNode[] = [];
  const add = (name: string, layer: GraphNode['layer'], from: readonly string[]): string => {
    nodes.push({ name, layer, from });
    return name;
  };
  const join = (name: string, from: readonly string[]): string =>
    from.length === 1 ? (from[0] as string) : add(name, { kind: 'concatenate' }, from);
  const { inputs, embedding } = wideAndDeep;
  for (const { name, width } of inputs) add(name, { kind: 'input', width }, []);
  const embed = { kind: 'dense', units: embedding, activation: 'linear', bias: false } as const;
  const deep = inputs
    .filter(({ use }) => use !== 'wide')
    .map((input) =>
      input.use === 'deep' ? input.name : add(embeddingName(input), embed, [input.name]),
    );
  const output = layers.at(-1);
  if (output?.kind !== 'dense') throw new Error(`${network.name} ends in no dense layer`);
  let last = join('deep', deep);
  for (const layer of layers.slice(0, -1)) {
    last =
      layer.kind === 'dropout'
        ? add(layer.name, { kind: 'dropout', rate: layer.rate }, [last])
        : add(layer.name, denseNode(layer.units, layer.activation, true), [last]);
  }
  const wide = join(
    'wide',
    inputs.filter(({ use }) => use !== 'deep').map(({ name }) => name),
  );
  const summands = [
    add(WIDE_LAYER, denseNode(output.units, 'linear', false), [wide]),
    add(output.name, denseNode(output.units, 'linear', true), [last]),
  ];
  const sum = add('sum', { kind: 'add' }, summands);
  add('prediction', { kind: 'activation', activation: output.activation }, [sum]);
  return nodes;
}

/** Its kernel has one row for each number of the wide inputs. */
export const WIDE_LAYER = 'wide_output';

function denseNode(units: number, activation: string, bias: boolean): GraphNode['layer'] {
  return { kind: 'dense', units, activation, bias };
}
