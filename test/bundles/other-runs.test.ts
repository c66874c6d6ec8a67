import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from '@jest/globals';
// As the toolkit itself packs what a step uploads; the package does not export it.
import { createZipUploadStream } from '../../node_modules/@actions/artifact/lib/internal/upload/zip.js';
import { PreparedWorkspaces } from '../support/prepared-workspaces.ts';
import { makeWorkspace, readTree, runStep } from '../support/run-bundle.ts';
import { type RunsDouble, type RunsState, startRuns } from '../support/runs-double.ts';
import { makeZip } from '../support/zip.ts';

const PROJECT = 'test/bundles/scenarios/whole-chain/workspace';
const COMMIT = 'abcdef1234567890abcdef1234567890abcdef12';

const prepared = new PreparedWorkspaces();
afterAll(() => prepared[Symbol.asyncDispose]());

const evaluated = () =>
  prepared.make(PROJECT, [{ action: 'train-model' }, { action: 'evaluate-gate' }]);

/** The archive of a workspace's output directory. */
async function archiveOf(workspace: string): Promise<Buffer> {
  const paths = [...(await readTree(join(workspace, '.mlops'))).keys()];
  const specification = await Promise.all(
    paths.map(async (path) => {
      const sourcePath = join(workspace, '.mlops', path);
      return { sourcePath, destinationPath: path, stats: await stat(sourcePath) };
    }),
  );
  return buffer(await createZipUploadStream(specification));
}

function run(id: number, more: object = {}): object {
  return {
    id,
    event: 'push',
    status: 'completed',
    html_url: `https://github.com/octo/models/actions/runs/${id}`,
    head_sha: COMMIT,
    head_branch: 'main',
    repository: { id: 1, full_name: 'octo/models' },
    head_repository: { id: 1, full_name: 'octo/models' },
    ...more,
  };
}

/** Runs evaluate-gate in a step that reaches the API; no secret may show in its log. */
async function step(
  workspace: string,
  github: RunsDouble,
  inputs: Readonly<Record<string, string>>,
  options: { event?: object; environment?: Readonly<Record<string, string>> } = {},
) {
  const result = await runStep('evaluate-gate', workspace, {
    inputs: { token: github.token, ...inputs },
    event: options.event ?? {},
    environment: { GITHUB_API_URL: github.url, ...options.environment },
  });
  const log = result.stdout.replace(`::add-mask::${github.token}\n`, '');
  expect(log + result.summary).not.toContain(github.token);
  expect(log + result.summary).not.toContain('secret-signature');
  return result;
}

const errors = ({ commands }: Awaited<ReturnType<typeof step>>) =>
  commands.filter(({ name }) => name === 'error').map(({ message }) => message);

describe('evaluate-gate with baseline-artifact', () => {
  const pullRequest = {
    pull_request: {
      number: 5,
      head: { sha: 'fedcba9', repo: { full_name: 'stranger/models' } },
      base: { ref: 'main' },
    },
  };

  test("compares a fork's pull request with what a run of main has left", async () => {
    await using workspace = await evaluated();
    const archive = await archiveOf(workspace.path);
    await using github = await startRuns({
      artifacts: [
        { id: 2, name: 'mlops', run: 12, branch: 'main', head: 7, archive: makeZip([]) },
        { id: 1, name: 'mlops', run: 11, branch: 'main', archive },
      ],
      runs: [run(11)],
    });
    const path = join(workspace.path, 'mlops.yml');
    const gates = 'gates: [{ metric: accuracy, against: baseline, may-drop: 0.01 }]';
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace(/gates: \[.*\]/, gates));
    const inputs = { 'baseline-artifact': 'mlops' };
    const result = await step(workspace.path, github, inputs, { event: pullRequest });
    expect(errors(result)).toEqual([]);
    expect(result.outputs).toMatchObject({ verdict: 'pass', outcome: 'pass' });
    const { baseline } = JSON.parse(
      await readFile(join(workspace.path, '.mlops/evaluation.json'), 'utf8'),
    );
    expect(baseline).toMatchObject({
      path: 'main@abcdef1',
      artifact: { name: 'mlops', id: 1, runUrl: 'https://github.com/octo/models/actions/runs/11' },
    });
    expect(github.state.downloads).toHaveLength(1);
  });

  test('names the permission that is missing, and leaves the earlier files', async () => {
    await using workspace = await evaluated();
    const before = await readTree(workspace.path);
    await using github = await startRuns({ refuse: 403 });
    const result = await step(workspace.path, github, { 'baseline-artifact': 'mlops' });
    expect(result.exitCode).toBe(2);
    expect(errors(result)).toEqual([expect.stringContaining('"actions: read"')]);
    expect(await readTree(workspace.path)).toEqual(before);
  });

  test('refuses an archive that would write elsewhere, and writes nothing', async () => {
    await using workspace = await evaluated();
    const before = await readTree(workspace.path);
    const archive = makeZip([
      { name: 'run.json', content: '{}' },
      { name: '../../../escaped', content: 'x' },
    ]);
    await using github = await startRuns({
      artifacts: [{ id: 1, name: 'mlops', run: 11, branch: 'main', archive }],
      runs: [run(11)],
    });
    const result = await step(workspace.path, github, { 'baseline-artifact': 'mlops' });
    expect(result.exitCode).toBe(2);
    expect(errors(result)).toEqual([
      'The artifact "mlops" (1) of run 11 is not read: it is no sound zip archive: invalid relative path: ../../../escaped. Delete it, or run the workflow that makes it again.',
    ]);
    expect(await readTree(workspace.path)).toEqual(before);
  });
});

describe('evaluate-gate with comment-of-run', () => {
  const fork = {
    event: 'pull_request',
    head_branch: 'better',
    head_repository: { id: 7, full_name: 'stranger/models' },
  };
  const pull = (sha: string) => ({
    number: 5,
    head: { sha, ref: 'better', repo: { full_name: 'stranger/models' } },
  });
  const INPUTS = { 'comment-of-run': '77', 'artifact-name': 'mlops', config: 'mlops.yml' };
  // A step in GitHub has a service for artifacts; nothing may be sent there.
  const environment = {
    GITHUB_EVENT_NAME: 'workflow_run',
    ACTIONS_RUNTIME_TOKEN: 'a.b.c',
    ACTIONS_RESULTS_URL: 'http://127.0.0.1:9',
  };

  async function startWith(archive: Buffer, more: Partial<RunsState> = {}) {
    return startRuns({
      artifacts: [{ id: 1, name: 'mlops', run: 77, branch: 'better', head: 7, archive }],
      runs: [run(77, fork)],
      pulls: [pull(COMMIT)],
      ...more,
    });
  }

  test('comments once from an empty folder, updates in place, and leaves nothing', async () => {
    await using source = await evaluated();
    await using github = await startWith(await archiveOf(source.path));
    await using empty = await makeWorkspace();
    const first = await step(empty.path, github, INPUTS, { environment });
    expect([errors(first), first.exitCode]).toEqual([[], 0]);
    const [comment] = github.state.comments;
    expect(comment?.body).toMatch(/^<!-- mlops-actions: flowers flowers from-fork -->\n## ✅/);
    expect(comment?.body).toContain('They prove nothing until a maintainer has run it.');
    expect(first.outputs).toMatchObject({
      verdict: 'pass',
      outcome: 'pass',
      comment: 'https://github.com/octo/models/pull/5#issuecomment-1',
      report: '',
    });
    const again = await step(empty.path, github, INPUTS, { environment });
    expect(again.outputs.comment).toBe(first.outputs.comment);
    expect(github.state.comments).toHaveLength(1);
    expect(await readTree(empty.path)).toEqual(new Map());
  });

  test('says nothing where a newer commit has been pushed', async () => {
    await using github = await startWith(makeZip([]), { pulls: [pull('0'.repeat(40))] });
    await using empty = await makeWorkspace();
    const result = await step(empty.path, github, INPUTS, { environment });
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toContain('Run 77 is superseded by a newer commit');
    expect(result.outputs).toMatchObject({ verdict: '', comment: '' });
    expect([github.state.comments, github.state.downloads]).toEqual([[], []]);
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
  ])('refuses an artifact that is %s', async (_, archive, why) => {
    await using github = await startWith(archive);
    await using empty = await makeWorkspace();
    const result = await step(empty.path, github, INPUTS, { environment });
    expect(result.exitCode).toBe(2);
    expect(errors(result)).toEqual([expect.stringContaining(why)]);
    expect(github.state.comments).toEqual([]);
    expect(await readTree(empty.path)).toEqual(new Map());
  });
});
