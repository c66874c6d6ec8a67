import type { TrainingConfiguration } from '../config/index.ts';

/** Watches the validation loss: which epoch was best, and whether further ones are still worth their time. */
export class EarlyStopping {
  readonly #rule: TrainingConfiguration['earlyStopping'];
  #best = Number.POSITIVE_INFINITY;
  /** The loss that an epoch must fall below by `minDelta` to count as an improvement. */
  #reference = Number.POSITIVE_INFINITY;
  #epochsWithoutImprovement = 0;
  #bestEpoch = 0;

  /** `null`: never stop, only remember the best epoch. */
  constructor(rule: TrainingConfiguration['earlyStopping']) {
    this.#rule = rule;
  }

  /** The epoch with the lowest loss, the first of equals; 0 before any was judged. */
  get bestEpoch(): number {
    return this.#bestEpoch;
  }

  get isOver(): boolean {
    return this.#rule !== null && this.#epochsWithoutImprovement >= this.#rule.patience;
  }

  /** Returns whether this epoch is the best so far. */
  judge(epoch: number, loss: number): boolean {
    if (loss < this.#reference - (this.#rule?.minDelta ?? 0)) {
      this.#reference = loss;
      this.#epochsWithoutImprovement = 0;
    } else {
      this.#epochsWithoutImprovement++;
    }
    if (loss >= this.#best) return false;
    this.#best = loss;
    this.#bestEpoch = epoch;
    return true;
  }
}
