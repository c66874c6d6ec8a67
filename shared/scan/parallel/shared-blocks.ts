import { SharedWork } from './shared-work.ts';

/**
 * The blocks of a CSV file as the work of two threads: for each block also whether it begins inside quotes and how many
 * line feeds stand before it. Both are sums of what the blocks before hold, so that they need only be counted, not read, by
 * the time a block's turn comes.
 */
export class SharedBlocks extends SharedWork {
  constructor(count: number, memory?: SharedArrayBuffer) {
    super(count, memory, SharedWork.HEAD + 3 * (count + 1));
    if (memory === undefined) this.publish(0, { inQuotes: false, lineFeeds: 0 });
  }

  publish(block: number, start: BlockStart): void {
    const at = this.#at(block);
    this.words[at + 1] = start.inQuotes ? 1 : 0;
    this.words[at + 2] = start.lineFeeds;
    Atomics.store(this.words, at, 1);
    Atomics.notify(this.words, at);
  }

  /** Waits at most so long; null when it is not known yet. */
  startOf(block: number, milliseconds: number): BlockStart | null {
    const at = this.#at(block);
    if (Atomics.load(this.words, at) === 0) Atomics.wait(this.words, at, 0, milliseconds);
    if (Atomics.load(this.words, at) === 0) return null;
    return {
      inQuotes: this.words[at + 1] === 1,
      lineFeeds: (this.words[at + 2] ?? 0) >>> 0,
    };
  }

  #at(block: number): number {
    return SharedWork.HEAD + 3 * block;
  }
}

export interface BlockStart {
  readonly inQuotes: boolean;
  readonly lineFeeds: number;
}
