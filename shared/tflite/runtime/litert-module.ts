import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';

/**
 * The part of LiteRT's WebAssembly module (`@litertjs/core`) that is used. The package's public interface refuses 8-bit
 * tensors and needs a browser; this is the layer below it.
 */
export interface LiteRtModule {
  readonly HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  setupLogging(): void;
  readonly LiteRtEnvironment: { create(webGpuDevice: null): Deletable };
  loadModel(environment: Deletable, pointer: number, bytes: number): LiteRtModel;
  compileModel(
    environment: Deletable,
    model: LiteRtModel,
    options: unknown,
  ): Promise<LiteRtCompiledModel> | LiteRtCompiledModel;
  readonly LiteRtTensorBuffer: {
    createManaged(
      environment: Deletable,
      kind: EnumValue,
      type: LiteRtTensorType,
      bytes: number,
    ): LiteRtTensorBuffer;
  };
  readonly LiteRtTensorBufferType: { readonly HOST_MEMORY: EnumValue };
  readonly LiteRtTensorBufferLockMode: { readonly READ: EnumValue; readonly WRITE: EnumValue };
}

export interface Deletable {
  delete(): void;
}

export interface EnumValue {
  readonly value: number;
}

export interface LiteRtList<T> extends Deletable {
  size(): number;
  get(index: number): T;
}

export interface LiteRtModel extends Deletable {
  getNumSignatures(): number;
  getSignature(signature: number): LiteRtSignature;
  getInputTensorType(signature: number, input: number): LiteRtTensorType;
  getOutputTensorType(signature: number, output: number): LiteRtTensorType;
}

export interface LiteRtSignature extends Deletable {
  inputNames(): LiteRtList<string>;
  outputNames(): LiteRtList<string>;
}

export interface LiteRtTensorType extends Deletable {
  elementType(): EnumValue;
  bytes(): number;
}

export interface LiteRtCompiledModel extends Deletable {
  run(
    signature: number,
    inputs: readonly LiteRtTensorBuffer[],
  ): Promise<LiteRtTensorBuffer[]> | LiteRtTensorBuffer[];
}

export interface LiteRtTensorBuffer extends Deletable {
  lock(mode: EnumValue): number;
  unlock(): void;
  packedSize(): number;
}

/** The build without threads: it runs everywhere and answers alike everywhere. */
export const MODULE_FILES = {
  script: 'litert_wasm_compat_internal.js',
  wasm: 'litert_wasm_compat_internal.wasm',
} as const;

type ModuleFactory = (settings: {
  print: (line: string) => void;
  printErr: (line: string) => void;
}) => Promise<LiteRtModule>;

/** Starts a fresh instance. `onLine` gets what the runtime would print: its only way to say that something failed. */
export async function startLiteRt(
  directory: string,
  onLine: (line: string) => void,
): Promise<LiteRtModule> {
  const path = join(directory, MODULE_FILES.script);
  // The script is CommonJS in a package that calls itself a module, so `require` refuses it. It finds its .wasm itself.
  const load = compileFunction(
    readFileSync(path, 'utf8'),
    ['require', 'module', 'exports', '__filename', '__dirname'],
    { filename: path },
  );
  const container: { exports: unknown } = { exports: {} };
  load(createRequire(path), container, container.exports, path, directory);
  const factory = container.exports as ModuleFactory;
  return factory({ print: onLine, printErr: onLine });
}
