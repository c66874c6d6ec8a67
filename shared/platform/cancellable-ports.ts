import type { Cancellation } from './cancellation.ts';
import type { FilesPort, Ports } from './ports.ts';

const WRITES: ReadonlySet<string | symbol> = new Set<keyof FilesPort>([
  'writeAll',
  'rename',
  'makeDirectory',
  'remove',
  'scratch',
]);

/**
 * Ports for the work of one action: once the run is cancelled they write nothing any more, and say nothing, so that work
 * which nobody waits for can be left to itself. What they had begun to write to the disk is waited for at the end.
 */
export function cancellablePorts(ports: Ports, cancellation: Cancellation): Ports {
  const refuse = () => {
    if (!cancellation.mayWrite) throw cancellation.signal.reason;
  };
  const silent = () => cancellation.signal.aborted;
  return {
    ...ports,
    cancellation,
    log: wrap(ports.log, (call) => (silent() ? undefined : call())),
    outputs: wrap(ports.outputs, (call) => {
      refuse();
      return call();
    }),
    summary: wrap(ports.summary, refusing),
    annotations: wrap(ports.annotations, (call) => (silent() ? false : call())),
    artifacts: ports.artifacts === null ? null : wrap(ports.artifacts, refusing),
    cache: wrap(ports.cache, refusing),
    github: ports.github === null ? null : wrap(ports.github, refusing),
    tracking: ports.tracking === null ? null : wrap(ports.tracking, refusing),
    files: wrap(ports.files, (call, name) => {
      if (!WRITES.has(name)) return call();
      return cancellation.mayWrite
        ? cancellation.track(call() as Promise<unknown>)
        : Promise.reject(cancellation.signal.reason);
    }),
  };

  function refusing(call: () => unknown): unknown {
    refuse();
    return call();
  }
}

/** Every method, those of ports within it too, goes through `through`. */
function wrap<T extends object>(
  port: T,
  through: (call: () => unknown, name: string | symbol) => unknown,
): T {
  return new Proxy(port, {
    get: (target, name) => {
      const value = Reflect.get(target, name, target) as unknown;
      if (typeof value === 'function') {
        return (...words: unknown[]) => through(() => value.apply(target, words), name);
      }
      const isPort = typeof value === 'object' && value !== null && !(value instanceof Map);
      return isPort ? wrap(value, through) : value;
    },
  });
}
