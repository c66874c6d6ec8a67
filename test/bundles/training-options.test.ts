import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { makeWorkspace, readTree, runStep } from '../support/run-bundle.ts';

const project = 'test/bundles/scenarios/whole-chain/workspace';

/** The project with other settings of its training, and with more behind its end. */
async function makeProject(training: string, more = '') {
  const workspace = await makeWorkspace(project);
  const path = join(workspace.path, 'mlops.yml');
  const text = await readFile(path, 'utf8');
  await writeFile(path, `${text.replace('epochs: 20,', training)}\n${more}`);
  return workspace;
}

const model = (workspace: string) => readTree(join(workspace, '.mlops/model'));

test('a training that time has cut off is rebuilt to the same bytes', async () => {
  await using workspace = await makeProject(
    'epochs: 100000, early-stopping: false, time-budget: 0.01, checkpoint-minutes: 0, optimizer: { kind: sgd, momentum: 0.9, nesterov: true }, schedule: { kind: step, every: 3 },',
  );
  const trained = await runStep('train-model', workspace.path);
  expect(trained.exitCode).toBe(0);
  expect(Number(trained.outputs.epochs)).toBeLessThan(100_000);
  const rebuilt = await runStep('train-model', workspace.path, { inputs: { rebuild: 'verify' } });
  expect(rebuilt.exitCode).toBe(0);
  expect(rebuilt.outputs['model-digest']).toBe(trained.outputs['model-digest']);
}, 120_000);

test('a training begins with the weights of another model, and is rebuilt by it', async () => {
  await using workspace = await makeProject('epochs: 5, optimizer: { kind: adamw },');
  expect((await runStep('train-model', workspace.path)).exitCode).toBe(0);
  await cp(join(workspace.path, '.mlops/model'), join(workspace.path, 'parent'), {
    recursive: true,
  });
  const path = join(workspace.path, 'mlops.yml');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('epochs: 5,', 'epochs: 5, warm-start: parent,'));
  const warm = await runStep('train-model', workspace.path);
  expect(warm.stdout).toContain('Begins with the weights of parent');
  const record = JSON.parse(await readFile(join(workspace.path, '.mlops/run.json'), 'utf8')) as {
    training: object;
  };
  expect(record.training).toMatchObject({ parent: { path: 'parent' } });
  const rebuilt = await runStep('train-model', workspace.path, { inputs: { rebuild: 'verify' } });
  expect(rebuilt.exitCode).toBe(0);
}, 120_000);

test('halved trials give the same model however many jobs share them', async () => {
  const tuning =
    'tuning: { method: successive-halving, reduction: 2, bracket: 2, trials: 4, search: { training.optimizer.kind: { values: [rmsprop, adamw] }, training.optimizer.learning-rate: { from: 0.001, to: 0.1, scale: log } } }\n';
  await using one = await makeProject('epochs: 6,', tuning);
  await using two = await makeProject('epochs: 6,', tuning);
  for (const [workspace, of] of [
    [one, 1],
    [two, 2],
  ] as const) {
    for (let part = 1; part <= of; part++) {
      const inputs = { trials: `${part}/${of}` };
      expect((await runStep('train-model', workspace.path, { inputs })).exitCode).toBe(0);
    }
    const inputs = { 'best-trial': String(of) };
    expect((await runStep('train-model', workspace.path, { inputs })).exitCode).toBe(0);
  }
  expect(await model(two.path)).toEqual(await model(one.path));
}, 120_000);
