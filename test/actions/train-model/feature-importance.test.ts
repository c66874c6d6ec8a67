import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseInputs } from '../../../actions/train-model/inputs.ts';
import { run } from '../../../actions/train-model/run.ts';
import trainingSchema from '../../../schemas/training.schema.json' with { type: 'json' };
import { InputReader } from '../../../shared/action/index.ts';
import { sha256 } from '../../../shared/lineage/index.ts';
import type { TrainingReport } from '../../../shared/model/index.ts';
import { memoryPorts } from '../../../shared/platform/index.ts';

/** The label follows from `signal`, half of it from `word`, nothing of it from `noise`. */
const data = [
  'id,signal,word,noise,when,label',
  ...Array.from({ length: 400 }, (_, row) => {
    const isYes = row % 2 === 0;
    const signal = (isYes ? 1 : -1) + (((row * 37) % 21) - 10) / 20;
    const word = row % 4 < 2 ? (isYes ? 'sunny' : 'rain') : 'cloudy';
    const noise = (row * 7919) % 101;
    return `${row},${signal},${word},${noise},2026-01-${String((row % 28) + 1).padStart(2, '0')},${isYes ? 'yes' : 'no'}`;
  }),
  '',
].join('\n');

const project = (training: string) => ({
  'mlops.yml': `data: { path: data.csv, label: label, ignore: [id] }
features: { when: date }
training: { epochs: 30, architecture: { kind: mlp, hidden: [8] }${training} }
`,
  'data.csv': data,
});

async function train(training: string, ports = memoryPorts(project(training))) {
  const reader = new InputReader({ read: () => undefined, given: [], describe: (name) => name });
  const result = await run(parseInputs(reader), ports);
  const contentOf = (name: string) => result.files.find(({ path }) => path === name)?.content ?? '';
  const report = JSON.parse(String(contentOf('training.json'))) as TrainingReport;
  return { ports, result, report, weights: sha256(contentOf('model/weights.bin')) };
}

test('ranks what the model needs, says what each feature tells by itself, and changes no model', async () => {
  const plain = await train('');
  const { report, result, weights, ports } = await train(', feature-importance: { repeats: 8 }');
  expect(weights).toBe(plain.weights);
  expect(plain.report.importance).toBeUndefined();
  expect(new Ajv2020().compile(trainingSchema)(report)).toBe(true);
  const { importance } = report;
  expect(importance).toMatchObject({ examples: report.examples.validation, repeats: 8 });
  const byName = new Map(importance?.features.map((one) => [one.feature, one]));
  expect([...byName.keys()].sort()).toEqual(['noise', 'signal', 'when', 'word']);
  expect(importance?.features[0]?.feature).toBe('signal');
  expect(byName.get('signal')?.interval[0]).toBeGreaterThan(0.1);
  // Of the label's ln 2 nats, all and half of them.
  expect(byName.get('signal')?.mutualInformation).toBeGreaterThan(0.6);
  expect(byName.get('word')?.mutualInformation).toBeGreaterThan(0.3);
  expect(byName.get('word')?.mutualInformation).toBeLessThan(0.4);
  expect(byName.get('noise')?.mutualInformation).toBeLessThan(0.05);
  expect(byName.get('when')?.mutualInformation).toBeNull();
  expect(Math.abs(byName.get('noise')?.increase ?? 1)).toBeLessThan(0.05);
  expect(result.summary).toMatch(
    /### Importance of features[\s\S]*\| <code>signal<\/code> \| <code>█+<\/code> \|/,
  );

  const again = await train('', { ...ports });
  expect(again.result.outputs['cache-hit']).toBe(true);
  expect(again.report.importance).toEqual(importance);
});

test.each([
  ['a regression', 'task: regression\n', 'signal'],
  ['many classes', '', 'word'],
])('of %s', async (_, task, label) => {
  const files = project(', feature-importance: {}');
  const ports = memoryPorts({
    ...files,
    'mlops.yml': task + files['mlops.yml'].replace('label: label', `label: ${label}`),
  });
  const { report } = await train('', ports);
  expect(report.importance?.repeats).toBe(5);
  expect(report.importance?.features).toHaveLength(4);
  // What was the label is a feature now, and tells it.
  expect(report.importance?.features[0]?.feature).toBe('label');
});
