import { describe, expect, test } from '@jest/globals';
import { actionsPorts, type RunArtifact, type RunsPort } from '../../shared/platform/index.ts';
import { type KnownArtifact, type RunsDouble, startRuns } from '../support/runs-double.ts';
import { makeZip } from '../support/zip.ts';

const archive = makeZip([{ name: 'run.json', content: '{"version":1}' }]);
const artifact = (id: number, more: Partial<KnownArtifact> = {}): KnownArtifact => ({
  id,
  name: 'mlops',
  run: 100 + id,
  branch: 'main',
  archive,
  ...more,
});
const WANTED = [{ path: 'run.json', mostBytes: 1000 }];

async function portOf(github: RunsDouble, token = github.token): Promise<RunsPort> {
  const environment = { GITHUB_REPOSITORY: 'octo/models', GITHUB_API_URL: github.url };
  const { github: port } = await actionsPorts(environment, token);
  if (port === null) throw new Error('a token and a repository make a port');
  return port.runs;
}

async function first(port: RunsPort): Promise<RunArtifact> {
  for await (const found of port.artifacts('mlops')) return found;
  throw new Error('there is an artifact');
}

describe('artifacts of a repository', () => {
  test('come newest first, page by page as they are asked for', async () => {
    const artifacts = Array.from({ length: 150 }, (_, index) =>
      artifact(index + 1, {
        // One moment for all of the first page but one.
        createdAt: index === 50 ? '2026-06-01T00:00:00Z' : '2026-01-01T00:00:00Z',
      }),
    );
    await using github = await startRuns({ artifacts });
    const port = await portOf(github);
    const ids: number[] = [];
    for await (const { id } of port.artifacts('mlops')) {
      ids.push(id);
      if (ids.length === 100) expect(github.state.requests).toHaveLength(1);
    }
    expect(ids.slice(0, 3)).toEqual([51, 100, 99]);
    expect(ids).toHaveLength(150);
    expect(github.state.requests).toEqual([
      'GET /repos/octo/models/actions/artifacts?name=mlops&per_page=100',
      'GET /repos/octo/models/actions/artifacts?name=mlops&per_page=100&page=2',
    ]);
  });

  test('say which run left them, and whether its head is in a fork', async () => {
    const artifacts = [
      artifact(3, { branch: 'main' }),
      artifact(2, { head: 7 }),
      artifact(1, { head: null, expired: true, digest: null }),
    ];
    await using github = await startRuns({ artifacts });
    const found: RunArtifact[] = [];
    for await (const each of (await portOf(github)).artifacts('mlops')) found.push(each);
    expect(found.map(({ run }) => run)).toEqual([
      { id: 103, branch: 'main', fromFork: false },
      { id: 102, branch: 'main', fromFork: true },
      { id: 101, branch: 'main', fromFork: true },
    ]);
    expect(found.map(({ expired }) => expired)).toEqual([false, false, true]);
    expect(found[0]?.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(found[2]).not.toHaveProperty('digest');
  });

  test('of one run are those of that run', async () => {
    const artifacts = [artifact(1), artifact(2), artifact(3, { name: 'other', run: 102 })];
    await using github = await startRuns({ artifacts });
    const found = await (await portOf(github)).artifactsOf(102, 'mlops');
    expect(found.map(({ id }) => id)).toEqual([2]);
  });
});

describe('an archive', () => {
  test('is downloaded without the token, which is for the API alone', async () => {
    await using github = await startRuns({ artifacts: [artifact(1)] });
    const port = await portOf(github);
    const files = await port.readArtifact(await first(port), WANTED);
    expect(Buffer.from(files.get('run.json') ?? []).toString()).toBe('{"version":1}');
    expect(github.state.downloads).toHaveLength(1);
    expect(JSON.stringify(github.state.downloads)).not.toMatch(/authorization|ghs_/i);
  });

  test('is asked for again, at a new address, after a cut connection and a busy storage', async () => {
    await using github = await startRuns({
      artifacts: [artifact(1)],
      faults: ['cut', 'busy'],
    });
    const port = await portOf(github);
    const files = await port.readArtifact(await first(port), WANTED);
    expect([...files.keys()]).toEqual(['run.json']);
    expect(github.state.requests.filter((request) => request.endsWith('/zip'))).toHaveLength(3);
  }, 15_000);

  test('that can not be had is an error that does not tell the signed address', async () => {
    await using github = await startRuns({
      artifacts: [artifact(1)],
      faults: ['busy', 'busy', 'busy'],
    });
    const port = await portOf(github);
    const reading = port.readArtifact(await first(port), WANTED);
    await expect(reading).rejects.toThrow(
      /^The artifact "mlops" can't be downloaded \(the storage of artifacts answered 503\)\. Run the job again/,
    );
    await expect(reading).rejects.not.toThrow('secret-signature');
  }, 15_000);

  test.each<[string, Partial<KnownArtifact>, string]>([
    ['other bytes than GitHub names', { digest: `sha256:${'0'.repeat(64)}` }, 'another digest'],
    ['no archive', { archive: Buffer.from('<html>') }, 'no sound zip archive'],
    [
      'a path that leads elsewhere',
      { archive: makeZip([{ name: '../../.git/config', content: 'x' }]) },
      'relative path',
    ],
  ])('with %s is refused by name and run', async (_, more, why) => {
    await using github = await startRuns({ artifacts: [artifact(1, more)] });
    const port = await portOf(github);
    const reading = port.readArtifact(await first(port), WANTED);
    await expect(reading).rejects.toThrow(/^The artifact "mlops" \(1\) of run 101 is not read: /);
    await expect(reading).rejects.toThrow(why.replace('another digest', 'its digest is another'));
  });

  test('that is said to be too large is not downloaded', async () => {
    await using github = await startRuns({ artifacts: [artifact(1, { toldBytes: 300e6 })] });
    const port = await portOf(github);
    await expect(port.readArtifact(await first(port), WANTED)).rejects.toThrow(
      'it has 300 MB or more, and at most 268 MB are read',
    );
    expect(github.state.downloads).toEqual([]);
  });

  test('that has expired meanwhile says so', async () => {
    await using github = await startRuns({ artifacts: [artifact(1, { expired: true })] });
    const port = await portOf(github);
    await expect(port.readArtifact(await first(port), WANTED)).rejects.toThrow(
      /410.*It has expired: run the workflow that makes it again/,
    );
  });
});

describe('a run', () => {
  const run = {
    id: 77,
    event: 'pull_request',
    status: 'completed',
    html_url: 'https://github.com/octo/models/actions/runs/77',
    head_sha: 'abc',
    head_branch: 'better',
    repository: { id: 1, full_name: 'octo/models' },
    head_repository: { id: 7, full_name: 'stranger/models' },
  };

  test('tells what GitHub knows of it', async () => {
    const own = { ...run, id: 78, status: 'in_progress', head_repository: run.repository };
    const gone = { ...run, id: 79, head_repository: null };
    await using github = await startRuns({ runs: [run, own, gone] });
    const port = await portOf(github);
    expect(await port.find(77)).toEqual({
      id: 77,
      event: 'pull_request',
      completed: true,
      url: 'https://github.com/octo/models/actions/runs/77',
      commit: 'abc',
      branch: 'better',
      headRepository: 'stranger/models',
      fromFork: true,
    });
    expect(await port.find(78)).toMatchObject({ completed: false, fromFork: false });
    expect(await port.find(79)).toMatchObject({ headRepository: null, fromFork: true });
    expect(await port.find(80)).toBeNull();
  });

  test('has the open pull requests of its own head, and not those of a namesake', async () => {
    const pull = (number: number, full_name: string | null, ref = 'better') => ({
      number,
      head: { ref, sha: `sha${number}`, repo: full_name === null ? null : { full_name } },
    });
    await using github = await startRuns({
      runs: [run],
      pulls: [
        pull(5, 'stranger/models'),
        pull(6, 'stranger/models-copy'),
        pull(7, null),
        pull(8, 'stranger/models', 'other'),
      ],
    });
    const port = await portOf(github);
    const found = await port.find(77);
    if (found === null) throw new Error('the run is there');
    expect(await port.pullRequestsOf(found)).toEqual([{ number: 5, commit: 'sha5' }]);
    expect(github.state.requests.at(-1)).toContain('state=open&head=stranger%3Abetter');
    expect(await port.pullRequestsOf({ ...found, headRepository: null })).toEqual([]);
  });
});

describe('a refusal names what the job lacks', () => {
  test.each([403, 404])('%i', async (refuse) => {
    await using github = await startRuns({ artifacts: [artifact(1)], refuse });
    const port = await portOf(github);
    const lacks = /\(40\d: Resource not accessible by integration.*"actions: read"/;
    await expect(first(port)).rejects.toThrow(lacks);
    await expect(port.artifactsOf(101, 'mlops')).rejects.toThrow(lacks);
    const listed = { id: 1, name: 'mlops', bytes: 1, expired: false, createdAt: '' };
    await expect(port.readArtifact(listed, WANTED)).rejects.toThrow(lacks);
  });

  test('the token, when it is the token', async () => {
    await using github = await startRuns({});
    const port = await portOf(github, 'ghs_wrong');
    await expect(port.find(1)).rejects.toThrow(/401.*Give a valid token/);
  });
});
