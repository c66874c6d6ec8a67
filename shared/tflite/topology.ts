import { UserError } from '../errors/index.ts';

/** A layer as `model.json` describes it; nothing in it has been believed yet. */
export interface LayerDescription {
  /** Keras' name of the class, e.g. `Dense`. */
  readonly kind: string;
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
}

export interface WeightEntry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
}

/** Characters of model.json. The topology of a dense model is a few kilobytes; weights are in another file. */
const LONGEST_MODEL_JSON = 16_000_000;

/** Layers of a model, and weights in its manifest: far above any model that train-model makes. */
const MOST_LAYERS = 1_000;
const MOST_WEIGHTS = 10_000;

/** Characters of a layer's name, which messages repeat. */
const LONGEST_NAME = 100;

/** Layers and weight manifest of a `model.json` in the format of TensorFlow.js layers models. */
export function parseTopology(
  modelJson: string,
  where: string,
): { readonly topology: readonly LayerDescription[]; readonly manifest: readonly WeightEntry[] } {
  const refuse = (what: string) =>
    new UserError({
      what: `This is not a TensorFlow.js layers model: ${what}`,
      where: { file: where },
      remedy: 'Name the folder that train-model wrote, or train the model again',
    });
  if (modelJson.length > LONGEST_MODEL_JSON) {
    throw refuse(`model.json has more than ${LONGEST_MODEL_JSON} characters`);
  }
  const root = asRecord(parseJson(modelJson, refuse));
  if (root === null) throw refuse('model.json is no object');
  const topology = asRecord(root.modelTopology);
  if (topology === null) throw refuse('it has no modelTopology');
  // Models converted from Keras wrap the topology once more.
  const model = asRecord(topology.model_config) ?? topology;
  if (model.class_name !== 'Sequential') {
    throw refuse(
      typeof model.class_name === 'string'
        ? `it is a ${model.class_name} model, and only Sequential models can be exported`
        : 'its topology names no class',
    );
  }
  const layers = asRecord(model.config)?.layers ?? model.config;
  if (!Array.isArray(layers)) throw refuse('it lists no layers');
  if (layers.length > MOST_LAYERS) throw refuse(`it has more than ${MOST_LAYERS} layers`);
  return {
    topology: layers.map((layer: unknown, index) => {
      const kind = asRecord(layer)?.class_name;
      const config = asRecord(asRecord(layer)?.config);
      if (typeof kind !== 'string' || config === null) {
        throw refuse(`layer ${index + 1} has no class or no configuration`);
      }
      if (typeof config.name !== 'string' || config.name.length > LONGEST_NAME) {
        throw refuse(
          `layer ${index + 1} has no name, or one of more than ${LONGEST_NAME} characters`,
        );
      }
      return { kind: kind.slice(0, LONGEST_NAME), name: config.name, config };
    }),
    manifest: parseManifest(root.weightsManifest, refuse),
  };
}

function parseManifest(manifest: unknown, refuse: (what: string) => UserError): WeightEntry[] {
  if (!Array.isArray(manifest)) throw refuse('it has no weightsManifest');
  const entries: WeightEntry[] = [];
  for (const group of manifest as unknown[]) {
    const weights = asRecord(group)?.weights;
    if (!Array.isArray(weights)) throw refuse('a group of its weightsManifest lists no weights');
    for (const weight of weights as unknown[]) {
      const { name, shape, dtype, quantization } = asRecord(weight) ?? {};
      if (typeof name !== 'string' || typeof dtype !== 'string' || !isShape(shape)) {
        throw refuse('a weight in its manifest has no name, type or shape');
      }
      if (quantization !== undefined) {
        throw refuse(`weight "${name}" is stored quantised; export the model before that`);
      }
      entries.push({ name, shape, dtype });
      if (entries.length > MOST_WEIGHTS) throw refuse(`it has more than ${MOST_WEIGHTS} weights`);
    }
  }
  return entries;
}

function parseJson(text: string, refuse: (what: string) => UserError): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw refuse(`model.json is not JSON (${reason})`);
  }
}

function isShape(value: unknown): value is number[] {
  return (
    Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && Number(size) >= 1)
  );
}

function asRecord(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}
