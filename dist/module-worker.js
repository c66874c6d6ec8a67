import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  SeededRandom,
  Tensor,
  __name,
  enableProdMode,
  exports_initializers_exports,
  exports_layers_exports,
  input,
  model,
  reshape,
  sequential,
  setBackend,
  sign,
  stridedSlice,
  tensor,
  tidy,
  transpose
} from "./chunk-TWC5ALDV.js";

// shared/model/module-worker.ts
import { parentPort, workerData } from "node:worker_threads";
Object.assign(Tensor.prototype, {
  flatten() {
    return reshape(this, [this.size]);
  },
  reshape(shape) {
    return reshape(this, shape);
  },
  sign() {
    return sign(this);
  },
  stridedSlice(begin, end, strides) {
    return stridedSlice(this, begin, end, strides);
  },
  transpose() {
    return transpose(this);
  }
});
var tf = { initializers: exports_initializers_exports, input, layers: exports_layers_exports, model, sequential, tensor, tidy };
async function answer({ address, request }) {
  await setBackend("cpu");
  enableProdMode();
  Error.stackTraceLimit = 100;
  const random = new SeededRandom(request.seed, "create model");
  Math.random = () => random.uniform();
  let made;
  try {
    const { createModel } = await import(address);
    if (typeof createModel !== "function")
      return { kind: "wrong", what: "exports no function createModel" };
    made = await createModel({ tf, ...request });
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    return { kind: "thrown", message, stack: stack ?? "" };
  }
  if (!isModel(made)) {
    return { kind: "wrong", what: "returns no layers model: tf.sequential and tf.model make one" };
  }
  return {
    kind: "made",
    topology: JSON.stringify(made.toJSON(null, false)),
    weights: made.weights.map((weight) => {
      const value = weight.read();
      return {
        name: weight.originalName,
        shape: [...value.shape],
        values: Float32Array.from(value.dataSync())
      };
    })
  };
}
__name(answer, "answer");
function isModel(value) {
  return typeof value === "object" && value !== null && "toJSON" in value && "weights" in value && Array.isArray(value.weights) && "layers" in value;
}
__name(isModel, "isModel");
parentPort?.postMessage(await answer(workerData));
