import { describe, expect, test } from '@jest/globals';
import { call, type Job } from './client.ts';
import { type ResultsService, startResultsService } from './index.ts';

const version = 'a'.repeat(64);

async function save(service: ResultsService, key: string, job: Job) {
  const entry = { key, version };
  const created = await call(service, 'CacheService/CreateCacheEntry', entry, job);
  if (created.body.ok !== true) return created;
  await fetch(String(created.body.signed_upload_url), {
    method: 'PUT',
    headers: { 'x-ms-version': '2025-05-05', 'x-ms-blob-type': 'BlockBlob' },
    body: key,
  });
  const size_bytes = String(key.length);
  const sized = { ...entry, size_bytes };
  return await call(service, 'CacheService/FinalizeCacheEntryUpload', sized, job);
}

/** Key of the entry that a job is given. */
async function restore(
  service: ResultsService,
  key: string,
  job: Job,
  restore_keys: string[] = [],
) {
  const wanted = { key, version, restore_keys };
  const { status, body } = await call(
    service,
    'CacheService/GetCacheEntryDownloadURL',
    wanted,
    job,
  );
  return status === 200 ? body.matched_key : body.msg;
}

describe('caches', () => {
  test('are read from the own branch, the base and the default branch, and written to the own', async () => {
    await using service = await startResultsService();
    service.addRun({ id: 1 });
    service.addRun({ id: 2, headBranch: 'release' });
    const request = { event: 'pull_request', headBranch: 'patch', baseBranch: 'release' };
    service.addRun({ id: 3, ...request, ref: 'refs/pull/5/merge' });
    service.addRun({ id: 4, headBranch: 'other' });
    for (const [run, key] of [
      [1, 'of-main'],
      [2, 'of-release'],
      [3, 'of-pull'],
    ] as const) {
      expect((await save(service, key, { run })).body.ok).toBe(true);
    }
    const seen = async (run: number) =>
      await Promise.all(
        ['of-main', 'of-release', 'of-pull'].map((key) => restore(service, key, { run })),
      );
    expect(await seen(1)).toEqual(['of-main', '', '']);
    expect(await seen(2)).toEqual(['of-main', 'of-release', '']);
    expect(await seen(3)).toEqual(['of-main', 'of-release', 'of-pull']);
    expect(await seen(4)).toEqual(['of-main', '', '']);
    expect(service.caches().map(({ key, ref }) => [key, ref])).toEqual([
      ['of-main', 'refs/heads/main'],
      ['of-release', 'refs/heads/release'],
      ['of-pull', 'refs/pull/5/merge'],
    ]);
  });

  test('of the own branch come first, even by a prefix; then the newest that fits', async () => {
    await using service = await startResultsService();
    service.addRun({ id: 2, headBranch: 'patch' });
    await save(service, 'model-1', { run: 1 });
    await save(service, 'model-2', { run: 1 });
    expect(await restore(service, 'model-3', { run: 2 }, ['mod'])).toBe('model-2');
    expect(await restore(service, 'model-1', { run: 2 }, ['mod'])).toBe('model-1');
    await save(service, 'model-0', { run: 2 });
    expect(await restore(service, 'model-1', { run: 2 }, ['mod'])).toBe('model-0');
  });

  test('are never written twice under one key of a branch', async () => {
    await using service = await startResultsService();
    service.addRun({ id: 2, headBranch: 'patch' });
    await save(service, 'model', { run: 1 });
    expect((await save(service, 'model', { run: 1 })).status).toBe(409);
    expect((await save(service, 'model', { run: 2 })).body.ok).toBe(true);
  });

  test('are read only where anybody can cause the run, and not even that without the right', async () => {
    await using service = await startResultsService();
    await using closed = await startResultsService({ cacheAccess: 'none' });
    service.addRun({ id: 2, event: 'workflow_run' });
    await save(service, 'model', { run: 1 });
    const denied = await save(service, 'model-2', { run: 2 });
    expect([denied.status, denied.body]).toEqual([
      200,
      expect.objectContaining({
        ok: false,
        message: expect.stringMatching(/^cache write denied:/),
      }),
    ]);
    expect(await restore(service, 'model', { run: 2 })).toBe('model');
    expect(service.refusals).toEqual([]);
    expect(await restore(closed, 'model', {})).toMatch(/^cache read denied:/);
  });
});
