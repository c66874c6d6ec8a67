import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { inheritedEnvironment, splitLines } from './command-runner.ts';
import type { ModulesPort, ThreadEnd, ThreadToRun } from './modules-port.ts';

/** After its answer a thread ends by itself, unless its module has left a timer or a server. */
const GRACE_MILLISECONDS = 500;

/**
 * Modules as Node loads them from files. The environment of their threads is that of commands, see `commandRunner`; it is
 * a copy, which outlives nothing.
 */
export function moduleThreads(
  absolute: (path: string) => string,
  environment: Readonly<Record<string, string | undefined>>,
  secrets: readonly string[],
): ModulesPort {
  const inherited = inheritedEnvironment(environment, secrets);
  return {
    address: (path) => pathToFileURL(absolute(path)).href,
    run: (thread) => runThread(thread, inherited),
  };
}

async function runThread(
  { program, input, timeoutSeconds, onLine, signal }: ThreadToRun,
  environment: Readonly<Record<string, string>>,
): Promise<ThreadEnd> {
  signal?.throwIfAborted();
  const worker = new Worker(program, {
    workerData: input,
    env: environment,
    stdout: true,
    stderr: true,
  });
  for (const stream of [worker.stdout, worker.stderr]) splitLines(stream, onLine);
  const exit = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const timers: NodeJS.Timeout[] = [];
  const after = <T>(milliseconds: number, value: T) =>
    new Promise<T>((resolve) => timers.push(setTimeout(() => resolve(value), milliseconds)));
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal?.reason);
    signal?.addEventListener('abort', stop, { once: true });
  });
  const end = new Promise<ThreadEnd>((resolve) => {
    worker.once('message', (answer: unknown) => resolve({ kind: 'answered', answer }));
    worker.once('error', (error: Error) => resolve({ kind: 'failed', error }));
    worker.once('exit', () => resolve({ kind: 'ended' }));
  });
  try {
    const timeout = after<ThreadEnd>(timeoutSeconds * 1000, { kind: 'timeout' });
    const result = await Promise.race([end, timeout, aborted]);
    // What it has printed comes by another way than its answer, and is complete when it has ended.
    if (result.kind === 'answered') await Promise.race([exit, after(GRACE_MILLISECONDS, null)]);
    return result;
  } finally {
    for (const timer of timers) clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
