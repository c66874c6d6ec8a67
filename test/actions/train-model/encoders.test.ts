import { describe, expect, test } from '@jest/globals';
import { action as evaluateGate } from '../../../actions/evaluate-gate/main.ts';
import { action as exportTflite } from '../../../actions/export-tflite/main.ts';
import { action as trainModel } from '../../../actions/train-model/main.ts';
import { executeAction } from '../../../shared/action/index.ts';
import type { EvaluationReport } from '../../../shared/evaluation/index.ts';
import type { TrainingReport } from '../../../shared/model/index.ts';
import { parseModel } from '../../../shared/network/index.ts';
import { type MemoryPorts, memoryPorts } from '../../../shared/platform/index.ts';
import type { ExportReport } from '../../../shared/tflite/index.ts';

type AnyAction = Parameters<typeof executeAction>[0];

async function step(action: unknown, ports: MemoryPorts, given: Record<string, string> = {}) {
  const inputs = {
    read: (name: string) => given[name],
    given: Object.keys(given),
    describe: (name: string) => `input "${name}"`,
  };
  return await executeAction(action as AnyAction, inputs, ports);
}

const textOf = ({ files }: MemoryPorts, path: string) =>
  new TextDecoder().decode(files.content.get(path));

const ROWS = Array.from({ length: 160 }, (_, row) => row);
const noise = (row: number, place: number) => ((row * 37 + place * 101) % 60) / 60;
const columns = (count: number, name = 'v') =>
  Array.from({ length: count }, (_, index) => `${name}${index}`);

/** 4 × 4 pixels with a bright line: one across or one down, at any place. */
const lines = ROWS.map((row) => {
  const isAcross = row % 2 === 0;
  const at = (row >> 1) % 4;
  const cells = Array.from({ length: 16 }, (_, place) => {
    const isOn = (isAcross ? place >> 2 : place % 4) === at;
    return (noise(row, place) * 0.4 + (isOn ? 1 : 0)).toFixed(3);
  });
  return [row, ...cells, 'abc'[row % 3], isAcross ? 'across' : 'down'].join();
});

/** The second word says it, wherever the sentence ends. */
const sentences = ROWS.map((row) => {
  const word = row % 2 ? 'good' : 'bad';
  const rest = ['today', 'again', 'at last', 'as ever'].slice(0, row % 5);
  return [row, ['it', word, ...rest].join(' '), row % 7, row % 2 ? 'yes' : 'no'].join();
});

/** Six steps whose last one is what is asked, with a shift. */
const series = ROWS.map((row) => {
  const values = Array.from({ length: 6 }, (_, time) => Math.sin(row + time * 0.9));
  return [
    row,
    ...values.map((value) => value.toFixed(4)),
    (2 * (values[5] ?? 0) + 1).toFixed(4),
  ].join();
});

interface Project {
  readonly header: readonly string[];
  readonly rows: readonly string[];
  readonly features: string;
  readonly architecture: string;
  readonly least: readonly [metric: 'accuracy' | 'r2', value: number];
  readonly layers: readonly string[];
  readonly more?: string;
}

const LINES = { header: ['id', ...columns(16), 'kind', 'y'], rows: lines } as const;
const TEXTS = { header: ['id', 'words', 'n', 'y'], rows: sentences } as const;
const SERIES = { header: ['id', ...columns(6), 'y'], rows: series } as const;
const words = '{ words: { kind: tokens, length: 8, vocabulary: { min-count: 1 } } }';
const wave = '{ wave: { kind: array, columns: ["v*"], shape: [6] } }';

const PROJECTS: Readonly<Record<string, Project>> = {
  'a convolutional network': {
    ...LINES,
    features: '{ image: { kind: array, columns: ["v*"], shape: [4, 4] } }',
    architecture: '{ kind: cnn, filters: [6, 8], hidden: [12], dropout: 0.1 }',
    least: ['accuracy', 0.9],
    layers: [
      'Reshape',
      'Conv2D',
      'MaxPooling2D',
      'Conv2D',
      'MaxPooling2D',
      'Flatten',
      'Concatenate',
    ],
  },
  'the mean of words': {
    ...TEXTS,
    features: words,
    architecture: '{ kind: text, embedding: 6, hidden: [8] }',
    least: ['accuracy', 0.95],
    layers: ['Embedding', 'GlobalAveragePooling1D', 'Concatenate'],
  },
  'a convolution of words': {
    ...TEXTS,
    features: words,
    architecture: '{ kind: text, encoder: cnn, embedding: 6, units: 8, hidden: [8] }',
    least: ['accuracy', 0.95],
    layers: ['Embedding', 'Conv1D', 'GlobalMaxPooling1D', 'Concatenate'],
  },
  'an LSTM of words': {
    ...TEXTS,
    features: words,
    architecture: '{ kind: text, encoder: lstm, embedding: 6, units: 6, hidden: [8] }',
    least: ['accuracy', 0.95],
    layers: ['Embedding', 'LSTM', 'Concatenate'],
  },
  'an LSTM of a series': {
    ...SERIES,
    features: wave,
    architecture: '{ kind: time-series, units: 8, hidden: [8] }',
    least: ['r2', 0.9],
    layers: ['Reshape', 'LSTM'],
  },
  'a GRU of a series': {
    ...SERIES,
    features: wave,
    architecture: '{ kind: time-series, encoder: gru, units: 8, hidden: [8], activation: tanh }',
    least: ['r2', 0.9],
    layers: ['Reshape', 'GRU'],
  },
  'a convolution of a series': {
    ...SERIES,
    features: wave,
    architecture: '{ kind: time-series, encoder: cnn, units: 12, hidden: [16] }',
    least: ['r2', 0.6],
    layers: ['Reshape', 'Conv1D', 'GlobalMaxPooling1D'],
  },
};

function makePorts({ header, rows, features, architecture, more = '' }: Project): MemoryPorts {
  return memoryPorts({
    'mlops.yml': [
      'model: encoded',
      'data: { path: data.csv, label: y, ignore: [id], split: { key: [id] } }',
      `features: ${features}`,
      'training:',
      '  seed: 3',
      '  epochs: 25',
      '  batch-size: 16',
      '  optimizer: { learning-rate: 0.02 }',
      `  architecture: ${architecture}`,
      more,
      'export: { variants: [float32] }',
      '',
    ].join('\n'),
    'data.csv': `${header.join()}\n${rows.join('\n')}\n`,
  });
}

const errorsOf = ({ journal }: MemoryPorts) =>
  journal.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);

describe.each(Object.entries(PROJECTS))('%s', (_name, project) => {
  test('learns, is judged, exported and rebuilt to the same bytes', async () => {
    const ports = makePorts(project);
    expect((await step(trainModel, ports)).exitCode).toBe(0);
    expect(errorsOf(ports)).toEqual([]);
    const modelJson = textOf(ports, '.mlops/model/model.json');
    const weights = ports.files.content.get('.mlops/model/weights.bin') ?? new Uint8Array();
    const { network } = parseModel({ modelJson, weights }, 'm');
    const classes = network.layersPart?.nodes.map(({ className }) => className) ?? [];
    const own = classes.filter((name) => !['InputLayer', 'Dense', 'Dropout'].includes(name));
    expect(own.sort()).toEqual([...project.layers].sort());
    expect((await step(evaluateGate, ports)).exitCode).toBe(0);
    const report = JSON.parse(textOf(ports, '.mlops/evaluation.json')) as EvaluationReport;
    const [metric, least] = project.least;
    const found = report.metrics.find((one) => one.metric === metric);
    expect(found?.value).toBeGreaterThan(least);
    const rebuilt = await step(trainModel, ports, { rebuild: 'verify' });
    expect(rebuilt.result?.verdict).toBe('pass');
    expect((await step(exportTflite, ports)).exitCode).toBe(0);
    const { variants } = JSON.parse(textOf(ports, '.mlops/export.json')) as ExportReport;
    expect(variants.map(({ variant, status }) => [variant, status])).toEqual([['float32', 'pass']]);
    expect(variants[0]?.maxDifference).toBeLessThan(1e-5);
  }, 60_000);
});

test('a series of the rows before each row is learned from its past, and exported', async () => {
  const rows = Array.from({ length: 200 }, (_, day) => {
    const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
    return `${date},${Math.sin(day * 0.7).toFixed(4)}`;
  });
  const ports = memoryPorts({
    'mlops.yml': [
      'model: forecast',
      'data: { path: data.csv, label: load, ignore: [day], split: { by: time, column: day } }',
      'features: { past: { kind: array, columns: [load], window: { length: 6, by: day } } }',
      'training: { seed: 3, epochs: 40, batch-size: 8, optimizer: { learning-rate: 0.02 }, architecture: { kind: time-series, units: 8, hidden: [8] } }',
      'export: { variants: [float32] }',
      '',
    ].join('\n'),
    'data.csv': `day,load\n${rows.join('\n')}\n`,
  });
  for (const action of [trainModel, evaluateGate, exportTflite]) {
    expect([(await step(action, ports)).exitCode, errorsOf(ports)]).toEqual([0, []]);
  }
  const report = JSON.parse(textOf(ports, '.mlops/evaluation.json')) as EvaluationReport;
  expect(report.metrics.find((one) => one.metric === 'r2')?.value).toBeGreaterThan(0.95);
  expect((await step(trainModel, ports, { rebuild: 'verify' })).result?.verdict).toBe('pass');
}, 60_000);

test('a trial of another size, and a model to begin with', async () => {
  const project = PROJECTS['the mean of words'] as Project;
  const tuned = makePorts({
    ...project,
    more: 'tuning: { trials: 2, search: { training.architecture.embedding: { values: [4, 9] }, training.architecture.hidden: { values: [[5]] } } }',
  });
  expect((await step(trainModel, tuned, { trials: '1/1' })).exitCode).toBe(0);
  expect((await step(trainModel, tuned, { 'best-trial': '1' })).exitCode).toBe(0);
  const { architecture } = JSON.parse(textOf(tuned, '.mlops/training.json')) as TrainingReport;
  expect(architecture).toMatchObject({ kind: 'text', hidden: [5] });

  const first = makePorts({ ...project, more: '  warm-start: parent' });
  const parent = makePorts(project);
  await step(trainModel, parent);
  for (const [path, bytes] of parent.files.content) {
    if (path.startsWith('.mlops/model/'))
      first.files.content.set(path.replace('.mlops/model', 'parent'), bytes);
  }
  expect((await step(trainModel, first)).exitCode).toBe(0);
  expect(first.journal.log.map(({ text }) => text).join('\n')).toContain(
    'Begins with the weights of parent',
  );
}, 60_000);

describe('features that an architecture can not read', () => {
  test.each<[what: string, project: Project, message: RegExp]>([
    [
      'no array for convolutions',
      { ...(PROJECTS['a GRU of a series'] as Project), architecture: '{ kind: cnn }' },
      /kind: cnn needs an image, or an array of two or three sizes.*Make one, e\.g\. features: \{ photo/s,
    ],
    [
      'no series',
      {
        ...(PROJECTS['a convolutional network'] as Project),
        features: '{}',
        architecture: '{ kind: time-series }',
      },
      /kind: time-series needs an array of one or two sizes, the first of which is time/,
    ],
    [
      'no text',
      { ...(PROJECTS['a GRU of a series'] as Project), architecture: '{ kind: text }' },
      /kind: text needs a text as tokens/,
    ],
    [
      'tokens for convolutions',
      { ...(PROJECTS['the mean of words'] as Project), architecture: '{ kind: cnn }' },
      /Tokens are not read by training\.architecture\.kind: cnn/,
    ],
    [
      'an encoder of another kind',
      {
        ...(PROJECTS['the mean of words'] as Project),
        architecture: '{ kind: text, encoder: gru }',
      },
      /kind: text has no encoder: gru\. Choose one of: average, cnn, lstm/,
    ],
    [
      'a field of another kind',
      {
        ...(PROJECTS['the mean of words'] as Project),
        architecture: '{ kind: text, filters: [3] }',
      },
      /"filters" has no meaning for kind: text/,
    ],
  ])('%s', async (_what, project, message) => {
    const ports = makePorts(project);
    expect((await step(trainModel, ports)).exitCode).toBe(2);
    expect(errorsOf(ports).join('\n')).toMatch(message);
  });
});
