/** The part of the WebAssembly interface that the kernels need: the types of Node have none of it. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  /** By pages of 64 KiB. Throws a `RangeError` when there is no more memory. */
  grow(pages: number): number;
}

export interface WasmGlobal {
  readonly value: number | bigint;
}

export type WasmImports = Readonly<
  Record<string, Readonly<Record<string, (...values: number[]) => unknown>>>
>;

export interface WasmModule {
  readonly [Symbol.toStringTag]: string;
}

interface WebAssemblyInterface {
  readonly Module: new (bytes: Uint8Array) => WasmModule;
  readonly Instance: new (
    module: WasmModule,
    imports: WasmImports,
  ) => { readonly exports: unknown };
}

export const { Module: WasmModule, Instance: WasmInstance } = (
  globalThis as unknown as { readonly WebAssembly: WebAssemblyInterface }
).WebAssembly;
