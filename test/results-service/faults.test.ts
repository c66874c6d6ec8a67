import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { makeWorkspace } from '../support/run-bundle.ts';
import { call, idsOf, runToolkit } from './client.ts';
import { type Fault, startResultsService } from './index.ts';

/** What an upload by the toolkit comes to when these faults befall it. */
async function uploadWith(faults: Fault[], bytes = 1000) {
  await using service = await startResultsService();
  await using folder = await makeWorkspace();
  await writeFile(join(folder.path, 'data.bin'), randomBytes(bytes));
  for (const fault of faults) service.faults.inject(fault);
  const upload = `
    const path = ${JSON.stringify(folder.path)};
    try {
      await artifact.uploadArtifact('chain', [path + '/data.bin'], path);
      result.push('uploaded');
    } catch (error) {
      result.push(error.message);
    }`;
  const [outcome] = await runToolkit(service, upload, { temporary: folder.path });
  return {
    outcome,
    size: service.artifactsOf()[0]?.size,
    requests: service.requests,
    pending: service.faults.pending,
  };
}

describe('faults', () => {
  test('a connection cut in the middle of a block leaves nothing, and the client repeats it', async () => {
    const cut: Fault = { request: 'PUT blob block', kind: 'cut-request', bytes: 2 ** 20, after: 1 };
    const { outcome, size, requests, pending } = await uploadWith([cut], 9 * 2 ** 20);
    expect(outcome).toBe('uploaded');
    expect(size).toBeGreaterThan(9 * 2 ** 20);
    expect(requests.filter((request) => request === 'PUT blob block')).toHaveLength(3);
    expect(pending).toEqual([]);
  });

  test('a busy store is asked again', async () => {
    const busy: Fault = { request: 'PUT blob block', kind: 'status', status: 503 };
    const { outcome, requests, pending } = await uploadWith([busy]);
    expect([outcome, pending]).toEqual(['uploaded', []]);
    expect(requests.filter((request) => request === 'PUT blob block')).toHaveLength(2);
  });

  test('a full account and a forged signature end the upload with their reason', async () => {
    const request = 'ArtifactService/CreateArtifact';
    const full = await uploadWith([{ request, kind: 'quota' }]);
    expect(full.outcome).toMatch(/storage quota has been hit/);
    const forged = await uploadWith([{ request, kind: 'wrong-signature' }]);
    expect(forged.outcome).toMatch(/403|AuthenticationFailed/);
    expect(forged.size).toBeUndefined();
  });

  test('a service that is down for a moment is asked again', async () => {
    const request = 'ArtifactService/FinalizeArtifact';
    const { outcome, requests } = await uploadWith([{ request, kind: 'status', status: 502 }]);
    expect(outcome).toBe('uploaded');
    expect(requests.filter((name) => name === request)).toHaveLength(2);
  });

  test('meet the requests that they name, as often and as late as they say', async () => {
    await using service = await startResultsService();
    const request = 'ArtifactService/ListArtifacts';
    const headers = { 'retry-after': '1' };
    service.faults.inject({ request, kind: 'status', status: 429, headers, times: 2, after: 1 });
    service.faults.inject({ request: 'GET blob', kind: 'cut-response', bytes: 2 });
    const statuses = [];
    for (let count = 0; count < 4; count += 1) {
      statuses.push((await call(service, request, idsOf(service))).status);
    }
    expect(statuses).toEqual([200, 429, 429, 200]);
    expect(service.faults.pending).toHaveLength(1);
    const id = service.putArtifact({ run: 1, name: 'chain', content: Buffer.from('four') });
    const cut = await fetch(service.signedDownload(id));
    await expect(cut.text()).rejects.toThrow();
    expect(await (await fetch(service.signedDownload(id))).text()).toBe('four');
    expect(service.faults.pending).toEqual([]);
    expect(service.refusals).toEqual([]);
  });
});
