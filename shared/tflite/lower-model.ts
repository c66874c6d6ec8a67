import type { Task } from '../config/index.ts';
import type { Transform } from '../features/index.ts';
import { listTrainedLayers, type TrainedLayer, type TrainedNetwork } from '../network/index.ts';
import { type Graph, GraphBuilder } from './graph.ts';
import { listInputs, nameInputs } from './input-names.ts';
import { transposed } from './layer-lowering.ts';
import { lowerLayers } from './lower-layers.ts';
import { type LoweredTransform, lowerTransform } from './lower-transform.ts';

/** Names of the file's output, by task. */
export const OUTPUT_NAMES: Readonly<Record<Task, string>> = {
  'multiclass-classification': 'probabilities',
  'binary-classification': 'probability',
  regression: 'value',
};

/**
 * Transform, layers and the inverse of the label's transform as one graph in single precision: raw features in,
 * probabilities or the label's own units out.
 */
export function lowerModel(model: TrainedNetwork, transform: Transform, task: Task): Graph {
  const builder = new GraphBuilder();
  const output = OUTPUT_NAMES[task];
  const names = nameInputs(listInputs(transform), output);
  const lowered = lowerTransform(builder, transform, names);
  if (model.network.wideAndDeep !== undefined || model.network.layersPart !== undefined) {
    const result = lowerLayers(builder, model, lowered);
    const last =
      transform.label.kind === 'number'
        ? restoreUnits(builder, result, transform.label, output)
        : nameOutput(builder, result, output);
    return builder.build([last]);
  }
  let values = lowered.features;
  const layers = listTrainedLayers(model);
  for (const [index, layer] of layers.entries()) {
    const last = index === layers.length - 1 && task !== 'regression';
    values = lowerDense(builder, {
      layer: index === 0 ? reorderInputs(layer, lowered) : layer,
      input: values,
      prefix: `dense_${index + 1}`,
      ...(last ? { output } : {}),
    });
  }
  if (transform.label.kind === 'number') {
    values = restoreUnits(builder, values, transform.label, output);
  }
  return builder.build([values]);
}

/** The result under the name of the file's output. */
function nameOutput(builder: GraphBuilder, result: string, output: string): string {
  const { shape } = builder.tensor(result);
  const sizes = builder.constant('output/shape', [shape.length], Int32Array.from(shape));
  return builder.apply(
    { kind: 'RESHAPE', inputs: [result, sizes], output },
    { shape, type: 'float32' },
  );
}

/** Name of the vector that `lowerNetwork` reads. */
const VECTOR_NAME = 'features';

/**
 * The layers alone: a vector of the transform in, probabilities out, or for a regression the label less its mean, in its
 * units. What an app whose inputs and outputs are integers feeds and reads: `(value − mean) / deviation` of a column does
 * not survive 8 bits of the value itself.
 */
export function lowerNetwork(
  model: TrainedNetwork,
  { label, width }: Transform,
  task: Task,
): Graph {
  const builder = new GraphBuilder();
  const layers = listTrainedLayers(model);
  const values = layers.reduce(
    (input, layer, index) => {
      const last = index === layers.length - 1;
      return lowerDense(builder, {
        layer: last && label.kind === 'number' ? inUnits(layer, label.deviation) : layer,
        input,
        prefix: `dense_${index + 1}`,
        ...(last ? { output: OUTPUT_NAMES[task] } : {}),
      });
    },
    builder.input(VECTOR_NAME, 'float32', [1, width]),
  );
  return builder.build([values]);
}

/** The last layer of a regression, which is linear, times the label's deviation. */
function inUnits(layer: TrainedLayer, deviation: number): TrainedLayer {
  if (layer.activation !== 'linear')
    throw new Error('the last layer of a regression is not linear');
  const scale = (value: number) => value * deviation;
  return { ...layer, kernel: layer.kernel.map(scale), bias: layer.bias.map(scale) };
}

function lowerDense(
  builder: GraphBuilder,
  {
    layer,
    input,
    prefix,
    output,
  }: {
    readonly layer: TrainedLayer;
    readonly input: string;
    readonly prefix: string;
    /** Name for the result, where it is the graph's output. */
    readonly output?: string;
  },
): string {
  const result = { shape: [1, layer.units], type: 'float32' } as const;
  const weights = builder.constant(
    `${prefix}/weights`,
    [layer.units, layer.inputs],
    transposed(layer.kernel, layer.inputs, layer.units),
  );
  const bias = builder.constant(`${prefix}/bias`, [layer.units], layer.bias);
  const fused = layer.activation === 'relu';
  const alone = fused || layer.activation === 'linear';
  const sums = builder.apply(
    {
      kind: 'FULLY_CONNECTED',
      activation: fused ? 'relu' : 'none',
      inputs: [input, weights, bias],
      output: alone ? (output ?? `${prefix}/output`) : `${prefix}/sums`,
    },
    result,
  );
  if (alone) return sums;
  // TFLite fuses no other activation, and the sums need a range of their own when they become 8-bit.
  const kind = { tanh: 'TANH', sigmoid: 'LOGISTIC', softmax: 'SOFTMAX' } as const;
  return builder.apply(
    {
      kind: kind[layer.activation as keyof typeof kind],
      inputs: [sums],
      output: output ?? `${prefix}/output`,
    },
    result,
  );
}

/** The model predicts `(value − mean) / deviation`. */
function restoreUnits(
  builder: GraphBuilder,
  prediction: string,
  label: { readonly mean: number; readonly deviation: number },
  output: string,
): string {
  const result = { shape: [1, 1], type: 'float32' } as const;
  const deviation = builder.constant('label/deviation', [1, 1], Float32Array.of(label.deviation));
  const mean = builder.constant('label/mean', [1, 1], Float32Array.of(label.mean));
  const scaled = builder.apply(
    { kind: 'MUL', inputs: [prediction, deviation], output: 'label/scaled' },
    result,
  );
  return builder.apply({ kind: 'ADD', inputs: [scaled, mean], output }, result);
}

/** Puts the rows of the first kernel in the order of the graph's vector: cheaper than reordering the vector. */
function reorderInputs(layer: TrainedLayer, { order }: LoweredTransform): TrainedLayer {
  const kernel = new Float32Array(layer.kernel.length);
  for (const [row, place] of order.entries()) {
    const source = layer.kernel.subarray(place * layer.units, (place + 1) * layer.units);
    kernel.set(source, row * layer.units);
  }
  return { ...layer, kernel };
}
