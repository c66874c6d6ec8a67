import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseInputs } from '../../../actions/train-model/inputs.ts';
import { run } from '../../../actions/train-model/run.ts';
import trainingSchema from '../../../schemas/training.schema.json' with { type: 'json' };
import transformSchema from '../../../schemas/transform.schema.json' with { type: 'json' };
import { type ActionResult, InputReader } from '../../../shared/action/index.ts';
import { loadConfiguration } from '../../../shared/config/index.ts';
import { readTable, splitTable } from '../../../shared/data/index.ts';
import { isUserError } from '../../../shared/errors/index.ts';
import { applyTransform, encodeLabels } from '../../../shared/features/index.ts';
import { type RunRecord, sha256 } from '../../../shared/lineage/index.ts';
import { loadPredictor } from '../../../shared/model/index.ts';
import { readModelDirectory } from '../../../shared/model-directory/index.ts';
import { parseModel } from '../../../shared/network/index.ts';
import { type MemoryPorts, memoryPorts } from '../../../shared/platform/index.ts';

const penguins = (path: string) =>
  readFileSync(new URL(`../../../examples/penguins/${path}`, import.meta.url));

const PENGUINS = {
  'mlops.yml': penguins('mlops.yml'),
  'data/penguins.csv': penguins('data/penguins.csv'),
};

/** Forty rows that a line separates, in a small project. */
const SMALL_DATA = [
  'id,x,colour,label',
  ...Array.from(
    { length: 40 },
    (_, row) =>
      `${row},${(row * 7) % 40},${row % 3 === 0 ? 'red' : 'blue'},${(row * 7) % 40 > 19 ? 'high' : 'low'}`,
  ),
  '',
].join('\n');
const SMALL_CONFIGURATION = [
  'model: small',
  'data: { path: data.csv, label: label, ignore: [id], split: { key: [id] } }',
  'training: { epochs: 4, architecture: { kind: mlp, hidden: [4] } }',
  '',
].join('\n');
const SMALL = { 'mlops.yml': SMALL_CONFIGURATION, 'data.csv': SMALL_DATA };

function inputs(given: Readonly<Record<string, string>> = {}) {
  const reader = new InputReader({
    read: (name) => given[name],
    given: Object.keys(given),
    describe: (name) => `input "${name}"`,
  });
  const parsed = parseInputs(reader);
  reader.finish();
  return parsed;
}

const train = (ports: MemoryPorts, given: Readonly<Record<string, string>> = {}) =>
  run(inputs(given), ports);

function filesOf({ files }: ActionResult): Record<string, string> {
  return Object.fromEntries(files.map(({ path, content }) => [path, sha256(content)]));
}

async function write({ outputDirectory, files }: ActionResult, ports: MemoryPorts) {
  await ports.files.writeAll(
    files.map(({ path, content }) => ({ path: `${outputDirectory}/${path}`, content })),
  );
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => new Error('nothing was thrown'),
    (reason: Error) => reason,
  );
  if (!isUserError(error)) throw error;
  return error.message;
}

describe('penguins', () => {
  test('are told apart on the evaluation split', async () => {
    const ports = memoryPorts(PENGUINS);
    const result = await train(ports);
    await write(result, ports);
    const { data } = await loadConfiguration(ports.files, inputs().configuration);
    const { table } = await readTable(ports.files, data);
    const rows = (await splitTable(ports.files, table, data.split)).evaluation;
    const model = await readModelDirectory(ports.files, '.mlops/model');
    const predictor = await loadPredictor(parseModel(model, model.path));
    const scores = predictor.predict(applyTransform(model.transform, table, rows));
    predictor.dispose();
    const labels = encodeLabels(model.transform, table, rows);
    let right = 0;
    let loss = 0;
    for (const [row, label] of labels.entries()) {
      const probabilities = [...scores.data.subarray(3 * row, 3 * row + 3)];
      if (probabilities.indexOf(Math.max(...probabilities)) === label) right++;
      loss -= Math.log(probabilities[label] ?? 0) / rows.length;
    }
    expect(rows.length).toBeGreaterThan(50);
    expect(right / rows.length).toBeGreaterThanOrEqual(0.95);
    expect(loss).toBeLessThanOrEqual(0.15);
  });

  test('give the bytes that they always gave: an old configuration must not train another model', async () => {
    // Changes only with a change that is told in the changelog.
    expect(filesOf(await train(memoryPorts(PENGUINS)))['model/weights.bin']).toBe(
      'a4e58e3374a8568fa85984b39b123e0ecfbadcb3fe76b8dabb39b79a72db46cc',
    );
  });

  test('leave files that satisfy their schemas, outputs, a headline and a summary', async () => {
    const ports = memoryPorts(PENGUINS);
    const result = await train(ports);
    expect(result).toMatchObject({ verdict: 'pass', outcome: 'pass', outputDirectory: '.mlops' });
    expect(result.files.map(({ path }) => path)).toEqual([
      'model/model.json',
      'model/weights.bin',
      'model/transform.json',
      'training.json',
    ]);
    const contents = new Map(result.files.map(({ path, content }) => [path, content]));
    const report = JSON.parse(String(contents.get('training.json')));
    for (const [schema, value] of [
      [trainingSchema, report],
      [transformSchema, JSON.parse(String(contents.get('model/transform.json')))],
    ]) {
      const validate = new Ajv2020({ strict: true }).compile(schema);
      expect([validate(value), validate.errors]).toEqual([true, null]);
    }
    expect(report).toMatchObject({
      task: 'multiclass-classification',
      seed: 7,
      features: [
        'island',
        'bill_length_mm',
        'bill_depth_mm',
        'flipper_length_mm',
        'body_mass_g',
        'sex',
      ],
      dropped: [],
      loss: 'cross-entropy',
    });
    expect(report.examples.train + report.examples.validation + report.examples.evaluation).toBe(
      344,
    );
    expect(result.headline).toMatch(/^mlp 32·16, \d+ of 60 epochs, validation loss 0\.\d+$/);
    expect(result.outputs).toEqual({
      model: '.mlops/model',
      'model-digest': expect.stringMatching(/^[0-9a-f]{64}$/),
      epochs: report.history.length,
      'best-epoch': report.bestEpoch,
      'validation-loss': report.history[report.bestEpoch - 1].validationLoss,
      'best-trial': '',
      'cache-hit': false,
      'mlflow-run': '',
    });
    expect(result.summary).toMatch(/^## penguin&#45;species: trained\n\n\*\*Validation loss /);
    expect(result.summary).toMatch(/```mermaid\n/);
    expect(result.summary).toContain('248 training, 32 validation, 64 evaluation');
    // Nothing was written by run itself.
    expect([...ports.files.content.keys()]).toEqual(Object.keys(PENGUINS));
  });
});

describe('the cache', () => {
  test('gives the same files again, says so, and leaves nothing behind', async () => {
    const ports = memoryPorts(SMALL);
    const first = await train(ports);
    const second = await train(ports);
    expect(first.outputs['cache-hit']).toBe(false);
    expect(second.outputs).toEqual({ ...first.outputs, 'cache-hit': true });
    expect(filesOf(second)).toEqual(filesOf(first));
    expect(second.headline).toBe(`${first.headline}, from cache`);
    expect(second.summary).toContain('Taken from the cache');
    expect(second.record(EMPTY_RECORD).training?.fromCache).toBe(true);
    expect([...ports.files.content.keys()]).toEqual(Object.keys(SMALL));
    expect([...ports.journal.cache.keys()]).toEqual([
      expect.stringMatching(/^mlops-model-[0-9a-f]{64}$/),
    ]);
  });

  const keyAfter = async (
    files: Readonly<Record<string, string>>,
    given: Record<string, string> = {},
  ) => {
    const ports = memoryPorts({ ...SMALL, ...files });
    await train(ports, given);
    return [...ports.journal.cache.keys()];
  };

  test('has a key that changes with all that decides a model, and with nothing else', async () => {
    const [key] = await keyAfter({});
    const configuration = (change: (text: string) => string) => ({
      'mlops.yml': change(SMALL_CONFIGURATION),
    });
    const others = [
      await keyAfter({ 'data.csv': SMALL_DATA.replace('39,33', '39,34') }),
      await keyAfter({}, { seed: '2' }),
      await keyAfter({}, { epochs: '3' }),
      await keyAfter(configuration((text) => text.replace('hidden: [4]', 'hidden: [5]'))),
      await keyAfter(configuration((text) => text.replace('ignore: [id]', 'ignore: [id, colour]'))),
      await keyAfter(configuration((text) => `${text}task: multiclass-classification\n`)),
      await keyAfter(configuration((text) => `${text}features: { x: log }\n`)),
      await keyAfter(configuration((text) => `${text}features: { x: min-max }\n`)),
    ].flat();
    expect(new Set([key, ...others]).size).toBe(9);
    const same = [
      await keyAfter({ 'other.csv': SMALL_DATA }, { data: 'other.csv' }),
      await keyAfter(configuration((text) => text.replace('model: small', 'model: renamed'))),
      await keyAfter({}, { 'output-directory': 'elsewhere' }),
    ].flat();
    expect(new Set(same)).toEqual(new Set([key]));
    // Where a feature stands in the file decides nothing.
    const [high, low] = [
      await keyAfter(configuration((text) => `features: { x: log }\n${text}`)),
      await keyAfter(configuration((text) => `${text}\n\nfeatures:\n  x: log\n`)),
    ];
    expect(high).toEqual(low);
  });

  test('can be switched off', async () => {
    expect(await keyAfter({}, { cache: 'false' })).toEqual([]);
  });

  const damages: [string, (entry: Map<string, Uint8Array>) => void][] = [
    [
      'a changed weight',
      (entry) => {
        const bytes = Uint8Array.from(entry.get('weights.bin') ?? []);
        bytes[5] = (bytes[5] ?? 0) ^ 1;
        entry.set('weights.bin', bytes);
      },
    ],
    [
      'a missing file',
      (entry) => {
        entry.delete('model.json');
      },
    ],
    [
      'a missing proof',
      (entry) => {
        entry.delete('proof.json');
      },
    ],
    [
      'no file at all',
      (entry) => {
        entry.clear();
      },
    ],
  ];
  test.each(damages)('that is damaged is ignored with a warning: %s', async (_name, damage) => {
    const ports = memoryPorts(SMALL);
    const first = await train(ports);
    for (const entry of ports.journal.cache.values()) damage(entry);
    const second = await train(ports);
    expect(second.outputs['cache-hit']).toBe(false);
    expect(filesOf(second)).toEqual(filesOf(first));
    expect(ports.journal.log).toContainEqual({
      level: 'warning',
      text: 'The cached model is damaged or belongs to another training: it is ignored',
    });
    // What stands under a key of GitHub's cache stays there: the good one has another.
    expect([...ports.journal.cache.keys()]).toEqual([
      expect.stringMatching(/^mlops-model-[0-9a-f]{64}$/),
      expect.stringMatching(/^mlops-model-[0-9a-f]{64}-2$/),
    ]);
    expect((await train(ports)).outputs['cache-hit']).toBe(true);
    const [, latest = new Map<string, Uint8Array>()] = ports.journal.cache.values();
    damage(latest);
    expect(filesOf(await train(ports))).toEqual(filesOf(first));
    expect(ports.journal.cache.size).toBe(2);
    expect(ports.journal.log).toContainEqual({
      level: 'warning',
      text: expect.stringMatching(
        /^Nothing can be cached until the entries of the cache that begin with mlops-model-[0-9a-f]{64} are deleted/,
      ),
    });
  });

  test('that another training takes away while it is read stops nothing', async () => {
    const ports = memoryPorts(SMALL);
    const vanishing: typeof ports.cache = {
      save: () => Promise.reject(new Error('gone')),
      restore: () => Promise.reject(new Error('gone')),
      restoreNewest: () => Promise.reject(new Error('gone')),
    };
    const result = await train({ ...ports, cache: vanishing });
    expect(result.outputs['cache-hit']).toBe(false);
    expect(ports.journal.log.filter(({ level }) => level === 'warning')).toEqual([
      { level: 'warning', text: 'The cached model was not read: gone' },
      { level: 'warning', text: 'The checkpoint was not read: gone' },
      { level: 'warning', text: 'The model was not put into the cache: gone' },
    ]);
  });

  test('with the model of another training is ignored, whole as it is', async () => {
    const other = memoryPorts(SMALL);
    await train(other, { seed: '5' });
    const [entry = new Map<string, Uint8Array>()] = other.journal.cache.values();
    const ports = memoryPorts(SMALL);
    const first = await train(ports);
    const [key = ''] = ports.journal.cache.keys();
    ports.journal.cache.set(key, entry);
    const second = await train(ports);
    expect(second.outputs['cache-hit']).toBe(false);
    expect(filesOf(second)).toEqual(filesOf(first));
  });
});

const EMPTY_RECORD: RunRecord = { version: 1, model: '', actions: {} };

describe('the run record', () => {
  test('gets the model and where it comes from', async () => {
    const ports = memoryPorts(SMALL);
    const result = await train(ports);
    const record = result.record(EMPTY_RECORD);
    expect(record).toMatchObject({
      version: 1,
      model: 'small',
      training: {
        task: 'binary-classification',
        seed: 1,
        engine: { name: 'wasm', simd: true },
        data: [{ path: 'data.csv', sha256: sha256(SMALL_DATA) }],
        features: 2,
        epochs: 4,
        modelDigest: result.outputs['model-digest'],
        fromCache: false,
      },
    });
    expect(record.training?.files.map(({ path, sha256: digest }) => [path, digest])).toEqual(
      Object.entries(filesOf(result)).slice(0, 3),
    );
  });

  test('keeps what is known about the same model and drops what was known about another', async () => {
    const ports = memoryPorts(SMALL);
    const first = await train(ports);
    const previous = {
      ...first.record(EMPTY_RECORD),
      evaluation: { reason: 'good' },
      exports: [],
      deployments: [],
      data: { examples: 40 },
    } as unknown as RunRecord;
    expect((await train(ports)).record(previous)).toMatchObject({
      evaluation: { reason: 'good' },
      exports: [],
      deployments: [],
      data: { examples: 40 },
    });
    const other = (await train(ports, { seed: '9' })).record(previous);
    expect(Object.keys(other).sort()).toEqual(['actions', 'data', 'model', 'training', 'version']);
  });
});

describe('without a task', () => {
  test('a regression is learned from numbers', async () => {
    const rows = Array.from({ length: 60 }, (_, row) => `${row},${row % 7},${3 * row + 0.5}`);
    const ports = memoryPorts({ ...SMALL, 'data.csv': `id,x,label\n${rows.join('\n')}\n` });
    const result = await train(ports);
    const report = JSON.parse(String(result.files[3]?.content));
    expect(report).toMatchObject({ task: 'regression', loss: 'mean squared error' });
    expect(report.history[0]).not.toHaveProperty('validationAccuracy');
    expect(ports.journal.log[0]?.text).toBe('task: regression, judged by the label "label"');
  });
});

describe('hostile names', () => {
  test('stay text in the summary', async () => {
    const evil = '@org/team | <script>alert(1)</script> `x`';
    const lines = SMALL_DATA.trim().split('\n');
    const text = lines
      .map((line, row) => (row === 0 ? `${line},"${evil}"` : `${line},"1"`))
      .join('\n');
    const { summary } = await train(memoryPorts({ ...SMALL, 'data.csv': `${text}\n` }));
    expect(summary).toContain('1 column left out');
    expect(summary).not.toMatch(/<script|@org|`x`/);
  });
});

describe('bad input is refused with its place and remedy', () => {
  const cases: [string, Record<string, string>, Record<string, string>, RegExp][] = [
    [
      'no data file',
      { 'mlops.yml': SMALL_CONFIGURATION.replace('data.csv', 'gone.csv') },
      {},
      /gone\.csv/,
    ],
    ['a header without rows', { 'data.csv': 'id,x,colour,label\n' }, {}, /data\.csv/],
    [
      'no such label',
      {},
      { label: 'lable' },
      /data\.csv:1: There is no label column "lable"\. Did you mean "label"\?/,
    ],
    [
      'a label with one class',
      { 'data.csv': SMALL_DATA.replaceAll('high', 'low') },
      {},
      /data\.csv:1: The label "label" has one class only: low/,
    ],
    [
      'a missing label',
      { 'data.csv': SMALL_DATA.replace('3,21,red,high', '3,21,red,') },
      {},
      /data\.csv:5: The label "label" is missing/,
    ],
    [
      'an infinite value',
      { 'data.csv': SMALL_DATA.replaceAll(/^(3\d),\d+,/gm, '$1,inf,') },
      {},
      /data\.csv:3\d: .* infinite/,
    ],
    [
      'few examples',
      { 'data.csv': `${SMALL_DATA.split('\n').slice(0, 7).join('\n')}\n` },
      {},
      /split has \d of the at least \d examples that it needs \(examples by split: train \d, validation \d, evaluation \d\)/,
    ],
    [
      'a loss that is no number',
      {
        'mlops.yml': `${SMALL_CONFIGURATION.replace('epochs: 4', 'epochs: 50, optimizer: { kind: sgd, learning-rate: 10 }')}task: regression\n`,
        'data.csv': SMALL_DATA.replaceAll('high', '1').replaceAll('low', '-1'),
      },
      {},
      /loss stopped being a number in epoch \d+/,
    ],
    ['epochs that are no number', {}, { epochs: 'many' }, /epochs/],
    ['a seed out of range', {}, { seed: '-1' }, /seed/],
  ];
  test.each(cases)('%s', async (_name, files, given, message) => {
    const ports = memoryPorts({ ...SMALL, ...files, '.mlops/model/model.json': 'earlier' });
    const before = new Map(ports.files.content);
    expect(await refusal(train(ports, given))).toMatch(message);
    expect(ports.files.content).toEqual(before);
  });

  test('an input that is not known', () => {
    expect(() => inputs({ epoch: '3' })).toThrow('Did you mean input "epochs"?');
  });
});
