import { countParameters, type DenseLayer, type Network } from '../../network/index.ts';

/** Where the matrices of a training lie in the memory of the kernel. All but `panel` hold what their names say. */
export interface DensePlan {
  readonly layers: readonly LayerPlan[];
  /** `batchSize × inputs`: the examples of a step. */
  readonly input: number;
  /** Kernel and bias of each layer, one after the other; gradients and moments lie in the same order. */
  readonly weights: number;
  readonly gradients: number;
  readonly firstMoments: number;
  readonly secondMoments: number;
  readonly parameters: number;
  /** Room for a panel of a product's right matrix. */
  readonly panel: number;
  /** The first byte behind all of it. */
  readonly end: number;
}

export interface LayerPlan {
  readonly inputs: number;
  readonly units: number;
  readonly activation: 'linear' | 'relu' | 'tanh';
  /** `inputs × units`. */
  readonly kernel: number;
  readonly bias: number;
  readonly kernelGradient: number;
  readonly biasGradient: number;
  /** `units × inputs`; nowhere for the first layer, whose inputs need no gradient. */
  readonly transposedKernel: number;
  /** `batchSize × inputs`: what the layer before gives. */
  readonly input: number;
  /** `batchSize × units`, as all that follows. */
  readonly output: number;
  readonly outputGradient: number;
  readonly dropout: DropoutPlan | null;
}

export interface DropoutPlan {
  readonly rate: number;
  readonly mask: number;
  readonly output: number;
}

/** What a plan needs to know of a training. */
export interface DenseShape {
  readonly network: Network;
  /** Most examples of a step. */
  readonly batchSize: number;
  /** Numbers that the optimiser keeps of each weight. */
  readonly moments: 0 | 1 | 2;
}

/** `start`: the first free byte. Null where the network has something that the kernel has not. */
export function planDenseTraining(
  { network, batchSize, moments }: DenseShape,
  start: number,
): DensePlan | null {
  if (network.wideAndDeep !== undefined || network.layersPart !== undefined) return null;
  let end = start;
  const reserve = (numbers: number): number => {
    const at = end;
    end += Math.ceil(numbers / 4) * 16;
    return at;
  };
  const parameters = countParameters(network);
  const weights = reserve(parameters);
  const gradients = reserve(parameters);
  const firstMoments = moments > 0 ? reserve(parameters) : 0;
  const secondMoments = moments > 1 ? reserve(parameters) : 0;
  const layers: LayerPlan[] = [];
  let inputs = network.inputs;
  let longest = Math.max(inputs, batchSize);
  const input = reserve(batchSize * inputs);
  let from = input;
  let offset = 0;
  for (const [index, layer] of network.layers.entries()) {
    if (layer.kind === 'dropout') {
      // It belongs to the dense layer before it.
      if (network.layers[index - 1]?.kind !== 'dense') return null;
      continue;
    }
    const { units } = layer;
    const activation = knownActivation(layer);
    if (activation === null) return null;
    const next = network.layers[index + 1];
    const bias = offset + 4 * inputs * units;
    const plan: LayerPlan = {
      inputs,
      units,
      activation,
      kernel: weights + offset,
      bias: weights + bias,
      kernelGradient: gradients + offset,
      biasGradient: gradients + bias,
      transposedKernel: layers.length === 0 ? 0 : reserve(inputs * units),
      input: from,
      output: reserve(batchSize * units),
      outputGradient: reserve(batchSize * units),
      dropout:
        next?.kind === 'dropout'
          ? {
              rate: next.rate,
              mask: reserve(batchSize * units),
              output: reserve(batchSize * units),
            }
          : null,
    };
    layers.push(plan);
    from = plan.dropout?.output ?? plan.output;
    offset = bias + 4 * units;
    inputs = units;
    longest = Math.max(longest, units);
  }
  const panel = reserve(8 * longest);
  return {
    ...{ layers, input, weights, gradients, firstMoments, secondMoments, parameters, panel },
    end,
  };
}

function knownActivation({ activation }: DenseLayer): LayerPlan['activation'] | null {
  return activation === 'linear' || activation === 'relu' || activation === 'tanh'
    ? activation
    : null;
}
