import { setTimeout } from 'node:timers/promises';
import { CancelledError } from '../errors/index.ts';
import type { CancellationPort, Ports } from './ports.ts';

type CleanUp = (ports: Ports) => Promise<void>;

/** The one that the edge holds: `cancel` is called by a signal, or by a test. */
export class Cancellation implements CancellationPort {
  readonly #controller = new AbortController();
  readonly #cleanUps: CleanUp[] = [];
  readonly #writes = new Set<Promise<unknown>>();
  #uninterrupted = 0;

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  onCancel(cleanUp: CleanUp): () => void {
    this.#cleanUps.push(cleanUp);
    return () => {
      const index = this.#cleanUps.indexOf(cleanUp);
      if (index >= 0) this.#cleanUps.splice(index, 1);
    };
  }

  /** @param why one sentence without a final full stop, e.g. `the run was cancelled (SIGINT)` */
  cancel(why: string): void {
    this.#controller.abort(new CancelledError(why));
  }

  async uninterrupted<T>(work: () => Promise<T>): Promise<T> {
    if (!this.mayWrite) throw this.signal.reason;
    this.#uninterrupted++;
    try {
      return await this.track(work());
    } finally {
      this.#uninterrupted--;
    }
  }

  /** False once cancelled, but for work that is not to be cut in the middle. */
  get mayWrite(): boolean {
    return !this.signal.aborted || this.#uninterrupted > 0;
  }

  /** The end waits for it. */
  track<T>(write: Promise<T>): Promise<T> {
    const settled = write.then(
      () => undefined,
      () => undefined,
    );
    this.#writes.add(settled);
    void settled.then(() => this.#writes.delete(settled));
    return write;
  }

  /** Waits until all that has begun to write is done. */
  async settle(milliseconds: number): Promise<void> {
    const all = async () => {
      while (this.#writes.size > 0) await Promise.all(this.#writes);
    };
    await Promise.race([all(), setTimeout(milliseconds, undefined, { ref: false })]);
  }

  /** Runs what was registered, the last first. A failure is a warning, and none keeps the others from running. */
  async cleanUp(ports: Ports, milliseconds: number): Promise<void> {
    const all = async () => {
      for (const cleanUp of this.#cleanUps.splice(0).reverse()) {
        await cleanUp(ports).catch((error: unknown) =>
          ports.log.warning(`Not cleaned up: ${(error as Error).message}`),
        );
      }
    };
    await Promise.race([all(), setTimeout(milliseconds, undefined, { ref: false })]);
  }
}
