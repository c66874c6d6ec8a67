import type { FusedActivation, OperatorKind, Padding, TensorType } from './graph.ts';

/**
 * Numbers of the TFLite format, version 3, as `tensorflow/lite/schema/schema.fbs` declares them. A slot is a field's
 * place in its table, from 0; the schema only ever appends, so they hold for every later revision.
 */
export const SCHEMA_VERSION = 3;
export const FILE_IDENTIFIER = 'TFL3';

/** `force_align: 16` of `Buffer.data`: kernels load weights with aligned instructions. */
export const DATA_ALIGNMENT = 16;

/** `enum TensorType`. */
export const TENSOR_TYPE_CODES: Readonly<Record<TensorType, number>> = {
  float32: 0,
  float16: 1,
  int32: 2,
  int64: 4,
  bool: 6,
  int16: 7,
  int8: 9,
};

/** All of `enum TensorType`, in its order: what files of others may hold, too. */
export const TENSOR_TYPE_NAMES: readonly string[] = [
  'float32',
  'float16',
  'int32',
  'uint8',
  'int64',
  'string',
  'bool',
  'int16',
  'complex64',
  'int8',
  'float64',
  'complex128',
  'uint64',
  'resource',
  'variant',
  'uint32',
  'uint16',
  'int4',
];

/** `enum ActivationFunctionType`. */
export const ACTIVATION_CODES: Readonly<Record<FusedActivation, number>> = { none: 0, relu: 1 };

/** `enum Padding`. */
export const PADDING_CODES: Readonly<Record<Padding, number>> = { same: 0, valid: 1 };

export interface OperatorCode {
  /** `enum BuiltinOperator`. */
  readonly code: number;
  /** Tag in `union BuiltinOptions`; 0 for an operator without options. */
  readonly options: number;
}

export const OPERATOR_CODES: Readonly<Record<OperatorKind, OperatorCode>> = {
  ADD: { code: 0, options: 11 },
  AVERAGE_POOL_2D: { code: 1, options: 5 },
  CONCATENATION: { code: 2, options: 10 },
  CONV_2D: { code: 3, options: 1 },
  DEPTHWISE_CONV_2D: { code: 4, options: 2 },
  DEQUANTIZE: { code: 6, options: 38 },
  FULLY_CONNECTED: { code: 9, options: 8 },
  LOGISTIC: { code: 14, options: 0 },
  MAX_POOL_2D: { code: 17, options: 5 },
  MUL: { code: 18, options: 21 },
  RELU: { code: 19, options: 0 },
  RELU6: { code: 21, options: 0 },
  RESHAPE: { code: 22, options: 17 },
  SOFTMAX: { code: 25, options: 9 },
  TANH: { code: 28, options: 0 },
  GATHER: { code: 36, options: 23 },
  PAD: { code: 34, options: 22 },
  TRANSPOSE: { code: 39, options: 26 },
  MEAN: { code: 40, options: 27 },
  SUB: { code: 41, options: 28 },
  DIV: { code: 42, options: 29 },
  EXP: { code: 47, options: 33 },
  CAST: { code: 53, options: 37 },
  MAXIMUM: { code: 55, options: 39 },
  MINIMUM: { code: 57, options: 39 },
  SELECT: { code: 64, options: 47 },
  SIN: { code: 66, options: 0 },
  EQUAL: { code: 71, options: 53 },
  NOT_EQUAL: { code: 72, options: 54 },
  LOG: { code: 73, options: 0 },
  RSQRT: { code: 76, options: 0 },
  REDUCE_MAX: { code: 82, options: 27 },
  LEAKY_RELU: { code: 98, options: 75 },
  ELU: { code: 111, options: 0 },
  QUANTIZE: { code: 114, options: 89 },
  SELECT_V2: { code: 123, options: 98 },
};

/** Field slots of each table that is written; `fields` is how many the table is opened with. */
export const TABLES = {
  model: {
    fields: 8,
    version: 0,
    operatorCodes: 1,
    subgraphs: 2,
    description: 3,
    buffers: 4,
    metadata: 6,
    signatureDefs: 7,
  },
  operatorCode: { fields: 4, deprecatedBuiltinCode: 0, customCode: 1, version: 2, builtinCode: 3 },
  subgraph: { fields: 5, tensors: 0, inputs: 1, outputs: 2, operators: 3, name: 4 },
  buffer: { fields: 1, data: 0 },
  tensor: { fields: 9, shape: 0, type: 1, buffer: 2, name: 3, quantization: 4, hasRank: 8 },
  quantization: { fields: 4, scale: 2, zeroPoint: 3 },
  operator: {
    fields: 5,
    opcodeIndex: 0,
    inputs: 1,
    outputs: 2,
    optionsType: 3,
    options: 4,
  },
  metadata: { fields: 2, name: 0, buffer: 1 },
  signatureDef: { fields: 5, inputs: 0, outputs: 1, signatureKey: 2, subgraphIndex: 4 },
  tensorMap: { fields: 2, name: 0, tensorIndex: 1 },
  fullyConnectedOptions: { fields: 4, activation: 0 },
  softmaxOptions: { fields: 1, beta: 0 },
  concatenationOptions: { fields: 2, axis: 0 },
  castOptions: { fields: 2, inDataType: 0, outDataType: 1 },
  gatherOptions: { fields: 1, axis: 0 },
  conv2dOptions: { fields: 6, padding: 0, strideWidth: 1, strideHeight: 2, activation: 3 },
  depthwiseConv2dOptions: {
    fields: 7,
    padding: 0,
    strideWidth: 1,
    strideHeight: 2,
    multiplier: 3,
    activation: 4,
  },
  pool2dOptions: {
    fields: 6,
    padding: 0,
    strideWidth: 1,
    strideHeight: 2,
    filterWidth: 3,
    filterHeight: 4,
  },
  leakyReluOptions: { fields: 1, alpha: 0 },
  emptyOptions: { fields: 0 },
} as const;

/** The enum was once one byte wide: codes from 127 on stand in a second field, and old readers see this one. */
export const LARGEST_DEPRECATED_CODE = 127;
