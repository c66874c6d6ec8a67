import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { action } from '../../../actions/train-model/main.ts';
import runSchema from '../../../schemas/run.schema.json' with { type: 'json' };
import trialsSchema from '../../../schemas/trials.schema.json' with { type: 'json' };
import tuningSchema from '../../../schemas/tuning.schema.json' with { type: 'json' };
import { executeAction } from '../../../shared/action/index.ts';
import type { RunRecord } from '../../../shared/lineage/index.ts';
import { type MemoryPorts, memoryPorts } from '../../../shared/platform/index.ts';
import type { TrainedTrial, TrialsFile, TuningReport } from '../../../shared/tuning/index.ts';

const DATA = [
  'x,colour,label',
  ...Array.from(
    { length: 60 },
    (_, row) =>
      `${(row * 7) % 60},${row % 3 === 0 ? 'red' : 'blue'},${(row * 7) % 60 > 29 ? 'high' : 'low'}`,
  ),
  '',
].join('\n');

const configuration = (search: string, trials = 5) =>
  [
    'model: small',
    'data: { path: data.csv, label: label }',
    'training: { seed: 2, epochs: 4, architecture: { kind: mlp, hidden: [4] } }',
    `tuning: { trials: ${trials}, seed: 5, search: ${search} }`,
    '',
  ].join('\n');

const SEARCH =
  '{ training.optimizer.learning-rate: { from: 0.001, to: 0.3, scale: log }, training.architecture.hidden: { values: [[4], [8, 4]] } }';

/** Each step of gradient descent on such a penalty overshoots by far. */
const DIVERGING =
  '{ training.optimizer.kind: { values: [sgd] }, training.optimizer.learning-rate: { values: [10] }, training.l2: { values: [0, 1000] } }';
const DIVERGED = [5];

const project = (search = SEARCH, trials?: number) =>
  memoryPorts({ 'mlops.yml': configuration(search, trials), 'data.csv': DATA });

/** Runs the action as a step would, from inputs to exit code. */
async function step(ports: MemoryPorts, given: Readonly<Record<string, string>>) {
  return await executeAction(
    action,
    { read: (name) => given[name], given: Object.keys(given), describe: (name) => name },
    ports,
  );
}

async function read<T>(ports: MemoryPorts, path: string): Promise<T> {
  return JSON.parse(await ports.files.readText(`.mlops/${path}`)) as T;
}

/** All trials in `of` parts, in one folder. */
async function runParts(ports: MemoryPorts, of: number) {
  for (let part = 1; part <= of; part++) {
    expect((await step(ports, { trials: `${part}/${of}` })).exitCode).toBe(0);
  }
}

describe('trials', () => {
  test('are the same however many jobs share them', async () => {
    const one = project();
    await runParts(one, 1);
    const all = await read<TrialsFile>(one, 'trials/1-of-1.json');
    const three = project();
    await runParts(three, 3);
    const results = [];
    for (const part of [1, 2, 3]) {
      results.push(...(await read<TrialsFile>(three, `trials/${part}-of-3.json`)).results);
    }
    expect(results.sort((a, b) => a.trial - b.trial)).toEqual(all.results);
    expect(all.results.map(({ trial }) => trial)).toEqual([1, 2, 3, 4, 5]);
    const validate = new Ajv2020({ strict: true }).compile(trialsSchema);
    expect([validate(all), validate.errors]).toEqual([true, null]);
  });

  test('leave their results and nothing else', async () => {
    const ports = project();
    await runParts(ports, 2);
    expect([...ports.files.content.keys()].filter((path) => path.startsWith('.mlops/'))).toEqual([
      '.mlops/trials/1-of-2.json',
      '.mlops/trials/2-of-2.json',
    ]);
    expect(ports.journal.outputs).toMatchObject({ model: '', report: '', verdict: 'pass' });
    expect(ports.journal.summary.join()).toContain('| rank | trial | validation loss |');
  });

  test('that diverge are recorded, and the others go on', async () => {
    const ports = project(DIVERGING);
    await runParts(ports, 1);
    const { results } = await read<TrialsFile>(ports, 'trials/1-of-1.json');
    const diverged = results.filter(({ status }) => status === 'diverged');
    expect(diverged.map(({ trial }) => trial)).toEqual(DIVERGED);
    expect(diverged[0]).toMatchObject({
      parameters: { 'training.l2': 1000 },
      reason: expect.stringContaining('stopped being a number'),
    });
    expect((await step(ports, { 'best-trial': '1' })).exitCode).toBe(0);
    const { training } = await read<RunRecord>(ports, 'run.json');
    expect(training?.tuning).toMatchObject({ trials: 5, diverged: DIVERGED.length });
  });

  test('that all diverge are a warning, and no model', async () => {
    const ports = project(DIVERGING.replace('0, 1000', '1000'));
    await runParts(ports, 1);
    expect(ports.journal.outputs.verdict).toBe('warn');
    expect((await step(ports, { 'best-trial': '1' })).exitCode).toBe(2);
    expect(ports.journal.annotations.at(-1)?.message).toContain(
      'Every one of the 5 trials diverged',
    );
  });
});

describe('the best trial', () => {
  test('is trained again to the same loss and goes on as a model like any other', async () => {
    const ports = project();
    await runParts(ports, 2);
    expect((await step(ports, { 'best-trial': '2' })).exitCode).toBe(0);
    const tuning = await read<TuningReport>(ports, 'tuning.json');
    const [first] = tuning.trials as TrainedTrial[];
    const losses = tuning.trials.flatMap((trial) =>
      trial.status === 'trained' ? [trial.validationLoss] : [],
    );
    expect(losses).toEqual([...losses].sort((a, b) => a - b));
    expect(ports.journal.outputs).toMatchObject({
      'best-trial': String(first?.trial),
      'validation-loss': String(first?.validationLoss),
      model: '.mlops/model',
    });
    const record = await read<RunRecord>(ports, 'run.json');
    expect(record.training?.tuning).toMatchObject({
      seed: 5,
      trials: 5,
      best: first?.trial,
      parameters: first?.parameters,
    });
    const training = await read<{ architecture: { hidden: number[] } }>(ports, 'training.json');
    expect(training.architecture.hidden).toEqual(first?.parameters['training.architecture.hidden']);
    for (const [schema, value] of [
      [tuningSchema, tuning],
      [runSchema, record],
    ]) {
      const validate = new Ajv2020({ strictTypes: false }).compile(schema as object);
      expect([validate(value), validate.errors]).toEqual([true, null]);
    }
    expect(await ports.files.readText('.mlops/report.html')).toContain('id="tuning"');
  });

  test('gives the bytes that its parameters give when they are written in mlops.yml', async () => {
    const ports = project();
    await runParts(ports, 1);
    await step(ports, { 'best-trial': '1' });
    const { training } = await read<RunRecord>(ports, 'run.json');
    const parameters = training?.tuning?.parameters ?? {};
    const byHand = memoryPorts({
      'mlops.yml': configuration(SEARCH).replace(
        'hidden: [4] }',
        `hidden: ${JSON.stringify(parameters['training.architecture.hidden'])} }, optimizer: { learning-rate: ${parameters['training.optimizer.learning-rate']} }`,
      ),
      'data.csv': DATA,
    });
    await step(byHand, {});
    expect(byHand.journal.outputs['model-digest']).toBe(ports.journal.outputs['model-digest']);
  });

  test('travels through artifacts of a matrix', async () => {
    const jobs = project();
    for (const part of ['1/2', '2/2']) {
      // Each job of a matrix has a disk of its own.
      await jobs.files.remove('.mlops');
      await step(jobs, { trials: part, 'artifact-name': 'mlops' });
    }
    await jobs.files.remove('.mlops');
    expect([...jobs.journal.artifacts.keys()]).toEqual([
      'mlops-trials-1-of-2',
      'mlops-trials-2-of-2',
    ]);
    expect((await step(jobs, { 'best-trial': '2', 'artifact-name': 'mlops' })).exitCode).toBe(0);
    expect([...(jobs.journal.artifacts.get('mlops')?.keys() ?? [])]).toEqual(
      expect.arrayContaining(['model/model.json', 'tuning.json', 'run.json']),
    );
  });

  test.each([
    [
      'a part is missing',
      async (ports: MemoryPorts) => await ports.files.remove('.mlops/trials/2-of-2.json'),
      'trials/2-of-2.json are missing',
    ],
    [
      'the search space has changed since',
      async (ports: MemoryPorts) =>
        await ports.files.writeAll([
          { path: 'mlops.yml', content: configuration(SEARCH.replace('0.3', '0.2')) },
        ]),
      'comes from another search space',
    ],
    [
      'the data has changed since',
      async (ports: MemoryPorts) =>
        await ports.files.writeAll([{ path: 'data.csv', content: `${DATA}61,red,high\n` }]),
      'comes from other data',
    ],
    [
      'a loss was made better than it is',
      async (ports: MemoryPorts) => {
        const file = await read<TrialsFile>(ports, 'trials/2-of-2.json');
        const results = file.results.map((result) => ({ ...result, validationLoss: 1e-9 }));
        await ports.files.writeAll([
          { path: '.mlops/trials/2-of-2.json', content: JSON.stringify({ ...file, results }) },
        ]);
      },
      'its result was changed',
    ],
  ])('is refused when %s', async (_, spoil, message) => {
    const ports = project();
    await runParts(ports, 2);
    await spoil(ports);
    expect((await step(ports, { 'best-trial': '2' })).exitCode).toBe(2);
    expect(ports.journal.annotations.map(({ message: text }) => text).join()).toContain(message);
    expect(await ports.files.exists('.mlops/model/model.json')).toBe(false);
  });

  test('needs a section that says what to try', async () => {
    const ports = memoryPorts({
      'mlops.yml': 'data: { path: data.csv, label: label }',
      'data.csv': DATA,
    });
    expect((await step(ports, { trials: '1/1' })).exitCode).toBe(2);
    expect(ports.journal.annotations[0]?.message).toContain('has no section "tuning"');
  });
});

test('trials and best-trial are two steps', async () => {
  const ports = project();
  expect((await step(ports, { trials: '1/1', 'best-trial': '1' })).exitCode).toBe(2);
  expect(ports.journal.annotations[0]?.message).toContain('given at once');
});
