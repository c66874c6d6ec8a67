import type { CommandEntry, EngineEntry } from '../lineage/index.ts';

/** `wasm 4.22.0, SIMD`, `tensorflow 4.22.0 (libtensorflow 2.9.1, 1 thread)`, or the command that trained. */
export function engineText(engine: EngineEntry | CommandEntry): string {
  if ('run' in engine) return `command: ${engine.run}`;
  const { name, version, simd, backend, library, threads } = engine;
  const details = [
    ...(backend === undefined ? [] : [backend]),
    ...(library === undefined ? [] : [`libtensorflow ${library}`]),
    ...(threads === undefined ? [] : [threads === 1 ? '1 thread' : `${threads} threads`]),
  ];
  return `${name} ${version}${simd ? ', SIMD' : ''}${details.length === 0 ? '' : ` (${details.join(', ')})`}`;
}
