import type { SampleSize } from '../kernel/index.ts';

const SAMPLE_ROWS_BITS = 24;

/**
 * What workers tell each other about the blocks of a file, in memory that they share: which block is next, and for each
 * block whether it begins inside quotes and how many line feeds stand before it. Both are sums of what the blocks before
 * hold, so that they need only be counted, not read, by the time a block's turn comes.
 */
export class SharedBlocks {
  static readonly HEAD = 5;
  static readonly NEXT = 0;
  static readonly STOPPED = 1;
  static readonly ROWS = 2;
  /** Of both threads. */
  static readonly SAMPLES = 3;
  readonly memory: SharedArrayBuffer;
  readonly count: number;
  readonly #words: Int32Array;
  readonly #thread: number;

  constructor(count: number, memory?: SharedArrayBuffer) {
    this.count = count;
    this.memory = memory ?? new SharedArrayBuffer(4 * (SharedBlocks.HEAD + 3 * (count + 1)));
    this.#words = new Int32Array(this.memory);
    this.#thread = memory === undefined ? 0 : 1;
    if (memory === undefined) this.publish(0, { inQuotes: false, lineFeeds: 0 });
  }

  /** The next block that nobody has taken; null when there is none, or work is stopped. */
  take(): number | null {
    if (this.isStopped) return null;
    const block = Atomics.add(this.#words, SharedBlocks.NEXT, 1);
    return block < this.count ? block : null;
  }

  /** Blocks that were taken, for a person who waits. */
  get taken(): number {
    return Math.min(this.count, Atomics.load(this.#words, SharedBlocks.NEXT));
  }

  /** Of the blocks that are done, for a person who waits. */
  get rows(): number {
    return Atomics.load(this.#words, SharedBlocks.ROWS) >>> 0;
  }

  addRows(rows: number): void {
    Atomics.add(this.#words, SharedBlocks.ROWS, rows);
  }

  /** Tells what this thread's sample has; what the other's had when it told it last. */
  exchangeSample({ level, rows }: SampleSize): SampleSize {
    const own = SharedBlocks.SAMPLES + this.#thread;
    Atomics.store(this.#words, own, level * 2 ** SAMPLE_ROWS_BITS + rows);
    const other = Atomics.load(this.#words, SharedBlocks.SAMPLES + 1 - this.#thread);
    return { level: other >>> SAMPLE_ROWS_BITS, rows: other & (2 ** SAMPLE_ROWS_BITS - 1) };
  }

  get isStopped(): boolean {
    return Atomics.load(this.#words, SharedBlocks.STOPPED) !== 0;
  }

  stop(): void {
    Atomics.store(this.#words, SharedBlocks.STOPPED, 1);
  }

  publish(block: number, start: BlockStart): void {
    const at = this.#at(block);
    this.#words[at + 1] = start.inQuotes ? 1 : 0;
    this.#words[at + 2] = start.lineFeeds;
    Atomics.store(this.#words, at, 1);
    Atomics.notify(this.#words, at);
  }

  /** Waits at most so long; null when it is not known yet. */
  startOf(block: number, milliseconds: number): BlockStart | null {
    const at = this.#at(block);
    if (Atomics.load(this.#words, at) === 0) Atomics.wait(this.#words, at, 0, milliseconds);
    if (Atomics.load(this.#words, at) === 0) return null;
    return {
      inQuotes: this.#words[at + 1] === 1,
      lineFeeds: (this.#words[at + 2] ?? 0) >>> 0,
    };
  }

  #at(block: number): number {
    return SharedBlocks.HEAD + 3 * block;
  }
}

export interface BlockStart {
  readonly inQuotes: boolean;
  readonly lineFeeds: number;
}
