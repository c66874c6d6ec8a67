import { createPrivateKey, sign } from 'node:crypto';
import { getOctokit } from '@actions/github';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type GitHubApi, type Permissions, startGitHubApi } from './index.ts';
import { client, place, refusal } from './octokit.ts';

const NOT_ACCESSIBLE = 'Resource not accessible by integration';

let api: GitHubApi;

beforeEach(async () => {
  api = await startGitHubApi();
});

afterEach(async () => {
  await api[Symbol.asyncDispose]();
  expect(api.violations).toEqual([]);
});

type Client = ReturnType<typeof client>;

describe.each<[string, Permissions, (github: Client) => Promise<unknown>]>([
  ['an issue', { issues: 'write' }, ({ issues }) => issues.create({ ...place, title: 'a' })],
  [
    'a release',
    { contents: 'write' },
    ({ repos }) => repos.createRelease({ ...place, tag_name: 'v1', draft: true }),
  ],
  [
    'a blob',
    { contents: 'write' },
    ({ git }) => git.createBlob({ ...place, content: 'a', encoding: 'utf-8' }),
  ],
  [
    'a pull request',
    { 'pull-requests': 'write' },
    ({ pulls }) => pulls.create({ ...place, title: 'a', head: 'topic', base: 'main' }),
  ],
  [
    'a deployment',
    { deployments: 'write' },
    ({ repos }) => repos.createDeployment({ ...place, ref: 'main' }),
  ],
  [
    'a status',
    { statuses: 'write' },
    async ({ repos }) =>
      repos.createCommitStatus({ ...place, sha: await api.head(), state: 'success' }),
  ],
  [
    'a check',
    { checks: 'write' },
    async ({ checks }) => checks.create({ ...place, head_sha: await api.head(), name: 'a' }),
  ],
  [
    'a dispatch',
    { contents: 'write' },
    ({ repos }) => repos.createDispatchEvent({ ...place, event_type: 'a' }),
  ],
])('%s', (_, permissions, call) => {
  beforeEach(() => api.state.git.commitFiles('topic', { 'a.txt': 'a' }, 'Topic'));

  test('is made with the permission', async () => {
    await expect(call(client(api, permissions))).resolves.toBeDefined();
  });

  test.each<Permissions>([
    {},
    Object.fromEntries(Object.keys(permissions).map((name) => [name, 'read'])),
    Object.fromEntries(Object.keys(permissions).map((name) => [name, 'none'])),
    { packages: 'write' },
  ])('is refused with %j', async (others) => {
    expect(await refusal(call(client(api, others)))).toEqual([403, NOT_ACCESSIBLE]);
  });
});

test('a comment takes the permission of what it is written under', async () => {
  const issue = { ...place, issue_number: api.addIssue('a').number, body: 'b' };
  const pull = { ...place, issue_number: (await api.addPullRequest()).number, body: 'b' };
  const byIssues = client(api, { issues: 'write' });
  const byPulls = client(api, { 'pull-requests': 'write' });
  await byIssues.issues.createComment(issue);
  await byIssues.issues.createComment(pull);
  const { data } = await byPulls.issues.createComment(pull);
  expect(data.user).toMatchObject({ login: 'github-actions[bot]', type: 'Bot' });
  expect(await refusal(byPulls.issues.createComment(issue))).toEqual([403, NOT_ACCESSIBLE]);
});

test.each([
  ['none', undefined, 'Requires authentication'],
  ['an unknown one', 'ghs_unknown', 'Bad credentials'],
])('401 with %s for a token', async (_, token, message) => {
  const response = await fetch(`${api.url}/repos/octo/models`, {
    headers: { 'user-agent': 'a', ...(token && { authorization: `token ${token}` }) },
  });
  expect([response.status, await response.json()]).toMatchObject([401, { message }]);
});

test('401 with a token that has expired', async () => {
  const { repos } = client(api, {}, { expiresIn: -1 });
  expect(await refusal(repos.get(place))).toEqual([401, 'Bad credentials']);
});

test('403 without a user agent', async () => {
  const authorization = `token ${api.mintToken({ permissions: {} })}`;
  const headers = { authorization, 'user-agent': '' };
  const response = await fetch(`${api.url}/repos/octo/models`, { headers });
  expect([response.status, await response.text()]).toEqual([
    403,
    expect.stringContaining('User-Agent header'),
  ]);
});

test('of a public repository a token reads what it has no permission for, drafts excepted', async () => {
  const writer = client(api);
  await writer.repos.createRelease({ ...place, tag_name: 'v1', draft: true });
  const reader = client(api, {});
  expect((await reader.issues.listForRepo(place)).data).toEqual([]);
  expect((await reader.repos.listReleases(place)).data).toEqual([]);
  expect((await writer.repos.listReleases(place)).data).toHaveLength(1);
});

test('of a private repository it does not', async () => {
  await using closed = await startGitHubApi({ private: true });
  const { issues, repos, actions } = client(closed, {});
  expect((await repos.get(place)).data.private).toBe(true);
  expect(await refusal(issues.listForRepo(place))).toEqual([403, NOT_ACCESSIBLE]);
  expect(await refusal(actions.listArtifactsForRepo(place))).toEqual([403, NOT_ACCESSIBLE]);
  expect(await refusal(repos.getContent({ ...place, path: 'README.md' }))).toEqual([
    404,
    'Not Found',
  ]);
  const allowed = client(closed, { contents: 'read' });
  await allowed.repos.getContent({ ...place, path: 'README.md' });
  const elsewhere = client(closed, { issues: 'read' }, { repositories: ['octo/other'] });
  expect(await refusal(elsewhere.repos.get(place))).toEqual([404, 'Not Found']);
});

test('a token of a fork writes nothing to the repository', async () => {
  await api.fork('someone');
  const { issues } = client(api, { issues: 'write' }, { repositories: ['someone/models'] });
  expect(await refusal(issues.create({ ...place, title: 'a' }))).toEqual([403, NOT_ACCESSIBLE]);
  await issues.create({ owner: 'someone', repo: 'models', title: 'a' });
});

describe('a pull request of a workflow', () => {
  const open = async (kind: 'workflow' | 'app') => {
    await api.state.git.commitFiles('topic', { 'a.txt': kind }, 'Topic');
    const { pulls } = client(api, { 'pull-requests': 'write' }, { kind });
    return pulls.create({ ...place, title: 'a', head: 'topic', base: 'main' });
  };

  test('starts no workflows with the own token, and does with that of an app', async () => {
    const { data } = await open('workflow');
    expect(api.startedWorkflows).toEqual([]);
    await client(api).pulls.update({ ...place, pull_number: data.number, state: 'closed' });
    await open('app');
    expect(api.startedWorkflows).toEqual([
      {
        event: 'pull_request',
        action: 'opened',
        number: 2,
        repository: 'octo/models',
        actor: 'mlops-app[bot]',
      },
    ]);
  });

  test('is refused where the setting forbids it, but not to an app', async () => {
    api.state.settings.actionsMayOpenPullRequests = false;
    expect(await refusal(open('workflow'))).toEqual([
      403,
      'GitHub Actions is not permitted to create or approve pull requests.',
    ]);
    expect((await open('app')).data.user?.login).toBe('mlops-app[bot]');
  });
});

test('dispatches start a workflow even with the own token', async () => {
  await client(api).repos.createDispatchEvent({
    ...place,
    event_type: 'mlops-retrain',
    client_payload: { model: 'flowers' },
  });
  expect(api.startedWorkflows).toEqual([
    {
      event: 'repository_dispatch',
      action: 'mlops-retrain',
      clientPayload: { model: 'flowers' },
      repository: 'octo/models',
      ref: 'refs/heads/main',
      sha: await api.head(),
      actor: 'github-actions[bot]',
    },
  ]);
});

describe('an app', () => {
  const jwt = (app: { privateKey: string }, claims: object) => {
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const signed = `${encode({ alg: 'RS256' })}.${encode(claims)}`;
    const signature = sign('RSA-SHA256', Buffer.from(signed), createPrivateKey(app.privateKey));
    return `${signed}.${signature.toString('base64url')}`;
  };
  const inSeconds = (seconds: number) => Math.floor(Date.now() / 1_000) + seconds;
  const as = (token: string) => getOctokit(token, { baseUrl: api.url }).rest;

  test('gets a token with the permissions that it asks for, which act in its name', async () => {
    const app = api.addApp('retrainer', { contents: 'write', issues: 'write' });
    const { apps } = as(jwt(app, { iss: app.clientId, exp: inSeconds(300) }));
    const installation_id = (await apps.getRepoInstallation(place)).data.id;
    const { data } = await apps.createInstallationAccessToken({
      installation_id,
      permissions: { issues: 'write' },
    });
    const { issues, repos } = as(data.token);
    const { data: issue } = await issues.create({ ...place, title: 'a' });
    expect(issue.user?.login).toBe('retrainer[bot]');
    const release = repos.createRelease({ ...place, tag_name: 'v1' });
    expect(await refusal(release)).toEqual([403, NOT_ACCESSIBLE]);
    const more = { installation_id, permissions: { checks: 'write' as const } };
    expect(await refusal(apps.createInstallationAccessToken(more))).toEqual([
      422,
      'The permissions requested are not granted to this installation.',
    ]);
  });

  test('is refused with a signature of another key or a bad time', async () => {
    const app = api.addApp('retrainer', {});
    const other = api.addApp('other', {});
    const right = { iss: app.id, exp: inSeconds(300) };
    const tokens = [
      jwt(other, right),
      jwt(app, { ...right, exp: inSeconds(-1) }),
      jwt(app, { ...right, exp: inSeconds(700) }),
      jwt(app, { ...right, iss: 0 }),
    ];
    for (const token of tokens) {
      expect((await refusal(as(token).apps.getRepoInstallation(place)))[0]).toBe(401);
    }
    const { repos } = as(jwt(app, right));
    expect((await refusal(repos.get(place)))[0]).toBe(401);
  });

  test('loses a token that it revokes', async () => {
    const token = api.mintToken({ kind: 'app', permissions: {} });
    await as(token).apps.revokeInstallationAccessToken();
    expect(await refusal(as(token).repos.get(place))).toEqual([401, 'Bad credentials']);
  });
});
