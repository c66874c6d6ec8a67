import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeCheckpoint, encodeCheckpoint } from '../../../actions/train-model/checkpoints.ts';
import { startEngine } from '../../../shared/model/engine.ts';
import type { Checkpoint, TrainingRequest } from '../../../shared/model/index.ts';
import { makeExamples, makeRequest } from '../requests.ts';
import { byKernel, byLayers, course, type Fit, requests } from './random-trainings.ts';

beforeAll(() => startEngine());

const KEY = 'mlops-checkpoint-0';

/** The checkpoints of a training, each as it comes back from a file. */
async function checkpointsOf(fit: Fit, request: TrainingRequest) {
  const taken: Checkpoint[] = [];
  const result = await course(
    fit({
      ...request,
      checkpoints: {
        afterEpoch: (_, take) => {
          const back = decodeCheckpoint(KEY, encodeCheckpoint(KEY, take()));
          if (back === null) throw new Error('a checkpoint does not come back');
          taken.push(back);
        },
      },
    }),
  );
  return { taken, result };
}

const resumeFrom = (fit: Fit, request: TrainingRequest, from: Checkpoint) =>
  course(fit({ ...request, checkpoints: { from, afterEpoch: () => undefined } }));

describe.each([
  ['TensorFlow.js', byLayers],
  ['the kernel', byKernel],
] as const)('by %s', (_, fit) => {
  test('a training that goes on from any checkpoint ends with the same bytes, losses and epochs', async () => {
    const stopping = fc.constantFrom(null, { patience: 1, minDelta: 0 });
    await fc.assert(
      fc.asyncProperty(requests, stopping, async (drawn, earlyStopping) => {
        const request = { ...drawn, training: { ...drawn.training, epochs: 5, earlyStopping } };
        const { taken, result } = await checkpointsOf(fit, request);
        expect(result).toEqual(await course(fit(request)));
        for (const checkpoint of taken) {
          expect(await resumeFrom(fit, request, checkpoint)).toEqual(result);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('there is one after each epoch but the last, and after none that ends the training', async () => {
    const train = makeExamples(40, 3, ([x = 0]) => (x > 0 ? 1 : 0));
    const request = makeRequest('binary-classification', { train }, { epochs: 4 });
    const { taken } = await checkpointsOf(fit, request);
    expect(taken.map(({ history }) => history.length)).toEqual([1, 2, 3]);
    expect(taken[0]?.optimizer.moments).toHaveLength(2);
  });
});

test('a training that is told where to end ends there, from a checkpoint of its last epoch, too', async () => {
  const train = makeExamples(40, 3, ([x = 0]) => (x > 0 ? 1 : 0));
  const request = makeRequest('binary-classification', { train }, { epochs: 4 });
  const { taken, result } = await checkpointsOf(byKernel, { ...request, stopAfter: 2 });
  expect(result).toMatchObject({ isCutOff: true, stoppedEarly: true, history: { length: 2 } });
  expect(taken).toHaveLength(2);
  for (const from of taken) {
    expect(await resumeFrom(byKernel, { ...request, stopAfter: 2 }, from)).toEqual(result);
  }
  const whole = await course(byKernel({ ...request, stopAfter: 4 }));
  expect(whole).toEqual(await course(byKernel(request)));
  expect(whole).toMatchObject({ isCutOff: false, stoppedEarly: false });
});

test('a checkpoint of one step class is that of the other', async () => {
  const train = makeExamples(50, 4, ([x = 0, y = 0]) => (x > y ? 1 : 0));
  const request = makeRequest(
    'binary-classification',
    { train },
    { epochs: 4, architecture: { kind: 'mlp', hidden: [9], activation: 'tanh', dropout: 0.3 } },
  );
  const { taken } = await checkpointsOf(byKernel, request);
  expect((await checkpointsOf(byLayers, request)).taken).toEqual(taken);
});

describe('a file that is no checkpoint of this training', () => {
  const checkpoint: Checkpoint = {
    history: [{ epoch: 1, trainLoss: 0.5, validationLoss: 0.4 }],
    optimizer: { weights: [Float32Array.of(1, 2)], moments: [[Float32Array.of(3, 4)]] },
    bestWeights: [Float32Array.of(5, 6)],
  };
  const sound = encodeCheckpoint(KEY, checkpoint);

  test('is read back as it was written, wherever its bytes lie', () => {
    const room = new Uint8Array(sound.arrays.length + 3);
    room.set(sound.arrays, 3);
    expect(decodeCheckpoint(KEY, { ...sound, arrays: room.subarray(3) })).toEqual(checkpoint);
  });

  test.each([
    ['of another training', 'mlops-checkpoint-1', sound],
    ['cut off', KEY, { ...sound, arrays: sound.arrays.subarray(0, 20) }],
    ['with another number', KEY, { ...sound, arrays: sound.arrays.map((byte) => byte ^ 1) }],
    ['with another loss', KEY, { ...sound, facts: sound.facts.replace('0.4', '0.3') }],
    ['of other sizes', KEY, { ...sound, facts: sound.facts.replace('[2]', '[3]') }],
    [
      'of another format',
      KEY,
      { ...sound, facts: sound.facts.replace('"version":1', '"version":2') },
    ],
    ['that is no JSON', KEY, { ...sound, facts: sound.facts.slice(1) }],
    ['that is nothing', KEY, { ...sound, facts: 'null' }],
  ])('%s is none', (_, key, encoded) => {
    expect(decodeCheckpoint(key, encoded)).toBeNull();
  });
});
