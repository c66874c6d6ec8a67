import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readRunContext } from '../../shared/platform/run-context.ts';
import { makeWorkspace } from '../support/run-bundle.ts';

const environment = {
  GITHUB_REPOSITORY: 'octo/models',
  GITHUB_SHA: 'merge',
  GITHUB_REF_NAME: '5/merge',
  GITHUB_HEAD_REF: 'better',
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_RUN_ID: '12',
};

async function contextOf(event: string) {
  await using workspace = await makeWorkspace();
  const path = join(workspace.path, 'event.json');
  await writeFile(path, event);
  return readRunContext({ ...environment, GITHUB_EVENT_PATH: path });
}

describe('the context of a run', () => {
  test.each([
    ['octo/models', false],
    ['stranger/models', true],
  ])('a pull request from %s: from a fork %s', async (full_name, fromFork) => {
    const head = { sha: 'pushed', repo: { full_name } };
    const base = { ref: 'release/2' };
    expect(await contextOf(JSON.stringify({ pull_request: { number: 5, head, base } }))).toEqual({
      platform: 'actions',
      repository: 'octo/models',
      // Not the merge commit, which nobody ever pushed.
      commit: 'pushed',
      ref: 'better',
      eventName: 'pull_request',
      runId: 12,
      runUrl: 'https://github.com/octo/models/actions/runs/12',
      baseBranch: 'release/2',
      pullRequest: 5,
      fromFork,
    });
  });

  test('a pull request whose fork is gone counts as one from a fork', async () => {
    const event = { pull_request: { number: 5, head: { sha: 'pushed', repo: null } } };
    expect(await contextOf(JSON.stringify(event))).toMatchObject({ fromFork: true });
  });

  test.each([
    ['a branch', { GITHUB_REF_NAME: 'feature/x', GITHUB_REF_TYPE: 'branch' }, 'feature/x'],
    ['a tag', { GITHUB_REF_NAME: 'v1', GITHUB_REF_TYPE: 'tag' }, undefined],
    ['a pull request without a payload', { ...environment, GITHUB_BASE_REF: 'main' }, 'main'],
    ['a pull request of which nothing is known', environment, undefined],
  ])('the base branch of %s', (_, variables, branch) => {
    expect(readRunContext(variables).baseBranch).toBe(branch);
  });

  test('the base branch of a merge queue is the one that is merged into', async () => {
    const event = { merge_group: { base_ref: 'refs/heads/main' } };
    expect(await contextOf(JSON.stringify(event))).toMatchObject({ baseBranch: 'main' });
  });

  test('a payload that cannot be read leaves out what it would tell', async () => {
    expect(await contextOf('{')).toMatchObject({ commit: 'merge', ref: 'better' });
    expect(readRunContext({})).toEqual({ platform: 'actions' });
  });
});
