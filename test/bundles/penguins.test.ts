import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { ACTION_NAMES } from '../../shared/config/index.ts';
import type { EvaluationReport } from '../../shared/evaluation/index.ts';
import type { ExportReport } from '../../shared/tflite/index.ts';
import { makeWorkspace, runStep } from '../support/run-bundle.ts';

/** Files between actions, by the schema that promises their form. */
const FILES = {
  'statistics.json': 'statistics',
  'anomalies.json': 'anomalies',
  'model/transform.json': 'transform',
  'training.json': 'training',
  'evaluation.json': 'evaluation',
  'export.json': 'export',
  'deployment.json': 'deployment',
  'provenance.json': 'provenance',
  'drift.json': 'drift',
  'run.json': 'run',
  'schema.json': 'schema',
} as const;

test('the example passes from data to drift, as well as it promises', async () => {
  await using workspace = await makeWorkspace('examples/penguins');
  const read = (path: string): unknown =>
    JSON.parse(readFileSync(join(workspace.path, '.mlops', path), 'utf8'));
  for (const action of ACTION_NAMES) {
    const { exitCode, outputs, stdout } = await runStep(action, workspace.path);
    expect({ action, exitCode, verdict: outputs.verdict, stdout }).toEqual({
      action,
      exitCode: 0,
      verdict: 'pass',
      stdout: expect.any(String),
    });
  }

  for (const [path, name] of Object.entries(FILES)) {
    const schema = JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as object;
    const validate = new Ajv2020({ strict: false }).compile(schema);
    validate(read(path));
    expect([path, validate.errors ?? []]).toEqual([path, []]);
  }
  const { metrics } = read('evaluation.json') as EvaluationReport;
  expect(metrics.find(({ metric }) => metric === 'accuracy')?.value).toBeGreaterThanOrEqual(0.95);
  const { variants, examples } = read('export.json') as ExportReport;
  expect(examples).toBeGreaterThan(50);
  expect(variants.map(({ variant }) => variant)).toEqual(['float32', 'dynamic-range', 'int8']);
  for (const { agreement } of variants) expect(agreement).toBeGreaterThanOrEqual(0.95);
}, 60_000);
