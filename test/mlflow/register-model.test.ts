import { describe, expect, test } from '@jest/globals';
import type { EvaluationReport } from '../../shared/evaluation/index.ts';
import {
  evaluationContent,
  extendTrainingRun,
  type ModelToRegister,
  readIdentity,
  registerModel,
  trackTraining,
} from '../../shared/mlflow/index.ts';
import { fitAlias } from '../../shared/mlflow/model-registry.ts';
import { type Fault, type MlflowDouble, type MlflowOptions, startMlflow } from './server.ts';
import { faults, trackedPorts, warningsOf } from './tracked-ports.ts';

const IDENTITY = { modelDigest: 'a'.repeat(64), trainingDigest: 'b'.repeat(64) };

const DEPLOYED: ModelToRegister = {
  model: 'churn',
  identity: IDENTITY,
  alias: 'deployed',
  tags: { 'mlops.version': 'v3', 'mlops.location': 'models/churn/v3', 'mlops.forced': undefined },
  files: ['training.json'],
  outputDirectory: '.mlops',
};

/** A server that has a run of one training, of `IDENTITY` if nothing else is said. */
async function startWithRun(
  options: MlflowOptions = {},
  modelDigest = IDENTITY.modelDigest,
): Promise<MlflowDouble> {
  const server = await startMlflow(options);
  const run = await trackTraining(
    {
      model: 'churn',
      identity: { ...IDENTITY, modelDigest },
      content: { params: [], metrics: [], tags: [] },
      files: [],
      outputDirectory: '.mlops',
      startedAt: new Date(0),
      fromCache: false,
      version: '1.0.0',
    },
    trackedPorts(server.url),
  );
  if (run === null) throw new Error('the server takes a run');
  return server;
}

describe('a model that is deployed', () => {
  test('is a version with its run, its place and the alias, however often it is deployed', async () => {
    await using server = await startWithRun();
    for (let round = 0; round < 2; round++) {
      const ports = trackedPorts(server.url);
      expect(await registerModel(DEPLOYED, ports)).toEqual({
        url: `${server.url}/#/models/churn/versions/1`,
        text: 'version 1 of churn (deployed)',
      });
      expect(warningsOf(ports)).toEqual([]);
    }
    const [run] = server.runs;
    expect([...server.models]).toEqual([
      [
        'churn',
        {
          versions: [
            {
              run: run?.id,
              source: `mlflow-artifacts:/1/${run?.id}/artifacts/model`,
              tags: new Map([
                ['mlops.version', 'v3'],
                ['mlops.location', 'models/churn/v3'],
              ]),
            },
          ],
          aliases: new Map([['deployed', '1']]),
        },
      ],
    ]);
    expect([...server.files.keys()]).toEqual([`1/${run?.id}/artifacts/training.json`]);
  });

  test('and was only proposed is a version without the alias', async () => {
    await using server = await startWithRun();
    const page = await registerModel({ ...DEPLOYED, alias: null }, trackedPorts(server.url));
    expect(page?.text).toBe('version 1 of churn');
    expect(server.models.get('churn')?.aliases.size).toBe(0);
  });

  test('again, by a rollback that knows its digest alone, has the alias again', async () => {
    await using server = await startWithRun();
    await registerModel(DEPLOYED, trackedPorts(server.url));
    const next = { ...IDENTITY, modelDigest: 'c'.repeat(64) };
    await trackTraining(
      {
        ...{ model: 'churn', identity: next, files: [], outputDirectory: '.mlops' },
        ...{ content: { params: [], metrics: [], tags: [] }, startedAt: new Date(0) },
        ...{ fromCache: false, version: '1.0.0' },
      },
      trackedPorts(server.url),
    );
    await registerModel({ ...DEPLOYED, identity: next }, trackedPorts(server.url));
    expect(server.models.get('churn')?.aliases.get('deployed')).toBe('2');
    const { modelDigest } = IDENTITY;
    await registerModel({ ...DEPLOYED, identity: { modelDigest } }, trackedPorts(server.url));
    expect(server.models.get('churn')?.aliases.get('deployed')).toBe('1');
    expect(server.models.get('churn')?.versions).toHaveLength(2);
  });

  test.each<[string, Readonly<Record<string, readonly Fault[]>>]>([
    ['lost answers', { 'POST registered-models/create': ['done-but-cut'] }],
    ['a lost answer to what makes a version', { 'POST model-versions/create': ['done-but-cut'] }],
    ['a cut before a version is made', { 'POST model-versions/create': ['cut'] }],
    ['server errors', { 'POST registered-models/alias': [{ status: 500 }, { status: 503 }] }],
  ])('is one version in spite of %s', async (_, each) => {
    await using server = await startWithRun({ fault: faults(each) });
    await registerModel(DEPLOYED, trackedPorts(server.url));
    expect(server.models.get('churn')?.versions).toHaveLength(1);
    expect(server.models.get('churn')?.aliases.get('deployed')).toBe('1');
  });

  test('but was not logged by its training is not registered, which is no warning', async () => {
    await using server = await startWithRun({}, 'd'.repeat(64));
    const ports = trackedPorts(server.url);
    expect(await registerModel(DEPLOYED, ports)).toBeNull();
    expect(server.models.size).toBe(0);
    expect(warningsOf(ports)).toEqual([]);
    expect(ports.journal.log.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^MLflow has no complete run of this training/),
    ]);
  });

  test('whose files MLflow does not have is not registered', async () => {
    await using server = await startWithRun({ artifactUri: 's3://bucket/{path}' });
    expect(await registerModel(DEPLOYED, trackedPorts(server.url))).toBeNull();
    expect(server.models.size).toBe(0);
  });

  test.each([
    ['production', 'production'],
    ['eu/production west', 'eu_production_west'],
    ['latest', '_latest'],
    ['V12', '_V12'],
  ])('to the environment %j has the alias %j', (environment, alias) => {
    expect(fitAlias(environment)).toBe(alias);
  });
});

describe('an evaluation', () => {
  const report = {
    ...{ version: 1, task: 'binary-classification', verdict: 'pass', outcome: 'pass' },
    ...{ reason: 'all gates pass', modelDigest: IDENTITY.modelDigest, examples: 10 },
    metrics: [
      { metric: 'accuracy', value: 0.9 },
      { metric: 'roc-auc', value: null, reason: 'one class' },
    ],
    baseline: {
      ...{ path: 'models/churn/v2', modelDigest: 'c'.repeat(64) },
      metrics: [{ metric: 'accuracy', value: 0.8 }],
    },
    ...{ gates: [], slices: [], intervals: '' },
  } as EvaluationReport;

  test('is added to the run of its training, with what it is compared with', async () => {
    await using server = await startWithRun();
    const page = await extendTrainingRun(
      {
        model: 'churn',
        identity: IDENTITY,
        content: evaluationContent(report),
        files: ['training.json', 'not-there.html'],
        outputDirectory: '.mlops',
      },
      trackedPorts(server.url),
    );
    const [run] = server.runs;
    expect(page).toEqual({
      url: `${server.url}/#/experiments/1/runs/${run?.id}`,
      text: 'this evaluation, in the run of its training',
    });
    expect(run?.metrics.map(({ key, value, step }) => [key, value, step])).toEqual([
      ['evaluation/accuracy', 0.9, 0],
      ['baseline/accuracy', 0.8, 0],
    ]);
    expect(Object.fromEntries(run?.tags ?? [])).toMatchObject({
      'mlops.verdict': 'pass',
      'mlops.outcome': 'pass',
      'mlops.reason': 'all gates pass',
      'mlops.baseline-digest': 'c'.repeat(64),
    });
    expect(run?.status).toBe('FINISHED');
  });

  test('where MLflow knows no experiment of the model makes none', async () => {
    await using server = await startMlflow();
    const extension = {
      ...{ model: 'churn', identity: IDENTITY, content: evaluationContent(report) },
      ...{ files: [], outputDirectory: '.mlops' },
    };
    expect(await extendTrainingRun(extension, trackedPorts(server.url))).toBeNull();
    expect(server.experiments.size).toBe(0);
  });
});

test('a training is known by its report where that is there', async () => {
  const { files } = trackedPorts('http://127.0.0.1:9');
  expect(await readIdentity(files, '.mlops', 'a')).toEqual({
    modelDigest: 'a',
    // printf '{"a": 1}' | sha256sum
    trainingDigest: 'f9d86028c6e0d64e225186f96acb69338b2c59764df79162107f5c4bb34d1310',
  });
  expect(await readIdentity(files, 'elsewhere', 'a')).toEqual({ modelDigest: 'a' });
});
