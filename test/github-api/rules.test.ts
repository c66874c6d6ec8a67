import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GitHubApi, startGitHubApi } from './index.ts';
import { client, EVERYTHING, place, refusal } from './octokit.ts';

/** What no schema can say: each refusal in GitHub's own words. */

let api: GitHubApi;
let github: ReturnType<typeof client>;
let base: string;

const WORKFLOW = `
on:
  push:
  workflow_dispatch:
    inputs: { model: { required: true }, seed: { required: true, default: '7' } }
`;
const LONG = 'a'.repeat(65_537);

beforeAll(async () => {
  api = await startGitHubApi({
    files: {
      'README.md': '# models\n',
      '.github/workflows/retrain.yml': WORKFLOW,
      '.github/workflows/push.yml': 'on: push',
    },
  });
  github = client(api);
  base = await api.head();
  api.state.settings.protectedBranches.add('main');
});

afterAll(async () => {
  await api[Symbol.asyncDispose]();
  expect(api.violations).toEqual([]);
});

describe('discussions', () => {
  test('a text has 65,536 characters at most', async () => {
    const { issues, pulls } = github;
    const { number } = await api.addPullRequest();
    const issue = { ...place, issue_number: number };
    const { data: comment } = await issues.createComment({ ...issue, body: LONG.slice(1) });
    const calls = [
      () => issues.createComment({ ...issue, body: LONG }),
      () => issues.updateComment({ ...place, comment_id: comment.id, body: LONG }),
      () => issues.create({ ...place, title: 'a', body: LONG }),
      () => issues.update({ ...issue, body: LONG }),
      () => pulls.create({ ...place, title: 'a', head: 'b', base: 'main', body: LONG }),
    ];
    for (const call of calls) {
      expect(await refusal(call())).toEqual([
        422,
        'body is too long (maximum is 65536 characters)',
      ]);
    }
  });

  test('a label is made once, whatever its case', async () => {
    const { issues } = github;
    await issues.createLabel({ ...place, name: 'Drift', color: 'd4a72c' });
    const again = issues.createLabel({ ...place, name: 'drift', color: 'd4a72c' });
    expect(await refusal(again)).toEqual([422, 'already_exists']);
    const colour = issues.createLabel({ ...place, name: 'other', color: 'red' });
    expect(await refusal(colour)).toEqual([422, 'invalid']);
  });

  test('a title has at most 256 characters', async () => {
    const issue = { ...place, title: 'a'.repeat(257) };
    expect((await refusal(github.issues.create(issue)))[1]).toContain('title is too long');
  });

  test('an issue drops labels that are not there', async () => {
    const { data } = await github.issues.create({ ...place, title: 'a', labels: ['unknown'] });
    expect(data.labels).toEqual([]);
  });

  test('what is not there is not found', async () => {
    const { issues } = github;
    const body = 'a';
    expect((await refusal(issues.createComment({ ...place, issue_number: 999, body })))[0]).toBe(
      404,
    );
    expect((await refusal(issues.updateComment({ ...place, comment_id: 999, body })))[0]).toBe(404);
  });
});

describe('releases', () => {
  test('of other workflows than the default branch has need a right that no job has', async () => {
    const git = api.state.git;
    const workflow = { '.github/workflows/extra.yml': 'on: push\n' };
    const target = await git.commitFiles('with-other-workflows', workflow, 'Add a workflow');
    const wanted = { ...place, tag_name: 'v-workflows', target_commitish: target, draft: true };
    expect(await refusal(github.repos.createRelease(wanted))).toEqual([
      403,
      'Resource not accessible by integration',
    ]);
    const app = client(api, { ...EVERYTHING, workflows: 'write' }, { kind: 'app', actor: 'x' });
    const { data } = await app.repos.createRelease(wanted);
    expect(data.target_commitish).toBe(target);
    await app.repos.deleteRelease({ ...place, release_id: data.id });
  });

  test('an upload that breaks off keeps the name of its file', async () => {
    const { data } = await github.repos.createRelease({ ...place, tag_name: 'v0', draft: true });
    api.faults.add({ kind: 'cut-short', method: 'POST', path: /\/assets$/ });
    const upload = () => github.upload(data.upload_url, 'a.bin', Buffer.from('a'));
    expect(await refusal(upload())).toEqual([502, 'Server Error']);
    const { data: assets } = await github.repos.listReleaseAssets({
      ...place,
      release_id: data.id,
    });
    expect(assets).toMatchObject([{ name: 'a.bin', state: 'starter', size: 0 }]);
    expect(await refusal(upload())).toEqual([422, 'already_exists']);
    await github.repos.deleteRelease({ ...place, release_id: data.id });
  });

  test('have notes of at most 125,000 characters', async () => {
    const wanted = { ...place, tag_name: 'v0', body: 'a'.repeat(125_001) };
    expect((await refusal(github.repos.createRelease(wanted)))[1]).toContain('too long');
  });

  test('a published tag is taken, a draft of it is not', async () => {
    const { repos } = github;
    await repos.createRelease({ ...place, tag_name: 'v1', draft: true });
    await repos.createRelease({ ...place, tag_name: 'v1' });
    const again = repos.createRelease({ ...place, tag_name: 'v1' });
    expect(await refusal(again)).toEqual([422, 'already_exists']);
    const [draft] = api.state.releases;
    const late = repos.updateRelease({ ...place, release_id: draft?.id ?? 0, draft: false });
    expect(await refusal(late)).toEqual([422, 'already_exists']);
  });

  test('the target must be there', async () => {
    const wanted = { ...place, tag_name: 'v2', target_commitish: 'f'.repeat(40) };
    expect(await refusal(github.repos.createRelease(wanted))).toEqual([422, 'invalid']);
  });

  test('the tag is made by the publication, at the target', async () => {
    const { repos } = github;
    const { data } = await repos.createRelease({
      ...place,
      tag_name: 'v3',
      target_commitish: base,
      draft: true,
    });
    expect(await api.state.git.object('refs/tags/v3')).toBeNull();
    expect((await refusal(repos.getReleaseByTag({ ...place, tag: 'v3' })))[0]).toBe(404);
    await repos.updateRelease({ ...place, release_id: data.id, draft: false });
    expect(await api.state.git.object('refs/tags/v3')).toBe(base);
  });

  test('an asset has a name of its own, and GitHub mends it', async () => {
    const { data } = await github.repos.createRelease({ ...place, tag_name: 'v4', draft: true });
    const upload = (name: string) => github.upload(data.upload_url, name, Buffer.from('a'));
    expect((await upload('my model.bin')).data).toMatchObject({ name: 'my.model.bin', size: 1 });
    expect(await refusal(upload('my model.bin'))).toEqual([422, 'already_exists']);
  });
});

describe('git data', () => {
  const commit = async (content: string, parents: string[]) => {
    const tree = await github.git.createTree({
      ...place,
      base_tree: base,
      tree: [{ path: 'models/current.json', mode: '100644', type: 'blob', content }],
    });
    const wanted = { ...place, message: 'Model', tree: tree.data.sha, parents };
    return (await github.git.createCommit(wanted)).data.sha;
  };

  test('a ref is made once, with a whole name, for what is there', async () => {
    const { git } = github;
    const ref = 'refs/heads/once';
    await git.createRef({ ...place, ref, sha: base });
    const cases: [string, string, string][] = [
      [ref, base, 'Reference already exists'],
      [
        'heads/once',
        base,
        "Reference name must start with 'refs/' and contain at least two slashes.",
      ],
      ['refs/heads/other', 'f'.repeat(40), 'Object does not exist'],
    ];
    for (const [name, sha, message] of cases) {
      const call = git.createRef({ ...place, ref: name, sha });
      expect(await refusal(call)).toEqual([422, message]);
    }
  });

  test('a branch moves forward only, unless it is forced', async () => {
    const { git } = github;
    const [one, two] = [await commit('1', [base]), await commit('2', [base])];
    await git.createRef({ ...place, ref: 'refs/heads/moves', sha: one });
    const move = { ...place, ref: 'heads/moves', sha: two };
    expect(await refusal(git.updateRef(move))).toEqual([422, 'Update is not a fast forward']);
    await git.updateRef({ ...move, force: true });
    expect(await api.state.git.branch('moves')).toBe(two);
    const missing = git.updateRef({ ...move, ref: 'heads/missing' });
    expect(await refusal(missing)).toEqual([422, 'Reference does not exist']);
  });

  test('a protected branch changes by pull requests only', async () => {
    const { git, repos } = github;
    const sha = await commit('3', [base]);
    const violation = expect.stringMatching(/Changes must be made through a pull request/);
    const main = { ...place, ref: 'heads/main' };
    expect(await refusal(git.updateRef({ ...main, sha, force: true }))).toEqual([422, violation]);
    expect(await refusal(git.deleteRef(main))).toEqual([422, violation]);
    const file = { ...place, path: 'a.txt', message: 'a', content: 'YQ==' };
    const write = repos.createOrUpdateFileContents(file);
    expect(await refusal(write)).toEqual([409, violation]);
    expect(await api.head()).toBe(base);
  });

  test('trees and commits are made of what is there', async () => {
    const { git } = github;
    const file = { path: 'a', mode: '100644', type: 'blob' } as const;
    const missing = 'f'.repeat(40);
    const calls: [() => Promise<unknown>, number][] = [
      [() => git.createTree({ ...place, tree: [{ ...file, sha: missing }] }), 422],
      [
        () => git.createTree({ ...place, base_tree: missing, tree: [{ ...file, content: 'a' }] }),
        404,
      ],
      [() => git.createTree({ ...place, tree: [{ ...file, path: '../a', content: 'a' }] }), 422],
      [() => git.createCommit({ ...place, message: 'a', tree: base, parents: [] }), 422],
      [() => git.getCommit({ ...place, commit_sha: missing }), 404],
      [() => git.getRef({ ...place, ref: 'heads/missing' }), 404],
    ];
    for (const [call, status] of calls) expect((await refusal(call()))[0]).toBe(status);
  });

  test('a tree takes a file away, and folders with it', async () => {
    const parent = await commit('4', [base]);
    const { data } = await github.git.createTree({
      ...place,
      base_tree: parent,
      tree: [{ path: 'models/current.json', mode: '100644', type: 'blob', sha: null }],
    });
    expect(data.tree.map(({ path }) => path)).toEqual(['.github', 'README.md']);
  });

  test('a file is replaced by who knows what it is', async () => {
    const { repos } = github;
    await api.state.git.commitFiles('files', { 'a.txt': 'a' }, 'a', base);
    const file = { ...place, path: 'a.txt', branch: 'files', message: 'b', content: 'Yg==' };
    const write = (sha?: string) =>
      repos.createOrUpdateFileContents({ ...file, ...(sha && { sha }) });
    expect((await refusal(write()))[0]).toBe(422);
    expect((await refusal(write('f'.repeat(40))))[0]).toBe(409);
    const sha = await api.state.git.text('rev-parse', 'files:a.txt');
    expect((await write(sha)).status).toBe(200);
    expect(await api.state.git.text('show', 'files:a.txt')).toBe('b');
  });
});

describe('pull requests', () => {
  const open = (head: string, to = 'main') =>
    github.pulls.create({ ...place, title: 'Model', head, base: to });

  test('there is one of a branch, with a commit that the base lacks', async () => {
    await api.state.git.commitFiles('mlops/a', { 'a.txt': 'a' }, 'a', base);
    await github.git.createRef({ ...place, ref: 'refs/heads/empty', sha: base });
    await open('mlops/a');
    const exists = 'A pull request already exists for octo:mlops/a.';
    expect(await refusal(open('mlops/a'))).toEqual([422, exists]);
    expect(await refusal(open('octo:mlops/a'))).toEqual([422, exists]);
    expect(await refusal(open('empty'))).toEqual([422, 'No commits between main and empty']);
    expect(await refusal(open('missing'))).toEqual([422, 'invalid']);
    expect(await refusal(open('mlops/a', 'missing'))).toEqual([422, 'invalid']);
  });

  test('the merge is a commit on the protected base; then the pull request is over', async () => {
    const { number } = await api.addPullRequest({ files: { 'merged.txt': 'a' } });
    const pull = { ...place, pull_number: number };
    const late = await refusal(github.pulls.merge({ ...pull, sha: base }));
    expect(late[0]).toBe(409);
    const { data } = await github.pulls.merge(pull);
    expect(await api.head()).toBe(data.sha);
    expect(await api.state.git.text('show', 'main:merged.txt')).toBe('a');
    expect((await github.pulls.get(pull)).data).toMatchObject({ merged: true, state: 'closed' });
    expect((await refusal(github.pulls.merge(pull)))[0]).toBe(405);
    expect(await refusal(github.pulls.update({ ...pull, state: 'open' }))).toEqual([
      422,
      'invalid',
    ]);
  });

  test('branches that contradict each other are not merged', async () => {
    const { number } = await api.addPullRequest({ files: { 'README.md': 'theirs' } });
    const other = await api.addPullRequest({ files: { 'README.md': 'ours' } });
    await github.pulls.merge({ ...place, pull_number: other.number });
    const pull = { ...place, pull_number: number };
    expect((await refusal(github.pulls.merge(pull)))[0]).toBe(405);
  });

  test('one of a fork shows the commits of the fork', async () => {
    const head = await api.fork('someone');
    await head.git.commitFiles('topic', { 'fork.txt': 'a' }, 'From a fork', base);
    const orphan = await head.git.writeCommit({
      tree: await head.git.emptyTree(),
      parents: [],
      message: 'Nothing in common',
      author: { name: 'a', email: 'a@example.com' },
    });
    await head.git.update('refs/heads/other', orphan);
    const message = 'The main branch has no history in common with someone:other';
    expect(await refusal(open('someone:other'))).toEqual([422, message]);
    const { data } = await open('someone:topic');
    expect(data.head).toMatchObject({ label: 'someone:topic', repo: { fork: true } });
    // GitHub does not find the pull request by a fork's commit.
    const ofCommit = { ...place, commit_sha: data.head.sha };
    const byCommit = await github.repos.listPullRequestsAssociatedWithCommit(ofCommit);
    expect(byCommit.data).toEqual([]);
    const { data: found } = await github.pulls.list({ ...place, head: 'someone:topic' });
    expect(found.map(({ number }) => number)).toEqual([data.number]);
    const files = await github.pulls.listFiles({ ...place, pull_number: data.number });
    expect(files.data).toMatchObject([{ filename: 'fork.txt', status: 'added', additions: 1 }]);
  });
});

describe('deployments and checks', () => {
  test('a deployment needs a ref, and checks that passed unless none is asked for', async () => {
    const { repos } = github;
    expect(await refusal(repos.createDeployment({ ...place, ref: 'missing' }))).toEqual([
      422,
      'No ref found for: missing',
    ]);
    await repos.createCommitStatus({ ...place, sha: base, state: 'pending', context: 'ci' });
    const wanted = { ...place, ref: base, environment: 'staging' };
    expect((await refusal(repos.createDeployment(wanted)))[0]).toBe(409);
    const made = await repos.createDeployment({ ...wanted, required_contexts: [] });
    expect(made.status).toBe(201);
    expect(api.state.environments).toContain('staging');
  });

  test('a branch that lacks commits of the default branch gets them first', async () => {
    const { repos } = github;
    await api.state.git.commitFiles('behind', { 'b.txt': 'b' }, 'b', base);
    await api.addPullRequest({ branch: 'ahead', files: { 'c.txt': 'c' } });
    await github.pulls.merge({ ...place, pull_number: api.state.pulls.at(-1)?.number ?? 0 });
    const wanted = { ...place, ref: 'behind', required_contexts: [] };
    expect((await repos.createDeployment(wanted)).status).toBe(202);
    expect((await repos.createDeployment(wanted)).status).toBe(201);
    const old = { ...wanted, ref: base, auto_merge: false };
    expect((await repos.createDeployment(old)).status).toBe(201);
  });

  test('a success makes earlier ones of the environment inactive; production stays', async () => {
    const { repos } = github;
    const deploy = async (environment: string) => {
      const { data } = await repos.createDeployment({
        ...place,
        ref: base,
        environment,
        required_contexts: [],
        auto_merge: false,
      });
      const deployment_id = 'id' in data ? data.id : 0;
      await repos.createDeploymentStatus({ ...place, deployment_id, state: 'success' });
      return api.state.deployments.find(({ id }) => id === deployment_id);
    };
    const [first, second] = [await deploy('test'), await deploy('test')];
    const [live] = [await deploy('production'), await deploy('production')];
    const states = [first, second, live].map((item) => item?.statuses.map(({ state }) => state));
    expect(states).toEqual([['success', 'inactive'], ['success'], ['success']]);
  });

  test('an address of a deployment is of the web', async () => {
    const deployment_id = api.state.deployments[0]?.id ?? 0;
    const status = { ...place, deployment_id, state: 'success' } as const;
    const bad = github.repos.createDeploymentStatus({ ...status, environment_url: 'models/1' });
    expect(await refusal(bad)).toEqual([422, 'environment_url must use http(s) scheme']);
  });

  test('statuses and checks are of whole hashes, and short', async () => {
    const status = { ...place, state: 'success' } as const;
    const { checks, repos } = github;
    const missing = 'f'.repeat(40);
    const unknown = [422, `No commit found for SHA: ${missing}`];
    expect(await refusal(repos.createCommitStatus({ ...status, sha: missing }))).toEqual(unknown);
    const check = checks.create({ ...place, name: 'a', head_sha: missing });
    expect(await refusal(check)).toEqual(unknown);
    const long = { ...status, sha: base, description: 'a'.repeat(141) };
    expect((await refusal(repos.createCommitStatus(long)))[0]).toBe(422);
  });
});

describe('dispatches', () => {
  test.each([
    ['retrain.yml', {}, 422, "Required input 'model' not provided"],
    ['retrain.yml', { model: 'a', other: 'b' }, 422, 'Unexpected inputs provided: ["other"]'],
    ['push.yml', {}, 422, "Workflow does not have 'workflow_dispatch' trigger"],
    ['missing.yml', {}, 404, 'Not Found'],
  ])('%s with %j', async (workflow_id, inputs, status, message) => {
    const wanted = { ...place, workflow_id, ref: 'main', inputs };
    const call = github.actions.createWorkflowDispatch(wanted);
    expect(await refusal(call)).toEqual([status, message]);
  });

  test('start the workflow with its inputs', async () => {
    await github.actions.createWorkflowDispatch({
      ...place,
      workflow_id: 'retrain.yml',
      ref: 'main',
      inputs: { model: 'flowers' },
    });
    expect(api.startedWorkflows.at(-1)).toMatchObject({
      event: 'workflow_dispatch',
      workflow: 'retrain.yml',
      inputs: { model: 'flowers' },
      ref: 'refs/heads/main',
    });
  });
});

test('a workflow that has not run yet has no runs; one that is not there is not found', async () => {
  const { actions } = github;
  const { data } = await actions.listWorkflowRuns({ ...place, workflow_id: 'push.yml' });
  expect(data).toEqual({ total_count: 0, workflow_runs: [] });
  const unknown = actions.listWorkflowRuns({ ...place, workflow_id: 'other.yml' });
  expect((await refusal(unknown))[0]).toBe(404);
});
