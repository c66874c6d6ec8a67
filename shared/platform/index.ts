import type { ActionsOptions } from './actions-ports.ts';
import type { Ports } from './ports.ts';

export * from './cancellable-ports.ts';
export * from './cancellation.ts';
export * from './file-system.ts';
export { STAMP_ROOM, stampOfRun } from './github-stamp.ts';
export * from './memory.ts';
export * from './memory-repository.ts';
export * from './modules-port.ts';
export * from './plain-text.ts';
export * from './ports.ts';
export * from './repository-ports.ts';
export * from './terminal-ports.ts';
export * from './tracking-port.ts';

/** Ports of a workflow step. The toolkit takes 100 ms to load, which a terminal never needs. */
export async function actionsPorts(options: ActionsOptions): Promise<Ports> {
  const adapter = await import('./actions-ports.ts');
  return adapter.actionsPorts(options);
}
