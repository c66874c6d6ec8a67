import type { CommandEntry, EngineEntry } from '../lineage/index.ts';

/** `wasm 4.22.0, SIMD`, or the command that trained. */
export function engineText(engine: EngineEntry | CommandEntry): string {
  if ('run' in engine) return `command: ${engine.run}`;
  return `${engine.name} ${engine.version}${engine.simd ? ', SIMD' : ''}`;
}
