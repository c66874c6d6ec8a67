import { FlatbufferView } from './flatbuffer-view.ts';
import { BYTES_OF_TYPE, type OperatorKind, type TensorType } from './graph.ts';
import { DATA_ALIGNMENT, OPERATOR_CODES, TABLES, TENSOR_TYPE_CODES } from './schema.ts';

/** What stands in a `.tflite` file. */
export interface TfliteContent {
  readonly description: string;
  readonly tensors: readonly TfliteTensor[];
  /** In order of execution; operands are places in `tensors`. */
  readonly operators: readonly {
    readonly kind: OperatorKind;
    readonly version: number;
    readonly inputs: readonly number[];
    readonly outputs: readonly number[];
  }[];
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

export interface TfliteTensor {
  readonly name: string;
  readonly type: TensorType;
  readonly shape: readonly number[];
  /** A constant's bytes; null for a tensor that is computed. */
  readonly data: Uint8Array | null;
  readonly quantization?: { readonly scale: number; readonly zeroPoint: number };
}

/**
 * Reads a file as `writeFlatbuffer` makes it, from its bytes alone, and verifies what TFLite relies on: every offset lies
 * inside the file, constants are aligned and fill their shapes, each operand is there before it is read. Throws an
 * `Error` that says what is wrong.
 */
export function readFlatbuffer(bytes: Uint8Array): TfliteContent {
  const reader = new FlatbufferView(bytes);
  const model = reader.root();
  const slot = TABLES.model;
  const buffers = reader.tables(model, slot.buffers).map((table) => {
    const data = reader.vector(table, TABLES.buffer.data, 1);
    if (data === null) return null;
    if (data.start % DATA_ALIGNMENT !== 0) throw new Error(`data at ${data.start} is not aligned`);
    return bytes.subarray(data.start, data.start + data.length);
  });
  if (buffers[0] !== null) throw new Error('buffer 0 is not empty');
  const codes = reader.tables(model, slot.operatorCodes).map((table) => ({
    kind: operatorKind(reader.int32(table, TABLES.operatorCode.builtinCode, 0)),
    version: reader.int32(table, TABLES.operatorCode.version, 1),
  }));
  const [subgraph, ...others] = reader.tables(model, slot.subgraphs);
  if (subgraph === undefined || others.length > 0) throw new Error('the file has not one subgraph');
  const content: TfliteContent = {
    description: reader.text(model, slot.description),
    tensors: reader
      .tables(subgraph, TABLES.subgraph.tensors)
      .map((table) => readTensor(reader, table, buffers)),
    operators: reader.tables(subgraph, TABLES.subgraph.operators).map((table) => {
      const code = codes[reader.int32(table, TABLES.operator.opcodeIndex, 0)];
      if (code === undefined) throw new Error('an operator has no code');
      return {
        ...code,
        inputs: reader.int32s(table, TABLES.operator.inputs),
        outputs: reader.int32s(table, TABLES.operator.outputs),
      };
    }),
    inputs: reader.int32s(subgraph, TABLES.subgraph.inputs),
    outputs: reader.int32s(subgraph, TABLES.subgraph.outputs),
  };
  verifyOrder(content);
  return content;
}

/** Names and versions of the operators in a file, each once, in order of first use: `FULLY_CONNECTED v4`. */
export function listOperators(content: TfliteContent): string[] {
  return [...new Set(content.operators.map(({ kind, version }) => `${kind} v${version}`))];
}

function readTensor(
  reader: FlatbufferView,
  table: number,
  buffers: readonly (Uint8Array | null)[],
): TfliteTensor {
  const slot = TABLES.tensor;
  const name = reader.text(table, slot.name);
  const type = tensorType(reader.int8(table, slot.type, 0));
  const shape = reader.int32s(table, slot.shape);
  const data = buffers[reader.int32(table, slot.buffer, 0)];
  if (data === undefined) throw new Error(`tensor ${name} refers to no buffer`);
  const expected = shape.reduce((product, length) => product * length, BYTES_OF_TYPE[type]);
  if (data !== null && data.length !== expected) {
    throw new Error(`tensor ${name} has ${data.length} bytes, its shape asks for ${expected}`);
  }
  const quantization = reader.table(table, slot.quantization);
  return {
    name,
    type,
    shape,
    data,
    ...(quantization === null
      ? {}
      : {
          quantization: {
            scale: requireOne(reader.floats(quantization, TABLES.quantization.scale), 'scale'),
            zeroPoint: requireOne(
              reader.int64s(quantization, TABLES.quantization.zeroPoint),
              'zero point',
            ),
          },
        }),
  };
}

function requireOne([value, ...others]: readonly number[], what: string): number {
  if (value === undefined || others.length > 0) throw new Error(`a tensor has not one ${what}`);
  return value;
}

function verifyOrder({ tensors, operators, inputs, outputs }: TfliteContent): void {
  const ready = new Set(inputs);
  for (const [place, { data }] of tensors.entries()) if (data !== null) ready.add(place);
  const require = (place: number) => {
    if (!ready.has(place)) throw new Error(`tensor ${place} is read before it is made`);
  };
  for (const operator of operators) {
    operator.inputs.forEach(require);
    for (const place of operator.outputs) {
      if (tensors[place] === undefined || ready.has(place)) {
        throw new Error(`tensor ${place} can't be the result of ${operator.kind}`);
      }
      ready.add(place);
    }
  }
  outputs.forEach(require);
}

function operatorKind(code: number): OperatorKind {
  for (const [kind, entry] of Object.entries(OPERATOR_CODES)) {
    if (entry.code === code) return kind as OperatorKind;
  }
  throw new Error(`operator ${code} is not known here`);
}

function tensorType(code: number): TensorType {
  for (const [type, value] of Object.entries(TENSOR_TYPE_CODES)) {
    if (value === code) return type as TensorType;
  }
  throw new Error(`tensor type ${code} is not known here`);
}
