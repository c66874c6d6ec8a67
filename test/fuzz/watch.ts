import { Worker } from 'node:worker_threads';
import type { Instrumented } from './instrument.ts';

/** What a fuzzing thread is told to do. */
export interface WorkerOrder {
  readonly name: string;
  /** Address of the bundle, whose `target` is fuzzed. */
  readonly module: string;
  readonly instrumented: Instrumented;
  readonly seed: number;
  /** It ends at whichever comes first. */
  readonly seconds: number;
  readonly executions: number;
  /** Executions begun, length of the input at hand. */
  readonly progress: SharedArrayBuffer;
  readonly input: SharedArrayBuffer;
}

export interface WorkerReport {
  readonly executions: number;
  /** Branches that ran. */
  readonly branches: number;
  /** Inputs that found something new. */
  readonly corpus: number;
  readonly finding: { readonly text: string; readonly input: Uint8Array } | null;
}

export interface WorkerLimits {
  /** One input may take so long. */
  readonly hangMs: number;
  readonly heapMegabytes: number;
}

/** A thousand times what a slow input takes, on a machine with much else to do. */
const LIMITS: WorkerLimits = { hangMs: 15_000, heapMegabytes: 1024 };
const POLL_MS = 500;
const LONGEST_INPUT = 1 << 20;

/** Fuzzes in a thread; a hang, a crash and memory without end are findings like an error. */
export async function fuzzInThread(
  order: Omit<WorkerOrder, 'progress' | 'input'>,
  { hangMs, heapMegabytes }: WorkerLimits = LIMITS,
): Promise<WorkerReport> {
  const progress = new Int32Array(new SharedArrayBuffer(8));
  const input = new Uint8Array(new SharedArrayBuffer(LONGEST_INPUT));
  const worker = new Worker(new URL('fuzz-worker.ts', import.meta.url), {
    workerData: { ...order, progress: progress.buffer, input: input.buffer },
    resourceLimits: {
      maxOldGenerationSizeMb: heapMegabytes,
      // Node gives a thread at its limit 16 MB more to end in. What lives in a larger young space moves over at once and
      // takes all of them: then the whole process is aborted.
      maxYoungGenerationSizeMb: 4,
    },
  });
  const stopped = (text: string): WorkerReport => ({
    executions: progress[0] ?? 0,
    branches: 0,
    corpus: 0,
    finding: { text, input: input.slice(0, progress[1]) },
  });
  return await new Promise((resolve) => {
    let last = 0;
    let since = performance.now();
    const watch = setInterval(() => {
      const now = Atomics.load(progress, 0);
      if (now !== last || now === 0) {
        last = now;
        since = performance.now();
      } else if (performance.now() - since > hangMs) {
        end(stopped(`took more than ${hangMs / 1000} s`));
      }
    }, POLL_MS);
    const end = (found: WorkerReport) => {
      clearInterval(watch);
      resolve(found);
      void worker.terminate();
    };
    worker.on('message', end);
    worker.on('error', (error) => end(stopped(String(error))));
    worker.on('exit', (code) => end(stopped(`the thread ended with ${code}`)));
  });
}
