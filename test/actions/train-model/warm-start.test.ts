import { describe, expect, test } from '@jest/globals';
import { action } from '../../../actions/train-model/main.ts';
import { executeAction } from '../../../shared/action/index.ts';
import { parseRunRecord } from '../../../shared/lineage/index.ts';
import type { TrainingReport } from '../../../shared/model/index.ts';
import { type MemoryPorts, memoryPorts } from '../../../shared/platform/index.ts';

const rowsOf = (count: number, colours: readonly string[], classes = ['low', 'high']) =>
  `id,x,colour,label\n${Array.from(
    { length: count },
    (_, n) =>
      `${n},${(n * 7) % 40},${colours[n % colours.length]},${classes[(n * 7) % 40 > 19 ? 1 : 0]}`,
  ).join('\n')}\n`;
const DATA = rowsOf(60, ['red', 'blue']);
const MLP = 'architecture: { kind: mlp, hidden: [4] }';

const yaml = (training: string, rest = '') =>
  [
    'model: small',
    'data: { path: data.csv, label: label, ignore: [id], split: { key: [id] } }',
    `training: { seed: 3, early-stopping: false, ${training} }`,
    'evaluation: { baseline: models }',
    rest,
    '',
  ].join('\n');

const encode = (text: string) => new TextEncoder().encode(text);
const textOf = ({ files }: MemoryPorts, path: string) =>
  new TextDecoder().decode(files.content.get(path));
const write = ({ files }: MemoryPorts, path: string, text: string) =>
  files.content.set(path, encode(text));

async function step(ports: MemoryPorts, given: Readonly<Record<string, string>> = {}) {
  ports.journal.annotations.length = 0;
  const { exitCode, result } = await executeAction(
    action,
    {
      read: (name) => given[name],
      given: Object.keys(given),
      describe: (name) => `input "${name}"`,
    },
    ports,
  );
  const told = ports.journal.annotations.map(({ message }) => message);
  return { exitCode, result, told };
}

const MODEL = ['model.json', 'weights.bin', 'transform.json'];

function copyModel({ files }: MemoryPorts, from: string, to: string): void {
  for (const name of MODEL) {
    files.content.set(`${to}/${name}`, files.content.get(`${from}/${name}`) ?? new Uint8Array());
  }
}

/** A repository with a model of 30 epochs in `models`, which is blessed. */
async function repository(architecture = MLP): Promise<MemoryPorts> {
  const ports = memoryPorts({ 'mlops.yml': yaml(`epochs: 30, ${architecture}`), 'data.csv': DATA });
  expect((await step(ports)).exitCode).toBe(0);
  copyModel(ports, '.mlops/model', 'models');
  return ports;
}

const reportOf = (ports: MemoryPorts) =>
  JSON.parse(textOf(ports, '.mlops/training.json')) as TrainingReport;
const recordOf = (ports: MemoryPorts) =>
  parseRunRecord(textOf(ports, '.mlops/run.json'), 'run.json').training;

const WARM = `epochs: 3, warm-start: blessed, ${MLP}`;

describe('a training that begins with the weights of the blessed model', () => {
  test.each([
    MLP,
    'architecture: { kind: linear }',
    'architecture: { kind: mlp, hidden: [6, 3], activation: tanh, dropout: 0.3 }',
    'architecture: { kind: wide-and-deep, hidden: [4], embedding: 2 }',
  ])('goes on where that model was: %s', async (architecture) => {
    const ports = await repository(architecture);
    const before = reportOf(ports);
    const best = before.history[before.bestEpoch - 1]?.validationLoss ?? 0;
    // Steps of no size: what is left is what it began with.
    write(
      ports,
      'mlops.yml',
      yaml(
        `epochs: 1, warm-start: blessed, optimizer: { learning-rate: 1.0e-30 }, ${architecture}`,
      ),
    );
    expect((await step(ports)).told).toEqual([]);
    expect(reportOf(ports).history[0]?.validationLoss).toBeCloseTo(best, 12);
    expect(ports.files.content.get('.mlops/model/weights.bin')).toEqual(
      ports.files.content.get('models/weights.bin'),
    );
  });

  test('takes its transform, so that the weights mean what they meant', async () => {
    const ports = await repository();
    write(ports, 'mlops.yml', yaml(WARM));
    write(ports, 'data.csv', rowsOf(90, ['red', 'green', 'blue']));
    expect((await step(ports)).told).toEqual([]);
    expect(textOf(ports, '.mlops/model/transform.json')).toBe(
      textOf(ports, 'models/transform.json'),
    );
  });

  test('gives the same bytes again, is cached under its parent, and says so in record and report', async () => {
    const ports = await repository();
    const digest = recordOf(ports)?.modelDigest;
    write(ports, 'mlops.yml', yaml(WARM));
    const first = (await step(ports, { cache: 'false' })).result;
    const second = (await step(ports, { cache: 'true' })).result;
    expect(second?.outputs['model-digest']).toBe(first?.outputs['model-digest']);
    expect((await step(ports)).result?.outputs['cache-hit']).toBe(true);
    expect(recordOf(ports)?.parent).toEqual({ path: 'models', modelDigest: digest });
    expect(reportOf(ports).parent).toBe(digest);
    expect(second?.summary).toContain(`begins with | <code>sha256&#58;${digest}</code>`);
    // Its own result as the next parent is another origin.
    copyModel(ports, '.mlops/model', 'models');
    const third = (await step(ports)).result;
    expect(third?.outputs['cache-hit']).toBe(false);
    expect(third?.outputs['model-digest']).not.toBe(second?.outputs['model-digest']);
  });

  test('can be rebuilt while the parent is to be had, wherever it lies', async () => {
    const ports = await repository();
    const digest = recordOf(ports)?.modelDigest;
    write(ports, 'mlops.yml', yaml(WARM));
    await step(ports);
    expect((await step(ports, { rebuild: 'verify' })).exitCode).toBe(0);
    // The model itself is blessed in the meantime, and the parent moved.
    copyModel(ports, 'models', 'old');
    copyModel(ports, '.mlops/model', 'models');
    const missing = await step(ports, { rebuild: 'verify' });
    expect(missing.exitCode).toBe(2);
    expect(missing.told.join()).toContain(
      `The training began with the weights of the model sha256:${digest}, and it is not in models any more`,
    );
    write(ports, 'mlops.yml', yaml(WARM.replace('blessed', 'old')));
    expect((await step(ports, { rebuild: 'verify' })).exitCode).toBe(0);
  });

  test.each([
    ['another architecture', yaml(WARM.replace('[4]', '[5]')), DATA, 'has another architecture'],
    ['other features', yaml(WARM, 'features: { x: log }'), DATA, 'reads "x" otherwise'],
    [
      'a feature more',
      yaml(WARM),
      DATA.replace(/^(\d+|id),/gm, '$1,$1,').replace('id,id', 'id,serial'),
      'does not read "serial"',
    ],
    [
      'other classes',
      yaml(WARM),
      rowsOf(60, ['red', 'blue'], ['few', 'many']),
      'has another label or other classes',
    ],
  ])('begins anew with %s, and says why', async (_, configuration, data, why) => {
    const ports = await repository();
    write(ports, 'data.csv', data);
    write(ports, 'mlops.yml', configuration);
    const { exitCode, told, result } = await step(ports);
    expect(exitCode).toBe(0);
    expect(told).toContain(`The model in models ${why}`);
    expect(recordOf(ports)).not.toHaveProperty('parent');
    // To the bytes that it has without.
    write(ports, 'mlops.yml', configuration.replace('warm-start: blessed, ', ''));
    expect((await step(ports, { cache: 'false' })).result?.outputs['model-digest']).toBe(
      result?.outputs['model-digest'],
    );
  });

  test('begins anew while there is none', async () => {
    const ports = memoryPorts({ 'mlops.yml': yaml(WARM), 'data.csv': DATA });
    const { exitCode, told } = await step(ports);
    expect(exitCode).toBe(0);
    expect(told).toEqual(['There is no model in models yet']);
  });
});

test('a folder that is named holds a model, or it is an error', async () => {
  const ports = await repository();
  write(ports, 'mlops.yml', yaml(WARM.replace('blessed', 'nowhere')));
  const { exitCode, told } = await step(ports);
  expect(exitCode).toBe(2);
  expect(told.join()).toContain('training.warm-start names nowhere, where there is no model');
});

test('rounds of a cross-validation begin anew: the parent has seen their rows', async () => {
  const ports = await repository();
  const folds = 'cross-validation: { folds: 3 }';
  write(ports, 'mlops.yml', yaml(`${WARM}, ${folds}`));
  await step(ports);
  const warm = reportOf(ports).crossValidation;
  write(ports, 'mlops.yml', yaml(`epochs: 3, ${MLP}, ${folds}`));
  await step(ports);
  expect(reportOf(ports).crossValidation).toEqual(warm);
});
