import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { runWorkflow, startPlatform } from '../workflow-runner/index.ts';
import { project } from './projects.ts';
import { annotationsOf, expectCleanTraces, runnerKnows, succeed } from './running.ts';

const PENGUINS = join(import.meta.dirname, '../../examples/penguins/data/penguins.csv');

/** The penguins in one file an island. */
async function penguinsByIsland(): Promise<Record<string, string | null>> {
  const [header = '', ...rows] = (await readFile(PENGUINS, 'utf8')).trimEnd().split('\n');
  const place = header.split(',').indexOf('island');
  const islands = Map.groupBy(rows, (row) => row.split(',')[place] ?? '');
  const files = [...islands].map(
    ([island, own]) => [`data/penguins/${island}.csv`, `${[header, ...own].join('\n')}\n`] as const,
  );
  return { 'data/penguins.csv': null, ...Object.fromEntries(files) };
}

test('merges what a matrix of jobs found into what one machine finds', async () => {
  const files = await penguinsByIsland();
  await using platform = await startPlatform(
    await project({
      workflows: ['sharded-validation.yml'],
      fields: [[['data', 'path'], 'data/penguins/*.csv']],
      files,
    }),
  );
  const run = await succeed(platform, {
    workflow: 'sharded-validation.yml',
    ...(await platform.push({ 'data/NOTES.md': 'changed\n' })),
  });
  expect(run.jobs.merge?.outputs).toEqual({ verdict: 'pass', examples: '344' });
  expect(run.jobs.shard?.legs.map(({ result }) => result)).toEqual(Array(4).fill('success'));
  const merged = platform.results.readArtifact('data', run.id);
  const statistics = JSON.parse(merged.get('statistics.json')?.toString() ?? '') as {
    files: { path: string }[];
  };
  expect(statistics.files.map(({ path }) => path)).toEqual([
    'data/penguins/Biscoe.csv',
    'data/penguins/Dream.csv',
    'data/penguins/Torgersen.csv',
  ]);
  expect(annotationsOf(run)).toEqual([]);
  await expectCleanTraces(platform, run);
}, 120_000);

test('shows a faulty row at its file and line, and the whole list in the end', async () => {
  const files = await penguinsByIsland();
  const dream = files['data/penguins/Dream.csv'] ?? '';
  const second = dream.split('\n')[1] ?? '';
  await using platform = await startPlatform(
    await project({
      workflows: ['sharded-validation.yml'],
      fields: [[['data', 'path'], 'data/penguins/*.csv']],
      files: {
        ...files,
        'data/penguins/Dream.csv': dream.replace(second, second.replace('Dream', 'Atlantis')),
      },
    }),
  );
  const run = await runWorkflow(platform, {
    workflow: 'sharded-validation.yml',
    ...(await platform.push({ 'data/NOTES.md': 'changed\n' })),
  });
  expect(run.conclusion).toBe('failure');
  if (runnerKnows('results of legs')) {
    expect(run.jobs.shard?.legs.filter(({ result }) => result === 'failure')).toHaveLength(1);
  }
  expect(run.jobs.merge?.outputs).toMatchObject({ verdict: 'fail', examples: '344' });
  const places = run.annotations.filter(({ file }) => file !== undefined);
  expect(places.map(({ job, file, line }) => [job.replace(/ .*/, ''), file, line])).toEqual(
    expect.arrayContaining([
      ['shard', 'data/penguins/Dream.csv', 2],
      ['merge', 'data/penguins/Dream.csv', 2],
    ]),
  );
  await expectCleanTraces(platform, run);
}, 120_000);
