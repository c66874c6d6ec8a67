import { expect, test } from '@jest/globals';
import type { RunRecord } from '../../shared/lineage/index.ts';
import { startPlatform } from '../workflow-runner/index.ts';
import { project } from './projects.ts';
import { annotationsOf, expectCleanTraces, succeed } from './running.ts';

test('tries combinations over a matrix and trains the best', async () => {
  await using platform = await startPlatform(
    await project({
      workflows: ['tune.yml'],
      fields: [
        [
          ['tuning'],
          {
            trials: 8,
            search: {
              'training.optimizer.learning-rate': { from: 0.0001, to: 0.1, scale: 'log' },
              'training.architecture.hidden': { values: [[4], [16], [32, 16]] },
            },
          },
        ],
      ],
    }),
  );
  const run = await succeed(platform, {
    workflow: 'tune.yml',
    ...(await platform.dispatch('tune.yml')),
  });
  expect(run.jobs.trials?.legs).toHaveLength(4);
  expect(run.jobs.best?.outputs.outcome).toBe('pass');
  const files = platform.results.readArtifact('tuned', run.id);
  const record = JSON.parse(files.get('run.json')?.toString() ?? '') as RunRecord;
  const losses = [1, 2, 3, 4].flatMap((part) => {
    const text = platform.results.readArtifact(`tuned-trials-${part}-of-4`, run.id);
    const { results } = JSON.parse(
      text.get(`trials/${part}-of-4.json`)?.toString() ?? '',
    ) as Trials;
    return results.map(({ validationLoss }) => validationLoss ?? Number.POSITIVE_INFINITY);
  });
  expect(losses).toHaveLength(8);
  expect(Number(run.jobs.best?.outputs['validation-loss'])).toBe(Math.min(...losses));
  expect(record.training).toMatchObject({ seed: 7 });
  expect(annotationsOf(run)).toEqual([]);
  await expectCleanTraces(platform, run);
}, 120_000);

interface Trials {
  readonly results: readonly { readonly validationLoss?: number }[];
}
