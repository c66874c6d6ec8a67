import { roundHalfToEven, storeQuantized } from './arithmetic.ts';
import {
  elementCount,
  type Graph,
  type Operator,
  type Quantization,
  type Tensor,
  type TensorData,
  tensorOf,
} from './graph.ts';
import { fromHalf } from './half-precision.ts';

/**
 * Executes a graph on one example in plain JavaScript: the same arithmetic as TFLite's kernels, sums in double
 * precision, 8-bit steps rounded as XNNPACK rounds them. Calibration reads the values inside the graph from it, and
 * tests hold the runtime against it. The result has every tensor that an operator made.
 */
export function executeGraph(
  graph: Graph,
  inputs: ReadonlyMap<string, TensorData>,
): Map<string, TensorData> {
  const values = new Map<string, TensorData>(inputs);
  for (const operator of graph.operators) {
    const output = tensorOf(graph, operator.output);
    const operands = operator.inputs.map((name): Operand => {
      const tensor = tensorOf(graph, name);
      const data = tensor.data ?? values.get(name);
      if (data === undefined) throw new Error(`tensor ${name} has no value yet`);
      return { data, tensor };
    });
    values.set(output.name, execute(operator, operands, output));
  }
  return values;
}

interface Operand {
  readonly data: TensorData;
  readonly tensor: Tensor;
}

function execute(operator: Operator, operands: readonly Operand[], output: Tensor): TensorData {
  const [a, b, c] = operands as [Operand, Operand, Operand];
  const at = (operand: Operand, index: number): number => operand.data[index] as number;
  switch (operator.kind) {
    case 'FULLY_CONNECTED':
      return a.tensor.type === 'int8'
        ? fullyConnectedInt8(a, b, c, output, operator.activation === 'relu')
        : fullyConnected(a, b, c, output, operator.activation === 'relu');
    case 'CONCATENATION':
      return fill(
        output,
        operands.flatMap(({ data }) => [...data]),
      );
    case 'GATHER':
      return fillWith(output, (index) => at(a, at(b, index)));
    case 'SELECT':
    case 'SELECT_V2':
      return fillWith(output, (index) => (at(a, index) === 0 ? at(c, index) : at(b, index)));
    case 'ADD':
      return fillWith(output, (index) => at(a, index) + at(b, index));
    case 'SUB':
      return fillWith(output, (index) => at(a, index) - at(b, index));
    case 'MUL':
      return fillWith(output, (index) => at(a, index) * at(b, index));
    case 'MINIMUM':
      return fillWith(output, (index) => Math.min(at(a, index), at(b, index)));
    case 'MAXIMUM':
      return fillWith(output, (index) => Math.max(at(a, index), at(b, index)));
    case 'EQUAL':
      return fillWith(output, (index) => (at(a, index) === at(b, index) ? 1 : 0));
    case 'NOT_EQUAL':
      return fillWith(output, (index) => (at(a, index) === at(b, index) ? 0 : 1));
    case 'LOG':
      return fillWith(output, (index) => Math.log(at(a, index)));
    case 'SIN':
      return fillWith(output, (index) => Math.sin(at(a, index)));
    case 'CAST':
      return fill(output, a.data);
    case 'QUANTIZE':
      return fill(output, quantizeValues(a.data, quantizationOf(output)));
    case 'DEQUANTIZE':
      return fill(output, realValues(a));
    case 'TANH':
      return fillReal(output, realValues(a).map(Math.tanh));
    case 'LOGISTIC':
      return fillReal(
        output,
        realValues(a).map((value) => 1 / (1 + Math.exp(-value))),
      );
    case 'SOFTMAX':
      return fillReal(output, softmax(realValues(a)));
  }
}

function fullyConnected(
  { data: input }: Operand,
  weights: Operand,
  { data: bias }: Operand,
  output: Tensor,
  relu: boolean,
): TensorData {
  // Weights alone may be 8-bit ("hybrid"): they are used as the real numbers that they stand for.
  const { scale } = weights.tensor.quantization ?? { scale: 1 };
  return fillWith(output, (unit) => {
    let sum = 0;
    const start = unit * input.length;
    for (let index = 0; index < input.length; index++) {
      sum += (input[index] as number) * (weights.data[start + index] as number);
    }
    const value = sum * scale + (bias[unit] as number);
    return relu ? Math.max(0, value) : value;
  });
}

function fullyConnectedInt8(
  input: Operand,
  weights: Operand,
  { data: bias }: Operand,
  output: Tensor,
  relu: boolean,
): TensorData {
  const from = quantizationOf(input.tensor);
  const to = quantizationOf(output);
  const factor = Math.fround((from.scale * quantizationOf(weights.tensor).scale) / to.scale);
  const smallest = relu ? Math.max(-128, to.zeroPoint) : -128;
  return fillWith(output, (unit) => {
    let sum = bias[unit] as number;
    const start = unit * input.data.length;
    for (let index = 0; index < input.data.length; index++) {
      sum +=
        ((input.data[index] as number) - from.zeroPoint) * (weights.data[start + index] as number);
    }
    const step = roundHalfToEven(Math.fround(Math.fround(sum) * factor)) + to.zeroPoint;
    return Math.min(127, Math.max(smallest, step));
  });
}

function softmax(values: readonly number[]): number[] {
  const largest = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = values.map((value) => Math.exp(value - largest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

function realValues({ data, tensor }: Operand): number[] {
  if (tensor.type === 'float16') return Array.from(data, fromHalf);
  const { scale, zeroPoint } = tensor.quantization ?? { scale: 1, zeroPoint: 0 };
  return Array.from(data, (value) => (value - zeroPoint) * scale);
}

function quantizeValues(values: Iterable<number>, quantization: Quantization): number[] {
  return Array.from(values, (value) => storeQuantized(value, quantization));
}

function fillReal(output: Tensor, values: readonly number[]): TensorData {
  return output.type === 'int8'
    ? fill(output, quantizeValues(values, quantizationOf(output)))
    : fill(output, values);
}

function quantizationOf({ name, quantization }: Tensor): Quantization {
  if (quantization === undefined) throw new Error(`tensor ${name} is not quantised`);
  return quantization;
}

function fillWith(output: Tensor, valueAt: (index: number) => number): TensorData {
  const data = allocate(output);
  for (let index = 0; index < data.length; index++) data[index] = valueAt(index);
  return data;
}

function fill(output: Tensor, values: ArrayLike<number>): TensorData {
  const data = allocate(output);
  if (values.length !== data.length)
    throw new Error(`${output.name} is given ${values.length} values`);
  data.set(values);
  return data;
}

function allocate({ type, shape }: Tensor): TensorData {
  const size = elementCount(shape);
  switch (type) {
    case 'float32':
      return new Float32Array(size);
    case 'float16':
      return new Uint16Array(size);
    case 'int32':
      return new Int32Array(size);
    case 'int8':
      return new Int8Array(size);
    case 'bool':
      return new Uint8Array(size);
  }
}
