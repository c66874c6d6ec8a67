import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type Platform, runWorkflow, startPlatform } from '../workflow-runner/index.ts';
import { project } from './projects.ts';
import { annotationsOf, expectCleanTraces, succeed } from './running.ts';

const DATA = join(import.meta.dirname, '../../examples/penguins/data');

/** Penguins with bills, flippers and weights as if they were measured in other units. */
async function driftedProduction(): Promise<string> {
  const [header = '', ...rows] = (await readFile(join(DATA, 'production.csv'), 'utf8'))
    .trimEnd()
    .split('\n');
  const drifted = rows.map((row) =>
    row
      .split(',')
      .map((cell, index) =>
        index >= 2 && cell !== '' && Number(cell) > 0 ? Number(cell) * 2 : cell,
      )
      .join(','),
  );
  return `${[header, ...drifted].join('\n')}\n`;
}

const penguins = (files: Record<string, string> = {}) =>
  project({
    workflows: ['retrain.yml'],
    fields: [
      [['deployment'], { targets: [{ kind: 'pull-request' }] }],
      [['monitoring', 'on-drift'], ['issue']],
    ],
    files,
  });

test('without a drift opens nothing and trains nothing', async () => {
  await using platform = await startPlatform(await penguins());
  const run = await succeed(platform, {
    workflow: 'retrain.yml',
    ...(await platform.schedule('17 5 * * 1')),
  });
  expect(run.jobs.drift?.outputs).toEqual({ drift: 'false', issue: '' });
  expect([run.jobs.candidate?.result, run.jobs.propose?.result]).toEqual(['skipped', 'skipped']);
  expect(platform.api.state.issues).toEqual([]);
  expect(platform.api.state.pulls).toEqual([]);
}, 120_000);

test('after a drift opens an issue, and a pull request with the candidate', async () => {
  await using platform = await startPlatform(
    await penguins({ 'data/production.csv': await driftedProduction() }),
  );
  const run = await succeed(platform, {
    workflow: 'retrain.yml',
    ...(await platform.schedule('17 5 * * 1')),
  });
  const { issues, pulls } = platform.api.state;
  const [issue] = issues.filter(({ number }) => pulls.every((pull) => pull.number !== number));
  expect(run.jobs.drift?.outputs).toEqual({
    drift: 'true',
    issue: `https://github.com/octo/models/issues/${issue?.number}`,
  });
  expect(run.jobs.candidate?.outputs).toEqual({ outcome: 'pass' });
  expect(issue).toMatchObject({ title: 'Data drift: penguin-species', state: 'open' });
  expect(pulls).toHaveLength(1);
  const [pull] = pulls;
  expect(pull).toMatchObject({ base: 'main', headBranch: 'mlops/penguin-species', state: 'open' });
  expect(run.jobs.propose?.outputs).toEqual({
    location: `https://github.com/octo/models/pull/${pull?.number}`,
    version: '1',
  });
  // The model is in the branch, ready to be merged, and readable with plain git.
  const files = await platform.git.text('ls-tree', '-r', '--name-only', 'mlops/penguin-species');
  expect(files.split('\n')).toEqual(
    expect.arrayContaining([
      'models/penguin-species/1/model.json',
      'models/penguin-species/1/model.tflite',
      'models/penguin-species/1/READY',
      'models/penguin-species/current.json',
    ]),
  );
  // The workflow's own token starts no checks, and that is said where people look.
  expect(platform.api.startedWorkflows).toEqual([]);
  expect(annotationsOf(run)).toEqual([
    expect.stringMatching(/^warning deploy-model: The checks of #\d+ .*create-github-app-token/),
    expect.stringMatching(/^warning report-drift: /),
  ]);
  expect(pull?.body).toContain('Checks wait for a person');
  await expectCleanTraces(platform, run);
}, 120_000);

test("with an app's token the checks of the pull request run", async () => {
  await using platform = await startPlatform(
    await project({
      workflows: ['retrain.yml', 'pull-request.yml'],
      fields: [[['deployment'], { targets: [{ kind: 'pull-request' }] }]],
    }),
  );
  const app = platform.api.addApp('model-bot', { contents: 'write', 'pull-requests': 'write' });
  const run = await succeed(platform, {
    workflow: 'retrain.yml',
    ...(await platform.repositoryDispatch('mlops-retrain', { model: 'penguin-species' })),
    vars: { MLOPS_APP_CLIENT_ID: app.clientId },
    secrets: { MLOPS_APP_PRIVATE_KEY: app.privateKey },
  });
  expect(run.jobs.drift?.result).toBe('skipped');
  const [pull] = platform.api.state.pulls;
  expect(pull?.user.login).toBe('model-bot[bot]');
  expect(annotationsOf(run)).toEqual([]);
  const [started] = platform.api.startedWorkflows.filter(({ event }) => event === 'pull_request');
  if (started === undefined) throw new Error('GitHub would start no check');
  const checked = await succeed(platform, {
    workflow: 'pull-request.yml',
    ...(await platform.triggerOf(started)),
  });
  expect(checked.trigger.event.payload).toMatchObject({ number: pull?.number });
  await expectCleanTraces(platform, run, checked);
}, 120_000);

test('updates its pull request when it runs again, and proposes no model twice', async () => {
  await using platform = await startPlatform(await penguins());
  const dispatch = async () =>
    await succeed(platform, {
      workflow: 'retrain.yml',
      ...(await platform.dispatch('retrain.yml')),
    });
  const first = await dispatch();
  const second = await dispatch();
  expect(platform.api.state.pulls).toHaveLength(1);
  const tip = await platform.git.text('rev-parse', 'mlops/penguin-species');
  expect(second.jobs.propose?.outputs).toEqual(first.jobs.propose?.outputs);

  await platform.push({
    'mlops.yml': (await configurationOf(platform)).replace('seed: 7', 'seed: 8'),
  });
  const third = await dispatch();
  expect(platform.api.state.pulls).toHaveLength(1);
  expect(await platform.git.text('rev-parse', 'mlops/penguin-species')).not.toBe(tip);
  await expectCleanTraces(platform, first, second, third);
}, 180_000);

test('deploys the candidate where the configuration says so', async () => {
  await using platform = await startPlatform(
    await project({
      workflows: ['retrain.yml'],
      fields: [[['deployment'], { targets: [{ kind: 'release' }] }]],
    }),
  );
  const run = await succeed(platform, {
    workflow: 'retrain.yml',
    ...(await platform.dispatch('retrain.yml')),
  });
  expect(platform.api.state.releases).toMatchObject([{ draft: false }]);
  expect(platform.api.state.pulls).toEqual([]);
  await expectCleanTraces(platform, run);
}, 120_000);

test('proposes nothing when the candidate fails its gates', async () => {
  await using platform = await startPlatform(
    await project({
      workflows: ['retrain.yml'],
      fields: [
        [['deployment'], { targets: [{ kind: 'pull-request' }] }],
        [['evaluation', 'gates', 0], { metric: 'log-loss', 'at-most': 0.000001 }],
      ],
    }),
  );
  const run = await runWorkflow(platform, {
    workflow: 'retrain.yml',
    ...(await platform.dispatch('retrain.yml')),
  });
  expect(run.conclusion).toBe('failure');
  expect(run.jobs.propose?.result).toBe('skipped');
  expect(platform.api.state.pulls).toEqual([]);
  await expectCleanTraces(platform, run);
}, 120_000);

async function configurationOf(platform: Platform): Promise<string> {
  return (await platform.readFile('main', 'mlops.yml')) ?? '';
}
