import { describe, expect, test } from '@jest/globals';
import { parseInputs } from '../../../actions/train-model/inputs.ts';
import { action } from '../../../actions/train-model/main.ts';
import { executeAction, InputReader } from '../../../shared/action/index.ts';
import { isUserError } from '../../../shared/errors/index.ts';
import type { RunRecord } from '../../../shared/lineage/index.ts';
import { type MemoryPorts, memoryPorts } from '../../../shared/platform/index.ts';

const rows = (seed: number) =>
  `id,x,label\n${Array.from({ length: 60 }, (_, n) => `${n},${(n * 7 + seed) % 40},${(n * 7) % 40 > 19 ? 'high' : 'low'}`).join('\n')}\n`;

const YAML = [
  'model: small',
  'data: { path: data.csv, label: label, ignore: [id], split: { key: [id] } }',
  'training: { seed: 3, epochs: 4, architecture: { kind: mlp, hidden: [4], dropout: 0.2 } }',
  'tuning: { trials: 3, search: { training.optimizer.learning-rate: { values: [0.02, 0.05] } } }',
  '',
].join('\n');
const FILES = { 'mlops.yml': YAML, 'data.csv': rows(0), 'other.csv': rows(1) };

/** As a step does it: files are written, and the record is extended. */
async function step(ports: MemoryPorts, given: Readonly<Record<string, string>> = {}) {
  const { exitCode, result } = await executeAction(
    action,
    {
      read: (name) => given[name],
      given: Object.keys(given),
      describe: (name) => `input "${name}"`,
    },
    ports,
  );
  return { exitCode, result };
}

async function trained(given: Readonly<Record<string, string>> = {}): Promise<MemoryPorts> {
  const ports = memoryPorts(FILES);
  if (given['best-trial'] !== undefined) await step(ports, { trials: '1/1' });
  expect((await step(ports, given)).exitCode).toBe(0);
  return ports;
}

async function verify(ports: MemoryPorts, given: Readonly<Record<string, string>> = {}) {
  const before = new Map(ports.files.content);
  const found = await step(ports, { rebuild: 'verify', ...given });
  expect(ports.files.content).toEqual(before);
  return found;
}

function changeRecord(ports: MemoryPorts, change: (record: RunRecord) => object): void {
  const path = '.mlops/run.json';
  const text = new TextDecoder().decode(ports.files.content.get(path));
  ports.files.content.set(
    path,
    new TextEncoder().encode(JSON.stringify(change(JSON.parse(text) as RunRecord))),
  );
}

describe('rebuild: verify', () => {
  test('takes the engine of the record, and not that of mlops.yml', async () => {
    const ports = memoryPorts({
      ...FILES,
      'mlops.yml': YAML.replace('seed: 3,', 'seed: 3, engine: cpu,'),
    });
    expect((await step(ports)).exitCode).toBe(0);
    changeRecord(ports, (record) => {
      expect(record.training?.engine).toEqual({ name: 'cpu', version: '4.22.0', simd: false });
      return record;
    });
    ports.files.content.set('mlops.yml', new TextEncoder().encode(YAML));
    expect((await verify(ports)).exitCode).toBe(0);
  });

  test.each([
    ['as mlops.yml says', {}],
    ['with what inputs replaced', { seed: '9', epochs: '2', data: 'other.csv' }],
    ['by the best trial', { 'best-trial': '1' }],
  ])('a training %s gives the same bytes', async (_, given) => {
    const ports = await trained(given);
    // Nothing but a training can have made them.
    ports.journal.cache.clear();
    const { exitCode, result } = await verify(ports);
    expect(result).toMatchObject({ verdict: 'pass', outputs: { 'cache-hit': false } });
    expect(result?.headline).toMatch(/^rebuilt, the same bytes: [0-9a-f]{12}$/);
    expect(exitCode).toBe(0);
  });

  test('reads the record where it is named', async () => {
    const ports = await trained();
    const content = ports.files.content.get('.mlops/run.json') as Uint8Array;
    ports.files.content.set('deployed/v1/run.json', content);
    changeRecord(ports, (record) => ({ ...record, training: undefined }));
    const found = await verify(ports, { record: 'deployed/v1/run.json' });
    expect(found.exitCode).toBe(0);
    expect(found.result?.summary).toContain('deployed/v1/run.json');
  });

  test.each([
    ['no mlops.yml', undefined],
    ['one that lacks the label', 'data: { path: data.csv, split: { key: [id] } }\n'],
  ])('inputs that said all give the same bytes with %s', async (_, yaml) => {
    const ports = memoryPorts({
      'data.csv': rows(0),
      ...(yaml === undefined ? {} : { 'mlops.yml': yaml }),
    });
    const inputs = yaml === undefined ? { data: 'data.csv', label: 'label' } : { label: 'label' };
    expect((await step(ports, inputs)).exitCode).toBe(0);
    expect((await verify(ports)).result?.verdict).toBe('pass');
  });

  test('another seed in mlops.yml fails, and is told', async () => {
    const ports = await trained();
    ports.files.content.set(
      'mlops.yml',
      new TextEncoder().encode(YAML.replace('seed: 3', 'seed: 4')),
    );
    const { exitCode, result } = await verify(ports);
    expect(exitCode).toBe(1);
    expect(result?.summary).toContain('training.seed is 4, and was 3');
  });

  test('a setting that has changed fails, and the summary says so', async () => {
    const ports = await trained();
    ports.files.content.set(
      'mlops.yml',
      new TextEncoder().encode(YAML.replace('hidden: [4]', 'hidden: [5]')),
    );
    const { exitCode, result } = await verify(ports);
    expect(exitCode).toBe(1);
    expect(result).toMatchObject({
      verdict: 'fail',
      headline: 'rebuilt with other bytes: model.json, weights.bin',
    });
    expect(result?.summary).toContain('The network has another architecture');
    expect(result?.summary).toContain('mlops.yml has changed');
    expect(result?.terminal?.(80)).toBe(
      '  The network has another architecture.\n  Not as it was: mlops.yml has changed.',
    );
  });

  test.each([
    [
      'a digest of the weights that is another',
      ({ training }: RunRecord) => ({
        files: training?.files.map((file) => ({
          ...file,
          sha256: file.path.endsWith('weights.bin') ? '0'.repeat(64) : file.sha256,
        })),
      }),
      'rebuilt with other bytes: weights.bin',
      'The weights alone differ',
    ],
    [
      'a digest of the model that is not that of its files',
      () => ({ modelDigest: '0'.repeat(64) }),
      'rebuilt with other bytes',
      'The record contradicts itself',
    ],
    [
      'files that are not named',
      () => ({ files: [] }),
      'rebuilt with other bytes: model.json, weights.bin, transform.json',
      'none',
    ],
  ])('a record with %s fails', async (_, change, headline, summary) => {
    const ports = await trained();
    changeRecord(ports, (record) => ({
      ...record,
      training: { ...record.training, ...change(record) },
    }));
    const { exitCode, result } = await verify(ports);
    expect(exitCode).toBe(1);
    expect(result?.headline).toBe(headline);
    expect(result?.summary).toContain(summary);
  });

  const refusal = async (ports: MemoryPorts, given: Readonly<Record<string, string>> = {}) => {
    const before = new Map(ports.files.content);
    const reader = new InputReader({
      read: (name) => ({ rebuild: 'verify', ...given })[name],
      given: [],
      describe: (name) => `input "${name}"`,
    });
    const error: unknown = await (async () => {
      const inputs = parseInputs(reader);
      reader.finish();
      return await action.run(inputs, ports);
    })().catch((thrown: unknown) => thrown);
    if (!isUserError(error)) throw error;
    expect(ports.files.content).toEqual(before);
    return error.message;
  };

  test('other data is refused before any training, with its file', async () => {
    const ports = await trained();
    ports.files.content.set('data.csv', new TextEncoder().encode(rows(2)));
    expect(await refusal(ports)).toMatch(
      /^data\.csv: The file is not the one that trained: \.mlops\/run\.json tells of data\.csv with the SHA-256 [0-9a-f]{12}…, and this has [0-9a-f]{12}…\./,
    );
    const more = await trained();
    more.files.content.set(
      'mlops.yml',
      new TextEncoder().encode(YAML.replace('path: data.csv', 'path: "*.csv"')),
    );
    expect(await refusal(more)).toContain(
      'The model was trained on 1 data files, and data.path names 2',
    );
  });

  test.each([
    [
      'another engine',
      { engine: { name: 'wasm', version: '4.21.0', simd: true } },
      'trained by the engine wasm 4.21.0 with SIMD, and this is wasm 4.22.0 with SIMD: the last bits differ. Rebuild with the version of mlops-actions that trained',
    ],
    [
      'a machine without SIMD',
      { engine: { name: 'wasm', version: '4.22.0', simd: false } },
      'Rebuild on a machine like that of the training',
    ],
    [
      'an engine that nobody knows',
      { engine: { name: 'abacus', version: '1', simd: false } },
      'trained by the engine abacus 1, and this is wasm 4.22.0 with SIMD',
    ],
    [
      'the native engine where no package.json lists it',
      { engine: { name: 'tensorflow', version: '4.22.0', simd: false, library: '2.9.1' } },
      'The engine tensorflow is asked for, and no package.json',
    ],
    ['a command', { engine: { name: 'command', run: 'python train.py' } }, 'training by a command'],
  ])('%s is refused', async (_, training, message) => {
    const ports = await trained();
    changeRecord(ports, (record) => ({ ...record, training: { ...record.training, ...training } }));
    expect(await refusal(ports)).toContain(message);
  });

  test('a file of another name is told where files decide on the split', async () => {
    const yaml = YAML.replace(
      'path: data.csv, label: label, ignore: [id], split: { key: [id] }',
      'path: "*.csv", label: label, ignore: [id], split: { by: file, files: { evaluation: other.csv } }',
    );
    const ports = memoryPorts({ ...FILES, 'mlops.yml': yaml });
    expect((await step(ports)).exitCode).toBe(0);
    const content = ports.files.content.get('data.csv') as Uint8Array;
    ports.files.content.delete('data.csv');
    ports.files.content.set('older.csv', content);
    const message = await refusal(ports);
    expect(message).toContain('The file was called data.csv in the training');
  });

  test.each([
    ['training.batch-size', 'x'],
    ['training.batch-size', 0.5],
    ['training.architecture.hidden', '64'],
    ['training.foo', 1],
  ])('a tuning with %s %j in the record is refused', async (field, value) => {
    const ports = await trained({ 'best-trial': '1' });
    changeRecord(ports, (record) => ({
      ...record,
      training: {
        ...record.training,
        tuning: { ...record.training?.tuning, parameters: { [field]: value } },
      },
    }));
    expect(await refusal(ports)).toMatch(/parameters of a tuning in|is not a run record/);
  });

  test('a record that is not there, no record, or without a training is refused', async () => {
    const ports = await trained();
    expect(await refusal(ports, { record: 'v9/run.json' })).toContain(
      'v9/run.json: There is no run record v9/run.json to rebuild from',
    );
    ports.files.content.set('v9/run.json', new TextEncoder().encode('{'));
    expect(await refusal(ports, { record: 'v9/run.json' })).toMatch(
      /is not a run record: it is not JSON\. Restore it as the training left it/,
    );
    changeRecord(ports, ({ training: _, ...record }) => record);
    expect(await refusal(ports)).toContain('says nothing of a training');
  });

  test('inputs that the record decides are refused, all at once', async () => {
    const ports = memoryPorts(FILES);
    const message = await refusal(ports, { seed: '4', trials: '1/1' });
    expect(message).toBe(
      'input "seed" and "rebuild" are given at once. Leave it out: the record decides.\ninput "trials" and "rebuild" are given at once. Leave it out: the record decides.',
    );
    expect(await refusal(ports, { rebuild: 'write' })).toContain('Use one of: verify');
  });
});
