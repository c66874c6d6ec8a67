import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readGitCommit } from '../../shared/platform/git-commit.ts';
import { makeWorkspace } from '../support/run-bundle.ts';

const commit = '0123456789abcdef0123456789abcdef01234567';

async function repository(files: Readonly<Record<string, string>>) {
  const workspace = await makeWorkspace();
  for (const [path, text] of Object.entries(files)) {
    const file = join(workspace.path, '.git', path);
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, text);
  }
  await mkdir(join(workspace.path, 'a/b'), { recursive: true });
  return workspace;
}

describe('the commit that is checked out', () => {
  test.each<[string, Readonly<Record<string, string>>, string | undefined]>([
    ['on a branch', { HEAD: 'ref: refs/heads/a/b\n', 'refs/heads/a/b': `${commit}\n` }, commit],
    [
      'on a packed branch',
      { HEAD: 'ref: refs/heads/main\n', 'packed-refs': `# pack\n${commit} refs/heads/main\n` },
      commit,
    ],
    ['detached', { HEAD: `${commit}\n` }, commit],
    ['before the first commit', { HEAD: 'ref: refs/heads/main\n' }, undefined],
    ['that leads outside', { HEAD: 'ref: ../../secret\n' }, undefined],
    ['that is no commit', { HEAD: 'hello\n' }, undefined],
  ])('%s', async (_name, files, expected) => {
    await using workspace = await repository(files);
    expect(readGitCommit(join(workspace.path, 'a/b'))).toBe(expected);
  });
});
