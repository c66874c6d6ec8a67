import { describe, expect, test } from '@jest/globals';
import { type ResultsService, startResultsService } from '../support/results-service.ts';

/** Tests that rely on the double rely on its being strict. */
describe('the double of the results service', () => {
  async function call(service: ResultsService, method: string, body: object, token?: string) {
    const { ACTIONS_RESULTS_URL, ACTIONS_RUNTIME_TOKEN } = service.environment();
    const path = `twirp/github.actions.results.api.v1.${method}`;
    const response = await fetch(`${ACTIONS_RESULTS_URL}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token ?? ACTIONS_RUNTIME_TOKEN}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    return {
      status: response.status,
      body: (await response.json()) as Record<string, string>,
    };
  }
  const version = 'a'.repeat(64);
  const entry = { key: 'model', version };

  test('refuses unknown fields, methods, versions and foreign tokens', async () => {
    await using service = await startResultsService();
    await using other = await startResultsService();
    const create = 'CacheService/CreateCacheEntry';
    const statuses = [
      await call(service, create, { ...entry, colour: 'red' }),
      await call(service, 'CacheService/CreateEntry', entry),
      await call(service, create, { ...entry, version: '1' }),
      await call(service, create, entry, other.environment().ACTIONS_RUNTIME_TOKEN),
      await call(service, 'ArtifactService/ListArtifacts', {
        workflow_run_backend_id: 'another',
        workflow_job_run_backend_id: 'job',
      }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([400, 404, 400, 401, 403]);
    expect(service.refusals).toHaveLength(statuses.length);
  });

  test('refuses what was not uploaded as it was announced', async () => {
    await using service = await startResultsService();
    const { body } = await call(service, 'CacheService/CreateCacheEntry', entry);
    const address = body.signed_upload_url ?? '';
    const put = async (url: string, headers: Record<string, string>) =>
      (await fetch(url, { method: 'PUT', headers, body: 'four' })).status;
    const finalize = (size_bytes: string) =>
      call(service, 'CacheService/FinalizeCacheEntryUpload', { ...entry, size_bytes });
    const blob = { 'x-ms-version': '2025-05-05', 'x-ms-blob-type': 'BlockBlob' };
    expect((await finalize('4')).status).toBe(412);
    expect(await put(address.replace(/sig=[^&]+/, 'sig=forged'), blob)).toBe(403);
    expect(await put(address, {})).toBe(400);
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
    const part = await fetch(found.body.signed_download_url ?? '', {
      headers: { range: 'bytes=1-2' },
    });
    expect([part.status, await part.text()]).toEqual([206, 'ou']);
  });
});
