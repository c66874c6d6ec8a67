import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { action as evaluateGate } from '../../../actions/evaluate-gate/main.ts';
import { action as exportTflite } from '../../../actions/export-tflite/main.ts';
import { action as trainModel } from '../../../actions/train-model/main.ts';
import { executeAction } from '../../../shared/action/index.ts';
import type { TrainingReport } from '../../../shared/model/index.ts';
import { type MemoryPorts, memoryPorts } from '../../../shared/platform/index.ts';

const PENGUINS = readFileSync('examples/penguins/data/penguins.csv', 'utf8');

interface Project {
  readonly csv: string;
  readonly data: string;
  readonly training: string;
  readonly more?: string;
}

function makePorts({ csv, data, training, more = '' }: Project, isStreamed: boolean): MemoryPorts {
  return memoryPorts({
    'mlops.yml': [
      'model: streamed',
      `data: { path: data.csv, ${data} }`,
      `training: { seed: 3, ${isStreamed ? 'streaming: true, ' : ''}${training} }`,
      more,
      '',
    ].join('\n'),
    'data.csv': csv,
  });
}

async function step(
  ports: MemoryPorts,
  action: typeof trainModel | typeof evaluateGate | typeof exportTflite,
  given: Readonly<Record<string, string>> = {},
) {
  const inputs = {
    read: (name: string) => given[name],
    given: Object.keys(given),
    describe: (name: string) => `input "${name}"`,
  };
  return await executeAction(action as typeof trainModel, inputs, ports);
}

const textOf = ({ files }: MemoryPorts, path: string) =>
  new TextDecoder().decode(files.content.get(path));
const isSame = (one: MemoryPorts, other: MemoryPorts, path: string) =>
  Buffer.from(one.files.content.get(path) ?? []).equals(
    other.files.content.get(path) ?? Buffer.of(0),
  );
const reportOf = (ports: MemoryPorts) =>
  JSON.parse(textOf(ports, '.mlops/training.json')) as TrainingReport;
const errorsOf = ({ journal }: MemoryPorts) =>
  journal.annotations.filter(({ level }) => level === 'error');

const BALANCED: Project = {
  csv: PENGUINS,
  data: 'label: species, ignore: [row_id, island], missing-values: [NA]',
  more: 'evaluation: { slices: [[island, sex]], gates: [{ metric: accuracy, at-least: 0.2, slice: { island: "*" } }] }',
  training:
    'epochs: 6, class-weight: balanced, architecture: { kind: mlp, hidden: [8], dropout: 0.2 }',
};

describe('a training that reads its examples from the disk', () => {
  test('has the bytes of one in memory where the data fits there, and so has all that follows', async () => {
    const [inMemory, streamed] = [makePorts(BALANCED, false), makePorts(BALANCED, true)];
    for (const ports of [inMemory, streamed]) {
      for (const action of [trainModel, evaluateGate, exportTflite]) {
        const { exitCode } = await step(ports, action);
        expect(errorsOf(ports)).toEqual([]);
        expect(exitCode).toBe(0);
      }
    }
    const paths = [...inMemory.files.content.keys()].filter((path) => path.startsWith('.mlops/'));
    expect([...streamed.files.content.keys()].sort()).toEqual(
      [...inMemory.files.content.keys()].sort(),
    );
    const same = paths.filter((path) => isSame(streamed, inMemory, path));
    // The record has the digest of mlops.yml, which says `streaming`.
    expect(paths.filter((path) => !same.includes(path)).sort()).toEqual([
      '.mlops/report.html',
      '.mlops/run.json',
    ]);
    const rebuilt = await step(streamed, trainModel, { rebuild: 'verify' });
    expect(rebuilt.result?.verdict).toBe('pass');
  }, 60_000);

  test('learns a quantity as in memory', async () => {
    const rows = Array.from(
      { length: 300 },
      (_, n) => `${n},${(n * 37) % 101},${((n * 37) % 101) / 3 + (n % 5)}`,
    );
    const project = {
      csv: `id,x,y\n${rows.join('\n')}\n`,
      data: 'label: y, ignore: [id], split: { key: [id] }',
      training: 'epochs: 4, batch-size: 16',
    };
    const [inMemory, streamed] = [makePorts(project, false), makePorts(project, true)];
    for (const ports of [inMemory, streamed])
      expect((await step(ports, trainModel)).exitCode).toBe(0);
    expect(reportOf(inMemory).task).toBe('regression');
    for (const name of [
      'model/model.json',
      'model/weights.bin',
      'model/transform.json',
      'training.json',
    ])
      expect(isSame(streamed, inMemory, `.mlops/${name}`)).toBe(true);
  }, 60_000);

  test('fits features on a sample of many rows, and knows a class that the sample lacks', async () => {
    const rows = Array.from({ length: 130_000 }, (_, n) =>
      n === 77_777 || n === 99_999
        ? `${n % 1000},rare`
        : `${n % 1000},${n % 1000 < 400 ? 'low' : 'high'}`,
    );
    const ports = makePorts(
      {
        csv: `x,label\n${rows.join('\n')}\n`,
        data: 'label: label, split: { key: [x] }',
        training:
          'epochs: 1, batch-size: 512, architecture: { kind: linear }, optimizer: { learning-rate: 0.05 }',
      },
      true,
    );
    const { exitCode } = await step(ports, trainModel);
    expect(errorsOf(ports)).toEqual([]);
    expect(exitCode).toBe(0);
    const { examples, fittedOn = 0, history } = reportOf(ports);
    expect(examples.train + examples.validation + examples.evaluation).toBe(130_000);
    expect(fittedOn).toBeLessThan(examples.train);
    // Each training row is in the sample with the probability 100,000 / 130,000.
    expect(Math.abs(fittedOn / examples.train - 10 / 13)).toBeLessThan(0.01);
    const transform = JSON.parse(textOf(ports, '.mlops/model/transform.json')) as {
      label: { classes: string[] };
    };
    expect(transform.label.classes).toEqual(['high', 'low', 'rare']);
    expect(history[0]?.validationAccuracy).toBeGreaterThan(0.9);
  }, 60_000);

  test('a model that reads a window is not judged by some of the rows', async () => {
    const rows = Array.from({ length: 60 }, (_, n) => `${n},${n % 7},${n % 2 ? 'a' : 'b'}`);
    const plain = { csv: `t,x,y\n${rows.join('\n')}\n`, training: 'epochs: 1' };
    const ports = makePorts(
      {
        ...plain,
        data: 'label: y, split: { by: time, column: t }',
        more: 'features: { past: { kind: array, columns: [x], window: { length: 3, by: t } } }',
      },
      false,
    );
    expect((await step(ports, trainModel)).exitCode).toBe(0);
    const streamed = makePorts({ ...plain, data: 'label: y, split: { key: [t] }' }, true);
    for (const [path, bytes] of ports.files.content)
      if (path.startsWith('.mlops/model/')) streamed.files.content.set(path, bytes);
    for (const action of [evaluateGate, exportTflite]) {
      expect((await step(streamed, action)).exitCode).toBe(2);
    }
    expect(errorsOf(streamed).at(-1)?.message).toMatch(
      /reads a window by the feature "past", which needs all rows in memory.*Remove training\.streaming/,
    );
  });

  const lines = (count: number, change: (n: number) => string | null) =>
    Array.from({ length: count }, (_, n) => change(n) ?? `${n},${n % 7},${n % 2 ? 'a' : 'b'}`);
  test.each<
    [what: string, rows: string[], data: string, message: RegExp, line: number | undefined]
  >([
    [
      'a label is missing',
      lines(200, (n) => (n === 150 ? '150,3,' : null)),
      'label: y',
      /The label "y" is missing/,
      152,
    ],
    [
      'a regression has a word for its label',
      lines(200, (n) => (n === 150 ? '150,3,word' : `${n},${n % 7},${n}`)),
      'label: y',
      /The label "y" of a regression is "word", not a number/,
      152,
    ],
    ['the label is no column', lines(50, () => null), 'label: z', /no label column "z"/, 1],
    ['the label has one class', lines(50, (n) => `${n},1,a`), 'label: y', /one class only: a/, 1],
    [
      'there are too many classes',
      lines(12_000, (n) => `${n},1,c${n}`),
      'label: y',
      /more than 10001 different values; at most 1000 classes/,
      1,
    ],
    [
      'there are too few rows',
      lines(6, () => null),
      'label: y',
      /The train split has 4 of the at least 5 examples/,
      undefined,
    ],
  ])('says where %s', async (what, rows, data, message, line) => {
    const task = what.startsWith('a regression') ? 'task: regression' : '';
    const ports = makePorts(
      {
        csv: `id,x,y\n${rows.join('\n')}\n`,
        data: `${data}, ignore: [id], split: { key: [id] }`,
        training: 'epochs: 1',
        more: task,
      },
      true,
    );
    expect((await step(ports, trainModel)).exitCode).not.toBe(0);
    const [error] = errorsOf(ports);
    expect(error?.message).toMatch(message);
    expect(error?.line).toBe(line);
  });
});
