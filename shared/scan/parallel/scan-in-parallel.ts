import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { MemoryFull, type ScanKernel } from '../kernel/index.ts';
import { type BlockFile, scanBlocks } from './scan-blocks.ts';
import { SharedBlocks } from './shared-blocks.ts';

const BLOCK_BYTES = 8 * 1024 * 1024;

/** Whether the machine has a second processor to give. */
export function hasSecondThread(): boolean {
  return availableParallelism() > 1;
}

/** A plain CSV file that two threads read. */
export interface ParallelFile extends Omit<BlockFile, 'blockBytes'> {
  /** Tests have small ones. */
  readonly blockBytes?: number;
}

export interface ParallelWorker {
  /** The module that the second thread runs, which calls `answerInParallel`. */
  readonly module: URL;
  /** For that module; can be cloned. */
  readonly task: unknown;
}

/** What both threads have done. */
export interface ParallelProgress {
  readonly bytes: number;
  readonly rows: number;
}

/** What the second thread says at its end; errors lose their class on the way. */
type WorkerMessage<Answer> = { readonly answer: Answer | null } | { readonly isMemoryFull: true };

interface WorkerInput {
  readonly file: BlockFile;
  readonly memory: SharedArrayBuffer;
  readonly blocks: number;
  readonly task: unknown;
}

/**
 * Reads one CSV file by this thread, into `kernel`, and by a second one in turn, block by block: both states together
 * are to the bit what one kernel gives. The answer of the second thread; null when the file has to be read from its start
 * by one, and what the kernel has read is of no use: a fault in the file, a quote in the middle of a cell, or a carriage
 * return alone. `onBlock` is awaited after each block of this thread.
 * Throws `MemoryFull` where either thread's kernel had none left.
 */
export async function scanInParallel<Answer>(
  kernel: ScanKernel,
  file: ParallelFile,
  { module, task }: ParallelWorker,
  onBlock: (done: ParallelProgress) => void | Promise<void> = () => {},
): Promise<Answer | null> {
  const blockFile: BlockFile = { ...file, blockBytes: file.blockBytes ?? BLOCK_BYTES };
  const { size, blockBytes } = blockFile;
  const blocks = new SharedBlocks(Math.ceil(size / blockBytes));
  const { memory, count } = blocks;
  const input: WorkerInput = { file: blockFile, memory, blocks: count, task };
  const worker = new Worker(module, { workerData: input });
  try {
    const answer = answerOf<Answer>(worker);
    answer.catch(() => blocks.stop());
    const isComplete = await scanBlocks(kernel, blockFile, blocks, () =>
      onBlock({ bytes: Math.min(size, blocks.taken * blockBytes), rows: blocks.rows }),
    );
    const other = await answer;
    return isComplete ? other : null;
  } finally {
    await worker.terminate();
  }
}

function answerOf<Answer>(worker: Worker): Promise<Answer | null> {
  return new Promise((resolve, reject) => {
    worker.once('message', (message: WorkerMessage<Answer>) => {
      if ('answer' in message) resolve(message.answer);
      else reject(new MemoryFull());
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('A worker that reads data ended early')));
  });
}

/** In the second thread: its part. `answer` is asked for once all blocks are read. */
export async function answerInParallel<Task, Answer>(
  begin: (task: Task) => { readonly kernel: ScanKernel; readonly answer: () => Answer },
): Promise<void> {
  const { file, memory, blocks, task } = workerData as WorkerInput;
  let message: WorkerMessage<Answer>;
  try {
    const { kernel, answer } = begin(task as Task);
    const isComplete = await scanBlocks(kernel, file, new SharedBlocks(blocks, memory));
    kernel.isSent = true;
    message = { answer: isComplete ? answer() : null };
  } catch (error) {
    if (!(error instanceof MemoryFull)) throw error;
    message = { isMemoryFull: true };
  }
  parentPort?.postMessage(message);
}
