import type { EncoderArchitecture } from '../config/index.ts';
import { UserError } from '../errors/index.ts';
import type { FeatureBlock } from '../features/index.ts';
import type { Network } from './network.ts';
import { BadLayers, networkOfLayers, type StoredLayer } from './parse-layers-part.ts';

/** Words beside each other that a convolution of a text or a series reads. */
const WINDOW = 3;

type ArrayBlock = Extract<FeatureBlock, { meaning: 'array' }>;
type TokensBlock = Extract<FeatureBlock, { meaning: 'tokens' }>;

/**
 * The network of an architecture that has layers of its own for some features. They make vectors of these, which hidden
 * layers read beside all other features:
 *
 * - `cnn`: each image or array of two or three sizes passes through convolutions with a pool of 2 after each.
 * - `text`: the ids of each text become vectors, of which the mean (padding included), or what a convolution or an LSTM makes
 *   of them, is taken. The LSTM reads from the end, so that padding comes first.
 * - `time-series`: each array of one or two sizes, the first of which is time, passes through a recurrent layer or
 *   convolutions.
 *
 * Throws a `UserError` where no feature is one that the architecture is for, and for shapes that it can't read.
 */
export function describeEncoderNetwork(
  architecture: EncoderArchitecture,
  {
    outputs,
    activation,
    blocks,
  }: {
    readonly outputs: number;
    readonly activation: string;
    readonly blocks: readonly FeatureBlock[];
  },
): Network {
  const layers = new LayerList();
  const { kind } = architecture;
  const read = readBlocks(architecture, blocks);
  const vectors = read.map(({ block, width }, index) => {
    const name = `input_${index + 1}`;
    layers.inputs.push(layers.add(name, 'InputLayer', { batch_input_shape: [null, width] }, []));
    return block === null ? name : encode(layers, architecture, block, name, index + 1);
  });
  let last =
    vectors.length === 1
      ? (vectors[0] as string)
      : layers.add('features', 'Concatenate', { axis: -1 }, vectors);
  for (const [index, units] of architecture.hidden.entries()) {
    const settings = { units, activation: architecture.activation };
    last = layers.add(`hidden_${index + 1}`, 'Dense', settings, [last]);
    if (architecture.dropout > 0)
      last = layers.add(`dropout_${index + 1}`, 'Dropout', { rate: architecture.dropout }, [last]);
  }
  const output = layers.add('output', 'Dense', { units: outputs, activation }, [last]);
  try {
    return networkOfLayers(kind.replace('-', '_'), layers.all, { inputs: layers.inputs, output });
  } catch (error) {
    if (!(error instanceof BadLayers)) throw error;
    throw new UserError({
      what: `The features don't fit training.architecture.kind: ${kind}: ${error.what}`,
      remedy: 'Change the shape of the feature, or the settings of the architecture',
    });
  }
}

class LayerList {
  readonly all: StoredLayer[] = [];
  readonly inputs: string[] = [];

  /** Returns the name. */
  add(
    name: string,
    className: string,
    config: StoredLayer['config'],
    from: readonly string[],
  ): string {
    this.all.push({ name, className, config, from });
    return name;
  }
}

/** One input each: a block that has layers of its own, or neighbours that have none. */
interface InputToRead {
  readonly block: ArrayBlock | TokensBlock | null;
  readonly width: number;
}

function readBlocks(
  architecture: EncoderArchitecture,
  blocks: readonly FeatureBlock[],
): InputToRead[] {
  const { kind } = architecture;
  const inputs: InputToRead[] = [];
  for (const block of blocks) {
    const { width } = block;
    const last = inputs.at(-1);
    const own = encodedBlock(kind, block);
    if (own !== null) inputs.push({ block: own, width });
    else if (block.meaning === 'tokens') throw strayTokens(kind);
    else if (last?.block === null)
      inputs[inputs.length - 1] = { block: null, width: last.width + width };
    else inputs.push({ block: null, width });
  }
  if (inputs.some(({ block }) => block !== null)) return inputs;
  const [wanted, example] = WANTED[kind];
  throw new UserError({
    what: `training.architecture.kind: ${kind} needs ${wanted}, and there is none among the features`,
    remedy: `Make one, e.g. ${example}, or choose kind: mlp`,
  });
}

const WANTED = {
  cnn: [
    'an image, or an array of two or three sizes',
    'features: { photo: { kind: image, size: [28, 28] } }',
  ],
  text: ['a text as tokens', 'features: { review: tokens }'],
  'time-series': [
    'an array of one or two sizes, the first of which is time',
    'features: { load: { kind: array, columns: ["h_*"], shape: [24] } }',
  ],
} as const;

/** The block, where the architecture has layers for it. */
function encodedBlock(
  kind: EncoderArchitecture['kind'],
  block: FeatureBlock,
): ArrayBlock | TokensBlock | null {
  if (block.meaning === 'tokens') return kind === 'text' ? block : null;
  if (block.meaning !== 'array') return null;
  const rank = block.shape.length;
  const isRead = kind === 'cnn' ? rank === 2 || rank === 3 : kind === 'time-series' && rank <= 2;
  return isRead ? block : null;
}

function strayTokens(kind: string): UserError {
  return new UserError({
    what: `Tokens are not read by training.architecture.kind: ${kind}, to which they would be quantities`,
    remedy: 'Use kind: text for this feature, or training.architecture.kind: text',
  });
}

/** Layers from an input to a vector. */
function encode(
  layers: LayerList,
  architecture: EncoderArchitecture,
  block: ArrayBlock | TokensBlock,
  input: string,
  place: number,
): string {
  let last = input;
  const then = (name: string, className: string, config: StoredLayer['config']) => {
    last = layers.add(`${name}_${place}`, className, config, [last]);
  };
  if (block.meaning === 'tokens') {
    if (architecture.kind !== 'text') throw new Error('tokens are read by texts alone');
    then('embedding', 'Embedding', { input_dim: block.ids, output_dim: architecture.embedding });
    if (architecture.encoder === 'average') then('average', 'GlobalAveragePooling1D', {});
    else encodeSequence(architecture, then);
    return last;
  }
  const [first = 1, second = 1, third = 1] = block.shape;
  if (architecture.kind === 'cnn') {
    then('image', 'Reshape', { target_shape: [first, second, third] });
    let [height, width] = [first, second];
    for (const [index, filters] of architecture.filters.entries()) {
      const { kernel, activation } = architecture;
      then(`convolution_${index + 1}`, 'Conv2D', {
        filters,
        kernel_size: kernel,
        padding: 'same',
        activation,
      });
      if (height < 2 || width < 2) continue;
      then(`pool_${index + 1}`, 'MaxPooling2D', {});
      [height, width] = [Math.floor(height / 2), Math.floor(width / 2)];
    }
    then('flat', 'Flatten', {});
    return last;
  }
  if (architecture.kind !== 'time-series') throw new Error('arrays are not read by texts');
  then('series', 'Reshape', { target_shape: [first, second] });
  encodeSequence(architecture, then);
  return last;
}

function encodeSequence(
  architecture: Exclude<EncoderArchitecture, { kind: 'cnn' }>,
  then: (name: string, className: string, config: StoredLayer['config']) => void,
): void {
  const { kind, encoder, units, activation } = architecture;
  if (encoder === 'cnn') {
    then('convolution', 'Conv1D', {
      filters: units,
      kernel_size: WINDOW,
      padding: 'same',
      activation,
    });
    then('pool', 'GlobalMaxPooling1D', {});
    return;
  }
  const className = encoder === 'gru' ? 'GRU' : 'LSTM';
  // Padding stands behind a text: read last, it would wash away what came before.
  then(encoder, className, { units, ...(kind === 'text' ? { go_backwards: true } : {}) });
}
