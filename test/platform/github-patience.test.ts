import { describe, expect, test } from '@jest/globals';
import { actionsPorts, Cancellation, type GitHubPort } from '../../shared/platform/index.ts';
import { type Script, startScriptedServer } from '../support/scripted-server.ts';

/** The real rules with short waits. */
const QUICK = {
  retryDelays: [1, 2, 3],
  answerTimeout: 2000,
  rateLimitBudget: 2500,
  unnamedLimit: 5,
};

async function portOf(
  url: string,
  { patience = {}, cancellation = new Cancellation() } = {},
): Promise<GitHubPort> {
  const { github } = await actionsPorts({
    environment: { GITHUB_REPOSITORY: 'octo/models', GITHUB_API_URL: url },
    token: 'ghs_token',
    patience: { ...QUICK, ...patience },
    cancellation,
  });
  if (github === null) throw new Error('a token and a repository make a port');
  return github;
}

const marker = '<!-- mlops-actions: a -->';
const comment = { pullRequest: 5, marker, body: 'text' };
const LIST = 'GET /repos/octo/models/issues/5/comments';
const CREATE = 'POST /repos/octo/models/issues/5/comments';
const html_url = 'https://github.com/octo/models/pull/5#issuecomment-1';

/** A pull request whose comments are kept; `faults` are what happens to the first requests of a kind. */
function pullRequest(faults: Readonly<Record<string, readonly (Script | 'done-but-cut')[]>>) {
  const bodies: string[] = [];
  const left = new Map(Object.entries(faults).map(([line, scripts]) => [line, [...scripts]]));
  const play = (line: string, body: string): Script => {
    const fault = left.get(line)?.shift();
    if (fault !== undefined && fault !== 'done-but-cut') return fault;
    if (line === CREATE) {
      bodies.push((JSON.parse(body) as { body: string }).body);
      if (fault === 'done-but-cut') return 'cut';
      return { status: 201, body: { id: bodies.length, html_url } };
    }
    const user = { type: 'Bot' };
    const all = bodies.map((text, index) => ({ id: index + 1, body: text, user, html_url }));
    return { status: 200, body: all };
  };
  return { bodies, play };
}

const failed = (status: number, headers: Record<string, string> = {}): Script => ({
  status,
  headers,
  body: { message: status === 403 ? 'You have exceeded a secondary rate limit' : 'No' },
});

describe('a call that fails on the way', () => {
  test.each<[string, readonly Script[]]>([
    ['three server errors', [failed(500), failed(502), failed(503)]],
    ['cut connections', ['cut', 'cut-within-body', 'cut']],
    ['429 with retry-after', [failed(429, { 'retry-after': '1' })]],
    ['429 without anything', [failed(429), failed(429)]],
    ['a secondary limit', [failed(403)]],
    [
      'a used-up hourly limit',
      [failed(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' })],
    ],
  ])('is tried again after %s', async (_name, scripts) => {
    const { bodies, play } = pullRequest({ [LIST]: scripts });
    await using server = await startScriptedServer(play);
    const port = await portOf(server.url);
    expect(await port.publishComment(comment)).toEqual({ url: html_url, action: 'created' });
    expect(bodies).toEqual([`${marker}\ntext`]);
    expect(server.requests.filter((line) => line === LIST).length).toBeGreaterThan(scripts.length);
  });

  test('ends after the fourth server error, naming it', async () => {
    const { bodies, play } = pullRequest({ [LIST]: Array(4).fill(failed(500)) });
    await using server = await startScriptedServer(play);
    const port = await portOf(server.url);
    await expect(port.publishComment(comment)).rejects.toThrow(
      /was not able to comment .*500.*status of GitHub/,
    );
    expect(bodies).toEqual([]);
    expect(server.requests).toHaveLength(4);
  });

  test('that is refused for want of a permission is not tried again', async () => {
    const refusal = {
      status: 403,
      headers: { 'x-ratelimit-remaining': '4990' },
      body: { message: 'Resource not accessible by integration' },
    };
    const { play } = pullRequest({ [CREATE]: [refusal] });
    await using server = await startScriptedServer(play);
    const port = await portOf(server.url);
    await expect(port.publishComment(comment)).rejects.toThrow(/"pull-requests: write"/);
    expect(server.requests.filter((line) => line === CREATE)).toHaveLength(1);
  });

  test('without an answer is given up after its time', async () => {
    const { play } = pullRequest({ [LIST]: Array(4).fill('never-answer') });
    await using server = await startScriptedServer(play);
    const port = await portOf(server.url, { patience: { answerTimeout: 50 } });
    await expect(port.publishComment(comment)).rejects.toThrow(
      /was not able to comment .*no answer to GET .*took too long/,
    );
    expect(server.requests).toHaveLength(4);
  });
});

describe('a limit that lasts longer than a run may wait', () => {
  test('ends with the time from which on it works again', async () => {
    const reset = Math.ceil(Date.now() / 1000) + 1800;
    const limited = failed(403, {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(reset),
    });
    const { play } = pullRequest({ [LIST]: [limited] });
    await using server = await startScriptedServer(play);
    const port = await portOf(server.url);
    const hour = new Date(reset * 1000).toISOString().slice(0, 15);
    await expect(port.publishComment(comment)).rejects.toThrow(
      new RegExp(`hourly limit is used up\\) until ${hour}.*Run the job again after that`),
    );
    expect(server.requests).toHaveLength(1);
  });

  test('and many short ones end too', async () => {
    const { play } = pullRequest({ [LIST]: Array(50).fill(failed(429, { 'retry-after': '0' })) });
    await using server = await startScriptedServer(play);
    const port = await portOf(server.url);
    await expect(port.publishComment(comment)).rejects.toThrow(/limits how often/);
    expect(server.requests).toHaveLength(3);
  });
});

describe('a comment whose creation got no good answer', () => {
  test.each<[string, Script | 'done-but-cut', number]>([
    ['was made all the same', 'done-but-cut', 1],
    ['was not made: cut', 'cut', 2],
    ['was not made: 502', failed(502), 2],
    ['was not made: limited', failed(403), 2],
  ])('%s: it is there once', async (_name, fault, creations) => {
    const { bodies, play } = pullRequest({ [CREATE]: [fault] });
    await using server = await startScriptedServer(play);
    const port = await portOf(server.url);
    expect((await port.publishComment(comment)).url).toBe(html_url);
    expect(bodies).toEqual([`${marker}\ntext`]);
    expect(server.requests.filter((line) => line === CREATE)).toHaveLength(creations);
  });
});

test('a wait ends at once when the run is cancelled', async () => {
  const { play } = pullRequest({ [LIST]: [failed(429, { 'retry-after': '2' })] });
  await using server = await startScriptedServer(play);
  const cancellation = new Cancellation();
  const port = await portOf(server.url, { cancellation });
  const start = performance.now();
  const published = port.publishComment(comment);
  setTimeout(() => cancellation.cancel('the run was cancelled'), 100);
  await expect(published).rejects.toThrow('the run was cancelled');
  expect(performance.now() - start).toBeLessThan(1500);
});

test('what a cancelled run has to clean up is still done', async () => {
  const { bodies, play } = pullRequest({});
  await using server = await startScriptedServer(play);
  const cancellation = new Cancellation();
  const port = await portOf(server.url, { cancellation });
  cancellation.cancel('the run was cancelled');
  await port.publishComment(comment);
  expect(bodies).toHaveLength(1);
});
