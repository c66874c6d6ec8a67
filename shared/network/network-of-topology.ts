import type { Task } from '../config/index.ts';
import { lastNode, outputActivationOf, sizeOf } from './layers-part.ts';
import { type Network, OUTPUT_ACTIVATIONS } from './network.ts';
import { BadLayers, networkOfLayers, type StoredLayer } from './parse-layers-part.ts';

/** What a model has to be for, and to read and answer. */
export interface WantedModel {
  readonly task: Task;
  readonly inputs: number;
  readonly outputs: number;
  /** Numbers of each feature, in their order. */
  readonly widths: readonly number[];
}

type JsonRecord = Readonly<Record<string, unknown>>;

/** Longest name that `model.json` is read with; so are its characters. */
const NAME = /^[A-Za-z0-9_.-]{1,100}$/;

/**
 * The network `module` of a model that a program has made with TensorFlow.js, from what its `toJSON` gives: a Sequential
 * or a functional model that reads all numbers of an example at once, or the features one by one, and answers with one
 * vector, which passes last through what the task asks for. An input of another shape than a vector is put behind one,
 * from which it is reshaped; inputs are called `input_1`, `input_2` …
 *
 * Throws `BadLayers` for anything else, and for layers that `planLayersPart` refuses.
 */
export function networkOfTopology(topology: unknown, wanted: WantedModel): Network {
  const { layers, inputs, output } = readTopology(topology);
  const shapes = inputs.map((name) => {
    const layer = layers.find((one) => one.name === name);
    return { name, shape: exampleShape(name, layer?.config.batch_input_shape) };
  });
  checkInputs(shapes, wanted);
  const read = new Map<string, string>();
  const first = shapes.flatMap(({ name, shape }, index): StoredLayer[] => {
    const input = `input_${index + 1}`;
    const [width] = [sizeOf(shape)];
    const config = { batch_input_shape: [null, width] };
    const vector: StoredLayer = { name: input, className: 'InputLayer', config, from: [] };
    if (shape.length === 1) {
      read.set(name, input);
      return [vector];
    }
    const reshaped = `input_${index + 1}_shape`;
    read.set(name, reshaped);
    const settings = { target_shape: shape };
    return [vector, { name: reshaped, className: 'Reshape', config: settings, from: [input] }];
  });
  const others = layers
    .filter(({ name }) => !inputs.includes(name))
    .map((layer) => ({ ...layer, from: layer.from.map((name) => read.get(name) ?? name) }));
  const network = networkOfLayers('module', [...first, ...others], {
    inputs: shapes.map((_, index) => `input_${index + 1}`),
    output: read.get(output) ?? output,
  });
  checkOutput(network, wanted);
  return network;
}

function checkInputs(
  shapes: readonly { readonly name: string; readonly shape: readonly number[] }[],
  { inputs, widths }: WantedModel,
): void {
  const sizes = shapes.map(({ shape }) => sizeOf(shape));
  if (sizes.length === 1 && sizes[0] === inputs) return;
  if (sizes.length > 1 && sizes.join() === widths.join()) return;
  const found = shapes.map(({ name, shape }) => `"${name}" [${shape.join(', ')}]`).join(', ');
  const each = widths.length > 1 ? `, or ${widths.length} of ${shorten(widths)} numbers` : '';
  throw new BadLayers(
    `its inputs are ${found}: it needs one of ${inputs} numbers (inputs)${each} (features)`,
  );
}

function shorten(widths: readonly number[]): string {
  return widths.length > 8 ? `${widths.slice(0, 8).join(', ')}, …` : widths.join(', ');
}

function checkOutput({ layersPart }: Network, { task, outputs }: WantedModel): void {
  if (layersPart === undefined) throw new Error('a model of layers has a part of layers');
  const { name, shape } = lastNode(layersPart);
  if (shape.length !== 1 || shape[0] !== outputs) {
    throw new BadLayers(
      `its last layer "${name}" gives [${shape.join(', ')}], and a ${task} needs [${outputs}] (outputs)`,
    );
  }
  const activation = outputActivationOf(layersPart);
  const expected = OUTPUT_ACTIVATIONS[task];
  if (activation === expected) return;
  throw new BadLayers(
    `its last layer "${name}" has the activation ${activation}, and a ${task} needs ${expected}`,
  );
}

function readTopology(topology: unknown): {
  readonly layers: readonly StoredLayer[];
  readonly inputs: readonly string[];
  readonly output: string;
} {
  const { class_name: kind, config } = record(topology);
  if (kind === 'Sequential') return readChain(list(record(config).layers));
  if (kind !== 'Model' && kind !== 'Functional')
    throw new BadLayers(`it is a ${text(kind)}, no Sequential model and no functional one`);
  const { layers, input_layers, output_layers } = record(config);
  const outputs = list(output_layers).map(reference);
  const [output = '', ...others] = outputs;
  if (others.length > 0) throw new BadLayers(`it has ${outputs.length} outputs`);
  return {
    layers: list(layers).map((entry) => {
      const { class_name, config: settings, inbound_nodes } = record(entry);
      const nodes = list(inbound_nodes);
      const name = nameOf(settings);
      if (nodes.length > 1) throw new BadLayers(`layer "${name}" is used ${nodes.length} times`);
      const from = nodes.flatMap((node) => list(node).map(reference));
      return { name, className: text(class_name), config: record(settings), from };
    }),
    inputs: list(input_layers).map(reference),
    output,
  };
}

/** The first layer of a chain knows the shape that it reads; an input layer may stand before it or not. */
function readChain(entries: readonly unknown[]): ReturnType<typeof readTopology> {
  const chain = entries.map((entry) => {
    const { class_name, config } = record(entry);
    return { name: nameOf(config), className: text(class_name), config: record(config) };
  });
  const [head] = chain;
  if (head === undefined) throw new BadLayers('it has no layers');
  const { batch_input_shape } = head.config;
  const input = {
    name: `${head.name}_input`,
    className: 'InputLayer',
    config: { batch_input_shape },
  };
  const whole = head.className === 'InputLayer' ? chain : [input, ...chain];
  const layers = whole.map((layer, index) => ({
    ...layer,
    from: index === 0 ? [] : [whole[index - 1]?.name as string],
  }));
  return { layers, inputs: [layers[0]?.name as string], output: layers.at(-1)?.name as string };
}

function exampleShape(name: string, shape: unknown): readonly number[] {
  const [batch, ...sizes] = Array.isArray(shape) ? (shape as unknown[]) : [0];
  const isFixed = sizes.length > 0 && sizes.every((size) => Number.isInteger(size) && size !== 0);
  if (batch === null && isFixed) return sizes as number[];
  throw new BadLayers(`the shape of its input "${name}" is not fixed: give inputShape or shape`);
}

/** `[layer, 0, 0]`: the first result of the first call. */
function reference(value: unknown): string {
  const [name, call, result] = list(value);
  if (call !== 0 || result !== 0) throw new BadLayers(`layer "${text(name)}" is used twice`);
  return text(name);
}

function nameOf(config: unknown): string {
  const { name } = record(config);
  if (typeof name === 'string' && NAME.test(name)) return name;
  throw new BadLayers(
    `a layer is called ${JSON.stringify(name)}: a name has at most 100 letters, digits, "_", "." and "-"`,
  );
}

function record(value: unknown): JsonRecord {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as JsonRecord;
  throw new BadLayers('its description is not that of a model of TensorFlow.js');
}

function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new BadLayers('its description is not that of a model of TensorFlow.js');
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new BadLayers('its description is not that of a model of TensorFlow.js');
}
