import { UserError } from '../errors/index.ts';
import type { ModelFiles } from './contract.ts';
import { ACTIVATIONS, type Layer, listParameters, type Network } from './network.ts';

/** More layers than any trainable chain has; keeps a hostile file from building for ever. */
const MOST_LAYERS = 256;
/** Beyond this the file can't hold the weights anyway; keeps products of sizes exact. */
const MOST_UNITS = 2 ** 24;

export interface ParsedModel {
  readonly network: Network;
  /** One array for each of `listParameters(network)`. */
  readonly weights: readonly Float32Array[];
}

/**
 * Reads the files of a model, whoever wrote them, before the engine sees them. Accepted is what `trainModel` saves:
 * a Sequential model of Dense and Dropout layers with float32 weights. Throws a `UserError` that names the file.
 */
export function parseModel({ modelJson, weights }: ModelFiles): ParsedModel {
  const file = asRecord(parseJson(modelJson), '/');
  const network = readNetwork(asRecord(file.modelTopology, '/modelTopology'));
  checkManifest(file.weightsManifest, network);
  return { network, weights: splitWeights(weights, network) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refuse('model.json', 'is not JSON; it may have been cut short', error);
  }
}

function readNetwork(topology: JsonRecord): Network {
  if (topology.class_name !== 'Sequential') {
    throw invalid('/modelTopology/class_name', 'must be Sequential');
  }
  const path = '/modelTopology/config';
  const config = asRecord(topology.config, path);
  const entries = asList(config.layers, `${path}/layers`);
  if (entries.length > MOST_LAYERS) throw invalid(`${path}/layers`, `has ${entries.length} layers`);
  const layers = entries.map((entry, index) => readLayer(entry, `${path}/layers/${index}`));
  if (layers.at(-1)?.kind !== 'dense') throw invalid(`${path}/layers`, 'must end in a Dense layer');
  if (new Set(layers.map(({ name }) => name)).size < layers.length) {
    throw invalid(`${path}/layers`, 'has two layers of one name');
  }
  return {
    name: asText(config.name, `${path}/name`),
    inputs: readInputs(entries[0], `${path}/layers/0/config/batch_input_shape`),
    layers,
  };
}

function readInputs(firstLayer: unknown, path: string): number {
  const config = asRecord(asRecord(firstLayer, path).config, path);
  const shape = asList(config.batch_input_shape, path);
  if (shape.length !== 2 || shape[0] !== null) throw invalid(path, 'must be [null, inputs]');
  return asSize(shape[1], path);
}

function readLayer(value: unknown, path: string): Layer {
  const layer = asRecord(value, path);
  const config = asRecord(layer.config, `${path}/config`);
  const name = asText(config.name, `${path}/config/name`);
  if (layer.class_name === 'Dropout') {
    const { rate } = config;
    if (typeof rate !== 'number' || !(rate >= 0 && rate < 1)) {
      throw invalid(`${path}/config/rate`, 'must be a number in [0, 1)');
    }
    return { kind: 'dropout', name, rate };
  }
  if (layer.class_name !== 'Dense') {
    throw invalid(`${path}/class_name`, 'must be Dense or Dropout: other layers are not supported');
  }
  if (config.use_bias !== true) throw invalid(`${path}/config/use_bias`, 'must be true');
  const activation = ACTIVATIONS.find((known) => known === config.activation);
  if (activation === undefined) {
    throw invalid(`${path}/config/activation`, `must be one of ${ACTIVATIONS.join(', ')}`);
  }
  return { kind: 'dense', name, units: asSize(config.units, `${path}/config/units`), activation };
}

/** The manifest must list just the weights of the layers, in their order. */
function checkManifest(manifest: unknown, network: Network): void {
  const groups = asList(manifest, '/weightsManifest');
  const listed = groups.flatMap((group, index) => {
    const path = `/weightsManifest/${index}`;
    return asList(asRecord(group, path).weights, `${path}/weights`);
  });
  const parameters = listParameters(network);
  if (listed.length !== parameters.length) {
    throw invalid(
      '/weightsManifest',
      `lists ${listed.length} weights, the layers have ${parameters.length}`,
    );
  }
  for (const [index, { name, shape }] of parameters.entries()) {
    const spec = asRecord(listed[index], '/weightsManifest');
    if (
      spec.name !== name ||
      spec.dtype !== 'float32' ||
      spec.quantization !== undefined ||
      JSON.stringify(spec.shape) !== JSON.stringify(shape)
    ) {
      throw invalid(
        '/weightsManifest',
        `must list ${name} as float32 of shape [${shape.join(', ')}]`,
      );
    }
  }
}

function splitWeights(bytes: Uint8Array, network: Network): Float32Array[] {
  const parameters = listParameters(network);
  const expected = 4 * parameters.reduce((sum, { size }) => sum + size, 0);
  if (bytes.byteLength !== expected) {
    const how = bytes.byteLength < expected ? 'cut short' : 'of another model';
    throw refuse(
      'weights.bin',
      `has ${bytes.byteLength} bytes instead of ${expected}: it is ${how}`,
    );
  }
  // A copy, because a view of numbers must begin at a multiple of four bytes.
  const values = new Float32Array(Uint8Array.from(bytes).buffer);
  if (!values.every(Number.isFinite)) {
    throw refuse('weights.bin', 'holds values that are not finite numbers');
  }
  let offset = 0;
  return parameters.map(({ size }) => {
    offset += size;
    return values.subarray(offset - size, offset);
  });
}

type JsonRecord = Readonly<Record<string, unknown>>;

function asRecord(value: unknown, path: string): JsonRecord {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as JsonRecord;
  throw invalid(path, 'must be an object');
}

function asList(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw invalid(path, 'must be a list');
}

function asText(value: unknown, path: string): string {
  if (typeof value === 'string' && /^[A-Za-z0-9_.-]{1,100}$/.test(value)) return value;
  throw invalid(path, 'must be a name of letters, digits, "_", "." and "-"');
}

function asSize(value: unknown, path: string): number {
  if (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MOST_UNITS) {
    return value as number;
  }
  throw invalid(path, `must be a whole number from 1 to ${MOST_UNITS}`);
}

function invalid(path: string, what: string): UserError {
  return refuse('model.json', `does not describe a model of this project: ${path} ${what}`);
}

function refuse(file: string, what: string, cause?: unknown): UserError {
  return new UserError(
    {
      what: `The model file ${file} ${what}`,
      remedy: 'Take the files from the run that trained the model, or train again',
    },
    { cause },
  );
}
