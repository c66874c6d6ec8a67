import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { MemoryFull } from '../kernel/index.ts';
import type { SharedWork } from './shared-work.ts';

/** Whether the machine has a second processor to give. */
export function hasSecondThread(): boolean {
  return availableParallelism() > 1;
}

/** A module that the second thread runs, which calls `answerFrom`, and what that is given; can be cloned. */
export interface SecondThread {
  readonly module: URL;
  readonly input: unknown;
}

/** The second thread has ended without an answer, by an error or by a lack of memory: one thread may do the work. */
export class SecondThreadFailed extends Error {
  constructor(options?: ErrorOptions) {
    super('The second thread that reads data ended early', options);
  }
}

/** What the second thread says at its end; errors lose their class on the way. */
type WorkerMessage<Answer> = { readonly answer: Answer } | { readonly isMemoryFull: true };

/**
 * Lets a second thread work beside `own`; its answer. Work stops where one of the two fails, and this rejects with what
 * `own` threw, or else with `MemoryFull` where the other thread's kernel had none left, or `SecondThreadFailed`.
 */
export async function workTogether<Answer>(
  { module, input }: SecondThread,
  work: SharedWork,
  own: () => Promise<void>,
): Promise<Answer> {
  const worker = new Worker(module, { workerData: input });
  try {
    const answer = answerOf<Answer>(worker);
    answer.catch(() => work.stop());
    await own();
    return await answer;
  } catch (error) {
    work.stop();
    throw error;
  } finally {
    await worker.terminate();
  }
}

function answerOf<Answer>(worker: Worker): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.once('message', (message: WorkerMessage<Answer>) => {
      if ('answer' in message) resolve(message.answer);
      else reject(new MemoryFull());
    });
    worker.once('error', (cause) => reject(new SecondThreadFailed({ cause })));
    worker.once('exit', () => reject(new SecondThreadFailed()));
  });
}

/** In the second thread: what it answers. The buffers in `moved` go to the other thread without a copy. */
export async function answerFrom<Input, Answer>(
  work: (input: Input) => Promise<{ answer: Answer; moved?: readonly ArrayBuffer[] }>,
): Promise<void> {
  let message: WorkerMessage<Answer>;
  let buffers: readonly ArrayBuffer[] = [];
  try {
    const { answer, moved = [] } = await work(workerData as Input);
    message = { answer };
    buffers = moved;
  } catch (error) {
    if (!(error instanceof MemoryFull)) throw error;
    message = { isMemoryFull: true };
  }
  parentPort?.postMessage(message, [...buffers]);
}
