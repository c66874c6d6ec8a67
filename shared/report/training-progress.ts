import type { ClockPort, LogPort } from '../platform/index.ts';
import { timeLeft } from './durations.ts';
import { formatCount, formatQuantity } from './numbers.ts';

/** Before this, in milliseconds, a rate is chance: the first steps make plans and warm up. */
const FIRST_RATE = 500;

export interface FollowedTraining {
  /** Names the work in the log. */
  readonly label: string;
  readonly epochs: number;
  /** Of one epoch. */
  readonly examples: number;
  /** Epochs behind it that another run trained: they took none of this one's time. Left out: none. */
  readonly before?: number;
}

/** Tells the log how a training goes: loss, examples a second, and how long it takes at most, since it may stop early. */
export function followTraining(
  { label, epochs, examples, before = 0 }: FollowedTraining,
  { log, clock }: { readonly log: LogPort; readonly clock: ClockPort },
): (epoch: { readonly epoch: number; readonly validationLoss: number }) => void {
  const begun = clock.milliseconds();
  return ({ epoch, validationLoss }) => {
    const time = clock.milliseconds() - begun;
    const trained = epoch - before;
    const details = [
      `epoch ${epoch} of ${epochs}`,
      `validation loss ${formatQuantity(validationLoss)}`,
    ];
    if (time >= FIRST_RATE) {
      details.push(`${formatCount(Math.round((1000 * trained * examples) / time))} examples/s`);
      const left = ((epochs - epoch) * time) / trained;
      if (left > 0) details.push(left < 1000 ? timeLeft(left) : `at most ${timeLeft(left)}`);
    }
    log.progress({ label, fraction: epoch / epochs, detail: details.join(', ') });
  };
}
