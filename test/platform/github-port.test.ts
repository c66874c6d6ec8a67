import { describe, expect, test } from '@jest/globals';
import { actionsPorts, type GitHubPort } from '../../shared/platform/index.ts';
import { type GitHubDouble, startGitHub } from '../support/github-double.ts';

async function portOf(github: GitHubDouble, token = github.token): Promise<GitHubPort> {
  const environment = { GITHUB_REPOSITORY: 'octo/models', GITHUB_API_URL: github.url };
  const { github: port } = await actionsPorts(environment, token);
  if (port === null) throw new Error('a token and a repository make a port');
  return port;
}

const marker = '<!-- mlops-actions: a -->';

describe('the comment of a pull request', () => {
  test('is written once, then updated in place, and left alone when nothing changed', async () => {
    await using github = await startGitHub(['pull-requests']);
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
    await using github = await startGitHub(['pull-requests']);
    const port = await portOf(github);
    for (let id = 1000; id < 1130; id++) {
      github.state.comments.push({ id, issue: 5, body: 'talk', user: { type: 'User' } });
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
    await using github = await startGitHub(['pull-requests']);
    const port = await portOf(github);
    const quote = { id: 1, issue: 5, body: `> ${marker}\n> first`, user: { type: 'User' } };
    github.state.comments.push(quote);
    await port.publishComment({ pullRequest: 5, marker, body: 'first' });
    expect(quote.body).toBe(`> ${marker}\n> first`);
    expect(github.state.comments).toHaveLength(2);
  });

  test('names the permission that the job lacks', async () => {
    await using github = await startGitHub([]);
    const port = await portOf(github);
    await expect(port.publishComment({ pullRequest: 5, marker, body: 'x' })).rejects.toThrow(
      /403: Resource not accessible by integration.*"pull-requests: write"/,
    );
  });

  test('a wrong token is told as such', async () => {
    await using github = await startGitHub(['pull-requests']);
    const port = await portOf(github, 'ghs_wrong');
    await expect(port.publishComment({ pullRequest: 5, marker, body: 'x' })).rejects.toThrow(
      /401: Bad credentials.*valid token/,
    );
  });
});

describe('the issue of a drift', () => {
  const issue = { marker, label: 'model-drift', title: 'Drift' };

  test('is opened once, updated, closed, and opened anew', async () => {
    await using github = await startGitHub(['issues']);
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
    commit: 'abc',
    assets: [
      { name: 'model.json', bytes: new TextEncoder().encode('{}') },
      { name: 'weights.bin', bytes: new Uint8Array([0, 1, 254, 255]) },
    ],
  };

  test('is published when all its files are there, byte for byte', async () => {
    await using github = await startGitHub(['contents']);
    const port = await portOf(github);
    const { action, url } = await port.publishRelease(release);
    expect({ action, url }).toEqual({
      action: 'created',
      url: 'https://github.com/octo/models/releases/tag/a-v1',
    });
    const [made] = github.state.releases;
    expect(made).toMatchObject({ draft: false, body: 'Notes', target_commitish: 'abc' });
    expect(made?.assets.map(({ name, bytes }) => [name, [...bytes]])).toEqual([
      ['model.json', [123, 125]],
      ['weights.bin', [0, 1, 254, 255]],
    ]);
    const publishing = github.state.requests.findIndex((line) => line.startsWith('PATCH'));
    const uploads = github.state.requests.map((line) => line.includes('/uploads/'));
    expect(uploads.lastIndexOf(true)).toBeLessThan(publishing);
  });

  test('takes up a draft that an interrupted run left', async () => {
    await using github = await startGitHub(['contents']);
    const port = await portOf(github);
    github.state.releases.push({
      id: 7,
      tag_name: 'a-v1',
      name: '',
      body: '',
      draft: true,
      assets: [{ id: 8, name: 'model.json', size: 1, bytes: Buffer.from('x') }],
    });
    await port.publishRelease(release);
    expect(github.state.releases).toHaveLength(1);
    expect(github.state.releases[0]?.assets.map(({ name }) => name)).toEqual([
      'model.json',
      'weights.bin',
    ]);
  });

  test('is never changed once it is out', async () => {
    await using github = await startGitHub(['contents']);
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
    await using github = await startGitHub(['contents']);
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
