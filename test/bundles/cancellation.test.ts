import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, test } from '@jest/globals';
import { startGitHubApi } from '../github-api/index.ts';
import { PreparedWorkspaces } from '../support/prepared-workspaces.ts';
import { readTree, runStep, type StepOptions } from '../support/run-bundle.ts';

const project = 'test/bundles/scenarios/whole-chain/workspace';
const CHAIN = [
  'validate-data',
  'train-model',
  'evaluate-gate',
  'export-tflite',
  'deploy-model',
  'report-drift',
];
/** Parts of the time that a step takes at which it is cancelled. */
const MOMENTS = [0.4, 0.7, 0.85, 0.95];

const prepared = new PreparedWorkspaces();
afterAll(async () => await prepared[Symbol.asyncDispose]());

/** A workspace in which everything before this action has run. */
const readyFor = (action: string) =>
  prepared.make(
    project,
    CHAIN.slice(0, CHAIN.indexOf(action)).map((before) => ({ action: before })),
  );

/** What must be the same whenever a step ran; these two say when that was. Deployed copies of run.json, too. */
const TIMED =
  /(^|\/)(run\.json|report\.html|checksums|SHA256SUMS|subjects\.txt|provenance\.json|deployment\.json)/;

async function resultOf(workspace: string): Promise<Map<string, string>> {
  const tree = await readTree(workspace);
  return new Map(
    [...tree].map(([path, bytes]) => [path, TIMED.test(path) ? '' : bytes.toString('latin1')]),
  );
}

describe('a step that is cancelled', () => {
  test.each(CHAIN)(
    '%s leaves all files old or all new, and is as good as new when it runs again',
    async (action) => {
      await using calm = await readyFor(action);
      const before = await readTree(calm.path);
      const start = performance.now();
      expect((await runStep(action, calm.path)).exitCode).toBe(0);
      const duration = performance.now() - start;
      const expected = await resultOf(calm.path);

      const ends: number[] = [];
      // The calm run may have been slow on a busy machine, so that every signal comes too late: then earlier ones.
      for (const moment of [1, 2, 4, 8].flatMap((by) => MOMENTS.map((part) => part / by))) {
        if (ends.length >= MOMENTS.length && ends.includes(130)) break;
        await using workspace = await readyFor(action);
        const run = await runStep(action, workspace.path, {
          onStart: (child) => setTimeout(() => child.kill('SIGINT'), duration * moment).unref(),
        });
        ends.push(run.exitCode);
        // -1: before our code had even been loaded; 0: it was too late.
        expect([130, 0, -1]).toContain(run.exitCode);
        const told = run.stdout.split('\n').filter((line) => line.startsWith('cancelled: '));
        if (run.exitCode === 130) {
          expect(told).toEqual([`cancelled: ${action} was told to stop (SIGINT)`]);
        }
        const output = [...(await readTree(workspace.path))].filter(([path]) =>
          path.startsWith('.mlops/'),
        );
        const names = output.map(([path]) => path);
        expect(
          names.filter((path) =>
            path
              .split('/')
              .slice(1)
              .some((step) => step.startsWith('.')),
          ),
        ).toEqual([]);
        const old = [...before].filter(([path]) => path.startsWith('.mlops/'));
        const isOld =
          old.length === output.length &&
          output.every(([path, bytes]) => before.get(path)?.equals(bytes) === true);
        const newNames = [...expected.keys()].filter((path) => path.startsWith('.mlops/'));
        expect(isOld || newNames.join() === names.join()).toBe(true);

        expect((await runStep(action, workspace.path)).exitCode).toBe(0);
        expect(await resultOf(workspace.path)).toEqual(expected);
      }
      expect(ends).toContain(130);
    },
    120_000,
  );

  const longTraining: StepOptions = { inputs: { epochs: '100000' } };

  test.each([['SIGINT'], ['SIGTERM'], ['SIGINT', 'SIGTERM']] as NodeJS.Signals[][])(
    'stops a training within two seconds (%s %s)',
    async (...signals) => {
      await using workspace = await readyFor('train-model');
      const text = await readFile(join(workspace.path, 'mlops.yml'), 'utf8');
      await writeFile(
        join(workspace.path, 'mlops.yml'),
        text.replace('seed: 3,', 'seed: 3, early-stopping: { patience: 100000 },'),
      );
      const before = await readTree(workspace.path);
      let sent = 0;
      const run = await runStep('train-model', workspace.path, {
        ...longTraining,
        onStart: async (child) => {
          await pause(2500);
          sent = performance.now();
          for (const signal of signals) {
            child.kill(signal);
            await pause(50);
          }
        },
      });
      expect(run.exitCode).toBe(130);
      expect(performance.now() - sent).toBeLessThan(2000);
      expect(await readTree(workspace.path)).toEqual(before);
      expect(run.summary).toBe('');
    },
    60_000,
  );
});

describe('a deployment that is cancelled', () => {
  test('stays a draft, ends in an error at GitHub, and is made once when it runs again', async () => {
    await using api = await startGitHubApi();
    await using workspace = await readyFor('deploy-model');
    const path = join(workspace.path, 'mlops.yml');
    const text = await readFile(path, 'utf8');
    await writeFile(
      path,
      text.replace(
        'targets: [{ kind: directory }]',
        'targets: [{ kind: directory }, { kind: release }], environment: production',
      ),
    );
    const options: StepOptions = {
      inputs: {
        token: api.mintToken({ permissions: { contents: 'write', deployments: 'write' } }),
      },
      environment: { GITHUB_API_URL: api.url, GITHUB_SHA: await api.head() },
    };
    api.faults.add({ kind: 'delay', milliseconds: 1500, method: 'POST', path: /\/assets$/ });
    const run = await runStep('deploy-model', workspace.path, {
      ...options,
      onStart: async (child) => {
        while (child.exitCode === null && api.state.releases.length === 0) await pause(20);
        await pause(200);
        child.kill('SIGINT');
      },
    });
    expect(run.exitCode).toBe(130);
    expect(api.state.releases.map(({ draft }) => draft)).toEqual([true]);
    const states = () =>
      api.state.deployments.map(({ statuses }) => statuses.map(({ state }) => state));
    expect(states()).toEqual([['in_progress', 'error']]);
    const models = async () =>
      [...(await readTree(workspace.path)).keys()].filter((name) =>
        /^models\/[^.]+\/[^.]/.test(name),
      );
    expect(await models()).toEqual([]);

    const again = await runStep('deploy-model', workspace.path, options);
    expect(again.exitCode).toBe(0);
    expect(api.state.releases.map(({ draft, tag }) => [draft, tag])).toEqual([
      [false, 'flowers-v1'],
    ]);
    expect(states()[1]).toEqual(['in_progress', 'success']);
    expect(await models()).toContain('models/flowers/1/READY');
    expect((await models()).some((name) => name.startsWith('models/flowers/2'))).toBe(false);
    expect(api.violations).toEqual([]);
  }, 60_000);
});
