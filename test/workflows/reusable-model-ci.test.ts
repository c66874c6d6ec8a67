import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { startPlatform } from '../workflow-runner/index.ts';
import { NO_WORSE_THAN_BEFORE, project } from './projects.ts';
import { expectCleanTraces, legsOf, runnerKnows, succeed } from './running.ts';

const REUSABLE = join(import.meta.dirname, '../../workflows-examples/reusable-model-ci.yml');

/** What a caller writes; the five lines are those at the top of the reusable workflow. */
const CALLER = `
name: model
on: [push, pull_request]
permissions: {}
jobs:
  model:
    uses: octo/.github/.github/workflows/reusable-model-ci.yml@main
    permissions: { contents: write, actions: read, pull-requests: write, deployments: write }
    with: { deploy: true }
`;

test('gives the whole chain to a caller of five lines', async () => {
  const options = await project({
    workflows: [],
    fields: [
      [['deployment'], { targets: [{ kind: 'release' }] }],
      [['evaluation', 'gates', 3], NO_WORSE_THAN_BEFORE],
      [['evaluation', 'on-no-baseline'], 'pass'],
    ],
    files: { '.github/workflows/model.yml': CALLER },
  });
  await using platform = await startPlatform({
    ...options,
    remoteWorkflows: { 'octo/.github/.github/workflows/reusable-model-ci.yml': REUSABLE },
  });
  const pushed = await succeed(platform, {
    workflow: 'model.yml',
    ...(await platform.push({ 'NOTES.md': 'first\n' })),
  });
  const { releases, comments } = platform.api.state;
  expect(releases).toMatchObject([{ draft: false }]);
  expect(pushed.jobs.model?.outputs).toMatchObject({
    outcome: 'pass',
    location: `https://github.com/octo/models/releases/tag/${releases[0]?.tag}`,
  });

  const pull = await platform.pullRequest({ files: { 'NOTES.md': 'changed\n' } });
  const judged = await succeed(platform, { workflow: 'model.yml', ...pull });
  if (runnerKnows('jobs of called workflows')) {
    expect(judged.jobs.model?.jobs.deploy?.result).toBe('skipped');
  }
  expect(judged.jobs.model?.outputs).toMatchObject({ outcome: 'pass', location: '' });
  expect(comments).toHaveLength(1);
  expect(comments[0]?.body).toContain(`main&#64;${pushed.trigger.sha.slice(0, 7)}`);
  expect(releases).toHaveLength(1);
  // Each job has what it asks for and no more, whatever the caller may give.
  if (runnerKnows('permissions')) {
    const rights = legsOf(judged).map(({ name, permissions }) => [name, granted(permissions)]);
    expect(rights).toEqual([
      ['model / model', { actions: 'read', contents: 'read', 'pull-requests': 'write' }],
    ]);
  }
  await expectCleanTraces(platform, pushed, judged);
}, 120_000);

function granted(permissions: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(permissions).filter(([, level]) => level !== 'none'));
}
