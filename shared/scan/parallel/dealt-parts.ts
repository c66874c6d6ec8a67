import { SharedWork } from './shared-work.ts';

/**
 * Parts of a file, two at least, as the work of two threads, each of which has at least one: the second thread is long in
 * starting, and would find small files read.
 */
export class DealtParts extends SharedWork {
  #first: number | null;

  constructor(count: number, memory?: SharedArrayBuffer) {
    super(count, memory);
    this.#first = this.thread;
    if (this.thread === 0) this.beginAt(2);
  }

  override take(): number | null {
    const first = this.#first;
    this.#first = null;
    return first === null || this.isStopped ? super.take() : first;
  }
}
