import { parentPort, workerData } from 'node:worker_threads';
import { type ExecutionRequest, type ExecutionResult, execute } from './session.ts';

/** What the worker answers, once. */
export type WorkerAnswer = { readonly result: ExecutionResult } | { readonly failure: string };

async function answer(): Promise<WorkerAnswer> {
  try {
    return { result: await execute(workerData as ExecutionRequest) };
  } catch (error) {
    // The runtime throws numbers and its own classes, which can't be sent as they are.
    return { failure: error instanceof Error ? error.message : `The runtime stopped: ${error}` };
  }
}

parentPort?.postMessage(await answer());
