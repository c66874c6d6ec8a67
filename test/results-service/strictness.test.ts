import { describe, expect, test } from '@jest/globals';
import { call, idsOf } from './client.ts';
import { startResultsService } from './index.ts';

const version = 'a'.repeat(64);
const entry = { key: 'model', version };

/** Tests that rely on the double rely on its being strict. */
describe('the results service', () => {
  test('refuses unknown fields, methods, versions and foreign tokens', async () => {
    await using service = await startResultsService();
    await using other = await startResultsService();
    const create = 'CacheService/CreateCacheEntry';
    const token = other.environment().ACTIONS_RUNTIME_TOKEN ?? '';
    const statuses = [
      await call(service, create, { ...entry, colour: 'red' }),
      await call(service, 'CacheService/CreateEntry', entry),
      await call(service, create, { ...entry, version: '1' }),
      await call(service, create, entry, { token }),
      await call(service, 'ArtifactService/ListArtifacts', {
        workflow_run_backend_id: 'another',
        workflow_job_run_backend_id: 'job',
      }),
      await call(service, 'ArtifactService/ListArtifacts', idsOf(service, { run: 7 })),
    ].map(({ status }) => status);
    expect(statuses).toEqual([400, 404, 400, 401, 403, 403]);
    expect(service.refusals).toHaveLength(statuses.length);
  });

  test('refuses what was not uploaded as it was announced', async () => {
    await using service = await startResultsService();
    const { body } = await call(service, 'CacheService/CreateCacheEntry', entry);
    const address = String(body.signed_upload_url);
    const put = async (url: string, headers: Record<string, string>) =>
      (await fetch(url, { method: 'PUT', headers, body: 'four' })).status;
    const finalize = (size_bytes: string) =>
      call(service, 'CacheService/FinalizeCacheEntryUpload', { ...entry, size_bytes });
    const blob = { 'x-ms-version': '2025-05-05', 'x-ms-blob-type': 'BlockBlob' };
    const later = encodeURIComponent('2999-01-01T00:00:00.000Z');
    expect((await finalize('4')).status).toBe(412);
    expect(await put(address.replace(/sig=[^&]+/, 'sig=forged'), blob)).toBe(403);
    expect(await put(address.replace(/se=[^&]+/, `se=${later}`), blob)).toBe(403);
    expect(await put(address, {})).toBe(400);
    expect(await put(`${address}&comp=block&blockid=not-base64`, blob)).toBe(400);
    expect(await put(address, blob)).toBe(201);
    expect((await fetch(address)).status).toBe(403);
    expect((await finalize('5')).status).toBe(400);
    expect((await finalize('4')).body).toMatchObject({ ok: true });
    const found = await call(service, 'CacheService/GetCacheEntryDownloadURL', {
      key: 'model-of-today',
      restore_keys: ['mod'],
      version,
    });
    expect(found.body.matched_key).toBe('model');
    const download = (headers: Record<string, string>) =>
      fetch(String(found.body.signed_download_url), { headers });
    const part = await download({ range: 'bytes=1-2' });
    expect([part.status, await part.text()]).toEqual([206, 'ou']);
    expect((await download({ authorization: 'Bearer ghs_token' })).status).toBe(400);
  });

  test('takes a block list only of blocks that were uploaded', async () => {
    await using service = await startResultsService();
    const { body } = await call(service, 'CacheService/CreateCacheEntry', entry);
    const put = async (query: string, content: string) => {
      const answer = await fetch(`${body.signed_upload_url}&${query}`, {
        method: 'PUT',
        headers: { 'x-ms-version': '2025-05-05' },
        body: content,
      });
      return [answer.status, answer.headers.get('x-ms-error-code')];
    };
    const list = (...ids: string[]) =>
      `<?xml version="1.0"?><BlockList>${ids.map((id) => `<Latest>${id}</Latest>`).join('')}</BlockList>`;
    expect(await put('comp=block&blockid=AAAA', 'one ')).toEqual([201, null]);
    expect(await put('comp=block&blockid=AAAAAAAA', 'two')).toEqual([400, 'InvalidBlobOrBlock']);
    expect(await put('comp=block&blockid=AAAB', 'two')).toEqual([201, null]);
    expect(await put('comp=blocklist', list('AAAA', 'AAAC'))).toEqual([400, 'InvalidBlockList']);
    expect(await put('comp=blocklist', list('AAAA', 'AAAB'))).toEqual([201, null]);
    await call(service, 'CacheService/FinalizeCacheEntryUpload', { ...entry, size_bytes: '7' });
    expect(service.readCache('model').toString()).toBe('one two');
  });
});
