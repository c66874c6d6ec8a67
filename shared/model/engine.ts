import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import '@tensorflow/tfjs-backend-cpu';
import { type BackendWasm, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
// Recurrent layers, and some gradients, call operations as methods of tensors.
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import type { EngineName } from './contract.ts';
import { guardAllocation } from './engine-memory.ts';
import { mendKernels } from './kernels/index.ts';
import { keepBackendMemory } from './replay/backend-memory.ts';

const started = new Map<EngineName, Promise<void>>();

/**
 * Starts TensorFlow.js on a backend, once a process, and computes by it from then on. `tensorflow` must have been loaded
 * (`loadNativeEngine`): its package registers itself with the library, whose registries are global.
 */
export async function startEngine(name: EngineName = 'wasm'): Promise<void> {
  const start = started.get(name) ?? (name === 'wasm' ? startWasm() : startRegistered(name));
  started.set(name, start);
  await start;
  if (tf.getBackend() !== name) await tf.setBackend(name);
}

async function startRegistered(name: EngineName): Promise<void> {
  if (!(await tf.setBackend(name))) throw new Error(`the engine ${name} could not be started`);
  tf.enableProdMode();
}

async function startWasm(): Promise<void> {
  setWasmPaths({
    'tfjs-backend-wasm.wasm': findBinary('tfjs-backend-wasm.wasm'),
    'tfjs-backend-wasm-simd.wasm': findBinary('tfjs-backend-wasm-simd.wasm'),
    // Never loaded: the backend uses no threads in Node. The entry must be there all the same.
    'tfjs-backend-wasm-threaded-simd.wasm': findBinary('tfjs-backend-wasm-simd.wasm'),
  });
  const started = await withoutNewListeners(() =>
    withDirectoryName(() => keepBackendMemory(() => tf.setBackend('wasm'))),
  );
  if (!started) {
    throw new Error('the WebAssembly backend of TensorFlow.js could not be started');
  }
  // Not before: it silences the reason of a start that fails, too.
  tf.enableProdMode();
  guardAllocation(tf.backend() as BackendWasm);
  mendKernels();
}

/** The binary lies beside the bundle; run from source, in the package. */
function findBinary(name: string): string {
  const beside = fileURLToPath(new URL(`./${name}`, import.meta.url));
  if (existsSync(beside)) return beside;
  const resolveFrom = createRequire(import.meta.url);
  return resolveFrom.resolve(`@tensorflow/tfjs-backend-wasm/dist/${name}`);
}

/** The backend's loader adds listeners that rethrow every error of the program and print the whole bundle. */
async function withoutNewListeners<T>(work: () => Promise<T>): Promise<T> {
  const events = ['uncaughtException', 'unhandledRejection'] as const;
  const before = new Map(events.map((event) => [event, new Set(process.rawListeners(event))]));
  try {
    return await work();
  } finally {
    for (const [event, known] of before) {
      for (const listener of process.rawListeners(event)) {
        if (!known.has(listener)) process.removeListener(event, listener as () => void);
      }
    }
  }
}

/** The backend's loader is a CommonJS module: it reads `__dirname`, which is not there in an ES module. */
async function withDirectoryName<T>(work: () => Promise<T>): Promise<T> {
  const scope = globalThis as { __dirname?: string };
  scope.__dirname = fileURLToPath(new URL('.', import.meta.url));
  try {
    return await work();
  } finally {
    delete scope.__dirname;
  }
}
