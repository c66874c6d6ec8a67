import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { runWorkflow, startPlatform } from '../workflow-runner/index.ts';
import { project } from './projects.ts';
import { annotationsOf, expectCleanTraces, succeed } from './running.ts';

const WORKFLOW = 'bring-your-own-trainer.yml';

/** Python is the user's own: without it there is nothing to run. */
const withPython = spawnSync('python3', ['--version']).status === 0 ? test : test.skip;

const trainer = (files: Record<string, string> = {}) =>
  project({
    example: 'bring-your-own-trainer',
    workflows: [WORKFLOW],
    fields: [[['deployment'], { targets: [{ kind: 'release' }] }]],
    files,
  });

withPython(
  'judges what a program in Python has trained, and deploys its files',
  async () => {
    await using platform = await startPlatform(await trainer());
    const pushed = await succeed(platform, {
      workflow: WORKFLOW,
      ...(await platform.push({ 'NOTES.md': 'first\n' })),
    });
    const { releases, comments } = platform.api.state;
    expect(pushed.jobs.train?.outputs['model-digest']).toMatch(/^[0-9a-f]{64}$/);
    expect(pushed.jobs.model?.outputs).toEqual({ outcome: 'pass' });
    expect(releases).toMatchObject([{ draft: false }]);
    expect(pushed.jobs.deploy?.outputs.location).toBe(
      `https://github.com/octo/models/releases/tag/${releases[0]?.tag}`,
    );
    expect(releases[0]?.assets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['run.json', 'model-card.md', 'checksums.txt']),
    );

    const pull = await platform.pullRequest({ files: { 'NOTES.md': 'changed\n' } });
    const judged = await succeed(platform, { workflow: WORKFLOW, ...pull });
    expect(judged.jobs.deploy?.result).toBe('skipped');
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toContain('passes its gates');
    expect(annotationsOf(pushed, judged)).toEqual([]);
    await expectCleanTraces(platform, pushed, judged);
  },
  120_000,
);

withPython(
  'finds no token to hand on',
  async () => {
    await using platform = await startPlatform(
      await trainer({
        'train.py': [
          'import json, os, subprocess',
          'found = subprocess.run(["git", "config", "--list"], capture_output=True, text=True).stdout',
          'print("ENVIRONMENT", json.dumps(sorted(os.environ)))',
          'print("GIT", json.dumps([line for line in found.splitlines() if "extraheader" in line]))',
          'raise SystemExit(3)',
        ].join('\n'),
      }),
    );
    const run = await runWorkflow(platform, {
      workflow: WORKFLOW,
      ...(await platform.push({ 'NOTES.md': 'first\n' })),
    });
    expect(run.conclusion).toBe('failure');
    const [, names = '[]'] = /ENVIRONMENT (\[.*\])/.exec(run.log) ?? [];
    expect(JSON.parse(names)).toContain('MLOPS_TRAIN');
    expect(
      (JSON.parse(names) as string[]).filter((name) => /TOKEN|^INPUT_|^ACTIONS_/.test(name)),
    ).toEqual([]);
    expect(run.log).toContain('GIT []');
    expect(run.jobs.deploy?.result).toBe('skipped');
    await expectCleanTraces(platform, run);
  },
  120_000,
);
