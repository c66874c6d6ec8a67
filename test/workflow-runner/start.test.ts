import { describe, expect, test } from '@jest/globals';
import { runWorkflow } from './index.ts';
import { linesOf, runTiny, startTiny } from './tiny.ts';

describe('a workflow is not started', () => {
  test.each([
    ['a key that does not exist', 'on: push\njobs: { a: { runs-on: x, stepz: [] } }', 'stepz'],
    ['no such permission', 'on: push\npermissions: { content: read }\njobs: {}', 'content'],
    [
      'a context that is not to be had',
      'on: push\njobs: { a: { runs-on: x, if: "secrets.x", steps: [{ run: x }] } }',
      'secrets',
    ],
    [
      'needs what is not there',
      'on: push\njobs: { a: { runs-on: x, steps: [{ run: x }] }, b: { needs: c, runs-on: x, steps: [{ run: x }] } }',
      "'c'",
    ],
    ['another event', 'on: schedule\njobs: { a: { runs-on: x, steps: [{ run: x }] } }', ''],
  ])('%s', async (_name, workflow, message) => {
    await expect(runTiny(workflow)).rejects.toThrow(message);
  });
});

test('inputs of a dispatch have their types and defaults', async () => {
  await using platform = await startTiny(`
on:
  workflow_dispatch:
    inputs:
      target: { type: choice, options: [a, b], default: a }
      force: { type: boolean, default: false }
jobs:
  job:
    runs-on: ubuntu-latest
    steps:
      - run: echo "> \${{ inputs.target }} \${{ inputs.force && 'forced' || 'not' }}"
`);
  const run = async (inputs: Record<string, string>) =>
    linesOf(
      await runWorkflow(platform, {
        workflow: 'tiny.yml',
        ...(await platform.dispatch('tiny.yml', inputs)),
      }),
      'job',
    );
  expect(await run({})).toEqual(['a not']);
  expect(await run({ target: 'b', force: 'true' })).toEqual(['b forced']);
  await expect(run({ froce: 'true' })).rejects.toThrow('froce is not defined');
});

test('a deployment environment brings its secrets and variables; a group of concurrency is read', async () => {
  const run = await runTiny(
    `
on: push
concurrency: { group: "deploy-\${{ github.ref }}" }
jobs:
  job:
    environment: { name: production, deployment: false }
    runs-on: ubuntu-latest
    steps:
      - run: echo "> \${{ vars.PLACE }} \${{ secrets.KEY == 'of-production' }}"
`,
    {
      vars: { PLACE: 'nowhere' },
      secrets: { KEY: 'of-the-repository' },
      environments: {
        production: { vars: { PLACE: 'here' }, secrets: { KEY: 'of-production' } },
      },
    },
  );
  expect(linesOf(run, 'job')).toEqual(['here true']);
  expect(run.jobs.job?.environment).toBe('production');
  expect(run.concurrency).toBe('deploy-refs/heads/main');
});
