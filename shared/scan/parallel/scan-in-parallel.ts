import type { ScanKernel } from '../kernel/index.ts';
import { type BlockFile, scanBlocks } from './scan-blocks.ts';
import { SharedBlocks } from './shared-blocks.ts';
import { answerFrom, workTogether } from './work-together.ts';

const BLOCK_BYTES = 8 * 1024 * 1024;

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
 * return alone. `onBlock` is awaited after each block of this thread. Throws `MemoryFull` where either thread's kernel had
 * none left, and `SecondThreadFailed`.
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
  let isComplete = false;
  const answer = await workTogether<Answer | null>({ module, input }, blocks, async () => {
    isComplete = await scanBlocks(kernel, blockFile, blocks, () =>
      onBlock({ bytes: Math.min(size, blocks.taken * blockBytes), rows: blocks.rows }),
    );
  });
  return isComplete ? answer : null;
}

/** In the second thread: its part. `answer` is asked for once all blocks are read. */
export async function answerInParallel<Task, Answer>(
  begin: (task: Task) => { readonly kernel: ScanKernel; readonly answer: () => Answer },
): Promise<void> {
  await answerFrom(async ({ file, memory, blocks, task }: WorkerInput) => {
    const { kernel, answer } = begin(task as Task);
    const isComplete = await scanBlocks(kernel, file, new SharedBlocks(blocks, memory));
    kernel.isSent = true;
    return { answer: isComplete ? answer() : null };
  });
}
