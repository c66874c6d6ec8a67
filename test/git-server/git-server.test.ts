import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type GitHubApi, type Permissions, startGitHubApi } from '../github-api/index.ts';
import { makeWorkspace } from '../support/run-bundle.ts';
import { type GitServer, githubAccess, startGitServer } from './index.ts';

let api: GitHubApi;
let server: GitServer;

beforeAll(async () => {
  api = await startGitHubApi({ private: true, files: { 'README.md': '# models\n' } });
  server = await startGitServer(githubAccess(api));
  api.state.settings.protectedBranches.add('main');
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await api[Symbol.asyncDispose]();
});

function git(cwd: string, ...words: string[]): Promise<{ code: number; output: string }> {
  const env = {
    PATH: process.env.PATH,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@example.com',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@example.com',
  };
  return new Promise((resolve) => {
    execFile('git', words, { cwd, env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr });
    });
  });
}

function address(token: string | null, repository = 'octo/models'): string {
  const url = new URL(`${server.url}/${repository}.git`);
  if (token !== null) {
    url.username = 'x-access-token';
    url.password = token;
  }
  return url.href;
}

const mint = (permissions: Permissions) => api.mintToken({ permissions });

/** A clone with one commit more than `main`. */
async function cloneAndCommit(token: string, repository?: string) {
  const workspace = await makeWorkspace();
  const { path } = workspace;
  const cloned = await git(path, 'clone', '--quiet', address(token, repository), '.');
  expect(cloned).toEqual({ code: 0, output: '' });
  await writeFile(join(path, 'model.txt'), path);
  await git(path, 'add', '.');
  await git(path, 'commit', '--quiet', '--message', 'Add a model');
  return workspace;
}

test('gives a clone to a token that may read, and a commit by its hash', async () => {
  await using workspace = await makeWorkspace();
  const { path } = workspace;
  const token = mint({ contents: 'read' });
  const clone = await git(path, 'clone', '--quiet', '--depth=1', address(token), 'clone');
  expect(clone).toEqual({ code: 0, output: '' });
  const pull = await api.addPullRequest({ files: { 'a.txt': 'a' } });
  const sha = await api.state.git.text('rev-parse', `refs/pull/${pull.number}/merge`);
  const clonePath = join(path, 'clone');
  const fetched = await git(clonePath, 'fetch', '--quiet', '--depth=1', 'origin', sha);
  expect(fetched).toEqual({ code: 0, output: '' });
  const files = await git(clonePath, 'ls-tree', '--name-only', 'FETCH_HEAD');
  expect(files.output).toBe('README.md\na.txt\n');
});

test.each<[string, () => string | null, RegExp]>([
  ['no token', () => null, /could not read Username/],
  ['a wrong token', () => 'ghs_wrong', /Authentication failed/],
  [
    'an expired token',
    () => api.mintToken({ permissions: { contents: 'read' }, expiresIn: -1 }),
    /Authentication failed/,
  ],
  ['a token without the permission', () => mint({ issues: 'write' }), /not found/],
])('refuses a clone of a private repository with %s', async (_, token, message) => {
  await using workspace = await makeWorkspace();
  const { code, output } = await git(workspace.path, 'clone', address(token()), 'clone');
  expect(code).toBe(128);
  expect(output).toMatch(message);
});

test('takes a push of a token that may write, and shows it in the pull request', async () => {
  const token = mint({ contents: 'write' });
  await using workspace = await cloneAndCommit(token);
  const { path } = workspace;
  const push = await git(path, 'push', '--quiet', 'origin', 'HEAD:candidate');
  expect(push).toEqual({ code: 0, output: '' });
  const pull = await api.addPullRequest({ branch: 'candidate' });
  await git(path, 'commit', '--quiet', '--allow-empty', '--message', 'Again');
  await git(path, 'push', '--quiet', 'origin', 'HEAD:candidate');
  const head = (await git(path, 'rev-parse', 'HEAD')).output.trim();
  expect(await api.state.git.branch('candidate')).toBe(head);
  expect(await api.state.git.text('rev-parse', `refs/pull/${pull.number}/head`)).toBe(head);
  // A workflow's own token starts nothing.
  expect(api.startedWorkflows).toEqual([]);
});

test('starts workflows for the push of an app', async () => {
  const token = api.mintToken({ kind: 'app', permissions: { contents: 'write' } });
  await using workspace = await cloneAndCommit(token);
  await git(workspace.path, 'push', '--quiet', 'origin', 'HEAD:by-app');
  expect(api.startedWorkflows).toEqual([
    {
      event: 'push',
      repository: 'octo/models',
      ref: 'refs/heads/by-app',
      sha: await api.state.git.branch('by-app'),
      actor: 'mlops-app[bot]',
    },
  ]);
});

test('refuses a push of a token that may only read', async () => {
  await using workspace = await cloneAndCommit(mint({ contents: 'read' }));
  const { code, output } = await git(workspace.path, 'push', 'origin', 'HEAD:read-only');
  expect(code).toBe(128);
  expect(output).toContain('The requested URL returned error: 403');
  expect(await api.state.git.branch('read-only')).toBeNull();
});

test.each(['main', 'refs/pull/1/head'])('refuses a push to %s', async (target) => {
  const before = await api.state.git.text('for-each-ref');
  await using workspace = await cloneAndCommit(mint({ contents: 'write' }));
  const { code, output } = await git(workspace.path, 'push', '--force', 'origin', `HEAD:${target}`);
  expect(code).toBe(1);
  expect(output).toMatch(target === 'main' ? /GH013: Repository rule violations/ : /hidden ref/);
  expect(await api.state.git.text('for-each-ref')).toBe(before);
});

test('keeps forks apart', async () => {
  const fork = await api.fork('someone');
  const repositories = ['someone/models'];
  const token = api.mintToken({ permissions: { contents: 'write' }, repositories });
  await using workspace = await cloneAndCommit(token, 'someone/models');
  await git(workspace.path, 'push', '--quiet', 'origin', 'HEAD:topic');
  expect(await fork.git.branch('topic')).not.toBeNull();
  expect(await api.state.git.branch('topic')).toBeNull();
  const other = await git(workspace.path, 'push', address(token), 'HEAD:topic');
  expect(other.output).toMatch(/not found/);
});

test.each(['/octo/models.git/config', '/octo/models.git/../../etc/passwd', '/octo'])(
  'serves nothing but the protocol: %s',
  async (path) => {
    expect((await fetch(server.url + path)).status).toBe(404);
  },
);
