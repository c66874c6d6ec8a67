import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { action } from '../../../actions/train-model/main.ts';
import trialsSchema from '../../../schemas/trials.schema.json' with { type: 'json' };
import tuningSchema from '../../../schemas/tuning.schema.json' with { type: 'json' };
import { executeAction } from '../../../shared/action/index.ts';
import { type MemoryPorts, memoryPorts } from '../../../shared/platform/index.ts';
import type { TrialResult, TrialsFile, TuningReport } from '../../../shared/tuning/index.ts';

const DATA = [
  'x,colour,label',
  ...Array.from(
    { length: 60 },
    (_, row) =>
      `${(row * 7) % 60},${row % 3 === 0 ? 'red' : 'blue'},${(row * 7) % 60 > 29 ? 'high' : 'low'}`,
  ),
  '',
].join('\n');

const project = (method: string) =>
  memoryPorts({
    'data.csv': DATA,
    'mlops.yml': [
      'model: small',
      'data: { path: data.csv, label: label }',
      'training: { seed: 2, epochs: 9, early-stopping: false, architecture: { kind: mlp, hidden: [4], dropout: 0.2 } }',
      'tuning:',
      '  trials: 8',
      '  seed: 5',
      `  ${method}`,
      '  search:',
      '    training.optimizer.learning-rate: { from: 0.001, to: 0.1, scale: log }',
      '    training.optimizer.kind: { values: [adamw, sgd, rmsprop] }',
      '    training.optimizer.momentum: { values: [0, 0.9] }',
      '    training.schedule.kind: { values: [none, cosine, plateau] }',
      '    training.l1: { values: [0, 0.001] }',
      '    training.clip.norm: { from: 0.5, to: 2 }',
      '',
    ].join('\n'),
  });
const HALVING = 'method: successive-halving\n  bracket: 4\n  reduction: 2';

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

async function runParts(ports: MemoryPorts, of: number): Promise<TrialResult[]> {
  const results: TrialResult[] = [];
  for (let part = 1; part <= of; part++) {
    expect((await step(ports, { trials: `${part}/${of}` })).exitCode).toBe(0);
    const file = await read<TrialsFile>(ports, `trials/${part}-of-${of}.json`);
    const validate = new Ajv2020({ strict: true }).compile(trialsSchema);
    expect([validate(file), validate.errors]).toEqual([true, null]);
    results.push(...file.results);
  }
  return results.sort((one, other) => one.trial - other.trial);
}

test('results are the same however many jobs share the brackets; two in four go on, one to the end', async () => {
  const all = await runParts(project(HALVING), 1);
  expect(await runParts(project(HALVING), 2)).toEqual(all);
  expect(await runParts(project(HALVING), 3)).toEqual(all);
  const epochs = all.map((result) => (result.status === 'trained' ? result.epochs : 0));
  for (const bracket of [epochs.slice(0, 4), epochs.slice(4)]) {
    expect(bracket.sort((one, other) => one - other)).toEqual([2, 2, 4, 9]);
  }
});

test('a trial that comes to its end has the loss of one without a halt, and is trained and rebuilt', async () => {
  const halved = project(HALVING);
  const results = await runParts(halved, 2);
  const whole = await runParts(project('method: random'), 1);
  const ended = results.filter((result) => !('stopped' in result));
  expect(ended).toHaveLength(2);
  expect(whole).toEqual(expect.arrayContaining(ended));

  const { exitCode, result } = await step(halved, { 'best-trial': '2' });
  expect(exitCode).toBe(0);
  expect(ended.map(({ trial }) => trial)).toContain(result?.outputs['best-trial']);
  const tuning = await read<TuningReport>(halved, 'tuning.json');
  const validate = new Ajv2020({ strict: true }).compile(tuningSchema);
  expect([validate(tuning), validate.errors]).toEqual([true, null]);
  expect(tuning.method).toBe('successive-halving');
  expect(result?.summary).toContain('successive halving, seed 5');
  expect(result?.summary).toContain('2 &#40;stopped&#41;');
  expect((await step(halved, { rebuild: 'verify' })).exitCode).toBe(0);
});
