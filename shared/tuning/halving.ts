import type { HalvingConfiguration } from '../config/index.ts';
import type { TrainedTrial, TrialResult } from './trials.ts';
import { rankTrials } from './tuning-report.ts';

/** A trial so far. `rest` is what it goes on from; null when it is at its end, by its epochs, early stopping or divergence. */
export interface TrialState<Rest> {
  readonly result: TrialResult;
  readonly rest: Rest | null;
}

/** Trains a trial up to so many epochs; `from`: where it was, left out: from its beginning. */
export type GoOn<Rest> = (trial: number, epochs: number, from?: Rest) => Promise<TrialState<Rest>>;

/** Epochs after which trials are compared, ascending; the last one is all. */
export function rungsOf({ reduction, bracket }: HalvingConfiguration, epochs: number): number[] {
  const rungs: number[] = [];
  for (let share = 1; share <= bracket; share *= reduction) {
    rungs.unshift(Math.max(1, Math.floor(epochs / share)));
  }
  return [...new Set(rungs)];
}

/** Trials with numbers in a row that are compared with each other. */
export function bracketsOf(trials: readonly number[], bracket: number): number[][] {
  const brackets = new Map<number, number[]>();
  for (const trial of trials) {
    const index = Math.floor((trial - 1) / bracket);
    brackets.set(index, [...(brackets.get(index) ?? []), trial]);
  }
  return [...brackets.values()];
}

/**
 * Successive halving (Jamieson and Talwalkar 2016) of the trials of one bracket: after each rung the best ⌊n / reduction⌋, at
 * least one, by the lowest validation loss so far go on. A trial that is at its end is compared, and trains no further.
 * One trial at least comes to its end unless all diverge: where those that went on did, the best of the others follows.
 * Ascending by number.
 */
export async function halve<Rest>(
  trials: readonly number[],
  rungs: readonly number[],
  reduction: number,
  goOn: GoOn<Rest>,
): Promise<TrialResult[]> {
  const states = new Map<number, TrialState<Rest>>();
  const ended = new Set<number>();
  const run = async (trial: number, epochs: number) => {
    if (ended.has(trial)) return;
    const state = await goOn(trial, epochs, states.get(trial)?.rest ?? undefined);
    states.set(trial, state);
    if (state.rest === null) ended.add(trial);
  };
  const resultsOf = (numbers: readonly number[]) =>
    numbers.map((trial) => (states.get(trial) as TrialState<Rest>).result);
  const trained = (numbers: readonly number[]) => rankTrials(resultsOf(numbers)).filter(isTrained);
  let remaining = trials;
  for (const [index, epochs] of rungs.entries()) {
    for (const trial of remaining) await run(trial, epochs);
    if (index === rungs.length - 1) break;
    const count = Math.max(1, Math.floor(remaining.length / reduction));
    const best = trained(remaining)
      .slice(0, count)
      .map(({ trial }) => trial);
    // What a trial would go on from may be large: those that are out begin again, should it come to that.
    for (const trial of remaining) {
      if (best.includes(trial)) continue;
      states.set(trial, { ...(states.get(trial) as TrialState<Rest>), rest: null });
    }
    remaining = best.sort((one, other) => one - other);
  }
  const last = rungs.at(-1) ?? 1;
  for (;;) {
    const candidates = trained(trials);
    const [next] = candidates;
    if (next === undefined || candidates.some(({ trial }) => ended.has(trial))) break;
    await run(next.trial, last);
  }
  return resultsOf(trials).map((result) =>
    isTrained(result) && !ended.has(result.trial) ? { ...result, stopped: true } : result,
  );
}

function isTrained(result: TrialResult): result is TrainedTrial {
  return result.status === 'trained';
}
