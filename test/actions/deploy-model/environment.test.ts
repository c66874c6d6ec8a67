import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseInputs } from '../../../actions/deploy-model/inputs.ts';
import { run } from '../../../actions/deploy-model/run.ts';
import deploymentSchema from '../../../schemas/deployment.schema.json' with { type: 'json' };
import { InputReader } from '../../../shared/action/index.ts';
import { prettyJson } from '../../../shared/lineage/index.ts';
import {
  type MemoryPorts,
  MemoryRepository,
  memoryPorts,
  type RunContext,
} from '../../../shared/platform/index.ts';
import { MODEL, retrain, runRecord, trainedModel, workspace } from '../../deploy/project.ts';

const validate = new Ajv2020().compile(deploymentSchema);
const COMMIT = 'c'.repeat(40);
const RUN_URL = 'https://github.com/octo/models/actions/runs/5';
const RUN: Partial<RunContext> = { platform: 'actions', commit: COMMIT, runUrl: RUN_URL };
const DIRECTORY = '[{ kind: directory, path: models }]';

function project(
  repository: MemoryRepository,
  {
    targets = DIRECTORY,
    environment = 'production',
    url = '',
    run: context = RUN,
    withGitHub = true,
  } = {},
): MemoryPorts {
  const files = workspace(runRecord(), { targets });
  const fields = `targets: ${targets}, environment: ${environment}${url === '' ? '' : `, environment-url: "${url}"`}`;
  return memoryPorts(
    {
      ...files,
      'mlops.yml': `model: ${MODEL}\ndata: { path: data.csv, label: y }\ndeployment: { ${fields} }\n`,
    },
    { run: context, withGitHub, repository },
  );
}

async function deploy(ports: MemoryPorts, rollback?: string) {
  const result = await run(
    {
      configuration: { file: 'mlops.yml', given: false, overrides: [] },
      ...(rollback === undefined ? {} : { rollback }),
    },
    ports,
  );
  const left = result.files.find(({ path }) => path === 'deployment.json');
  const report = JSON.parse(String(left?.content));
  expect(validate(report) ? [] : validate.errors).toEqual([]);
  return { result, report };
}

const states = (repository: MemoryRepository) =>
  repository.deployments.map(({ statuses }) => statuses.map(({ state }) => state));
const isDeployed = (ports: MemoryPorts) => ports.files.exists(`models/${MODEL}/current.json`);

describe('a GitHub Deployment', () => {
  test('of the commit begins before anything is deployed and ends with success', async () => {
    const repository = new MemoryRepository();
    const ports = project(repository);
    const create = repository.deploymentsPort.create;
    let before: boolean | undefined;
    repository.deploymentsPort.create = async (planned) => {
      before = await isDeployed(ports);
      return await create(planned);
    };
    const { report, result } = await deploy(ports);
    expect(before).toBe(false);
    expect(await isDeployed(ports)).toBe(true);
    expect(repository.deployments).toEqual([
      {
        id: 1,
        environment: 'production',
        commit: COMMIT,
        description: `${MODEL} version 1`,
        payload: { model: MODEL, version: '1', modelDigest: trainedModel().digest },
        statuses: [
          { state: 'in_progress', description: expect.any(String), logUrl: RUN_URL },
          {
            state: 'success',
            description: `Deployed ${MODEL} version 1`,
            logUrl: RUN_URL,
          },
        ],
      },
    ]);
    expect(report.environment).toEqual({ name: 'production', deployment: 1 });
    expect(result.summary).toContain('Deployment 1 of GitHub');
  });

  test('leads to the release, or to the address that is configured', async () => {
    const last = (repository: MemoryRepository) =>
      repository.deployments[0]?.statuses.at(-1)?.environmentUrl;
    const targets = '[{ kind: directory }, { kind: release }]';
    const repositories = [new MemoryRepository(), new MemoryRepository()] as const;
    await deploy(project(repositories[0], { targets }));
    await deploy(project(repositories[1], { targets, url: 'https://models.example/x' }));
    expect(repositories.map(last)).toEqual([
      'https://github.example/release/1',
      'https://models.example/x',
    ]);
  });

  test('is not made again where nothing changes', async () => {
    const repository = new MemoryRepository();
    const targets = '[{ kind: directory }, { kind: release }]';
    const ports = project(repository, { targets });
    await deploy(ports);
    const { report } = await deploy(ports);
    expect(states(repository)).toEqual([['in_progress', 'success']]);
    expect(report.environment).toEqual({ name: 'production' });
  });

  test.each([
    ['between the deployment and its success', true],
    ['before anything was deployed', false],
  ])('that a run left when it was cut off %s is finished', async (_when, deployed) => {
    const repository = new MemoryRepository();
    const ports = project(repository);
    await deploy(ports);
    repository.deployments[0]?.statuses.pop();
    if (!deployed) await ports.files.remove('models');
    const { report } = await deploy(ports);
    expect(states(repository)).toEqual([['in_progress', 'in_progress', 'success']]);
    expect(report.environment.deployment).toBe(1);
  });

  test('ends with failure where a target can not be written', async () => {
    const repository = new MemoryRepository();
    repository.refusals.add('openPullRequest');
    const ports = project(repository, { targets: '[{ kind: pull-request }]' });
    await expect(deploy(ports)).rejects.toThrow('GitHub refused openPullRequest');
    expect(states(repository)).toEqual([['in_progress', 'failure']]);
  });

  test('ends with error where we are to blame', async () => {
    const repository = new MemoryRepository();
    const ports = project(repository);
    ports.files.rename = async () => {
      throw new TypeError('a fault');
    };
    // Not even the status can be set: the fault is what shows.
    repository.refusals.add('setStatus error');
    await expect(deploy(ports)).rejects.toThrow('a fault');
    repository.refusals.clear();
    await expect(deploy(ports)).rejects.toThrow('a fault');
    expect(states(repository)).toEqual([['in_progress', 'in_progress', 'error']]);
  });

  test.each(['findUnfinished', 'create', 'setStatus in_progress'])(
    'that may not be made (%s) stops everything',
    async (method) => {
      const repository = new MemoryRepository();
      repository.refusals.add(method);
      const ports = project(repository);
      await expect(deploy(ports)).rejects.toThrow('Add the permission');
      expect(await isDeployed(ports)).toBe(false);
    },
  );

  test('whose success can not be told leaves a warning: the model is deployed', async () => {
    const repository = new MemoryRepository();
    repository.refusals.add('setStatus success');
    const ports = project(repository);
    const { result, report } = await deploy(ports);
    expect(result.verdict).toBe('pass');
    expect(report.environment.note).toMatch(/^The model is deployed, and GitHub was not told/);
    expect(ports.journal.annotations).toEqual([
      expect.objectContaining({ level: 'warning', message: report.environment.note }),
    ]);
  });

  test('is made for a rollback, too', async () => {
    const repository = new MemoryRepository();
    const ports = project(repository);
    await deploy(ports);
    retrain(ports, 'better');
    await deploy(ports);
    await deploy(ports, 'previous');
    expect(repository.deployments.at(-1)).toMatchObject({
      payload: { version: '1', modelDigest: trainedModel().digest },
      statuses: [
        { state: 'in_progress' },
        { state: 'success', description: `Rolled back to ${MODEL} version 1` },
      ],
    });
    await deploy(ports, '1');
    expect(repository.deployments).toHaveLength(3);
  });

  test('is not made for a model that is refused', async () => {
    const repository = new MemoryRepository();
    const ports = project(repository);
    const { evaluation: _, ...unevaluated } = runRecord();
    ports.files.content.set('.mlops/run.json', new TextEncoder().encode(prettyJson(unevaluated)));
    await deploy(ports);
    expect(repository.deployments).toEqual([]);
  });

  test('is not made from a terminal, which shares the configuration', async () => {
    const repository = new MemoryRepository();
    const ports = project(repository, { run: { platform: 'terminal' }, withGitHub: false });
    await deploy(ports);
    expect(await isDeployed(ports)).toBe(true);
    expect(ports.journal.log.map(({ text }) => text)).toContainEqual(
      expect.stringContaining('not told of the environment production'),
    );
  });

  test('needs a token and a commit', async () => {
    const withoutToken = project(new MemoryRepository(), { withGitHub: false });
    await expect(deploy(withoutToken)).rejects.toThrow(/deployments: write/);
    const withoutCommit = project(new MemoryRepository(), { run: { platform: 'actions' } });
    await expect(deploy(withoutCommit)).rejects.toThrow(/is of a commit, and none is known/);
    expect(await isDeployed(withoutToken)).toBe(false);
    expect(await isDeployed(withoutCommit)).toBe(false);
  });
});

test('the input takes the place of the field', async () => {
  const repository = new MemoryRepository();
  const ports = project(repository);
  const values: Readonly<Record<string, string>> = { environment: 'staging' };
  const reader = new InputReader({
    read: (name) => values[name],
    describe: (name) => `input "${name}"`,
  });
  await run(parseInputs(reader), ports);
  expect(repository.deployments.map(({ environment }) => environment)).toEqual(['staging']);
});

test.each([
  ['environment-url: ftp://x', /environment-url/],
  ['environment: ""', /environment/],
  ['environment: [a]', /environment/],
])('%s is refused', async (field, message) => {
  const ports = project(new MemoryRepository());
  const yaml = `data: { path: data.csv, label: y }\ndeployment:\n  targets: ${DIRECTORY}\n  ${field}\n`;
  ports.files.content.set('mlops.yml', new TextEncoder().encode(yaml));
  await expect(deploy(ports)).rejects.toThrow(message);
});
