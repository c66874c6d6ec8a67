import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { startResultsService } from '../results-service/index.ts';
import { PreparedWorkspaces } from '../support/prepared-workspaces.ts';
import {
  makeWorkspace,
  readTree,
  runStep,
  type StepOptions,
  type StepRun,
} from '../support/run-bundle.ts';
import { type GitHubWithToken, startGitHub } from '../support/start-github.ts';

const project = 'test/bundles/scenarios/whole-chain/workspace';
const failingProject = 'test/bundles/scenarios/gate-fails/workspace';

/** The toolkit uploads in blocks of 8 MiB; random bytes don't become smaller in the archive. */
const MORE_THAN_A_BLOCK = 9 * 2 ** 20;

/** A step must never show a token, wherever one could look: log, outputs, page, variables, files of the workspace. */
async function step(
  action: string,
  workspace: string,
  options: StepOptions = {},
): Promise<StepRun> {
  const run = await runStep(action, workspace, options);
  const secrets = [options.inputs?.token, options.environment?.ACTIONS_RUNTIME_TOKEN].filter(
    (secret) => secret !== undefined && secret !== '',
  ) as string[];
  const log = run.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  const places = new Map<string, string | Buffer>([
    ['log', log.join('\n')],
    ['errors', run.stderr],
    ['outputs', JSON.stringify(run.outputs)],
    ['summary', run.summary],
    ...run.runnerFiles,
    ...(await readTree(workspace)),
  ]);
  const leaks = secrets.flatMap((secret) =>
    [...places].filter(([, text]) => text.includes(secret)).map(([place]) => place),
  );
  expect(leaks).toEqual([]);
  if (options.inputs?.token !== undefined) {
    expect(run.stdout).toContain(`::add-mask::${options.inputs.token}\n`);
  }
  // The toolkit leaves its list of paths behind, and a training its mark; the archives are large and must not stay.
  const temporary = [...run.runnerFiles.keys()].filter((path) => path.startsWith('temp/'));
  const known = /\/manifest\.txt$|^temp\/mlops-actions-trained-[0-9a-f]{64}$/;
  expect(temporary.filter((path) => !known.test(path))).toEqual([]);
  return run;
}

async function succeed(action: string, workspace: string, options: StepOptions = {}) {
  const run = await step(action, workspace, options);
  if (run.exitCode !== 0) throw new Error(run.stdout);
  return run;
}

async function configure(workspace: string, change: (text: string) => string): Promise<void> {
  const path = join(workspace, 'mlops.yml');
  const text = await readFile(path, 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error('the configuration has not changed');
  await writeFile(path, changed);
}

function warnings({ commands }: StepRun): string[] {
  return commands.filter(({ name }) => name === 'warning').map(({ message }) => message);
}

function errors({ commands }: StepRun): string[] {
  return commands.filter(({ name }) => name === 'error').map(({ message }) => message);
}

function readJson(workspace: string, path: string) {
  return JSON.parse(readFileSync(join(workspace, path), 'utf8'));
}

describe('train-model with a cache', () => {
  const model = (workspace: string) => readTree(join(workspace, '.mlops/model'));
  const cached = { cache: 'true' };

  test('saves the model, and a fresh workspace takes it from there, byte for byte', async () => {
    await using service = await startResultsService();
    await using first = await makeWorkspace(project);
    await using second = await makeWorkspace(project);
    const options = { inputs: cached, environment: service.environment() };
    const trained = await succeed('train-model', first.path, options);
    const restored = await succeed('train-model', second.path, options);
    expect([trained.outputs['cache-hit'], restored.outputs['cache-hit']]).toEqual([
      'false',
      'true',
    ]);
    expect(await model(second.path)).toEqual(await model(first.path));
    expect(restored.outputs).toEqual({ ...trained.outputs, 'cache-hit': 'true' });
    expect(readJson(second.path, '.mlops/run.json').training.fromCache).toBe(true);
    expect([...warnings(trained), ...warnings(restored)]).toEqual([]);
    expect(service.refusals).toEqual([]);
    // The first asks for the model, the second for a checkpoint.
    expect(service.requests).toEqual([
      'CacheService/GetCacheEntryDownloadURL',
      'CacheService/GetCacheEntryDownloadURL',
      'CacheService/CreateCacheEntry',
      'PUT blob',
      'CacheService/FinalizeCacheEntryUpload',
      'CacheService/GetCacheEntryDownloadURL',
      'GET blob',
    ]);
  });

  test('only warns where the event may not write caches', async () => {
    await using service = await startResultsService({ cacheAccess: 'read' });
    await using workspace = await makeWorkspace(project);
    const run = await succeed('train-model', workspace.path, {
      inputs: cached,
      environment: service.environment(),
    });
    expect(run.outputs).toMatchObject({ verdict: 'pass', 'cache-hit': 'false' });
    expect(warnings(run)).toEqual([expect.stringContaining('cache write denied')]);
    expect(service.refusals).toEqual([]);
  });

  test('ignores an entry that holds another model or is no archive, with a warning', async () => {
    await using service = await startResultsService();
    await using workspace = await makeWorkspace(project);
    const environment = service.environment();
    const train = async (seed: string) => {
      await using other = await makeWorkspace(project);
      return await succeed('train-model', other.path, { inputs: { ...cached, seed }, environment });
    };
    const trained = await train('3');
    await train('4');
    const [ours = '', other = ''] = service.caches().map(({ key }) => key);
    const damages = [
      { archive: service.readCache(other), warning: /damaged or belongs to another training/ },
      { archive: Buffer.from('not an archive'), warning: /^Failed to restore/ },
    ];
    for (const { archive, warning } of damages) {
      service.replaceCache(ours, archive);
      const run = await succeed('train-model', workspace.path, {
        inputs: { ...cached, seed: '3' },
        environment,
      });
      expect(run.outputs).toEqual(trained.outputs);
      expect(warnings(run)).toEqual([expect.stringMatching(warning)]);
    }
  });
});

describe('artifact-name', () => {
  const inputs = { 'artifact-name': 'chain' };

  test('carries the files of one job to the next', async () => {
    await using service = await startResultsService();
    await using first = await makeWorkspace(project);
    await using second = await makeWorkspace(project);
    const training = { inputs, environment: service.environment({ job: 'training' }) };
    const validated = await succeed('validate-data', first.path, training);
    expect(validated.stdout).toContain('No artifact "chain" in this run yet');
    await succeed('train-model', first.path, training);
    const gate = await succeed('evaluate-gate', second.path, {
      inputs,
      environment: service.environment({ job: 'gate' }),
    });

    expect(gate.stdout).toContain('Took the files of earlier jobs from the artifact "chain"');
    expect(gate.outputs).toMatchObject({ verdict: 'pass', outcome: 'pass' });
    const before = await readTree(join(first.path, '.mlops'));
    const after = await readTree(join(second.path, '.mlops'));
    for (const [path, bytes] of before) {
      if (path !== 'run.json' && path !== 'report.html')
        expect([path, after.get(path)]).toEqual([path, bytes]);
    }
    const record = readJson(second.path, '.mlops/run.json');
    expect(Object.keys(record.actions)).toEqual(['validate-data', 'train-model', 'evaluate-gate']);
    expect(record).toMatchObject({
      data: { examples: 60 },
      training: { modelDigest: record.evaluation.modelDigest },
      evaluation: { outcome: 'pass' },
    });
    const page = after.get('report.html')?.toString() ?? '';
    for (const section of ['data', 'training', 'metrics', 'gates']) {
      expect(page).toContain(`id="${section}"`);
    }
    expect(service.artifactsOf().map(({ name }) => name)).toEqual(['chain']);
    expect(service.refusals).toEqual([]);
  });

  test('carries files larger than a block of an upload, and what lay there before is replaced', async () => {
    await using service = await startResultsService();
    await using first = await makeWorkspace(project);
    await using second = await makeWorkspace(project);
    const files = ['notes/large.bin', 'notes/small.txt'];
    for (const [workspace, content] of [
      [first, randomBytes(MORE_THAN_A_BLOCK)],
      [second, Buffer.from('of an earlier run')],
    ] as const) {
      await mkdir(join(workspace.path, '.mlops/notes'), { recursive: true });
      for (const file of files) await writeFile(join(workspace.path, '.mlops', file), content);
    }
    await succeed('validate-data', first.path, {
      inputs,
      environment: service.environment({ job: 'one' }),
    });
    await succeed('train-model', second.path, {
      inputs,
      environment: service.environment({ job: 'two' }),
    });
    const before = await readTree(join(first.path, '.mlops'));
    const after = await readTree(join(second.path, '.mlops'));
    for (const file of files)
      expect(after.get(file)?.equals(before.get(file) ?? Buffer.of())).toBe(true);
    expect(
      service.requests.filter((request) => request === 'PUT blob block').length,
    ).toBeGreaterThan(3);
    expect(service.artifactsOf().map(({ name }) => name)).toEqual(['chain']);
    expect(service.refusals).toEqual([]);
  });

  test('ends with one clear message where the service refuses the token', async () => {
    await using service = await startResultsService();
    await using other = await startResultsService();
    await using workspace = await makeWorkspace(project);
    const run = await step('validate-data', workspace.path, {
      inputs,
      environment: {
        ...service.environment(),
        ACTIONS_RUNTIME_TOKEN: other.environment().ACTIONS_RUNTIME_TOKEN ?? '',
      },
    });
    expect(run.exitCode).toBe(2);
    expect(errors(run)).toEqual([
      expect.stringMatching(/The artifact "chain" can't be downloaded \(.*401.*\)/),
    ]);
    expect(service.refusals).toHaveLength(1);
  });
});

const prepared = new PreparedWorkspaces();
const judged = [{ action: 'train-model' }, { action: 'evaluate-gate' }];

afterAll(async () => await prepared[Symbol.asyncDispose]());

describe('evaluate-gate on a pull request', () => {
  const pullRequest = (sha: string, repository = 'octo/models') => ({
    pull_request: { number: 5, head: { sha, repo: { full_name: repository } } },
  });
  const evaluate = (workspace: string, github: GitHubWithToken, event: object) =>
    step('evaluate-gate', workspace, {
      inputs: { token: github.token },
      environment: { GITHUB_API_URL: github.url, GITHUB_EVENT_NAME: 'pull_request' },
      event,
    });

  test('comments once and keeps that comment up to date', async () => {
    await using github = await startGitHub({ 'pull-requests': 'write' });
    await using workspace = await prepared.make(project, judged);
    const first = await evaluate(workspace.path, github, pullRequest('a'.repeat(40)));
    const created = github.state.comments.map(({ body }) => body);
    const second = await evaluate(workspace.path, github, pullRequest('b'.repeat(40)));
    const updated = github.state.comments.map(({ body }) => body);

    expect([first.exitCode, second.exitCode]).toEqual([0, 0]);
    expect([created.length, updated.length]).toEqual([1, 1]);
    expect(created[0]).toContain('aaaaaaa');
    expect(updated[0]).toContain('bbbbbbb');
    const url = `https://github.com/octo/models/pull/5#issuecomment-${github.state.comments[0]?.id}`;
    expect([first.outputs.comment, second.outputs.comment]).toEqual([url, url]);
    expect(second.stdout).toContain(`Comment updated: ${url}`);
    expect([...warnings(first), ...warnings(second)]).toEqual([]);
  });

  test('without the permission keeps its verdict and names what is missing', async () => {
    await using github = await startGitHub({});
    await using passing = await prepared.make(project, judged);
    await using failing = await prepared.make(failingProject, [{ action: 'train-model' }]);
    const event = pullRequest('a'.repeat(40));
    const runs = [
      await evaluate(passing.path, github, event),
      await evaluate(failing.path, github, event),
    ];
    expect(runs.map(({ exitCode, outputs }) => [exitCode, outputs.verdict])).toEqual([
      [0, 'pass'],
      [1, 'fail'],
    ]);
    for (const run of runs) {
      expect(run.outputs.comment).toBe('');
      expect(warnings(run)).toContainEqual(expect.stringContaining('pull-requests: write'));
    }
    expect(github.state.comments).toEqual([]);
  });

  test('from a fork does not try, and says what to do instead', async () => {
    await using github = await startGitHub({ 'pull-requests': 'write' });
    await using workspace = await prepared.make(project, judged);
    const event = pullRequest('a'.repeat(40), 'someone/models');
    const run = await evaluate(workspace.path, github, event);
    expect({ exitCode: run.exitCode, comment: run.outputs.comment }).toEqual({
      exitCode: 0,
      comment: '',
    });
    expect(run.stdout).toMatch(/No comment: .* fork .*\.mlops\/comment\.md\b.*workflow_run/);
    expect(github.requests).toEqual([]);
  });
});

describe('report-drift with an issue', () => {
  const report = (workspace: string, github: GitHubWithToken) =>
    step('report-drift', workspace, {
      inputs: { token: github.token },
      environment: { GITHUB_API_URL: github.url },
    });

  /** The rows that the model was trained on, with taller flowers that have more petals. */
  const shifted = (by: number) =>
    readFileSync(join(project, 'data/flowers.csv'), 'utf8').replace(
      /^(\d+),(\d+),(\d+)/gm,
      (_, id: string, petals: string, height: string) =>
        [id, Number(petals) + by, Number(height) + by].join(),
    );
  const makeProject = async () => {
    const workspace = await makeWorkspace(project);
    await configure(workspace.path, (text) =>
      text.replace('current: data/flowers.csv', 'current: data/today.csv, on-drift: [issue]'),
    );
    return workspace;
  };

  test('opens one, keeps it up to date, and closes it when the drift is gone', async () => {
    await using github = await startGitHub({ issues: 'write' });
    await using workspace = await makeProject();
    const days = [];
    for (const by of [40, 80, 0]) {
      await writeFile(join(workspace.path, 'data/today.csv'), shifted(by));
      const { exitCode, outputs } = await report(workspace.path, github);
      const issues = github.state.issues.map(({ state, body }) => ({ state, body }));
      days.push({ exitCode, drift: outputs.drift, issues });
    }
    const body = expect.stringContaining('petals');
    expect(days).toEqual([
      { exitCode: 0, drift: 'true', issues: [{ state: 'open', body }] },
      { exitCode: 0, drift: 'true', issues: [{ state: 'open', body }] },
      { exitCode: 0, drift: 'false', issues: [{ state: 'closed', body }] },
    ]);
    expect(days[1]?.issues[0]?.body).not.toBe(days[0]?.issues[0]?.body);
    expect(github.state.issues[0]).toMatchObject({
      title: 'Data drift: flowers',
      labels: ['model-drift'],
    });
    expect(github.state.comments).toEqual([
      expect.objectContaining({ body: expect.stringContaining('No drift any more') }),
    ]);
  });

  test('without the permission reports all the same and names it', async () => {
    await using github = await startGitHub({});
    await using workspace = await makeProject();
    await writeFile(join(workspace.path, 'data/today.csv'), shifted(100));
    const run = await report(workspace.path, github);
    expect(run.outputs.drift).toBe('true');
    expect(warnings(run)).toContainEqual(expect.stringContaining('issues: write'));
    expect(readJson(workspace.path, '.mlops/drift.json').status).toBe('drift');
  });
});

describe('report-drift with a retraining', () => {
  const drifting = async () => {
    const workspace = await makeWorkspace(project);
    await configure(workspace.path, (text) =>
      text.replace('current: data/flowers.csv', 'current: data/today.csv, on-drift: [retrain]'),
    );
    const rows = readFileSync(join(project, 'data/flowers.csv'), 'utf8').replace(
      /^(\d+),(\d+),(\d+)/gm,
      '$1,1$2,1$3',
    );
    await writeFile(join(workspace.path, 'data/today.csv'), rows);
    return workspace;
  };
  const report = (workspace: string, github: GitHubWithToken, attempt: string) =>
    step('report-drift', workspace, {
      inputs: { token: github.token },
      environment: { GITHUB_API_URL: github.url, GITHUB_RUN_ATTEMPT: attempt },
    });

  test('asks for it once a run', async () => {
    await using github = await startGitHub({ contents: 'write' });
    await using workspace = await drifting();
    const first = await report(workspace.path, github, '1');
    const again = await report(workspace.path, github, '2');
    expect([first.outputs.retraining, again.outputs.retraining]).toEqual(['true', 'false']);
    expect(github.startedWorkflows).toEqual([
      expect.objectContaining({
        event: 'repository_dispatch',
        action: 'mlops-retrain',
        clientPayload: {
          model: 'flowers',
          columns: JSON.parse(first.outputs['drifted-columns'] ?? ''),
          run_url: 'https://github.com/octo/models/actions/runs/1234',
        },
      }),
    ]);
  });

  test('without the permission reports all the same and names it', async () => {
    await using github = await startGitHub({});
    await using workspace = await drifting();
    const run = await report(workspace.path, github, '1');
    expect(run.outputs).toMatchObject({ drift: 'true', retraining: 'false' });
    expect(warnings(run)).toContainEqual(expect.stringContaining('contents: write'));
  });
});

describe('deploy-model to a release', () => {
  const deploy = (workspace: string, github: GitHubWithToken) =>
    github.head().then((sha) =>
      step('deploy-model', workspace, {
        inputs: { token: github.token },
        environment: { GITHUB_API_URL: github.url, GITHUB_SHA: sha },
      }),
    );
  const withTargets = async (targets: string) => {
    const workspace = await prepared.make(project, judged);
    await configure(workspace.path, (text) =>
      text.replace('targets: [{ kind: directory }]', `targets: [${targets}]`),
    );
    return workspace;
  };

  test('publishes the files as they are, and leaves them alone the second time', async () => {
    await using github = await startGitHub({ contents: 'write' });
    await using workspace = await withTargets('{ kind: directory }, { kind: release }');
    await succeed('export-tflite', workspace.path);
    const first = await deploy(workspace.path, github);
    const releases = structuredClone(github.state.releases);
    const second = await deploy(workspace.path, github);

    expect([first.exitCode, second.exitCode]).toEqual([0, 0]);
    expect(releases).toEqual([
      expect.objectContaining({
        tag: 'flowers-v1',
        draft: false,
        target: await github.head(),
      }),
    ]);
    const deployed = await readTree(join(workspace.path, 'models/flowers/1'));
    deployed.delete('READY');
    const assets = github.state.releases[0]?.assets ?? [];
    expect(new Map(assets.map(({ name, bytes }) => [name, bytes]))).toEqual(deployed);
    expect([...deployed.keys()]).toEqual(expect.arrayContaining(['model.tflite', 'weights.bin']));
    expect(structuredClone(github.state.releases)).toEqual(releases);
    expect(
      readJson(workspace.path, '.mlops/deployment.json').targets.map(
        ({ status }: { status: string }) => status,
      ),
    ).toEqual(['unchanged', 'unchanged']);
  });

  test('without the permission publishes nothing anywhere and names it', async () => {
    await using github = await startGitHub({});
    await using workspace = await withTargets('{ kind: directory }, { kind: release }');
    await cp(join(workspace.path, '.mlops'), join(workspace.path, 'before'), { recursive: true });
    const run = await deploy(workspace.path, github);
    expect(run.exitCode).toBe(2);
    expect(errors(run)).toEqual([expect.stringContaining('contents: write')]);
    expect(github.state.releases).toEqual([]);
    const models = [...(await readTree(workspace.path)).keys()].filter((path) =>
      path.startsWith('models/'),
    );
    expect(models.filter((path) => !path.includes('/.incoming-'))).toEqual([]);
    expect(await readTree(join(workspace.path, '.mlops'))).toEqual(
      await readTree(join(workspace.path, 'before')),
    );
  });
});
