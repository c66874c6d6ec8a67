import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Fault } from '../github-api/index.ts';
import { PreparedWorkspaces } from '../support/prepared-workspaces.ts';
import { runStep, type StepRun } from '../support/run-bundle.ts';
import { type GitHubWithToken, startGitHub } from '../support/start-github.ts';

const project = 'test/bundles/scenarios/whole-chain/workspace';
const judged = [{ action: 'train-model' }, { action: 'evaluate-gate' }];

const prepared = new PreparedWorkspaces();
afterAll(async () => await prepared[Symbol.asyncDispose]());

const warnings = (run: StepRun) =>
  run.commands.filter(({ name }) => name === 'warning').map(({ message }) => message);
const bodiesOf = (github: GitHubWithToken) => github.state.comments.map(({ body }) => body);

/** evaluate-gate of one run on pull request 5. */
function comment(workspace: string, github: GitHubWithToken, { run = 1, sha = 'a' } = {}) {
  const head = { sha: sha.repeat(40), repo: { full_name: 'octo/models' } };
  return runStep('evaluate-gate', workspace, {
    inputs: { token: github.token },
    environment: {
      GITHUB_API_URL: github.url,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_RUN_ID: String(run),
    },
    event: { pull_request: { number: 5, head } },
  });
}

/** report-drift with data that has drifted. */
async function reportDrift(workspace: string, github: GitHubWithToken, response: string) {
  const config = join(workspace, 'mlops.yml');
  const text = await readFile(config, 'utf8');
  const current = `current: data/today.csv, on-drift: [${response}]`;
  await writeFile(config, text.replace('current: data/flowers.csv', current));
  const rows = readFileSync(join(project, 'data/flowers.csv'), 'utf8');
  await writeFile(
    join(workspace, 'data/today.csv'),
    rows.replace(/^(\d+),(\d+),(\d+)/gm, '$1,1$2,1$3'),
  );
  return await runStep('report-drift', workspace, {
    inputs: { token: github.token },
    environment: { GITHUB_API_URL: github.url },
  });
}

async function release(workspace: string, github: GitHubWithToken, commit?: string) {
  const config = join(workspace, 'mlops.yml');
  const text = await readFile(config, 'utf8');
  await writeFile(
    config,
    text.replace('targets: [{ kind: directory }]', 'targets: [{ kind: release }]'),
  );
  return await runStep('deploy-model', workspace, {
    inputs: { token: github.token },
    environment: { GITHUB_API_URL: github.url, GITHUB_SHA: commit ?? (await github.head()) },
  });
}

describe('a comment is there once', () => {
  const LIST = { method: 'GET', path: /\/issues\/5\/comments$/ };
  const CREATE = { method: 'POST', path: /\/issues\/5\/comments$/ };

  test.each<[string, Fault, RegExp]>([
    ['three server errors', { ...LIST, kind: 'status', status: 500, times: 3 }, /500 to GET/],
    [
      'a 429 with retry-after',
      { ...CREATE, kind: 'secondary', status: 429, retryAfter: 1 },
      /waiting 1 s/,
    ],
    ['a secondary limit', { ...LIST, kind: 'secondary', retryAfter: 1 }, /waiting 1 s/],
    ['a used-up hour', { ...LIST, kind: 'rate-limit', resetsIn: 1 }, /hourly limit is used up/],
    ['a cut connection', { ...LIST, kind: 'cut' }, /no answer to GET/],
    ['a lost answer', { ...CREATE, kind: 'answer-lost' }, /whether it was done/],
    ['an error of its creation', { ...CREATE, kind: 'status', status: 502 }, /whether it was done/],
  ])('after %s', async (_name, fault, told) => {
    await using github = await startGitHub({ 'pull-requests': 'write' });
    await using workspace = await prepared.make(project, judged);
    github.faults.add(fault);
    const run = await comment(workspace.path, github);
    expect({ exitCode: run.exitCode, warnings: warnings(run) }).toEqual({
      exitCode: 0,
      warnings: [],
    });
    expect(github.faults.pending).toBe(0);
    expect(bodiesOf(github)).toHaveLength(1);
    expect(run.outputs.comment).toContain(`#issuecomment-${github.state.comments[0]?.id}`);
    expect(run.stdout).toMatch(told);
  });

  test('or not, when GitHub stays down: a warning says so and the verdict stands', async () => {
    await using github = await startGitHub({ 'pull-requests': 'write' });
    await using workspace = await prepared.make(project, judged);
    github.faults.add({ ...LIST, kind: 'rate-limit', resetsIn: 1800 });
    const run = await comment(workspace.path, github);
    expect([run.exitCode, run.outputs.verdict, run.outputs.comment]).toEqual([0, 'pass', '']);
    expect(warnings(run)).toEqual([expect.stringMatching(/hourly limit is used up.*again after/)]);
  });
});

describe('two runs that comment on one pull request at once', () => {
  test.each([1, 2, 3, 4, 5])('leave one comment, of the later one (time %i)', async () => {
    await using github = await startGitHub({ 'pull-requests': 'write' });
    await using one = await prepared.make(project, judged);
    await using other = await prepared.make(project, judged);
    // So that both have looked before either has written, however busy the machine is.
    const create = { method: 'POST', path: /\/issues\/5\/comments$/ };
    github.faults.add({ ...create, kind: 'delay', milliseconds: 700, times: 2 });
    const runs = await Promise.all([
      comment(one.path, github, { run: 201, sha: 'a' }),
      comment(other.path, github, { run: 202, sha: 'b' }),
    ]);
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(runs.flatMap(warnings)).toEqual([]);
    expect(bodiesOf(github)).toEqual([expect.stringContaining('bbbbbbb')]);
    const address = expect.stringContaining(`#issuecomment-${github.state.comments[0]?.id}`);
    expect(runs.map(({ outputs }) => outputs.comment)).toEqual([address, address]);
  });

  test('of which the older is the slower: it leaves the newer text and says so', async () => {
    await using github = await startGitHub({ 'pull-requests': 'write' });
    await using workspace = await prepared.make(project, judged);
    await comment(workspace.path, github, { run: 202, sha: 'b' });
    const late = await comment(workspace.path, github, { run: 201, sha: 'a' });
    expect(bodiesOf(github)).toEqual([expect.stringContaining('bbbbbbb')]);
    expect(late.exitCode).toBe(0);
    expect(late.stdout).toContain('The comment is of a newer run and was left as it is');
  });
});

describe('what is made once though its answer is lost', () => {
  test('an issue', async () => {
    await using github = await startGitHub({ issues: 'write' });
    await using workspace = await prepared.make(project, []);
    github.faults.add({ method: 'POST', path: /\/issues$/, kind: 'answer-lost' });
    const run = await reportDrift(workspace.path, github, 'issue');
    expect(github.faults.pending).toBe(0);
    expect(run.exitCode).toBe(0);
    expect(github.state.issues).toHaveLength(1);
    expect(run.outputs.issue).toContain(`/issues/${github.state.issues[0]?.number}`);
  });

  test('a retraining, which is not asked for again since nobody can tell', async () => {
    await using github = await startGitHub({ contents: 'write' });
    await using workspace = await prepared.make(project, []);
    github.faults.add({ method: 'POST', path: /\/dispatches$/, kind: 'answer-lost' });
    const run = await reportDrift(workspace.path, github, 'retrain');
    expect(github.faults.pending).toBe(0);
    expect(run.outputs.drift).toBe('true');
    expect(warnings(run)).toContainEqual(expect.stringContaining('no answer to POST'));
    expect(github.startedWorkflows).toHaveLength(1);
  });

  test.each<[string, string, RegExp]>([
    ['a release', 'POST', /\/releases$/],
    ['a file of a release', 'POST', /\/assets$/],
    ['the publication of a release', 'PATCH', /\/releases\/\d+$/],
  ])('%s', async (_name, method, path) => {
    await using github = await startGitHub({ contents: 'write' });
    await using workspace = await prepared.make(project, judged);
    github.faults.add({ method, path, kind: 'answer-lost' });
    const run = await release(workspace.path, github);
    expect({ exitCode: run.exitCode, pending: github.faults.pending }).toEqual({
      exitCode: 0,
      pending: 0,
    });
    const [made, ...others] = github.state.releases;
    expect(others).toEqual([]);
    expect(made?.draft).toBe(false);
    const names = made?.assets.map(({ name }) => name) ?? [];
    expect(names.length).toBeGreaterThan(1);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('a release', () => {
  test('is whole when the upload of a file breaks off', async () => {
    await using github = await startGitHub({ contents: 'write' });
    await using workspace = await prepared.make(project, judged);
    github.faults.add({ method: 'POST', path: /\/assets$/, kind: 'cut-short' });
    const run = await release(workspace.path, github);
    expect({ exitCode: run.exitCode, pending: github.faults.pending }).toEqual({
      exitCode: 0,
      pending: 0,
    });
    const assets = github.state.releases[0]?.assets ?? [];
    expect(assets.filter(({ broken }) => broken === true)).toEqual([]);
    expect(new Set(assets.map(({ name }) => name)).size).toBe(assets.length);
    for (const { bytes } of assets) expect(bytes.length).toBeGreaterThan(0);
  });

  test('of a commit with other workflows is refused, and the message says what to do', async () => {
    await using github = await startGitHub({ contents: 'write' });
    await using workspace = await prepared.make(project, judged);
    const sha = await github.state.git.commitFiles(
      'other',
      { '.github/workflows/extra.yml': 'on: push\n' },
      'Add a workflow',
    );
    const run = await release(workspace.path, github, sha);
    expect(run.exitCode).toBe(2);
    expect(github.state.releases).toEqual([]);
    const [error] = run.commands.filter(({ name }) => name === 'error');
    expect(error?.message).toMatch(
      /asks for contents: write or contents: write with workflows: write/,
    );
    expect(error?.message).toMatch(/default branch.*token of an app/);
  });
});
