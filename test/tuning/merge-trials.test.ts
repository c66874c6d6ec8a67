import { describe, expect, test } from '@jest/globals';
import type { TuningConfiguration } from '../../shared/config/index.ts';
import { isUserError } from '../../shared/errors/index.ts';
import { prettyJson } from '../../shared/lineage/index.ts';
import {
  bestTrial,
  drawParameters,
  mergeTrials,
  parseTrials,
  rankTrials,
  shareOfTrials,
  type TrainedTrial,
  type TrialResult,
  type TrialsFile,
  type TrialsOrigin,
} from '../../shared/tuning/index.ts';

const TUNING: TuningConfiguration = {
  method: 'random',
  trials: 5,
  seed: 3,
  search: { 'training.l2': { kind: 'range', from: 0, to: 1, scale: 'linear', integers: false } },
};
const ORIGIN: TrialsOrigin = {
  data: 'a'.repeat(64),
  training: 'b'.repeat(64),
  tuning: 'c'.repeat(64),
  code: 'development',
  engine: { name: 'wasm', version: '4.22.0', simd: true },
};

const result = (trial: number, validationLoss = trial): TrainedTrial => ({
  trial,
  parameters: drawParameters(TUNING, trial),
  status: 'trained',
  validationLoss,
  epochs: 4,
  bestEpoch: 2,
});

const part = (index: number, of: number, changes: Partial<TrialsFile> = {}) => ({
  file: `trials/${index}-of-${of}.json`,
  content: {
    version: 1 as const,
    part: index,
    of,
    trials: TUNING.trials,
    origin: ORIGIN,
    results: shareOfTrials(TUNING.trials, index, of).map((trial) => result(trial)),
    ...changes,
  },
});

function refusal(parts: Parameters<typeof mergeTrials>[0]): string {
  try {
    mergeTrials(parts, TUNING, ORIGIN);
  } catch (error) {
    if (isUserError(error)) return error.message;
    throw error;
  }
  return 'nothing was refused';
}

test('parts come together in the order of the trials, however many there are', () => {
  for (const of of [1, 2, 5, 7]) {
    const parts = Array.from({ length: of }, (_, index) => part(index + 1, of));
    expect(mergeTrials(parts, TUNING, ORIGIN)).toEqual([1, 2, 3, 4, 5].map((n) => result(n)));
  }
});

describe('a part is refused', () => {
  const first = part(1, 2);
  test.each([
    ['twice', [first, first], '1-of-2.json says that it is part 1 of 2, not 2 of 2'],
    ['of another number of parts', [part(1, 3)], 'part 1 of 3, not 1 of 1'],
    [
      'with another search space',
      [part(1, 1, { origin: { ...ORIGIN, tuning: 'd'.repeat(64) } })],
      'comes from another search space (section tuning)',
    ],
    [
      'with other data',
      [part(1, 1, { origin: { ...ORIGIN, data: 'd'.repeat(64) } })],
      'comes from other data',
    ],
    [
      'with other code',
      [part(1, 1, { origin: { ...ORIGIN, code: 'd' } })],
      'comes from another version of the action',
    ],
    [
      'with another engine',
      [part(1, 1, { origin: { ...ORIGIN, engine: { ...ORIGIN.engine, simd: false } } })],
      'comes from another engine',
    ],
    [
      'that lacks a trial',
      [part(1, 1, { results: [1, 2, 3, 5].map((trial) => result(trial)) })],
      'lacks trial 4',
    ],
    [
      'that holds a trial twice',
      [part(1, 1, { results: [1, 2, 3, 4, 5, 2].map((trial) => result(trial)) })],
      'holds trial 2 twice',
    ],
    [
      'that holds a trial of another part',
      [first, part(2, 2, { results: [2, 4, 5].map((trial) => result(trial)) })],
      'holds trial 5, which is not its own',
    ],
    [
      'whose parameters were changed',
      [
        part(1, 1, {
          results: [1, 2, 3, 4, 5].map((trial) => ({
            ...result(trial),
            ...(trial === 3 ? { parameters: { 'training.l2': 0.5 } } : {}),
          })),
        }),
      ],
      'has other parameters for trial 3',
    ],
  ])('%s', (_, parts, message) => {
    expect(refusal(parts)).toContain(message);
  });

  test('together with all others that are wrong', () => {
    const wrong = { origin: { ...ORIGIN, code: 'd' } };
    expect(refusal([part(1, 2, wrong), part(2, 2, wrong)]).split('\n')).toHaveLength(2);
  });
});

describe('the best trial', () => {
  const diverged: TrialResult = { trial: 1, parameters: {}, status: 'diverged', reason: 'epoch 1' };

  test('has the lowest loss, of equals the lowest number; those that diverged come last', () => {
    const results = [diverged, result(2, 0.5), result(3, 0.25), result(4, 0.25), result(5, 0.75)];
    expect(rankTrials(results).map(({ trial }) => trial)).toEqual([3, 4, 2, 5, 1]);
    expect(bestTrial(results)?.trial).toBe(3);
  });

  test('is none where all diverged', () => {
    expect(bestTrial([diverged, { ...diverged, trial: 2 }])).toBeNull();
    expect(bestTrial([])).toBeNull();
  });
});

describe('a file', () => {
  test('is read as it was written', () => {
    const { content } = part(1, 2);
    expect(parseTrials(prettyJson(content), 'x.json')).toEqual(content);
  });

  test.each([
    ['no JSON', '{', 'it is not JSON'],
    ['another version', prettyJson({ ...part(1, 2).content, version: 2 }), '/version'],
    [
      'a loss that is no number',
      prettyJson(
        part(1, 2, { results: [{ ...result(1), validationLoss: null as never }] }).content,
      ),
      '/results/0',
    ],
  ])('with %s is refused', (_, text, why) => {
    expect(() => parseTrials(text, 'x.json')).toThrow(
      expect.objectContaining({ message: expect.stringMatching(why) }),
    );
  });
});
