import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type ResultsService, startResultsService } from '../results-service/index.ts';
import { writeZip, type ZipEntry } from '../results-service/zip.ts';
import { makeWorkspace, readTree, runStep, type StepRun } from '../support/run-bundle.ts';

const project = 'test/bundles/scenarios/whole-chain/workspace';

/** The cheapest action that takes what earlier jobs left and leaves its own. */
function validate(workspace: string, service: ResultsService, job = 'job'): Promise<StepRun> {
  return runStep('validate-data', workspace, {
    inputs: { 'artifact-name': 'chain' },
    environment: service.environment({ job }),
  });
}

function messages({ commands }: StepRun, level: string): string[] {
  return commands.filter(({ name }) => name === level).map(({ message }) => message);
}

const names = (service: ResultsService) => service.artifactsOf().map(({ name }) => name);
const copyName = expect.stringMatching(/^chain\.kept-[0-9a-f]{12}$/);

describe('an artifact that something else in the run has made', () => {
  const good: ZipEntry = { path: 'notes/good.txt', bytes: 'good' };
  test.each<[string, ZipEntry, string]>([
    ['a name that leads up', { path: '../evil.txt', bytes: 'evil' }, 'relative path'],
    ['a name that leads up inside', { path: 'a/../../evil.txt', bytes: 'evil' }, 'relative path'],
    ['an absolute name', { path: '/tmp/mlops-evil.txt', bytes: 'evil' }, 'absolute path'],
    ['a link', { path: 'notes', bytes: '..', mode: 0o120777 }, 'link or a device'],
    ['the same name twice', { path: 'notes/GOOD.txt', bytes: 'evil' }, 'twice'],
    ['a command in its name', { path: 'x\n::error::evil', bytes: 'evil' }, 'no file needs'],
  ])('and that has %s leaves nothing anywhere', async (_, evil, why) => {
    await using service = await startResultsService();
    await using workspace = await makeWorkspace(project);
    service.putArtifact({ run: 1234, name: 'chain', content: writeZip([good, evil]) });
    const before = await readTree(workspace.path);
    const run = await validate(workspace.path, service);
    expect(run.exitCode).toBe(2);
    expect(messages(run, 'error')).toEqual([
      expect.stringMatching(/^The artifact "chain" is not read: its? .*"artifact-name"/s),
    ]);
    expect(messages(run, 'error')[0]).toContain(why);
    expect(await readTree(workspace.path)).toEqual(before);
    expect([...run.runnerFiles.keys()].filter((path) => path.startsWith('temp/'))).toEqual([]);
  });

  test('and whose bytes are others than GitHub has on record is not read', async () => {
    await using service = await startResultsService();
    await using workspace = await makeWorkspace(project);
    service.putArtifact({ run: 1234, name: 'chain', content: writeZip([good]) });
    const other = writeZip([{ path: 'notes/good.txt', bytes: 'evil' }]);
    service.replaceArchive('chain', other, { recorded: false });
    const run = await validate(workspace.path, service);
    expect(messages(run, 'error')).toEqual([expect.stringContaining('digest')]);
  });

  test('is taken as a whole, without a word of Node about the toolkit', async () => {
    await using service = await startResultsService();
    await using workspace = await makeWorkspace(project);
    service.putArtifact({ run: 1234, name: 'chain', content: writeZip([good]) });
    const run = await validate(workspace.path, service);
    expect([run.exitCode, run.stderr]).toEqual([0, '']);
    const kept = service.readArtifact('chain');
    expect(kept.get('notes/good.txt')?.toString()).toBe('good');
    expect(kept.has('statistics.json')).toBe(true);
    expect(names(service)).toEqual(['chain']);
  });
});

describe('an upload that fails', () => {
  /** A run whose artifact an earlier job has left, and a workspace that is about to replace it. */
  async function replacing() {
    const service = await startResultsService();
    const workspace = await makeWorkspace(project);
    const content = writeZip([{ path: 'notes/earlier.txt', bytes: 'earlier' }]);
    service.putArtifact({ run: 1234, name: 'chain', content });
    return { service, workspace };
  }

  const takeAgain = async (service: ResultsService) => {
    await using later = await makeWorkspace(project);
    const run = await validate(later.path, service, 'later');
    return { run, files: await readTree(join(later.path, '.mlops')) };
  };

  test('before anything was deleted leaves what earlier jobs left', async () => {
    const { service, workspace } = await replacing();
    await using _service = service;
    await using _workspace = workspace;
    service.faults.inject({ request: 'ArtifactService/CreateArtifact', kind: 'quota' });
    const run = await validate(workspace.path, service);
    expect(run.exitCode).toBe(2);
    expect(messages(run, 'error')).toEqual([
      expect.stringMatching(
        /quota.*All results are still in \.mlops; what earlier jobs left is still in "chain"/s,
      ),
    ]);
    expect((await readTree(workspace.path)).has('.mlops/statistics.json')).toBe(true);
    expect([...service.readArtifact('chain').keys()]).toEqual(['notes/earlier.txt']);
    expect(names(service)).toEqual(['chain']);
    expect(service.faults.pending).toEqual([]);
  });

  test('after the deletion leaves a copy that the next job takes', async () => {
    const { service, workspace } = await replacing();
    await using _service = service;
    await using _workspace = workspace;
    service.faults.inject({
      request: 'ArtifactService/CreateArtifact',
      kind: 'status',
      status: 403,
      after: 1,
    });
    const run = await validate(workspace.path, service);
    expect(run.exitCode).toBe(2);
    expect(messages(run, 'error')).toEqual([
      expect.stringMatching(/still in \.mlops, and in the artifact "chain\.kept-[0-9a-f]+"/),
    ]);
    expect(names(service)).toEqual([copyName]);

    const later = await takeAgain(service);
    expect(later.run.exitCode).toBe(0);
    expect(messages(later.run, 'warning')).toEqual([
      expect.stringMatching(/failed to replace "chain".*"chain\.kept-/),
    ]);
    expect(later.files.get('notes/earlier.txt')?.toString()).toBe('earlier');
    // All is as if nothing had happened.
    expect(names(service)).toEqual(['chain']);
  });

  test('half-way costs the name, not the files: later jobs of the run go on with the copy', async () => {
    const { service, workspace } = await replacing();
    await using _service = service;
    await using _workspace = workspace;
    // The copy arrives, the artifact itself is begun and not finished: GitHub never gives that name again in this run.
    service.faults.inject({
      request: 'ArtifactService/FinalizeArtifact',
      kind: 'status',
      status: 403,
      after: 1,
    });
    const run = await validate(workspace.path, service);
    expect(run.exitCode).toBe(2);
    expect(names(service)).toEqual([copyName]);

    const again = await takeAgain(service);
    expect(again.run.exitCode).toBe(0);
    expect(messages(again.run, 'warning')).toContainEqual(
      expect.stringMatching(/^The name "chain" is lost to this run.*start a new run/),
    );
    const third = await takeAgain(service);
    expect(third.run.exitCode).toBe(0);
    expect(third.files.get('notes/earlier.txt')?.toString()).toBe('earlier');
    expect(third.files.has('statistics.json')).toBe(true);
  });

  test('is repeated when the connection is cut in the middle of a block', async () => {
    const { service, workspace } = await replacing();
    await using _service = service;
    await using _workspace = workspace;
    for (const after of [0, 1]) {
      service.faults.inject({ request: 'PUT blob block', kind: 'cut-request', bytes: 500, after });
    }
    service.faults.inject({ request: 'GET blob', kind: 'status', status: 503 });
    const run = await validate(workspace.path, service);
    expect([run.exitCode, messages(run, 'error')]).toEqual([0, []]);
    expect(service.faults.pending).toEqual([]);
    expect(service.readArtifact('chain').get('notes/earlier.txt')?.toString()).toBe('earlier');
    expect(names(service)).toEqual(['chain']);
  });
});

describe('a cache that refuses', () => {
  test.each([
    ['CacheService/CreateCacheEntry', { kind: 'quota' }, /Failed to save: Unable to reserve cache/],
    ['PUT blob', { kind: 'status', status: 403 }, /::warning::Failed to save: .*403/],
  ] as const)('at %s costs time and no verdict', async (request, fault, told) => {
    await using service = await startResultsService();
    await using workspace = await makeWorkspace(project);
    service.faults.inject({ request, ...fault });
    const run = await runStep('train-model', workspace.path, {
      inputs: { cache: 'true' },
      environment: service.environment(),
    });
    expect([run.exitCode, run.outputs.verdict, messages(run, 'error')]).toEqual([0, 'pass', []]);
    expect(run.stdout).toMatch(told);
    expect(service.caches()).toEqual([]);
    expect(service.faults.pending).toEqual([]);
  });
});
