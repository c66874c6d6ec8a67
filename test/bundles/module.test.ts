import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { EvaluationReport } from '../../shared/evaluation/index.ts';
import type { RunRecord } from '../../shared/lineage/index.ts';
import { makeWorkspace, readTree, runStep } from '../support/run-bundle.ts';

const TOKEN = 'ghs_0123456789';

/** 4 × 4 pixels with a bright line: one across or one down, at any place. */
const DATA = `id,${Array.from({ length: 16 }, (_, place) => `p${place}`).join()},y\n${Array.from(
  { length: 200 },
  (_, row) => {
    const isAcross = row % 2 === 0;
    const at = (row >> 1) % 4;
    const cells = Array.from({ length: 16 }, (_, place) => {
      const noise = ((row * 37 + place * 101) % 60) / 150;
      return (noise + ((isAcross ? place >> 2 : place % 4) === at ? 1 : 0)).toFixed(3);
    });
    return [row, ...cells, isAcross ? 'across' : 'down'].join();
  },
).join('\n')}\n`;

const MODULE = `import { FILTERS } from './sizes.ts';

interface Given { tf: any; outputs: number; features: { shape: number[] }[] }

export function createModel({ tf, outputs, features }: Given) {
  const [image] = features;
  console.log('::set-output name=verdict::pass');
  console.log('secrets:', process.env.GITHUB_TOKEN, process.env.INPUT_TOKEN, process.env.MY_TOKEN);
  return tf.sequential({
    layers: [
      tf.layers.reshape({ targetShape: [...image.shape, 1], inputShape: image.shape }),
      tf.layers.conv2d({ filters: FILTERS, kernelSize: 3, padding: 'same', activation: 'relu' }),
      tf.layers.globalMaxPooling2d({}),
      tf.layers.dropout({ rate: 0.1 }),
      tf.layers.dense({ units: outputs, activation: 'sigmoid' }),
    ],
  });
}
`;

async function makeProject(architecture: string, files: Readonly<Record<string, string>> = {}) {
  const workspace = await makeWorkspace();
  const all = {
    'mlops.yml': [
      'model: lines',
      'data: { path: data.csv, label: y, ignore: [id] }',
      'features: { image: { kind: array, columns: ["p*"], shape: [4, 4] } }',
      'training:',
      '  epochs: 40',
      '  batch-size: 16',
      '  optimizer: { learning-rate: 0.02 }',
      `  architecture: ${architecture}`,
      'evaluation: { gates: [ { metric: accuracy, at-least: 0.85 } ] }',
      '',
    ].join('\n'),
    'data.csv': DATA,
    ...files,
  };
  for (const [name, content] of Object.entries(all)) {
    const path = join(workspace.path, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return workspace;
}

const train = (workspace: string, inputs: Readonly<Record<string, string>> = {}) =>
  runStep('train-model', workspace, {
    inputs: { token: TOKEN, ...inputs },
    environment: { GITHUB_TOKEN: TOKEN, MY_TOKEN: 'given on purpose' },
  });

async function judge(workspace: string) {
  expect((await runStep('evaluate-gate', workspace)).exitCode).toBe(0);
  const text = await readFile(join(workspace, '.mlops/evaluation.json'), 'utf8');
  return (JSON.parse(text) as EvaluationReport).verdict;
}

const modelOf = (workspace: string) => readTree(join(workspace, '.mlops/model'));

test('a small cnn is trained and judged, twice to the same bytes', async () => {
  const architecture = '{ kind: cnn, filters: [8], hidden: [8] }';
  await using one = await makeProject(architecture);
  await using two = await makeProject(architecture);
  for (const { path } of [one, two]) expect((await train(path)).exitCode).toBe(0);
  expect(await modelOf(two.path)).toEqual(await modelOf(one.path));
  expect(await judge(one.path)).toBe('pass');
}, 120_000);

const FILES = { 'model/create-model.ts': MODULE, 'model/sizes.ts': 'export const FILTERS = 8;\n' };
const ARCHITECTURE = '{ kind: module, path: model/create-model.ts }';

describe('a module in TypeScript', () => {
  test('makes a model that is trained, judged, rebuilt and exported, and learns no secret', async () => {
    await using one = await makeProject(ARCHITECTURE, FILES);
    await using two = await makeProject(ARCHITECTURE, FILES);
    for (const { path } of [one, two]) {
      const trained = await train(path);
      expect([trained.exitCode, trained.outputs.verdict]).toEqual([0, 'pass']);
      expect(trained.commands.map(({ name }) => name)).toEqual(['add-mask']);
      expect(trained.stdout).toContain('secrets: undefined undefined given on purpose');
    }
    expect(await modelOf(two.path)).toEqual(await modelOf(one.path));
    expect(await judge(one.path)).toBe('pass');
    const record = await readFile(join(one.path, '.mlops/run.json'), 'utf8');
    expect((JSON.parse(record) as RunRecord).training?.module?.path).toBe('model/create-model.ts');
    expect((await train(one.path, { rebuild: 'verify' })).exitCode).toBe(0);
    expect((await runStep('export-tflite', one.path)).exitCode).toBe(0);

    await writeFile(join(one.path, 'model/sizes.ts'), 'export const FILTERS = 9;\n');
    const other = await train(one.path, { rebuild: 'verify' });
    expect(other.exitCode).toBe(1);
    expect(other.summary).toContain('what it imports has');
  }, 120_000);

  test.each([
    ['units: outputs', 'units: outputs.length.length', 'model/create-model.ts', 15],
    ['features }: Given)', 'features }: Given, enum A {})', 'model/create-model.ts', undefined],
    ["from './sizes.ts'", "from './none.ts'", 'model/create-model.ts', undefined],
    ['FILTERS, kernelSize: 3', 'FILTERS, kernelSize: -3', 'model/create-model.ts', 9],
  ])('that fails is named with the place: %s → %s', async (from, to, file, line) => {
    await using workspace = await makeProject(ARCHITECTURE, {
      ...FILES,
      'model/create-model.ts': MODULE.replace(from, to),
    });
    const { exitCode, commands } = await train(workspace.path);
    const [error] = commands.filter(({ name }) => name === 'error');
    expect([exitCode, error?.properties.file, error?.properties.line]).toEqual([
      2,
      file,
      line === undefined ? error?.properties.line : String(line),
    ]);
    expect(error?.message).toContain('The module that makes the model failed');
    expect([...(await readTree(workspace.path)).keys()].join()).not.toContain('.mlops');
  });
});
