import { nameOfFeature, type Transform } from '../features/index.ts';
import type { Matrix } from '../model/index.ts';
import { storeQuantized } from './arithmetic.ts';
import type { IntegerEndpoints } from './export-report.ts';
import { type Graph, type Operator, type Quantization, type Tensor, tensorOf } from './graph.ts';
import type { ExecutionResult, InputValues } from './runtime/session.ts';

/**
 * The same graph without the QUANTIZE after each input and the DEQUANTIZE before each output: integers in and out, under
 * the names that the real numbers had. Inputs that are not quantised stay as they are.
 */
export function toIntegerEndpoints(graph: Graph): Graph {
  const renamed = new Map<string, string>();
  const dropped = new Set<Operator>();
  for (const operator of graph.operators) {
    const [input = ''] = operator.inputs;
    if (operator.kind === 'QUANTIZE' && graph.inputs.includes(input)) {
      renamed.set(operator.output, input);
      dropped.add(operator);
    }
    if (operator.kind === 'DEQUANTIZE' && graph.outputs.includes(operator.output)) {
      renamed.set(input, operator.output);
      dropped.add(operator);
    }
  }
  const nameOf = (name: string) => renamed.get(name) ?? name;
  const tensors = new Map<string, Tensor>();
  const replaced = new Set(renamed.values());
  for (const tensor of graph.tensors.values()) {
    const name = nameOf(tensor.name);
    // The real numbers' own tensor gives way to that of the integers.
    if (name === tensor.name && replaced.has(name)) continue;
    tensors.set(name, { ...tensor, name });
  }
  const operators = graph.operators
    .filter((operator) => !dropped.has(operator))
    .map(
      (operator): Operator => ({
        ...operator,
        inputs: operator.inputs.map(nameOf),
        output: nameOf(operator.output),
      }),
    );
  return { ...graph, tensors, operators };
}

/** What an app feeds to and reads from a file with integers at its ends. */
export function describeEndpoints(graph: Graph, { features, label }: Transform): IntegerEndpoints {
  const [input, output] = [graph.inputs[0], graph.outputs[0]].map((name) => {
    const { type, shape, quantization } = tensorOf(graph, name ?? '');
    if (type !== 'int8' || quantization === undefined) throw new Error(`${name} is not quantised`);
    return { name: name ?? '', type, shape, ...quantization };
  }) as [Omit<IntegerEndpoints['input'], 'features'>, IntegerEndpoints['output']];
  return {
    input: {
      ...input,
      features: features.map((feature) => ({
        feature: nameOfFeature(feature),
        kind: feature.kind,
        offset: feature.offset,
        width: feature.width,
      })),
    },
    output: label.kind === 'number' ? { ...output, offset: label.mean } : output,
  };
}

/** Vectors of the transform as the file takes them. */
export function feedVectors(
  { data, columns }: Matrix,
  { input }: Pick<IntegerEndpoints, 'input'>,
): InputValues {
  const stored = Int8Array.from(data, (value) => storeQuantized(value, input, 'int8'));
  return { name: input.name, data: stored, width: columns };
}

/** The numbers that the file's answers stand for; those of a regression in the label's units. */
export function readIntegers(
  answers: ExecutionResult,
  { output }: Pick<IntegerEndpoints, 'output'>,
): ExecutionResult {
  const data = Float32Array.from(answers.data, (stored) => realOf(stored, output));
  return { ...answers, data };
}

function realOf(
  stored: number,
  { scale, zeroPoint, offset = 0 }: Quantization & { readonly offset?: number },
): number {
  return scale * (stored - zeroPoint) + offset;
}
