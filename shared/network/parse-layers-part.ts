import { BadShape, LAYER_CLASSES, type LayerClass } from './layer-classes.ts';
import { BadField, MOST_UNITS, readFields } from './layer-fields.ts';
import {
  type LayerNode,
  type LayersPart,
  listPartInputs,
  type Shape,
  sizeOf,
} from './layers-part.ts';
import type { Network } from './network.ts';

/** Sizes of a result: the library adds no bias to more. */
const MOST_SIZES = 4;

/** Layers of one network; the engine builds a chain by calls within calls. */
const MOST_NODES = 512;

/** A layer as `model.json` has it, or as a program has described it. */
export interface StoredLayer {
  readonly name: string;
  readonly className: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly from: readonly string[];
}

/** What is wrong with a graph, as a sentence without its end; thrown. */
export class BadLayers {
  readonly what: string;
  constructor(what: string) {
    this.what = what;
  }
}

/**
 * The network of some layers in any order, whose inputs are vectors in the order of `inputs` and whose only result is
 * that of `output`. Shapes and weights are computed here, without TensorFlow.js, which builds a circle for ever and
 * allocates what a file asks for. Throws `BadLayers` for a layer or a field that is not known, shapes that do not fit,
 * circles, two layers of one name, results that nobody reads, and sizes beyond 2²⁴.
 */
export function planLayersPart(
  layers: readonly StoredLayer[],
  { inputs, output }: { readonly inputs: readonly string[]; readonly output: string },
): LayersPart {
  if (layers.length > MOST_NODES) {
    throw new BadLayers(`it has ${layers.length} layers, more than ${MOST_NODES}`);
  }
  const byName = new Map(layers.map((layer) => [layer.name, layer]));
  if (byName.size < layers.length) throw new BadLayers('two layers have one name');
  const shapes = new Map<string, Shape>();
  const nodes = sortLayers(byName, inputs, output).map((layer) => {
    const node = planNode(layer, shapes);
    shapes.set(node.name, node.shape);
    return node;
  });
  return { nodes };
}

/** The same as a network. */
export function networkOfLayers(
  name: string,
  layers: readonly StoredLayer[],
  ends: { readonly inputs: readonly string[]; readonly output: string },
): Network {
  const layersPart = planLayersPart(layers, ends);
  const inputs = listPartInputs(layersPart).reduce((sum, { width }) => sum + width, 0);
  return { name, inputs, layers: [], layersPart };
}

/** Inputs first, then each layer after those that it reads, the output last. */
function sortLayers(
  byName: ReadonlyMap<string, StoredLayer>,
  inputs: readonly string[],
  output: string,
): StoredLayer[] {
  for (const name of inputs) {
    if (byName.get(name)?.className !== 'InputLayer') throw new BadLayers(`"${name}" is no input`);
  }
  if (new Set(inputs).size < inputs.length) throw new BadLayers('an input is named twice');
  const sorted: StoredLayer[] = [];
  const done = new Set<string>();
  const take = (layer: StoredLayer) => {
    sorted.push(layer);
    done.add(layer.name);
  };
  for (const name of inputs) take(byName.get(name) as StoredLayer);
  let rest = [...byName.values()].filter(({ name }) => !done.has(name));
  while (rest.length > 0) {
    // By name, so that a graph has one order however its file lists the layers.
    const ready = rest
      .filter(({ from }) => from.length > 0 && from.every((one) => done.has(one)))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    const [layer] = rest;
    if (ready.length === 0) throw new BadLayers(whyNotReady(layer as StoredLayer, byName));
    for (const one of ready) if (one.name !== output) take(one);
    const left = rest.filter(({ name }) => !done.has(name));
    const isOnlyOutput = left.length === 1 && left[0]?.name === output;
    if (isOnlyOutput) {
      const [end] = left as [StoredLayer];
      if (!end.from.every((one) => done.has(one))) throw new BadLayers(whyNotReady(end, byName));
      take(end);
      break;
    }
    if (left.length === rest.length)
      throw new BadLayers(whyNotReady(left[0] as StoredLayer, byName));
    rest = left;
  }
  if (sorted.at(-1)?.name !== output) throw new BadLayers(`there is no layer "${output}"`);
  const read = new Set(sorted.flatMap(({ from }) => from));
  const unread = sorted.find(({ name }) => name !== output && !read.has(name));
  if (unread !== undefined) throw new BadLayers(`nothing reads layer "${unread.name}"`);
  if (read.has(output)) throw new BadLayers(`the output "${output}" is read by another layer`);
  return sorted;
}

function whyNotReady(
  { name, from }: StoredLayer,
  byName: ReadonlyMap<string, StoredLayer>,
): string {
  const missing = from.find((one) => !byName.has(one));
  if (missing !== undefined) return `layer "${name}" reads "${missing}", which is not there`;
  return from.length === 0
    ? `layer "${name}" reads nothing`
    : `layer "${name}" is part of a circle`;
}

function planNode(layer: StoredLayer, shapes: ReadonlyMap<string, Shape>): LayerNode {
  const { name, className, from } = layer;
  if (className === 'InputLayer') return planInput(layer);
  const known = Object.hasOwn(LAYER_CLASSES, className) ? LAYER_CLASSES[className] : undefined;
  if (known === undefined) throw new BadLayers(`layer "${name}" is a ${className} layer`);
  if (known.isMerge === true ? from.length < 2 : from.length !== 1) {
    const wanted = known.isMerge === true ? 'at least two' : 'one';
    throw new BadLayers(`layer "${name}" reads ${from.length} layers, not ${wanted}`);
  }
  try {
    return describeNode(
      layer,
      known,
      from.map((one) => shapes.get(one) ?? []),
    );
  } catch (error) {
    if (error instanceof BadField) {
      throw new BadLayers(`${error.field} of layer "${name}" (${className}) ${error.must}`);
    }
    if (error instanceof BadShape) throw new BadLayers(`layer "${name}" ${error.what}`);
    throw error;
  }
}

function describeNode(
  { name, className, config: given, from }: StoredLayer,
  known: LayerClass,
  inputs: readonly Shape[],
): LayerNode {
  const config = readFields(given, known.fields);
  const shape = known.shape(config, inputs);
  if (shape.length > MOST_SIZES)
    throw new BadShape(`has a result of more than ${MOST_SIZES} sizes`);
  const weights = known.weights?.(config, inputs[0] ?? []) ?? [];
  for (const size of [shape, ...weights.map((weight) => weight.shape)].map(sizeOf)) {
    if (size > MOST_UNITS) throw new BadShape(`has more than ${MOST_UNITS} numbers`);
  }
  return {
    name,
    className,
    // Written in the one way: counted from the batch it is the same axis, and the library computes no size that is left open.
    config: {
      ...config,
      ...(config.axis === undefined ? {} : { axis: -1 }),
      ...(config.target_shape === undefined ? {} : { target_shape: shape }),
    },
    from,
    shape,
    weights: weights.map((weight) => ({ ...weight, name: `${name}/${weight.name}` })),
  };
}

function planInput({ name, config }: StoredLayer): LayerNode {
  const shape: unknown = config.batch_input_shape;
  const [batch, width] = Array.isArray(shape) && shape.length === 2 ? shape : [];
  if (batch !== null || !Number.isInteger(width) || width < 1 || width > MOST_UNITS) {
    throw new BadLayers(`the input "${name}" is no vector: its shape must be [null, numbers]`);
  }
  return { name, className: 'InputLayer', config: {}, from: [], shape: [width], weights: [] };
}
