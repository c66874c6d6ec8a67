import {
  type Deletable,
  type LiteRtCompiledModel,
  type LiteRtList,
  type LiteRtModel,
  type LiteRtModule,
  type LiteRtTensorBuffer,
  startLiteRt,
} from './litert-module.ts';

/** What to execute, as plain data that can be sent to a worker. */
export interface ExecutionRequest {
  /** Folder with the runtime's two files. */
  readonly wasmDirectory: string;
  /** The `.tflite` file. */
  readonly file: Uint8Array;
  readonly rows: number;
  readonly inputs: readonly InputValues[];
  /** Name of the output to read: single precision or int8. */
  readonly output: string;
}

/** Values of one named input for all rows, one row after another. */
export interface InputValues {
  readonly name: string;
  readonly data: Float32Array | Int32Array | Int8Array;
  /** Values of one row; left out: one. */
  readonly width?: number;
}

/** One row of answers after another; of an int8 output the integers that stand in it. */
export interface ExecutionResult {
  readonly data: Float32Array<ArrayBuffer>;
  readonly rows: number;
  readonly columns: number;
}

/** LiteRT's `ElementType`. */
const FLOAT32 = 1;
const INT32 = 2;
const INT8 = 9;

const SIGNATURE = 0;

/**
 * Executes a file row by row: with a batch that is open in the file, LiteRT silently answers the first row only.
 * Throws an `Error` with the runtime's own words when the file can't be loaded, does not have the inputs and output
 * asked for, or fails.
 */
export async function execute(request: ExecutionRequest): Promise<ExecutionResult> {
  const failures: string[] = [];
  const runtime = await startLiteRt(request.wasmDirectory, (line) => {
    if (/^\s*ERROR/.test(line)) failures.push(line.trim());
  });
  runtime.setupLogging();
  const environment = runtime.LiteRtEnvironment.create(null);
  failures.length = 0;
  /** A failed preparation or run throws nothing: it logs a line and answers with whatever is in memory. */
  const check = <T>(step: string, value: T): T => {
    if (failures.length > 0) throw new Error(`${step}: ${failures.splice(0).join(' ')}`);
    return value;
  };
  const attempt = async <T>(step: string, work: () => T | Promise<T>): Promise<T> => {
    try {
      return check(step, await work());
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const said = failures.splice(0).join(' ');
      throw new Error(
        [reason.startsWith(step) ? reason : `${step}: ${reason}`, said].join(' ').trim(),
      );
    }
  };
  const pointer = copyIn(runtime, request.file);
  const model = await attempt('The file could not be loaded', () =>
    runtime.loadModel(environment, pointer, request.file.byteLength),
  );
  const compiled = await attempt('The file could not be prepared', () =>
    runtime.compileModel(environment, model, {
      environment: { liteRtEnvironment: environment },
      accelerator: 'wasm',
      cpuOptions: { numThreads: 1 },
      gpuOptions: {},
      webNNOptions: {},
    }),
  );
  const session = new Session(runtime, environment, model, compiled, request);
  return await attempt('The file could not be executed', () => session.run(request.rows, check));
}

/** One loaded file with its buffers, which are used again for every row. */
class Session {
  readonly #runtime: LiteRtModule;
  readonly #compiled: LiteRtCompiledModel;
  readonly #inputs: readonly {
    readonly buffer: LiteRtTensorBuffer;
    readonly bytes: Uint8Array;
    readonly size: number;
  }[];
  readonly #output: {
    readonly index: number;
    readonly bytes: number;
    readonly Values: typeof Float32Array | typeof Int8Array;
  };

  constructor(
    runtime: LiteRtModule,
    environment: Deletable,
    model: LiteRtModel,
    compiled: LiteRtCompiledModel,
    request: ExecutionRequest,
  ) {
    this.#runtime = runtime;
    this.#compiled = compiled;
    if (model.getNumSignatures() === 0) throw new Error('The file has no signature');
    const signature = model.getSignature(SIGNATURE);
    const given = new Map(request.inputs.map(({ name, data }) => [name, data]));
    const names = toArray(signature.inputNames());
    const unknown = [...given.keys()].filter((name) => !names.includes(name));
    if (unknown.length > 0) throw new Error(`The file has no input ${unknown.join(', ')}`);
    this.#inputs = names.map((name, index) => {
      const data = given.get(name);
      if (data === undefined) throw new Error(`The file's input ${name} is not given`);
      const type = model.getInputTensorType(SIGNATURE, index);
      const size = type.bytes();
      const wanted = elementTypeOf(data);
      if (type.elementType().value !== wanted || size * request.rows !== data.byteLength) {
        throw new Error(`The values for input ${name} do not have its type and size`);
      }
      const buffer = runtime.LiteRtTensorBuffer.createManaged(
        environment,
        runtime.LiteRtTensorBufferType.HOST_MEMORY,
        type,
        size,
      );
      const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
      return { buffer, bytes, size };
    });
    const index = toArray(signature.outputNames()).indexOf(request.output);
    if (index < 0) throw new Error(`The file has no output ${request.output}`);
    const type = model.getOutputTensorType(SIGNATURE, index);
    const Values = { [FLOAT32]: Float32Array, [INT8]: Int8Array }[type.elementType().value];
    if (Values === undefined) {
      throw new Error(`The file's output ${request.output} is neither single precision nor int8`);
    }
    this.#output = { index, bytes: type.bytes(), Values };
  }

  async run(rows: number, check: <T>(step: string, value: T) => T): Promise<ExecutionResult> {
    const { index, bytes, Values } = this.#output;
    const columns = bytes / Values.BYTES_PER_ELEMENT;
    const result = new Float32Array(rows * columns);
    const { READ, WRITE } = this.#runtime.LiteRtTensorBufferLockMode;
    for (let row = 0; row < rows; row++) {
      for (const { buffer, bytes: values, size } of this.#inputs) {
        const pointer = buffer.lock(WRITE);
        this.#runtime.HEAPU8.set(values.subarray(row * size, (row + 1) * size), pointer);
        buffer.unlock();
      }
      const outputs = await this.#compiled.run(
        SIGNATURE,
        this.#inputs.map(({ buffer }) => buffer),
      );
      check(`Row ${row + 1} failed`, null);
      const output = outputs[index];
      if (output === undefined) throw new Error('The runtime gave no answer');
      const pointer = output.lock(READ);
      // A copy: the answer need not be aligned in the runtime's memory.
      const answer = this.#runtime.HEAPU8.slice(pointer, pointer + bytes);
      result.set(new Values(answer.buffer), row * columns);
      output.unlock();
      for (const made of outputs) made.delete();
    }
    return { data: result, rows, columns };
  }
}

function elementTypeOf(data: InputValues['data']): number {
  if (data instanceof Int32Array) return INT32;
  return data instanceof Int8Array ? INT8 : FLOAT32;
}

function copyIn(runtime: LiteRtModule, bytes: Uint8Array): number {
  const pointer = runtime._malloc(bytes.byteLength);
  if (pointer === 0) throw new Error('The file does not fit in the memory of the runtime');
  runtime.HEAPU8.set(bytes, pointer);
  return pointer;
}

function toArray<T>(list: LiteRtList<T>): T[] {
  const items = Array.from({ length: list.size() }, (_, index) => list.get(index));
  list.delete();
  return items;
}
