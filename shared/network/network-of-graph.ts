import { ACTIVATIONS, type Activation, type Layer, type Network } from './network.ts';
import {
  type BlockUse,
  embeddingName,
  type GraphNode,
  listGraph,
  type NetworkInput,
  nameInput,
  WIDE_LAYER,
} from './wide-and-deep.ts';

interface StoredGraph {
  /** In any order. */
  readonly nodes: readonly GraphNode[];
  /** Names, in the order in which the model reads them. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/**
 * The wide-and-deep network that a stored graph is, or null where it is another one: its layers and their connections
 * must be those of `listGraph`, all of them.
 */
export function networkOfGraph(name: string, graph: StoredGraph): Network | null {
  const nodes = new Map(graph.nodes.map((node) => [node.name, node]));
  const inputs = readInputs(graph.inputs, nodes);
  if (inputs === null || nodes.size < graph.nodes.length) return null;
  const embeddings = new Set(inputs.map(embeddingName));
  const embedding = graph.nodes.flatMap((node) =>
    embeddings.has(node.name) && node.layer.kind === 'dense' ? [node.layer.units] : [],
  );
  const last = nodes.get('prediction')?.layer;
  const layers = graph.nodes.flatMap(({ name, layer }): Layer[] => {
    if (layer.kind === 'dropout') return [{ kind: 'dropout', name, rate: layer.rate }];
    if (layer.kind !== 'dense' || embeddings.has(name) || name === WIDE_LAYER) return [];
    return [{ kind: 'dense', name, units: layer.units, activation: toActivation(layer) }];
  });
  const output = layers.pop();
  if (output?.kind !== 'dense' || last?.kind !== 'activation') return null;
  const network: Network = {
    name,
    inputs: inputs.reduce((sum, { width }) => sum + width, 0),
    layers: [...layers, { ...output, activation: toActivation(last) }],
    wideAndDeep: { inputs, embedding: embedding[0] ?? 1 },
  };
  const expected = listGraph(network);
  const isSame =
    describe(expected) === describe(graph.nodes) &&
    JSON.stringify(graph.outputs) === JSON.stringify([expected.at(-1)?.name]);
  return isSame ? network : null;
}

function readInputs(
  names: readonly string[],
  nodes: ReadonlyMap<string, GraphNode>,
): NetworkInput[] | null {
  const inputs: NetworkInput[] = [];
  let offset = 0;
  for (const [index, name] of names.entries()) {
    const layer = nodes.get(name)?.layer;
    const use = USES.find((known) => nameInput(known, index) === name);
    if (layer?.kind !== 'input' || use === undefined) return null;
    inputs.push({ name, use, offset, width: layer.width });
    offset += layer.width;
  }
  const hasBoth =
    inputs.some(({ use }) => use !== 'wide') && inputs.some(({ use }) => use !== 'deep');
  return hasBoth ? inputs : null;
}

/** Whether an input is called like one of a wide-and-deep network. */
export function isWideAndDeepInput(name: string, index: number): boolean {
  return USES.some((use) => nameInput(use, index) === name);
}

const USES: readonly BlockUse[] = ['deep', 'wide', 'both'];

function toActivation({ activation }: { readonly activation: string }): Activation {
  return ACTIVATIONS.find((known) => known === activation) ?? 'linear';
}

function describe(nodes: readonly GraphNode[]): string {
  const entries = nodes.map(({ name, layer, from }) => [
    name,
    Object.entries(layer).sort(([one], [other]) => (one < other ? -1 : 1)),
    from,
  ]);
  return JSON.stringify(entries.sort(([one = ''], [other = '']) => (one < other ? -1 : 1)));
}
