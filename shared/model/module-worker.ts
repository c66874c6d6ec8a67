// The thread in which a module of the user's makes its model: entered by `new Worker`, and bundled by itself. It has a
// TensorFlow.js of its own, so that names that the library counts on begin anew each time.
import { parentPort, workerData } from 'node:worker_threads';
import '@tensorflow/tfjs-backend-cpu';
import {
  enableProdMode,
  reshape,
  setBackend,
  sign,
  stridedSlice,
  Tensor,
  tensor,
  tidy,
  transpose,
} from '@tensorflow/tfjs-core';
import { initializers, input, layers, model, sequential } from '@tensorflow/tfjs-layers';
import { SeededRandom } from '../numeric/index.ts';
import type { CreateModelRequest } from './user-module.ts';

export interface ModuleTask {
  /** For `import`. */
  readonly address: string;
  readonly request: CreateModelRequest;
}

/** What the thread posts; the module runs in it, so that anything may come in its place. */
export type ModuleAnswer =
  | {
      readonly kind: 'made';
      /** JSON, as TensorFlow.js writes it. */
      readonly topology: string;
      readonly weights: readonly {
        readonly name: string;
        readonly shape: readonly number[];
        readonly values: Float32Array;
      }[];
    }
  /** As the end of a sentence that begins with the module. */
  | { readonly kind: 'wrong'; readonly what: string }
  | { readonly kind: 'thrown'; readonly message: string; readonly stack: string };

// What initialisers of recurrent kernels call as methods. The library registers all methods in modules that Node can't
// load outside a bundle.
Object.assign(Tensor.prototype, {
  flatten(this: Tensor) {
    return reshape(this, [this.size]);
  },
  reshape(this: Tensor, shape: number[]) {
    return reshape(this, shape);
  },
  sign(this: Tensor) {
    return sign(this);
  },
  stridedSlice(this: Tensor, begin: number[], end: number[], strides: number[]) {
    return stridedSlice(this, begin, end, strides);
  },
  transpose(this: Tensor) {
    return transpose(this);
  },
});

/** What `tf` is for the module. */
const tf = { initializers, input, layers, model, sequential, tensor, tidy };

/** The parts of a LayersModel that are read, whichever copy of the library has made it. */
interface MadeModel {
  toJSON(unused: null, returnString: false): unknown;
  readonly weights: readonly {
    readonly originalName: string;
    read(): { readonly shape: readonly number[]; dataSync(): Float32Array };
  }[];
}

async function answer({ address, request }: ModuleTask): Promise<ModuleAnswer> {
  await setBackend('cpu');
  enableProdMode();
  // The module's own calls stand below those of the library.
  Error.stackTraceLimit = 100;
  // Initialisers of the library that get no seed draw from here.
  const random = new SeededRandom(request.seed, 'create model');
  Math.random = () => random.uniform();
  let made: unknown;
  try {
    const { createModel } = (await import(address)) as { readonly createModel?: unknown };
    if (typeof createModel !== 'function')
      return { kind: 'wrong', what: 'exports no function createModel' };
    made = await createModel({ tf, ...request });
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    return { kind: 'thrown', message, stack: stack ?? '' };
  }
  if (!isModel(made)) {
    return { kind: 'wrong', what: 'returns no layers model: tf.sequential and tf.model make one' };
  }
  return {
    kind: 'made',
    topology: JSON.stringify(made.toJSON(null, false)),
    weights: made.weights.map((weight) => {
      const value = weight.read();
      return {
        name: weight.originalName,
        shape: [...value.shape],
        values: Float32Array.from(value.dataSync()),
      };
    }),
  };
}

function isModel(value: unknown): value is MadeModel {
  return (
    typeof value === 'object' &&
    value !== null &&
    'toJSON' in value &&
    'weights' in value &&
    Array.isArray(value.weights) &&
    'layers' in value
  );
}

parentPort?.postMessage(await answer(workerData as ModuleTask));
