import type { EngineDescription } from '../model/index.ts';

/** Version of the TensorFlow.js packages that are bundled; a test holds it against package.json. */
const TENSORFLOW_VERSION = '4.22.0';

/** TypeScript declares this global with the browser's types only. */
const { WebAssembly } = globalThis as unknown as {
  readonly WebAssembly: { validate(bytes: Uint8Array): boolean };
};

/** The smallest WebAssembly module that holds a SIMD instruction (i8x16.splat). */
const SIMD_MODULE = Uint8Array.of(
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x04, 0x01, 0x60, 0x00, 0x00, 0x03],
  ...[0x02, 0x01, 0x00, 0x0a, 0x09, 0x01, 0x07, 0x00, 0x41, 0x00, 0xfd, 0x0f, 0x1a, 0x0b],
);

/**
 * An engine that is bundled, as it would work on this machine, known without loading it: a model that lies in the cache is
 * found by this description. The engine itself is the folder shared/model.
 */
export function describeEngine(name: 'wasm' | 'cpu' = 'wasm'): EngineDescription {
  return {
    name,
    version: TENSORFLOW_VERSION,
    simd: name === 'wasm' && WebAssembly.validate(SIMD_MODULE),
  };
}
