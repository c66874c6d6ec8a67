import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseInputs } from '../../../actions/train-model/inputs.ts';
import { run } from '../../../actions/train-model/run.ts';
import trainingSchema from '../../../schemas/training.schema.json' with { type: 'json' };
import { InputReader } from '../../../shared/action/index.ts';
import { isUserError } from '../../../shared/errors/index.ts';
import { sha256 } from '../../../shared/lineage/index.ts';
import type { TrainingReport } from '../../../shared/model/index.ts';
import { memoryPorts } from '../../../shared/platform/index.ts';

const penguins = readFileSync(
  new URL('../../../examples/penguins/data/penguins.csv', import.meta.url),
  'utf8',
);

const configuration = (training: string, data = 'split: { by: stratified, column: species }') =>
  `data: { path: data.csv, label: species, ${data} }
training: { epochs: 12, architecture: { kind: mlp, hidden: [8] }${training} }
`;

async function train(files: Readonly<Record<string, string>>) {
  const ports = memoryPorts(files);
  const reader = new InputReader({ read: () => undefined, given: [], describe: (name) => name });
  const result = await run(parseInputs(reader), ports);
  const contentOf = (name: string) => result.files.find(({ path }) => path === name)?.content ?? '';
  return {
    ports,
    result,
    weights: sha256(contentOf('model/weights.bin')),
    report: JSON.parse(String(contentOf('training.json'))) as TrainingReport,
  };
}

async function refusal(files: Readonly<Record<string, string>>): Promise<string> {
  const error: unknown = await train(files).catch((reason: unknown) => reason);
  if (!isUserError(error)) throw error;
  return error.message;
}

describe('cross-validation', () => {
  test('judges further models by rows that they have not seen, and leaves the model as it is', async () => {
    const plain = await train({ 'mlops.yml': configuration(''), 'data.csv': penguins });
    const files = {
      'mlops.yml': configuration(', cross-validation: { folds: 4 }'),
      'data.csv': penguins,
    };
    const { report, result, weights, ports } = await train(files);
    expect(weights).toBe(plain.weights);
    expect(plain.report.crossValidation).toBeUndefined();
    expect(new Ajv2020().compile(trainingSchema)(report)).toBe(true);

    const { examples, crossValidation } = report;
    const rounds = crossValidation?.rounds ?? [];
    expect(rounds).toHaveLength(4);
    const open = examples.train + examples.validation;
    expect(rounds.reduce((sum, { judged }) => sum + judged, 0)).toBe(open);
    for (const round of rounds) {
      expect(round.train + round.validation + round.judged).toBe(open);
      expect(round.metrics.accuracy).toBeGreaterThan(0.9);
    }
    const values = rounds.map(({ metrics }) => metrics.accuracy ?? Number.NaN);
    const accuracy = crossValidation?.metrics.find(({ metric }) => metric === 'accuracy');
    const mean = values.reduce((sum, value) => sum + value, 0) / 4;
    expect(accuracy).toMatchObject({
      rounds: 4,
      lowest: Math.min(...values),
      highest: Math.max(...values),
    });
    expect(accuracy?.mean).toBeCloseTo(mean, 12);
    expect(accuracy?.deviation).toBeCloseTo(
      Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 3),
      12,
    );
    expect(result.summary).toMatch(
      /### Cross-validation[\s\S]*4 further models[\s\S]*\| accuracy \|/,
    );

    // From the cache with all that it found.
    const again = await run(
      parseInputs(new InputReader({ read: () => undefined, given: [], describe: (name) => name })),
      ports,
    );
    expect(again.outputs['cache-hit']).toBe(true);
    expect(again.summary).toContain('### Cross-validation');
  });

  test('weighs the examples of each fold', async () => {
    const rows = Array.from({ length: 160 }, (_, row) => {
      const x = (row * 53) % 160;
      // Above 100 half of the rows say otherwise, with next to no weight.
      const odd = x > 100 && row % 2 === 0;
      return `${row},${x},${odd ? 0.001 : 1},${x > 60 !== odd ? 'high' : 'low'}`;
    });
    const data = `id,x,weight,label\n${rows.join('\n')}\n`;
    const losses = async (more: string) => {
      const { report } = await train({
        'mlops.yml': `data: { path: data.csv, label: label, ignore: [id, weight], split: { by: stratified, key: [id], column: label } }\ntraining: { epochs: 30, optimizer: { learning-rate: 0.1 }, architecture: { kind: linear }, cross-validation: { folds: 4 }${more} }\n`,
        'data.csv': data,
      });
      expect(report.features).toEqual(['x']);
      return report.crossValidation?.rounds.map(({ metrics }) => metrics['log-loss']);
    };
    const weighted = await losses(', example-weight: weight, class-weight: balanced');
    expect(weighted).toHaveLength(4);
    expect(weighted).not.toEqual(await losses(''));
  });

  test('refuses folds that keep a class from the model', async () => {
    const rows = Array.from({ length: 120 }, (_, row) => {
      const x = (row * 53) % 120;
      return `${x},${row % 40 === 7 ? 'rare' : x > 59 ? 'high' : 'low'}`;
    });
    const message = await refusal({
      'mlops.yml':
        'data: { path: data.csv, label: label, split: { by: time, column: x } }\ntraining: { epochs: 3, architecture: { kind: linear }, cross-validation: { folds: 3 } }\n',
      'data.csv': `x,label\n${rows.join('\n')}\n`,
    });
    expect(message).toMatch(
      /^mlops\.yml: Fold \d of 3 of the cross-validation has no example of the class "\w+" to learn from\. Split by the label/,
    );
  });

  test('learns nothing from the rows that judge: what can only be known by heart is guessed', async () => {
    // Every row has a name of its own, and its label nothing to do with anything.
    const rows = Array.from({ length: 96 }, (_, row) => {
      const label = ((row * 2654435761) >>> 7) % 2 === 0 ? 'yes' : 'no';
      return `name-${row},${label}`;
    });
    const { report } = await train({
      'mlops.yml':
        'data: { path: data.csv, label: label, split: { key: [name] } }\nfeatures: { name: one-hot }\ntraining: { epochs: 60, optimizer: { learning-rate: 0.2 }, early-stopping: false, architecture: { kind: linear }, cross-validation: { folds: 3 } }\n',
      'data.csv': `name,label\n${rows.join('\n')}\n`,
    });
    const accuracy = report.crossValidation?.metrics.find(({ metric }) => metric === 'accuracy');
    expect(report.history.at(-1)?.trainLoss).toBeLessThan(0.1);
    expect(accuracy?.mean).toBeLessThan(0.7);
  });

  test('tells of a fold that trains no model, and keeps the model', async () => {
    const rows = Array.from(
      { length: 200 },
      (_, row) => `${row},${row % 9},${row < 60 ? 5 : row % 31}`,
    );
    const { report, result, weights, ports } = await train({
      'mlops.yml':
        'task: regression\ndata: { path: data.csv, label: y, split: { by: time, column: day } }\ntraining: { epochs: 3, architecture: { kind: linear }, cross-validation: { folds: 3 } }\n',
      'data.csv': `day,x,y\n${rows.join('\n')}\n`,
    });
    expect(weights).toHaveLength(64);
    expect(new Ajv2020().compile(trainingSchema)(report)).toBe(true);
    const [first] = report.crossValidation?.rounds ?? [];
    expect(first).toMatchObject({
      epochs: 0,
      metrics: {},
      failure: expect.stringMatching(/label/),
    });
    expect(report.crossValidation?.metrics.find(({ metric }) => metric === 'rmse')?.rounds).toBe(2);
    expect(result.summary).toMatch(/- fold 1 gave no model: /);
    expect(ports.journal.log).toContainEqual({
      level: 'warning',
      text: expect.stringMatching(/^fold 1 of 3 of the cross-validation gave no model: /),
    });
  });

  test('of a regression is in the units of the label', async () => {
    const rows = Array.from({ length: 150 }, (_, row) => `${row},${row % 50},${(row % 50) * 100}`);
    const { report } = await train({
      'mlops.yml':
        'task: regression\ndata: { path: data.csv, label: price, ignore: [id], split: { key: [id] } }\ntraining: { epochs: 40, architecture: { kind: linear }, cross-validation: {} }\n',
      'data.csv': `id,x,price\n${rows.join('\n')}\n`,
    });
    expect(report.crossValidation?.folds).toBe(5);
    const rmse = report.crossValidation?.metrics.find(({ metric }) => metric === 'rmse');
    expect(rmse?.mean).toBeGreaterThan(0);
    expect(rmse?.mean).toBeLessThan(700);
    expect(report.crossValidation?.metrics.map(({ metric }) => metric)).toContain('r2');
  });

  test('refuses folds of too few rows, files that decide, and fewer than three folds', async () => {
    const few = penguins.split('\n').slice(0, 40).join('\n');
    const groups = await refusal({
      'mlops.yml': configuration(
        ', cross-validation: { folds: 8 }',
        'ignore: [], split: { by: group, key: [island] }',
      ),
      'data.csv': penguins,
    });
    expect(groups).toMatch(
      /split has \d+ of the at least|Fold \d of 8 of the cross-validation has/,
    );
    expect(
      await refusal({
        'mlops.yml': configuration(
          ', cross-validation: { folds: 30 }',
          'split: { key: [] }',
        ).replace('label: species', 'label: island'),
        'data.csv': few,
      }),
    ).toMatch(
      /^mlops\.yml: Fold \d+ of 30 of the cross-validation has [01] of the at least 2 rows/,
    );
    expect(
      await refusal({
        'mlops.yml': configuration(
          ', cross-validation: {}',
          'split: { by: file, files: { evaluation: e.csv } }',
        ),
        'data.csv': penguins,
      }),
    ).toMatch(/^mlops\.yml:2:\d+: Rows that are split by their file are not dealt into folds/);
    expect(
      await refusal({
        'mlops.yml': configuration(', cross-validation: { folds: 2 }'),
        'data.csv': penguins,
      }),
    ).toMatch(/^mlops\.yml:2:\d+: "training\.cross-validation\.folds" is 2\./);
  });
});
