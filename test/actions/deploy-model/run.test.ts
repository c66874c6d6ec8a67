import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type DeployModelInputs, parseInputs } from '../../../actions/deploy-model/inputs.ts';
import { run } from '../../../actions/deploy-model/run.ts';
import deploymentSchema from '../../../schemas/deployment.schema.json' with { type: 'json' };
import { InputReader } from '../../../shared/action/index.ts';
import { isUserError } from '../../../shared/errors/index.ts';
import {
  PREDICATE_TYPE,
  parseRunRecord,
  prettyJson,
  type RunRecord,
  sha256,
} from '../../../shared/lineage/index.ts';
import { type MemoryPorts, memoryPorts } from '../../../shared/platform/index.ts';
import { MODEL, retrain, runRecord, trainedModel, workspace } from '../../deploy/project.ts';

const validate = new Ajv2020().compile(deploymentSchema);
const CONFIGURATION = { file: 'mlops.yml', given: false, overrides: [] };
const ROOT = `models/${MODEL}`;

/** Runs and checks what holds of every result. */
async function deploy(ports: MemoryPorts, inputs: Partial<DeployModelInputs> = {}) {
  const result = await run({ configuration: CONFIGURATION, ...inputs }, ports);
  const report = result.files.find(({ path }) => path === 'deployment.json');
  const written = JSON.parse(String(report?.content)) as unknown;
  expect(validate(written) ? [] : validate.errors).toEqual([]);
  expect(Object.keys(result.outputs).sort()).toEqual([
    'location',
    'mlflow-model',
    'model-digest',
    'predicate',
    'predicate-type',
    'pull-request',
    'subjects',
    'version',
  ]);
  return result;
}

function text(ports: MemoryPorts, path: string): string {
  return new TextDecoder().decode(ports.files.content.get(path));
}

describe('deploying to a directory', () => {
  test('puts what the owner states into the model card', async () => {
    const given = workspace();
    const ports = memoryPorts({
      ...given,
      'mlops.yml': `${given['mlops.yml']}model-card:\n  limitations: [No chicks]\n`,
    });
    await deploy(ports);
    expect(text(ports, `${ROOT}/1/model-card.md`)).toContain('## Limitations\n\n- No chicks\n');
    expect(JSON.parse(text(ports, `${ROOT}/1/model-card.json`))).toMatchObject({
      model_details: { version: { name: '1', date: '2026-01-01' }, path: `${ROOT}/1` },
      considerations: { limitations: [{ description: 'No chicks' }] },
    });
  });

  test('refuses a model whose use its owner calls prohibited, whoever forces it', async () => {
    const given = workspace();
    for (const force of [{}, { force: 'the demo is at nine' }]) {
      const ports = memoryPorts({
        ...given,
        'mlops.yml': `${given['mlops.yml']}model-card:\n  risk: { class: unacceptable }\n`,
      });
      const result = await deploy(ports, force);
      expect(result.verdict).toBe('fail');
      expect(result.headline).toContain('model-card.risk.class is unacceptable');
      expect(await ports.files.exists(`${ROOT}/1/model-card.md`)).toBe(false);
    }
  });

  test('makes version 1 with everything in it and points readers at it', async () => {
    const ports = memoryPorts(workspace());
    const result = await deploy(ports);
    expect(result).toMatchObject({
      verdict: 'pass',
      outcome: 'pass',
      headline: `${ROOT}/1  (current)`,
    });
    expect(result.outputs).toEqual({
      version: '1',
      location: `${ROOT}/1`,
      'model-digest': trainedModel().digest,
      'pull-request': '',
      'predicate-type': PREDICATE_TYPE,
      predicate: '.mlops/provenance.json',
      subjects: '.mlops/subjects.txt',
      'mlflow-model': '',
    });
    expect(await ports.files.list(ROOT)).toEqual(['1', 'current.json']);
    expect(await ports.files.list(`${ROOT}/1`)).toEqual([
      'READY',
      'checksums.txt',
      'model-card.json',
      'model-card.md',
      'model.json',
      'model.tflite',
      'run.json',
      'transform.json',
      'weights.bin',
    ]);
    expect(text(ports, `${ROOT}/1/READY`)).toBe(`${trainedModel().digest}\n`);
    expect(JSON.parse(text(ports, `${ROOT}/current.json`))).toEqual({
      version: '1',
      modelDigest: trainedModel().digest,
    });
    const record = parseRunRecord(text(ports, `${ROOT}/1/run.json`), 'run.json');
    expect(record.deployments).toEqual([
      {
        target: 'directory',
        location: `${ROOT}/1`,
        version: '1',
        modelDigest: trainedModel().digest,
        at: '2026-01-01T00:00:00.000Z',
      },
    ]);
    expect(result.record(runRecord()).deployments).toEqual(record.deployments);
  });

  test('the same model again changes nothing', async () => {
    const ports = memoryPorts(workspace());
    await deploy(ports);
    const before = new Map(ports.files.content);
    const result = await deploy(ports);
    expect(result.headline).toBe(`${ROOT}/1  (current, unchanged)`);
    expect(ports.files.content).toEqual(before);
    // The record of this run knows of it already; one that does not is told.
    const recorded = (await deploy(memoryPorts(workspace()))).record(runRecord());
    ports.files.content.set('.mlops/run.json', new TextEncoder().encode(prettyJson(recorded)));
    expect((await deploy(ports)).record(recorded).deployments).toHaveLength(1);
    expect(result.record(runRecord()).deployments).toHaveLength(1);
  });

  test('another model is the next version', async () => {
    const ports = memoryPorts(workspace());
    await deploy(ports);
    retrain(ports, 'better');
    const result = await deploy(ports);
    expect(result.outputs.version).toBe('2');
    expect(JSON.parse(text(ports, `${ROOT}/current.json`)).version).toBe('2');
    expect(await ports.files.exists(`${ROOT}/1/READY`)).toBe(true);
  });

  test('what can not be written down is not deployed', async () => {
    const ports = memoryPorts({ ...workspace(), '.mlops/deployment.json/x': 'a folder' });
    const before = new Map(ports.files.content);
    await expect(deploy(ports)).rejects.toThrow(/deployment\.json can't be written: a folder/);
    expect(ports.files.content).toEqual(before);
  });

  test('there must be a target', async () => {
    const ports = memoryPorts(workspace(runRecord(), { targets: '[]' }));
    await expect(deploy(ports)).rejects.toThrow(/mlops.yml.*no deployment target.*directory/);
  });

  test('a folder that can’t be written is told, and nothing has changed', async () => {
    const ports = memoryPorts(workspace());
    ports.files.readOnly.add('models');
    const before = new Map(ports.files.content);
    const error = await deploy(ports).catch((caught: unknown) => caught);
    expect(isUserError(error)).toBe(true);
    expect(ports.files.content).toEqual(before);
  });
});

describe('provenance', () => {
  const left = (result: Awaited<ReturnType<typeof deploy>>, name: string) =>
    String(result.files.find(({ path }) => path === name)?.content);

  test('says of every deployed file which bytes it has, and of the model how it was made', async () => {
    const ports = memoryPorts(workspace());
    const result = await deploy(ports);
    const expected = new Map(
      [...ports.files.under(`${ROOT}/1`)]
        .filter(([name]) => name !== 'READY')
        .map(([name, bytes]) => [name, sha256(bytes)]),
    );
    const lines = left(result, 'subjects.txt').trimEnd().split('\n');
    expect(new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]))).toEqual(expected);
    expect(lines).toHaveLength(expected.size);
    const predicate = JSON.parse(left(result, 'provenance.json'));
    expect(predicate).toMatchObject({
      model: { name: MODEL, digest: { sha256: trainedModel().digest } },
      training: { seed: 7 },
      evaluation: { verdict: 'pass' },
      deployments: [{ target: 'directory', location: `${ROOT}/1` }],
    });
  });

  test('of an unchanged deployment names the files that lie there', async () => {
    const ports = memoryPorts(workspace());
    const first = await deploy(ports);
    // Another run of the same model: its record differs, the deployed one stays.
    const later = { ...runRecord(), source: { repository: 'owner/name', commit: 'b'.repeat(40) } };
    ports.files.content.set('.mlops/run.json', new TextEncoder().encode(prettyJson(later)));
    const second = await deploy(ports);
    expect(left(second, 'subjects.txt')).toBe(left(first, 'subjects.txt'));
  });

  test('is not left for a model that was refused', async () => {
    const { evaluation: _, ...unevaluated } = runRecord();
    const result = await deploy(memoryPorts(workspace(unevaluated)));
    expect(result.files.map(({ path }) => path)).toEqual(['deployment.json']);
    expect(result.outputs).toMatchObject({ predicate: '', subjects: '', 'predicate-type': '' });
  });

  test('of a rollback is that of the version gone back to', async () => {
    const ports = memoryPorts(workspace());
    await deploy(ports);
    retrain(ports, 'better');
    await deploy(ports);
    const result = await deploy(ports, { rollback: '1' });
    expect(JSON.parse(left(result, 'provenance.json')).model.digest.sha256).toBe(
      trainedModel().digest,
    );
    expect(left(result, 'subjects.txt')).toContain(`${sha256('weights')}  weights.bin\n`);
  });
});

describe('refusals', () => {
  const record = runRecord();
  const other = trainedModel('other').digest;
  const evaluation = record.evaluation as NonNullable<RunRecord['evaluation']>;
  const exported = record.exports?.[0] as NonNullable<RunRecord['exports']>[number];
  const training = record.training as NonNullable<RunRecord['training']>;
  const { evaluation: _evaluation, ...unevaluated } = record;
  const { training: _training, ...untrained } = record;

  /** What evaluate-gate leaves: its entry and its part of the record say the same. */
  const evaluated = (changes: Partial<typeof evaluation>): RunRecord => {
    const changed = { ...evaluation, ...changes };
    const entry = record.actions['evaluate-gate'] as NonNullable<
      RunRecord['actions']['evaluate-gate']
    >;
    return {
      ...record,
      evaluation: changed,
      actions: { ...record.actions, 'evaluate-gate': { ...entry, verdict: changed.verdict } },
    };
  };

  const overridable: [string, RunRecord, RegExp][] = [
    ['no evaluation', unevaluated, /has not been evaluated/],
    [
      'a failed evaluation',
      evaluated({ verdict: 'fail', outcome: 'fail', reason: 'accuracy 0.7' }),
      /outcome is fail.*accuracy 0\.7/,
    ],
    [
      'a warning of the evaluation',
      evaluated({ verdict: 'no-baseline', outcome: 'warn' }),
      /outcome is warn, not pass \(verdict no-baseline\).*on-no-baseline: pass/,
    ],
    [
      'a failed export',
      {
        ...record,
        actions: {
          ...record.actions,
          'export-tflite': {
            verdict: 'fail',
            headline: 'int8 agrees on 80 %',
            finishedAt: '',
            seconds: 0,
            version: '',
          },
        },
      },
      /export-tflite failed: int8 agrees on 80 %/,
    ],
  ];
  overridable.push([
    'gates that have changed since',
    evaluated({ gatesDigest: '0'.repeat(64) }),
    /gates have changed since the evaluation/,
  ]);
  const mismatches: [string, RunRecord, RegExp][] = [
    [
      'an evaluation that failed and says pass',
      evaluated({ verdict: 'fail' }),
      /run\.json contradicts itself/,
    ],
    ['an evaluation of no examples', evaluated({ examples: 0 }), /run\.json contradicts itself/],
    [
      'an evaluation that evaluate-gate knows nothing of',
      { ...record, actions: {} },
      /run\.json contradicts itself/,
    ],
    ['no training', untrained, /says nothing of the training/],
    ['another model’s name', { ...record, model: 'other' }, /speaks of the model "other"/],
    [
      'an evaluation of another model',
      { ...record, evaluation: { ...evaluation, modelDigest: other } },
      /evaluation is of another model/,
    ],
    [
      'changed model files',
      { ...record, training: { ...training, modelDigest: other } },
      /files were changed since/,
    ],
    [
      'an export of another model',
      { ...record, exports: [{ ...exported, modelDigest: other }] },
      /exported from another model/,
    ],
    [
      'a changed exported file',
      { ...record, exports: [{ ...exported, sha256: '0'.repeat(64) }] },
      /model\.tflite is not the file that run\.json describes/,
    ],
    [
      'a missing exported file',
      { ...record, exports: [{ ...exported, path: 'export/gone.tflite' }] },
      /gone\.tflite is missing/,
    ],
    [
      'an exported file outside of the output directory',
      { ...record, exports: [{ ...exported, path: '../data/model.tflite' }] },
      /which export-tflite does not write/,
    ],
    [
      'an exported file that is none',
      { ...record, exports: [{ ...exported, path: 'model/weights.bin' }] },
      /which export-tflite does not write/,
    ],
    ['two exports of one name', { ...record, exports: [exported, exported] }, /two exported files/],
  ];

  test.each([...overridable, ...mismatches])('%s', async (_what, given, reason) => {
    const ports = memoryPorts(workspace(given));
    const before = new Map(ports.files.content);
    const result = await deploy(ports);
    expect(result).toMatchObject({ verdict: 'fail', outcome: 'fail' });
    expect(result.headline).toMatch(/^refused: /);
    expect(result.headline).toMatch(reason);
    expect(result.outputs).toMatchObject({ version: '', location: '' });
    expect(ports.files.content).toEqual(before);
    expect(result.record(given).deployments).toBeUndefined();
  });

  test.each(overridable)('force overrides %s and is recorded', async (_what, given) => {
    const ports = memoryPorts(workspace(given));
    const reason = 'hotfix <b>now</b>';
    const result = await deploy(ports, { force: reason });
    expect(result).toMatchObject({ verdict: 'warn', outcome: 'warn' });
    expect(result.headline).toMatch(/\(current\), forced$/);
    expect(result.record(given).deployments?.[0]?.forced).toBe(reason);
    const deployed = parseRunRecord(text(ports, `${ROOT}/1/run.json`), 'run.json');
    expect(deployed.deployments?.[0]?.forced).toBe(reason);
    const card = text(ports, `${ROOT}/1/model-card.md`);
    expect(card).toContain('Deployed although it had not passed');
    expect(card).not.toContain('<b>');
  });

  test.each(mismatches)('force does not override %s', async (_what, given) => {
    const result = await deploy(memoryPorts(workspace(given)), { force: 'I insist' });
    expect(result.outcome).toBe('fail');
  });

  test('force is not recorded for a model that has passed', async () => {
    const result = await deploy(memoryPorts(workspace()), { force: 'just in case' });
    expect(result.verdict).toBe('pass');
    expect(result.record(record).deployments?.[0]?.forced).toBeUndefined();
  });

  test('all reasons at once, escaped', async () => {
    const hostile = { ...unevaluated, model: '<script>@team|`x`' };
    const result = await deploy(memoryPorts(workspace(hostile)));
    expect(result.headline).toContain('(and 1 more)');
    expect(result.summary).toContain('has not been evaluated');
    expect(result.summary).not.toMatch(/<script>|@team|`x`/);
  });
});

describe('bad input', () => {
  test.each([
    ['run.json', 'There is no run record'],
    ['model/model.json', 'no trained model'],
    ['model/weights.bin', 'weights.bin is missing'],
    ['model/transform.json', 'transform.json is missing'],
  ])('without %s', async (path, message) => {
    const ports = memoryPorts(workspace());
    ports.files.content.delete(`.mlops/${path}`);
    await expect(deploy(ports)).rejects.toThrow(message);
  });

  test.each([
    ['not JSON', 'run'],
    ['cut short', JSON.stringify(runRecord()).slice(0, -20)],
    ['of another version', JSON.stringify({ ...runRecord(), version: 2 })],
    ['with a field that is none', JSON.stringify({ ...runRecord(), extra: 1 })],
    ['a list', '[]'],
  ])('a run.json that is %s', async (_what, content) => {
    const ports = memoryPorts({ ...workspace(), '.mlops/run.json': content });
    const error = await deploy(ports).catch((caught: unknown) => caught);
    expect(isUserError(error)).toBe(true);
    expect(String(error)).toMatch(/\.mlops\/run\.json.*Remove it/);
  });

  const read = (values: Readonly<Record<string, string>>) => {
    const reader = new InputReader({
      read: (name) => values[name],
      given: Object.keys(values),
      describe: (name) => `input "${name}"`,
    });
    const inputs = parseInputs(reader);
    reader.finish();
    return inputs;
  };

  test.each([
    [{ force: 'true' }, /"reason" is empty/],
    [{ reason: 'because' }, /"reason" has no meaning without force/],
    [{ force: 'yes' }, /Write true or false/],
    [{ rollback: '0' }, /number of a version, or previous/i],
    [{ rollback: '../1' }, /number of a version, or previous/i],
    [{ rollback: '1', force: 'true', reason: 'x' }, /needs no force/],
    [{ roll: '1' }, /"roll" is not known/],
  ])('inputs %j', (values, message) => {
    expect(() => read(values as Record<string, string>)).toThrow(message);
  });

  test('good inputs', () => {
    expect(read({ force: 'true', reason: 'x' })).toMatchObject({ force: 'x' });
    expect(read({ rollback: 'previous' })).toMatchObject({ rollback: 'previous' });
    expect(read({ 'artifact-name': 'a', token: 't', config: 'c.yml' }).configuration.file).toBe(
      'c.yml',
    );
  });
});

describe('rollback', () => {
  async function threeVersions(): Promise<MemoryPorts> {
    const ports = memoryPorts(workspace());
    await deploy(ports);
    for (const weights of ['second', 'third']) {
      retrain(ports, weights);
      await deploy(ports);
    }
    return ports;
  }
  const current = (ports: MemoryPorts) => JSON.parse(text(ports, `${ROOT}/current.json`));

  test('to the version before, step by step, then to any', async () => {
    const ports = await threeVersions();
    const result = await deploy(ports, { rollback: 'previous' });
    expect(result).toMatchObject({
      verdict: 'pass',
      headline: `${ROOT}/2  (current, rolled-back)`,
    });
    expect(result.outputs['model-digest']).toBe(trainedModel('second').digest);
    expect(result.files.map(({ path }) => path)).toEqual([
      'deployment.json',
      'provenance.json',
      'subjects.txt',
      'model-card.md',
      'model-card.json',
    ]);
    expect(current(ports)).toEqual({ version: '2', modelDigest: trainedModel('second').digest });
    await deploy(ports, { rollback: 'previous' });
    expect(current(ports).version).toBe('1');
    await expect(deploy(ports, { rollback: 'previous' })).rejects.toThrow(/no version before/);
    await deploy(ports, { rollback: '3' });
    expect(current(ports).version).toBe('3');
    expect((await deploy(ports, { rollback: '3' })).headline).toContain('unchanged');
  });

  test('goes back to a version of a release that wrote no model-card.json', async () => {
    const ports = await threeVersions();
    await ports.files.remove(`${ROOT}/2/model-card.json`);
    const sums = text(ports, `${ROOT}/2/checksums.txt`).replace(/^.*model-card\.json\n/m, '');
    await ports.files.writeAll([{ path: `${ROOT}/2/checksums.txt`, content: sums }]);
    const result = await deploy(ports, { rollback: '2' });
    const written = result.files.map(({ path }) => path);
    expect(written).toContain('model-card.md');
    expect(written).not.toContain('model-card.json');
    expect(current(ports).version).toBe('2');
  });

  test('needs no trained model here, and writes nothing but current.json', async () => {
    const ports = await threeVersions();
    await ports.files.remove('.mlops');
    const before = new Map(ports.files.content);
    await deploy(ports, { rollback: '1' });
    before.set(`${ROOT}/current.json`, new Uint8Array());
    expect([...ports.files.content.keys()].sort()).toEqual([...before.keys()].sort());
  });

  test('a model deployed after a rollback gets a new number', async () => {
    const ports = await threeVersions();
    await deploy(ports, { rollback: '1' });
    const result = await deploy(ports);
    expect(result.outputs.version).toBe('4');
  });

  test.each([
    ['a version that is not there', '9', () => undefined, /no version 9.*1, 2, 3/],
    [
      'a version without READY',
      '1',
      (ports: MemoryPorts) => ports.files.content.delete(`${ROOT}/1/READY`),
      /READY is missing/,
    ],
    [
      'a version with a changed file',
      'previous',
      (ports: MemoryPorts) => ports.files.content.set(`${ROOT}/2/weights.bin`, new Uint8Array(1)),
      /weights.bin is not the file/,
    ],
    [
      'a version that lost a file',
      '1',
      (ports: MemoryPorts) => ports.files.content.delete(`${ROOT}/1/model.tflite`),
      /model.tflite is missing/,
    ],
    [
      'a version whose list leads elsewhere',
      '1',
      (ports: MemoryPorts) =>
        ports.files.content.set(
          `${ROOT}/1/checksums.txt`,
          new TextEncoder().encode(`${'0'.repeat(64)}  ../../x\n`),
        ),
      /not a list of checksums/,
    ],
    [
      'the version before an unknown one',
      'previous',
      (ports: MemoryPorts) =>
        ports.files.content.set(`${ROOT}/current.json`, new TextEncoder().encode('{')),
      /does not say which version is current.*1, 2, 3/,
    ],
  ])('refuses %s', async (_what, rollback, damage, message) => {
    const ports = await threeVersions();
    damage(ports);
    const before = new Map(ports.files.content);
    const error = await deploy(ports, { rollback }).catch((caught: unknown) => caught);
    expect(isUserError(error)).toBe(true);
    expect(String(error)).toMatch(message);
    expect(ports.files.content).toEqual(before);
  });

  test('where nothing was deployed yet', async () => {
    const ports = memoryPorts(workspace());
    await expect(deploy(ports, { rollback: '1' })).rejects.toThrow(/no version 1.*Deploy a model/);
    const release = memoryPorts(workspace(runRecord(), { targets: '[{ kind: release }]' }));
    await expect(deploy(release, { rollback: '1' })).rejects.toThrow(/no directory target/);
  });
});

describe('releases', () => {
  test('take the version of the directory, with all files and the card as notes', async () => {
    const targets = '[{ kind: release }, { kind: directory, path: models }]';
    const ports = memoryPorts(workspace(runRecord(), { targets }), {
      withGitHub: true,
      run: { commit: 'c'.repeat(40) },
    });
    const result = await deploy(ports);
    expect(result.outputs).toMatchObject({
      version: '1',
      location: 'https://github.example/release/1',
    });
    expect(result.record(runRecord()).deployments?.map(({ target }) => target)).toEqual([
      'release',
      'directory',
    ]);
    const item = ports.journal.published[0]?.item as {
      tag: string;
      notes: string;
      commit: string;
      assets: { name: string; bytes: Uint8Array }[];
    };
    expect(item).toMatchObject({ tag: `${MODEL}-v1`, name: `${MODEL} 1`, commit: 'c'.repeat(40) });
    expect(item.notes).toMatch(/^<!-- mlops-actions model: [0-9a-f]{64} -->\n\n# penguin/);
    expect(item.assets.map(({ name }) => name)).toEqual([
      'model.json',
      'weights.bin',
      'transform.json',
      'model.tflite',
      'model-card.md',
      'model-card.json',
      'run.json',
      'checksums.txt',
    ]);
  });

  test('take the digest as version where there is no directory', async () => {
    const targets = '[{ kind: release, tag: "models/{model}/{version}" }]';
    const ports = memoryPorts(workspace(runRecord(), { targets }), { withGitHub: true });
    const version = trainedModel().digest.slice(0, 12);
    expect((await deploy(ports)).outputs.version).toBe(version);
    expect(ports.journal.published[0]?.item.tag).toBe(`models/${MODEL}/${version}`);
  });

  test.each([
    ['without GitHub', '{ kind: release }', false, /contents: write/],
    [
      'with a tag that git refuses',
      '{ kind: release, tag: "a..{version}" }',
      true,
      /git does not take/,
    ],
    [
      'with an unknown placeholder',
      '{ kind: release, tag: "a-{commit}" }',
      true,
      /git does not take/,
    ],
  ])(
    '%s stop all targets before anything is written',
    async (_what, target, withGitHub, message) => {
      const targets = `[{ kind: directory, path: models }, ${target}]`;
      const ports = memoryPorts(workspace(runRecord(), { targets }), { withGitHub });
      const before = new Map(ports.files.content);
      await expect(deploy(ports)).rejects.toThrow(message);
      expect(ports.files.content).toEqual(before);
      expect(ports.journal.published).toEqual([]);
    },
  );

  test('a release that fails leaves readers of the directory where they were', async () => {
    const targets = '[{ kind: directory, path: models }, { kind: release }]';
    const ports = memoryPorts(workspace(runRecord(), { targets }), { withGitHub: true });
    const github = { ...ports.github, publishRelease: () => Promise.reject(new Error('502')) };
    await expect(
      run({ configuration: CONFIGURATION }, { ...ports, github: github as never }),
    ).rejects.toThrow('502');
    expect(await ports.files.exists(`${ROOT}/current.json`)).toBe(false);
    expect(await ports.files.exists(`${ROOT}/1`)).toBe(false);
    expect((await deploy(ports)).outputs.version).toBe('1');
    expect(await ports.files.list(ROOT)).toEqual(['1', 'current.json']);
  });
});
