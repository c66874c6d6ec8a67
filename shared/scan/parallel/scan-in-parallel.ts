import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { ScanKernel } from '../kernel/index.ts';
import { mergeStates } from '../merge-states.ts';
import type { ScanState } from '../scan-state.ts';
import { type BlockFile, scanBlocks } from './scan-blocks.ts';
import { SharedBlocks } from './shared-blocks.ts';
import type { WorkerAnswer, WorkerTask } from './worker.ts';

declare const __BUNDLED__: boolean | undefined;

const BLOCK_BYTES = 8 * 1024 * 1024;
/** Below this a second worker takes longer to start and merge than it saves. */
export const LEAST_PARALLEL_BYTES = 100_000_000;

export interface ParallelFile {
  /** Of a plain file. */
  readonly path: string;
  readonly size: number;
  readonly csv: BlockFile['csv'];
  readonly names: readonly string[];
  readonly missingValues: Iterable<string>;
  /** Tests have small ones. */
  readonly blockBytes?: number;
  readonly onProgress?: (done: { readonly bytes: number }) => void;
}

/** Whether a second worker is of use for a plain file of so many bytes. */
export function isWorthParallel(size: number): boolean {
  return size >= LEAST_PARALLEL_BYTES && availableParallelism() > 1;
}

/**
 * The state of one CSV file, read by this thread and a second one in turn, block by block: to the bit what one kernel
 * gives. Null when the file has to be read from its start by one: a fault in it, a quote in the middle of a cell, or a
 * carriage return alone.
 */
export async function scanInParallel(file: ParallelFile): Promise<ScanState | null> {
  const { path, size, csv, names, onProgress } = file;
  const blockBytes = file.blockBytes ?? BLOCK_BYTES;
  const blocks = new SharedBlocks(Math.ceil(size / blockBytes));
  const missingValues = [...file.missingValues];
  const blockFile: BlockFile = { path, size, blockBytes, csv };
  const task: WorkerTask = {
    file: blockFile,
    names,
    missingValues,
    memory: blocks.memory,
    blocks: blocks.count,
  };
  const worker = new Worker(workerFile(), { workerData: task });
  try {
    const answer = answerOf(worker);
    answer.catch(() => blocks.stop());
    const kernel = new ScanKernel(names, missingValues);
    const complete = await scanBlocks(kernel, blockFile, blocks, () =>
      onProgress?.({ bytes: Math.min(size, blocks.taken * blockBytes) }),
    );
    const own = complete ? kernel.state() : null;
    const other = await answer;
    return own === null || other === null ? null : mergeStates(own, other);
  } finally {
    await worker.terminate();
  }
}

function answerOf(worker: Worker): Promise<WorkerAnswer> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('A worker that reads data ended early')));
  });
}

function workerFile(): URL {
  const bundled = typeof __BUNDLED__ !== 'undefined' && __BUNDLED__;
  return new URL(bundled ? './csv-worker.js' : './worker.ts', import.meta.url);
}
