import { type ActivationFormat, overflow, type ValueRange } from './activation-format.ts';
import { roundHalfToEven } from './arithmetic.ts';
import {
  type Graph,
  GraphBuilder,
  type Operator,
  type Quantization,
  type Tensor,
  tensorOf,
} from './graph.ts';

const LARGEST_WEIGHT = 127;

/**
 * Dynamic range: every dense kernel becomes 8-bit, everything else stays in single precision. TFLite's own converter
 * leaves kernels of fewer than 1,024 numbers alone; here a small model is quantised, too, since its user asked for it.
 */
export function quantizeWeights(graph: Graph): Graph {
  const tensors = new Map(graph.tensors);
  for (const operator of graph.operators) {
    if (operator.kind !== 'FULLY_CONNECTED') continue;
    const weights = tensorOf(graph, operator.inputs[1] ?? '');
    tensors.set(weights.name, quantizeKernel(weights));
  }
  return { ...graph, tensors };
}

/**
 * Full integer: all dense layers and their activations compute with integers of the format; the transform before them and
 * the result stay in single precision, so that an app feeds and reads the same numbers whatever the variant.
 * `ranges` holds every tensor that a dense layer reads or makes.
 */
export function quantizeFully(
  graph: Graph,
  ranges: ReadonlyMap<string, ValueRange>,
  format: ActivationFormat,
): Graph {
  return new FullQuantizer(graph, ranges, format).run();
}

/** Operators that run on integers here; all others keep their types. */
function isQuantized({ kind }: Operator): boolean {
  return ['FULLY_CONNECTED', 'TANH', 'LOGISTIC', 'SOFTMAX'].includes(kind);
}

class FullQuantizer {
  readonly #graph: Graph;
  readonly #ranges: ReadonlyMap<string, ValueRange>;
  readonly #format: ActivationFormat;
  readonly #builder = new GraphBuilder();

  constructor(graph: Graph, ranges: ReadonlyMap<string, ValueRange>, format: ActivationFormat) {
    this.#graph = graph;
    this.#ranges = ranges;
    this.#format = format;
  }

  run(): Graph {
    for (const name of this.#graph.inputs) {
      const { type, shape } = tensorOf(this.#graph, name);
      this.#builder.input(name, type, shape);
    }
    for (const operator of this.#graph.operators) {
      if (isQuantized(operator)) this.#quantize(operator);
      else this.#copy(operator);
    }
    return this.#builder.build(this.#graph.outputs.map((name) => this.#unquantized(name)));
  }

  #copy(operator: Operator): void {
    const { name: _, ...result } = tensorOf(this.#graph, operator.output);
    const inputs = operator.inputs.map((name) => this.#unquantized(name));
    this.#builder.apply({ ...operator, inputs }, result);
  }

  #quantize(operator: Operator): void {
    const { shape } = tensorOf(this.#graph, operator.output);
    const [values = '', ...parameters] = operator.inputs;
    const input = this.#quantized(values);
    const inputs =
      operator.kind === 'FULLY_CONNECTED'
        ? [input, ...this.#denseParameters(input, parameters)]
        : [input];
    this.#builder.apply(
      { ...operator, inputs, output: this.#storedName(operator.output) },
      { shape, type: this.#format.type, quantization: this.#outputQuantization(operator) },
    );
  }

  /** The integer form of a tensor, made with QUANTIZE where nothing made it yet. */
  #quantized(name: string): string {
    const output = this.#storedName(name);
    if (this.#builder.has(output)) return output;
    const { shape } = tensorOf(this.#graph, name);
    const quantization = this.#format.quantizationOf(this.#range(name), name);
    return this.#builder.apply(
      { kind: 'QUANTIZE', inputs: [this.#unquantized(name)], output },
      { shape, type: this.#format.type, quantization },
    );
  }

  /** A tensor in the type that it has in the source graph, made with DEQUANTIZE where only its integer form is there. */
  #unquantized(name: string): string {
    if (this.#builder.has(name)) return name;
    const source = tensorOf(this.#graph, name);
    if (source.data !== undefined) return this.#builder.add(source);
    return this.#builder.apply(
      { kind: 'DEQUANTIZE', inputs: [this.#storedName(name)], output: name },
      { shape: source.shape, type: source.type },
    );
  }

  #denseParameters(input: string, [weights = '', bias = '']: readonly string[]): string[] {
    const kernel = quantizeKernel(tensorOf(this.#graph, weights));
    const inputScale = this.#builder.tensor(input).quantization?.scale ?? 1;
    const scale = Math.fround(inputScale * (kernel.quantization?.scale ?? 1));
    if (!Number.isFinite(scale)) throw overflow(bias);
    return [
      // A recurrent kernel is read in each step.
      this.#builder.has(kernel.name) ? kernel.name : this.#builder.add(kernel),
      this.#builder.add(quantizeBias(tensorOf(this.#graph, bias), scale, this.#format.bias)),
    ];
  }

  #outputQuantization({ kind, output }: Operator): Quantization {
    if (kind === 'TANH') return this.#format.tanh;
    if (kind !== 'FULLY_CONNECTED') return this.#format.probability;
    return this.#format.quantizationOf(this.#range(output), output);
  }

  #storedName(name: string): string {
    return `${name}/${this.#format.type}`;
  }

  #range(name: string): ValueRange {
    const range = this.#ranges.get(name);
    if (range === undefined) throw new Error(`tensor ${name} was not calibrated`);
    return range;
  }
}

/**
 * Symmetric, one scale for the whole kernel: TFLite 2.9 and older silently compute nonsense from dense kernels with a
 * scale for each unit.
 */
function quantizeKernel(weights: Tensor): Tensor {
  const values = floatData(weights);
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  // A scale of 0 can't be divided by; a kernel of zeros is zeros at every scale.
  const scale = Math.fround(largest / LARGEST_WEIGHT) || 1;
  const data = Int8Array.from(values, (value) =>
    clamp(roundHalfToEven(value / scale), LARGEST_WEIGHT),
  );
  return { ...weights, type: 'int8', data, quantization: { scale, zeroPoint: 0 } };
}

/** Biases are added to the sums of products, so their scale is that of a product. */
function quantizeBias(
  bias: Tensor,
  scale: number,
  { type, largest }: ActivationFormat['bias'],
): Tensor {
  const values = Array.from(floatData(bias), (value) =>
    clamp(roundHalfToEven(value / scale), largest),
  );
  const data = type === 'int32' ? Int32Array.from(values) : Float64Array.from(values);
  return { ...bias, type, data, quantization: { scale, zeroPoint: 0 } };
}

function floatData({ name, data }: Tensor): Float32Array {
  if (!(data instanceof Float32Array)) throw new Error(`${name} is no constant of real numbers`);
  return data;
}

function clamp(value: number, limit: number): number {
  return Math.min(limit, Math.max(-limit, value));
}
