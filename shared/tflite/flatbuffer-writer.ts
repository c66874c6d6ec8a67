import { Builder } from 'flatbuffers';
import {
  type Graph,
  type Operator,
  type Tensor,
  type TensorData,
  type TensorType,
  tensorOf,
} from './graph.ts';
import { METADATA_ENTRY } from './metadata/index.ts';
import { minRuntimeVersion, operatorVersion } from './operator-versions.ts';
import {
  ACTIVATION_CODES,
  DATA_ALIGNMENT,
  FILE_IDENTIFIER,
  LARGEST_DEPRECATED_CODE,
  OPERATOR_CODES,
  PADDING_CODES,
  SCHEMA_VERSION,
  TABLES,
  TENSOR_TYPE_CODES,
} from './schema.ts';

/** A position in the builder. */
type Offset = number;

export const SIGNATURE_KEY = 'serving_default';

/** TFLite reads a fixed field of 16 bytes, padded with zeros. */
const VERSION_FIELD_BYTES = 16;

/**
 * The bytes of a `.tflite` file. The graph must be in execution order (see `orderGraph`): LiteRT forgives a wrong order,
 * older runtimes silently compute nonsense. `modelMetadata`: what stands under `TFLITE_METADATA`. Equal graphs give equal
 * bytes.
 */
export function writeFlatbuffer(
  graph: Graph,
  description: string,
  modelMetadata?: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const builder = new Builder(1024);
  const tensors = [...graph.tensors.values()];
  const place = new Map(tensors.map((tensor, index) => [tensor.name, index]));
  const indexOf = (name: string): number => place.get(tensorOf(graph, name).name) ?? -1;

  // Buffer 0 is empty by convention: a tensor without data refers to it.
  const buffers: (Uint8Array | null)[] = [null];
  const bufferOfTensor = tensors.map(({ type, data }) =>
    data === undefined ? 0 : buffers.push(bytesOfConstant(type, data)) - 1,
  );
  const versionBuffer = buffers.push(runtimeVersionField(minRuntimeVersion(graph))) - 1;
  const metadataBuffer = modelMetadata === undefined ? 0 : buffers.push(modelMetadata) - 1;
  const bufferVector = writeOffsets(
    builder,
    buffers.map((data) => writeBuffer(builder, data)),
  );

  const codes = new OperatorCodes();
  const operators = graph.operators.map((operator) =>
    writeOperator(builder, graph, operator, codes.indexFor(graph, operator), indexOf),
  );
  const subgraph = writeSubgraph(builder, {
    tensors: tensors.map((tensor, index) =>
      writeTensor(builder, tensor, bufferOfTensor[index] ?? 0),
    ),
    operators,
    inputs: graph.inputs.map(indexOf),
    outputs: graph.outputs.map(indexOf),
  });
  const subgraphs = writeOffsets(builder, [subgraph]);
  const operatorCodes = writeOffsets(builder, codes.write(builder));
  const signatures = writeOffsets(builder, [writeSignature(builder, graph, indexOf)]);
  const metadata = writeOffsets(builder, [
    writeMetadata(builder, 'min_runtime_version', versionBuffer),
    ...(metadataBuffer === 0 ? [] : [writeMetadata(builder, METADATA_ENTRY, metadataBuffer)]),
  ]);
  const descriptionText = builder.createString(description);

  const slot = TABLES.model;
  builder.startObject(slot.fields);
  builder.addFieldInt32(slot.version, SCHEMA_VERSION, 0);
  builder.addFieldOffset(slot.operatorCodes, operatorCodes, 0);
  builder.addFieldOffset(slot.subgraphs, subgraphs, 0);
  builder.addFieldOffset(slot.description, descriptionText, 0);
  builder.addFieldOffset(slot.buffers, bufferVector, 0);
  builder.addFieldOffset(slot.metadata, metadata, 0);
  builder.addFieldOffset(slot.signatureDefs, signatures, 0);
  builder.finish(builder.endObject(), FILE_IDENTIFIER);
  return builder.asUint8Array().slice();
}

/** The distinct pairs of operator and version, in order of first use. */
class OperatorCodes {
  readonly #index = new Map<string, number>();
  readonly #entries: { readonly code: number; readonly version: number }[] = [];

  indexFor(graph: Graph, operator: Operator): number {
    const version = operatorVersion(graph, operator);
    const key = `${operator.kind} v${version}`;
    const known = this.#index.get(key);
    if (known !== undefined) return known;
    const index = this.#entries.push({ code: OPERATOR_CODES[operator.kind].code, version }) - 1;
    this.#index.set(key, index);
    return index;
  }

  write(builder: Builder): Offset[] {
    const slot = TABLES.operatorCode;
    return this.#entries.map(({ code, version }) => {
      builder.startObject(slot.fields);
      const deprecated = Math.min(code, LARGEST_DEPRECATED_CODE);
      builder.addFieldInt8(slot.deprecatedBuiltinCode, deprecated, 0);
      builder.addFieldInt32(slot.version, version, 1);
      builder.addFieldInt32(slot.builtinCode, code, 0);
      return builder.endObject();
    });
  }
}

function writeSubgraph(
  builder: Builder,
  content: {
    readonly tensors: readonly Offset[];
    readonly operators: readonly Offset[];
    readonly inputs: readonly number[];
    readonly outputs: readonly number[];
  },
): Offset {
  const slot = TABLES.subgraph;
  const tensors = writeOffsets(builder, content.tensors);
  const operators = writeOffsets(builder, content.operators);
  const inputs = writeInt32s(builder, content.inputs);
  const outputs = writeInt32s(builder, content.outputs);
  const name = builder.createString('main');
  builder.startObject(slot.fields);
  builder.addFieldOffset(slot.tensors, tensors, 0);
  builder.addFieldOffset(slot.inputs, inputs, 0);
  builder.addFieldOffset(slot.outputs, outputs, 0);
  builder.addFieldOffset(slot.operators, operators, 0);
  builder.addFieldOffset(slot.name, name, 0);
  return builder.endObject();
}

function writeTensor(builder: Builder, tensor: Tensor, buffer: number): Offset {
  const slot = TABLES.tensor;
  const shape = writeInt32s(builder, tensor.shape);
  const name = builder.createString(tensor.name);
  const quantization = writeQuantization(builder, tensor);
  builder.startObject(slot.fields);
  builder.addFieldOffset(slot.shape, shape, 0);
  builder.addFieldInt8(slot.type, TENSOR_TYPE_CODES[tensor.type], 0);
  builder.addFieldInt32(slot.buffer, buffer, 0);
  builder.addFieldOffset(slot.name, name, 0);
  builder.addFieldOffset(slot.quantization, quantization, 0);
  builder.addFieldInt8(slot.hasRank, 1, 0);
  return builder.endObject();
}

function writeQuantization(builder: Builder, { quantization }: Tensor): Offset {
  if (quantization === undefined) return 0;
  const slot = TABLES.quantization;
  builder.startVector(4, 1, 4);
  builder.addFloat32(quantization.scale);
  const scale = builder.endVector();
  builder.startVector(8, 1, 8);
  builder.addInt64(BigInt(quantization.zeroPoint));
  const zeroPoint = builder.endVector();
  builder.startObject(slot.fields);
  builder.addFieldOffset(slot.scale, scale, 0);
  builder.addFieldOffset(slot.zeroPoint, zeroPoint, 0);
  return builder.endObject();
}

function writeOperator(
  builder: Builder,
  graph: Graph,
  operator: Operator,
  opcodeIndex: number,
  indexOf: (name: string) => number,
): Offset {
  const slot = TABLES.operator;
  const optionsType = OPERATOR_CODES[operator.kind].options;
  const options = optionsType === 0 ? 0 : writeOptions(builder, graph, operator);
  const inputs = writeInt32s(builder, operator.inputs.map(indexOf));
  const outputs = writeInt32s(builder, [indexOf(operator.output)]);
  builder.startObject(slot.fields);
  builder.addFieldInt32(slot.opcodeIndex, opcodeIndex, 0);
  builder.addFieldOffset(slot.inputs, inputs, 0);
  builder.addFieldOffset(slot.outputs, outputs, 0);
  builder.addFieldInt8(slot.optionsType, optionsType, 0);
  builder.addFieldOffset(slot.options, options, 0);
  return builder.endObject();
}

function writeOptions(builder: Builder, graph: Graph, operator: Operator): Offset {
  switch (operator.kind) {
    case 'FULLY_CONNECTED': {
      const slot = TABLES.fullyConnectedOptions;
      builder.startObject(slot.fields);
      builder.addFieldInt8(slot.activation, ACTIVATION_CODES[operator.activation], 0);
      return builder.endObject();
    }
    case 'SOFTMAX': {
      const slot = TABLES.softmaxOptions;
      builder.startObject(slot.fields);
      // The schema's default is 0, which would make every class equally likely.
      builder.addFieldFloat32(slot.beta, 1, 0);
      return builder.endObject();
    }
    case 'CONCATENATION': {
      const slot = TABLES.concatenationOptions;
      builder.startObject(slot.fields);
      builder.addFieldInt32(slot.axis, tensorOf(graph, operator.output).shape.length - 1, 0);
      return builder.endObject();
    }
    case 'GATHER': {
      const slot = TABLES.gatherOptions;
      builder.startObject(slot.fields);
      builder.addFieldInt32(slot.axis, operator.axis ?? 1, 0);
      return builder.endObject();
    }
    case 'CONV_2D': {
      const slot = TABLES.conv2dOptions;
      builder.startObject(slot.fields);
      builder.addFieldInt8(slot.padding, PADDING_CODES[operator.padding], 0);
      builder.addFieldInt32(slot.strideHeight, operator.strides[0], 0);
      builder.addFieldInt32(slot.strideWidth, operator.strides[1], 0);
      builder.addFieldInt8(slot.activation, ACTIVATION_CODES[operator.activation], 0);
      return builder.endObject();
    }
    case 'DEPTHWISE_CONV_2D': {
      const slot = TABLES.depthwiseConv2dOptions;
      builder.startObject(slot.fields);
      builder.addFieldInt8(slot.padding, PADDING_CODES[operator.padding], 0);
      builder.addFieldInt32(slot.strideHeight, operator.strides[0], 0);
      builder.addFieldInt32(slot.strideWidth, operator.strides[1], 0);
      builder.addFieldInt32(slot.multiplier, operator.multiplier, 0);
      builder.addFieldInt8(slot.activation, ACTIVATION_CODES[operator.activation], 0);
      return builder.endObject();
    }
    case 'MAX_POOL_2D':
    case 'AVERAGE_POOL_2D': {
      const slot = TABLES.pool2dOptions;
      builder.startObject(slot.fields);
      builder.addFieldInt8(slot.padding, PADDING_CODES[operator.padding], 0);
      builder.addFieldInt32(slot.strideHeight, operator.strides[0], 0);
      builder.addFieldInt32(slot.strideWidth, operator.strides[1], 0);
      builder.addFieldInt32(slot.filterHeight, operator.size[0], 0);
      builder.addFieldInt32(slot.filterWidth, operator.size[1], 0);
      return builder.endObject();
    }
    case 'LEAKY_RELU': {
      const slot = TABLES.leakyReluOptions;
      builder.startObject(slot.fields);
      builder.addFieldFloat32(slot.alpha, operator.alpha, 0);
      return builder.endObject();
    }
    case 'CAST': {
      const slot = TABLES.castOptions;
      const [input = ''] = operator.inputs;
      builder.startObject(slot.fields);
      builder.addFieldInt8(slot.inDataType, TENSOR_TYPE_CODES[tensorOf(graph, input).type], 0);
      const output = tensorOf(graph, operator.output);
      builder.addFieldInt8(slot.outDataType, TENSOR_TYPE_CODES[output.type], 0);
      return builder.endObject();
    }
    default:
      builder.startObject(TABLES.emptyOptions.fields);
      return builder.endObject();
  }
}

function writeSignature(builder: Builder, graph: Graph, indexOf: (name: string) => number): Offset {
  const slot = TABLES.signatureDef;
  const inputs = writeTensorMaps(builder, graph.inputs, indexOf);
  const outputs = writeTensorMaps(builder, graph.outputs, indexOf);
  const key = builder.createString(SIGNATURE_KEY);
  builder.startObject(slot.fields);
  builder.addFieldOffset(slot.inputs, inputs, 0);
  builder.addFieldOffset(slot.outputs, outputs, 0);
  builder.addFieldOffset(slot.signatureKey, key, 0);
  return builder.endObject();
}

function writeTensorMaps(
  builder: Builder,
  names: readonly string[],
  indexOf: (name: string) => number,
): Offset {
  const slot = TABLES.tensorMap;
  return writeOffsets(
    builder,
    names.map((name) => {
      const text = builder.createString(name);
      builder.startObject(slot.fields);
      builder.addFieldOffset(slot.name, text, 0);
      builder.addFieldInt32(slot.tensorIndex, indexOf(name), 0);
      return builder.endObject();
    }),
  );
}

function writeMetadata(builder: Builder, name: string, buffer: number): Offset {
  const slot = TABLES.metadata;
  const text = builder.createString(name);
  builder.startObject(slot.fields);
  builder.addFieldOffset(slot.name, text, 0);
  builder.addFieldInt32(slot.buffer, buffer, 0);
  return builder.endObject();
}

function writeBuffer(builder: Builder, data: Uint8Array | null): Offset {
  const slot = TABLES.buffer;
  let vector: Offset = 0;
  if (data !== null) {
    // The TypeScript runtime does not know `force_align`: pad so that the data, not its length field, is aligned.
    builder.prep(DATA_ALIGNMENT, data.length);
    vector = builder.createByteVector(data);
  }
  builder.startObject(slot.fields);
  builder.addFieldOffset(slot.data, vector, 0);
  return builder.endObject();
}

function writeInt32s(builder: Builder, values: readonly number[]): Offset {
  builder.startVector(4, values.length, 4);
  for (const value of values.toReversed()) builder.addInt32(value);
  return builder.endVector();
}

function writeOffsets(builder: Builder, offsets: readonly Offset[]): Offset {
  builder.startVector(4, offsets.length, 4);
  for (const offset of offsets.toReversed()) builder.addOffset(offset);
  return builder.endVector();
}

function runtimeVersionField(version: string): Uint8Array {
  const field = new Uint8Array(VERSION_FIELD_BYTES);
  new TextEncoder().encodeInto(version, field);
  return field;
}

/** Little-endian, as TFLite wants it; every platform that Node 24 runs on is. */
export function bytesOfConstant(type: TensorType, data: TensorData): Uint8Array {
  const stored = type === 'int64' ? BigInt64Array.from(data, (value) => BigInt(value)) : data;
  return new Uint8Array(stored.buffer, stored.byteOffset, stored.byteLength);
}
