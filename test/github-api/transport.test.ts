import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startResultsService } from '../results-service/index.ts';
import { type GitHubApi, startGitHubApi } from './index.ts';
import { client, EVERYTHING, place, refusal } from './octokit.ts';

let api: GitHubApi;

beforeEach(async () => {
  api = await startGitHubApi();
});

afterEach(async () => {
  await api[Symbol.asyncDispose]();
  expect(api.violations).toEqual([]);
});

/** Without octokit: what stands on the wire. */
function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const token = api.mintToken({ permissions: EVERYTHING });
  return fetch(path.startsWith('http') ? path : api.url + path, {
    redirect: 'manual',
    ...init,
    headers: { authorization: `token ${token}`, 'user-agent': 'test', ...init.headers },
  });
}

describe('pages', () => {
  beforeEach(() => {
    for (let index = 0; index < 205; index++) api.addIssue(`issue ${index}`);
  });

  test('hold thirty, or up to a hundred', async () => {
    const sizes = [];
    for (const query of ['', '?per_page=7', '?per_page=100', '?per_page=101']) {
      const issues = (await (await ask(`/repos/octo/models/issues${query}`)).json()) as unknown[];
      sizes.push(issues.length);
    }
    expect(sizes).toEqual([30, 7, 100, 100]);
  });

  test('are linked, so that Octokit finds all of them', async () => {
    const { issues, paginate } = client(api);
    const all = await paginate(issues.listForRepo, { ...place, per_page: 100 });
    expect(all.map(({ number }) => number)).toEqual(Array.from({ length: 205 }, (_, i) => 205 - i));
    const middle = await ask('/repos/octo/models/issues?per_page=100&page=2');
    const at = (page: number) => `<${api.url}/repos/octo/models/issues?per_page=100&page=${page}>`;
    expect(middle.headers.get('link')).toBe(
      `${at(1)}; rel="prev", ${at(3)}; rel="next", ${at(3)}; rel="last", ${at(1)}; rel="first"`,
    );
  });
});

describe('redirects', () => {
  test('a former name leads to the repository, whatever is done', async () => {
    api.addFormerName('octo/old');
    const read = await ask('/repos/octo/old/issues?state=all');
    const target = `${api.url}/repositories/${api.state.id}/issues`;
    expect([read.status, read.headers.get('location')]).toEqual([301, `${target}?state=all`]);
    const write = await ask('/repos/octo/old/issues', { method: 'POST', body: '{}' });
    expect([write.status, write.headers.get('location')]).toEqual([307, target]);
    const { issues } = client(api);
    await issues.create({ owner: 'octo', repo: 'old', title: 'By the former name' });
    expect(api.state.issues.map(({ title }) => title)).toEqual(['By the former name']);
  });

  test('files come from another origin, which refuses the token', async () => {
    const { repos, upload } = client(api);
    const { data } = await repos.createRelease({ ...place, tag_name: 'v1' });
    const asset = await upload(data.upload_url, 'a.bin', Buffer.from([0, 255]));
    const accept = { accept: 'application/octet-stream' };
    const response = await ask(asset.data.url, { headers: accept });
    expect(response.status).toBe(302);
    const location = response.headers.get('location') ?? '';
    expect(new URL(location).origin).not.toBe(api.url);
    expect((await ask(location)).status).toBe(400);
    const file = await fetch(location);
    expect([...(await file.bytes())]).toEqual([0, 255]);
  });

  test('so do artifacts, for those who may read them', async () => {
    await using results = await startResultsService({ repositoryId: api.state.id });
    results.addRun({ id: 70 });
    results.putArtifact({ run: 70, name: 'chain', content: { 'run.json': '{}' } });
    api.connect(results);
    const { actions } = client(api, { actions: 'read' });
    const { data } = await actions.listArtifactsForRepo({ ...place, name: 'chain' });
    const [artifact] = data.artifacts;
    expect(artifact).toMatchObject({ workflow_run: { id: 70 }, expired: false });
    const zip = await ask(artifact?.archive_download_url ?? '');
    expect(zip.status).toBe(302);
    const location = zip.headers.get('location') ?? '';
    expect(Buffer.from(await (await fetch(location)).arrayBuffer())).toEqual(
      results.readArchive('chain', 70),
    );
    expect((await ask(location)).ok).toBe(false);
    const wanted = { ...place, artifact_id: artifact?.id ?? 0, archive_format: 'zip' };
    const byOther = client(api, {}).actions.downloadArtifact(wanted);
    expect(await refusal(byOther)).toEqual([403, 'Resource not accessible by integration']);
    results.expireArtifact('chain', 70);
    expect((await refusal(actions.downloadArtifact(wanted)))[0]).toBe(410);
  });
});

describe('uploads', () => {
  test('need their length', async () => {
    const { data } = await client(api).repos.createRelease({ ...place, tag_name: 'v1' });
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array(1));
        controller.close();
      },
    });
    const response = await ask(data.upload_url.replace(/\{.*$/, '?name=a'), {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { 'content-type': 'application/octet-stream' },
    } as RequestInit);
    expect(response.status).toBe(411);
    expect(api.state.releases[0]?.assets).toEqual([]);
  });

  test('go to the host of uploads only, and nothing else does', async () => {
    await using other = await startGitHubApi();
    const { repos, request, upload } = client(other);
    const { data } = await repos.createRelease({ ...place, tag_name: 'v1' });
    const wrong = upload(data.upload_url.replace('/uploads', ''), 'a', Buffer.from('a'));
    expect((await refusal(wrong))[0]).toBe(404);
    expect((await refusal(request('GET /uploads/repos/octo/models')))[0]).toBe(404);
    expect(other.violations).toHaveLength(2);
  });
});

describe('limits', () => {
  test('every request counts, and after the last one GitHub says when there are more', async () => {
    const limited = client(api, EVERYTHING, { rateLimit: 2 });
    const left = [];
    for (let index = 0; index < 2; index++) {
      left.push((await limited.repos.get(place)).headers['x-ratelimit-remaining']);
    }
    expect(left).toEqual(['1', '0']);
    const error = await limited.repos.get(place).catch((cause: unknown) => cause);
    expect(error).toMatchObject({
      status: 403,
      message: expect.stringContaining('API rate limit exceeded'),
      response: { headers: { 'x-ratelimit-remaining': '0' } },
    });
    await client(api).repos.get(place);
  });

  test.each([
    [{ kind: 'rate-limit', resetsIn: 60 }, 403, 'x-ratelimit-remaining', '0'],
    [{ kind: 'rate-limit', resetsIn: 60, status: 429 }, 429, 'x-ratelimit-remaining', '0'],
    [{ kind: 'secondary', retryAfter: 3 }, 403, 'retry-after', '3'],
    [{ kind: 'secondary', status: 429 }, 429, 'retry-after', null],
  ] as const)('%j', async (fault, status, header, value) => {
    api.faults.add(fault);
    const response = await ask('/repos/octo/models');
    expect([response.status, response.headers.get(header)]).toEqual([status, value]);
    expect(((await response.json()) as { message: string }).message).toContain('rate limit');
    expect((await ask('/repos/octo/models')).status).toBe(200);
  });
});

describe('faults', () => {
  const create = (signal?: AbortSignal) =>
    ask('/repos/octo/models/issues', {
      method: 'POST',
      body: JSON.stringify({ title: 'a' }),
      ...(signal && { signal }),
    });

  test('happen as often as wanted, to the requests that are meant', async () => {
    const path = /\/issues$/;
    api.faults.add({ kind: 'status', status: 502, method: 'POST', path, times: 3 });
    expect((await ask('/repos/octo/models/issues')).status).toBe(200);
    const statuses = [];
    for (let index = 0; index < 4; index++) statuses.push((await create()).status);
    expect(statuses).toEqual([502, 502, 502, 201]);
    expect(api.state.issues).toHaveLength(1);
    expect(api.faults.pending).toBe(0);
  });

  test('a connection that is cut before does nothing', async () => {
    api.faults.add({ kind: 'cut' });
    await expect(create()).rejects.toThrow('fetch failed');
    expect(api.state.issues).toEqual([]);
    expect(api.requests).toMatchObject([{ method: 'POST', status: null }]);
  });

  test('an answer that is lost has done it', async () => {
    api.faults.add({ kind: 'answer-lost' });
    await expect(create()).rejects.toThrow('fetch failed');
    expect(api.state.issues).toHaveLength(1);
  });

  test('no answer comes, and the double ends all the same', async () => {
    api.faults.add({ kind: 'timeout' });
    await expect(create(AbortSignal.timeout(50))).rejects.toThrow('timeout');
    expect(api.state.issues).toEqual([]);
  });

  test('an answer comes later', async () => {
    api.faults.add({ kind: 'delay', milliseconds: 100 });
    const order: string[] = [];
    await Promise.all([
      create().then(() => order.push('first')),
      new Promise((resolve) => setTimeout(resolve, 20))
        .then(() => create())
        .then(() => order.push('second')),
    ]);
    expect(order).toEqual(['second', 'first']);
  });
});

test('remembers what was asked, and by whom', async () => {
  await client(api).issues.create({ ...place, title: 'a' });
  await fetch(`${api.url}/repos/octo/models?page=1`);
  expect(api.requests).toEqual([
    {
      method: 'POST',
      path: '/repos/octo/models/issues',
      query: '',
      token: 'workflow',
      body: '{"title":"a"}',
      status: 201,
    },
    {
      method: 'GET',
      path: '/repos/octo/models',
      query: '?page=1',
      token: null,
      body: '',
      status: 401,
    },
  ]);
});
