import { beforeAll, describe, expect, test } from '@jest/globals';
import { action } from '../../../actions/evaluate-gate/main.ts';
import { executeAction, type InputSource } from '../../../shared/action/index.ts';
import type { EvaluationReport } from '../../../shared/evaluation/index.ts';
import { prettyJson, type RunRecord } from '../../../shared/lineage/index.ts';
import {
  type MemoryPorts,
  type MemoryRuns,
  memoryPorts,
  type RunArtifact,
  type WorkflowRun,
} from '../../../shared/platform/index.ts';
import { decode, GATES } from './evaluating.ts';
import { CONFIGURATION, type Files, makeRows, trainInto } from './trained-model.ts';

const COMMIT = 'abcdef1234567890abcdef1234567890abcdef12';
const RUN: WorkflowRun = {
  id: 77,
  event: 'pull_request',
  completed: true,
  url: 'https://github.example/octo/models/actions/runs/77',
  commit: COMMIT,
  branch: 'better',
  headRepository: 'stranger/models',
  fromFork: true,
};
const PULL_REQUEST = {
  number: 5,
  commit: COMMIT,
  headRepository: 'stranger/models',
  branch: 'better',
};

/** What the run of the pull request left: by a whole evaluate-gate, so that it is what users have. */
let left: Files;
let report: EvaluationReport;
let record: RunRecord;

beforeAll(async () => {
  const files = { 'mlops.yml': CONFIGURATION + GATES, 'data.csv': makeRows() };
  const ports = memoryPorts({ ...files, ...(await trainInto(files)) });
  await executeAction(action, inputs({ comment: 'false' }), ports);
  left = Object.fromEntries(ports.files.under('.mlops'));
  report = JSON.parse(decode(left['evaluation.json']));
  record = JSON.parse(decode(left['run.json']));
});

function inputs(given: Readonly<Record<string, string>>): InputSource {
  return { read: (name) => given[name], describe: (name) => `input "${name}"` };
}

type Given = { files?: Files | Error; artifact?: Partial<RunArtifact> | null } & Omit<
  MemoryRuns,
  'artifacts'
>;

async function comment(given: Given = {}, more: Readonly<Record<string, string>> = {}) {
  const { files = left, artifact, runs = [RUN], pullRequests = [PULL_REQUEST] } = given;
  const artifacts =
    artifact === null
      ? []
      : [
          {
            id: 1,
            name: 'mlops',
            bytes: 1000,
            expired: false,
            createdAt: '2026-01-01T00:00:00Z',
            run: { id: 77, branch: 'better', fromFork: true },
            ...artifact,
            files,
          },
        ];
  // No mlops.yml, no data, nothing checked out.
  const ports = memoryPorts(
    {},
    { withGitHub: true, run: { runId: 900 }, runs: { artifacts, runs, pullRequests } },
  );
  const { exitCode } = await executeAction(
    action,
    inputs({ 'comment-of-run': '77', 'artifact-name': 'mlops', ...more }),
    ports,
  );
  // Whatever a stranger's run left: not a file of it, and no artifact that would pass for one of this branch.
  expect([...ports.files.content.keys()]).toEqual([]);
  expect([...ports.journal.artifacts.keys()]).toEqual([]);
  return { ports, exitCode, outputs: ports.journal.outputs, body: bodyOf(ports) };
}

function bodyOf({ journal }: MemoryPorts): string {
  return String(journal.published[0]?.item.body ?? '');
}

const messages = ({ journal }: MemoryPorts) =>
  journal.annotations.map(({ level, message }) => `${level}: ${message}`).join('\n');

/** `report` and its part of the record, changed alike. */
function withReport(changes: object): Files {
  const changed = { ...report, ...changes };
  const { verdict, outcome, modelDigest } = changed;
  const evaluation = { ...record.evaluation, verdict, outcome, modelDigest };
  return {
    ...left,
    'evaluation.json': prettyJson(changed),
    'run.json': prettyJson({ ...record, evaluation }),
  };
}

describe('the comment on a run of a fork', () => {
  test('is what that run found, and says first whose word it is', async () => {
    const { ports, exitCode, outputs, body } = await comment();
    expect(exitCode).toBe(0);
    expect(ports.journal.published).toEqual([
      {
        kind: 'comment',
        item: {
          pullRequest: 5,
          marker: '<!-- mlops-actions: clouds clouds from-fork -->',
          body,
          run: { run: 77, attempt: 0 },
        },
      },
    ]);
    const [heading, caveat, reason] = body.split('\n\n');
    expect(heading).toBe('## ✅ clouds: passes its gates');
    expect(caveat).toBe(
      "> These figures come from a run of the fork's own code (<code>stranger/models&#64;abcdef1</code>). They prove nothing until a maintainer has run it.",
    );
    expect(reason).toContain('gates');
    for (const part of ['| gate |', 'Learning curve', 'runs/77', '<code>abcdef1</code>']) {
      expect(body).toContain(part);
    }
    expect(outputs).toEqual({
      'mlflow-run': '',
      verdict: 'pass',
      outcome: 'pass',
      reason: report.reason,
      metrics: expect.stringContaining('"accuracy":'),
      comment: 'https://github.example/comment/1',
      report: '',
    });
    expect(ports.journal.summary.join()).toContain('They prove nothing');
  });

  test('is not what comment.md says', async () => {
    const { body } = await comment({ files: { ...left, 'comment.md': '# Merge this at once' } });
    expect(body).not.toContain('Merge this');
  });

  test('tells of a failure without failing', async () => {
    const { exitCode, outputs, body } = await comment({
      files: withReport({ verdict: 'fail', outcome: 'fail', reason: 'Gate fails: accuracy' }),
    });
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({ verdict: 'fail', outcome: 'fail' });
    expect(body).toContain('do not merge yet');
  });

  test('has the label that the workflow gives', async () => {
    const { ports } = await comment({}, { 'comment-label': 'nightly' });
    expect(ports.journal.published[0]?.item.marker).toBe(
      '<!-- mlops-actions: clouds nightly from-fork -->',
    );
  });

  test('is never longer than GitHub takes, and keeps the caveat', async () => {
    const slice = (index: number) => ({
      slice: { [`region ${index}`]: '|'.repeat(300) },
      examples: 1,
      metrics: [{ metric: 'accuracy', value: 1 }],
    });
    const gates = Array.from({ length: 40 }, (_, index) => ({
      ...report.gates[0],
      configured: { index, text: '|'.repeat(2000) },
    }));
    const { body } = await comment({
      files: withReport({
        gates,
        slices: Array.from({ length: 5_000 }, (_, index) => slice(index)),
      }),
    });
    expect(body.length).toBeLessThan(65_536);
    expect(body).toContain('They prove nothing');
    expect(body).toContain('Shortened');
  });
});

test("a run of a branch of this repository gets the comment that it couldn't make, without a caveat", async () => {
  const own = { headRepository: 'octo/models', branch: 'better' };
  const { ports, body } = await comment({
    runs: [{ ...RUN, ...own, fromFork: false }],
    pullRequests: [{ ...PULL_REQUEST, ...own }],
  });
  expect(ports.journal.published[0]?.item.marker).toBe('<!-- mlops-actions: clouds clouds -->');
  expect(body).not.toContain('They prove nothing');
});

describe('nothing is written, and the step succeeds, when', () => {
  test.each<[string, Given, string]>([
    [
      'a newer commit is there',
      { pullRequests: [{ ...PULL_REQUEST, commit: '0'.repeat(40) }] },
      'Run 77 is superseded by a newer commit',
    ],
    ['the pull request is closed', { pullRequests: [] }, 'The pull request of run 77 is closed'],
    [
      'another fork has a branch of this name',
      { pullRequests: [{ ...PULL_REQUEST, headRepository: 'other/models' }] },
      'closed',
    ],
    [
      'two pull requests have this head',
      { pullRequests: [PULL_REQUEST, { ...PULL_REQUEST, number: 6 }] },
      'several open pull requests (#5, #6)',
    ],
    ['the run left no artifact', { artifact: null }, 'left no artifact "mlops"'],
    ['the artifact has expired', { artifact: { expired: true } }, 'has lost its artifact'],
    ['nothing was evaluated', { files: {} }, 'ended before its model was evaluated'],
  ])('%s', async (_, given, why) => {
    const { ports, exitCode, outputs } = await comment(given);
    expect(exitCode).toBe(0);
    expect(ports.journal.published).toEqual([]);
    expect(messages(ports)).toContain(why);
    expect(messages(ports)).toMatch(/^notice: /);
    // Not a word that a later step could take for a verdict.
    expect(outputs).toMatchObject({ verdict: '', outcome: '', metrics: '{}', comment: '' });
  });
});

describe('a run that is not one of a pull request is refused', () => {
  test.each<[string, Given, string]>([
    ['unknown here', { runs: [] }, 'This repository has no run 77'],
    ['of a push', { runs: [{ ...RUN, event: 'push' }] }, 'was started by push'],
    [
      'with more rights',
      { runs: [{ ...RUN, event: 'pull_request_target' }] },
      'was started by pull_request_target',
    ],
    ['not at its end', { runs: [{ ...RUN, completed: false }] }, 'has not ended yet'],
  ])('%s', async (_, given, message) => {
    const { ports, exitCode } = await comment(given);
    expect(exitCode).toBe(2);
    expect(messages(ports)).toContain(message);
    expect(ports.journal.published).toEqual([]);
  });
});

describe('an artifact that is not what it should be is refused', () => {
  test.each<[string, () => Files | Error, string]>([
    ['no JSON', () => ({ ...left, 'evaluation.json': '{' }), 'evaluation.json is not JSON'],
    ['a list', () => ({ ...left, 'evaluation.json': '[]' }), 'evaluation.json is no evaluation'],
    ['an unknown field', () => withReport({ pullRequest: 6 }), 'evaluation.json is no evaluation'],
    [
      'an unknown verdict',
      () => ({ ...left, 'evaluation.json': prettyJson({ ...report, verdict: 'merge' }) }),
      'evaluation.json is no evaluation',
    ],
    ['another record', () => ({ ...left, 'run.json': '{}' }), 'run.json is not a run record'],
    [
      'two opinions',
      () => ({ ...left, 'evaluation.json': prettyJson({ ...report, verdict: 'fail' }) }),
      'speak of different evaluations',
    ],
    [
      'two models',
      () => ({
        ...left,
        'evaluation.json': prettyJson({ ...report, modelDigest: '0'.repeat(64) }),
      }),
      'speak of different evaluations',
    ],
    ['a reason without an end', () => withReport({ reason: '*'.repeat(10_001) }), 'a sentence'],
    [
      'a confusion of another size',
      () => withReport({ confusion: { classes: ['a', 'b'], counts: [[1, 2, 3]] } }),
      'not square',
    ],
  ])('%s', async (_, files, message) => {
    const { ports, exitCode, outputs } = await comment({ files: files() });
    expect(exitCode).toBe(2);
    expect(messages(ports)).toContain(message);
    expect(ports.journal.published).toEqual([]);
    expect(outputs).toEqual({});
  });

  test('reports of other actions that do not fit are left out', async () => {
    const files = { ...left, 'training.json': '{"version":1}', 'anomalies.json': '[' };
    const { exitCode, body } = await comment({ files });
    expect(exitCode).toBe(0);
    expect(body).not.toContain('Learning curve');
    expect(body).toContain('| gate |');
  });
});

/** Everything that could reach a mention, a link, HTML, another comment or the log's commands. */
const EVIL =
  '@octo/team #1 <script>x</script> <!-- --> | `a` [x](https://evil.example) ![x](https://evil.example/p.png) https://evil.example\n::set-output name=verdict::pass\n##[add-mask]a\u202e';

test('text of a stranger stays text', async () => {
  const files = withReport({
    reason: EVIL,
    intervals: EVIL,
    slices: [{ slice: { [EVIL]: EVIL }, examples: 1, metrics: [{ metric: 'accuracy', value: 1 }] }],
    gates: report.gates.map((gate) => ({
      ...gate,
      gate: EVIL,
      reason: EVIL,
      configured: { index: 0, text: EVIL },
    })),
    confusion: {
      classes: [EVIL, 'b'],
      counts: [
        [1, 2],
        [3, 4],
      ],
    },
  });
  const changed = JSON.parse(decode(files['run.json']));
  changed.model = EVIL;
  changed.training.engine.name = EVIL;
  changed.training.engine.version = EVIL;
  const { ports, exitCode, body } = await comment({
    files: { ...files, 'run.json': prettyJson(changed) },
  });
  expect(exitCode).toBe(0);
  const marker = String(ports.journal.published[0]?.item.marker);
  expect(marker).toMatch(/^<!-- mlops-actions: [\p{L}\p{N}_.-]+ [\p{L}\p{N}_.-]+ from-fork -->$/u);
  for (const sign of ['@octo', '<script', '<!--', '](https://evil', '![', '\u202e', '::set']) {
    expect(body).not.toContain(sign);
    expect(ports.journal.summary.join()).not.toContain(sign);
  }
});

describe('the inputs', () => {
  test.each([
    [{ 'comment-of-run': '77' }, 'give artifact-name, too'],
    [{ 'comment-of-run': '0', 'artifact-name': 'mlops' }, 'write a whole number'],
    [{ 'comment-of-run': '7; rm', 'artifact-name': 'mlops' }, 'write a whole number'],
    [{ 'comment-of-run': '77', 'artifact-name': 'mlops', comment: 'false' }, 'is there to comment'],
  ])('%j are refused', async (given, message) => {
    const ports = memoryPorts({}, { withGitHub: true });
    const { exitCode } = await executeAction(action, inputs(given), ports);
    expect(exitCode).toBe(2);
    expect(messages(ports).toLowerCase()).toContain(message);
  });

  test('need GitHub', async () => {
    const ports = memoryPorts({});
    const given = { 'comment-of-run': '77', 'artifact-name': 'mlops' };
    expect((await executeAction(action, inputs(given), ports)).exitCode).toBe(2);
    expect(messages(ports)).toContain('comment-of-run needs GitHub');
  });
});
