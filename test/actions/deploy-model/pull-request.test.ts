import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { run } from '../../../actions/deploy-model/run.ts';
import deploymentSchema from '../../../schemas/deployment.schema.json' with { type: 'json' };
import { isUserError } from '../../../shared/errors/index.ts';
import { parseRunRecord, type RunRecord } from '../../../shared/lineage/index.ts';
import {
  type MemoryPorts,
  MemoryRepository,
  memoryPorts,
  type RunContext,
} from '../../../shared/platform/index.ts';
import { MODEL, runRecord, trainedModel, workspace } from '../../deploy/project.ts';

const validate = new Ajv2020().compile(deploymentSchema);
const BRANCH = `mlops/${MODEL}`;
const FOLDER = `models/${MODEL}`;
const TARGET = '[{ kind: pull-request, path: models }]';
const RUN: Partial<RunContext> = {
  platform: 'actions',
  commit: 'c'.repeat(40),
  runUrl: 'https://github.com/octo/models/actions/runs/5',
};

interface Setting {
  readonly repository: MemoryRepository;
  readonly weights?: string;
  readonly targets?: string;
  readonly record?: RunRecord;
  readonly run?: Partial<RunContext>;
}

/** A fresh runner, as in a workflow: nothing of earlier deployments lies in the workspace. */
async function deploy({ repository, weights = 'weights', targets = TARGET, ...rest }: Setting) {
  const record = rest.record ?? runRecord(weights);
  const ports = memoryPorts(workspace(record, { weights, targets }), {
    run: rest.run ?? RUN,
    withGitHub: true,
    repository,
  });
  const configuration = { file: 'mlops.yml', given: false, overrides: [] };
  const result = await run({ configuration }, ports);
  const left = result.files.find(({ path }) => path === 'deployment.json');
  const report = JSON.parse(String(left?.content));
  expect(validate(report) ? [] : validate.errors).toEqual([]);
  return { result, report, target: report.targets[0], ports };
}

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const warnings = (ports: MemoryPorts) => ports.journal.annotations.map(({ message }) => message);

/** What a directory target makes of the same models, one after the other. */
async function directory(...models: readonly string[]) {
  const ports = memoryPorts({});
  for (const weights of models) {
    const targets = '[{ kind: directory, path: models }]';
    for (const [path, content] of Object.entries(
      workspace(runRecord(weights), { weights, targets }),
    )) {
      ports.files.content.set(
        path,
        typeof content === 'string' ? new TextEncoder().encode(content) : content,
      );
    }
    await run({ configuration: { file: 'mlops.yml', given: false, overrides: [] } }, ports);
  }
  return ports.files.under('models');
}

describe('a pull request for the model', () => {
  test('holds exactly what a directory target would keep, on top of the base branch', async () => {
    const repository = new MemoryRepository({ 'README.md': 'hello' });
    const base = repository.branches.get('main');
    const { result, target } = await deploy({ repository });

    const [request] = repository.pullRequests;
    expect(repository.pullRequests).toHaveLength(1);
    expect(request).toMatchObject({ state: 'open', base: 'main', branch: BRANCH });
    expect(target).toMatchObject({ status: 'proposed', version: '1', location: request?.url });
    expect(result.outputs).toMatchObject({ version: '1', 'pull-request': request?.url });
    expect(result.headline).toBe(`${request?.url} (proposed)`);
    expect(result.summary).toContain(`](${request?.url})`);

    const files = repository.filesOf(BRANCH);
    const folder = await directory('weights');
    const named = [...folder.keys()].map((path) => `models/${path}`);
    expect([...files.keys()].sort()).toEqual(['README.md', ...named].sort());
    for (const [path, bytes] of folder) {
      // These name the kind of the target and the time.
      if (/(run\.json|model-card\.md|checksums\.txt)$/.test(path)) continue;
      expect([path, text(files.get(`models/${path}`))]).toEqual([path, text(bytes)]);
    }
    const record = parseRunRecord(text(files.get(`${FOLDER}/1/run.json`)), 'run.json');
    expect(record.deployments).toMatchObject([
      { target: 'pull-request', location: `${FOLDER}/1`, version: '1' },
    ]);
    const commit = repository.commits.get(repository.branches.get(BRANCH) ?? '');
    expect(commit?.parents).toEqual([base]);
    expect(repository.branches.get('main')).toBe(base);
  });

  test('says verdict, metrics, digest and run, and is found again by what is hidden in it', async () => {
    const repository = new MemoryRepository();
    await deploy({ repository });
    const [request] = repository.pullRequests;
    expect(request?.title).toBe(`Deploy ${MODEL} version 1 (pass)`);
    expect(request?.body).toMatch(/^<!-- mlops-actions pull request of: penguin-species -->\n/);
    expect(request?.body).toContain('Its gates say **pass**: all 3 gates passed');
    expect(request?.body).toMatch(/\| accuracy \| 0(\.|&#46;)985 \|/);
    expect(request?.body).toContain(trainedModel().digest);
    expect(request?.body).toContain('](https://github.com/octo/models/actions/runs/5)');
    expect(request?.body).not.toContain('wait for a person');
  });

  test('is left alone by a second run of the same model, whatever else was merged meanwhile', async () => {
    const repository = new MemoryRepository();
    const { ports: first } = await deploy({ repository });
    repository.push('main', { 'README.md': 'changed' }, 'Change the README');
    const before = structuredClone([repository.branches, repository.pullRequests]);
    const later = { ...RUN, runUrl: 'https://github.com/octo/models/actions/runs/6' };
    const { result, target, ports } = await deploy({ repository, run: later });

    expect(structuredClone([repository.branches, repository.pullRequests])).toEqual(before);
    expect(target).toMatchObject({ status: 'unchanged', version: '1' });
    expect(result.outputs['pull-request']).toBe(repository.pullRequests[0]?.url);
    expect([...warnings(first), ...warnings(ports)]).toEqual([]);
    const subjects = result.files.find(({ path }) => path === 'subjects.txt')?.content;
    const checksums = text(repository.filesOf(BRANCH).get(`${FOLDER}/1/checksums.txt`));
    for (const line of checksums.trimEnd().split('\n')) expect(subjects).toContain(line);
  });

  test('is updated for the next model: one commit, on the newest base', async () => {
    const repository = new MemoryRepository();
    await deploy({ repository });
    const base = repository.push('main', { 'README.md': 'changed' }, 'Change the README');
    const { target } = await deploy({ repository, weights: 'better' });

    expect(repository.pullRequests).toHaveLength(1);
    expect(target).toMatchObject({ status: 'proposed', version: '1' });
    expect(repository.pullRequests[0]?.body).toContain(trainedModel('better').digest);
    const commit = repository.commits.get(repository.branches.get(BRANCH) ?? '');
    expect(commit?.parents).toEqual([base.sha]);
    expect(text(commit?.files.get(`${FOLDER}/1/weights.bin`))).toBe('better');
  });

  test('counts versions by the base branch and keeps as many as configured', async () => {
    const repository = new MemoryRepository();
    const targets = '[{ kind: pull-request, path: models, keep: 2 }]';
    for (const weights of ['first', 'second', 'third']) {
      await deploy({ repository, weights, targets });
      const open = repository.pullRequests.find(({ state }) => state === 'open');
      if (open !== undefined) repository.merge(open);
    }
    expect(repository.pullRequests.map(({ title }) => title)).toEqual([
      `Deploy ${MODEL} version 1 (pass)`,
      `Deploy ${MODEL} version 2 (pass)`,
      `Deploy ${MODEL} version 3 (pass)`,
    ]);
    expect(JSON.parse(text(repository.filesOf('main').get(`${FOLDER}/current.json`)))).toEqual({
      version: '3',
      modelDigest: trainedModel('third').digest,
    });
    // `merge` of the memory only adds; what the commit removed shows on its branch.
    const kept = [...repository.filesOf(BRANCH).keys()].filter((path) => path.endsWith('READY'));
    expect(kept.sort()).toEqual([`${FOLDER}/2/READY`, `${FOLDER}/3/READY`]);
  });

  test('is not asked for once the model is current on the base branch', async () => {
    const repository = new MemoryRepository();
    await deploy({ repository });
    for (const request of repository.pullRequests) repository.merge(request);
    const { result, target } = await deploy({ repository });
    expect(target).toMatchObject({ status: 'unchanged', location: `${FOLDER}/1` });
    expect(result.outputs).toMatchObject({ location: `${FOLDER}/1`, 'pull-request': '' });
    expect(repository.pullRequests).toHaveLength(1);
  });

  test('that a person has closed is not opened again for the same model, but for another', async () => {
    const repository = new MemoryRepository();
    await deploy({ repository });
    for (const request of repository.pullRequests) request.state = 'closed';
    const again = await deploy({ repository });
    expect(again.target).toMatchObject({ status: 'unchanged' });
    expect(warnings(again.ports)).toEqual([
      expect.stringMatching(/#1 .* closed without being merged.*Reopen it/),
    ]);
    await deploy({ repository, weights: 'better' });
    expect(repository.pullRequests.map(({ state }) => state)).toEqual(['closed', 'open']);
  });

  test('is opened by the next run when one was cut off after its commit', async () => {
    const repository = new MemoryRepository();
    repository.refusals.add('openPullRequest');
    await expect(deploy({ repository })).rejects.toThrow('Add the permission');
    const commit = repository.branches.get(BRANCH);
    expect(commit).toBeDefined();
    repository.refusals.clear();
    const { target } = await deploy({ repository });
    expect(repository.branches.get(BRANCH)).toBe(commit);
    expect(target).toMatchObject({ status: 'proposed', version: '1' });
    expect(target.files).toContain('weights.bin');
    expect(repository.pullRequests).toHaveLength(1);
  });

  test.each(['release-app[bot]', 'github-actions[bot]'])('written by %s', async (author) => {
    const repository = new MemoryRepository();
    repository.author = author;
    const waits = author === 'github-actions[bot]';
    for (const weights of ['weights', 'better']) {
      const { ports, result } = await deploy({ repository, weights });
      expect(warnings(ports)).toEqual(
        waits ? [expect.stringMatching(/wait for a person.*create-github-app-token/)] : [],
      );
      expect(repository.pullRequests[0]?.body.includes('Checks wait for a person')).toBe(waits);
      expect(result.summary.includes('wait for a person')).toBe(waits);
      expect(result.verdict).toBe('pass');
    }
  });

  test('and other targets: where it can not be opened, nothing else is deployed', async () => {
    const repository = new MemoryRepository();
    repository.refusals.add('openPullRequest');
    const targets = '[{ kind: directory, path: out }, { kind: release }, { kind: pull-request }]';
    const ports = memoryPorts(workspace(runRecord(), { targets }), {
      run: RUN,
      withGitHub: true,
      repository,
    });
    const configuration = { file: 'mlops.yml', given: false, overrides: [] };
    await expect(run({ configuration }, ports)).rejects.toThrow('Add the permission');
    expect(ports.journal.published).toEqual([]);
    expect(await ports.files.exists(`out/${MODEL}/current.json`)).toBe(false);
  });
});

describe('work of people', () => {
  const before = async () => {
    const repository = new MemoryRepository();
    await deploy({ repository });
    return repository;
  };

  test.each([
    ['a commit on top of ours', { 'notes.md': 'mine' }, 'Add notes'],
    // As `git commit --amend` leaves it: our message, another tree.
    ['our commit, amended', { [`${FOLDER}/1/model-card.md`]: 'mine' }, undefined],
  ])('%s is never overwritten', async (_what, files, message) => {
    const repository = await before();
    const ours = repository.commits.get(repository.branches.get(BRANCH) ?? '');
    const theirs = repository.push(BRANCH, files, message ?? ours?.message ?? '');
    await expect(deploy({ repository, weights: 'better' })).rejects.toThrow(
      /does not write to mlops\/penguin-species: its newest commit .* would be lost/,
    );
    expect(repository.branches.get(BRANCH)).toBe(theirs.sha);
  });

  test('a branch whose commits are all in the base branch is used', async () => {
    const repository = new MemoryRepository();
    repository.branches.set(BRANCH, repository.branches.get('main') ?? '');
    await deploy({ repository });
    expect(repository.pullRequests).toHaveLength(1);
  });

  test('a pull request that somebody else opened from the branch is not rewritten', async () => {
    const repository = await before();
    for (const request of repository.pullRequests) request.body = 'written by hand';
    await expect(deploy({ repository, weights: 'better' })).rejects.toThrow(
      /#1 is open for the branch .* deploy-model has not opened it/,
    );
  });
});

describe('a branch that is not for this', () => {
  const refused = async (targets: string, prepare?: (repository: MemoryRepository) => void) => {
    const repository = new MemoryRepository();
    repository.push('release', { 'a.txt': 'a' }, 'Release');
    prepare?.(repository);
    const branches = new Map(repository.branches);
    const error = await deploy({ repository, targets }).catch((caught: unknown) => caught);
    expect(isUserError(error)).toBe(true);
    expect(repository.branches).toEqual(branches);
    return String(error);
  };

  test.each([
    ['{ kind: pull-request, branch: main }', /does not write to main: the pull request is to be/],
    [
      '{ kind: pull-request, branch: main, base: release }',
      /does not write to main: it is the default branch/,
    ],
    ['{ kind: pull-request, branch: release, base: release }', /is both the branch of the pull/],
    ['{ kind: pull-request, base: gone }', /has no branch gone/],
    ['{ kind: pull-request, branch: "a..b" }', /becomes "a\.\.b", which git does not take/],
    ['{ kind: pull-request, branch: "x/{version}" }', /which git does not take/],
    ['{ kind: pull-request, path: /srv/models }', /is not in the repository/],
    ['{ kind: pull-request, path: ../models }', /outside of the repository/],
    ['{ kind: pull-request, tag: v1 }', /"tag" has no meaning for a target of kind pull-request/],
    ['{ kind: release, branch: x }', /"branch" has no meaning for a target of kind release/],
    ['{ kind: pull-request }, { kind: pull-request, path: b }', /Two targets have the branch/],
  ])('%s', async (target, message) => {
    expect(await refused(`[${target}]`)).toMatch(message);
  });

  test('a protected branch', async () => {
    const message = await refused(TARGET, (repository) => {
      repository.push(BRANCH, {}, 'x');
      repository.protectedBranches.add(BRANCH);
    });
    expect(message).toMatch(/does not write to mlops\/penguin-species: it is protected/);
  });

  test('without GitHub names both permissions', async () => {
    const ports = memoryPorts(workspace(runRecord(), { targets: TARGET }));
    const configuration = { file: 'mlops.yml', given: false, overrides: [] };
    await expect(run({ configuration }, ports)).rejects.toThrow(
      /contents: write" and "pull-requests: write/,
    );
  });
});

describe('hostile text', () => {
  const evaluation = runRecord().evaluation as NonNullable<RunRecord['evaluation']>;
  const hostile = '--> <script>x</script> @team | `x`\n::set-output name=a::b #1 \u202e';

  test('of a run record stays text in the pull request', async () => {
    const repository = new MemoryRepository();
    const record = {
      ...runRecord(),
      evaluation: { ...evaluation, reason: hostile, metrics: { [hostile]: 1 } },
    };
    await deploy({ repository, record });
    const body = repository.pullRequests[0]?.body ?? '';
    expect(body.replace(/^(<!-- mlops-actions [\w :.-]+ -->\n){2}/, '')).not.toMatch(
      /<script>|-->|@team|#1\b|\u202e|^::/m,
    );
  });

  test('is cut to what GitHub takes, the hidden texts kept', async () => {
    const repository = new MemoryRepository();
    const many = Array.from({ length: 3000 }, (_, index) => [`metric-${index}-${hostile}`, index]);
    const record = {
      ...runRecord(),
      evaluation: { ...evaluation, metrics: Object.fromEntries(many) },
    };
    await deploy({ repository, record });
    const body = repository.pullRequests[0]?.body ?? '';
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body).toContain('mlops-actions pull request of');
    expect(body).toContain(RUN.runUrl);
    expect(body).toContain(trainedModel().digest);
  });
});
