import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { EvaluationReport } from '../../shared/evaluation/index.ts';
import { makeWorkspace, readTree, runStep } from '../support/run-bundle.ts';

const onPosix = process.platform === 'win32' ? test.skip : test;
const TOKEN = 'ghs_0123456789';

/** A project whose trainer is a program for Node, which is always there. */
async function makeProject(fault = '', architecture = '') {
  const workspace = await makeWorkspace('test/bundles/scenarios/train/workspace');
  await copyFile('test/support/trainers/nearest-mean.mjs', join(workspace.path, 'train.mjs'));
  const run = JSON.stringify(`"${process.execPath}" train.mjs ${fault}`);
  await writeFile(
    join(workspace.path, 'mlops.yml'),
    [
      'model: flowers',
      'data: { path: data/flowers.csv, label: kind, ignore: [id, colour] }',
      `training: { architecture: { kind: command, run: ${run}${architecture} } }`,
      'evaluation: { gates: [ { metric: accuracy, at-least: 0.9 } ] }',
      'deployment: { targets: [ { kind: directory, path: models } ] }',
      '',
    ].join('\n'),
  );
  return workspace;
}

const train = (workspace: string) =>
  runStep('train-model', workspace, {
    inputs: { token: TOKEN },
    environment: { GITHUB_TOKEN: TOKEN, MY_TOKEN: 'given on purpose' },
  });

describe('a program of the user', () => {
  onPosix(
    'trains, is judged by its predictions and deployed',
    async () => {
      await using workspace = await makeProject();
      const trained = await train(workspace.path);
      expect([trained.exitCode, trained.outputs.verdict]).toEqual([0, 'pass']);
      // It can't speak for the step, nor learn what the step may do.
      expect(trained.commands.map(({ name }) => name)).toEqual(['add-mask']);
      expect(trained.commands[0]?.message).toBe(TOKEN);
      expect(trained.stdout).toContain('secrets: undefined undefined given on purpose');
      expect(trained.stdout).not.toMatch(/^##\[/m);
      for (const action of ['evaluate-gate', 'deploy-model']) {
        const { exitCode, stdout } = await runStep(action, workspace.path);
        expect({ action, exitCode, stdout }).toMatchObject({ exitCode: 0 });
      }
      const files = await readTree(join(workspace.path, 'models/flowers/1'));
      expect([...files.keys()]).toEqual(expect.arrayContaining(['means.json', 'predictions.csv']));
      const { exitCode, commands } = await runStep('export-tflite', workspace.path);
      expect([exitCode, commands[0]?.message]).toEqual([
        2,
        expect.stringContaining('was trained by a command'),
      ]);
    },
    60_000,
  );

  onPosix.each([
    ['exit', '', 'The command failed with exit code 4. It said last:'],
    ['link', '', 'The command left $MLOPS_OUTPUT/model/host, which is a link'],
    ['folder-link', '', 'The command left $MLOPS_OUTPUT/model, which is a link'],
    ['hang', ', timeout-minutes: 0.02', 'The command was stopped after 0.02 minutes'],
  ])('with the fault "%s" leaves nothing but a message', async (fault, architecture, message) => {
    await using workspace = await makeProject(fault, architecture);
    const { exitCode, commands } = await train(workspace.path);
    const [error] = commands.filter(({ name }) => name === 'error');
    expect([exitCode, error?.message]).toEqual([2, expect.stringContaining(message)]);
    expect([...(await readTree(join(workspace.path, '.mlops'))).keys()]).toEqual([]);
  });
});

onPosix(
  'a run that is cancelled ends the program and leaves nothing behind',
  async () => {
    await using workspace = await makeProject('hang');
    const bundle = resolve(process.env.MLOPS_TEST_DIST || 'dist', 'train-model.js');
    const step = spawn(process.execPath, [bundle], {
      cwd: workspace.path,
      env: { PATH: process.env.PATH, GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: workspace.path },
    });
    const ended = once(step, 'close');
    // It prints the number of its process when it has begun to hang.
    let pid: number | undefined;
    for await (const chunk of step.stdout) {
      pid = Number(/hanging: (\d+)/.exec(String(chunk))?.[1] ?? Number.NaN);
      if (!Number.isNaN(pid)) break;
    }
    step.kill('SIGINT');
    const [code] = await ended;
    expect(code).not.toBe(0);
    expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH');
    expect([...(await readTree(join(workspace.path, '.mlops'))).keys()]).toEqual([]);
  },
  30_000,
);

const python = spawnSync('python3', ['--version']).status === 0;
if (!python) console.log('examples/bring-your-own-trainer is not tried: there is no python3');

(python ? test : test.skip)(
  'the example in Python keeps its promise',
  async () => {
    await using workspace = await makeWorkspace('examples/bring-your-own-trainer');
    for (const action of ['validate-data', 'train-model', 'evaluate-gate', 'deploy-model']) {
      const { exitCode, outputs, stdout } = await runStep(action, workspace.path);
      expect({ action, exitCode, verdict: outputs.verdict, stdout }).toMatchObject({
        exitCode: 0,
        verdict: 'pass',
      });
    }
    const text = await readFile(join(workspace.path, '.mlops/evaluation.json'), 'utf8');
    const { metrics } = JSON.parse(text) as EvaluationReport;
    expect(metrics[0]).toMatchObject({ metric: 'accuracy' });
    expect(metrics[0]?.value).toBeGreaterThanOrEqual(0.95);
  },
  60_000,
);
