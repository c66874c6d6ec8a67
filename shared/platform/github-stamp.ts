import type { RunContext } from './ports.ts';

/** Which run wrote a text; a later one has the larger number, and of one run the later attempt. */
export interface RunStamp {
  readonly run: number;
  readonly attempt: number;
}

/** The longest stamp with its line break, and some more: what is published leaves this room for it. */
export const STAMP_ROOM = 80;

const STAMP = /^<!-- mlops-actions run (\d{1,15})\.(\d{1,6}) -->$/;

/** The marker, the hidden line that names the run, and the text. */
export function stampText(marker: string, stamp: RunStamp | undefined, body: string): string {
  const line =
    stamp === undefined ? [] : [`<!-- mlops-actions run ${stamp.run}.${stamp.attempt} -->`];
  return [marker, ...line, body].join('\n');
}

/** The stamp on the second line; undefined where there is none. */
export function stampOf(text: string): RunStamp | undefined {
  // GitHub keeps the line breaks of whoever sent the text.
  const match = STAMP.exec(text.split(/\r?\n/, 2)[1] ?? '');
  return match === null ? undefined : { run: Number(match[1]), attempt: Number(match[2]) };
}

/** Whether `a` was written by a later run than `b`. What has no stamp is older than what has one. */
export function isNewer(a: RunStamp | undefined, b: RunStamp | undefined): boolean {
  if (a === undefined || b === undefined) return a !== undefined && b === undefined;
  return a.run === b.run ? a.attempt > b.attempt : a.run > b.run;
}

/** Of several texts the one of the latest run; of two that tell no order, the later in the list. */
export function newestText(texts: readonly string[]): string | undefined {
  return texts.reduce<string | undefined>(
    (best, text) => (best !== undefined && isNewer(stampOf(best), stampOf(text)) ? best : text),
    undefined,
  );
}

/** `{ run }` for what this run publishes; empty where nobody numbers runs. */
export function stampOfRun({ runId, attempt }: RunContext): { readonly run?: RunStamp } {
  return runId === undefined ? {} : { run: { run: runId, attempt: attempt ?? 1 } };
}

/** Whether two texts are one to a reader: GitHub may send other line breaks, and none at the end. */
export function isSameText(a: string | null | undefined, b: string): boolean {
  const plain = (text: string) => text.replaceAll('\r\n', '\n').trimEnd();
  return plain(a ?? '') === plain(b);
}
