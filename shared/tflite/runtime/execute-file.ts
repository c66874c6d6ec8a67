import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ExecutionRequest, ExecutionResult } from './session.ts';
import type { WorkerAnswer } from './worker.ts';

declare const __BUNDLED__: boolean | undefined;

/** Runtime that the files are executed on. `version` is that of the package, which carries no newer name of its own. */
export const RUNTIME = { name: 'LiteRT (@litertjs/core)', version: '2.5.3' } as const;

/** Start of an instance takes 0.1 s, a row of a small model 0.1 ms; both leave room for a busy machine. */
const START_MILLISECONDS = 60_000;
const ROW_MILLISECONDS = 50;

export interface ExecutionLimits {
  /** After this the worker is stopped. */
  readonly milliseconds?: number;
}

/**
 * Executes a `.tflite` file in LiteRT on all rows, in a worker with an instance of its own: after failures an instance
 * answers wrongly or hangs. Throws an `Error` with the runtime's words when the file does not load or run, and when it
 * takes longer than the limit.
 */
export async function executeFile(
  request: Omit<ExecutionRequest, 'wasmDirectory'>,
  { milliseconds = START_MILLISECONDS + ROW_MILLISECONDS * request.rows }: ExecutionLimits = {},
): Promise<ExecutionResult> {
  const worker = new Worker(workerFile(), {
    workerData: { ...request, wasmDirectory: wasmDirectory() } satisfies ExecutionRequest,
    // The runtime prints; its lines are read inside the worker.
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<WorkerAnswer>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('The runtime ended without an answer')));
      timer = setTimeout(
        () => reject(new Error(`The runtime did not answer within ${milliseconds} ms`)),
        milliseconds,
      );
    });
    if ('failure' in answer) throw new Error(answer.failure);
    return answer.result;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function isBundled(): boolean {
  return typeof __BUNDLED__ !== 'undefined' && __BUNDLED__;
}

function workerFile(): URL {
  return new URL(isBundled() ? './litert.js' : './worker.ts', import.meta.url);
}

/** Beside the bundle, or in the package while the code runs from its source. */
function wasmDirectory(): string {
  if (isBundled()) return dirname(fileURLToPath(workerFile()));
  const manifest = createRequire(import.meta.url).resolve('@litertjs/core/package.json');
  const directory = join(dirname(manifest), 'wasm');
  if (!existsSync(directory)) throw new Error(`${directory} is missing: install the packages`);
  return directory;
}
