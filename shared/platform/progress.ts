import type { Progress } from './ports.ts';

/** A workflow log keeps every line for ever: one every few seconds shows that work goes on. */
const LOG_INTERVAL_MILLISECONDS = 5000;

const BAR_WIDTH = 20;

/** `train-model ██████████░░░░░░░░░░ 50 % 30/60`. */
export function formatProgress({ label, fraction, detail }: Progress): string {
  const parts = [label];
  if (fraction !== undefined) {
    const filled = Math.round(Math.min(1, Math.max(0, fraction)) * BAR_WIDTH);
    parts.push('█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled));
    parts.push(`${Math.floor(fraction * 100)} %`);
  }
  if (detail !== undefined) parts.push(detail);
  return parts.join(' ');
}

/** Passes on the last word of a piece of work, and before it at most one every few seconds. */
export function throttleProgress(
  print: (text: string) => void,
  now: () => number = () => performance.now(),
): (progress: Progress) => void {
  // Short work shows only its end: the first interval starts with the first call.
  let last: number | undefined;
  return (progress) => {
    last ??= now();
    if (progress.done !== true && now() - last < LOG_INTERVAL_MILLISECONDS) return;
    last = progress.done === true ? undefined : now();
    print(formatProgress(progress));
  };
}
