import type { SampleSize } from '../row-sample.ts';

const SAMPLE_ROWS_BITS = 24;

const WORD = { next: 0, stopped: 1, rows: 2, samples: 3 } as const;

/** A thread's sample of rows while it is collected. */
export interface GrowingSample {
  readonly sampled: SampleSize;
  /** Rows that it may have. */
  readonly mostSampled: number;
  raiseSampleLevel(): void;
}

/**
 * What two threads tell each other about the parts of a file, in memory that they share: which part is next, how many rows
 * were read, and how large their samples are. Parts are dealt in order, each to the thread that asks first.
 */
export class SharedWork {
  /** Words of the memory that are taken. */
  static readonly HEAD = 5;
  readonly memory: SharedArrayBuffer;
  /** Of parts. */
  readonly count: number;
  protected readonly words: Int32Array;
  protected readonly thread: 0 | 1;

  /** `memory`: that of the other thread, which has made it; left out: it is made, with so many `words`. */
  constructor(count: number, memory?: SharedArrayBuffer, words = SharedWork.HEAD) {
    this.count = count;
    this.memory = memory ?? new SharedArrayBuffer(4 * words);
    this.words = new Int32Array(this.memory);
    this.thread = memory === undefined ? 0 : 1;
  }

  /** Before any is taken: the first part to be dealt. */
  protected beginAt(part: number): void {
    Atomics.store(this.words, WORD.next, part);
  }

  /** The next part that nobody has taken; null when there is none, or work is stopped. */
  take(): number | null {
    if (this.isStopped) return null;
    const part = Atomics.add(this.words, WORD.next, 1);
    return part < this.count ? part : null;
  }

  /** Parts that were taken, for a person who waits. */
  get taken(): number {
    return Math.min(this.count, Atomics.load(this.words, WORD.next));
  }

  /** Those that were told, for a person who waits. */
  get rows(): number {
    return Atomics.load(this.words, WORD.rows) >>> 0;
  }

  addRows(rows: number): void {
    Atomics.add(this.words, WORD.rows, rows);
  }

  /**
   * The sample of the whole has at most as many rows as that of a thread: where both have more together at a level, that
   * of the whole is higher. Each thread then holds about half of it.
   */
  thin(sample: GrowingSample): void {
    for (;;) {
      const { level, rows } = sample.sampled;
      const other = this.#exchangeSample({ level, rows });
      const isTooMuch = level === other.level && rows + other.rows > sample.mostSampled;
      if (level >= other.level && !isTooMuch) return;
      sample.raiseSampleLevel();
    }
  }

  /** Tells what this thread's sample has; what the other's had when it told it last. */
  #exchangeSample({ level, rows }: SampleSize): SampleSize {
    const own = WORD.samples + this.thread;
    Atomics.store(this.words, own, level * 2 ** SAMPLE_ROWS_BITS + rows);
    const other = Atomics.load(this.words, WORD.samples + 1 - this.thread);
    return { level: other >>> SAMPLE_ROWS_BITS, rows: other & (2 ** SAMPLE_ROWS_BITS - 1) };
  }

  get isStopped(): boolean {
    return Atomics.load(this.words, WORD.stopped) !== 0;
  }

  stop(): void {
    Atomics.store(this.words, WORD.stopped, 1);
  }
}
