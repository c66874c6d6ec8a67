import { FlatbufferView } from './flatbuffer-view.ts';
import { OPERATOR_CODES, TABLES, TENSOR_TYPE_NAMES } from './schema.ts';

/** What stands in any `.tflite` file, whoever wrote it, for people to read. */
export interface FileListing {
  readonly description: string;
  /** The oldest TFLite that executes the file, where the file says it. */
  readonly minRuntimeVersion?: string;
  /** Names of the entries of the metadata. */
  readonly metadata: readonly string[];
  readonly signatures: readonly {
    readonly key: string;
    readonly subgraph: number;
    readonly inputs: readonly NamedTensor[];
    readonly outputs: readonly NamedTensor[];
  }[];
  readonly subgraphs: readonly SubgraphListing[];
}

export interface NamedTensor {
  readonly name: string;
  /** Its place in `tensors`. */
  readonly tensor: number;
}

export interface SubgraphListing {
  readonly name: string;
  readonly tensors: readonly TensorListing[];
  /** In order of execution; operands are places in `tensors`, −1 for one that is left out. */
  readonly operators: readonly {
    readonly name: string;
    readonly version: number;
    readonly inputs: readonly number[];
    readonly outputs: readonly number[];
  }[];
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

export interface TensorListing {
  readonly name: string;
  readonly type: string;
  readonly shape: readonly number[];
  /** Of a constant. */
  readonly bytes?: number;
  /** One for the whole tensor, or one for each channel. */
  readonly scales: readonly number[];
  readonly zeroPoints: readonly number[];
}

/** `enum BuiltinOperator`: one that is not TFLite's own. */
const CUSTOM = 32;

const RUNTIME_VERSION_ENTRY = 'min_runtime_version';

/**
 * Lists a file without judging it: operators and types that export-tflite never writes are there under their numbers.
 * Throws an `Error` that says what is wrong with bytes that are no TFLite file; reads no more than a few times its size.
 */
export function listContent(bytes: Uint8Array): FileListing {
  const view = new FlatbufferView(bytes);
  try {
    return readListing(view);
  } catch (error) {
    if (error instanceof RangeError) throw new Error('the file is cut short', { cause: error });
    throw error;
  }
}

function readListing(view: FlatbufferView): FileListing {
  const model = view.root();
  const slot = TABLES.model;
  const buffers = view.tables(model, slot.buffers).map((table) => ({
    table,
    bytes: view.vector(table, TABLES.buffer.data, 1)?.length ?? null,
  }));
  const codes = view.tables(model, slot.operatorCodes).map((table) => readCode(view, table));
  const metadata = view.tables(model, slot.metadata).map((table) => ({
    name: view.text(table, TABLES.metadata.name),
    buffer: view.int32(table, TABLES.metadata.buffer, 0),
  }));
  const place = metadata.find(({ name }) => name === RUNTIME_VERSION_ENTRY)?.buffer;
  const field = place === undefined ? undefined : buffers[place];
  const version = field === undefined ? '' : view.text(field.table, TABLES.buffer.data);
  const [minRuntimeVersion = ''] = version.split('\0');
  return {
    description: view.text(model, slot.description),
    ...(minRuntimeVersion === '' ? {} : { minRuntimeVersion }),
    metadata: metadata.map(({ name }) => name),
    signatures: view.tables(model, slot.signatureDefs).map((table) => ({
      key: view.text(table, TABLES.signatureDef.signatureKey),
      subgraph: view.int32(table, TABLES.signatureDef.subgraphIndex, 0),
      inputs: readNames(view, table, TABLES.signatureDef.inputs),
      outputs: readNames(view, table, TABLES.signatureDef.outputs),
    })),
    subgraphs: view.tables(model, slot.subgraphs).map((table) => ({
      name: view.text(table, TABLES.subgraph.name),
      tensors: view
        .tables(table, TABLES.subgraph.tensors)
        .map((tensor) => readTensor(view, tensor, buffers)),
      operators: view.tables(table, TABLES.subgraph.operators).map((operator) => ({
        ...(codes[view.int32(operator, TABLES.operator.opcodeIndex, 0)] ?? NO_CODE),
        inputs: view.int32s(operator, TABLES.operator.inputs),
        outputs: view.int32s(operator, TABLES.operator.outputs),
      })),
      inputs: view.int32s(table, TABLES.subgraph.inputs),
      outputs: view.int32s(table, TABLES.subgraph.outputs),
    })),
  };
}

const NO_CODE = { name: 'without a code', version: 1 } as const;

function readCode(view: FlatbufferView, table: number): { name: string; version: number } {
  const slot = TABLES.operatorCode;
  // The field of one byte holds 127 for what does not fit into it; older files have it alone.
  const code = Math.max(
    view.int8(table, slot.deprecatedBuiltinCode, 0),
    view.int32(table, slot.builtinCode, 0),
  );
  const known = Object.entries(OPERATOR_CODES).find(([, entry]) => entry.code === code)?.[0];
  const name = code === CUSTOM ? `custom ${view.text(table, slot.customCode)}` : `builtin ${code}`;
  return { name: known ?? name, version: view.int32(table, slot.version, 1) };
}

function readNames(view: FlatbufferView, table: number, slot: number): NamedTensor[] {
  return view.tables(table, slot).map((map) => ({
    name: view.text(map, TABLES.tensorMap.name),
    tensor: view.int32(map, TABLES.tensorMap.tensorIndex, 0),
  }));
}

function readTensor(
  view: FlatbufferView,
  table: number,
  buffers: readonly { readonly bytes: number | null }[],
): TensorListing {
  const slot = TABLES.tensor;
  const type = view.int8(table, slot.type, 0);
  const bytes = buffers[view.int32(table, slot.buffer, 0)]?.bytes ?? null;
  const quantization = view.table(table, slot.quantization);
  return {
    name: view.text(table, slot.name),
    type: TENSOR_TYPE_NAMES[type] ?? `type ${type}`,
    shape: view.int32s(table, slot.shape),
    ...(bytes === null ? {} : { bytes }),
    scales: quantization === null ? [] : view.floats(quantization, TABLES.quantization.scale),
    zeroPoints:
      quantization === null ? [] : view.int64s(quantization, TABLES.quantization.zeroPoint),
  };
}
