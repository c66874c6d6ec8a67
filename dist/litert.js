import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
var __defProp = Object.defineProperty;
var __name = (target, value) => __defProp(target, "name", { value, configurable: true });

// shared/tflite/runtime/worker.ts
import { parentPort, workerData } from "node:worker_threads";

// shared/tflite/runtime/litert-module.ts
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { compileFunction } from "node:vm";
var MODULE_FILES = {
  script: "litert_wasm_compat_internal.js",
  wasm: "litert_wasm_compat_internal.wasm"
};
async function startLiteRt(directory, onLine) {
  const path = join(directory, MODULE_FILES.script);
  const load = compileFunction(
    readFileSync(path, "utf8"),
    ["require", "module", "exports", "__filename", "__dirname"],
    { filename: path }
  );
  const container = { exports: {} };
  load(createRequire(path), container, container.exports, path, directory);
  const factory = container.exports;
  return factory({ print: onLine, printErr: onLine });
}
__name(startLiteRt, "startLiteRt");

// shared/tflite/runtime/session.ts
var FLOAT32 = 1;
var INT32 = 2;
var INT8 = 9;
var SIGNATURE = 0;
async function execute(request) {
  const failures = [];
  const runtime = await startLiteRt(request.wasmDirectory, (line) => {
    if (/^\s*ERROR/.test(line)) failures.push(line.trim());
  });
  runtime.setupLogging();
  const environment = runtime.LiteRtEnvironment.create(null);
  failures.length = 0;
  const check = /* @__PURE__ */ __name((step, value) => {
    if (failures.length > 0) throw new Error(`${step}: ${failures.splice(0).join(" ")}`);
    return value;
  }, "check");
  const attempt = /* @__PURE__ */ __name(async (step, work) => {
    try {
      return check(step, await work());
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const said = failures.splice(0).join(" ");
      throw new Error(
        [reason.startsWith(step) ? reason : `${step}: ${reason}`, said].join(" ").trim()
      );
    }
  }, "attempt");
  const pointer = copyIn(runtime, request.file);
  const model = await attempt(
    "The file could not be loaded",
    () => runtime.loadModel(environment, pointer, request.file.byteLength)
  );
  const compiled = await attempt(
    "The file could not be prepared",
    () => runtime.compileModel(environment, model, {
      environment: { liteRtEnvironment: environment },
      accelerator: "wasm",
      cpuOptions: { numThreads: 1 },
      gpuOptions: {},
      webNNOptions: {}
    })
  );
  const session = new Session(runtime, environment, model, compiled, request);
  return await attempt("The file could not be executed", () => session.run(request.rows, check));
}
__name(execute, "execute");
var Session = class {
  static {
    __name(this, "Session");
  }
  #runtime;
  #compiled;
  #inputs;
  #output;
  constructor(runtime, environment, model, compiled, request) {
    this.#runtime = runtime;
    this.#compiled = compiled;
    if (model.getNumSignatures() === 0) throw new Error("The file has no signature");
    const signature = model.getSignature(SIGNATURE);
    const given = new Map(request.inputs.map(({ name, data }) => [name, data]));
    const names = toArray(signature.inputNames());
    const unknown = [...given.keys()].filter((name) => !names.includes(name));
    if (unknown.length > 0) throw new Error(`The file has no input ${unknown.join(", ")}`);
    this.#inputs = names.map((name, index2) => {
      const data = given.get(name);
      if (data === void 0) throw new Error(`The file's input ${name} is not given`);
      const type2 = model.getInputTensorType(SIGNATURE, index2);
      const size = type2.bytes();
      const wanted = elementTypeOf(data);
      if (type2.elementType().value !== wanted || size * request.rows !== data.byteLength) {
        throw new Error(`The values for input ${name} do not have its type and size`);
      }
      const buffer = runtime.LiteRtTensorBuffer.createManaged(
        environment,
        runtime.LiteRtTensorBufferType.HOST_MEMORY,
        type2,
        size
      );
      const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
      return { buffer, bytes, size };
    });
    const index = toArray(signature.outputNames()).indexOf(request.output);
    if (index < 0) throw new Error(`The file has no output ${request.output}`);
    const type = model.getOutputTensorType(SIGNATURE, index);
    const Values = { [FLOAT32]: Float32Array, [INT8]: Int8Array }[type.elementType().value];
    if (Values === void 0) {
      throw new Error(`The file's output ${request.output} is neither single precision nor int8`);
    }
    this.#output = { index, bytes: type.bytes(), Values };
  }
  async run(rows, check) {
    const { index, bytes, Values } = this.#output;
    const columns = bytes / Values.BYTES_PER_ELEMENT;
    const result = new Float32Array(rows * columns);
    const { READ, WRITE } = this.#runtime.LiteRtTensorBufferLockMode;
    for (let row = 0; row < rows; row++) {
      for (const { buffer, bytes: values, size } of this.#inputs) {
        const pointer2 = buffer.lock(WRITE);
        this.#runtime.HEAPU8.set(values.subarray(row * size, (row + 1) * size), pointer2);
        buffer.unlock();
      }
      const outputs = await this.#compiled.run(
        SIGNATURE,
        this.#inputs.map(({ buffer }) => buffer)
      );
      check(`Row ${row + 1} failed`, null);
      const output = outputs[index];
      if (output === void 0) throw new Error("The runtime gave no answer");
      const pointer = output.lock(READ);
      const answer2 = this.#runtime.HEAPU8.slice(pointer, pointer + bytes);
      result.set(new Values(answer2.buffer), row * columns);
      output.unlock();
      for (const made of outputs) made.delete();
    }
    return { data: result, rows, columns };
  }
};
function elementTypeOf(data) {
  if (data instanceof Int32Array) return INT32;
  return data instanceof Int8Array ? INT8 : FLOAT32;
}
__name(elementTypeOf, "elementTypeOf");
function copyIn(runtime, bytes) {
  const pointer = runtime._malloc(bytes.byteLength);
  if (pointer === 0) throw new Error("The file does not fit in the memory of the runtime");
  runtime.HEAPU8.set(bytes, pointer);
  return pointer;
}
__name(copyIn, "copyIn");
function toArray(list) {
  const items = Array.from({ length: list.size() }, (_, index) => list.get(index));
  list.delete();
  return items;
}
__name(toArray, "toArray");

// shared/tflite/runtime/worker.ts
async function answer() {
  try {
    return { result: await execute(workerData) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : `The runtime stopped: ${error}` };
  }
}
__name(answer, "answer");
parentPort?.postMessage(await answer());
