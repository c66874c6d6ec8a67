import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { startResultsService } from '../results-service/index.ts';
import { makeWorkspace, readTree, runStep, type StepRun } from '../support/run-bundle.ts';

const project = 'test/bundles/scenarios/whole-chain/workspace';
/** Long enough that the process is killed in the middle; a checkpoint is due after every epoch. */
const LONG =
  'epochs: 250, checkpoint-minutes: 0.00001, early-stopping: false, architecture: { kind: mlp, hidden: [16], dropout: 0.2 },';

async function makeLong() {
  const workspace = await makeWorkspace(project);
  const path = join(workspace.path, 'mlops.yml');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('epochs: 20,', LONG));
  return workspace;
}

const CHECKPOINT = /^mlops-checkpoint-[0-9a-f]{64}-\d{7}$/;

const model = (workspace: string) => readTree(join(workspace, '.mlops/model'));
const training = (workspace: string) => readFile(join(workspace, '.mlops/training.json'), 'utf8');

function warnings({ commands }: StepRun): string[] {
  return commands.filter(({ name }) => name === 'warning').map(({ message }) => message);
}

test('a training whose job is killed goes on in the next job, to the same bytes', async () => {
  await using service = await startResultsService();
  await using calm = await makeLong();
  await using cut = await makeLong();
  await using next = await makeLong();
  expect((await runStep('train-model', calm.path, { inputs: { cache: 'false' } })).exitCode).toBe(
    0,
  );

  const options = { inputs: { cache: 'true' }, environment: service.environment() };
  const checkpoints = () => service.caches().filter(({ key }) => CHECKPOINT.test(key));
  const killed = await runStep('train-model', cut.path, {
    ...options,
    onStart: async (child) => {
      while (checkpoints().length < 3 && child.exitCode === null) await pause(5);
      child.kill('SIGKILL');
    },
  });
  expect(killed.exitCode).toBe(-1);
  expect(checkpoints().length).toBeGreaterThanOrEqual(3);
  expect(checkpoints()).toEqual(service.caches());

  const resumed = await runStep('train-model', next.path, options);
  expect(resumed.stdout).toMatch(/Goes on after epoch [1-9]\d* of a training that was cut off/);
  expect(resumed.outputs).toMatchObject({ 'cache-hit': 'false', epochs: '250' });
  expect(await model(next.path)).toEqual(await model(calm.path));
  expect(await training(next.path)).toBe(await training(calm.path));
  expect(await readdir(join(next.path, '.mlops'))).not.toContain('.checkpoint');
  expect(warnings(resumed)).toEqual([]);
}, 120_000);

test('a damaged checkpoint is ignored with a warning', async () => {
  await using service = await startResultsService();
  await using workspace = await makeLong();
  const options = { inputs: { cache: 'true', epochs: '4' }, environment: service.environment() };
  const trained = await runStep('train-model', workspace.path, options);
  const keys = service.caches().map(({ key }) => key);
  expect(keys.filter((key) => CHECKPOINT.test(key))).toHaveLength(3);
  const [entry = ''] = keys.filter((key) => !CHECKPOINT.test(key));
  // The model's entry in the place of the checkpoint: an archive, but of other files.
  const newest = keys.filter((key) => CHECKPOINT.test(key)).at(-1) ?? '';
  service.replaceCache(newest, service.readCache(entry));
  service.replaceCache(entry, Buffer.from('no archive'));
  const again = await runStep('train-model', workspace.path, options);
  expect(again.outputs).toEqual(trained.outputs);
  expect(warnings(again)).toContainEqual(
    'The checkpoint in the cache is damaged: the training begins anew',
  );
}, 60_000);
