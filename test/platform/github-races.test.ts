import { describe, expect, test } from '@jest/globals';
import { actionsPorts, type GitHubPort, stampOfRun } from '../../shared/platform/index.ts';
import type { CommentRecord } from '../github-api/index.ts';
import { type GitHubWithToken, startGitHub } from '../support/start-github.ts';

const marker = '<!-- mlops-actions: a -->';
const RUNS = [101, 102, 103, 104, 105];

async function portOf(github: GitHubWithToken): Promise<GitHubPort> {
  const environment = { GITHUB_REPOSITORY: 'octo/models', GITHUB_API_URL: github.url };
  const { github: port } = await actionsPorts({ environment, token: github.token });
  if (port === null) throw new Error('a token and a repository make a port');
  return port;
}

const stamped = (run: number, body: string, attempt = 1) =>
  `${marker}\n<!-- mlops-actions run ${run}.${attempt} -->\n${body}`;

function bodiesOf(github: GitHubWithToken): string[] {
  return github.state.comments.map(({ body }) => body);
}

describe('runs that comment on one pull request', () => {
  const comment = (run: number, attempt = 1) => ({
    pullRequest: 5,
    marker,
    body: `of ${run}`,
    ...stampOfRun({ platform: 'actions', runId: run, attempt }),
  });

  test.each(['first', 'last'])(
    'at once end with one, of the latest run (it is %s)',
    async (place) => {
      await using github = await startGitHub({ 'pull-requests': 'write' });
      const port = await portOf(github);
      const runs = place === 'first' ? RUNS.toReversed() : RUNS;
      const items = await Promise.all(runs.map((run) => port.publishComment(comment(run))));
      expect(bodiesOf(github)).toEqual([stamped(105, 'of 105')]);
      const address = `#issuecomment-${github.state.comments[0]?.id}`;
      for (const { url } of items) expect(url.endsWith(address)).toBe(true);
      // Otherwise they were not at once, and this test shows nothing.
      const creations = github.requests.filter(({ method }) => method === 'POST');
      expect(creations.length).toBeGreaterThan(1);
    },
  );

  test('at once leave the latest text where a comment is already', async () => {
    await using github = await startGitHub({ 'pull-requests': 'write' });
    const port = await portOf(github);
    await port.publishComment(comment(100));
    await Promise.all(RUNS.map((run) => port.publishComment(comment(run))));
    expect(bodiesOf(github)).toEqual([stamped(105, 'of 105')]);
  });

  test('one after the other: an older one leaves the newer text alone', async () => {
    await using github = await startGitHub({ 'pull-requests': 'write' });
    const port = await portOf(github);
    const actions = [];
    for (const [run, attempt] of [
      [102, 1],
      [101, 3],
      [102, 2],
      [102, 1],
      [103, 1],
    ] as const) {
      actions.push((await port.publishComment(comment(run, attempt))).action);
    }
    expect(actions).toEqual(['created', 'outdated', 'updated', 'outdated', 'updated']);
    expect(bodiesOf(github)).toEqual([stamped(103, 'of 103')]);
  });

  test("find another run's comment in place of their own that was not made, and write there", async () => {
    await using github = await startGitHub({ 'pull-requests': 'write' });
    const port = await portOf(github);
    github.faults.add({ method: 'POST', path: /\/comments$/, kind: 'cut' });
    const late = port.publishComment(comment(102));
    // While the run waits to look again.
    while (github.faults.pending > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await port.publishComment(comment(101));
    expect((await late).action).toBe('updated');
    expect(bodiesOf(github)).toEqual([stamped(102, 'of 102')]);
  });

  test('are not kept from it by a stranger who wrote a comment of a later run', async () => {
    await using github = await startGitHub({ 'pull-requests': 'write' });
    const port = await portOf(github);
    const at = '2026-11-01T00:00:00Z';
    const forged: CommentRecord = {
      id: 1,
      issue: 5,
      body: stamped(999_999, 'All is well'),
      user: { login: 'a', id: 1, type: 'User' },
      createdAt: at,
      updatedAt: at,
    };
    github.state.comments.push(forged);
    await port.publishComment(comment(101));
    await port.publishComment(comment(102));
    expect(bodiesOf(github)).toEqual([forged.body, stamped(102, 'of 102')]);
  });

  test('have room for the line that names them', async () => {
    await using github = await startGitHub({ 'pull-requests': 'write' });
    const port = await portOf(github);
    const body = 'é'.repeat(65_536 - 80 - marker.length - 1);
    await port.publishComment({
      ...comment(1),
      body,
      run: { run: 999_999_999_999_999, attempt: 999_999 },
    });
    expect(bodiesOf(github)).toHaveLength(1);
  });
});

describe('runs that keep one issue', () => {
  const about = { marker, label: 'model-drift' };
  const issue = (run: number) => ({
    ...about,
    title: 'Drift',
    body: `of ${run}`,
    run: { run, attempt: 1 },
  });
  const open = (github: GitHubWithToken) =>
    github.state.issues.filter(({ state }) => state === 'open').map(({ body }) => body);

  test('at once end with one that is open, of the latest run', async () => {
    await using github = await startGitHub({ issues: 'write' });
    const port = await portOf(github);
    await Promise.all(RUNS.map((run) => port.publishIssue(issue(run))));
    expect(open(github)).toEqual([stamped(105, 'of 105')]);
    // Otherwise they were not at once, and this test shows nothing.
    expect(github.state.issues.length).toBeGreaterThan(1);
  });

  test('an older one neither overwrites nor closes it', async () => {
    await using github = await startGitHub({ issues: 'write' });
    const port = await portOf(github);
    await port.publishIssue(issue(102));
    expect((await port.publishIssue(issue(101))).action).toBe('outdated');
    const closing = { ...about, comment: 'Gone.' };
    expect(await port.closeIssue({ ...closing, run: { run: 101, attempt: 1 } })).toMatchObject({
      action: 'outdated',
    });
    expect(open(github)).toEqual([stamped(102, 'of 102')]);
    expect(github.state.comments).toEqual([]);
    await port.closeIssue({ ...closing, run: { run: 103, attempt: 1 } });
    expect(open(github)).toEqual([]);
  });

  test('close it with one comment when the answer to the comment is lost', async () => {
    await using github = await startGitHub({ issues: 'write' });
    const port = await portOf(github);
    await port.publishIssue(issue(101));
    github.faults.add({ method: 'POST', path: /\/comments$/, kind: 'answer-lost' });
    await port.closeIssue({ ...about, comment: 'Gone.', run: { run: 102, attempt: 1 } });
    expect(github.state.comments.map(({ body }) => body)).toEqual(['Gone.']);
    expect(open(github)).toEqual([]);
  });
});
