import { Cancellation } from '../shared/platform/index.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** The first signal cancels what runs; those that follow are patient with its cleaning up, which takes seconds at most. */
export function cancelOnSignal(): Cancellation {
  const cancellation = new Cancellation();
  for (const name of SIGNALS) {
    process.on(name, () => {
      if (!cancellation.signal.aborted) cancellation.cancel(`was told to stop (${name})`);
    });
  }
  return cancellation;
}

/** Ends the process after a cancellation: work that was cut off would keep it alive. */
export function endWhenCancelled(exitCode: number): void {
  if (exitCode === 130) process.exit(exitCode);
}
