import { BYTES_OF_TYPE, type OperatorKind, type TensorType } from './graph.ts';
import {
  DATA_ALIGNMENT,
  FILE_IDENTIFIER,
  OPERATOR_CODES,
  TABLES,
  TENSOR_TYPE_CODES,
} from './schema.ts';

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
  const reader = new FlatbufferReader(bytes);
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
  reader: FlatbufferReader,
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
            scale: reader.firstFloat(quantization, TABLES.quantization.scale),
            zeroPoint: reader.firstInt64(quantization, TABLES.quantization.zeroPoint),
          },
        }),
  };
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

/** Reads tables and vectors at byte positions. `DataView` refuses what lies outside the file. */
class FlatbufferReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  root(): number {
    if (new TextDecoder().decode(this.#bytes.subarray(4, 8)) !== FILE_IDENTIFIER) {
      throw new Error('this is no TFLite file');
    }
    return this.#view.getUint32(0, true);
  }

  int8(table: number, slot: number, missing: number): number {
    const field = this.#field(table, slot);
    return field === null ? missing : this.#view.getInt8(field);
  }

  int32(table: number, slot: number, missing: number): number {
    const field = this.#field(table, slot);
    return field === null ? missing : this.#view.getInt32(field, true);
  }

  table(table: number, slot: number): number | null {
    const field = this.#field(table, slot);
    return field === null ? null : this.#follow(field);
  }

  tables(table: number, slot: number): number[] {
    return this.#elements(table, slot, 4, (position) => this.#follow(position));
  }

  int32s(table: number, slot: number): number[] {
    return this.#elements(table, slot, 4, (position) => this.#view.getInt32(position, true));
  }

  firstFloat(table: number, slot: number): number {
    const [value] = this.#elements(table, slot, 4, (at) => this.#view.getFloat32(at, true));
    if (value === undefined) throw new Error('a scale is missing');
    return value;
  }

  firstInt64(table: number, slot: number): number {
    const [value] = this.#elements(table, slot, 8, (at) => this.#view.getBigInt64(at, true));
    if (value === undefined) throw new Error('a zero point is missing');
    return Number(value);
  }

  text(table: number, slot: number): string {
    const vector = this.vector(table, slot, 1);
    if (vector === null) return '';
    return new TextDecoder().decode(
      this.#bytes.subarray(vector.start, vector.start + vector.length),
    );
  }

  /** Where the elements of a vector lie; null for a field that is not there. */
  vector(table: number, slot: number, size: number): { start: number; length: number } | null {
    const field = this.#field(table, slot);
    if (field === null) return null;
    const position = this.#follow(field);
    const length = this.#view.getUint32(position, true);
    const start = position + 4;
    if (start + length * size > this.#bytes.length) throw new Error('the file is cut short');
    return { start, length };
  }

  #elements<T>(table: number, slot: number, size: number, read: (position: number) => T): T[] {
    const vector = this.vector(table, slot, size);
    if (vector === null) return [];
    return Array.from({ length: vector.length }, (_, index) => read(vector.start + index * size));
  }

  #follow(position: number): number {
    return position + this.#view.getUint32(position, true);
  }

  /** Position of a field, or null: a table begins with the way back to the list of its fields' places. */
  #field(table: number, slot: number): number | null {
    const fields = table - this.#view.getInt32(table, true);
    const entry = 4 + 2 * slot;
    if (entry >= this.#view.getUint16(fields, true)) return null;
    const place = this.#view.getUint16(fields + entry, true);
    return place === 0 ? null : table + place;
  }
}
