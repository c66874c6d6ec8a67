import { describe, expect, test } from '@jest/globals';
import { CancelledError } from '../../shared/errors/index.ts';
import { type RunToLog, trackTraining } from '../../shared/mlflow/index.ts';
import type { MemoryPorts } from '../../shared/platform/index.ts';
import { type Fault, type MlflowDouble, startMlflow } from './server.ts';
import { faults, trackedPorts, WEIGHTS, warningsOf } from './tracked-ports.ts';

const RUN: RunToLog = {
  model: 'churn',
  identity: { modelDigest: 'a'.repeat(64), trainingDigest: 'b'.repeat(64) },
  content: {
    params: [{ key: 'training.seed', value: '7' }],
    metrics: [
      { key: 'validation-loss', value: 0.5, step: 1 },
      { key: 'validation-loss', value: 0.25, step: 2 },
    ],
    tags: [],
  },
  files: ['model/weights.bin', 'training.json'],
  outputDirectory: '.mlops',
  startedAt: new Date('2026-01-01T00:00:00Z'),
  fromCache: false,
  version: '1.0.0',
};

function expectComplete({ runs, files, experiments }: MlflowDouble, at = 0): void {
  const run = runs[at];
  expect([...experiments.keys()]).toEqual(['churn']);
  expect(run?.status).toBe('FINISHED');
  expect(run?.metrics.map(({ key, value, step }) => [key, value, step])).toEqual([
    ['validation-loss', 0.5, 1],
    ['validation-loss', 0.25, 2],
  ]);
  expect(run?.params).toEqual(new Map([['training.seed', '7']]));
  const folder = `${run?.experiment}/${run?.id}/artifacts`;
  expect(files.get(`${folder}/model/weights.bin`)?.equals(WEIGHTS)).toBe(true);
  expect(files.get(`${folder}/training.json`)?.toString()).toBe('{"a": 1}');
}

describe('a training', () => {
  test('is a complete run with what MLflow shows of its origin', async () => {
    await using server = await startMlflow();
    const ports = trackedPorts(server.url);
    const tracked = await trackTraining(RUN, ports);
    expectComplete(server);
    const [run] = server.runs;
    expect(tracked).toEqual({
      url: `${server.url}/#/experiments/1/runs/${run?.id}`,
      text: 'the run of this training',
    });
    expect(run?.name).toBe('churn aaaaaaaa');
    expect(Object.fromEntries(run?.tags ?? [])).toEqual({
      'mlflow.user': 'octocat',
      'mlflow.source.type': 'LOCAL',
      'mlflow.source.name': 'octo/models',
      'mlflow.source.git.commit': 'c0ffee',
      'mlflow.source.git.branch': 'main',
      'mlflow.source.git.repoURL': 'https://github.com/octo/models',
      'mlops.model': 'churn',
      'mlops.model-digest': 'a'.repeat(64),
      'mlops.training-digest': 'b'.repeat(64),
      'mlops.request': expect.stringMatching(/^[0-9a-f]{64}$/),
      'mlops.run-url': 'https://github.com/octo/models/actions/runs/1',
      'mlops.version': '1.0.0',
    });
    expect(warningsOf(ports)).toEqual([]);
  });

  test('from the cache is not logged again, but where it is not there yet', async () => {
    await using server = await startMlflow();
    const cached = { ...RUN, fromCache: true };
    const first = await trackTraining(cached, trackedPorts(server.url));
    expect(await trackTraining(cached, trackedPorts(server.url))).toEqual({
      ...first,
      text: 'the run that has this training already',
    });
    expect(server.runs).toHaveLength(1);
    const other = { ...cached, identity: { ...RUN.identity, trainingDigest: 'c'.repeat(64) } };
    await trackTraining(other, trackedPorts(server.url));
    expect(server.runs).toHaveLength(2);
    // A training of its own is a run of its own, of the same model or not.
    await trackTraining(RUN, trackedPorts(server.url));
    expect(server.runs).toHaveLength(3);
  });

  test('that was logged in part is logged anew', async () => {
    await using server = await startMlflow({
      fault: faults({ 'POST runs/log-batch': [{ status: 403 }] }),
    });
    const ports = trackedPorts(server.url);
    expect(await trackTraining(RUN, ports)).toBeNull();
    expect(server.runs[0]?.status).toBe('FAILED');
    expect(warningsOf(ports)).toEqual([
      'Not logged to MLflow: The MLflow server answers 403 to POST runs/log-batch. Give its account the right to edit the experiment, and the registered model. Nothing else depends on it: the step goes on.',
    ]);
    await trackTraining({ ...RUN, fromCache: true }, trackedPorts(server.url));
    expectComplete(server, 1);
  });

  test('whose files the server does not pass on is logged without them, and says so', async () => {
    await using server = await startMlflow({ artifactUri: 's3://bucket/{path}' });
    const tracked = await trackTraining(RUN, trackedPorts(server.url));
    expect(tracked?.lacks).toMatch(/^its files: the server keeps those in "s3:"/);
    expect(server.files.size).toBe(0);
    expect(server.runs[0]?.status).toBe('FINISHED');
  });

  test.each(['mlflow-artifacts:/1/../../secret', 'mlflow-artifacts:/', 'nonsense', ''])(
    'goes nowhere else where the server names the place %j',
    async (artifactUri) => {
      await using server = await startMlflow({ artifactUri });
      await trackTraining(RUN, trackedPorts(server.url));
      expect(server.requests.filter((line) => line.startsWith('PUT'))).toEqual([]);
    },
  );

  test('is logged as killed when the run is cancelled meanwhile', async () => {
    const held: { ports?: MemoryPorts } = {};
    await using server = await startMlflow({
      fault: (line) => {
        if (line !== 'POST runs/log-batch') return undefined;
        held.ports?.cancellation.cancel('was told to stop (SIGINT)');
        return 'never-answer';
      },
    });
    const ports = trackedPorts(server.url, {}, { answerTimeout: 5_000 });
    held.ports = ports;
    await expect(trackTraining(RUN, ports)).rejects.toThrow(CancelledError);
    await ports.cancellation.cleanUp(ports, 2_000);
    expect(server.runs[0]?.status).toBe('KILLED');
    expect(warningsOf(ports)).toEqual([]);
  });
});

describe('a server that fails for a while costs nothing', () => {
  test.each<[string, Readonly<Record<string, readonly Fault[]>>]>([
    [
      'server errors',
      { 'POST runs/log-batch': [{ status: 500 }, { status: 502 }, { status: 503 }] },
    ],
    [
      'too many requests',
      { 'POST runs/create': [{ status: 429, headers: { 'retry-after': '0' } }] },
    ],
    [
      'cut connections',
      { 'GET experiments/get-by-name': ['cut', 'cut'], 'POST runs/update': ['cut'] },
    ],
    ['no answer', { 'POST runs/log-batch': ['never-answer'] }],
    [
      'lost answers',
      { 'POST experiments/create': ['done-but-cut'], 'POST runs/update': ['done-but-cut'] },
    ],
    ['a lost answer to what makes a run', { 'POST runs/create': ['done-but-cut'] }],
    ['a cut before a run is made', { 'POST runs/create': ['cut'] }],
  ])('%s', async (_, each) => {
    await using server = await startMlflow({ fault: faults(each) });
    const ports = trackedPorts(server.url);
    expect(await trackTraining(RUN, ports)).not.toBeNull();
    expect(server.runs).toHaveLength(1);
    expectComplete(server);
    expect(warningsOf(ports)).toEqual([]);
  });

  test('a file whose upload is cut is sent again', async () => {
    let cuts = 2;
    await using server = await startMlflow({
      fault: (line) => (/weights\.bin$/.test(line) && cuts-- > 0 ? 'cut' : undefined),
    });
    await trackTraining(RUN, trackedPorts(server.url));
    expectComplete(server);
  });
});

describe('a server that can not be used costs one warning', () => {
  test.each<[string, Fault, RegExp]>([
    [
      'wants credentials',
      { status: 401, body: '<h1>Sign in</h1>' },
      /wants credentials, and none are set\. Set MLFLOW_TRACKING_TOKEN.*a pull request from a fork is given none\./,
    ],
    [
      'is none of MLflow',
      { status: 404, body: '<h1>Not Found</h1>' },
      /is no MLflow server \(404 to GET experiments\/get-by-name\)/,
    ],
    [
      'answers with a page',
      { status: 200, body: '<html>' },
      /is no MLflow server \(the answer to GET experiments\/get-by-name is no JSON object\)/,
    ],
    [
      'leads to a page where people sign in',
      { status: 302, headers: { location: 'https://sso.example.com/?state=hidden' } },
      /leads elsewhere to sso\.example\.com, which is not followed/,
    ],
    [
      'answers without end',
      'endless',
      /is no MLflow server \(it answers with more than 4000000 bytes\)/,
    ],
    [
      'answers with another form',
      { status: 200, body: '{"experiment": 3}' },
      /names no experiment/,
    ],
    [
      'names an id that would lead elsewhere',
      { status: 200, body: '{"experiment": {"experiment_id": "1/../../x"}}' },
      /names no experiment/,
    ],
    [
      'has the experiment deleted',
      { status: 200, body: '{"experiment": {"experiment_id": "1", "lifecycle_stage": "deleted"}}' },
      /The experiment has been deleted in MLflow\. Restore it there/,
    ],
    ['fails all the time', { status: 500 }, /answers 500 to GET experiments\/get-by-name/],
    [
      'never answers',
      'never-answer',
      /gives no answer to GET experiments\/get-by-name \(it took too long\)/,
    ],
    [
      'limits for longer than is waited',
      { status: 429, headers: { 'retry-after': '3600' } },
      /answers 429/,
    ],
  ])('that %s', async (_, fault, message) => {
    await using server = await startMlflow({ fault: () => fault });
    const ports = trackedPorts(server.url);
    expect(await trackTraining(RUN, ports)).toBeNull();
    expect(warningsOf(ports)).toEqual([expect.stringMatching(message)]);
    expect(server.requests.length).toBeLessThanOrEqual(4);
  });

  test('that is not there', async () => {
    const server = await startMlflow();
    await server[Symbol.asyncDispose]();
    const ports = trackedPorts(server.url);
    expect(await trackTraining(RUN, ports)).toBeNull();
    expect(warningsOf(ports)).toEqual([
      expect.stringMatching(/gives no answer to GET experiments\/get-by-name \(.*ECONNREFUSED/),
    ]);
  });

  test('whose address is none, without a request', async () => {
    const ports = trackedPorts('file:///tmp/mlruns');
    expect(await trackTraining(RUN, ports)).toBeNull();
    expect(warningsOf(ports)).toEqual([
      expect.stringMatching(/MLFLOW_TRACKING_URI begins with "file:"; only http and https/),
    ]);
  });

  test('whose words repeat the credentials, which are not shown', async () => {
    const token = 'mlflow-secret-0123456789';
    await using server = await startMlflow({
      fault: () => ({
        status: 403,
        body: JSON.stringify({ error_code: 'PERMISSION_DENIED', message: `no ${token} here` }),
      }),
    });
    const ports = trackedPorts(server.url, { MLFLOW_TRACKING_TOKEN: token });
    await trackTraining(RUN, ports);
    expect(JSON.stringify(ports.journal.annotations)).toContain('no *** here');
    expect(JSON.stringify([ports.journal.annotations, ports.journal.log])).not.toContain(token);
  });

  test('which the whole step waits for no longer than the budget', async () => {
    await using server = await startMlflow({ fault: () => 'never-answer' });
    const ports = trackedPorts(server.url, {}, { failureBudget: 200 });
    await trackTraining(RUN, ports);
    // 150 ms, a pause, and what is left for one more try.
    expect(server.requests.length).toBeLessThanOrEqual(2);
    const before = server.requests.length;
    await trackTraining(RUN, ports);
    expect(server.requests.length).toBeLessThanOrEqual(before + 1);
  });
});

test('the credentials are those that the server wants', async () => {
  await using server = await startMlflow({ authorization: 'Bearer abc-def' });
  await trackTraining(RUN, trackedPorts(server.url, { MLFLOW_TRACKING_TOKEN: 'abc-def' }));
  expectComplete(server);
  const ports = trackedPorts(server.url, { MLFLOW_TRACKING_TOKEN: 'another' });
  await trackTraining(RUN, ports);
  expect(warningsOf(ports)).toEqual([
    expect.stringMatching(/does not accept the credentials\. Set MLFLOW_TRACKING_TOKEN/),
  ]);
});
