import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { action as trainModel } from '../../../actions/train-model/main.ts';
import trainingSchema from '../../../schemas/training.schema.json' with { type: 'json' };
import { executeAction } from '../../../shared/action/index.ts';
import { loadConfiguration } from '../../../shared/config/index.ts';
import { readTable, splitTable } from '../../../shared/data/index.ts';
import { trainModel as fit } from '../../../shared/model/index.ts';
import { type MemoryPorts, memoryPorts } from '../../../shared/platform/index.ts';
import { makeRequest } from '../../model/requests.ts';

const x = [-1.5, -1, -0.5, 0, 0.25, 0.5, 1, 1.5];
const labels = Float32Array.of(0, 0, 1, 0, 1, 0, 1, 1);

// scikit-learn 1.9.1: LogisticRegression(C=1 / (2 * 0.01 * sum_of_weights), class_weight=…, tol=1e-12)
//   .fit(x, y, sample_weight=…), coef_ and intercept_; C makes its penalty ours, which is beside the weighted mean.
test.each([
  ['none', [1, 1, 1, 1, 1, 1, 1, 1], 1.3419092146627285, -0.05621002635797313],
  ['sample_weight', [1, 2, 0.5, 1, 3, 1, 0, 2], 1.744299321552037, 0.055847658969205446],
  [
    // class_weight='balanced': 10.5 / (2 · 5) for the first class, 10.5 / (2 · 5.5) for the second
    'balanced besides sample_weight',
    [1, 2, 0.5, 1, 3, 1, 0, 2].map((w, at) => (w * 10.5) / (labels[at] === 1 ? 11 : 10)),
    1.7372377317949932,
    -0.03369328491513571,
  ],
  ['class_weight={0: 1, 1: 5}', [1, 1, 5, 1, 5, 1, 5, 5], 1.3005492136172938, 1.4927132513354016],
])('a linear model learns what that of scikit-learn does: %s', async (_, given, slope, start) => {
  const mean = given.reduce((a, b) => a + b, 0) / given.length;
  const weights = Float64Array.from(given, (weight) => weight / mean);
  const features = { data: Float32Array.from(x), rows: 8, columns: 1 };
  const { files } = await fit(
    makeRequest(
      'binary-classification',
      { train: { features, labels, weights } },
      {
        architecture: { kind: 'linear' },
        optimizer: { kind: 'sgd', learningRate: 1.5 },
        batchSize: 8,
        epochs: 400,
        l2: 0.01,
      },
    ),
  );
  const [coefficient, intercept] = new Float32Array(Uint8Array.from(files.weights).buffer);
  expect(coefficient).toBeCloseTo(slope, 4);
  expect(intercept).toBeCloseTo(start, 4);
});

test('weights that change move no example to another split', async () => {
  const notes = async (factor: number) => {
    const lines = rows.map((row) => {
      const [id, value, w, label] = row.split(',');
      return [id, value, Number(w) * factor, label].join(',');
    });
    const yaml = project('example-weight: w')['mlops.yml'].replace(', split: { key: [id] }', '');
    const ports = memoryPorts({ ...project('', lines), 'mlops.yml': yaml });
    const configuration = await loadConfiguration(ports.files, {
      file: 'mlops.yml',
      given: true,
      overrides: [],
    });
    const { table } = await readTable(ports.files, configuration.data);
    return splitTable(ports.files, table, configuration.data.split);
  };
  expect(await notes(3)).toEqual(await notes(1));
});

const rows = Array.from({ length: 80 }, (_, row) => {
  const value = (row * 7) % 40;
  return `${row},${value},${row % 3},${value > 30 ? 'high' : 'low'}`;
});
const project = (training: string, data = rows) => ({
  'mlops.yml': [
    'model: small',
    'data: { path: data.csv, label: label, ignore: [id], split: { key: [id] } }',
    `training: { epochs: 4, architecture: { kind: linear }, ${training} }`,
    '',
  ].join('\n'),
  'data.csv': ['id,x,w,label', ...data, ''].join('\n'),
});

async function train(ports: MemoryPorts) {
  const outcome = await executeAction(
    trainModel,
    { read: () => undefined, given: [], describe: (name) => name },
    ports,
  );
  const said = JSON.stringify([ports.journal.annotations, ports.journal.log]);
  return { outcome, said };
}

const report = async ({ files }: MemoryPorts) =>
  JSON.parse(await files.readText('.mlops/training.json'));

describe('train-model', () => {
  test('weighs rows and classes, reads no feature from the weights, and says so in training.json', async () => {
    const ports = memoryPorts(project('class-weight: balanced, example-weight: w'));
    await train(ports);
    const training = await report(ports);
    expect(new Ajv2020().compile(trainingSchema)(training)).toBe(true);
    expect(training.features).toEqual(['x']);
    expect(training.weights.column).toBe('w');
    expect(training.weights.classes.high).toBeGreaterThan(training.weights.classes.low);
  });

  test('gives another model for other weights, from the cache too, and the same where all are 1', async () => {
    const digests = new Map<string, string>();
    const cases = {
      none: '',
      one: 'class-weight: { high: 1, low: 1 }',
      five: 'class-weight: { high: 5 }',
    };
    const ports = memoryPorts();
    for (const [name, training] of Object.entries(cases)) {
      await ports.files.writeAll(
        Object.entries(project(training)).map(([path, content]) => ({ path, content })),
      );
      await train(ports);
      const record = JSON.parse(await ports.files.readText('.mlops/run.json'));
      expect(record.training.fromCache).toBe(false);
      digests.set(name, record.training.modelDigest);
    }
    expect(digests.get('one')).toBe(digests.get('none'));
    expect(digests.get('five')).not.toBe(digests.get('none'));
  });

  test('names the line of a class that the label does not have', async () => {
    const ports = memoryPorts(project('class-weight: {\n  high: 5,\n  lwo: 2 }'));
    await train(ports);
    expect(ports.journal.annotations).toEqual([
      expect.objectContaining({
        message:
          'training.class-weight names a class "lwo" that the label does not have. Did you mean "low"?',
        line: 5,
        column: 3,
      }),
    ]);
  });

  test('names the cell of a weight that is none, and leaves nothing', async () => {
    const bad = rows.map((row, at) => (at === 6 ? row.replace(/,0,/, ',-1,') : row));
    const ports = memoryPorts(project('example-weight: w', bad));
    expect((await train(ports)).said).toContain('The weight \\"w\\" is negative: -1');
    expect(await ports.files.exists('.mlops/training.json')).toBe(false);
  });
});

test('a penalty l1 pulls as that of scikit-learn does', async () => {
  const { files } = await fit(
    makeRequest(
      'binary-classification',
      { train: { features: { data: Float32Array.from(x), rows: 8, columns: 1 }, labels } },
      {
        architecture: { kind: 'linear' },
        optimizer: { kind: 'sgd', learningRate: 1.5 },
        batchSize: 8,
        epochs: 400,
        l1: 0.05,
        // Begins below the minimum: the epoch kept is the one with the lowest loss, which has no penalty in it.
        seed: 2,
      },
    ),
  );
  const [coefficient, intercept] = new Float32Array(Uint8Array.from(files.weights).buffer);
  // scikit-learn 1.9.1: LogisticRegression(l1_ratio=1, solver='saga', C=1 / (0.05 * 8), tol=1e-12).fit(x, y)
  expect(coefficient).toBeCloseTo(1.15488537, 4);
  expect(intercept).toBeCloseTo(-0.04548868, 4);
});
