import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { PreparedWorkspaces } from '../support/prepared-workspaces.ts';
import { makeWorkspace, readTree, runStep } from '../support/run-bundle.ts';
import { addForkRun, type RunsOfRepository, startRuns } from '../support/runs-of-repository.ts';
import { makeZip } from '../support/zip.ts';

const PROJECT = 'test/bundles/scenarios/whole-chain/workspace';

const prepared = new PreparedWorkspaces();
afterAll(() => prepared[Symbol.asyncDispose]());

const trained = () => prepared.make(PROJECT, [{ action: 'train-model' }]);

/** Runs evaluate-gate in a step that reaches both services; no secret may show in its log. */
async function step(
  workspace: string,
  runs: RunsOfRepository,
  inputs: Readonly<Record<string, string>>,
  options: { event?: object; environment?: Readonly<Record<string, string>>; token?: string } = {},
) {
  const token = options.token ?? runs.token({ actions: 'read', 'pull-requests': 'write' });
  const result = await runStep('evaluate-gate', workspace, {
    inputs: { token, ...inputs },
    event: options.event ?? {},
    environment: { GITHUB_API_URL: runs.github.url, ...options.environment },
  });
  const log = result.stdout.replace(`::add-mask::${token}\n`, '');
  expect(log + result.summary).not.toContain(token);
  expect(log + result.summary).not.toMatch(/[?&]sig=/);
  return result;
}

/** Evaluates in a workspace as the job of a run that keeps its files in the artifact `mlops`. */
async function evaluateIn(workspace: string, runs: RunsOfRepository, run: number): Promise<void> {
  const { exitCode, stdout } = await runStep('evaluate-gate', workspace, {
    inputs: { 'artifact-name': 'mlops' },
    environment: { GITHUB_RUN_ID: String(run), ...runs.results.environment({ run }) },
  });
  if (exitCode !== 0) throw new Error(stdout);
}

const errors = ({ commands }: Awaited<ReturnType<typeof step>>) =>
  commands.filter(({ name }) => name === 'error').map(({ message }) => message);

describe('evaluate-gate with baseline-artifact', () => {
  const INPUTS = { 'baseline-artifact': 'mlops' };

  async function compareWith(workspace: string): Promise<void> {
    const path = join(workspace, 'mlops.yml');
    const gates = 'gates: [{ metric: accuracy, against: baseline, may-drop: 0.01 }]';
    await writeFile(path, (await readFile(path, 'utf8')).replace(/gates: \[.*\]/, gates));
  }

  test("compares a fork's pull request with what a run of main has left", async () => {
    await using runs = await startRuns();
    await using workspace = await trained();
    const main = await runs.addRun();
    await evaluateIn(workspace.path, runs, main.id);
    // A newer one, of the branch main of a fork.
    const { run: foreign } = await addForkRun(runs, { headBranch: 'main' });
    runs.results.putArtifact({ run: foreign.id, name: 'mlops', content: makeZip([]) });
    await compareWith(workspace.path);
    const result = await step(workspace.path, runs, INPUTS, {
      token: runs.token({ actions: 'read' }),
      event: {
        pull_request: {
          number: 5,
          head: { sha: 'fedcba9', repo: { full_name: 'stranger/models' } },
          base: { ref: 'main' },
        },
      },
    });
    expect(errors(result)).toEqual([]);
    expect(result.outputs).toMatchObject({ verdict: 'pass', outcome: 'pass' });
    const { baseline } = JSON.parse(
      await readFile(join(workspace.path, '.mlops/evaluation.json'), 'utf8'),
    );
    expect(baseline).toMatchObject({
      path: `main@${main.headSha.slice(0, 7)}`,
      artifact: {
        name: 'mlops',
        runUrl: `https://github.com/octo/models/actions/runs/${main.id}`,
      },
    });
    expect(runs.results.requests.filter((request) => request.startsWith('GET blob'))).toHaveLength(
      1,
    );
  });

  test('names the permission that is missing, and leaves the earlier files', async () => {
    await using runs = await startRuns({ private: true });
    await using workspace = await trained();
    const before = await readTree(workspace.path);
    const token = runs.token({ contents: 'read' });
    const result = await step(workspace.path, runs, INPUTS, { token });
    expect(result.exitCode).toBe(2);
    expect(errors(result)).toEqual([expect.stringContaining('"actions: read"')]);
    expect(await readTree(workspace.path)).toEqual(before);
  });

  test('refuses an archive that would write elsewhere, and writes nothing', async () => {
    await using runs = await startRuns();
    await using workspace = await trained();
    const before = await readTree(workspace.path);
    const { id: run } = await runs.addRun();
    const content = makeZip([
      { name: 'run.json', content: '{}' },
      { name: '../../../escaped', content: 'x' },
    ]);
    const id = runs.results.putArtifact({ run, name: 'mlops', content });
    const result = await step(workspace.path, runs, INPUTS);
    expect(result.exitCode).toBe(2);
    expect(errors(result)).toEqual([
      `The artifact "mlops" (${id}) of run ${run} is not read: it is no sound zip archive: invalid relative path: ../../../escaped. Delete it, or run the workflow that makes it again.`,
    ]);
    expect(await readTree(workspace.path)).toEqual(before);
  });
});

describe('evaluate-gate with comment-of-run', () => {
  /** The second workflow: on the default branch, in a folder where nothing was checked out. */
  async function commentOn(workspace: string, runs: RunsOfRepository, run: number, token?: string) {
    const own = await runs.addRun({ event: 'workflow_run' });
    const inputs = { 'comment-of-run': String(run), 'artifact-name': 'mlops', config: 'mlops.yml' };
    const result = await step(workspace, runs, inputs, {
      ...(token === undefined ? {} : { token }),
      environment: {
        GITHUB_EVENT_NAME: 'workflow_run',
        GITHUB_RUN_ID: String(own.id),
        ...runs.results.environment({ run: own.id }),
      },
    });
    // An artifact of this run would pass for one of the default branch.
    expect(runs.results.artifactsOf(own.id)).toEqual([]);
    expect(await readTree(workspace)).toEqual(new Map());
    return result;
  }

  test('comments once from an empty folder, updates in place, and leaves nothing', async () => {
    await using runs = await startRuns();
    await using source = await trained();
    await using empty = await makeWorkspace();
    const { run, pullRequest } = await addForkRun(runs);
    await evaluateIn(source.path, runs, run.id);
    const first = await commentOn(empty.path, runs, run.id);
    expect([errors(first), first.exitCode]).toEqual([[], 0]);
    const [comment] = runs.github.state.comments;
    expect(comment).toMatchObject({ issue: pullRequest });
    expect(comment?.body).toMatch(
      /^<!-- mlops-actions: flowers flowers from-fork -->\n<!-- mlops-actions run \d+\.0 -->\n## ✅/,
    );
    expect(comment?.body).toContain('They prove nothing until a maintainer has run it.');
    expect(first.outputs).toMatchObject({
      verdict: 'pass',
      outcome: 'pass',
      comment: `https://github.com/octo/models/pull/${pullRequest}#issuecomment-${comment?.id}`,
      report: '',
    });
    const again = await commentOn(empty.path, runs, run.id);
    expect(again.outputs.comment).toBe(first.outputs.comment);
    expect(runs.github.state.comments).toHaveLength(1);
  });

  test('says nothing where a newer commit has been pushed', async () => {
    await using runs = await startRuns();
    await using empty = await makeWorkspace();
    // The run was of the commit before the branch's newest.
    const { run } = await addForkRun(runs, { headSha: await runs.github.head() });
    runs.results.putArtifact({ run: run.id, name: 'mlops', content: makeZip([]) });
    const result = await commentOn(empty.path, runs, run.id);
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toContain(`Run ${run.id} is superseded by a newer commit`);
    expect(result.outputs).toMatchObject({ verdict: '', comment: '' });
    expect(runs.github.state.comments).toEqual([]);
  });

  test('names the permission without which it can not comment', async () => {
    await using runs = await startRuns();
    await using source = await trained();
    await using empty = await makeWorkspace();
    const { run } = await addForkRun(runs);
    await evaluateIn(source.path, runs, run.id);
    const token = runs.token({ actions: 'read', 'pull-requests': 'read' });
    const result = await commentOn(empty.path, runs, run.id, token);
    expect(result.exitCode).toBe(2);
    expect(errors(result)).toEqual([expect.stringContaining('"pull-requests: write"')]);
  });

  test.each([
    [
      'hostile',
      makeZip([{ name: 'evaluation.json' }, { name: '/etc/passwd' }]),
      'absolute path: /etc/passwd',
    ],
    [
      'full of nonsense',
      makeZip([
        { name: 'evaluation.json', content: '{"verdict":"pass"}' },
        { name: 'run.json', content: '{"version":1,"model":"m","actions":{}}' },
      ]),
      'evaluation.json is no evaluation',
    ],
  ])('refuses an artifact that is %s', async (_, content, why) => {
    await using runs = await startRuns();
    await using empty = await makeWorkspace();
    const { run } = await addForkRun(runs);
    runs.results.putArtifact({ run: run.id, name: 'mlops', content });
    const result = await commentOn(empty.path, runs, run.id);
    expect(result.exitCode).toBe(2);
    expect(errors(result)).toEqual([expect.stringContaining(why)]);
    expect(runs.github.state.comments).toEqual([]);
  });
});
