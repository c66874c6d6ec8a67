import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  bestTrial,
  bracketsOf,
  type GoOn,
  halve,
  rungsOf,
  shareOfTrials,
} from '../../shared/tuning/index.ts';

test('rungs are shares of the epochs, the last one all of them', () => {
  expect(rungsOf({ reduction: 3, bracket: 9 }, 90)).toEqual([10, 30, 90]);
  expect(rungsOf({ reduction: 2, bracket: 9 }, 20)).toEqual([2, 5, 10, 20]);
  expect(rungsOf({ reduction: 3, bracket: 3 }, 2)).toEqual([1, 2]);
  expect(rungsOf({ reduction: 3, bracket: 3 }, 1)).toEqual([1]);
});

/** Trials whose loss after any epoch is that of the list; null diverges after `divergesAfter` epochs. */
function scripted(losses: readonly (number | null)[], divergesAfter = 0) {
  const calls: [trial: number, from: number, to: number][] = [];
  const goOn: GoOn<number> = async (trial, epochs, from = 0) => {
    calls.push([trial, from, epochs]);
    const loss = losses[trial - 1] ?? null;
    if (loss === null && epochs > divergesAfter) {
      return { result: { trial, parameters: {}, status: 'diverged', reason: '' }, rest: null };
    }
    const validationLoss = loss ?? 0;
    return {
      result: { trial, parameters: {}, status: 'trained', validationLoss, epochs, bestEpoch: 1 },
      rest: epochs === 9 ? null : epochs,
    };
  };
  return { goOn, calls };
}

const NINE = [1, 2, 3, 4, 5, 6, 7, 8, 9];

test('the best third goes on from where it was, of equals the lowest number', async () => {
  const { goOn, calls } = scripted([5, 1, 4, 2, 3, 2, 9, 8, 7]);
  const results = await halve(NINE, [1, 3, 9], 3, goOn);
  expect(calls).toEqual([
    ...NINE.map((trial) => [trial, 0, 1]),
    [2, 1, 3],
    [4, 1, 3],
    [6, 1, 3],
    [2, 3, 9],
  ]);
  expect(results.map(({ trial }) => trial)).toEqual(NINE);
  const stopped = results.filter((result) => 'stopped' in result).map(({ trial }) => trial);
  expect(stopped).toEqual([1, 3, 4, 5, 6, 7, 8, 9]);
  expect(bestTrial(results)?.trial).toBe(2);
});

test('a trial that was stopped is never the best, however low its loss', () => {
  const trial = { parameters: {}, status: 'trained', epochs: 1, bestEpoch: 1 } as const;
  const results = [
    { ...trial, trial: 1, validationLoss: 0.1, stopped: true as const },
    { ...trial, trial: 2, validationLoss: 0.5 },
  ];
  expect(bestTrial(results)?.trial).toBe(2);
});

test('where those that went on diverge, the best of the others follows', async () => {
  // Trials 1 to 3 are the best of the first rung and diverge in the second.
  const { goOn, calls } = scripted([null, null, null, 4, 3, 5, 6, 7, 8], 1);
  const results = await halve(NINE, [1, 3, 9], 3, goOn);
  expect(calls.at(-1)).toEqual([5, 0, 9]);
  expect(bestTrial(results)?.trial).toBe(5);
});

test('a bracket of nothing but divergence has no best trial', async () => {
  const { goOn } = scripted(Array(9).fill(null));
  expect(bestTrial(await halve(NINE, [1, 3, 9], 3, goOn))).toBeNull();
});

test('every bracket is whole in one share, whatever the division', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 12 }),
      (trials, of, bracket) => {
        const all = Array.from({ length: trials }, (_, index) => index + 1);
        const shares = Array.from({ length: of }, (_, index) =>
          shareOfTrials(trials, index + 1, of, bracket),
        );
        expect(shares.flat().sort((a, b) => a - b)).toEqual(all);
        const brackets = shares.flatMap((share) => bracketsOf(share, bracket));
        expect(brackets.sort(([a = 0], [b = 0]) => a - b)).toEqual(bracketsOf(all, bracket));
      },
    ),
  );
});
