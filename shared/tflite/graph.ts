/**
 * The graph that becomes a TFLite file, as plain data: every stage (lowering, calibration, quantisation, ordering,
 * writing) reads one and gives a new one. Tensors are known by name; the batch is always one example.
 */
export interface Graph {
  readonly tensors: ReadonlyMap<string, Tensor>;
  readonly operators: readonly Operator[];
  /** Names of the tensors that the caller feeds, in the order of the file. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/**
 * `float16` is the type of constants alone, which an operator reads through DEQUANTIZE, and so is `int64`, that of biases of
 * 16-bit layers.
 */
export type TensorType = 'float32' | 'float16' | 'int64' | 'int32' | 'int16' | 'int8' | 'bool';

/**
 * Values of a tensor, row-major. Booleans are 0 and 1; half precision stands as its bits, 64-bit integers as doubles, which
 * hold those up to 2^53.
 */
export type TensorData =
  | Float64Array
  | Float32Array
  | Uint16Array
  | Int32Array
  | Int16Array
  | Int8Array
  | Uint8Array;

/** Bytes of one value in a file. */
export const BYTES_OF_TYPE: Readonly<Record<TensorType, number>> = {
  float32: 4,
  float16: 2,
  int64: 8,
  int32: 4,
  int16: 2,
  int8: 1,
  bool: 1,
};

export interface Tensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: TensorType;
  /** Only constants have data. */
  readonly data?: TensorData;
  readonly quantization?: Quantization;
}

/** `real = scale × (stored − zeroPoint)`, one pair for the whole tensor. `scale` is a single-precision number. */
export interface Quantization {
  readonly scale: number;
  readonly zeroPoint: number;
}

export type FusedActivation = 'none' | 'relu';

export type Padding = 'same' | 'valid';

/** How windows lie over `[1, height, width, channels]`. */
export interface Windows {
  readonly padding: Padding;
  readonly strides: readonly [height: number, width: number];
}

/**
 * Operators under their TFLite names. Operands are in TFLite's order and have the same shape where there are two; the
 * second one may also repeat along the last axes of the first.
 */
export type Operator =
  /** Inputs: values `[rows, in]`, weights `[out, in]`, bias `[out]`. */
  | OperatorOf<'FULLY_CONNECTED', { readonly activation: FusedActivation }>
  /** Joins along the last axis. */
  | OperatorOf<'CONCATENATION'>
  /** Inputs: values and positions. Picks along the axis 1 of values `[1, n]`; with `axis: 0` whole rows of `[n, …]`. */
  | OperatorOf<'GATHER', { readonly axis?: 0 }>
  /** Inputs: values, shape. */
  | OperatorOf<'RESHAPE'>
  /** Inputs: values, the order of their axes. */
  | OperatorOf<'TRANSPOSE'>
  /** Inputs: values `[1, height, width, in]`, weights `[out, height, width, in]`, bias `[out]`. */
  | OperatorOf<'CONV_2D', Windows & { readonly activation: FusedActivation }>
  /** Weights `[1, height, width, in · multiplier]`: each channel has filters of its own. */
  | OperatorOf<
      'DEPTHWISE_CONV_2D',
      Windows & { readonly activation: FusedActivation; readonly multiplier: number }
    >
  /** Inputs: values, `[rank, 2]` zeros before and behind each axis. */
  | OperatorOf<'PAD'>
  /** Windows that padding cuts count their own numbers alone. */
  | OperatorOf<'MAX_POOL_2D', Windows & { readonly size: readonly [number, number] }>
  | OperatorOf<'AVERAGE_POOL_2D', Windows & { readonly size: readonly [number, number] }>
  /** Inputs: values, axes, which the result does not have. */
  | OperatorOf<'MEAN'>
  | OperatorOf<'REDUCE_MAX'>
  | OperatorOf<'DIV'>
  | OperatorOf<'EXP'>
  /** 1 / √x. */
  | OperatorOf<'RSQRT'>
  | OperatorOf<'RELU'>
  | OperatorOf<'RELU6'>
  | OperatorOf<'ELU'>
  | OperatorOf<'LEAKY_RELU', { readonly alpha: number }>
  /** Inputs: condition, value where true, value where false. */
  | OperatorOf<'SELECT'>
  /** SELECT of newer runtimes: the only one that TFLite Micro has. */
  | OperatorOf<'SELECT_V2'>
  | OperatorOf<'ADD'>
  | OperatorOf<'SUB'>
  | OperatorOf<'MUL'>
  | OperatorOf<'MINIMUM'>
  | OperatorOf<'MAXIMUM'>
  | OperatorOf<'EQUAL'>
  | OperatorOf<'NOT_EQUAL'>
  | OperatorOf<'CAST'>
  | OperatorOf<'LOG'>
  | OperatorOf<'SIN'>
  | OperatorOf<'TANH'>
  | OperatorOf<'LOGISTIC'>
  | OperatorOf<'SOFTMAX'>
  | OperatorOf<'QUANTIZE'>
  | OperatorOf<'DEQUANTIZE'>;

type OperatorOf<Kind extends string, Options = unknown> = {
  readonly kind: Kind;
  readonly inputs: readonly string[];
  readonly output: string;
} & Options;

export type OperatorKind = Operator['kind'];

/** Collects tensors and operators; refuses what no later stage could explain: a name used twice, an unknown operand. */
export class GraphBuilder {
  readonly #tensors = new Map<string, Tensor>();
  readonly #operators: Operator[] = [];
  readonly #inputs: string[] = [];

  add(tensor: Tensor): string {
    if (this.#tensors.has(tensor.name)) throw new Error(`two tensors are named ${tensor.name}`);
    if (tensor.data !== undefined && tensor.data.length !== elementCount(tensor.shape)) {
      throw new Error(`constant ${tensor.name} does not fill its shape`);
    }
    this.#tensors.set(tensor.name, tensor);
    return tensor.name;
  }

  input(name: string, type: TensorType, shape: readonly number[]): string {
    this.#inputs.push(this.add({ name, type, shape }));
    return name;
  }

  constant(name: string, shape: readonly number[], data: Float32Array | Int32Array): string {
    const type = data instanceof Float32Array ? 'float32' : 'int32';
    return this.add({ name, shape, type, data });
  }

  has(name: string): boolean {
    return this.#tensors.has(name);
  }

  tensor(name: string): Tensor {
    return tensorOf({ tensors: this.#tensors }, name);
  }

  /** Adds an operator and the tensor that it makes; gives back that tensor's name. */
  apply(operator: Operator, result: Omit<Tensor, 'name' | 'data'>): string {
    for (const name of operator.inputs) this.tensor(name);
    this.#operators.push(operator);
    return this.add({ name: operator.output, ...result });
  }

  build(outputs: readonly string[]): Graph {
    return { tensors: this.#tensors, operators: this.#operators, inputs: this.#inputs, outputs };
  }
}

export function tensorOf(graph: Pick<Graph, 'tensors'>, name: string): Tensor {
  const tensor = graph.tensors.get(name);
  if (tensor === undefined) throw new Error(`the graph has no tensor ${name}`);
  return tensor;
}

export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
