import type { WasmMemory } from '../../web-assembly/index.ts';

type Instantiate = (...words: unknown[]) => Promise<unknown>;

let memory: WasmMemory | null = null;

/** Runs the start of the WebAssembly backend and keeps the memory of what it instantiates, which it gives to nobody. */
export async function keepBackendMemory<T>(start: () => Promise<T>): Promise<T> {
  const scope = (globalThis as unknown as { WebAssembly: { instantiate: Instantiate } })
    .WebAssembly;
  const { instantiate } = scope;
  scope.instantiate = async (...words) => {
    const result = (await instantiate(...words)) as { instance?: { exports: object } };
    const found = Object.values(result.instance?.exports ?? {}).find(isMemory);
    memory = found ?? memory;
    return result;
  };
  try {
    return await start();
  } finally {
    scope.instantiate = instantiate;
  }
}

/** The memory whose bytes are these now, null where it has not been seen. */
export function backendMemory(bytes: ArrayBufferLike): WasmMemory | null {
  return memory !== null && memory.buffer === bytes ? memory : null;
}

function isMemory(value: unknown): value is WasmMemory {
  // Not by instanceof: the class is not the same object in every realm.
  return Object.prototype.toString.call(value) === '[object WebAssembly.Memory]';
}
