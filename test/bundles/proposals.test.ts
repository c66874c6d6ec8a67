import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type GitHubApi, type Permissions, startGitHubApi } from '../github-api/index.ts';
import { PreparedWorkspaces } from '../support/prepared-workspaces.ts';
import { readTree, runStep, type StepRun } from '../support/run-bundle.ts';

const project = 'test/bundles/scenarios/whole-chain/workspace';
const judged = [{ action: 'train-model' }, { action: 'evaluate-gate' }];
const BRANCH = 'mlops/flowers';
const PULL_REQUEST = '{ kind: pull-request, path: models }';
const ALL: Permissions = { contents: 'write', 'pull-requests': 'write', deployments: 'write' };

const prepared = new PreparedWorkspaces();
afterAll(async () => await prepared[Symbol.asyncDispose]());

/** A workspace in which the model has passed; `seed` makes another model. */
async function passed(targets: string, seed?: string) {
  const steps =
    seed === undefined
      ? judged
      : [{ action: 'train-model', inputs: { seed } }, judged[1] ?? { action: '' }];
  const workspace = await prepared.make(project, steps);
  const path = join(workspace.path, 'mlops.yml');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('targets: [{ kind: directory }]', `targets: [${targets}]`));
  return workspace;
}

async function deploy(
  api: GitHubApi,
  workspace: string,
  {
    token = api.mintToken({ permissions: ALL, kind: 'app', actor: 'release-app' }),
    inputs = {},
  } = {},
): Promise<StepRun> {
  const run = await runStep('deploy-model', workspace, {
    inputs: { token, ...inputs },
    environment: { GITHUB_API_URL: api.url, GITHUB_SHA: await api.head() },
  });
  expect(api.violations).toEqual([]);
  const shown = run.stdout.replaceAll(`::add-mask::${token}\n`, '');
  expect([shown, run.stderr, run.summary, JSON.stringify(run.outputs)].join()).not.toContain(token);
  return run;
}

const messages = (run: StepRun, level: 'warning' | 'error') =>
  run.commands.filter(({ name }) => name === level).map(({ message }) => message);
const pullOf = (api: GitHubApi, index = 0) => {
  const { title = '', body = '' } = api.state.pulls[index] ?? {};
  return { title, body };
};
const statesOf = (api: GitHubApi) =>
  api.state.deployments.map(({ statuses }) => statuses.map(({ state }) => state));

async function filesOn(api: GitHubApi, branch: string): Promise<Map<string, string>> {
  const names = (await api.state.git.text('ls-tree', '-r', '--name-only', branch)).split('\n');
  const entries = names.map(
    async (name) =>
      [name, (await api.state.git.run(['show', `${branch}:${name}`])).toString('latin1')] as const,
  );
  return new Map(await Promise.all(entries));
}

describe('a pull request with the model', () => {
  test('is opened with the files, left alone, updated, merged, and then not needed', async () => {
    await using api = await startGitHubApi();
    await using first = await passed(`{ kind: directory, path: kept }, ${PULL_REQUEST}`);
    const base = await api.head();
    const opened = await deploy(api, first.path);
    expect(opened.exitCode).toBe(0);

    const kept = await readTree(join(first.path, 'kept'));
    const files = await filesOn(api, BRANCH);
    expect([...files.keys()]).toEqual(
      ['README.md', ...[...kept.keys()].map((path) => `models/${path}`)].sort(),
    );
    for (const [path, bytes] of kept) {
      expect([path, files.get(`models/${path}`)]).toEqual([path, bytes.toString('latin1')]);
    }
    const commit = await api.state.git.info(BRANCH);
    expect(commit.parents).toEqual([base]);
    expect(commit.author.name).toBe('release-app[bot]');
    expect(await api.head()).toBe(base);
    const [pull] = api.state.pulls;
    const address = `https://github.com/octo/models/pull/${pull?.number}`;
    expect(opened.outputs['pull-request']).toBe(address);
    expect(opened.summary).toContain(`](${address})`);
    expect(pullOf(api).title).toBe('Deploy flowers version 1 (pass)');
    expect(messages(opened, 'warning')).toEqual([]);
    expect(api.startedWorkflows).toContainEqual(
      expect.objectContaining({ event: 'pull_request', action: 'opened' }),
    );

    const before = structuredClone([pullOf(api), commit]);
    await api.state.git.commitFiles('main', { 'other.txt': 'x' }, 'Something else');
    const again = await deploy(api, first.path);
    expect(again.exitCode).toBe(0);
    expect(structuredClone([pullOf(api), await api.state.git.info(BRANCH)])).toEqual(before);

    await using second = await passed(PULL_REQUEST, '9');
    const updated = await deploy(api, second.path);
    expect(updated.outputs).toMatchObject({ version: '1', 'pull-request': address });
    expect(api.state.pulls).toHaveLength(1);
    expect((await api.state.git.info(BRANCH)).parents).toEqual([await api.head()]);
    expect(pullOf(api).body).toContain(updated.outputs['model-digest']);

    const merge = await fetch(`${api.url}/repos/octo/models/pulls/${pull?.number}/merge`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${api.mintToken({ permissions: ALL, kind: 'user', actor: 'ada' })}`,
        'content-type': 'application/json',
      },
      body: '{}',
    });
    expect(merge.status).toBe(200);
    const merged = await deploy(api, second.path);
    expect(merged.outputs).toMatchObject({ location: 'models/flowers/1', 'pull-request': '' });
    expect((await deploy(api, first.path)).exitCode).toBe(0);
    expect(api.state.pulls).toHaveLength(2);
    expect(pullOf(api, 1).title).toBe('Deploy flowers version 2 (pass)');
    const branch = await filesOn(api, BRANCH);
    expect(JSON.parse(branch.get('models/flowers/current.json') ?? '')).toMatchObject({
      version: '2',
    });
    expect(branch.has('models/flowers/1/READY')).toBe(true);
  });

  test('by the workflow’s own token says that no checks start', async () => {
    await using api = await startGitHubApi();
    await using workspace = await passed(PULL_REQUEST);
    const run = await deploy(api, workspace.path, { token: api.mintToken({ permissions: ALL }) });
    expect(run.exitCode).toBe(0);
    expect(messages(run, 'warning')).toEqual([
      expect.stringMatching(/wait for a person.*create-github-app-token/),
    ]);
    expect(pullOf(api).body).toContain('Checks wait for a person');
    expect(api.startedWorkflows).toEqual([]);
  });

  test.each<[string, Permissions, RegExp]>([
    ['contents', { 'pull-requests': 'write' }, /contents: write/],
    ['pull-requests', { contents: 'write' }, /pull-requests: write/],
  ])('without the permission for %s names it', async (_what, permissions, message) => {
    await using api = await startGitHubApi({ private: true });
    await using workspace = await passed(`{ kind: directory }, ${PULL_REQUEST}`);
    const token = api.mintToken({ permissions });
    const run = await deploy(api, workspace.path, { token });
    expect(run.exitCode).toBe(2);
    expect(messages(run, 'error')).toEqual([expect.stringMatching(message)]);
    expect(api.state.pulls).toEqual([]);
    const left = [...(await readTree(workspace.path)).keys()];
    expect(left).not.toContain('models/flowers/current.json');
  });

  test('that the repository’s setting forbids names the setting; the next run finishes', async () => {
    await using api = await startGitHubApi();
    await using workspace = await passed(PULL_REQUEST);
    api.state.settings.actionsMayOpenPullRequests = false;
    const token = api.mintToken({ permissions: ALL });
    const run = await deploy(api, workspace.path, { token });
    expect(run.exitCode).toBe(2);
    expect(messages(run, 'error')).toEqual([
      expect.stringContaining('"Allow GitHub Actions to create and approve pull requests"'),
    ]);
    const commit = await api.state.git.branch(BRANCH);
    api.state.settings.actionsMayOpenPullRequests = true;
    const next = await deploy(api, workspace.path, { token });
    expect(next.exitCode).toBe(0);
    expect(api.state.pulls).toHaveLength(1);
    expect(await api.state.git.branch(BRANCH)).toBe(commit);
  });

  test('never overwrites what a person has pushed', async () => {
    await using api = await startGitHubApi();
    await using first = await passed(PULL_REQUEST);
    await using second = await passed(PULL_REQUEST, '9');
    await deploy(api, first.path);
    const theirs = await api.state.git.commitFiles(BRANCH, { 'notes.md': 'mine' }, 'Add notes');
    const run = await deploy(api, second.path);
    expect(run.exitCode).toBe(2);
    expect(messages(run, 'error')).toEqual([expect.stringContaining('would be lost')]);
    expect(await api.state.git.branch(BRANCH)).toBe(theirs);
  });

  test.each([
    ['PATCH', /\/git\/refs\//],
    ['POST', /\/git\/refs$/],
    ['POST', /\/pulls$/],
    ['POST', /\/git\/commits$/],
  ])('is there once when the answer to %s %s is lost', async (method, path) => {
    await using api = await startGitHubApi();
    await using first = await passed(PULL_REQUEST);
    await using second = await passed(PULL_REQUEST, '9');
    if (method === 'PATCH') await deploy(api, first.path);
    api.faults.add({ kind: 'answer-lost', method, path });
    const run = await deploy(api, second.path);
    expect(api.faults.pending).toBe(0);
    expect({ exitCode: run.exitCode, errors: messages(run, 'error') }).toEqual({
      exitCode: 0,
      errors: [],
    });
    expect(api.state.pulls).toHaveLength(1);
    expect(pullOf(api).body).toContain(run.outputs['model-digest']);
  });
});

describe('a Deployment', () => {
  const inputs = { environment: 'staging' };

  test('is told of with its statuses, once', async () => {
    await using api = await startGitHubApi();
    await using workspace = await passed('{ kind: directory }, { kind: release }');
    const first = await deploy(api, workspace.path, { inputs });
    const second = await deploy(api, workspace.path, { inputs });
    expect([first.exitCode, second.exitCode]).toEqual([0, 0]);
    expect(api.state.deployments).toMatchObject([
      {
        environment: 'staging',
        task: 'deploy:model',
        sha: await api.head(),
        production: false,
        payload: { model: 'flowers', version: '1', modelDigest: first.outputs['model-digest'] },
        statuses: [
          { state: 'in_progress', logUrl: 'https://github.com/octo/models/actions/runs/1234' },
          { state: 'success', environmentUrl: first.outputs.location ? expect.any(String) : '' },
        ],
      },
    ]);
    const success = api.state.deployments[0]?.statuses.at(-1);
    expect(success?.environmentUrl).toBe('https://github.com/octo/models/releases/tag/flowers-v1');
  });

  test('that may not be made stops everything and names the permission', async () => {
    await using api = await startGitHubApi();
    await using workspace = await passed('{ kind: directory }, { kind: release }');
    const token = api.mintToken({ permissions: { contents: 'write', deployments: 'read' } });
    const run = await deploy(api, workspace.path, { inputs, token });
    expect(run.exitCode).toBe(2);
    expect(messages(run, 'error')).toEqual([expect.stringContaining('deployments: write')]);
    expect(api.state.releases).toEqual([]);
    expect([...(await readTree(workspace.path)).keys()]).not.toContain(
      'models/flowers/current.json',
    );
  });

  test('fails with what it deployed', async () => {
    await using api = await startGitHubApi();
    await using workspace = await passed('{ kind: directory }, { kind: release }');
    const token = api.mintToken({ permissions: { contents: 'read', deployments: 'write' } });
    const run = await deploy(api, workspace.path, { inputs, token });
    expect(run.exitCode).toBe(2);
    expect(statesOf(api)).toEqual([['in_progress', 'failure']]);
  });

  test.each([{ kind: 'answer-lost' as const }, { kind: 'status' as const, status: 502 }])(
    'is made once when $kind',
    async (fault) => {
      await using api = await startGitHubApi();
      await using workspace = await passed('{ kind: directory }');
      api.faults.add({ ...fault, method: 'POST', path: /\/deployments$/ });
      const run = await deploy(api, workspace.path, { inputs });
      expect(run.exitCode).toBe(0);
      expect(api.faults.pending).toBe(0);
      expect(statesOf(api)).toEqual([['in_progress', 'success']]);
    },
  );
});
