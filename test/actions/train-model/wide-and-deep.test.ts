import { beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { action as deployModel } from '../../../actions/deploy-model/main.ts';
import { action as evaluateGate } from '../../../actions/evaluate-gate/main.ts';
import { action as exportTflite } from '../../../actions/export-tflite/main.ts';
import { action as reportDrift } from '../../../actions/report-drift/main.ts';
import { action as trainModel } from '../../../actions/train-model/main.ts';
import trainingSchema from '../../../schemas/training.schema.json' with { type: 'json' };
import { executeAction } from '../../../shared/action/index.ts';
import { sha256 } from '../../../shared/lineage/index.ts';
import { SeededRandom } from '../../../shared/numeric/index.ts';
import { type MemoryPorts, memoryPorts } from '../../../shared/platform/index.ts';

type Action = Parameters<typeof executeAction>[0];

/** Whether a colour sells depends on the town: neither says it alone. */
function makeRows(rows: number): string {
  const random = new SeededRandom(3, 'rows');
  const colours = ['red', 'green', 'blue'];
  const towns = ['Ulm', 'Bonn', 'Kiel'];
  const lines = Array.from({ length: rows }, (_, row) => {
    const [colour, town] = [random.integer(3), random.integer(3)];
    const price = random.uniform();
    const cells = [row, price.toFixed(3), colours[colour], row % 50 === 0 ? '' : towns[town]];
    return [...cells, colour === town ? 'sold' : 'kept'].join();
  });
  return `id,price,colour,town,label\n${lines.join('\n')}\n`;
}

const yaml = (training: string, features = '') => `model: sales
data: { path: data.csv, label: label, ignore: [id], split: { key: [id] } }
${features}training: { seed: 3, ${training} }
evaluation: { gates: [{ metric: accuracy, at-least: 0.9 }], on-no-baseline: pass }
deployment: { targets: [{ kind: directory, path: models }] }
monitoring: { current: later.csv }
`;
const CROSS = 'features: { colour-town: { kind: cross, columns: [colour, town], buckets: 50 } }\n';
const WIDE =
  'epochs: 25, optimizer: { learning-rate: 0.02 }, architecture: { kind: wide-and-deep, hidden: [8], dropout: 0.1, embedding: 3 }';
const FILES = {
  'mlops.yml': yaml(WIDE, CROSS),
  'data.csv': makeRows(600),
  'later.csv': makeRows(600),
};

async function step(action: Action, ports: MemoryPorts, given: Record<string, string> = {}) {
  return await executeAction(
    action,
    {
      read: (name) => given[name],
      given: Object.keys(given),
      describe: (name) => `input "${name}"`,
    },
    ports,
  );
}

const problemsOf = ({ journal }: MemoryPorts): string =>
  JSON.stringify([journal.annotations, journal.log]);

const read = (ports: MemoryPorts, path: string): string =>
  new TextDecoder().decode(ports.files.content.get(path));

let ports: MemoryPorts;
beforeAll(async () => {
  ports = memoryPorts(FILES);
  expect((await step(trainModel, ports)).exitCode).toBe(0);
});

describe('a wide-and-deep model', () => {
  test('is trained, described and judged', async () => {
    const report = JSON.parse(read(ports, '.mlops/training.json'));
    expect(new Ajv2020().compile(trainingSchema)(report)).toBe(true);
    expect(report.architecture).toEqual({
      kind: 'wide-and-deep',
      hidden: [8],
      activation: 'relu',
      dropout: 0.1,
      embedding: 3,
    });
    const { exitCode, result } = await step(evaluateGate, ports);
    expect(result?.verdict).toBe('pass');
    expect(exitCode).toBe(0);
  });

  test('is deployed, and what it reads is compared with later data', async () => {
    const deployed = await step(deployModel, ports);
    expect(deployed.exitCode).toBe(0);
    const copies = [...ports.files.content.keys()].filter((path) =>
      /^models\/.*weights\.bin$/.test(path),
    );
    expect(copies.map((path) => read(ports, path))).toEqual([
      read(ports, '.mlops/model/weights.bin'),
    ]);
    const { exitCode, result } = await step(reportDrift, ports);
    expect(exitCode).toBe(0);
    expect(result?.verdict).toBe('pass');
  });

  test('is rebuilt to the same bytes, without a cache', async () => {
    ports.journal.cache.clear();
    const { exitCode, result } = await step(trainModel, ports, { rebuild: 'verify' });
    expect(result?.headline).toMatch(/^rebuilt, the same bytes/);
    expect(exitCode).toBe(0);
  });

  test('is the same to the byte in another folder, and another one for another embedding', async () => {
    const weights = (of: MemoryPorts, folder = '') =>
      sha256(of.files.content.get(`${folder}.mlops/model/weights.bin`) as Uint8Array);
    const other = memoryPorts({
      'team/mlops.yml': FILES['mlops.yml'],
      'team/data.csv': FILES['data.csv'],
    });
    expect((await step(trainModel, other, { config: 'team/mlops.yml' })).exitCode).toBe(0);
    expect(weights(other, 'team/')).toBe(weights(ports));
    const wider = memoryPorts({
      ...FILES,
      'mlops.yml': FILES['mlops.yml'].replace('embedding: 3', 'embedding: 4'),
    });
    expect((await step(trainModel, wider)).exitCode).toBe(0);
    expect(weights(wider)).not.toBe(weights(ports));
  });

  test('is tuned by its hidden layers, and keeps its embedding', async () => {
    const tuned = memoryPorts({
      ...FILES,
      'mlops.yml': `${yaml(WIDE.replace('epochs: 25', 'epochs: 2'), CROSS)}tuning: { trials: 2, search: { training.architecture.hidden: { values: [[5], [6]] } } }\n`,
    });
    expect((await step(trainModel, tuned, { trials: '1/1' })).exitCode).toBe(0);
    expect((await step(trainModel, tuned, { 'best-trial': '1' })).exitCode).toBe(0);
    const { architecture } = JSON.parse(read(tuned, '.mlops/training.json'));
    expect(architecture).toMatchObject({ kind: 'wide-and-deep', embedding: 3 });
    expect([[5], [6]]).toContainEqual(architecture.hidden);
  });

  test('is exported, and the file answers like the model', async () => {
    const { exitCode } = await step(exportTflite, ports);
    expect(exitCode).toBe(0);
    const { variants } = JSON.parse(read(ports, '.mlops/export.json'));
    expect(variants[0]).toMatchObject({ variant: 'float32', status: 'pass', agreement: 1 });
    expect(variants[0].maxDifference).toBeLessThan(1e-6);
  });
});

describe('is refused', () => {
  test.each([
    [
      'without a category',
      yaml(WIDE).replace('ignore: [id]', 'ignore: [id, colour, town]'),
      'has no feature for its wide part',
    ],
    [
      'with fields of another architecture',
      yaml('architecture: { kind: wide-and-deep, run: python train.py }'),
      '\\"run\\" has no meaning for kind: wide-and-deep',
    ],
    [
      'as a field of an mlp',
      yaml('architecture: { kind: mlp, embedding: 4 }'),
      '\\"embedding\\" has no meaning for kind: mlp. Remove it or choose kind: wide-and-deep',
    ],
    [
      'with more than fits in memory',
      yaml('architecture: { kind: wide-and-deep, hidden: [65536, 65536] }'),
      'more than the 134217728 that fit in memory',
    ],
  ])('%s', async (_, configuration, message) => {
    const refused = memoryPorts({ ...FILES, 'mlops.yml': configuration });
    expect((await step(trainModel, refused)).exitCode).toBe(2);
    expect(problemsOf(refused)).toContain(message);
    expect(refused.files.content.has('.mlops/run.json')).toBe(false);
  });
});
