import { createPrivateKey, sign } from 'node:crypto';
import { getOctokit } from '@actions/github';
import { expect, test } from '@jest/globals';
import { startResultsService } from '../results-service/index.ts';
import { ApiDescription, githubDescription } from './description.ts';
import { fill } from './fill.ts';
import { type GitHubApi, startGitHubApi } from './index.ts';
import { client, place } from './octokit.ts';
import { allOperations } from './operations/index.ts';

test('has a handler for every operation that is described, and no other', () => {
  const described = githubDescription().operations.map(({ id }) => id);
  expect(Object.keys(allOperations).sort()).toEqual(described.sort());
});

test('every operation answers an unmodified Octokit as GitHub describes it', async () => {
  await using api = await startGitHubApi({
    files: {
      'README.md': '# models\n',
      '.github/workflows/retrain.yml': 'on: { workflow_dispatch: {} }\njobs: {}\n',
    },
  });
  await using results = await startResultsService({ repositoryId: api.state.id });
  results.putArtifact({ run: 70, name: 'chain', content: { 'run.json': '{}' } });
  api.connect(results);
  await api.addRun({ id: 70 });
  await discuss(api);
  await release(api);
  await changeFiles(api);
  await deploy(api);
  await runWorkflows(api);
  await actAsApp(api);

  expect(api.violations).toEqual([]);
  const description = githubDescription();
  const called = api.requests.map(({ method, path }) => {
    return description.find(method, path.replace('/uploads', ''))?.operation.id;
  });
  const described = description.operations.map(({ id }) => id);
  expect(described.filter((id) => !called.includes(id))).toEqual([]);
});

async function discuss(api: GitHubApi): Promise<void> {
  const { issues, markdown, rateLimit, repos } = client(api);
  await repos.get(place);
  await rateLimit.get();
  await markdown.render({ text: 'a' });
  await issues.createLabel({ ...place, name: 'drift', color: 'd4a72c', description: 'Drift' });
  await issues.getLabel({ ...place, name: 'drift' });
  await issues.listLabelsForRepo(place);
  const { data } = await issues.create({ ...place, title: 'Drift', body: 'b', labels: ['drift'] });
  const issue = { ...place, issue_number: data.number };
  await issues.get(issue);
  await issues.update({ ...issue, state: 'closed', state_reason: 'completed' });
  await issues.listForRepo({ ...place, labels: 'drift', state: 'all', per_page: 100 });
  await issues.addLabels({ ...issue, labels: ['more'] });
  await issues.listLabelsOnIssue(issue);
  await issues.removeLabel({ ...issue, name: 'more' });
  const comment = await issues.createComment({ ...issue, body: 'one' });
  const one = { ...place, comment_id: comment.data.id };
  await issues.getComment(one);
  await issues.updateComment({ ...one, body: 'two' });
  await issues.listComments(issue);
  await issues.deleteComment(one);
}

async function release(api: GitHubApi): Promise<void> {
  const { repos, upload } = client(api);
  const draft = await repos.createRelease({ ...place, tag_name: 'v1', draft: true });
  const release = { ...place, release_id: draft.data.id };
  await upload(draft.data.upload_url, 'model.bin', Buffer.from('model'));
  const { data: assets } = await repos.listReleaseAssets(release);
  const asset = { ...place, asset_id: assets[0]?.id ?? 0 };
  await repos.getReleaseAsset(asset);
  await repos.updateReleaseAsset({ ...asset, name: 'other.bin' });
  await repos.updateRelease({ ...release, draft: false });
  await repos.getRelease(release);
  await repos.getReleaseByTag({ ...place, tag: 'v1' });
  await repos.getLatestRelease(place);
  await repos.listReleases(place);
  await repos.deleteReleaseAsset(asset);
  await repos.deleteRelease(release);
}

async function changeFiles(api: GitHubApi): Promise<void> {
  const { git, pulls, repos } = client(api);
  const main = await git.getRef({ ...place, ref: 'heads/main' });
  const base = main.data.object.sha;
  const blob = await git.createBlob({ ...place, content: 'aGk=', encoding: 'base64' });
  await git.getBlob({ ...place, file_sha: blob.data.sha });
  const tree = await git.createTree({
    ...place,
    base_tree: base,
    tree: [
      { path: 'models/a.bin', mode: '100644', type: 'blob', sha: blob.data.sha },
      { path: 'models/current.json', mode: '100644', type: 'blob', content: '{}' },
    ],
  });
  await git.getTree({ ...place, tree_sha: tree.data.sha, recursive: 'true' });
  const commit = await git.createCommit({
    ...place,
    message: 'Add a model',
    tree: tree.data.sha,
    parents: [base],
  });
  const { sha } = commit.data;
  await git.getCommit({ ...place, commit_sha: sha });
  const branch = 'mlops/flowers';
  await git.createRef({ ...place, ref: `refs/heads/${branch}`, sha });
  await git.updateRef({ ...place, ref: `heads/${branch}`, sha });
  await git.listMatchingRefs({ ...place, ref: 'heads/mlops' });
  await repos.listBranches(place);
  await repos.getBranch({ ...place, branch });
  await repos.listCommits({ ...place, sha: branch });
  await repos.getCommit({ ...place, ref: sha });
  await repos.compareCommitsWithBasehead({ ...place, basehead: `main...${branch}` });
  const file = { ...place, path: 'notes/a.txt', branch, message: 'Note' };
  const written = await repos.createOrUpdateFileContents({ ...file, content: 'aGk=' });
  await repos.deleteFile({ ...file, sha: written.data.content?.sha ?? '' });
  await repos.getContent({ ...place, path: 'models/a.bin', ref: branch });
  await repos.getContent({ ...place, path: '' });
  const opened = await pulls.create({ ...place, title: 'Model', head: branch, base: 'main' });
  const pull = { ...place, pull_number: opened.data.number };
  await pulls.get(pull);
  await pulls.list({ ...place, head: `octo:${branch}`, state: 'open' });
  await pulls.update({ ...pull, body: 'More' });
  await pulls.listFiles(pull);
  await pulls.listCommits(pull);
  await repos.listPullRequestsAssociatedWithCommit({ ...place, commit_sha: sha });
  await pulls.merge(pull);
  await git.deleteRef({ ...place, ref: `heads/${branch}` });
}

async function deploy(api: GitHubApi): Promise<void> {
  const { checks, repos } = client(api);
  const sha = await api.head();
  const { data } = await repos.createDeployment({
    ...place,
    ref: sha,
    auto_merge: false,
    required_contexts: [],
    environment: 'staging',
  });
  const deployment = { ...place, deployment_id: 'id' in data ? data.id : 0 };
  await repos.createDeploymentStatus({ ...deployment, state: 'in_progress' });
  await repos.createDeploymentStatus({
    ...deployment,
    state: 'success',
    log_url: 'https://example.com/log',
    environment_url: 'https://example.com',
  });
  await repos.getDeployment(deployment);
  await repos.listDeployments(place);
  await repos.listDeploymentStatuses(deployment);
  await repos.getAllEnvironments(place);
  await repos.getEnvironment({ ...place, environment_name: 'staging' });
  await repos.createCommitStatus({ ...place, sha, state: 'success', description: 'Good' });
  await repos.listCommitStatusesForRef({ ...place, ref: 'main' });
  await repos.getCombinedStatusForRef({ ...place, ref: 'main' });
  const check = await checks.create({ ...place, head_sha: sha, name: 'gate' });
  const one = { ...place, check_run_id: check.data.id };
  const output = { title: 'Passed', summary: 'All gates' };
  await checks.update({ ...one, conclusion: 'success', output });
  await checks.get(one);
  await checks.listForRef({ ...place, ref: 'main', check_name: 'gate' });
}

async function runWorkflows(api: GitHubApi): Promise<void> {
  const { actions, repos, request } = client(api);
  await actions.listWorkflowRunsForRepo(place);
  await actions.listWorkflowRuns({ ...place, workflow_id: 'models.yml' });
  await actions.getWorkflowRun({ ...place, run_id: 70 });
  await actions.listWorkflowRunArtifacts({ ...place, run_id: 70 });
  const list = await actions.listArtifactsForRepo({ ...place, name: 'chain' });
  const artifact = { ...place, artifact_id: list.data.artifacts[0]?.id ?? 0 };
  await actions.getArtifact(artifact);
  await request('GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}', {
    ...artifact,
    archive_format: 'zip',
  });
  await actions.deleteArtifact(artifact);
  await repos.createDispatchEvent({ ...place, event_type: 'mlops-retrain' });
  await actions.createWorkflowDispatch({ ...place, workflow_id: 'retrain.yml', ref: 'main' });
  const statement = { subject: [{ digest: { sha256: 'ab' } }], predicateType: 'https://slsa.dev' };
  const payload = Buffer.from(JSON.stringify(statement)).toString('base64');
  const bundle = { mediaType: 'a', verificationMaterial: {}, dsseEnvelope: { payload } };
  await repos.createAttestation({ ...place, bundle });
  await repos.listAttestations({ ...place, subject_digest: 'sha256:ab' });
}

async function actAsApp(api: GitHubApi): Promise<void> {
  const app = api.addApp('retrainer', { contents: 'write', 'pull-requests': 'write' });
  const { rest } = getOctokit(appJwt(app), { baseUrl: api.url });
  const { data } = await rest.apps.getRepoInstallation(place);
  const created = await rest.apps.createInstallationAccessToken({ installation_id: data.id });
  const asInstallation = getOctokit(created.data.token, { baseUrl: api.url });
  await asInstallation.rest.apps.revokeInstallationAccessToken();
}

function appJwt({ id, privateKey }: { readonly id: number; readonly privateKey: string }): string {
  const now = Math.floor(Date.now() / 1_000);
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const signed = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode({ iat: now - 60, exp: now + 500, iss: id })}`;
  const signature = sign('RSA-SHA256', Buffer.from(signed), createPrivateKey(privateKey));
  return `${signed}.${signature.toString('base64url')}`;
}

test.each([
  ['a field of the wrong type', { title: ['a'] }, /body\/title/],
  ['a field that is missing', { body: 'b' }, /body.*required property 'title'/],
  [
    'a field that GitHub does not know',
    { title: 'a', lables: ['b'] },
    /body\/lables: is not described/,
  ],
  ['no body', undefined, /body: is missing/],
])('notices a request with %s', async (_, body, message) => {
  await using api = await startGitHubApi();
  const { request } = client(api);
  const call = request('POST /repos/octo/models/issues', body === undefined ? {} : { data: body });
  await expect(call).rejects.toMatchObject({ status: 422 });
  expect(api.violations).toMatchObject([{ side: 'request', operation: 'issues/create' }]);
  const [first] = api.violations.flatMap(({ disagreements }) => disagreements);
  expect(`${first?.where}: ${first?.message}`).toMatch(message);
  expect(api.state.issues).toEqual([]);
});

test.each([
  ['/repos/octo/models/issues?lables=a', 'issues/list-for-repo'],
  ['/repos/octo/models/issues?per_page=many', 'issues/list-for-repo'],
  ['/repos/octo/models/issues?state=shut', 'issues/list-for-repo'],
  ['/repos/octo/models/issues/one', 'issues/get'],
  ['/repos/octo/models/isues', 'GET /repos/octo/models/isues'],
])('notices the wrong address %s', async (path, operation) => {
  await using api = await startGitHubApi();
  await expect(client(api).request(`GET ${path}`)).rejects.toThrow();
  expect(api.violations).toMatchObject([{ side: 'request', operation }]);
});

test.each([
  ['lacks a field', { status: 200, body: { ...fill('label', {}), color: undefined } }],
  ['has a wrong type', { status: 200, body: fill('label', { id: 'one' }) }],
  ['has a status that is not described', { status: 202, body: {} }],
  ['has no body', { status: 200 }],
  ['is an error of another form', { status: 404, body: { message: 1 } }],
])('notices an answer of the double itself that %s', async (_, answer) => {
  await using api = await startGitHubApi({
    operations: { 'issues/get-label': { needs: [], handle: () => answer } },
  });
  await client(api)
    .issues.getLabel({ ...place, name: 'drift' })
    .catch(() => {});
  expect(api.violations).toMatchObject([{ side: 'response', operation: 'issues/get-label' }]);
});

test('notices a handler that fails', async () => {
  const handle = () => {
    throw new Error('a mistake in the double');
  };
  await using api = await startGitHubApi({ operations: { 'repos/get': { needs: [], handle } } });
  await expect(client(api).repos.get(place)).rejects.toMatchObject({ status: 500 });
  expect(api.violations).toMatchObject([{ side: 'response', status: 500 }]);
});

test('refuses to start on a description with a reference into nothing', () => {
  const parameters = [{ $ref: '#/components/parameters/none' }];
  const paths = { '/a': { get: { operationId: 'a', parameters, responses: {} } } };
  const text = JSON.stringify({ paths, components: {} });
  expect(() => new ApiDescription(text)).toThrow('github#/components/parameters/none');
});
