import { describe, expect, test } from '@jest/globals';
import { actionsPorts, type GitHubPort } from '../../shared/platform/index.ts';
import type { CommentRecord } from '../github-api/index.ts';
import { client, place } from '../github-api/octokit.ts';
import { type GitHubWithToken, startGitHub } from '../support/start-github.ts';

async function portOf(github: GitHubWithToken, token = github.token): Promise<GitHubPort> {
  const environment = { GITHUB_REPOSITORY: 'octo/models', GITHUB_API_URL: github.url };
  const { github: port } = await actionsPorts({ environment, token });
  if (port === null) throw new Error('a token and a repository make a port');
  return port;
}

const marker = '<!-- mlops-actions: a -->';

/** What a person wrote under the pull request. */
function commentOf(id: number, body: string): CommentRecord {
  const at = '2026-11-01T00:00:00Z';
  return {
    id,
    issue: 5,
    body,
    user: { login: 'a', id: 1, type: 'User' },
    createdAt: at,
    updatedAt: at,
  };
}

describe('the comment of a pull request', () => {
  test('is written once, then updated in place, and left alone when nothing changed', async () => {
    await using github = await startGitHub({ 'pull-requests': 'write' });
    const port = await portOf(github);
    const publish = (body: string) => port.publishComment({ pullRequest: 5, marker, body });
    const actions = [
      (await publish('first')).action,
      (await publish('second')).action,
      (await publish('second')).action,
    ];
    expect(actions).toEqual(['created', 'updated', 'unchanged']);
    expect(github.state.comments.map(({ body }) => body)).toEqual([`${marker}\nsecond`]);
  });

  test('is found behind more than a page of others, and several are told apart', async () => {
    await using github = await startGitHub({ 'pull-requests': 'write' });
    const port = await portOf(github);
    for (let id = 1000; id < 1130; id++) {
      github.state.comments.push(commentOf(id, 'talk'));
    }
    await port.publishComment({ pullRequest: 5, marker, body: 'a' });
    await port.publishComment({ pullRequest: 5, marker: '<!-- mlops-actions: b -->', body: 'b' });
    await port.publishComment({ pullRequest: 5, marker, body: 'a2' });
    expect(github.state.comments).toHaveLength(132);
    expect(github.state.comments.slice(130).map(({ body }) => body.split('\n')[1])).toEqual([
      'a2',
      'b',
    ]);
  });

  test("does not overwrite a person's comment that quotes it", async () => {
    await using github = await startGitHub({ 'pull-requests': 'write' });
    const port = await portOf(github);
    const quote = commentOf(1, `> ${marker}\n> first`);
    github.state.comments.push(quote);
    await port.publishComment({ pullRequest: 5, marker, body: 'first' });
    expect(quote.body).toBe(`> ${marker}\n> first`);
    expect(github.state.comments).toHaveLength(2);
  });

  test('names the permission that the job lacks', async () => {
    await using github = await startGitHub({});
    const port = await portOf(github);
    await expect(port.publishComment({ pullRequest: 5, marker, body: 'x' })).rejects.toThrow(
      /403: Resource not accessible by integration.*it asks for issues: write or pull-requests: write\)\. Add "pull-requests: write"/,
    );
  });

  test.each<[number, string, RegExp]>([
    [403, 'Unable to create comment because issue is locked.', /Unlock the conversation/],
    [410, 'Issues are disabled for this repo', /Turn on issues/],
    [403, 'Repository was archived so is read-only.', /out of the archive/],
  ])('says what to do at %i %s', async (status, message, remedy) => {
    await using github = await startGitHub({ 'pull-requests': 'write' });
    const port = await portOf(github);
    github.faults.add({ kind: 'status', status, message, method: 'POST' });
    const refused = port.publishComment({ pullRequest: 5, marker, body: 'x' });
    await expect(refused).rejects.toThrow(remedy);
    await expect(refused).rejects.not.toThrow(/permissions of the job/);
  });

  test('takes no text from GitHub for a permission that is none', async () => {
    await using github = await startGitHub({ 'pull-requests': 'write' });
    const port = await portOf(github);
    const headers = { 'x-accepted-github-permissions': 'issues=write; ::error::x' };
    github.faults.add({ kind: 'status', status: 403, message: 'No', headers, method: 'POST' });
    const refused = port.publishComment({ pullRequest: 5, marker, body: 'x' });
    await expect(refused).rejects.not.toThrow(/asks for/);
  });

  test('a wrong token is told as such', async () => {
    await using github = await startGitHub({ 'pull-requests': 'write' });
    const port = await portOf(github, 'ghs_wrong');
    await expect(port.publishComment({ pullRequest: 5, marker, body: 'x' })).rejects.toThrow(
      /401: Bad credentials.*valid token/,
    );
  });
});

describe('the issue of a drift', () => {
  const issue = { marker, label: 'model-drift', title: 'Drift' };

  test('is opened once, updated, closed, and opened anew', async () => {
    await using github = await startGitHub({ issues: 'write' });
    const port = await portOf(github);
    expect((await port.publishIssue({ ...issue, body: 'one' })).action).toBe('created');
    expect((await port.publishIssue({ ...issue, body: 'one' })).action).toBe('unchanged');
    expect((await port.publishIssue({ ...issue, body: 'two' })).action).toBe('updated');
    expect(github.state.issues).toHaveLength(1);
    const closed = await port.closeIssue({ marker, label: 'model-drift', comment: 'Gone.' });
    expect(closed?.action).toBe('closed');
    expect(github.state.issues[0]).toMatchObject({ state: 'closed', body: `${marker}\ntwo` });
    expect(github.state.comments[0]?.body).toBe('Gone.');
    expect(await port.closeIssue({ marker, label: 'model-drift', comment: 'Gone.' })).toBeNull();
    expect((await port.publishIssue({ ...issue, body: 'three' })).action).toBe('created');
  });
});

describe('a release', () => {
  const release = {
    tag: 'a-v1',
    name: 'a 1',
    notes: 'Notes',
    commit: 'main',
    assets: [
      { name: 'model.json', bytes: new TextEncoder().encode('{}') },
      { name: 'weights.bin', bytes: new Uint8Array([0, 1, 254, 255]) },
    ],
  };

  test('is published when all its files are there, byte for byte', async () => {
    await using github = await startGitHub({ contents: 'write' });
    const port = await portOf(github);
    const { action, url } = await port.publishRelease(release);
    expect({ action, url }).toEqual({
      action: 'created',
      url: 'https://github.com/octo/models/releases/tag/a-v1',
    });
    const [made] = github.state.releases;
    expect(made).toMatchObject({ draft: false, body: 'Notes', target: 'main' });
    expect(made?.assets.map(({ name, bytes }) => [name, [...bytes]])).toEqual([
      ['model.json', [123, 125]],
      ['weights.bin', [0, 1, 254, 255]],
    ]);
    const publishing = github.requests.findIndex(({ method }) => method === 'PATCH');
    const uploads = github.requests.map(({ path }) => path.startsWith('/uploads/'));
    expect(uploads.lastIndexOf(true)).toBeLessThan(publishing);
  });

  test('takes up a draft that an interrupted run left', async () => {
    await using github = await startGitHub({ contents: 'write' });
    const port = await portOf(github);
    const { repos, upload } = client(github);
    const draft = await repos.createRelease({ ...place, tag_name: 'a-v1', draft: true });
    await upload(draft.data.upload_url, 'model.json', Buffer.from('x'));
    await port.publishRelease(release);
    expect(github.state.releases).toHaveLength(1);
    expect(github.state.releases[0]?.assets.map(({ name }) => name)).toEqual([
      'model.json',
      'weights.bin',
    ]);
  });

  test('is never changed once it is out', async () => {
    await using github = await startGitHub({ contents: 'write' });
    const port = await portOf(github);
    await port.publishRelease(release);
    expect((await port.publishRelease(release)).action).toBe('unchanged');
    const other = {
      ...release,
      assets: release.assets.slice(0, 1).map((asset) => ({ ...asset, name: 'b' })),
    };
    await expect(port.publishRelease(other)).rejects.toThrow(/exists already with other files/);
  });

  test('of the same model is left as it is, though its run record differs', async () => {
    await using github = await startGitHub({ contents: 'write' });
    const port = await portOf(github);
    const marked = (marker: string, name: string) => ({
      ...release,
      marker,
      notes: `${marker}\nNotes`,
      assets: [{ name, bytes: new Uint8Array(1) }],
    });
    await port.publishRelease(marked('<!-- one -->', 'a'));
    expect((await port.publishRelease(marked('<!-- one -->', 'b'))).action).toBe('unchanged');
    await expect(port.publishRelease(marked('<!-- two -->', 'b'))).rejects.toThrow(
      /exists already with other files/,
    );
  });
});
