import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { makeWorkspace } from '../support/run-bundle.ts';
import { call, idsOf, runToolkit } from './client.ts';
import { type ResultsService, readZip, startResultsService, writeZip } from './index.ts';

const names = (service: ResultsService, run: number) =>
  service.artifactsOf(run).map(({ name }) => name);

describe('artifacts', () => {
  test('belong to their run, are uploaded and read by the toolkit, and keep their digest', async () => {
    await using service = await startResultsService();
    await using folder = await makeWorkspace();
    await writeFile(join(folder.path, 'a.txt'), 'of the first run');
    const upload = `
      const path = ${JSON.stringify(folder.path)};
      const { id, size, digest } = await artifact.uploadArtifact('chain', [path + '/a.txt'], path);
      result.push(id, size, digest);`;
    const temporary = folder.path;
    const [id, size, digest] = await runToolkit(service, upload, {
      job: { run: 1, job: 'train' },
      temporary,
    });
    service.putArtifact({ run: 2, name: 'chain', content: { 'a.txt': 'of the second run' } });
    const read = `
      const { artifacts } = await artifact.listArtifacts();
      await artifact.downloadArtifact(artifacts[0].id, { path: ${JSON.stringify(temporary)} });
      result.push(artifacts.length, artifacts[0].digest);`;
    const seen = await runToolkit(service, read, { job: { run: 1, job: 'gate' }, temporary });

    expect(seen).toEqual([1, `sha256:${digest}`]);
    expect(await readFile(join(temporary, 'a.txt'), 'utf8')).toBe('of the first run');
    expect(service.artifactsOf(1)).toEqual([
      expect.objectContaining({ id, size, name: 'chain', job: 'train', expired: false }),
    ]);
    expect(service.readArtifact('chain', 2).get('a.txt')?.toString()).toBe('of the second run');
    expect(service.refusals).toEqual([]);
  });

  test('keep their name for good, even when their upload was never finished', async () => {
    await using service = await startResultsService();
    const ids = idsOf(service, { run: 1 });
    const create = (fields: object = {}) =>
      call(
        service,
        'ArtifactService/CreateArtifact',
        { ...ids, name: 'chain', version: 4, ...fields },
        { run: 1 },
      );
    expect((await create()).status).toBe(200);
    expect(names(service, 1)).toEqual([]);
    expect((await create()).body).toMatchObject({ code: 'already_exists' });
    const remove = { ...ids, name: 'chain' };
    const removed = await call(service, 'ArtifactService/DeleteArtifact', remove, { run: 1 });
    expect(removed.status).toBe(404);
    expect((await create({ name: 'other', version: 7 })).status).toBe(400);
  });

  test('are not shown to a job when they have expired, and can’t be downloaded', async () => {
    await using service = await startResultsService();
    const content = { 'a.txt': 'a' };
    const id = service.putArtifact({ run: 1, name: 'old', content });
    service.putArtifact({
      run: 1,
      name: 'older',
      content,
      createdAt: new Date(Date.now() - 91 * 86_400_000),
    });
    service.expireArtifact('old', 1);
    const listed = await call(
      service,
      'ArtifactService/ListArtifacts',
      idsOf(service, { run: 1 }),
      {
        run: 1,
      },
    );
    expect(listed.body.artifacts).toEqual([]);
    expect(service.restArtifacts().map(({ name, expired }) => [name, expired])).toEqual([
      ['older', true],
      ['old', true],
    ]);
    expect(() => service.signedDownload(id)).toThrow(`no artifact ${id}`);
  });

  test('are described for the REST API with their run, newest first, and downloaded without a token', async () => {
    await using service = await startResultsService({ repositoryId: 42 });
    service.addRun({ id: 10, event: 'push', headSha: 'b'.repeat(40) });
    const fork = { headBranch: 'patch', headRepositoryId: 43, ref: 'refs/pull/5/merge' };
    service.addRun({ id: 11, event: 'pull_request', baseBranch: 'main', ...fork });
    service.putArtifact({ run: 10, name: 'chain', content: { 'a.txt': 'main' } });
    const id = service.putArtifact({ run: 11, name: 'chain', content: { 'a.txt': 'fork' } });

    const [newest, oldest] = service.restArtifacts();
    expect(newest).toMatchObject({
      id,
      name: 'chain',
      expired: false,
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      run: { id: 11, head_branch: 'patch', head_repository_id: 43, repository_id: 42 },
    });
    expect(oldest?.run).toEqual({
      id: 10,
      head_branch: 'main',
      head_sha: 'b'.repeat(40),
      head_repository_id: 42,
      repository_id: 42,
    });
    const address = service.signedDownload(id);
    const answer = await fetch(address);
    const files = readZip(Buffer.from(await answer.arrayBuffer()));
    expect(files.get('a.txt')?.toString()).toBe('fork');
    const withToken = await fetch(address, { headers: { authorization: 'Bearer ghs_token' } });
    expect(withToken.status).toBe(400);
    expect([service.deleteArtifact(id), service.deleteArtifact(id)]).toEqual([true, false]);
    expect(names(service, 11)).toEqual([]);
  });

  test('can be given other bytes, with the record following or not', async () => {
    await using service = await startResultsService();
    service.putArtifact({ run: 1, name: 'chain', content: { 'a.txt': 'a' } });
    const uploaded = service.artifactsOf(1)[0]?.digest;
    const hostile = writeZip([{ path: '../escaped.txt', bytes: 'x' }]);
    service.replaceArchive('chain', hostile, { run: 1, recorded: false });
    expect(service.artifactsOf(1)[0]?.digest).toBe(uploaded);
    expect([...service.readArtifact('chain', 1).keys()]).toEqual(['../escaped.txt']);
    service.replaceArchive('chain', hostile, { run: 1 });
    expect(service.artifactsOf(1)[0]?.digest).not.toBe(uploaded);
  });
});

describe('archives', () => {
  test('are written as other programs read them, and damage is found', async () => {
    await using folder = await makeWorkspace();
    const archive = writeZip([
      { path: 'ä/long.txt', bytes: 'long '.repeat(1000) },
      { path: 'empty', bytes: '' },
    ]);
    expect(archive.length).toBeLessThan(1000);
    const read = readZip(archive);
    expect([...read].map(([path, { length }]) => [path, length])).toEqual([
      ['ä/long.txt', 5000],
      ['empty', 0],
    ]);
    await using service = await startResultsService();
    service.putArtifact({ run: 1234, name: 'a', content: archive });
    const download = `
      const { artifact: { id } } = await artifact.getArtifact('a');
      await artifact.downloadArtifact(id, { path: ${JSON.stringify(folder.path)} });`;
    await runToolkit(service, download, { temporary: folder.path });
    expect(await readFile(join(folder.path, 'ä/long.txt'), 'utf8')).toHaveLength(5000);
    archive.writeUInt8(archive.readUInt8(60) ^ 1, 60);
    expect(() => readZip(archive)).toThrow();
  });
});
