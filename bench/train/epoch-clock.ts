import { performance } from 'node:perf_hooks';
import { median } from '../measure.ts';
import { reportUsage } from '../usage.ts';

/** Takes the time of each epoch. The first one is not counted: the engine compiles, and so does V8. */
export class EpochClock {
  readonly #wall: number[] = [];
  readonly #cpu: number[] = [];
  #start = performance.now();
  #usage = process.cpuUsage();
  #loss = Number.NaN;
  #epochs = 0;

  epochEnded(loss: number): void {
    const { user, system } = process.cpuUsage(this.#usage);
    if (this.#epochs++ > 0) {
      this.#wall.push((performance.now() - this.#start) / 1000);
      this.#cpu.push((user + system) / 1e6);
    }
    this.#loss = loss;
    this.#start = performance.now();
    this.#usage = process.cpuUsage();
  }

  /** `examples`: of one epoch. */
  report(examples: number): void {
    reportUsage({
      rows: examples,
      epochSeconds: median(this.#wall),
      epochCpuSeconds: median(this.#cpu),
      loss: this.#loss,
    });
  }
}
