/** A value of a layer's configuration, as `model.json` has it. */
export type ConfigValue = number | boolean | string | readonly ConfigValue[];
export type LayerConfig = Readonly<Record<string, ConfigValue>>;

/** Sizes of one example's numbers, row-major; the batch is left out. */
export type Shape = readonly number[];

/**
 * A network of other layers than dense chains, as a graph. Its inputs are vectors, whose lengths add up to those of the
 * network, in the order of the input vector.
 */
export interface LayersPart {
  /** Each after those that it reads; the last one gives the outputs. */
  readonly nodes: readonly LayerNode[];
}

export interface LayerNode {
  readonly name: string;
  /** Of TensorFlow.js, one of `LAYER_CLASSES`. */
  readonly className: string;
  /** Fields of the class as `LAYER_CLASSES` has them, all of them; initialisers are no part of a trained network. */
  readonly config: LayerConfig;
  readonly from: readonly string[];
  /** Of its result. */
  readonly shape: Shape;
  readonly weights: readonly LayerWeight[];
}

export interface LayerWeight {
  /** `<layer>/<weight>`, as TensorFlow.js names it. */
  readonly name: string;
  /** `kernel`: multiplies what passes through, and is penalised; `other`: what training moves besides; `state`: what it only keeps. */
  readonly kind: 'kernel' | 'bias' | 'other' | 'state';
  readonly shape: Shape;
}

export function sizeOf(shape: Shape): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** The weights in the order in which they are saved. */
export function listLayerWeights({ nodes }: LayersPart): LayerWeight[] {
  return nodes.flatMap(({ weights }) => weights);
}

/** The inputs with their place in the vector. */
export function listPartInputs({ nodes }: LayersPart): {
  readonly name: string;
  readonly offset: number;
  readonly width: number;
}[] {
  let offset = 0;
  return nodes
    .filter(({ className }) => className === 'InputLayer')
    .map(({ name, shape }) => {
      const width = sizeOf(shape);
      offset += width;
      return { name, offset: offset - width, width };
    });
}

/** What the outputs pass through last: an activation by its name in TensorFlow.js. */
export function outputActivationOf(part: LayersPart): string {
  const last = lastNode(part);
  if (last.className === 'Softmax') return 'softmax';
  return endsInActivation(last) ? (last.config.activation as string) : 'linear';
}

/** The same network without that activation: it gives logits. */
export function withoutActivationOf(part: LayersPart): LayersPart {
  const last = lastNode(part);
  const rest = part.nodes.slice(0, -1);
  if (last.className === 'Softmax') {
    return {
      nodes: [...rest, { ...last, className: 'Activation', config: { activation: 'linear' } }],
    };
  }
  if (!endsInActivation(last)) return part;
  return { nodes: [...rest, { ...last, config: { ...last.config, activation: 'linear' } }] };
}

/** The activation of a recurrent layer is one within its steps, that of a convolution is no vector's. */
function endsInActivation({ className }: LayerNode): boolean {
  return className === 'Dense' || className === 'Activation';
}

export function lastNode({ nodes }: LayersPart): LayerNode {
  return nodes.at(-1) as LayerNode;
}
