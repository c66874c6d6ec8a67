import { roundHalfToEven } from './arithmetic.ts';
import { type Graph, GraphBuilder, type Operator, type Tensor, tensorOf } from './graph.ts';

/** Half-way between the largest number, 65504, and the next one that there would be: from here on, rounding gives infinity. */
const FIRST_INFINITE = 65520;

/**
 * Every kernel of a dense layer or a convolution in half precision, widened by a `DEQUANTIZE` before the layer that reads it; all else stays in single precision.
 * Biases would save less than the operator that widens them takes. A kernel with a number beyond ±65504 stays as it is:
 * it would be infinite.
 */
export function halveWeights(graph: Graph): Graph {
  const builder = new GraphBuilder();
  for (const name of graph.inputs) {
    const { type, shape } = tensorOf(graph, name);
    builder.input(name, type, shape);
  }
  for (const operator of graph.operators) {
    const kernel = hasKernel(operator) ? operator.inputs[1] : undefined;
    const inputs = operator.inputs.map((name) =>
      name === kernel ? widened(builder, tensorOf(graph, name)) : copied(builder, graph, name),
    );
    const { name: _, ...result } = tensorOf(graph, operator.output);
    builder.apply({ ...operator, inputs } as Operator, result);
  }
  return builder.build(graph.outputs);
}

function hasKernel({ kind }: Operator): boolean {
  return ['FULLY_CONNECTED', 'CONV_2D', 'DEPTHWISE_CONV_2D'].includes(kind);
}

function widened(builder: GraphBuilder, kernel: Tensor): string {
  const { name, shape, data } = kernel;
  if (builder.has(name)) return name;
  if (!(data instanceof Float32Array) || !data.every(fitsHalf)) return builder.add(kernel);
  const half = Uint16Array.from(data, toHalf);
  builder.add({ name: `${name}/float16`, shape, type: 'float16', data: half });
  return builder.apply(
    { kind: 'DEQUANTIZE', inputs: [`${name}/float16`], output: name },
    { shape, type: 'float32' },
  );
}

/** Constants are added where they are first read. */
function copied(builder: GraphBuilder, graph: Graph, name: string): string {
  return builder.has(name) ? name : builder.add(tensorOf(graph, name));
}

function fitsHalf(value: number): boolean {
  return Math.abs(value) < FIRST_INFINITE;
}

/**
 * Bits of the nearest number of half precision (IEEE 754 binary16), ties to even; infinite from ±65520 on. `value` is a
 * number of single precision.
 */
export function toHalf(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (Number.isNaN(value)) return 0x7e00;
  if (size >= FIRST_INFINITE) return sign | 0x7c00;
  // Below 2^-14 steps are even: 2^-24. The exponent is that of the largest power of two in the number.
  const exponent = Math.max(-14, Math.floor(Math.log2(size)));
  const step = 2 ** (exponent - 10);
  const steps = roundHalfToEven(size / step);
  // A subnormal number has no leading one; one that rounds up to 2048 steps carries into the exponent by itself.
  return sign | (((exponent + 14) << 10) + steps);
}

/** The number that the bits of half precision stand for. */
export function fromHalf(bits: number): number {
  const sign = (bits & 0x8000) === 0 ? 1 : -1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
