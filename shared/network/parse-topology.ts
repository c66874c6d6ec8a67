import { type Problem, UserError } from '../errors/index.ts';
import { refuse } from './damaged-model.ts';
import { MODEL_FILES } from './model-files.ts';
import {
  ACTIVATIONS,
  type Activation,
  type DenseLayer,
  type DropoutLayer,
  type Layer,
  listParameters,
  type Network,
} from './network.ts';
import { isWideAndDeepInput, networkOfGraph } from './network-of-graph.ts';
import { BadLayers, networkOfLayers, type StoredLayer } from './parse-layers-part.ts';
import type { GraphNode } from './wide-and-deep.ts';

/** Characters of model.json. The topology of a dense model is a few kilobytes; weights are in another file. */
const LONGEST_MODEL_JSON = 16_000_000;
/** More layers than any trainable chain has; keeps a hostile file from building for ever. */
const MOST_LAYERS = 256;
/** An input and an embedding for each column, and the few layers of both parts. */
const MOST_GRAPH_LAYERS = 20_000;
/** Beyond this the file can't hold the weights anyway; keeps the size of a layer exact. */
const MOST_UNITS = 2 ** 24;
/** Characters of a name that a message repeats. */
const LONGEST_NAME = 100;

/** What a model may be made of, as the messages name it. */
const SUPPORTED = 'the layers that docs/training.md lists, with their usual settings';

/** The network that `model.json` describes; its manifest lists just the weights of this network. */
export function parseTopology(modelJson: string, file: string): Network {
  return new TopologyReader(file).read(modelJson);
}

type JsonRecord = Readonly<Record<string, unknown>>;

/** Reads the values of one file; `path` is the JSON Pointer of a value, for messages. */
class TopologyReader {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  read(text: string): Network {
    const root = this.#record(this.#json(text), '/');
    const network = this.#network(this.#record(root.modelTopology, '/modelTopology'));
    this.#checkManifest(root.weightsManifest, network);
    return network;
  }

  #json(text: string): unknown {
    if (text.length > LONGEST_MODEL_JSON) {
      throw refuse(
        this.#file,
        `${MODEL_FILES.model} has more than ${LONGEST_MODEL_JSON} characters`,
      );
    }
    try {
      return JSON.parse(text);
    } catch (error) {
      throw refuse(
        this.#file,
        `${MODEL_FILES.model} is not JSON; it may have been cut short`,
        error,
      );
    }
  }

  #network(topology: JsonRecord): Network {
    const kind = this.#text(topology.class_name, '/modelTopology/class_name');
    const path = '/modelTopology/config';
    if (kind === 'Model') return this.#graph(this.#record(topology.config, path), path);
    if (kind !== 'Sequential') throw this.#unsupported(`it is a ${kind} model`);
    const config = this.#record(topology.config, path);
    const entries = this.#list(config.layers, `${path}/layers`);
    if (entries.length > MOST_LAYERS) {
      throw this.#unsupported(`it has ${entries.length} layers, more than ${MOST_LAYERS}`);
    }
    const layers = this.#layers(entries, `${path}/layers`);
    if (layers.at(-1)?.kind !== 'dense') {
      throw this.#invalid(`${path}/layers`, 'must end in a Dense layer');
    }
    if (new Set(layers.map(({ name }) => name)).size < layers.length) {
      throw this.#invalid(`${path}/layers`, 'has two layers of one name');
    }
    return {
      name: this.#text(config.name, `${path}/name`),
      inputs: this.#inputs(entries[0], `${path}/layers/0`),
      layers,
    };
  }

  /** All layers, or all that is wrong with them. */
  #layers(entries: readonly unknown[], path: string): Layer[] {
    const problems: Problem[] = [];
    const layers = entries.flatMap((entry, index) => {
      try {
        return [this.#layer(entry, `${path}/${index}`)];
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        problems.push(...error.problems);
        return [];
      }
    });
    if (problems.length > 0) throw new UserError(problems);
    return layers;
  }

  #layer(value: unknown, path: string): Layer {
    const layer = this.#record(value, path);
    const kind = this.#text(layer.class_name, `${path}/class_name`);
    const config = this.#record(layer.config, `${path}/config`);
    const name = this.#text(config.name, `${path}/config/name`);
    if (kind === 'Dropout') return this.#dropout(name, config, `${path}/config`);
    if (kind === 'Dense') return this.#dense(name, config, `${path}/config`);
    throw this.#unsupported(`layer "${name}" is a ${kind} layer`);
  }

  #graph(config: JsonRecord, path: string): Network {
    const name = this.#text(config.name, `${path}/name`);
    const entries = this.#list(config.layers, `${path}/layers`);
    if (entries.length > MOST_GRAPH_LAYERS) {
      throw this.#unsupported(`it has ${entries.length} layers, more than ${MOST_GRAPH_LAYERS}`);
    }
    const inputs = this.#references(config.input_layers, `${path}/input_layers`);
    const outputs = this.#references(config.output_layers, `${path}/output_layers`);
    if (!inputs.every(isWideAndDeepInput)) return this.#part(name, entries, { inputs, outputs });
    const network = networkOfGraph(name, {
      nodes: entries.map((entry, index) => this.#node(entry, `${path}/layers/${index}`)),
      inputs,
      outputs,
    });
    if (network === null) {
      throw this.#unsupported('its layers are not those of a wide-and-deep model');
    }
    // The engine builds a chain by calls within calls.
    if (network.layers.length > MOST_LAYERS) {
      throw this.#unsupported(
        `its deep part has ${network.layers.length} layers, more than ${MOST_LAYERS}`,
      );
    }
    return network;
  }

  #part(
    name: string,
    entries: readonly unknown[],
    {
      inputs,
      outputs,
    }: { readonly inputs: readonly string[]; readonly outputs: readonly string[] },
  ): Network {
    const layers = entries.map((entry, index) =>
      this.#stored(entry, `/modelTopology/config/layers/${index}`),
    );
    const [output = '', ...others] = outputs;
    if (others.length > 0) throw this.#unsupported(`it has ${outputs.length} outputs`);
    try {
      return networkOfLayers(name, layers, { inputs, output });
    } catch (error) {
      throw error instanceof BadLayers ? this.#unsupported(error.what) : error;
    }
  }

  #node(value: unknown, path: string): GraphNode {
    const { name, className, config, from } = this.#stored(value, path);
    return { name, layer: this.#graphLayer(className, name, config, path), from };
  }

  #stored(value: unknown, path: string): StoredLayer {
    const entry = this.#record(value, path);
    const nodes = this.#list(entry.inbound_nodes, `${path}/inbound_nodes`);
    if (nodes.length > 1) throw this.#invalid(`${path}/inbound_nodes`, 'must have one node');
    const from = nodes.length === 0 ? [] : this.#references(nodes[0], `${path}/inbound_nodes/0`);
    const className = this.#text(entry.class_name, `${path}/class_name`);
    const config = this.#record(entry.config, `${path}/config`);
    return { name: this.#text(config.name, `${path}/config/name`), className, config, from };
  }

  #graphLayer(kind: string, name: string, config: JsonRecord, path: string): GraphNode['layer'] {
    switch (kind) {
      case 'InputLayer':
        return { kind: 'input', width: this.#inputs({ config }, path) };
      case 'Concatenate':
        return { kind: 'concatenate' };
      case 'Add':
        return { kind: 'add' };
      case 'Activation':
        return { kind: 'activation', activation: this.#activation(name, config, `${path}/config`) };
      case 'Dropout':
        return { kind: 'dropout', rate: this.#dropout(name, config, `${path}/config`).rate };
      case 'Dense':
        return {
          kind: 'dense',
          units: this.#size(config.units, `${path}/config/units`),
          activation: this.#activation(name, config, `${path}/config`),
          bias: config.use_bias === true,
        };
      default:
        throw this.#unsupported(`layer "${name}" is a ${kind} layer`);
    }
  }

  /** Names of layers, of each of which the first result of its first call is meant. */
  #references(value: unknown, path: string): string[] {
    return this.#list(value, path).map((entry, index) => {
      const [name, call, result] = this.#list(entry, `${path}/${index}`);
      if (call !== 0 || result !== 0) {
        throw this.#invalid(`${path}/${index}`, 'must be [a layer, 0, 0]');
      }
      return this.#text(name, `${path}/${index}/0`);
    });
  }

  #dropout(name: string, { rate }: JsonRecord, path: string): DropoutLayer {
    if (typeof rate === 'number' && rate >= 0 && rate < 1) return { kind: 'dropout', name, rate };
    throw this.#invalid(`${path}/rate`, 'must be a number in [0, 1)');
  }

  #dense(name: string, config: JsonRecord, path: string): DenseLayer {
    if (config.use_bias !== true) throw this.#unsupported(`layer "${name}" has no bias`);
    const activation = this.#activation(name, config, path);
    return { kind: 'dense', name, units: this.#size(config.units, `${path}/units`), activation };
  }

  #activation(name: string, config: JsonRecord, path: string): Activation {
    const given = this.#text(config.activation, `${path}/activation`);
    const activation = ACTIVATIONS.find((known) => known === given);
    if (activation === undefined) {
      throw this.#unsupported(`the activation of layer "${name}" is ${given}`);
    }
    return activation;
  }

  #inputs(firstLayer: unknown, layerPath: string): number {
    const path = `${layerPath}/config/batch_input_shape`;
    const config = this.#record(this.#record(firstLayer, layerPath).config, `${layerPath}/config`);
    const shape = this.#list(config.batch_input_shape, path);
    if (shape.length !== 2 || shape[0] !== null) {
      throw this.#invalid(path, 'must be [null, inputs]');
    }
    return this.#size(shape[1], `${path}/1`);
  }

  #checkManifest(manifest: unknown, network: Network): void {
    const groups = this.#list(manifest, '/weightsManifest');
    const listed = groups.flatMap((group, index) => {
      const path = `/weightsManifest/${index}`;
      return this.#list(this.#record(group, path).weights, `${path}/weights`);
    });
    const parameters = listParameters(network);
    if (listed.length !== parameters.length) {
      throw this.#invalid(
        '/weightsManifest',
        `lists ${listed.length} weights, the layers have ${parameters.length}`,
      );
    }
    for (const [index, { name, shape }] of parameters.entries()) {
      const weight = this.#record(listed[index], '/weightsManifest');
      if (
        weight.name !== name ||
        weight.dtype !== 'float32' ||
        weight.quantization !== undefined ||
        JSON.stringify(weight.shape) !== JSON.stringify(shape)
      ) {
        throw this.#invalid(
          '/weightsManifest',
          `must list ${name} as float32 of shape [${shape.join(', ')}], not quantised`,
        );
      }
    }
  }

  #record(value: unknown, path: string): JsonRecord {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as JsonRecord;
    }
    throw this.#invalid(path, 'must be an object');
  }

  #list(value: unknown, path: string): readonly unknown[] {
    if (Array.isArray(value)) return value;
    throw this.#invalid(path, 'must be a list');
  }

  #text(value: unknown, path: string): string {
    const isName = typeof value === 'string' && /^[A-Za-z0-9_.-]+$/.test(value);
    if (isName && value.length <= LONGEST_NAME) return value;
    throw this.#invalid(
      path,
      `must be a name of at most ${LONGEST_NAME} letters, digits, "_", "." and "-"`,
    );
  }

  #size(value: unknown, path: string): number {
    if (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MOST_UNITS) {
      return value as number;
    }
    throw this.#invalid(path, `must be a whole number from 1 to ${MOST_UNITS}`);
  }

  #invalid(path: string, what: string): UserError {
    return refuse(this.#file, `${MODEL_FILES.model} does not describe a model: ${path} ${what}`);
  }

  #unsupported(what: string): UserError {
    return new UserError({
      what: `This model is not supported: ${what}`,
      where: { file: this.#file },
      remedy: `A model is made of ${SUPPORTED}: train it with train-model`,
    });
  }
}
