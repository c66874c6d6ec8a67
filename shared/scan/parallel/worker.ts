import { parentPort, workerData } from 'node:worker_threads';
import { ScanKernel } from '../kernel/index.ts';
import type { ScanState } from '../scan-state.ts';
import type { BlockFile } from './scan-blocks.ts';
import { scanBlocks } from './scan-blocks.ts';
import { SharedBlocks } from './shared-blocks.ts';

/** What a worker is given. */
export interface WorkerTask {
  readonly file: BlockFile;
  readonly names: readonly string[];
  readonly missingValues: readonly string[];
  readonly memory: SharedArrayBuffer;
  readonly blocks: number;
}

/** Its state, or null when the blocks can't be read each by itself. */
export type WorkerAnswer = ScanState | null;

const task = workerData as WorkerTask;
const kernel = new ScanKernel(task.names, task.missingValues);
const blocks = new SharedBlocks(task.blocks, task.memory);
const complete = await scanBlocks(kernel, task.file, blocks);
const state: WorkerAnswer = complete ? kernel.state() : null;
const moved =
  state === null ? [] : [state.sample.hashes, ...state.sample.slots].map(({ buffer }) => buffer);
parentPort?.postMessage(state, moved as ArrayBuffer[]);
