import type { Progress } from './ports.ts';

/** A workflow log keeps every line for ever: one every few seconds shows that work goes on. */
const LOG_INTERVAL_MILLISECONDS = 5000;

const BAR_WIDTH = 20;

/**
 * `train-model ██████████░░░░░░░░░░ 50 % 30/60`. What does not fit into `width` characters is left out part by part,
 * the last one first: details are written in the order of what matters, ` · ` between them.
 */
export function formatProgress(progress: Progress, width = Number.POSITIVE_INFINITY): string {
  const details = progress.detail?.split(SEPARATOR) ?? [];
  for (let kept = details.length; kept > 0; kept--) {
    const line = formatLine(progress, details.slice(0, kept).join(SEPARATOR));
    if (line.length <= width) return line;
  }
  return formatLine(progress).slice(0, width);
}

const SEPARATOR = ' · ';

function formatLine({ label, fraction }: Progress, detail?: string): string {
  const parts = [label];
  if (fraction !== undefined) {
    const filled = Math.round(Math.min(1, Math.max(0, fraction)) * BAR_WIDTH);
    parts.push('█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled));
    parts.push(`${Math.floor(fraction * 100)} %`);
  }
  if (detail !== undefined) parts.push(detail);
  return parts.join(' ');
}

/**
 * Prints at most one line every few seconds, and the end of work that has something to say or took that long.
 * Short work says nothing: its result follows at once.
 */
export function throttleProgress(
  print: (text: string) => void,
  now: () => number = () => performance.now(),
): (progress: Progress) => void {
  let begun: number | undefined;
  let last: number | undefined;
  return (progress) => {
    begun ??= now();
    last ??= begun;
    if (progress.done === true) {
      if (isWorthKeeping(progress, now() - begun)) print(formatProgress(progress));
      begun = undefined;
      last = undefined;
    } else if (now() - last >= LOG_INTERVAL_MILLISECONDS) {
      last = now();
      print(formatProgress(progress));
    }
  };
}

/** Whether the last line of a piece of work stays: a bar that is simply full tells nothing new. */
export function isWorthKeeping({ detail }: Progress, milliseconds = 0): boolean {
  return detail !== undefined || milliseconds >= LOG_INTERVAL_MILLISECONDS;
}
