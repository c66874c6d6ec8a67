import { describe, expect, test } from '@jest/globals';
import { action as evaluateGate } from '../../../actions/evaluate-gate/main.ts';
import { action as trainModel } from '../../../actions/train-model/main.ts';
import { executeAction } from '../../../shared/action/index.ts';
import type { RunRecord } from '../../../shared/lineage/index.ts';
import type { TrainingReport } from '../../../shared/model/index.ts';
import { type MemoryPorts, memoryPorts } from '../../../shared/platform/index.ts';

type AnyAction = Parameters<typeof executeAction>[0];

async function step(action: unknown, ports: MemoryPorts, given: Record<string, string> = {}) {
  ports.journal.annotations.length = 0;
  ports.journal.log.length = 0;
  const inputs = {
    read: (name: string) => given[name],
    given: Object.keys(given),
    describe: (name: string) => `input "${name}"`,
  };
  const { exitCode, result } = await executeAction(action as AnyAction, inputs, ports);
  const told = ports.journal.annotations.map(({ message }) => message).join('\n');
  const log = ports.journal.log.map(({ text }) => text).join('\n');
  return { exitCode, result, told, log };
}

const textOf = ({ files }: MemoryPorts, path: string) =>
  new TextDecoder().decode(files.content.get(path));
const write = ({ files }: MemoryPorts, path: string, text: string) =>
  files.content.set(path, new TextEncoder().encode(text));

const PATH = 'model/create-model.mjs';

/** Six steps of a wave that rises at its end or falls, and a word that says nothing. */
const DATA = `id,v0,v1,v2,v3,v4,v5,word,y\n${Array.from({ length: 150 }, (_, row) => {
  const values = Array.from({ length: 6 }, (_, time) => Math.sin(row + time * 0.7));
  const isRising = (values[5] ?? 0) > (values[4] ?? 0);
  const cells = values.map((value) => value.toFixed(4));
  return [row, ...cells, 'abc'[row % 3], isRising ? 'up' : 'down'].join();
}).join('\n')}\n`;

const CHAIN = `
export function createModel({ tf, inputs, outputs, seed }) {
  console.log('made for', inputs, 'numbers by seed', seed);
  return tf.sequential({
    layers: [
      tf.layers.dense({ units: 8, activation: 'tanh', inputShape: [inputs] }),
      tf.layers.dropout({ rate: 0.1 }),
      tf.layers.dense({ units: outputs, activation: 'sigmoid' }),
    ],
  });
}`;

/** Reads the wave by a recurrent layer, beside the word. */
const GRAPH = `
export async function createModel({ tf, outputs, features, task }) {
  if (task !== 'binary-classification') throw new Error(task);
  const inputs = features.map(({ shape }) => tf.input({ shape: shape.length === 1 && shape[0] === 6 ? [6, 1] : shape }));
  const parts = features.map(({ kind, name }, index) =>
    name === 'wave' ? tf.layers.lstm({ units: 6 }).apply(inputs[index]) : inputs[index]);
  const all = tf.layers.concatenate().apply(parts);
  return tf.model({ inputs, outputs: tf.layers.dense({ units: outputs, activation: 'sigmoid' }).apply(all) });
}`;

const yaml = (training = '', more = '') =>
  [
    'model: made',
    'data: { path: data.csv, label: y, ignore: [id], split: { key: [id] } }',
    'features: { wave: { kind: array, columns: ["v*"], shape: [6] } }',
    'training:',
    '  seed: 3',
    '  epochs: 15',
    '  batch-size: 16',
    '  optimizer: { learning-rate: 0.05 }',
    `  architecture: { kind: module, path: ${PATH} }`,
    training,
    more,
    '',
  ].join('\n');

const makePorts = (module: string, training = '', more = '') =>
  memoryPorts({ 'mlops.yml': yaml(training, more), 'data.csv': DATA, [PATH]: module });

describe.each([
  ['a chain', CHAIN],
  ['a graph with a recurrent layer', GRAPH],
])('%s of a module', (_name, module) => {
  test('learns, is judged, recorded and rebuilt to the same bytes', async () => {
    const ports = makePorts(module);
    const trained = await step(trainModel, ports);
    expect([trained.told, trained.exitCode]).toEqual(['', 0]);
    expect(trained.result?.headline).toContain(`module ${PATH}`);
    const { module: made, architecture } = JSON.parse(
      textOf(ports, '.mlops/training.json'),
    ) as TrainingReport;
    expect(architecture).toEqual({ kind: 'module', path: PATH });
    const { training } = JSON.parse(textOf(ports, '.mlops/run.json')) as RunRecord;
    expect(training?.module).toEqual({ path: PATH, ...made });
    expect((await step(evaluateGate, ports)).exitCode).toBe(0);
    const { metrics } = JSON.parse(textOf(ports, '.mlops/evaluation.json'));
    const accuracy = metrics.find((one: { metric: string }) => one.metric === 'accuracy');
    expect(accuracy.value).toBeGreaterThan(0.8);
    const rebuilt = await step(trainModel, ports, { rebuild: 'verify' });
    expect([rebuilt.told, rebuilt.result?.verdict]).toEqual(['', 'pass']);
    const other = makePorts(module);
    await step(trainModel, other);
    for (const name of ['model.json', 'weights.bin', 'transform.json']) {
      const path = `.mlops/model/${name}`;
      expect(other.files.content.get(path)).toEqual(ports.files.content.get(path));
    }
  }, 60_000);
});

test('what it prints is in the log, and another seed makes other weights', async () => {
  const ports = makePorts(CHAIN);
  const { log } = await step(trainModel, ports);
  expect(log).toContain('made for 11 numbers by seed 3');
  const first = JSON.parse(textOf(ports, '.mlops/training.json')) as TrainingReport;
  await step(trainModel, ports, { seed: '4' });
  const second = JSON.parse(textOf(ports, '.mlops/training.json')) as TrainingReport;
  expect(first.module?.sha256).toBe(second.module?.sha256);
  expect(first.module?.digest).not.toBe(second.module?.digest);
});

test('a model is taken from the cache until the module changes', async () => {
  const ports = makePorts(CHAIN);
  await step(trainModel, ports);
  expect((await step(trainModel, ports)).log).toContain('from the cache');
  write(ports, PATH, CHAIN.replace('units: 8', 'units: 9'));
  expect((await step(trainModel, ports)).log).not.toContain('from the cache');
  write(ports, PATH, CHAIN);
  const rebuilt = await step(trainModel, ports, { rebuild: 'verify' });
  expect(rebuilt.exitCode).toBe(1);
  expect(rebuilt.result?.summary).toContain('has changed');
});

test('weights that a module sets are those to begin with', async () => {
  const module = `
export function createModel({ tf, inputs, outputs }) {
  const model = tf.sequential({ layers: [tf.layers.dense({ units: outputs, activation: 'sigmoid', inputShape: [inputs] })] });
  model.setWeights([tf.tensor(Array(inputs).fill(0.25), [inputs, 1]), tf.tensor([0.5])]);
  return model;
}`;
  // A rate at which the loss no longer changes, so that the weights stay.
  const ports = makePorts(module, '  early-stopping: false');
  write(ports, 'mlops.yml', yaml().replace('0.05', '1e-12').replace('epochs: 15', 'epochs: 1'));
  expect((await step(trainModel, ports)).exitCode).toBe(0);
  const { buffer } = Uint8Array.from(ports.files.content.get('.mlops/model/weights.bin') ?? []);
  const weights = [...new Float32Array(buffer)];
  expect(weights.slice(0, -1).every((value) => Math.abs(value - 0.25) < 1e-6)).toBe(true);
  expect(weights.at(-1)).toBeCloseTo(0.5, 6);
});

test('trials, folds, importance and a parent', async () => {
  const tuning =
    'tuning: { trials: 2, search: { training.optimizer.learning-rate: { values: [0.01, 0.03] } } }';
  const tuned = makePorts(CHAIN, '', tuning);
  expect((await step(trainModel, tuned, { trials: '1/1' })).exitCode).toBe(0);
  expect((await step(trainModel, tuned, { 'best-trial': '1' })).exitCode).toBe(0);

  const ports = makePorts(
    CHAIN,
    '  cross-validation: { folds: 3 }\n  feature-importance: { repeats: 2 }',
  );
  expect((await step(trainModel, ports)).told).toBe('');
  const report = JSON.parse(textOf(ports, '.mlops/training.json')) as TrainingReport;
  expect(report.crossValidation?.rounds.map(({ failure }) => failure)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(report.importance?.features).toHaveLength(2);

  const warm = makePorts(CHAIN, '  warm-start: parent');
  for (const [path, bytes] of ports.files.content) {
    if (path.startsWith('.mlops/model/'))
      warm.files.content.set(path.replace('.mlops/model', 'parent'), bytes);
  }
  expect((await step(trainModel, warm)).log).toContain('Begins with the weights of parent');
  write(warm, PATH, CHAIN.replace('units: 8', 'units: 9'));
  expect((await step(trainModel, warm)).told).toContain('has another architecture');
}, 60_000);

const returns = (value: string) =>
  `export function createModel({ tf, inputs }) { return ${value}; }`;

describe('a module that makes no model', () => {
  test.each<[what: string, module: string | null, message: RegExp]>([
    ['is not there', null, /training\.architecture\.path names model\/create-model\.mjs, which is/],
    ['exports nothing', 'export const a = 1;', /The module exports no function createModel/],
    ['returns nothing', returns('undefined'), /The module returns no layers model/],
    ['returns a tensor', returns('tf.tensor([1])'), /The module returns no layers model/],
    ['throws', returns('nothing'), /The module that makes the model failed: nothing is not/],
    ['throws no error', 'throw "a text";', /The module that makes the model failed: a text/],
    [
      'is no JavaScript',
      'export const = 1;',
      /failed: Unexpected token '='\. Try it with node --ch/,
    ],
    ['ends', 'process.exit(0);', /The module ended its thread before it had made a model/],
    [
      'has another end',
      CHAIN.replace('sigmoid', 'softmax'),
      /createModel can't be trained: its last layer "dense_Dense2" has the activation softmax, and a/,
    ],
    [
      'has another layer',
      CHAIN.replace('dropout({ rate', 'alphaDropout({ rate'),
      /can't be trained: layer "alpha_dropout_AlphaDropout1" is a AlphaDropout layer\. Change createM/,
    ],
    [
      'begins with weights that are no numbers',
      CHAIN.replace(
        "activation: 'tanh'",
        'kernelInitializer: tf.initializers.constant({ value: NaN })',
      ),
      /The weight dense_Dense1\/kernel of the model of createModel is not all numbers/,
    ],
    [
      'reads numbers as words',
      `
export function createModel({ tf, inputs, outputs }) {
  return tf.sequential({
    layers: [
      tf.layers.embedding({ inputDim: 2, outputDim: 2, inputLength: inputs, inputShape: [inputs] }),
      tf.layers.flatten(),
      tf.layers.dense({ units: outputs, activation: 'sigmoid' }),
    ],
  });
}`.replace(
        'tf.layers.embedding',
        "tf.layers.dense({ units: inputs, kernelInitializer: 'identity', biasInitializer: tf.initializers.constant({ value: 5 }), inputShape: [inputs] }), tf.layers.embedding",
      ),
      /An embedding layer has rows for the numbers 0 to 1, and got /,
    ],
    [
      'is another one each time',
      `import { randomInt } from 'node:crypto';\n${CHAIN.replace('units: 8', 'units: 1 + randomInt(1e3)')}`,
      /createModel makes another model each time/,
    ],
    [
      'answers in the name of the suite',
      `import { parentPort } from 'node:worker_threads';\nparentPort.postMessage({ kind: 'made', topology: 5 });\n${CHAIN}`,
      /The module posts messages to the thread that has started it/,
    ],
  ])('%s', async (_what, module, message) => {
    const ports = makePorts(module ?? '');
    if (module === null) ports.files.content.delete(PATH);
    const { exitCode, told } = await step(trainModel, ports);
    expect(told).toMatch(message);
    expect(exitCode).toBe(2);
    expect([...ports.files.content.keys()].filter((path) => path.startsWith('.mlops'))).toEqual([]);
  });
});
