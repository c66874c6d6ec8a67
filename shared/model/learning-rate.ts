import type { TrainingConfiguration } from '../config/index.ts';

/** What of a training decides the size of its steps. */
export type RateSettings = Pick<TrainingConfiguration, 'optimizer' | 'epochs' | 'schedule'>;

/**
 * The learning rate of each step. Time t is counted in epochs from 0, a step of n in an epoch is 1/n; rate r is that of the optimiser.
 *
 * - none: r.
 * - `exponential`: r · factor^t, optax's `exponential_decay(r, n, factor)`.
 * - `step`: r · factor^⌊t / every⌋, optax's `exponential_decay(r, every · n, factor, staircase=True)`.
 * - `cosine`: from 0 up to r, linearly, in the first `warmUp` epochs, then down to `end` · r along half a cosine until the last
 *   epoch, optax's `warmup_cosine_decay_schedule(0, r, warmUp · n, epochs · n, end · r)`.
 * - `plateau`: r times factor for each time that `patience` epochs went by without a validation loss lower than the lowest by more than
 *   `minDelta`, not below `minimum`: Keras's `ReduceLROnPlateau` without a cooldown.
 */
export class LearningRate {
  readonly #settings: RateSettings;
  readonly #stepsPerEpoch: number;
  #plateau: number;
  #lowest = Number.POSITIVE_INFINITY;
  #epochsWithoutImprovement = 0;

  constructor(settings: RateSettings, stepsPerEpoch: number) {
    this.#settings = settings;
    this.#stepsPerEpoch = stepsPerEpoch;
    this.#plateau = settings.optimizer.learningRate;
  }

  /** `epoch` and `step` from 1; the step within the epoch. */
  at(epoch: number, step: number): number {
    const { optimizer, epochs, schedule } = this.#settings;
    const rate = optimizer.learningRate;
    if (schedule === undefined) return rate;
    if (schedule.kind === 'plateau') return this.#plateau;
    const time = epoch - 1 + (step - 1) / this.#stepsPerEpoch;
    if (schedule.kind === 'exponential') return rate * schedule.factor ** time;
    if (schedule.kind === 'step') {
      return rate * schedule.factor ** Math.floor((epoch - 1) / schedule.every);
    }
    const { warmUp, end } = schedule;
    if (time < warmUp) return (rate * time) / warmUp;
    const progress = (time - warmUp) / (epochs - warmUp);
    return rate * (end + ((1 - end) * (1 + Math.cos(Math.PI * progress))) / 2);
  }

  /** After an epoch: what its validation loss was. */
  judge(validationLoss: number): void {
    const { schedule } = this.#settings;
    if (schedule?.kind !== 'plateau') return;
    if (validationLoss < this.#lowest - schedule.minDelta) {
      this.#lowest = validationLoss;
      this.#epochsWithoutImprovement = 0;
      return;
    }
    this.#epochsWithoutImprovement++;
    if (this.#epochsWithoutImprovement < schedule.patience) return;
    this.#epochsWithoutImprovement = 0;
    // A rate that begins below the minimum stays.
    if (this.#plateau > schedule.minimum) {
      this.#plateau = Math.max(this.#plateau * schedule.factor, schedule.minimum);
    }
  }
}
