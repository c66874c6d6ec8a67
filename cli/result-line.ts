import type { ActionResult } from '../shared/action/index.ts';
import { formatSeconds } from '../shared/report/index.ts';

const SIGNS = { pass: '✔', warn: '!', fail: '✖' } as const;

/** `✔ train-model     mlp 32·16, 41 of 60 epochs, validation loss 0.083   2.1 s`. */
export function formatResult(
  name: string,
  { outcome, headline }: Pick<ActionResult, 'outcome' | 'headline'>,
  milliseconds: number,
): string {
  return `${SIGNS[outcome]} ${name.padEnd(14)}  ${headline}   ${formatSeconds(milliseconds)}`;
}
