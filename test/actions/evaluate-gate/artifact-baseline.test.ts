import { beforeAll, describe, expect, test } from '@jest/globals';
import { parseRunRecord, prettyJson, type RunRecord } from '../../../shared/lineage/index.ts';
import type { memoryPorts, RunArtifact, WorkflowRun } from '../../../shared/platform/index.ts';
import { annotationsOf, change, evaluateFiles, refuse } from './evaluating.ts';
import { CONFIGURATION, type Files, makeRows, trainInto } from './trained-model.ts';

const AGAINST_ARTIFACT = `${CONFIGURATION}evaluation:
  baseline-artifact: mlops
  gates:
    - { metric: accuracy, against: baseline, may-drop: 0 }
`;
const COMMIT = 'abcdef1234567890abcdef1234567890abcdef12';

let trained: Files;
/** The record of the same model, evaluated with the outcome `pass`. */
let blessed: RunRecord;

beforeAll(async () => {
  const files = { 'mlops.yml': AGAINST_ARTIFACT, 'data.csv': makeRows() };
  trained = { ...files, ...(await trainInto(files)) };
  const record = parseRunRecord(String(trained['.mlops/run.json']), 'run.json');
  blessed = {
    ...record,
    evaluation: {
      verdict: 'pass',
      outcome: 'pass',
      reason: 'all gates hold',
      modelDigest: String(record.training?.modelDigest),
      examples: 160,
      metrics: {},
    },
  };
});

/** What train-model and evaluate-gate have left in the artifact of a run. */
function content(record: object | string = blessed, changes: Files = {}): Files {
  const model = Object.entries(trained).flatMap(([path, bytes]) =>
    path.startsWith('.mlops/model/') ? [[path.slice('.mlops/'.length), bytes] as const] : [],
  );
  const text = typeof record === 'string' ? record : prettyJson(record);
  return { ...Object.fromEntries(model), 'run.json': text, ...changes };
}

type Given = Partial<RunArtifact> & { readonly files?: Files | Error; readonly event?: string };

/** Run 100 + n left artifact n, the first of them the newest. */
function runsOf(artifacts: readonly Given[]) {
  const listed = artifacts.map(({ event: _, ...artifact }, index) => ({
    id: index + 1,
    name: 'mlops',
    bytes: 1000,
    expired: false,
    createdAt: '2026-01-01T00:00:00Z',
    run: { id: 101 + index, branch: 'main', fromFork: false },
    files: content(),
    ...artifact,
  }));
  const runs = listed.map(
    ({ run }, index): WorkflowRun => ({
      id: run?.id ?? 0,
      event: artifacts[index]?.event ?? 'push',
      completed: true,
      url: `https://github.example/octo/models/actions/runs/${run?.id}`,
      commit: COMMIT,
      branch: 'main',
      headRepository: 'octo/models',
      fromFork: false,
    }),
  );
  return { artifacts: listed, runs };
}

function optionsFor(artifacts: readonly Given[], run = {}): Parameters<typeof memoryPorts>[1] {
  return {
    withGitHub: true,
    run: { runId: 500, baseBranch: 'main', ...run },
    runs: runsOf(artifacts),
  };
}

async function evaluateAgainst(artifacts: readonly Given[], run = {}) {
  const evaluated = await evaluateFiles(trained, optionsFor(artifacts, run));
  const log = evaluated.ports.journal.log.map(({ text }) => text).join('\n');
  return { ...evaluated, log };
}

describe('a baseline in an artifact', () => {
  test('is the newest blessed model of the base branch, and named by branch and commit', async () => {
    const { result, report, content, log } = await evaluateAgainst([{}, {}]);
    expect(result).toMatchObject({ verdict: 'pass', outcome: 'pass' });
    const runUrl = 'https://github.example/octo/models/actions/runs/101';
    expect(report.baseline).toMatchObject({
      path: 'main@abcdef1',
      modelDigest: blessed.evaluation?.modelDigest,
      artifact: { name: 'mlops', id: 1, runUrl },
    });
    expect(log).toContain(`Baseline: main@abcdef1, artifact "mlops" of ${runUrl}`);
    expect(content('comment.md')).toContain('baseline <code>main&#64;abcdef1</code>');
    const record = result.record({ version: 1, model: 'clouds', actions: {} });
    expect(record.evaluation?.baseline).toEqual({
      path: 'main@abcdef1',
      modelDigest: blessed.evaluation?.modelDigest,
      artifact: { name: 'mlops', id: 1, runUrl },
    });
    expect(parseRunRecord(prettyJson(record), 'run.json')).toEqual(record);
  });

  const failed = () => ({
    ...blessed,
    evaluation: { ...blessed.evaluation, verdict: 'fail', outcome: 'fail' },
  });
  test.each<[string, () => Given, string]>([
    ['had failed', () => ({ files: content(failed()) }), 'had not passed: fail, outcome fail'],
    [
      'had only a warning',
      () => ({
        files: content({
          ...blessed,
          evaluation: { ...blessed.evaluation, verdict: 'no-baseline', outcome: 'warn' },
        }),
      }),
      'had not passed: no-baseline, outcome warn',
    ],
    [
      'calls a failure a pass',
      () => ({
        files: content({ ...blessed, evaluation: { ...blessed.evaluation, verdict: 'fail' } }),
      }),
      'had not passed: fail, outcome pass',
    ],
    [
      'was not evaluated',
      () => {
        const { evaluation: _, ...record } = blessed;
        return { files: content(record) };
      },
      'was not evaluated',
    ],
    [
      'was evaluated with other bytes',
      () => ({
        files: content({
          ...blessed,
          evaluation: { ...blessed.evaluation, modelDigest: '0'.repeat(64) },
        }),
      }),
      'holds another model than the one that was evaluated',
    ],
    [
      'is another model',
      () => ({ files: content({ ...blessed, model: 'rain' }) }),
      'is of the model "rain"',
    ],
    ['has no record', () => ({ files: {} }), 'holds no run.json'],
    [
      'has no model',
      () => ({ files: { 'run.json': prettyJson(blessed) } }),
      'holds no model/model.json',
    ],
    ['has expired', () => ({ expired: true }), 'has expired'],
    ['was left on workflow_run', () => ({ event: 'workflow_run' }), 'was left on workflow_run'],
    [
      'was left on pull_request_target',
      () => ({ event: 'pull_request_target' }),
      'was left on pull_request_target',
    ],
    ['was left on pull_request', () => ({ event: 'pull_request' }), 'was left on pull_request'],
  ])('that %s is passed over for an older one, and the log says why', async (_, given, why) => {
    const { report, log } = await evaluateAgainst([given(), {}]);
    expect(report.baseline?.artifact?.id).toBe(2);
    expect(log).toContain(`Not the baseline: artifact "mlops" of run 101 ${why}`);
  });

  test.each<[string, Given]>([
    ["a fork's branch of the same name", { run: { id: 7, branch: 'main', fromFork: true } }],
    ['another branch', { run: { id: 7, branch: 'feature', fromFork: false } }],
    ['this run', { run: { id: 500, branch: 'main', fromFork: false } }],
    ['no run', { run: undefined as never }],
    ['another name', { name: 'mlops-shard-1-of-2' }],
  ])('is never that of %s', async (_, given) => {
    const { result, report } = await evaluateAgainst([given]);
    expect(report.baseline).toBeUndefined();
    expect(result).toMatchObject({ verdict: 'no-baseline', outcome: 'warn' });
  });

  test('that was deployed by force counts, and a warning says so', async () => {
    const record = {
      ...failed(),
      deployments: [
        {
          target: 'directory',
          location: 'models',
          version: '1',
          modelDigest: String(blessed.training?.modelDigest),
          at: '2026-01-01T00:00:00Z',
          forced: 'the demo is tomorrow',
        },
      ],
    };
    const { ports, report } = await evaluateAgainst([{ files: content(record) }, {}]);
    expect(report.baseline?.artifact?.id).toBe(1);
    expect(annotationsOf(ports)).toContain('warning: The baseline never passed its gates');
  });

  test('is not looked for for ever', async () => {
    const { report, log } = await evaluateAgainst([
      ...Array.from({ length: 20 }, () => ({ expired: true })),
      {},
    ]);
    expect(report.baseline).toBeUndefined();
    expect(log).toContain('20 of that branch, none had passed');
  });

  test('that is missing leaves no-baseline as it is configured, and the log says what to do', async () => {
    const files = change(trained, {
      'mlops.yml': AGAINST_ARTIFACT.replace('  gates', '  on-no-baseline: fail\n  gates'),
    });
    const { result, ports } = await evaluateFiles(files, optionsFor([]));
    expect(result).toMatchObject({ verdict: 'no-baseline', outcome: 'fail' });
    expect(ports.journal.log.at(0)?.text).toBe(
      'No baseline: no artifact "mlops" of the branch "main" holds a model "clouds" that had passed (none of that branch). Run the workflow that deploys once on that branch.',
    );
  });

  test.each([
    ['a terminal', { run: { platform: 'terminal' as const } }, 'a terminal has no artifacts'],
    ['a step without a token', { run: {} }, 'there is no token to ask with'],
    ['a run of a tag', { run: {}, withGitHub: true }, 'belongs to no branch'],
  ])('does not stop %s: no-baseline', async (_, options, why) => {
    const { result, ports } = await evaluateFiles(trained, options);
    expect(result).toMatchObject({ verdict: 'no-baseline', outcome: 'warn' });
    expect(ports.journal.log.map(({ text }) => text).join()).toContain(why);
  });
});

describe('a damaged artifact of the base branch is an error and not "no baseline"', () => {
  test.each<[string, () => Given, string]>([
    [
      'that can not be read',
      () => ({ files: new Error('the artifact is not read') }),
      'the artifact is not read',
    ],
    ['whose record is none', () => ({ files: content('{}') }), 'is not a run record'],
    [
      'whose transform is none',
      () => ({ files: content(blessed, { 'model/transform.json': '{' }) }),
      'The transform of the model is not JSON',
    ],
  ])('%s', async (_, given, message) => {
    const run = evaluateFiles(trained, optionsFor([given(), {}]));
    await expect(run).rejects.toThrow(message);
  });

  test('with a remedy that names the artifact and its run', async () => {
    const run = evaluateFiles(trained, optionsFor([{ files: content('{}') }]));
    await expect(run).rejects.toThrow(
      /^The baseline in artifact "mlops" of https:\/\/github\.example\/octo\/models\/actions\/runs\/101 is damaged: .* Delete that artifact, or run the workflow/,
    );
  });
});

test('a baseline is a folder or an artifact', async () => {
  const both = AGAINST_ARTIFACT.replace('  gates', '  baseline: models\n  gates');
  expect(await refuse(change(trained, { 'mlops.yml': both }))).toContain(
    'both a folder and an artifact',
  );
});

test('where the baseline is kept does not change what a verdict counts for', async () => {
  const elsewhere = change(trained, {
    'mlops.yml': AGAINST_ARTIFACT.replace('baseline-artifact: mlops', 'baseline: models'),
  });
  const gates = async (files: Files) =>
    (await evaluateFiles(files)).result.record({ version: 1, model: '', actions: {} }).evaluation
      ?.gatesDigest;
  expect(await gates(elsewhere)).toBe(await gates(trained));
});
