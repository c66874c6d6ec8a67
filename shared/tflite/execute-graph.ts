import { INTEGER_LIMITS, roundHalfToEven, storeQuantized } from './arithmetic.ts';
import {
  concatenate,
  convolve,
  convolveChannels,
  pad,
  pickRows,
  pool,
  reduce,
  transpose,
} from './execute-shapes.ts';
import {
  type Graph,
  type Operator,
  type Quantization,
  type Tensor,
  type TensorData,
  tensorOf,
} from './graph.ts';
import { fromHalf } from './half-precision.ts';
import { fill, fillWith, type Operand } from './tensor-values.ts';

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

function execute(operator: Operator, operands: readonly Operand[], output: Tensor): TensorData {
  const [a, b, c] = operands as [Operand, Operand, Operand];
  const at = (operand: Operand, index: number): number => operand.data[index] as number;
  const repeated = (operand: Operand, index: number) => at(operand, index % operand.data.length);
  switch (operator.kind) {
    case 'FULLY_CONNECTED':
      return isInteger(a.tensor)
        ? fullyConnectedInteger(a, b, c, output, operator.activation === 'relu')
        : fullyConnected(a, b, c, output, operator.activation === 'relu');
    case 'CONCATENATION':
      return concatenate(operands, output);
    case 'GATHER':
      return operator.axis === 0
        ? pickRows(a, b, output)
        : fillWith(output, (index) => at(a, at(b, index)));
    case 'RESHAPE':
      return fill(output, a.data);
    case 'TRANSPOSE':
      return transpose(a, [...b.data], output);
    case 'CONV_2D':
      return convolve(operator, a, b, c, output);
    case 'DEPTHWISE_CONV_2D':
      return convolveChannels(operator, a, b, c, output);
    case 'PAD':
      return pad(a, [...b.data], output);
    case 'DIV':
      return fillWith(output, (index) => at(a, index) / repeated(b, index));
    case 'EXP':
      return fillWith(output, (index) => Math.exp(at(a, index)));
    case 'RSQRT':
      return fillWith(output, (index) => 1 / Math.sqrt(at(a, index)));
    case 'MAX_POOL_2D':
    case 'AVERAGE_POOL_2D':
      return pool(operator, a, output);
    case 'MEAN':
    case 'REDUCE_MAX':
      return reduce(operator.kind === 'MEAN', a, [...b.data], output);
    case 'RELU':
      return fillWith(output, (index) => Math.max(0, at(a, index)));
    case 'RELU6':
      return fillWith(output, (index) => Math.min(6, Math.max(0, at(a, index))));
    case 'ELU':
      return fillWith(output, (index) =>
        at(a, index) >= 0 ? at(a, index) : Math.expm1(at(a, index)),
      );
    case 'LEAKY_RELU':
      return fillWith(output, (index) => at(a, index) * (at(a, index) >= 0 ? 1 : operator.alpha));
    case 'SELECT':
    case 'SELECT_V2':
      return fillWith(output, (index) => (at(a, index) === 0 ? at(c, index) : at(b, index)));
    case 'ADD':
      return fillWith(output, (index) => at(a, index) + repeated(b, index));
    case 'SUB':
      return fillWith(output, (index) => at(a, index) - repeated(b, index));
    case 'MUL':
      return fillWith(output, (index) => at(a, index) * repeated(b, index));
    case 'MINIMUM':
      return fillWith(output, (index) => Math.min(at(a, index), repeated(b, index)));
    case 'MAXIMUM':
      return fillWith(output, (index) => Math.max(at(a, index), repeated(b, index)));
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
      return fill(output, quantizeValues(a.data, output));
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
  const [units = 1, columns = 1] = weights.tensor.shape;
  return fillWith(output, (place) => {
    const unit = place % units;
    const row = ((place - unit) / units) * columns;
    let sum = 0;
    const start = unit * columns;
    for (let index = 0; index < columns; index++) {
      sum += (input[row + index] as number) * (weights.data[start + index] as number);
    }
    const value = sum * scale + (bias[unit] as number);
    return relu ? Math.max(0, value) : value;
  });
}

function fullyConnectedInteger(
  input: Operand,
  weights: Operand,
  { data: bias }: Operand,
  output: Tensor,
  relu: boolean,
): TensorData {
  const from = quantizationOf(input.tensor);
  const to = quantizationOf(output);
  const factor = Math.fround((from.scale * quantizationOf(weights.tensor).scale) / to.scale);
  const { low, high } = INTEGER_LIMITS[integerType(output)];
  const smallest = relu ? Math.max(low, to.zeroPoint) : low;
  const [units = 1, columns = 1] = weights.tensor.shape;
  return fillWith(output, (place) => {
    const unit = place % units;
    const row = ((place - unit) / units) * columns;
    let sum = bias[unit] as number;
    const start = unit * columns;
    for (let index = 0; index < columns; index++) {
      sum +=
        ((input.data[row + index] as number) - from.zeroPoint) *
        (weights.data[start + index] as number);
    }
    const step = roundHalfToEven(Math.fround(Math.fround(sum) * factor)) + to.zeroPoint;
    return Math.min(high, Math.max(smallest, step));
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

function quantizeValues(values: Iterable<number>, output: Tensor): number[] {
  const quantization = quantizationOf(output);
  const type = integerType(output);
  return Array.from(values, (value) => storeQuantized(value, quantization, type));
}

function isInteger({ type }: Tensor): boolean {
  return type === 'int8' || type === 'int16';
}

function integerType({ name, type }: Tensor): keyof typeof INTEGER_LIMITS {
  if (type !== 'int8' && type !== 'int16') throw new Error(`tensor ${name} is not quantised`);
  return type;
}

function fillReal(output: Tensor, values: readonly number[]): TensorData {
  return isInteger(output) ? fill(output, quantizeValues(values, output)) : fill(output, values);
}

function quantizationOf({ name, quantization }: Tensor): Quantization {
  if (quantization === undefined) throw new Error(`tensor ${name} is not quantised`);
  return quantization;
}
