import { describe, expect, test } from '@jest/globals';
import { actionsPorts, type RunArtifact, type RunsPort } from '../../shared/platform/index.ts';
import { addForkRun, type RunsOfRepository, startRuns } from '../support/runs-of-repository.ts';
import { makeZip } from '../support/zip.ts';

const WANTED = [{ path: 'run.json', mostBytes: 1000 }];
const CONTENT = { 'run.json': '{"version":1}', 'model/model.json': '{}' };

async function portOf(runs: RunsOfRepository, token?: string): Promise<RunsPort> {
  const environment = { GITHUB_REPOSITORY: 'octo/models', GITHUB_API_URL: runs.github.url };
  const granted = token ?? runs.token({ actions: 'read', 'pull-requests': 'read' });
  const { github: port } = await actionsPorts({ environment, token: granted });
  if (port === null) throw new Error('a token and a repository make a port');
  return port.runs;
}

/** A run of main with an artifact, as the list of all shows it. */
async function leaveArtifact(
  runs: RunsOfRepository,
  content: Readonly<Record<string, string>> | Buffer = CONTENT,
): Promise<{ port: RunsPort; artifact: RunArtifact; run: number }> {
  const { id: run } = await runs.addRun();
  runs.results.putArtifact({ run, name: 'mlops', content });
  const port = await portOf(runs);
  for await (const artifact of port.artifacts('mlops')) return { port, artifact, run };
  throw new Error('there is an artifact');
}

const asked = ({ github }: RunsOfRepository) =>
  github.requests.map(({ method, path }) => `${method} ${path}`);

describe('artifacts of a repository', () => {
  test('come newest first, page by page as they are asked for', async () => {
    await using runs = await startRuns();
    for (let day = 0; day < 150; day++) {
      const { id: run } = runs.results.addRun();
      const createdAt = new Date(Date.UTC(2026, 0, 1 + day));
      runs.results.putArtifact({ run, name: 'mlops', content: CONTENT, createdAt });
      if (day === 75) runs.results.putArtifact({ run, name: 'other', content: CONTENT });
    }
    const times: string[] = [];
    for await (const { createdAt } of (await portOf(runs)).artifacts('mlops')) {
      times.push(createdAt);
      if (times.length === 100) expect(runs.github.requests).toHaveLength(1);
    }
    expect(times).toEqual([...times].sort().reverse());
    expect(times).toHaveLength(150);
    expect(runs.github.requests).toHaveLength(2);
  });

  test('say which run left them, and whether its head is in a fork', async () => {
    await using runs = await startRuns();
    const { run: foreign } = await addForkRun(runs, { headBranch: 'main' });
    runs.results.putArtifact({ run: foreign.id, name: 'mlops', content: CONTENT });
    const { artifact, run } = await leaveArtifact(runs);
    runs.results.expireArtifact('mlops', foreign.id);
    const found: RunArtifact[] = [];
    for await (const each of (await portOf(runs)).artifacts('mlops')) found.push(each);
    expect(found.map(({ run }) => run)).toEqual([
      { id: run, branch: 'main', fromFork: false },
      { id: foreign.id, branch: 'main', fromFork: true },
    ]);
    expect(found.map(({ expired }) => expired)).toEqual([false, true]);
    expect(artifact.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  test('of one run are those of that run', async () => {
    await using runs = await startRuns();
    const { port, artifact, run } = await leaveArtifact(runs);
    const { id: other } = await runs.addRun();
    runs.results.putArtifact({ run: other, name: 'mlops', content: CONTENT });
    runs.results.putArtifact({ run, name: 'other', content: CONTENT });
    expect(await port.artifactsOf(run, 'mlops')).toEqual([artifact]);
  });
});

describe('an archive', () => {
  // The storage of the double refuses a request that brings a token along, as GitHub's does.
  test('is downloaded without the token, which is for the API alone', async () => {
    await using runs = await startRuns();
    const { port, artifact } = await leaveArtifact(runs);
    const files = await port.readArtifact(artifact, WANTED);
    expect([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()])).toEqual([
      ['run.json', CONTENT['run.json']],
    ]);
  });

  test('is asked for again, at a new address, after a cut connection and a busy storage', async () => {
    await using runs = await startRuns();
    const { port, artifact } = await leaveArtifact(runs);
    runs.results.faults.inject({ request: 'GET blob', kind: 'cut-response', bytes: 20 });
    runs.results.faults.inject({ request: 'GET blob', kind: 'status', status: 503 });
    expect([...(await port.readArtifact(artifact, WANTED)).keys()]).toEqual(['run.json']);
    expect(asked(runs).filter((request) => request.endsWith('/zip'))).toHaveLength(3);
  }, 15_000);

  test('that can not be had is an error that does not tell the signed address', async () => {
    await using runs = await startRuns();
    const { port, artifact } = await leaveArtifact(runs);
    runs.results.faults.inject({ request: 'GET blob', kind: 'status', status: 503, times: 3 });
    const error = await port.readArtifact(artifact, WANTED).catch(String);
    expect(error).toContain(
      'The artifact "mlops" can\'t be downloaded (the storage of artifacts answered 503). Run the job again',
    );
    expect(error).not.toMatch(/http|sig/i);
  }, 15_000);

  test.each<[string, Buffer, string]>([
    ['no archive', Buffer.from('<html>'), 'no sound zip archive'],
    [
      'a path that leads elsewhere',
      makeZip([{ name: '../../.git/config', content: 'x' }]),
      'relative path',
    ],
  ])('with %s is refused by name and run', async (_, content, why) => {
    await using runs = await startRuns();
    const { port, artifact, run } = await leaveArtifact(runs, content);
    const error = await port.readArtifact(artifact, WANTED).catch(String);
    expect(error).toContain(`The artifact "mlops" (${artifact.id}) of run ${run} is not read: `);
    expect(error).toContain(why);
  });

  test('with other bytes than GitHub names is refused', async () => {
    await using runs = await startRuns();
    const { port, artifact, run } = await leaveArtifact(runs);
    const other = makeZip([{ name: 'run.json', content: '{"version":2}' }]);
    runs.results.replaceArchive('mlops', other, { run, recorded: false });
    await expect(port.readArtifact(artifact, WANTED)).rejects.toThrow(
      'is not read: its digest is another one than GitHub names',
    );
  });

  test('that is said to be too large is not downloaded', async () => {
    await using runs = await startRuns();
    const { port, artifact } = await leaveArtifact(runs);
    await expect(port.readArtifact({ ...artifact, bytes: 300e6 }, WANTED)).rejects.toThrow(
      'it has 300 MB or more, and at most 268 MB are read',
    );
    expect(asked(runs).filter((request) => request.endsWith('/zip'))).toEqual([]);
  });

  test('that has expired meanwhile says so', async () => {
    await using runs = await startRuns();
    const { port, artifact, run } = await leaveArtifact(runs);
    runs.results.expireArtifact('mlops', run);
    await expect(port.readArtifact(artifact, WANTED)).rejects.toThrow(
      /410.*It has expired: run the workflow that makes it again/,
    );
  });
});

describe('a run', () => {
  test('tells what GitHub knows of it', async () => {
    await using runs = await startRuns();
    const { run } = await addForkRun(runs);
    const own = await runs.addRun({ status: 'in_progress', conclusion: null });
    const port = await portOf(runs);
    expect(await port.find(run.id)).toEqual({
      id: run.id,
      event: 'pull_request',
      completed: true,
      url: `https://github.com/octo/models/actions/runs/${run.id}`,
      commit: run.headSha,
      branch: 'better',
      headRepository: 'stranger/models',
      fromFork: true,
    });
    expect(await port.find(own.id)).toMatchObject({ completed: false, fromFork: false });
    expect(await port.find(99_999_999)).toBeNull();
  });

  test('has the open pull requests of its own head, and not those of a namesake', async () => {
    await using runs = await startRuns();
    const { run, pullRequest } = await addForkRun(runs);
    await runs.github.addPullRequest({ branch: 'better' });
    await runs.github.addPullRequest({ head: run.headRepository, branch: 'other' });
    const port = await portOf(runs);
    const found = await port.find(run.id);
    if (found === null) throw new Error('the run is there');
    const pullRequests = [{ number: pullRequest, commit: run.headSha }];
    expect(await port.pullRequestsOf(found)).toEqual(pullRequests);
    // One owner may have two forks with a branch of the same name.
    expect(await port.pullRequestsOf({ ...found, headRepository: 'stranger/copy' })).toEqual([]);
    expect(await port.pullRequestsOf({ ...found, headRepository: null })).toEqual([]);
    expect(await port.pullRequestsOf({ ...found, branch: null })).toEqual([]);
  });
});

describe('a refusal names what the job lacks', () => {
  test('the permission to read runs, of a private repository', async () => {
    await using runs = await startRuns({ private: true });
    const { run, artifact } = await leaveArtifact(runs);
    const port = await portOf(runs, runs.token({ contents: 'read' }));
    const lacks = /\(403: Resource not accessible by integration.*Add "actions: read"/;
    await expect(port.artifacts('mlops')[Symbol.asyncIterator]().next()).rejects.toThrow(lacks);
    await expect(port.artifactsOf(run, 'mlops')).rejects.toThrow(lacks);
    await expect(port.readArtifact(artifact, WANTED)).rejects.toThrow(lacks);
    await expect(port.find(run)).rejects.toThrow(lacks);
  });

  test('the permission to download, of a public one', async () => {
    await using runs = await startRuns();
    const { artifact } = await leaveArtifact(runs);
    const port = await portOf(runs, runs.token({ contents: 'read' }));
    await expect(port.readArtifact(artifact, WANTED)).rejects.toThrow(/403.*"actions: read"/);
  });

  test('the artifact, when it has been deleted meanwhile', async () => {
    await using runs = await startRuns();
    const { port, artifact } = await leaveArtifact(runs);
    runs.results.deleteArtifact(artifact.id);
    await expect(port.readArtifact(artifact, WANTED)).rejects.toThrow(
      /404.*"actions: read".*check that it has not been deleted/,
    );
  });

  test('the token, when it is the token', async () => {
    await using runs = await startRuns();
    const port = await portOf(runs, 'ghs_wrong');
    await expect(port.find(1)).rejects.toThrow(/401.*Give a valid token/);
  });
});
