import { setFlagsFromString } from 'node:v8';
import type { ActionName } from '../shared/config/index.ts';

/** What V8 has by itself, and what it is given. */
const USUAL = ['--semi-space-growth-factor=2', '--heap-growing-percent=0'];
const SMALL = ['--semi-space-growth-factor=1', '--heap-growing-percent=40'];

/**
 * Runs an action that reads data of any size in a heap that stays small. V8 would double its young space up to 64 MB in
 * two halves for texts and 64-bit whole numbers that live shortly: validate-data then takes 90 MB more, and no less time.
 * And it would let the old space grow far beyond what lives before it collects garbage, with what typed arrays of columns
 * take outside of the heap: 25 MB more. Training is left as it is: it makes far more objects. An action is started
 * without flags for Node, and V8 heeds none of its limits once it runs, but these factors.
 */
export async function withSmallHeap<Result>(
  name: ActionName,
  run: () => Promise<Result>,
): Promise<Result> {
  if (name !== 'validate-data') return await run();
  for (const flag of SMALL) setFlagsFromString(flag);
  try {
    return await run();
  } finally {
    for (const flag of USUAL) setFlagsFromString(flag);
  }
}
